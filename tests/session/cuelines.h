// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include <fmt/format.h>

#include "session/cue.h"

namespace psolog::test {

/// "40.000 hold low": when it was due, kind, what else it has.
[[nodiscard]] inline std::string cueLine(Milliseconds due, const Cue& cue)
{
    std::string text = fmt::format("{}.{:03} {}", due.count() / 1000, due.count() % 1000, nameOf(cue.kind));
    if (cue.kind == CueKind::NextStep || cue.kind == CueKind::StepBegins)
        text += fmt::format(" {}", nameOf(cue.step));
    if (cue.zone)
        text += fmt::format(" {}", nameOf(*cue.zone));
    if (cue.posture)
        text += fmt::format(" {}", nameOf(*cue.posture));
    if (cue.side != BodySide::Both)
        text += fmt::format(" {}", nameOf(cue.side));
    if (cue.number != 0 || cue.kind == CueKind::Offer || cue.kind == CueKind::Rated)
        text += fmt::format(" {}", cue.number);
    if (cue.ahead > Milliseconds{0})
        text += fmt::format(" in {}", cue.ahead.count() / 1000);
    return text;
}

}  // namespace psolog::test
