// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "analysis/testseries.h"
#include "core/records.h"

namespace psolog {

/// A glute test belongs to a release as the one before it when it began at most this long before, or on the same local
/// day, and no other release was worked in since; as the one after it when it began at most this long after the end.
inline constexpr std::chrono::hours kBeforeRelease{24};
inline constexpr std::chrono::hours kAfterRelease{2};

/// How a difference compares with what one test already shows between its own repeats.
enum class Repeats {
    Unknown,  ///< a side was rated once only: there is no spread to compare with
    Within,   ///< the spreads touch, or the medians are less than one whole rating apart
    Beyond,   ///< the spreads are apart, and the medians by a whole rating or more
};

/// One side before and after. Changed after, not because of: being tested twice changes the result by itself.
struct SideChange {
    std::optional<TestValue> before;
    std::optional<TestValue> after;
    std::optional<double> change;  ///< of the medians; empty unless both are there
    Repeats repeats = Repeats::Unknown;

    friend bool operator==(const SideChange&, const SideChange&) = default;
};

/// Why a test after a release cannot be set against the one before it.
enum class Mismatch {
    Wording,
    Pillow,
    Hold,
    Repeats,
};

/// What the glute tests around one release say. Tests that were broken off and tilt tests do not count.
struct BeforeAfter {
    std::optional<SelfTest> before;    ///< the last one before the release
    std::optional<SelfTest> after;     ///< the first one after it that can be set against `before`
    std::optional<Mismatch> mismatch;  ///< there is no `after`, but there is a test after it that differs in this
    bool brokenOff = false;            ///< there is no `after`, but one was begun and not finished
    SideChange left;
    SideChange right;

    [[nodiscard]] bool isComplete() const { return before && after; }
};

/// The moment a session ended: its last event, or its start and the time worked where that is later.
[[nodiscard]] UtcTime endOf(const ReleaseSession& session);

/// The first difference that makes two glute tests incomparable; nothing for two that can be compared. Which side came
/// first is none: over two tests of a few minutes a re-test keeps it, see the page that starts it.
[[nodiscard]] std::optional<Mismatch> mismatchOf(const SelfTest& before, const SelfTest& after);

[[nodiscard]] SideChange sideChange(const SelfTest& before, const SelfTest& after, Side side);

/// The tests around a session. A test after the next session began is not this one's. Tests and sessions in any order,
/// with or without the session itself. A session that runs has no test after it.
[[nodiscard]] BeforeAfter beforeAfter(const ReleaseSession& session, const std::vector<SelfTest>& tests,
                                      const std::vector<ReleaseSession>& sessions);

/// The session that a glute test is the test after of, if any: the last one that ended before the test began, at most
/// kAfterRelease earlier.
[[nodiscard]] std::optional<ReleaseSession> releaseBefore(const SelfTest& test,
                                                          const std::vector<ReleaseSession>& sessions);

/// How one session stands among those before it.
enum class Rank {
    TooFew,  ///< less than kLeastEarlier earlier values, or no value now
    Less,
    Usual,  ///< between the quartiles of the earlier values, or next to their median
    More,
};

/// With fewer earlier values nothing is called usual.
inline constexpr int kLeastEarlier = 3;
/// Earlier sessions looked at: the newest ones that have the value.
inline constexpr int kMostEarlier = 10;

/// One number of a session against the same number of earlier ones. What was not asked or not marked is missing, never
/// zero.
struct Standing {
    std::optional<double> now;
    std::optional<double> median;  ///< of the earlier values
    int earlier = 0;               ///< how many there are
    Rank rank = Rank::TooFew;

    friend bool operator==(const Standing&, const Standing&) = default;
};

struct SessionStanding {
    Standing leftTightness;  ///< change of the tightness, after minus before
    Standing rightTightness;
    Standing pointsFound;     ///< nobody marks points in a session that is only listened to: none found is missing
    Standing pointsReleased;  ///< of the found ones
    Standing worked;          ///< seconds

    friend bool operator==(const SessionStanding&, const SessionStanding&) = default;
};

/// How tightness changed on a side; empty unless asked before and after.
[[nodiscard]] std::optional<int> tightnessChange(const ReleaseSession& session, Side side);
/// Points, unless none was marked.
[[nodiscard]] std::optional<int> markedPoints(const ReleaseSession& session);

/// A session against those that began before it and ended. Points and time worked are compared among sessions of the
/// same planned length only. Sessions in any order, with or without the session itself.
[[nodiscard]] SessionStanding standing(const ReleaseSession& session, const std::vector<ReleaseSession>& sessions);

}  // namespace psolog
