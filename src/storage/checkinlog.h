// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/ports/icheckinlog.h"
#include "core/ports/iclock.h"

namespace psolog {

class Connection;

/// The tables check_in, soreness, run and run_feature. Connection and clock must outlive it. The clock says what
/// lies in the future, and when a record was removed.
class CheckInLog final : public ICheckInLog {
public:
    CheckInLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    Result<void> save(const CheckIn& record) override;
    Result<void> remove(const CheckInId& id) override;
    Result<void> restore(const CheckInId& id) override;
    [[nodiscard]] Result<std::optional<CheckIn>> find(const CheckInId& id) override;
    [[nodiscard]] Result<std::vector<CheckIn>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<CheckIn>> latest() override;

private:
    std::int64_t storeRecord(const CheckIn& record);
    void storeRun(std::int64_t checkIn, const Run& run);

    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
