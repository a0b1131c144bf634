// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iclock.h"
#include "core/ports/ireleaselog.h"

namespace psolog {

class Connection;

/// The tables release_session and session_event. Connection and clock must outlive it. The clock says what lies in the
/// future, and when a record was removed.
class ReleaseLog final : public IReleaseLog {
public:
    ReleaseLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    Result<void> save(const ReleaseSession& session) override;
    Result<void> append(const ReleaseSessionId& id, const SessionEvent& event) override;
    Result<void> remove(const ReleaseSessionId& id) override;
    Result<void> restore(const ReleaseSessionId& id) override;
    [[nodiscard]] Result<std::optional<ReleaseSession>> find(const ReleaseSessionId& id) override;
    [[nodiscard]] Result<std::vector<ReleaseSession>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<ReleaseSession>> latest() override;
    [[nodiscard]] Result<std::vector<ReleaseSession>> unfinished() override;

private:
    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
