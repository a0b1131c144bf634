// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/ports/iclock.h"
#include "core/result.h"
#include "storage/log.h"

namespace psolog::cli {

/// Opens a sound log that exists, for reading: an older one stays as old as it is. The clock must outlive the log.
[[nodiscard]] Result<std::unique_ptr<Log>> openLog(const std::string& path, const IClock& clock);

}  // namespace psolog::cli
