// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/beforeafter.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "analysis/median.h"

namespace psolog {

namespace {

/// Half a rating is one of two repeats off by one.
constexpr double kWholeRating = 1.0;

bool isGluteTest(const SelfTest& test)
{
    return test.kind == SelfTestKind::GluteActivation && !test.readings.empty();
}

bool hasEnded(const ReleaseSession& session)
{
    return session.outcome != ReleaseOutcome::Running && session.outcome != ReleaseOutcome::Discarded;
}

/// Whether another session had its part in what changed between the test and the session.
bool isBetween(const SelfTest& test, const ReleaseSession& session, const std::vector<ReleaseSession>& sessions)
{
    return std::any_of(sessions.begin(), sessions.end(), [&](const ReleaseSession& other) {
        const UtcTime at = other.recorded.at.utc;
        return other.id != session.id && other.worked > Seconds(0) && at >= test.recorded.at.utc
            && at < session.recorded.at.utc;
    });
}

const SelfTest* lastBefore(const ReleaseSession& session, const std::vector<SelfTest>& tests,
                           const std::vector<ReleaseSession>& sessions)
{
    const UtcTime start = session.recorded.at.utc;
    const SelfTest* last = nullptr;
    for (const SelfTest& test : tests) {
        const UtcTime at = test.recorded.at.utc;
        const bool near = start - at <= kBeforeRelease || test.recorded.day == session.recorded.day;
        if (isGluteTest(test) && test.complete && at < start && near && (last == nullptr || last->recorded.at.utc < at))
            last = &test;
    }
    if (last != nullptr && isBetween(*last, session, sessions))
        return nullptr;
    return last;
}

/// Quantile by linear interpolation between the sorted values; `values` is not empty.
double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below));
}

Standing standingOf(std::optional<double> now, std::vector<double> newestFirst, double nextTo)
{
    Standing standing;
    standing.now = now;
    if (newestFirst.size() > static_cast<std::size_t>(kMostEarlier))
        newestFirst.resize(static_cast<std::size_t>(kMostEarlier));
    standing.earlier = static_cast<int>(newestFirst.size());
    standing.median = medianOf(newestFirst);
    if (!now || standing.earlier < kLeastEarlier)
        return standing;
    std::sort(newestFirst.begin(), newestFirst.end());
    if (std::abs(*now - *standing.median) <= nextTo)
        standing.rank = Rank::Usual;
    else if (*now < quantile(newestFirst, 0.25))
        standing.rank = Rank::Less;
    else
        standing.rank = *now > quantile(newestFirst, 0.75) ? Rank::More : Rank::Usual;
    return standing;
}

std::optional<double> asDouble(std::optional<int> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

std::optional<int> releasedPoints(const ReleaseSession& session)
{
    return markedPoints(session) ? std::optional(session.pointsReleased()) : std::nullopt;
}

}  // namespace

UtcTime endOf(const ReleaseSession& session)
{
    UtcTime end = session.recorded.at.utc + session.worked;
    for (const SessionEvent& event : session.events)
        end = std::max(end, event.at.utc);
    return end;
}

std::optional<Mismatch> mismatchOf(const SelfTest& before, const SelfTest& after)
{
    if (before.wordingVersion != after.wordingVersion)
        return Mismatch::Wording;
    if (before.pillow != after.pillow)
        return Mismatch::Pillow;
    if (before.hold != after.hold)
        return Mismatch::Hold;
    if (before.repeats != after.repeats)
        return Mismatch::Repeats;
    return std::nullopt;
}

SideChange sideChange(const SelfTest& before, const SelfTest& after, Side side)
{
    SideChange change;
    change.before = sideValue(before, side);
    change.after = sideValue(after, side);
    if (!change.before || !change.after)
        return change;
    change.change = change.after->median - change.before->median;
    const auto rated = [side](const SelfTest& test) {
        return std::count_if(test.readings.begin(), test.readings.end(),
                             [side](const Reading& reading) { return reading.side == side; });
    };
    if (rated(before) < 2 || rated(after) < 2)
        return change;
    const bool touch = change.before->min <= change.after->max && change.after->min <= change.before->max;
    change.repeats = touch || std::abs(*change.change) < kWholeRating ? Repeats::Within : Repeats::Beyond;
    return change;
}

