// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "analysis/beforeafter.h"
#include "core/result.h"

namespace psolog {

struct Services;

/// A release with the glute tests around it, and how it stands among earlier ones.
struct ReleaseLoop {
    ReleaseSession session;
    SessionStanding standing;
    BeforeAfter tests;
};

/// The glute tests around a session, as the log has them. GUI thread.
[[nodiscard]] Result<BeforeAfter> readBeforeAfter(Services& services, const ReleaseSession& session);

/// How a session stands among those of the months before it. GUI thread.
[[nodiscard]] Result<SessionStanding> readStanding(Services& services, const ReleaseSession& session);

/// The release that a glute test was done after, with the tests around it; nothing when there was none. GUI thread.
[[nodiscard]] Result<std::optional<ReleaseLoop>> readLoop(Services& services, const SelfTest& test);

/// The test to do again after the release: the one before it, when it had the words that a test has now.
[[nodiscard]] std::optional<SelfTest> testToRepeat(const BeforeAfter& tests);

/// The topic that opens the Self-tests page at a re-test with the settings of that test, and the test in such a topic.
[[nodiscard]] QString retestTopic(const SelfTestId& before);
[[nodiscard]] std::optional<SelfTestId> retestOf(const QString& topic);

}  // namespace psolog
