// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/review.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "analysis/finding.h"
#include "analysis/median.h"
#include "analysis/runtotals.h"

namespace psolog {

namespace {

/// Values at their days.
struct Points {
    std::vector<double> x;
    std::vector<double> y;

    void add(std::int32_t day, double value)
    {
        x.push_back(day);
        y.push_back(value);
    }
    [[nodiscard]] PhaseValues values() const { return {x, y}; }
};

struct Phases {
    Points before;
    Points since;
};

/// Calendar days from `first` (included) to `end` (not included).
struct DayRange {
    std::int32_t first = 0;
    std::int32_t end = 0;

    [[nodiscard]] int length() const { return std::max(0, end - first); }
    [[nodiscard]] bool contains(LocalDay day) const { return day.number() >= first && day.number() < end; }
};

/// The first day that belongs to the release phase; later than every day without a release.
std::int32_t releaseDay(const ReviewFacts& facts)
{
    return facts.firstRelease ? facts.firstRelease->number() : std::numeric_limits<std::int32_t>::max();
}

void add(Phases& phases, std::int32_t release, std::int32_t day, double value)
{
    (day < release ? phases.before : phases.since).add(day, value);
}

Phases phasesOf(const std::vector<DayValue>& days, std::int32_t release)
{
    Phases phases;
    for (const DayValue& value : days)
        add(phases, release, value.day, value.median);
    return phases;
}

/// The weekly loads in the best unit that nearly all runs of both phases have. Nothing when no run was logged or a
/// phase is shorter than a week. The days after the last entry of any kind say nothing about runs.
std::optional<WeeklyLoads> loadsOf(const std::vector<DayActivity>& activity, DayRange before, DayRange since)
{
    if (activity.empty())
        return std::nullopt;
    since.end = std::min(since.end, activity.back().day.number() + 1);
    if (before.length() < kLeastPhaseDays || since.length() < kLeastPhaseDays)
        return std::nullopt;
    const RunTotals a = runTotals(activity, before.first, before.end);
    const RunTotals b = runTotals(activity, since.first, since.end);
    if (a.runs + b.runs == 0)
        return std::nullopt;
    const LoadUnit unit = commonUnit(a, b);
    return WeeklyLoads{unit, totalIn(unit, a) * 7 / before.length(), totalIn(unit, b) * 7 / since.length()};
}

/// The calendar days of the phases of a site.
struct PhaseDays {
    DayRange before;
    DayRange since;
};

/// `days` is not empty.
PhaseDays phaseDays(const ReviewFacts& facts, const std::vector<DayValue>& days)
{
    // Scores can be dated after today when the clock was set back.
    const std::int32_t end = std::max(facts.today.number(), days.back().day) + 1;
    const std::int32_t release = std::min(releaseDay(facts), end);
    return {{days.front().day, release}, {release, end}};
}

/// Median of a span of days, and how many there are.
struct Middle {
    int count = 0;
    std::optional<double> median;
};

Middle middleOf(const std::vector<DayValue>& days, std::int32_t first, std::int32_t end)
{
    std::vector<double> values;
    for (const DayValue& value : days)
        if (value.day >= first && value.day < end)
            values.push_back(value.median);
    return {static_cast<int>(values.size()), medianOf(values)};
}

/// Whether a change goes the promised way far enough.
bool shows(double before, double after, Improvement direction)
{
    return direction == Improvement::Increase ? after - before >= kEarlyChange : before - after >= kEarlyChange;
}

/// The state of a sign that is not seen. `baseline`: it is long enough, which it cannot become any more once released;
/// `known`: there are values enough to see it by.
SignState unseen(const ReviewFacts& facts, bool baseline, bool known)
{
    if (facts.firstRelease && !baseline)
        return SignState::Unknown;
    if (!facts.firstRelease || facts.today < *facts.firstRelease + kEarlyDays)
        return SignState::TooEarly;
    return known ? SignState::NotSeen : SignState::Unknown;
}

SignFinding sorenessSign(const ReviewFacts& facts, Sign sign, Muscle muscle, Improvement direction)
{
    const std::int32_t release = releaseDay(facts);
    constexpr std::int32_t kStart = std::numeric_limits<std::int32_t>::min();
    const auto baseline = [&](Side side) { return middleOf(facts.days[indexOf({muscle, side})], kStart, release); };
    const Middle left = baseline(Side::Left);
    const Middle right = baseline(Side::Right);
    SignFinding finding;
    finding.sign = sign;
    finding.side = right.median.value_or(-1) > left.median.value_or(-1) ? Side::Right : Side::Left;
    const Middle& before = finding.side == Side::Left ? left : right;
    finding.before = before.median;
    if (!facts.firstRelease)
        return finding;
    const auto& days = facts.days[indexOf({muscle, finding.side})];
    const Middle early = middleOf(days, release, release + kEarlyDays);
    finding.early = early.median;
    const bool known = before.count >= kLeastPhaseDays && early.count >= kLeastPhaseDays;
    finding.state = known && shows(*before.median, *early.median, direction)
        ? SignState::Seen
        : unseen(facts, before.count >= kLeastPhaseDays, known);
    if (finding.state != SignState::Seen)
        return finding;
    for (const DayValue& value : days) {
        if (value.day < release || value.day >= release + kEarlyDays || !value.rolling
            || !shows(*before.median, *value.rolling, direction))
            continue;
        finding.lastDay = value.day - release + 1;
        if (!finding.firstDay)
            finding.firstDay = finding.lastDay;
    }
    return finding;
}

SignFinding activationSign(const ReviewFacts& facts)
{
    const std::int32_t release = releaseDay(facts);
    const auto change = [&](Side side) {
        const std::int32_t last = facts.firstRelease ? release + kEarlyDays - 1 : release;
        return activationChange(facts.glute, side, release, last);
    };
    const TestChange left = change(Side::Left);
    const TestChange right = change(Side::Right);
    constexpr double kAboveScale = 5;
    SignFinding finding;
    finding.sign = Sign::ActivationUp;
    finding.side = right.before.value_or(kAboveScale) < left.before.value_or(kAboveScale) ? Side::Right : Side::Left;
    const TestChange& weaker = finding.side == Side::Left ? left : right;
    finding.before = weaker.before;
    finding.early = weaker.since;
    const bool known = finding.before && finding.early;
    finding.state = known && shows(*finding.before, *finding.early, Improvement::Increase)
        ? SignState::Seen
        : unseen(facts, finding.before.has_value(), known);
    if (finding.state != SignState::Seen)
        return finding;
    for (const TestPoint& test : facts.glute) {
        const auto& value = finding.side == Side::Left ? test.first : test.second;
        if (test.day < release || test.day >= release + kEarlyDays || !value
            || !shows(*finding.before, value->median, Improvement::Increase))
            continue;
        finding.lastDay = test.day - release + 1;
        if (!finding.firstDay)
            finding.firstDay = finding.lastDay;
    }
    return finding;
}

OutcomeRole roleOf(Muscle muscle)
{
    return muscle == Muscle::Calf || muscle == Muscle::Glute ? OutcomeRole::Secondary : OutcomeRole::Exploratory;
}

/// Describes an outcome; nothing without a value.
std::optional<Outcome> described(Outcome outcome, const Phases& phases)
{
    Points all = phases.before;
    all.x.insert(all.x.end(), phases.since.x.begin(), phases.since.x.end());
    all.y.insert(all.y.end(), phases.since.y.begin(), phases.since.y.end());
    if (all.y.empty())
        return std::nullopt;
    if (outcome.measure == OutcomeMeasure::Soreness) {
        // Days are alike: the interval is the one that a verdict would have beside it.
        VerdictFacts facts;
        facts.baseline = phases.before.values();
        facts.release = phases.since.values();
        facts.improvement = outcome.improvement;
        const Verdict verdict = judge(facts);
        outcome.phases = verdict.phases;
        outcome.line = verdict.line;
        return outcome;
    }
    outcome.phases = comparePhases(phases.before.values(), phases.since.values(), outcome.improvement);
    // Of a few tests on a scale of five steps no interval is honest; those of equal medians would have no width.
    outcome.phases.differenceInterval.reset();
    outcome.line = theilSen(all.x, all.y);
    return outcome;
}

Phases testPhases(const std::vector<TestPoint>& tests, std::optional<TestValue> TestPoint::*lane, std::int32_t release)
{
    Phases phases;
    for (const TestPoint& test : tests)
        if (const auto& value = test.*lane)
            add(phases, release, test.day, value->median);
    return phases;
}

}  // namespace

std::optional<Site> primarySite(const ReviewFacts& facts)
{
    std::vector<Finding> findings;
    for (const Side side : {Side::Left, Side::Right}) {
        const Site site{Muscle::Hamstring, side};
        findings.push_back(findingOf(site, facts.days[indexOf(site)], facts.firstRelease, facts.today));
    }
    const Finding* lead = leadingFinding(findings);
    return lead == nullptr ? std::nullopt : std::optional(lead->site);
}

Verdict judgeSite(const ReviewFacts& facts, Site site)
{
    const std::vector<DayValue>& days = facts.days[indexOf(site)];
    const Phases phases = phasesOf(days, releaseDay(facts));
    VerdictFacts asked;
    asked.baseline = phases.before.values();
    asked.release = phases.since.values();
    if (!days.empty()) {
        const auto [before, since] = phaseDays(facts, days);
        // Today is not missing yet.
        const auto open = [&](DayRange range) {
            return range.contains(facts.today) && days.back().day < facts.today.number() ? 1 : 0;
        };
        if (!phases.before.y.empty())
            asked.missingBefore = before.length() - static_cast<int>(phases.before.y.size()) - open(before);
        asked.missingSince = since.length() - static_cast<int>(phases.since.y.size()) - open(since);
        if (const auto loads = loadsOf(facts.activity, before, since)) {
            asked.weeklyLoadBefore = loads->before;
            asked.weeklyLoadSince = loads->since;
        }
    }
    return judge(asked);
}

std::optional<WeeklyLoads> weeklyLoads(const ReviewFacts& facts, Site site)
{
    const std::vector<DayValue>& days = facts.days[indexOf(site)];
    if (days.empty())
        return std::nullopt;
    const auto [before, since] = phaseDays(facts, days);
    return loadsOf(facts.activity, before, since);
}

std::vector<SignFinding> earlySigns(const ReviewFacts& facts)
{
    return {sorenessSign(facts, Sign::GlutesSorer, Muscle::Glute, Improvement::Increase),
            sorenessSign(facts, Sign::HamstringsLessSore, Muscle::Hamstring, Improvement::Decrease),
            sorenessSign(facts, Sign::CalvesLessSore, Muscle::Calf, Improvement::Decrease), activationSign(facts)};
}

std::vector<Outcome> otherOutcomes(const ReviewFacts& facts)
{
    const std::int32_t release = releaseDay(facts);
    const std::optional<Site> primary = primarySite(facts);
    std::vector<Outcome> outcomes;
    const auto add = [&](const Outcome& outcome, const Phases& phases) {
        if (const auto complete = described(outcome, phases))
            outcomes.push_back(*complete);
    };
    const auto addSites = [&](OutcomeRole role) {
        for (const Site site : allSites()) {
            if (roleOf(site.muscle) != role || site == primary)
                continue;
            Outcome outcome;
            outcome.site = site;
            outcome.role = role;
            outcome.improvement = site.muscle == Muscle::Glute ? Improvement::Increase : Improvement::Decrease;
            add(outcome, phasesOf(facts.days[indexOf(site)], release));
        }
    };
    const auto addTest = [&](OutcomeMeasure measure, Side side, const std::vector<TestPoint>& tests,
                             std::optional<TestValue> TestPoint::*lane) {
        Outcome outcome;
        outcome.measure = measure;
        outcome.site = {Muscle::Glute, side};
        outcome.role = OutcomeRole::Secondary;
        outcome.improvement = Improvement::Increase;
        add(outcome, testPhases(tests, lane, release));
    };
    addSites(OutcomeRole::Secondary);
    addTest(OutcomeMeasure::GluteActivation, Side::Left, facts.glute, &TestPoint::first);
    addTest(OutcomeMeasure::GluteActivation, Side::Right, facts.glute, &TestPoint::second);
    addTest(OutcomeMeasure::TiltArched, Side::Left, facts.tilt, &TestPoint::first);
    addTest(OutcomeMeasure::TiltTucked, Side::Left, facts.tilt, &TestPoint::second);
    addSites(OutcomeRole::Exploratory);
    return outcomes;
}

Result<ReviewFacts> readReviewFacts(ITrendLog& trends, ISelfTestLog& tests, LocalDay today,
                                    const std::vector<Site>& sites, LaterDays later)
{
    ReviewFacts facts;
    facts.today = today;
    const auto span = trends.span();
    if (!span)
        return tl::unexpected(span.error());
    const bool leaveOut = later == LaterDays::LeaveOut;
    if (!*span || (leaveOut && (*span)->first > today))
        return facts;
    const LocalDay first = (*span)->first;
    const LocalDay last = leaveOut ? today : std::max(today, (*span)->last);
    const auto release = trends.firstReleaseDay();
    if (!release)
        return tl::unexpected(release.error());
    if (*release && **release <= last)
        facts.firstRelease = *release;
    auto activity = trends.activity(first, last);
    if (!activity)
        return tl::unexpected(activity.error());
    facts.activity = std::move(*activity);
    for (const Site site : sites) {
        const auto points = trends.dayScores(site, first, last);
        if (!points)
            return tl::unexpected(points.error());
        facts.days[indexOf(site)] = daySeries(*points);
    }
    const auto selfTests = tests.between(first, last);
    if (!selfTests)
        return tl::unexpected(selfTests.error());
    facts.glute = testSeries(*selfTests, SelfTestKind::GluteActivation);
    facts.tilt = testSeries(*selfTests, SelfTestKind::PelvicTilt);
    return facts;
}

}  // namespace psolog
