// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>

#include "core/routine.h"
#include "gui/shell/guide.h"
#include "session/cue.h"

namespace psolog {

inline constexpr Seconds kReadyTime{20};  ///< to lie down and to hear how it goes, before a session starts by itself

/// What the coach of a release says and sounds. Short sentences; in brief, the fewest words. Whatever is said is on the
/// screen as well.
class ReleaseCueWords {
    Q_DECLARE_TR_FUNCTIONS(ReleaseCueWords)
public:
    /// Everything due at one moment as one thing to hear; nothing to hear when there is no cue.
    [[nodiscard]] static Heard of(const std::vector<Cue>& moment);
    /// What is said in passing, to be shown for a few seconds; empty for a cue whose words the screen shows anyway.
    [[nodiscard]] static QString passing(const Cue& cue);

    /// How a session goes and what the limits are, before it starts.
    [[nodiscard]] static QString readyText();
    /// The last seconds before a session starts by itself.
    [[nodiscard]] static Heard readySecond();
    /// The countdown to the start is held, or goes on with this much left.
    [[nodiscard]] static Heard readyHeld();
    [[nodiscard]] static Heard readyGoesOn(Milliseconds left);
    /// Why did you stop? With the keys of the answers.
    [[nodiscard]] static Heard stopQuestion();
    /// What to do after a stop for this red reason.
    [[nodiscard]] static Heard redStop(StopReason reason);

private:
    [[nodiscard]] static Heard of(const Cue& cue, bool beginsStep);
};

}  // namespace psolog
