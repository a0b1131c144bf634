// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/ports/itones.h"
#include "core/result.h"

namespace psolog {

/// Where tones sound. Made, used and destroyed in one thread of its own with an event loop; every call may take as long
/// as it likes, and may hang.
class IToneOutput {
public:
    virtual ~IToneOutput() = default;

    /// Whether there is a device to sound on.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Begins to sound at once; `volume` 0-100. Without effect when there is no device.
    virtual void play(Tone tone, BodySide side, int volume) = 0;
};

/// Makes an output in the calling thread; it calls `changed` there whenever isAvailable() may have changed.
using ToneOutputFactory = std::function<Result<std::unique_ptr<IToneOutput>>(std::function<void()> changed)>;

}  // namespace psolog
