// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>

#include "core/time.h"
#include "gui/selftest/selftestwords.h"
#include "gui/shell/guide.h"
#include "session/cue.h"

namespace psolog {

inline constexpr Seconds kTestReadyTime{30};  ///< to get into position and to hear how it goes, before a test starts

/// What is said and sounded in a self-test. Instructions are those of the screen, word for word, because wording
/// changes the result (see SelfTestWords); in brief, the fewest words.
class SelfTestCueWords {
    Q_DECLARE_TR_FUNCTIONS(SelfTestCueWords)
public:
    /// Everything due at one moment as one thing to hear. `words`: of the stage that runs now. `rated`: there is
    /// something to keep when the test is stopped.
    [[nodiscard]] static Heard of(const std::vector<Cue>& moment, SelfTestKind kind, const StageWords& words,
                                  bool rated);
    /// What is shown for a moment when it is said; empty for what the screen shows anyway.
    [[nodiscard]] static QString passing(const Cue& cue);
    /// All ratings were offered and none was taken.
    [[nodiscard]] static Heard nobodyRated();
    /// "2, soft".
    [[nodiscard]] static QString rating(int number);

    /// How to answer without looking, for the introduction; no instruction of the test.
    [[nodiscard]] static QString keysText();
    /// The last seconds before a test starts by itself.
    [[nodiscard]] static Heard readySecond();
    /// The countdown to the start is held, or goes on with this much left.
    [[nodiscard]] static Heard readyHeld();
    [[nodiscard]] static Heard readyGoesOn(Milliseconds left);

private:
    [[nodiscard]] static Heard of(const Cue& cue, SelfTestKind kind, const StageWords& words, bool asks);
    [[nodiscard]] static Heard stopped(bool rated);
};

}  // namespace psolog
