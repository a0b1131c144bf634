// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "core/ports/iintake.h"
#include "core/result.h"

namespace psolog::cli {

/// Judges a file from elsewhere as the coach's library would, with the memory of the whole process limited, and prints
/// one line of JSON: what it is, or why it was refused. The error is that of the refusal; WriteFailed when the line
/// could not be printed.
[[nodiscard]] Result<void> inspectFile(const std::string& path, std::ostream& out);

/// What that line says of an accepted file.
[[nodiscard]] std::string describe(const InspectedFile& file);

/// The exit code for a refusal.
[[nodiscard]] int inspectExitCode(ErrorCode code);

}  // namespace psolog::cli
