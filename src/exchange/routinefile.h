// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/routine.h"

namespace psolog {

/// Version of the routine file format that this program reads and writes.
inline constexpr int kRoutineFileVersion = 1;
inline constexpr std::size_t kMaxRoutineFileBytes = 1024 * 1024;

/// Reads a routine from JSON text:
///
///     {"psolog_routine": 1, "id": "daily-five", "name": "Daily five minutes", "steps": [
///       {"kind": "zone", "zone": "low", "side": "both", "seconds": 90, "cue": "Search slowly.", "pose": "tool-low"}]}
///
/// "zone" belongs to steps of kind "zone" alone; "side" may be left out and is then "both"; everything else is needed.
/// An unknown field is an error, so that a misspelt one is noticed.
///
/// SyntaxError: not JSON (the detail gives line and column), too long or nested too deeply. TooNew: a newer version.
/// InvalidValue: any other version, a missing, unknown or wrong field, or a routine that cannot be run. The detail
/// begins with `sourceName` and names step and field: "my.json: step 2: seconds must be 1 to 3600".
[[nodiscard]] Result<Routine> parseRoutine(std::string_view json, std::string_view sourceName);

/// The routine as JSON text with a newline at its end; parseRoutine() gives the same routine back.
[[nodiscard]] std::string serialiseRoutine(const Routine& routine);

}  // namespace psolog
