// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/result.h"

namespace psolog {

/// Starts the program's own log: "psolog.log" in `folder`, three files of 1 MiB in turn, mode 0600. The level comes
/// from the environment variable PSOLOG_LOG (trace, debug, info, warn, error, off; info when unset or unknown).
/// Afterwards spdlog::info() and its like write there from any thread. Callers log ids and counts only: never scores,
/// names, notes or paths.
///
/// CannotOpen when the file cannot be written: messages from warnings up then go to standard error, and the program
/// can go on.
Result<void> startLogging(const QString& folder);

/// Writes out what is buffered and closes the file.
void stopLogging();

}  // namespace psolog
