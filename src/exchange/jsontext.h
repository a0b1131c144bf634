// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/result.h"

namespace psolog {

/// Limits of a file that a person may have written by hand.
struct JsonLimits {
    std::size_t bytes;
    int depth;
};

/// The value that a JSON text holds. SyntaxError, the detail beginning with the name of its source: longer or nested
/// deeper than allowed, a field named twice in one object, a number out of range, or not JSON in UTF-8, with line and
/// column.
[[nodiscard]] Result<nlohmann::json> parseJsonText(std::string_view text, std::string_view sourceName,
                                                   JsonLimits limits);

/// The name of a field that somebody wrote, for a message: cut after 40 bytes, and "?" when it is not a line of text.
[[nodiscard]] std::string shownName(std::string_view name);

}  // namespace psolog
