// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportwords.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QStringList>

#include "gui/body/sitewords.h"
#include "gui/history/historywords.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr double kMetresAKilometre = 1000;
constexpr std::size_t kMostStops = 6;

}  // namespace

QString ReportWords::title(const ReportFacts& facts)
{
    const QString name = QString::fromStdString(facts.athlete).simplified();
    return name.isEmpty() ? tr("Soreness report") : name;
}

QString ReportWords::days(const LogSpan& days, LocalDay today)
{
    return days.first == days.last ? shortDate(days.first, today)
                                   : tr("%1 to %2").arg(shortDate(days.first, today), shortDate(days.last, today));
}

QString ReportWords::span(const ReportFacts& facts)
{
    if (!facts.span)
        return tr("nothing logged yet");
    const auto [first, last] = *facts.span;
    const auto date = [](LocalDay day, const QString& format) { return QLocale().toString(toQDate(day), format); };
    const QString whole = QStringLiteral("d MMMM yyyy");
    if (first == last)
        return date(first, whole);
    const bool oneYear = first.ymd().year() == last.ymd().year();
    return tr("%1 to %2").arg(date(first, oneYear ? QStringLiteral("d MMMM") : whole), date(last, whole));
}

QString ReportWords::extent(const ReportFacts& facts)
{
    if (!facts.span)
        return {};
    const int length = facts.span->last - facts.span->first + 1;
    return tr("%n day(s)", nullptr, length) + QStringLiteral(", ") + tr("%n with a score", nullptr, facts.scoredDays);
}

QString ReportWords::sentences(const QString& title, const QString& text)
{
    return tr("%1. %2", "title and text").arg(title, text);
}

QString ReportWords::caution(const QString& name, const QString& sentence)
{
    return tr("%1: %2", "a caution and what it means").arg(name, sentence);
}

QString ReportWords::releaseDays(const ReportFacts& facts)
{
    if (facts.sharedFrom)
        return QStringLiteral("–");
    if (!facts.firstRelease)
        return tr("no release yet");
    return tr("%1 of %2 since %3")
        .arg(facts.releaseDaysKept)
        .arg(facts.releaseDaysPossible)
        .arg(shortDate(*facts.firstRelease, facts.today));
}

QString ReportWords::missingDays(const ReportFacts& facts)
{
    if (!facts.finding)
        return QStringLiteral("–");
    if (facts.sharedFrom)
        return QString::number(facts.finding->before.missing);
    if (!facts.firstRelease)
        return tr("%1 in the baseline").arg(facts.finding->before.missing);
    return tr("%1 before, %2 since").arg(facts.finding->before.missing).arg(facts.finding->since.missing);
}

QString ReportWords::runs(const ReportFacts& facts)
{
    if (!facts.loads)
        return QStringLiteral("–");
    const QLocale locale;
    const auto whole = [&locale](double value) { return locale.toString(std::llround(value)); };
    const double before = facts.loads->before;
    const double since = facts.loads->since;
    switch (facts.loads->unit) {
    case LoadUnit::SessionLoad:
        return tr("%1 → %2 effort × min").arg(whole(before), whole(since));
    case LoadUnit::Minutes:
        return tr("%1 → %2 min").arg(whole(before), whole(since));
    case LoadUnit::Metres:
        return tr("%1 → %2 km").arg(medianWords(before / kMetresAKilometre), medianWords(since / kMetresAKilometre));
    case LoadUnit::Runs:
        return tr("%1 → %2").arg(medianWords(before), medianWords(since));
    }
    return {};
}

QString ReportWords::redStops(const ReportFacts& facts)
{
    if (facts.redStops.empty())
        return tr("none");
    QStringList stops;
    for (const RedStop& stop : facts.redStops) {
        if (static_cast<std::size_t>(stops.size()) == kMostStops)
            break;
        stops << tr("%1 %2").arg(shortDate(stop.day, facts.today), HistoryWords::of(stop.reason));
    }
    if (facts.redStops.size() > kMostStops)
        stops << tr("and %n more", nullptr, static_cast<int>(facts.redStops.size() - kMostStops));
    return stops.join(QStringLiteral(" · "));
}

