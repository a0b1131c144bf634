// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/records.h"
#include "core/result.h"

namespace psolog {

/// The release sessions of a log, written as they happen. What writes has committed when it returns without an
/// error, and has changed nothing when it returns one.
class IReleaseLog {
public:
    virtual ~IReleaseLog() = default;

    /// Stores the session itself, new or changed, without touching its events; also brings back a removed one.
    virtual Result<void> save(const ReleaseSession& session) = 0;
    /// Adds one event to a stored session. Its sequence must be the next one.
    virtual Result<void> append(const ReleaseSessionId& id, const SessionEvent& event) = 0;
    /// Marks one as removed; NotFound when there is none. It can be restored.
    virtual Result<void> remove(const ReleaseSessionId& id) = 0;
    /// Brings back a removed one; NotFound when there is none.
    virtual Result<void> restore(const ReleaseSessionId& id) = 0;
    /// One by id with its events, unless removed.
    [[nodiscard]] virtual Result<std::optional<ReleaseSession>> find(const ReleaseSessionId& id) = 0;
    /// All of the local days first to last (both included) with their events, in order of time. Discarded ones are
    /// left out.
    [[nodiscard]] virtual Result<std::vector<ReleaseSession>> between(LocalDay first, LocalDay last) = 0;
    /// The newest session not discarded, in any outcome, with its events; or nothing.
    [[nodiscard]] virtual Result<std::optional<ReleaseSession>> latest() = 0;
    /// Sessions still Running in the file: cut off by a crash, unless one is running right now.
    [[nodiscard]] virtual Result<std::vector<ReleaseSession>> unfinished() = 0;
};

}  // namespace psolog
