// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iathletelog.h"
#include "core/ports/iclock.h"

namespace psolog {

class Connection;

/// The tables athlete, safety_screening and safety_item. The connection and the
/// clock, which says when a record was changed, must outlive it.
class AthleteLog final : public IAthleteLog {
public:
    AthleteLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    [[nodiscard]] Result<std::optional<Athlete>> athlete() override;
    Result<void> save(const Athlete& athlete) override;
    [[nodiscard]] Result<std::optional<SafetyScreening>> latestScreening() override;
    [[nodiscard]] Result<std::vector<SafetyScreening>> screenings() override;
    Result<void> save(const SafetyScreening& screening) override;

private:
    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
