// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rosterflags.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "analysis/median.h"
#include "analysis/theilsen.h"

namespace psolog {

namespace {

Flag flagOf(FlagKind kind, LocalDay since)
{
    Flag flag;
    flag.kind = kind;
    flag.since = since;
    return flag;
}

/// Days with a high score at the end of a list: the last `count` of it.
std::size_t highDays(const std::vector<DayHigh>& days)
{
    const auto low =
        std::find_if(days.rbegin(), days.rend(), [](const DayHigh& day) { return day.score < kHighScore; });
    return static_cast<std::size_t>(low - days.rbegin());
}

/// The verdicts on a site after each of its days; it was released on one of them.
class Verdicts {
public:
    Verdicts(const std::vector<DayValue>& days, LocalDay firstRelease)
    {
        for (const DayValue& day : days) {
            m_baseline += day.day < firstRelease.number() ? 1U : 0U;
            m_x.push_back(day.day);
            m_y.push_back(day.median);
        }
    }
    /// Of the first `count` days, as judgeSite() judges them. `count` reaches beyond the baseline.
    [[nodiscard]] VerdictKind after(std::size_t count) const
    {
        VerdictFacts asked;
        asked.baseline = {first(m_x, m_baseline), first(m_y, m_baseline)};
        asked.release = {first(m_x, count).subspan(m_baseline), first(m_y, count).subspan(m_baseline)};
        return verdictKind(asked);
    }
    /// The most days after which nothing can be judged yet.
    [[nodiscard]] std::size_t tooFew() const { return m_baseline + static_cast<std::size_t>(kLeastPhaseDays) - 1; }

private:
    static std::span<const double> first(const std::vector<double>& values, std::size_t count)
    {
        return std::span(values).first(count);
    }

    std::size_t m_baseline = 0;
    std::vector<double> m_x;
    std::vector<double> m_y;
};

/// The days of a series that lie in [first, last], as numbers.
struct Stretch {
    std::vector<double> x;
    std::vector<double> y;

