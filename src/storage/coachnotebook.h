// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/coachnote.h"
#include "core/result.h"

namespace psolog {

class Connection;

/// The coach's notes and plans in a library, by the short key of an athlete's row. The connection must outlive it.
/// Every call throws what SQLite reports, and runs inside a read or a write of the connection.
class CoachNotebook {
public:
    explicit CoachNotebook(Connection& connection) : m_connection(connection) { }

    [[nodiscard]] std::vector<CoachNote> notes(std::int64_t athlete);
    /// InvalidValue when the note is one about another athlete.
    Result<void> save(std::int64_t athlete, const CoachNote& note);

    /// The plan of each athlete who has one.
    [[nodiscard]] std::map<std::int64_t, CoachPlan> plans();
    /// Replaces the plan.
    void save(std::int64_t athlete, const CoachPlan& plan);

private:
    Connection& m_connection;
};

}  // namespace psolog
