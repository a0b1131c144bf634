// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "core/time.h"

namespace psolog {

/// Calls at a moment of the wall clock, also after a sleep or when the clock is set. For the GUI thread. It runs no
/// timer of the program.
class IAlarm {
public:
    virtual ~IAlarm() = default;

    /// Replaces the moment; nothing: no alarm. A moment that has passed calls soon.
    virtual void set(std::optional<UtcTime> at) = 0;
    /// Called in the GUI thread: at the moment set, once; and when the wall clock was set, for the listener to think again.
    virtual void onRing(std::function<void()> listener) = 0;
};

}  // namespace psolog