    Stretch(const std::vector<DayValue>& days, std::int32_t first, std::int32_t last)
    {
        auto day = std::lower_bound(days.begin(), days.end(), first,
                                    [](const DayValue& value, std::int32_t wanted) { return value.day < wanted; });
        for (; day != days.end() && day->day <= last; ++day) {
            x.push_back(day->day);
            y.push_back(day->median);
        }
    }
};

/// How far the site rises in the days up to this one; nothing when the rule is not true then.
struct Rise {
    double points = 0;
    int days = 0;
};

std::optional<Rise> riseUpTo(const std::vector<DayValue>& days, std::int32_t last)
{
    const Stretch stretch(days, last - (kRisingDays - 1), last);
    if (stretch.x.size() < static_cast<std::size_t>(kRisingLeastScores))
        return std::nullopt;
    const double length = stretch.x.back() - stretch.x.front();
    const auto line = theilSen(stretch.x, stretch.y);
    if (!line || !line->intervalKnown || line->slopeInterval.low <= 0 || line->slope * length < kRisingPoints)
        return std::nullopt;
    return Rise{line->slope * length, static_cast<int>(length) + 1};
}

/// The days in [first, last] on which an experiment says that there is to be no release; in order, each once.
std::vector<LocalDay> freeDays(const std::vector<Kept<Experiment>>& experiments, LocalDay first, LocalDay last)
{
    std::vector<LocalDay> days;
    for (const auto& [plan, deleted, changed] : experiments) {
        if (deleted)
            continue;
        LocalDay end = std::min(last, plan.lastDay()) + 1;
        if (plan.ended)
            end = std::min(end, plan.ended->day);
        for (LocalDay day = std::max({first, plan.firstDay, plan.recorded.day}); day < end; day = day + 1)
            if (!plan.isReleaseDay(day))
                days.push_back(day);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// Left less right; the point has both.
double differenceOf(const TestPoint& test)
{
    return test.first->median - test.second->median;
}

/// What a difference must exceed in the last of these tests.
double noiseOf(const std::vector<TestPoint>& tests, std::size_t last)
{
    const TestPoint& test = tests[last];
    const int spread = std::max(test.first->max - test.first->min, test.second->max - test.second->min);
    const double noise = std::max(kAsymmetryStep, static_cast<double>(spread));
    if (last + 1 < static_cast<std::size_t>(kAsymmetryLeastTests))
        return noise;
    std::vector<double> changes;
    for (std::size_t i = last; i > 0 && last - i + 1 < static_cast<std::size_t>(kAsymmetryTests); --i)
        changes.push_back(std::abs(differenceOf(tests[i]) - differenceOf(tests[i - 1])));
    return std::max(noise, medianOf(std::move(changes)).value_or(0));
}

bool isBeyond(const std::vector<TestPoint>& tests, std::size_t last)
{
    return std::abs(differenceOf(tests[last])) > noiseOf(tests, last);
}

}  // namespace

FlagRule ruleOf(FlagKind kind)
{
    FlagRule rule;
    switch (kind) {
    case FlagKind::RedStop:
        rule.days = kRedStopDays;
        break;
    case FlagKind::HighScore:
        rule.days = kHighScoreWindow;
        rule.least = kHighScoreDays;
        rule.points = kHighScore;
        break;
    case FlagKind::Worse:
        rule.least = kLeastPhaseDays;
        rule.points = kLeastChange;
        rule.share = kLeastShare;
        break;
    case FlagKind::Rising:
        rule.days = kRisingDays;
        rule.least = kRisingLeastScores;
        rule.points = kRisingPoints;
        break;
    case FlagKind::Silent:
        rule.days = kSilentDays;
        break;
    case FlagKind::PlanNotFollowed:
        rule.days = kPlanLeastDays;
        rule.share = kPlanShare;
        rule.halfLife = kPlanHalfLife;
        break;
    case FlagKind::Asymmetry:
        rule.days = kAsymmetryDays;
        rule.least = kAsymmetryTests;
        rule.points = kAsymmetryStep;
        break;
    }
    return rule;
}

std::optional<Flag> redStopFlag(const std::vector<Kept<ReleaseSession>>& releases, LocalDay today)
{
    std::optional<Flag> latest;
    for (const auto& [session, deleted, changed] : releases) {
        const bool red = session.outcome == ReleaseOutcome::Stopped && session.stopReason && isRed(*session.stopReason);
        const LocalDay day = session.recorded.day;
        if (deleted || !red || day > today || day <= today - kRedStopDays || (latest && day < latest->since))
            continue;
        latest = flagOf(FlagKind::RedStop, day);
        latest->reason = session.stopReason;
    }
    return latest;
}

std::vector<Flag> highScoreFlags(const SiteHighs& highs, LocalDay today)
{
    constexpr auto kDays = static_cast<std::size_t>(kHighScoreDays);
    std::vector<Flag> flags;
    for (const Site site : allSites()) {
        const std::vector<DayHigh>& days = highs[indexOf(site)];
        const std::size_t count = highDays(days);
        if (count < kDays || days[days.size() - kDays].day <= today.number() - kHighScoreWindow)
            continue;
        // Back to where three of them lie too far apart.
        std::size_t third = days.size() - 1;
        const auto close = [&](std::size_t last) { return days[last].day - days[last - 2].day < kHighScoreWindow; };
        while (third > days.size() - count + (kDays - 1) && close(third - 1))
            --third;
        Flag flag = flagOf(FlagKind::HighScore, LocalDay::fromNumber(days[third].day));
        flag.site = site;
        const std::size_t first = third - (kDays - 1);
        flag.days = static_cast<int>(days.size() - first);
        for (std::size_t i = first; i < days.size(); ++i)
            flag.value = std::max(flag.value, static_cast<double>(days[i].score));
        flags.push_back(flag);
    }
    std::stable_sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) { return a.value > b.value; });
    return flags;
}

std::optional<Flag> worseFlag(const ReviewFacts& facts, Site site, const Verdict& verdict)
{
    if (verdict.kind != VerdictKind::Worse || !facts.firstRelease)
        return std::nullopt;
    const std::vector<DayValue>& days = facts.days[indexOf(site)];
    const Verdicts verdicts(days, *facts.firstRelease);
    const auto worse = [&](std::size_t count) { return verdicts.after(count) == VerdictKind::Worse; };
    std::size_t never = verdicts.tooFew();
    std::size_t known = days.size();
    for (std::size_t step = 1; known > never + step; step *= 2) {
        if (!worse(known - step)) {
            never = known - step;
            break;
        }
        known -= step;
    }
    while (known - never > 1) {
        const std::size_t middle = never + (known - never) / 2;
        (worse(middle) ? known : never) = middle;
    }
    Flag flag = flagOf(FlagKind::Worse, LocalDay::fromNumber(days[known - 1].day));
    flag.site = site;
    flag.value = verdict.phases.difference.value_or(0);
    return flag;
}

std::optional<Flag> risingFlag(const std::vector<DayValue>& days, Site site, LocalDay today)
{
    const auto rise = riseUpTo(days, today.number());
    if (!rise)
        return std::nullopt;
    std::int32_t since = today.number();
    while (riseUpTo(days, since - 1))
        --since;
    Flag flag = flagOf(FlagKind::Rising, LocalDay::fromNumber(since));
    flag.site = site;
    flag.days = rise->days;
    flag.value = rise->points;
    return flag;
}

std::optional<Flag> silentFlag(std::optional<LocalDay> lastCheckIn, LocalDay created, LocalDay today)
{
    const LocalDay last = lastCheckIn.value_or(created);
    if (today - last < kSilentDays)
        return std::nullopt;
    Flag flag = flagOf(FlagKind::Silent, last + kSilentDays);
    flag.days = today - last;
    return flag;
}

std::optional<PlanKept> adherenceOf(const ReviewFacts& facts, const std::vector<Kept<Experiment>>& experiments,
                                    std::optional<int> daysAWeek)
{
    if (!facts.firstRelease || facts.activity.empty())
        return std::nullopt;
    PlanKept plan;
    plan.adherence.planned = std::clamp(daysAWeek.value_or(7), 1, 7);
    const double planned = plan.adherence.planned / 7.0;
    const double decay = std::exp2(-1.0 / kPlanHalfLife);
    const LocalDay last = facts.activity.back().day;
    auto entry = std::lower_bound(facts.activity.begin(), facts.activity.end(), *facts.firstRelease,
                                  [](const DayActivity& day, LocalDay wanted) { return day.day < wanted; });
    const std::vector<LocalDay> free = freeDays(experiments, *facts.firstRelease, last);
    auto nextFree = free.begin();
    double released = 0;
    double counted = 0;
    int days = 0;
    plan.adherence.score = 1;  // where nothing was planned yet
    for (LocalDay day = *facts.firstRelease; day <= last; day = day + 1) {
        const bool logged = entry != facts.activity.end() && entry->day == day;
        const bool release = logged && entry->releases > 0;
        if (logged)
            ++entry;
        if (release && facts.today - day < 7)
            ++plan.adherence.done;
        const bool isFree = nextFree != free.end() && *nextFree == day;
        if (isFree)
            ++nextFree;
        if ((day == last && !release) || isFree)
            continue;
        released = released * decay + (release ? 1 : 0);
        counted = counted * decay + 1;
        plan.adherence.score = std::min(1.0, released / counted / planned);
        const bool broken = ++days >= kPlanLeastDays && plan.adherence.score < kPlanShare;
        plan.brokenSince = broken ? std::optional(plan.brokenSince.value_or(day)) : std::nullopt;
    }
    return plan;
}

std::optional<Flag> planFlag(const std::optional<PlanKept>& plan)
{
    if (!plan || !plan->brokenSince)
        return std::nullopt;
    Flag flag = flagOf(FlagKind::PlanNotFollowed, *plan->brokenSince);
    flag.value = plan->adherence.score;
    return flag;
}

std::optional<SidesKept> sidesOf(const std::vector<TestPoint>& glute)
{
    std::vector<TestPoint> tests;
    std::copy_if(glute.begin(), glute.end(), std::back_inserter(tests),
                 [](const TestPoint& test) { return test.first && test.second; });
    if (tests.empty())
        return std::nullopt;
    std::size_t last = tests.size() - 1;
    const double points = differenceOf(tests[last]);
    SidesKept sides;
    sides.difference.day = LocalDay::fromNumber(tests[last].day);
    sides.difference.weaker = points > 0 ? Side::Right : Side::Left;
    sides.difference.points = std::abs(points);
    sides.difference.beyond = isBeyond(tests, last);
    if (!sides.difference.beyond)
        return sides;
    while (last > 0 && differenceOf(tests[last - 1]) * points > 0 && isBeyond(tests, last - 1))
        --last;
    sides.beyondSince = LocalDay::fromNumber(tests[last].day);
    return sides;
}

std::optional<Flag> asymmetryFlag(const std::optional<SidesKept>& sides, LocalDay today)
{
    if (!sides || !sides->beyondSince || today - sides->difference.day >= kAsymmetryDays)
        return std::nullopt;
    Flag flag = flagOf(FlagKind::Asymmetry, *sides->beyondSince);
    flag.site = Site{Muscle::Glute, sides->difference.weaker};
    flag.value = sides->difference.points;
    return flag;
}

}  // namespace psolog
