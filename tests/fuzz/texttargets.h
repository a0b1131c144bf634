// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace psolog::test {

/// Text formats that people send to each other. The first byte of an input chooses one, modulo their number.
enum class TextFormat { Routine, Pose, Notes, Csv };

/// Reads `input` by the reader that its first byte chooses. Returns what the reader did wrong, or nothing: what it
/// accepts must be valid, and come back the same when it is written and read again.
[[nodiscard]] std::string wrongWithText(std::string_view input);

}  // namespace psolog::test
