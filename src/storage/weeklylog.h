// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iclock.h"
#include "core/ports/iweeklylog.h"

namespace psolog {

class Connection;

/// The table weekly_check_in. Connection and clock must outlive it. The clock says what lies in the future, and when a
/// record was removed. A read-only log from before the table has no weekly check-ins.
class WeeklyLog final : public IWeeklyLog {
public:
    WeeklyLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    Result<void> save(const WeeklyCheckIn& record) override;
    Result<void> remove(const WeeklyCheckInId& id) override;
    Result<void> restore(const WeeklyCheckInId& id) override;
    [[nodiscard]] Result<std::optional<WeeklyCheckIn>> find(const WeeklyCheckInId& id) override;
    [[nodiscard]] Result<std::vector<WeeklyCheckIn>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<WeeklyCheckIn>> latest() override;

private:
    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
