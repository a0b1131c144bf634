// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/ports/iclock.h"

namespace psolog::cli {

/// The clocks and the zone of this machine by the C library alone, for a program without Qt. The zone is read once.
class HostClock : public IClock {
public:
    HostClock();

    [[nodiscard]] ClockSample sample() const override;
    [[nodiscard]] Instant localInstant(LocalDay date, std::chrono::minutes timeOfDay) const override;

private:
    std::string m_zone;
};

}  // namespace psolog::cli
