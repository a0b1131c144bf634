// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "core/ids.h"
#include "core/result.h"
#include "core/ports/ireviewlog.h"

class QProgressDialog;
class QWidget;

namespace psolog {

class AthletePages;
class CoachData;
class RosterModel;
struct Services;
struct RosterLine;

/// Reports of many: the athletes shown in the roster, in their order, as PDF, as CSV, or a page for each. GUI thread;
/// borrows its arguments.
class CoachExport : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to the window of `page`.
    CoachExport(Services& services, CoachData& data, const RosterModel& model, QWidget& page);
    ~CoachExport() override;

    void saveRosterPdf();
    void saveRosterCsv();
    void saveAthletePages();

Q_SIGNALS:
    void noticed(const QString& message, bool offerUndo);
    void failed(const psolog::Error& error);

private:
    enum class Kind { RosterPdf, RosterCsv, AthletePages };

    void choose(Kind kind);
    void write(Kind kind, const QString& path);
    void beginPages(const QString& path);
    void nextPage();
    void addPage(int run, const Result<std::unique_ptr<IReviewLog>>& log);
    void endPages();
    [[nodiscard]] std::vector<RosterLine> lines() const;

    Services& m_services;
    CoachData& m_data;
    const RosterModel& m_model;
    QWidget& m_page;
    // While pages are made.
    std::unique_ptr<AthletePages> m_pages;
    std::vector<AthleteId> m_left;  ///< in reverse
    QString m_path;
    QProgressDialog* m_progress = nullptr;
    int m_missing = 0;
    int m_run = 0;  ///< counted, so that what was asked for before a cancel is known for that
};

}  // namespace psolog
