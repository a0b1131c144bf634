// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "core/ports/iclock.h"

namespace psolog::cli {

inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;   ///< check, verdict, inspect: the log is damaged, or made to harm
inline constexpr int kNotALog = 2;   ///< check, verdict, inspect: not a Psolog log, or from a newer Psolog
inline constexpr int kBadInput = 2;  ///< stats: the table is missing, cannot be read, or has a fault; roster: no folder
inline constexpr int kCannotCheck = 3;      ///< check, verdict, inspect: the file could not be read, or is in use
inline constexpr int kWrongArguments = 64;  ///< as EX_USAGE

/// Runs psolog-cli with these arguments and returns its exit code. Data and help go to `out`, errors as exactly one
/// line to `err`.
int run(int argc, const char* const* argv, const IClock& clock, std::ostream& out, std::ostream& err);

}  // namespace psolog::cli