BeforeAfter beforeAfter(const ReleaseSession& session, const std::vector<SelfTest>& tests,
                        const std::vector<ReleaseSession>& sessions)
{
    BeforeAfter found;
    if (const SelfTest* before = lastBefore(session, tests, sessions))
        found.before = *before;
    if (session.outcome == ReleaseOutcome::Running)
        return found;

    const UtcTime end = endOf(session);
    UtcTime until = end + kAfterRelease;
    for (const ReleaseSession& other : sessions)
        if (other.id != session.id && other.recorded.at.utc > session.recorded.at.utc)
            until = std::min(until, other.recorded.at.utc - Milliseconds(1));
    std::vector<const SelfTest*> after;
    for (const SelfTest& test : tests)
        if (isGluteTest(test) && test.recorded.at.utc >= end && test.recorded.at.utc <= until)
            after.push_back(&test);
    std::stable_sort(after.begin(), after.end(),
                     [](const SelfTest* a, const SelfTest* b) { return a->recorded.at.utc < b->recorded.at.utc; });
    for (const SelfTest* test : after) {
        if (!test->complete) {
            found.brokenOff = true;
            continue;
        }
        if (!found.before)
            break;
        const auto mismatch = mismatchOf(*found.before, *test);
        if (!mismatch) {
            found.after = *test;
            break;
        }
        if (!found.mismatch)
            found.mismatch = mismatch;
    }
    if (!found.after)
        return found;
    found.mismatch.reset();
    found.brokenOff = false;
    found.left = sideChange(*found.before, *found.after, Side::Left);
    found.right = sideChange(*found.before, *found.after, Side::Right);
    return found;
}

std::optional<ReleaseSession> releaseBefore(const SelfTest& test, const std::vector<ReleaseSession>& sessions)
{
    if (test.kind != SelfTestKind::GluteActivation)
        return std::nullopt;
    const UtcTime at = test.recorded.at.utc;
    const ReleaseSession* last = nullptr;
    for (const ReleaseSession& session : sessions)
        if (session.recorded.at.utc <= at && (last == nullptr || session.recorded.at.utc > last->recorded.at.utc))
            last = &session;
    if (last == nullptr || !hasEnded(*last) || endOf(*last) > at || at - endOf(*last) > kAfterRelease)
        return std::nullopt;
    return *last;
}

std::optional<int> tightnessChange(const ReleaseSession& session, Side side)
{
    const auto& before = side == Side::Left ? session.before.left : session.before.right;
    const auto& after = side == Side::Left ? session.after.left : session.after.right;
    if (!before || !after)
        return std::nullopt;
    return after->value() - before->value();
}

std::optional<int> markedPoints(const ReleaseSession& session)
{
    const int found = session.pointsFound();
    return found > 0 ? std::optional(found) : std::nullopt;
}

SessionStanding standing(const ReleaseSession& session, const std::vector<ReleaseSession>& sessions)
{
    std::vector<const ReleaseSession*> earlier;
    for (const ReleaseSession& other : sessions)
        if (other.id != session.id && hasEnded(other) && other.recorded.at.utc < session.recorded.at.utc)
            earlier.push_back(&other);
    std::stable_sort(earlier.begin(), earlier.end(), [](const ReleaseSession* a, const ReleaseSession* b) {
        return a->recorded.at.utc > b->recorded.at.utc;
    });
    const auto among = [&](auto value, bool sameLength, double nextTo) {
        std::vector<double> values;
        for (const ReleaseSession* other : earlier)
            if (const std::optional<double> one = value(*other);
                one && (!sameLength || other->planned == session.planned))
                values.push_back(*one);
        return standingOf(value(session), std::move(values), nextTo);
    };
    constexpr double kOnePoint = 1;
    constexpr double kFewSeconds = 15;
    SessionStanding all;
    all.leftTightness =
        among([](const ReleaseSession& one) { return asDouble(tightnessChange(one, Side::Left)); }, false, kOnePoint);
    all.rightTightness =
        among([](const ReleaseSession& one) { return asDouble(tightnessChange(one, Side::Right)); }, false, kOnePoint);
    all.pointsFound = among([](const ReleaseSession& one) { return asDouble(markedPoints(one)); }, true, kOnePoint);
    all.pointsReleased =
        among([](const ReleaseSession& one) { return asDouble(releasedPoints(one)); }, true, kOnePoint);
    all.worked = among(
        [](const ReleaseSession& one) { return std::optional(std::chrono::duration<double>(one.worked).count()); },
        true, kFewSeconds);
    return all;
}

}  // namespace psolog
