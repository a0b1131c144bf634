// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachwords.h"

#include <cmath>

#include <QFileInfo>
#include <QLocale>

#include "gui/body/sitewords.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

constexpr int kMostOfFolder = 28;  ///< letters of its name in a line
const QString kDot = QStringLiteral(" · ");

QString folderName(const std::string& path)
{
    const QString whole = QString::fromStdString(path);
    const QString name = QFileInfo(whole).fileName();
    const QString& words = name.isEmpty() ? whole : name;
    return words.size() <= kMostOfFolder ? words : words.left(kMostOfFolder) + QStringLiteral("…");
}

}  // namespace

QString RosterCells::heading(RosterColumn column)
{
    switch (column) {
    case RosterColumn::Athlete:
        return tr("Athlete");
    case RosterColumn::Why:
        return tr("Why");
    case RosterColumn::LastCheckIn:
        return tr("Last check-in");
    case RosterColumn::Worst:
        return tr("Worst now");
    case RosterColumn::Spark:
        return tr("Hamstring");
    case RosterColumn::Release:
        return tr("Release");
    case RosterColumn::Sides:
        return tr("Glutes");
    case RosterColumn::Verdict:
        return tr("Verdict");
    case RosterColumn::Open:
        break;
    }
    return {};
}

QString RosterCells::headingDetails(RosterColumn column)
{
    switch (column) {
    case RosterColumn::Why:
        return tr("What stands out and was not reviewed yet; by default the most urgent is at the top");
    case RosterColumn::Worst:
        return tr("The highest score of the last day with one");
    case RosterColumn::Spark:
        return tr("Four weeks of the hamstring that was worse in the baseline: its highest score a day, from 0 to 10");
    case RosterColumn::Release:
        return tr("Days with a release among the last 7, of those planned");
    case RosterColumn::Sides:
        return tr("The difference between the sides in the last complete glute test");
    case RosterColumn::Verdict:
        return tr("As the athlete's own Trends say it");
    case RosterColumn::Athlete:
    case RosterColumn::LastCheckIn:
    case RosterColumn::Open:
        break;
    }
    return {};
}

QString RosterCells::shortFlag(const Flag& flag)
{
    if (!flag.site)
        return flagWords(flag);
    const QString muscle = muscleLabel(flag.site->muscle).toLower();
    const QString site =
        flag.site->side == Side::Left ? tr("L %1", "left side").arg(muscle) : tr("R %1", "right side").arg(muscle);
    if (flag.kind == FlagKind::HighScore)
        return tr("%1 ≥ %2, %3").arg(site).arg(kHighScore).arg(dayCount(flag.days));
    if (flag.kind == FlagKind::Asymmetry)
        return QStringLiteral("%1 %2").arg(site, signedWords(-std::abs(flag.value)));
    return flagWords(flag);
}

QString RosterCells::sides(const RosterRow& row)
{
    if (!row.sides)
        return QStringLiteral("–");
    if (row.sides->points == 0)
        return tr("even");
    const QString points = signedWords(-row.sides->points);
    return row.sides->weaker == Side::Left ? tr("L %1", "left side").arg(points) : tr("R %1", "right side").arg(points);
}

QString RosterCells::text(const RosterItem& item, RosterColumn column)
{
    const RosterRow& row = item.row;
    switch (column) {
    case RosterColumn::Athlete:
        return athleteLabel(item.entry.name);
    case RosterColumn::Why:
        return row.flags.empty() ? tr("nothing") : flagWords((item.unseen.empty() ? row.flags : item.unseen).front());
    case RosterColumn::LastCheckIn:
        return lastCheckInWords(row);
    case RosterColumn::Worst:
        return row.worstNow ? QString::number(*row.worstNow) : QStringLiteral("–");
    case RosterColumn::Release:
        return adherenceWords(row.adherence);
    case RosterColumn::Sides:
        return sides(row);
    case RosterColumn::Verdict:
        return rowVerdictWords(row).text;
    case RosterColumn::Spark:
    case RosterColumn::Open:
        break;
    }
    return {};
}

