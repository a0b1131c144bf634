// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iathletelog.h"

namespace psolog {

class Connection;

/// The tables athlete, safety_screening and safety_item. The connection must outlive it.
class AthleteLog final : public IAthleteLog {
public:
    explicit AthleteLog(Connection& connection) : m_connection(connection) { }

    [[nodiscard]] Result<std::optional<Athlete>> athlete() override;
    Result<void> save(const Athlete& athlete) override;
    [[nodiscard]] Result<std::optional<SafetyScreening>> latestScreening() override;
    [[nodiscard]] Result<std::vector<SafetyScreening>> screenings() override;
    Result<void> save(const SafetyScreening& screening) override;

private:
    Connection& m_connection;
};

}  // namespace psolog
