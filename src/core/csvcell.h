// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace psolog {

/// One cell of text in a CSV table: guarded against formulas (a text starting with = + - @, tab or carriage return gets
/// a leading apostrophe, so that no spreadsheet runs it) and quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csvCell(std::string_view text);

}  // namespace psolog