QString RosterCells::spoken(const RosterItem& item, RosterColumn column)
{
    const RosterRow& row = item.row;
    switch (column) {
    case RosterColumn::Athlete: {
        QString words = athleteLabel(item.entry.name);
        if (!item.entry.group.empty())
            words += kDot + tr("group %1").arg(QString::fromStdString(item.entry.group));
        if (item.isNewSinceReview())
            words += kDot + tr("new since your review");
        return words;
    }
    case RosterColumn::Why: {
        QStringList words;
        for (const Flag& flag : row.flags) {
            const bool unseen = std::find(item.unseen.begin(), item.unseen.end(), flag) != item.unseen.end();
            words << (unseen ? flagWords(flag) : tr("%1 (reviewed)").arg(flagWords(flag)));
        }
        return words.isEmpty() ? tr("nothing stands out") : words.join(QStringLiteral("; "));
    }
    case RosterColumn::LastCheckIn:
        return tr("last check-in: %1").arg(lastCheckInWords(row));
    case RosterColumn::Worst:
        if (!row.worstNow)
            return tr("no score");
        return row.worstSite ? tr("worst now: %1 of 10, %2").arg(*row.worstNow).arg(siteLabel(*row.worstSite))
                             : tr("worst now: %1 of 10").arg(*row.worstNow);
    case RosterColumn::Spark: {
        std::optional<double> first;
        std::optional<double> last;
        int days = 0;
        for (const auto& value : row.spark) {
            if (!value)
                continue;
            ++days;
            first = first ? first : value;
            last = value;
        }
        if (!first || !row.primary)
            return tr("no score in four weeks");
        return tr("%1: from %2 to %3 in four weeks, %4 with a score")
            .arg(siteLabel(*row.primary), medianWords(*first), medianWords(*last), dayCount(days));
    }
    case RosterColumn::Release:
        return row.adherence
            ? tr("release: %1 days, score %2").arg(adherenceWords(row.adherence), shareWords(row.adherence->score))
            : tr("no release yet");
    case RosterColumn::Sides:
        return row.sides ? tr("glutes: %1").arg(sidesWords(row.sides)) : tr("no glute test");
    case RosterColumn::Verdict:
        return tr("verdict: %1").arg(rowVerdictWords(row).text);
    case RosterColumn::Open:
        break;
    }
    return tr("open");
}

QString RosterCells::details(const RosterItem& item, RosterColumn column)
{
    const RosterRow& row = item.row;
    switch (column) {
    case RosterColumn::Why: {
        QStringList lines;
        for (const Flag& flag : row.flags)
            lines << QStringLiteral("%1: %2").arg(flagWords(flag), flagRule(flag.kind));
        return lines.join(u'\n');
    }
    case RosterColumn::Athlete:
        return item.entry.group.empty()
            ? athleteLabel(item.entry.name)
            : tr("%1 · group %2").arg(athleteLabel(item.entry.name), QString::fromStdString(item.entry.group));
    case RosterColumn::Worst:
        return row.worstSite ? siteLabel(*row.worstSite) : QString();
    case RosterColumn::Spark:
        return spoken(item, column);
    case RosterColumn::Release:
        if (!row.adherence)
            return tr("No release yet");
        return tr("%1 days with a release among the last 7, of %2 planned. Score %3: 1 is every planned day; single "
                  "misses count little, and days long ago less than those of this week.")
            .arg(row.adherence->done)
            .arg(row.adherence->planned)
            .arg(shareWords(row.adherence->score));
    case RosterColumn::Sides:
        return row.sides ? tr("%1, %2").arg(relativeDay(row.sides->day, row.today), sidesWords(row.sides))
                         : tr("No complete glute test");
    case RosterColumn::LastCheckIn:
    case RosterColumn::Verdict:
    case RosterColumn::Open:
        break;
    }
    return {};
}

QString CoachWords::numberWord(int number)
{
    switch (number) {
    case 1:
        return tr("One");
    case 2:
        return tr("Two");
    case 3:
        return tr("Three");
    case 4:
        return tr("Four");
    case 5:
        return tr("Five");
    case 6:
        return tr("Six");
    case 7:
        return tr("Seven");
    case 8:
        return tr("Eight");
    case 9:
        return tr("Nine");
    default:
        return QLocale().toString(number);
    }
}

QString CoachWords::finding(int athletes, int needALook)
{
    if (needALook == 0)
        return athletes == 1 ? tr("Nothing new stands out") : tr("Nobody needs a look now");
    return needALook == 1 ? tr("One athlete needs a look") : tr("%1 athletes need a look").arg(numberWord(needALook));
}

QString CoachWords::kicker(int athletes, const FolderNews& folder)
{
    QString words = tr("%n athlete(s)", nullptr, athletes);
    if (!folder.path.empty())
        words += kDot
            + (folder.problem ? tr("the folder “%1” is not there").arg(folderName(folder.path))
                              : tr("watching the folder “%1”").arg(folderName(folder.path)));
    return words;
}

