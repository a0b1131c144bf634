// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/comparewords.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "gui/body/sitewords.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

constexpr std::array kBothSides{Side::Left, Side::Right};
constexpr double kMetresPerKm = 1000;

QString dash()
{
    return QStringLiteral("–");
}

QString median(const std::optional<double>& value)
{
    return value ? medianWords(*value) : dash();
}

/// One decimal, none for whole numbers.
QString rate(double value)
{
    return medianWords(std::round(value * 10) / 10);
}

QString difference(const std::optional<double>& first, const std::optional<double>& second)
{
    return first && second ? signedWords(std::round((*second - *first) * 10) / 10) : QString();
}

/// A fact of both as words, a dash where there are no days.
template <class Of>
CompareRow rowOf(const QString& fact, const CompareSide& first, const CompareSide& second, Of of)
{
    return {fact, first.facts ? of(*first.facts) : dash(), second.facts ? of(*second.facts) : dash(), {}};
}

template <class Of>
CompareRow rateRow(const QString& fact, const CompareSide& first, const CompareSide& second, Of of)
{
    CompareRow row = rowOf(fact, first, second, [&](const PeriodFacts& facts) { return rate(of(facts)); });
    if (first.facts && second.facts)
        row.difference = difference(of(*first.facts), of(*second.facts));
    return row;
}

QString loadName(LoadUnit unit)
{
    switch (unit) {
    case LoadUnit::SessionLoad:
        return Words::tr("Effort × minutes a week");
    case LoadUnit::Minutes:
        return Words::tr("Minutes run a week");
    case LoadUnit::Metres:
        return Words::tr("Km a week");
    case LoadUnit::Runs:
        break;
    }
    return {};
}

QString gluteWords(const PeriodFacts& facts)
{
    if (!facts.glute)
        return Words::tr("no test");
    const auto value = [](const std::optional<TestValue>& lane) { return lane ? medianWords(lane->median) : dash(); };
    return Words::tr("left %1, right %2").arg(value(facts.glute->first), value(facts.glute->second));
}

std::optional<double> medianOf(const CompareSide& side, std::size_t index)
{
    return side.facts ? side.facts->soreness.at(index).median : std::nullopt;
}

Muscle muscleOf(const CompareSide& first, const CompareSide& second)
{
    return first.facts ? first.facts->muscle : second.facts ? second.facts->muscle : Muscle::Hamstring;
}

}  // namespace

std::vector<CompareRow> compareRows(const CompareSide& first, const CompareSide& second, bool twoAthletes)
{
    std::vector<CompareRow> rows;
    const Muscle muscle = muscleOf(first, second);
    for (std::size_t i = 0; i < kBothSides.size(); ++i) {
        CompareRow row = rowOf(Words::tr("%1, median").arg(siteLabel({muscle, kBothSides.at(i)})), first, second,
                               [&](const PeriodFacts& facts) { return median(facts.soreness.at(i).median); });
        row.difference = difference(medianOf(first, i), medianOf(second, i));
        rows.push_back(row);
    }
    rows.push_back(rowOf(Words::tr("Days with a score"), first, second, [](const PeriodFacts& facts) {
        const int days = std::max(facts.soreness[0].days, facts.soreness[1].days);
        return Words::tr("%1 of %2", "days").arg(days).arg(facts.length());
    }));
    rows.push_back(rateRow(Words::tr("Release days a week"), first, second,
                           [](const PeriodFacts& facts) { return facts.perWeek(facts.releaseDays); }));
    rows.push_back(rateRow(Words::tr("Runs a week"), first, second,
                           [](const PeriodFacts& facts) { return facts.perWeek(facts.runs.runs); }));
    const LoadUnit unit =
        commonUnit(first.facts ? first.facts->runs : RunTotals{}, second.facts ? second.facts->runs : RunTotals{});
    const bool ran = (first.facts && first.facts->runs.runs > 0) || (second.facts && second.facts->runs.runs > 0);
    if (ran && unit != LoadUnit::Runs) {
        const double scale = unit == LoadUnit::Metres ? kMetresPerKm : 1;
        const auto load = [&](const PeriodFacts& facts) {
            const double weekly = facts.perWeek(totalIn(unit, facts.runs)) / scale;
            return unit == LoadUnit::Metres ? weekly : std::round(weekly);
        };
        rows.push_back(rateRow(loadName(unit), first, second, load));
    }
    CompareRow glute = rowOf(Words::tr("Last glute test"), first, second, gluteWords);
    if (first.facts && second.facts && first.facts->glute && second.facts->glute) {
        const auto of = [](const std::optional<TestValue>& lane) {
            return lane ? std::optional(lane->median) : std::nullopt;
        };
        const QString left = difference(of(first.facts->glute->first), of(second.facts->glute->first));
        const QString right = difference(of(first.facts->glute->second), of(second.facts->glute->second));
        glute.difference =
            Words::tr("left %1, right %2").arg(left.isEmpty() ? dash() : left, right.isEmpty() ? dash() : right);
    }
    rows.push_back(glute);
    if (twoAthletes)
        rows.push_back({Words::tr("Verdict, whole log"), first.verdict, second.verdict, {}});
    return rows;
}

QString compareTitle(const CompareSide& first, const CompareSide& second, bool twoAthletes)
{
    if (!first.facts || !second.facts)
        return Words::tr("Choose days that both logs have");
    const Muscle muscle = muscleOf(first, second);
    // The side with the larger difference leads; the left one of equals.
    std::size_t lead = 0;
    double most = -1;
    for (std::size_t i = 0; i < kBothSides.size(); ++i) {
        const auto a = medianOf(first, i);
        const auto b = medianOf(second, i);
        if (a && b && std::abs(*b - *a) > most) {
            most = std::abs(*b - *a);
            lead = i;
        }
    }
    const QString site = siteLabel({muscle, kBothSides.at(lead)});
    if (most < 0)
        return Words::tr("%1: no score to compare").arg(muscleLabel(muscle));
    const QString a = median(medianOf(first, lead));
    const QString b = median(medianOf(second, lead));
    if (most == 0)
        return Words::tr("%1: median %2 in both").arg(site, a);
    return twoAthletes ? Words::tr("%1: median %2 and %3").arg(site, a, b)
                       : Words::tr("%1: median %2, then %3").arg(site, a, b);
}

QString compareCaution(bool twoAthletes)
{
    return twoAthletes ? Words::tr("This describes two logs; it does not say why they differ. People give the same "
                                   "soreness different numbers: compare how each moves, not who has less.")
                       : Words::tr("This describes two stretches of one log; it does not say why they differ. Harder "
                                   "weeks, illness and ordinary good and bad spells look the same.");
}

QString periodName(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::LastFourWeeks:
        return Words::tr("Last 4 weeks");
    case PeriodKind::FourWeeksBefore:
        return Words::tr("The 4 weeks before");
    case PeriodKind::Baseline:
        return Words::tr("Baseline");
    case PeriodKind::SinceRelease:
        return Words::tr("Since the first release");
    }
    return {};
}

}  // namespace psolog
