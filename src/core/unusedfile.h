// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/result.h"

namespace psolog {

/// A file of the user's that is not used, and why. It is left as it is.
struct UnusedFile {
    std::string name;  ///< of the file, without its folder
    Error error;       ///< the detail names file and field

    friend bool operator==(const UnusedFile&, const UnusedFile&) = default;
};

}  // namespace psolog
