// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include "analysis/reportfacts.h"
#include "core/ports/ireviewlog.h"
#include "core/result.h"
#include "gui/report/paper.h"

namespace psolog {

/// One document with a page for each of several athletes, each the report that the athlete prints. Made a page at a
/// time, so that the caller can show how far it is, and stop: nothing is on disk before writeTo(). GUI thread; needs a
/// QApplication. About 50 ms a page.
class AthletePages {
public:
    explicit AthletePages(Paper paper);
    ~AthletePages();
    AthletePages(const AthletePages&) = delete;
    AthletePages& operator=(const AthletePages&) = delete;

    /// Adds the page of a log. On an error (of reading) it adds none, and others can follow.
    [[nodiscard]] Result<void> add(IReviewLog& log, LocalDay today, ReportNotes notes);
    /// The same of facts that were read before.
    [[nodiscard]] Result<void> add(const ReportFacts& facts);
    [[nodiscard]] int pages() const;

    /// Writes the document, whole or not at all, 0600; it cannot be added to afterwards. InvalidValue without a page;
    /// WriteFailed, ReadOnly, DiskFull. The target must not be a log: see leadsTo().
    [[nodiscard]] Result<void> writeTo(const QString& path);

private:
    struct Document;

    Paper m_paper;
    std::unique_ptr<Document> m_document;
};

}  // namespace psolog
