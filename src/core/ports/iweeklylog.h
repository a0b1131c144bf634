// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/result.h"
#include "core/weekly.h"

namespace psolog {

/// The weekly check-ins of a log. What returns a value was read from the file; what writes has committed when it
/// returns without an error, and has changed nothing when it returns one.
class IWeeklyLog {
public:
    virtual ~IWeeklyLog() = default;

    /// Stores one, new or changed, by its id; also brings back a removed one.
    virtual Result<void> save(const WeeklyCheckIn& record) = 0;
    /// Marks one as removed; NotFound when there is none. It can be restored.
    virtual Result<void> remove(const WeeklyCheckInId& id) = 0;
    /// Brings back a removed one; NotFound when there is none.
    virtual Result<void> restore(const WeeklyCheckInId& id) = 0;
    /// One by id, unless removed.
    [[nodiscard]] virtual Result<std::optional<WeeklyCheckIn>> find(const WeeklyCheckInId& id) = 0;
    /// All of the local days first to last (both included), in order of time.
    [[nodiscard]] virtual Result<std::vector<WeeklyCheckIn>> between(LocalDay first, LocalDay last) = 0;
    /// The newest, or nothing.
    [[nodiscard]] virtual Result<std::optional<WeeklyCheckIn>> latest() = 0;
};

}  // namespace psolog
