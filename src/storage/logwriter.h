// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/logcopy.h"

namespace psolog {

class Connection;

/// Writes a whole copy into an empty log of the newest schema, with what was removed and when each record was changed.
/// The connection must outlive it. Throws SqliteError, inside a write of the connection.
class LogWriter {
public:
    explicit LogWriter(Connection& connection) : m_connection(connection) { }

    void write(const LogCopy& copy);

private:
    void writeMark(const SnapshotMark& mark);
    void write(const Kept<Athlete>& kept);
    void write(const Kept<SafetyScreening>& kept);
    void write(const Kept<CheckIn>& kept);
    void writeRun(std::int64_t checkIn, const Run& run);
    void write(const Kept<SelfTest>& kept);
    void write(const Kept<ReleaseSession>& kept);
    void write(const Kept<WeeklyCheckIn>& kept);
    void write(const std::vector<Kept<Experiment>>& plans);
    [[nodiscard]] std::int64_t lastKey() const;

    Connection& m_connection;
};

}  // namespace psolog
