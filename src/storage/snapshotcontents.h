// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "core/logcopy.h"
#include "core/ports/iclock.h"
#include "core/ports/isnapshots.h"

namespace psolog {

class Connection;

/// The plans that a snapshot leaves out: those over before its first day, unless a later one took their place.
[[nodiscard]] Result<std::set<ExperimentId>> plansLeftOut(Connection& connection, const IClock& clock,
                                                          const std::optional<LocalDay>& firstDay);

/// What of a log a snapshot would hold. InvalidValue when there is no athlete yet. Inside a transaction of reading.
[[nodiscard]] Result<SnapshotContents> contentsOf(Connection& connection, const IClock& clock,
                                                  const SnapshotOptions& options);

/// What a copy holds, counted in the same way.
[[nodiscard]] SnapshotContents contentsOf(const LogCopy& copy);

}  // namespace psolog
