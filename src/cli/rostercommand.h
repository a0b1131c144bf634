// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "core/ports/iclock.h"
#include "core/ports/iintake.h"
#include "core/time.h"

namespace psolog::cli {

/// What `roster` is asked to do.
struct RosterRequest {
    std::string folder;
    std::optional<LocalDay> today;  ///< later records are left out; the clock's when empty
};

/// Prints the roster of the logs in a folder as JSON, one object on a line, always with the same keys in the same
/// order: each athlete, those first who need a look most; each file that was refused, by name; last how many there were
/// of each and how many other files were left alone. Files are judged as a coach's program would (IIntake); several of
/// one athlete are united. A refused file stops nothing. Nothing is changed, and folders inside are not looked into.
///
/// NotFound, InvalidValue: there is no folder of that name; CannotOpen: it cannot be read.
[[nodiscard]] Outcome printRoster(const RosterRequest& request, const IIntake& intake, const IClock& clock,
                                  std::ostream& out);

}  // namespace psolog::cli
