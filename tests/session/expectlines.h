// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace psolog::test {

using Lines = std::vector<std::string>;

/// Compares whole lists, so that a missing and an extra line fail alike, and shows them line by line.
inline void expectLines(const Lines& actual, const Lines& expected)
{
    const auto join = [](const Lines& lines) {
        std::string text;
        for (const std::string& line : lines)
            text += line + '\n';
        return text;
    };
    EXPECT_EQ(join(actual), join(expected));
}

/// The list from its `first` line on; negative: the last so many lines.
[[nodiscard]] inline Lines from(const Lines& lines, std::ptrdiff_t first)
{
    const std::ptrdiff_t begin = first < 0 ? static_cast<std::ptrdiff_t>(lines.size()) + first : first;
    return {lines.begin() + begin, lines.end()};
}

}  // namespace psolog::test
