// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/routineproposal.h"

namespace psolog {

struct Services;

/// Reads from the log what a proposal rests on, and proposes. Errors are the log's. A routine that the program does not
/// have is not proposed: then it is the default.
[[nodiscard]] Result<RoutineProposal> readProposal(Services& services);

}  // namespace psolog
