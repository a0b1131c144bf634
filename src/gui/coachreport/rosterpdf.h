// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "analysis/rostertable.h"
#include "core/result.h"
#include "gui/report/paper.h"
#include "gui/theme/theme.h"

class QPainter;

namespace psolog {

/// The roster laid out on paper: as many pages as it takes, the columns named on each, an athlete never split between
/// two. Always light, readable without colours; foreign text as plain text. GUI thread; needs a QApplication.
class RosterSheet {
public:
    /// The lines in the order given.
    RosterSheet(std::vector<RosterLine> lines, LocalDay today, Paper paper);
    ~RosterSheet();

    /// At least 1.
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    /// What a page says, in reading order; 0 <= page < pages().
    [[nodiscard]] const QStringList& words(int page) const;
    /// Paints a page with its top left corner at the origin, in px of 1/96 inch.
    void paint(QPainter& painter, int page) const;
    /// All pages as PDF with its fonts; WriteFailed when it cannot be made. Names no athlete outside the pages.
    [[nodiscard]] Result<QByteArray> pdf() const;

private:
    void build();

    std::vector<RosterLine> m_lines;
    LocalDay m_today;
    Paper m_paper;
    Theme m_theme;
    std::vector<PaperLayout> m_pages;
};

/// Writes the roster as a PDF that is there whole or not at all, 0600. The target must not be a log: see leadsTo().
[[nodiscard]] Result<void> writeRosterPdf(const std::vector<RosterLine>& lines, LocalDay today, Paper paper,
                                          const QString& path);

/// Writes the roster as a table (analysis/rostertable.h), in the same way.
[[nodiscard]] Result<void> writeRosterCsv(const std::vector<RosterLine>& lines, const QString& path);

}  // namespace psolog
