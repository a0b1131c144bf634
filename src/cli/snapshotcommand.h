// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "cli/commands.h"
#include "core/ports/isnapshots.h"

namespace psolog::cli {

/// What `snapshot` is asked to do.
struct SnapshotRequest {
    std::string log;
    std::string out;
    SnapshotOptions options;
};

/// Writes a copy of a log to hand over, where nothing is yet, and prints what is in it as one JSON object on one line,
/// always with the same keys in the same order; what is not defined is null. On failure nothing is left there. The log
/// is not changed.
[[nodiscard]] Outcome writeSnapshot(const SnapshotRequest& request, const IClock& clock, std::ostream& out);

}  // namespace psolog::cli