QString ReportWords::change(const std::optional<TestValue>& first, const std::optional<TestValue>& latest, int tests)
{
    if (!first && !latest)
        return QStringLiteral("–");
    if (tests < 2)
        return medianWords((latest ? latest : first)->median);
    const auto value = [](const std::optional<TestValue>& test) {
        return test ? medianWords(test->median) : QStringLiteral("–");
    };
    return value(first) + QStringLiteral(" → ") + value(latest);
}

QString ReportWords::outcome(Site site)
{
    return tr("%1: the outcome named beforehand").arg(siteLabel(site));
}

QString ReportWords::made(const ReportFacts& facts)
{
    return tr("Report of %1").arg(QLocale().toString(toQDate(facts.today), QStringLiteral("d MMMM yyyy")));
}

QString ReportWords::signsTitle()
{
    return tr("Early signs, days 1–%1").arg(kEarlyDays);
}

QString ReportWords::signsNotYet(const ReportFacts& facts)
{
    if (facts.sharedFrom)
        return tr("The first release is not known.");
    return tr("Looked for from the first release on.");
}

QString ReportWords::emptyTitle()
{
    return tr("Nothing logged yet");
}

QString ReportWords::emptyText()
{
    return tr(
        "A report needs check-ins. The first one takes less than a minute; a baseline of seven days or more makes "
        "it possible to compare.");
}

QString ReportWords::thenTitle()
{
    return tr("Then: baseline");
}

QString ReportWords::nowTitle()
{
    return tr("Now: last %1 days").arg(kNowDays);
}

QString ReportWords::noDays()
{
    return tr("no day with a score");
}

std::array<QString, 2> ReportWords::mapCaptions()
{
    return {tr("R · front · L"), tr("L · back · R")};
}

QString ReportWords::adherenceTitle()
{
    return tr("Adherence");
}

QString ReportWords::releaseDaysLabel()
{
    return tr("Release days kept");
}

QString ReportWords::missingDaysLabel()
{
    return tr("Days without a score");
}

QString ReportWords::runsLabel()
{
    return tr("Load of runs a week, before → since");
}

QString ReportWords::testsTitle()
{
    return tr("Self-tests, 0 none to 4 hard");
}

QString ReportWords::testsCaption(const ReportFacts& facts)
{
    std::optional<int> first;
    std::optional<int> latest;
    for (const auto& span : {facts.glute, facts.tilt}) {
        if (!span)
            continue;
        first = std::min(first.value_or(span->first.day), span->first.day);
        latest = std::max(latest.value_or(span->latest.day), span->latest.day);
    }
    if (!first)
        return tr("none yet");
    const LogSpan span{LocalDay::fromNumber(*first), LocalDay::fromNumber(*latest)};
    return span.first == span.last ? days(span, facts.today)
                                   : tr("first ○ to latest ●, %1").arg(days(span, facts.today));
}

std::array<QString, 4> ReportWords::testLabels()
{
    return {tr("Left glute"), tr("Right glute"), tr("Pelvis arched"), tr("Pelvis tucked")};
}

QString ReportWords::redStopsTitle()
{
    return tr("Red stops");
}

QString ReportWords::notesTitle()
{
    return tr("Latest notes");
}

QString ReportWords::recentTitle(const ReportFacts& facts)
{
    return tr("%1, last 4 weeks").arg(muscleLabel(facts.primary->muscle));
}

QString ReportWords::wholeTitle(const ReportFacts& facts)
{
    return tr("%1, whole log").arg(muscleLabel(facts.primary->muscle));
}

QString ReportWords::chartKey()
{
    return tr("Soreness 0–10. Points: scores. Lines: 7-day median, left solid, right dashed. Dotted: median of the "
              "phase. Shaded: baseline.");
}

QString ReportWords::noScores()
{
    return tr("No hamstring was scored yet, so there is no trend to show.");
}

QString ReportWords::notAdvice()
{
    return tr("Not medical advice. Psolog finds and treats no disease.");
}

QString ReportWords::method()
{
    return tr("How: one value a day, the median of its scores. Better or worse needs 7 days with a score before and "
              "since the first release, a test at 5 % that allows for day-to-day correlation and a bad start, and a "
              "change of 2 points and 30 %. Changed after, not because of.");
}

}  // namespace psolog