QString CoachWords::refused(int files)
{
    return tr("%n file(s) were refused", nullptr, files);
}

QString CoachWords::waiting(int files)
{
    return tr("%n file(s) in the folder wait for you: a new athlete, or two versions of one record.", nullptr, files);
}

QString CoachWords::folderProblem(const FolderNews& folder)
{
    const QString path = QString::fromStdString(folder.path);
    if (!folder.problem)
        return {};
    if (folder.problem->code == ErrorCode::NotFound || folder.problem->code == ErrorCode::NotAFile)
        return tr("The folder %1 is not there. What you took in stays; watching goes on by itself when it is back.")
            .arg(path);
    return tr("The folder %1 cannot be read: you may not look into it. What you took in stays; change the permissions, "
              "then look again.")
        .arg(path);
}

QString CoachWords::progress(CoachTask task, int done, int total)
{
    switch (task) {
    case CoachTask::Reading:
        return tr("Reading athletes: %1 of %2").arg(done).arg(total);
    case CoachTask::Inspecting:
        return tr("Looking into files: %1 of %2").arg(done).arg(total);
    case CoachTask::TakingIn:
        return tr("Taking in: %1 of %2").arg(done).arg(total);
    }
    return {};
}

QString CoachWords::report(const TakeInReport& report)
{
    QStringList parts;
    if (report.added + report.updated == 1 && !report.names.empty()) {
        const QString name = athleteLabel(report.names.front());
        parts << (report.added == 1 ? tr("%1 was added").arg(name) : tr("%1 has new records").arg(name));
    } else {
        if (report.added > 0)
            parts << tr("%n athlete(s) added", nullptr, report.added);
        if (report.updated > 0)
            parts << tr("%n with new records", nullptr, report.updated);
    }
    if (report.unchanged > 0)
        parts << tr("%n without anything new", nullptr, report.unchanged);
    if (!report.failed.empty())
        parts << tr("%n could not be stored: %1", nullptr, static_cast<int>(report.failed.size()))
                     .arg(headline(report.failed.front().error));
    if (report.cancelled)
        parts << tr("the rest was left");
    return parts.isEmpty() ? tr("Nothing was taken in") : parts.join(kDot);
}

QString CoachWords::relation(const CopyComparison& comparison)
{
    const int news = comparison.added + comparison.changed;
    switch (comparison.relation) {
    case CopyRelation::New:
        return tr("A new athlete");
    case CopyRelation::Same:
        return tr("Nothing new: you have all of it");
    case CopyRelation::Newer:
        return tr("Newer: %n new or changed record(s)", nullptr, news);
    case CopyRelation::Older:
        return tr("Older: you have all of it and more");
    case CopyRelation::Diverged:
        return tr("Both have records that the other lacks: %n new here", nullptr, news);
    case CopyRelation::Conflicting:
        return tr("%n record(s) differ, and nothing says which is later", nullptr, comparison.undecided);
    }
    return {};
}

QString CoachWords::summary(const LogSummary& summary, LocalDay today)
{
    QStringList parts;
    if (summary.first && summary.last)
        parts << QStringLiteral("%1 – %2").arg(shortDate(*summary.first, today), shortDate(*summary.last, today));
    parts << tr("%n check-in(s)", nullptr, summary.checkIns);
    parts << tr("%n release(s)", nullptr, summary.releases);
    parts << tr("%n self-test(s)", nullptr, summary.selfTests);
    return parts.join(kDot);
}

QString CoachWords::fileName(const std::string& path)
{
    return QFileInfo(QString::fromStdString(path)).fileName();
}

QString CoachWords::reason(const Error& error)
{
    // Said of a log that is opened to work with; a coach only takes it in.
    if (error.code == ErrorCode::TooNew)
        return tr("This log was written by a newer Psolog. Update Psolog to take it in.");
    if (error.code == ErrorCode::Damaged)
        return tr("This log is damaged. Nothing was taken from it: ask for a new snapshot.");
    if (error.code == ErrorCode::NotALog)
        return tr("This file is not a Psolog log. Nothing was taken from it.");
    if (error.code == ErrorCode::NotFound)
        return tr("The file is not there any more.");
    return headline(error) + QStringLiteral(". ") + describe(error);
}

}  // namespace psolog
