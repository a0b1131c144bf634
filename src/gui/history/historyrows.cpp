// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historyrows.h"

#include <algorithm>

#include <QCoreApplication>

#include "gui/body/sitewords.h"
#include "gui/experiment/experimentwords.h"
#include "gui/history/historywords.h"
#include "gui/notes/notewords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

const QString kDot = QStringLiteral(" \u00b7 ");

/// The translation context of this file.
struct HistoryRowWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::HistoryRowWords)
};

QString firstLine(const std::string& note)
{
    return QString::fromStdString(note).section(QLatin1Char('\n'), 0, 0).trimmed();
}

void finish(HistoryRow& row, const std::string& note, const QStringList& alsoFoundBy)
{
    if (const QString line = firstLine(note); !line.isEmpty())
        row.detail += (row.detail.isEmpty() ? QString() : kDot) + line;
    row.search = QStringList{row.kindWord, row.title, row.detail, QString::fromStdString(note),
                             alsoFoundBy.join(QLatin1Char(' '))}
                     .join(QLatin1Char('\n'));
}

HistoryRow checkInRow(const CheckIn& checkIn)
{
    HistoryRow row;
    row.kind = HistoryKind::CheckIn;
    row.id = checkIn.id.toString();
    row.recorded = checkIn.recorded;
    row.kindWord = HistoryRowWords::tr("Check-in");
    row.title = HistoryWords::worstSites(checkIn.scores);
    row.detail = HistoryWords::of(checkIn.context);
    if (const auto count = static_cast<int>(checkIn.scores.count()); count > 0)
        row.detail +=
            kDot + (count == 1 ? HistoryRowWords::tr("1 muscle") : HistoryRowWords::tr("%1 muscles").arg(count));
    QStringList sites;
    for (const Site site : allSites()) {
        const auto& score = checkIn.scores[site];
        if (!score)
            continue;
        row.worst = row.worst ? std::max(*row.worst, *score) : *score;
        if (score->value() > 0)
            sites << siteLabel(site);
    }
    finish(row, checkIn.note, sites);
    return row;
}

HistoryRow runRow(const CheckIn& checkIn, bool alone)
{
    HistoryRow row;
    row.kind = HistoryKind::Run;
    row.id = checkIn.id.toString();
    row.recorded = {checkIn.run->recorded.at, checkIn.recorded.day};
    row.kindWord = HistoryRowWords::tr("Run");
    row.title = HistoryWords::run(*checkIn.run);
    finish(row, alone ? checkIn.note : std::string(), {});
    return row;
}

HistoryRow selfTestRow(const SelfTest& test)
{
    HistoryRow row;
    row.kind = HistoryKind::SelfTest;
    row.id = test.id.toString();
    row.recorded = test.recorded;
    row.kindWord = HistoryRowWords::tr("Self-test");
    row.title = HistoryWords::selfTest(test);
    row.detail = HistoryWords::of(test.kind);
    finish(row, test.note, {});
    return row;
}

HistoryRow releaseRow(const ReleaseSession& session)
{
    HistoryRow row;
    row.kind = HistoryKind::Release;
    row.id = session.id.toString();
    row.recorded = session.recorded;
    row.kindWord = HistoryRowWords::tr("Release");
    row.title = HistoryWords::release(session);
    row.detail = HistoryWords::of(session.outcome);
    if (session.stopReason)
        row.detail += QStringLiteral(": ") + HistoryWords::of(*session.stopReason);
    row.warns = session.stopReason && isRed(*session.stopReason);
    finish(row, session.note, {routineText(session.routineName)});
    return row;
}

HistoryRow weeklyRow(const WeeklyCheckIn& checkIn)
{
    HistoryRow row;
    row.kind = HistoryKind::Weekly;
    row.id = checkIn.id.toString();
    row.recorded = checkIn.recorded;
    row.kindWord = HistoryRowWords::tr("Weekly check-in");
    row.title = HistoryWords::weekly(checkIn);
    finish(row, checkIn.note, {});
    return row;
}

HistoryRow planRow(const Experiment& plan)
{
    HistoryRow row;
    row.kind = HistoryKind::Experiment;
    row.id = plan.id.toString();
    row.recorded = plan.recorded;
    row.kindWord = HistoryRowWords::tr("Experiment");
    row.title = ExperimentWords::kind(plan.kind);
    row.detail = HistoryRowWords::tr("planned for %n day(s)", nullptr, plan.length());
    finish(row, {}, {});
    return row;
}

HistoryRow planEndRow(const Experiment& plan)
{
    HistoryRow row;
    row.kind = HistoryKind::ExperimentEnd;
    row.id = plan.id.toString();
    row.recorded = *plan.ended;
    row.kindWord = HistoryRowWords::tr("Experiment");
    row.title = plan.state == ExperimentState::Replaced ? HistoryRowWords::tr("Plan changed")
                                                        : HistoryRowWords::tr("Plan stopped");
    finish(row, plan.reason, {});
    return row;
}

}  // namespace

std::vector<HistoryRow> historyRows(const HistoryRecords& records)
{
    std::vector<HistoryRow> rows;
    for (const CheckIn& checkIn : records.checkIns) {
        const bool runAlone = checkIn.run && checkIn.scores.count() == 0;
        if (!runAlone)
            rows.push_back(checkInRow(checkIn));
        if (checkIn.run)
            rows.push_back(runRow(checkIn, runAlone));
    }
    for (const SelfTest& test : records.selfTests)
        rows.push_back(selfTestRow(test));
    for (const ReleaseSession& session : records.releases)
        rows.push_back(releaseRow(session));
    for (const WeeklyCheckIn& checkIn : records.weekly)
        rows.push_back(weeklyRow(checkIn));
    for (const Experiment& plan : records.experiments) {
        // The end of a plan comes with the one that took its place: after it in the list of the newest first.
        rows.push_back(planRow(plan));
        if (plan.ended)
            rows.push_back(planEndRow(plan));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HistoryRow& a, const HistoryRow& b) {
        return a.recorded.day != b.recorded.day ? a.recorded.day > b.recorded.day
                                                : a.recorded.at.utc > b.recorded.at.utc;
    });
    return rows;
}

HistoryRow noteRow(const CoachNote& note, LocalDay first, LocalDay last)
{
    HistoryRow row;
    row.kind = HistoryKind::Note;
    row.id = note.id.toString();
    const LocalDay day = note.days ? note.days->last : localDayOf(note.written, std::chrono::minutes(0));
    row.recorded = {note.written, std::clamp(day, first, std::max(first, last))};
    row.kindWord = NoteWords::from(note.author);
    row.title = NoteWords::firstLine(note);
    row.detail = NoteWords::about(note, last);
    row.search = QStringList{row.kindWord, row.detail, QString::fromStdString(note.text)}.join(QLatin1Char('\n'));
    return row;
}

bool matches(const HistoryRow& row, const HistoryFilter& filter)
{
    const HistoryKind kind = row.kind == HistoryKind::ExperimentEnd ? HistoryKind::Experiment : row.kind;
    if (filter.kind && kind != *filter.kind)
        return false;
    const QStringList words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return row.search.contains(word, Qt::CaseInsensitive); });
}

}  // namespace psolog
