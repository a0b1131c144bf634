// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/result.h"

namespace psolog::cli {

/// Which part of an A-B comparison a row belongs to.
enum class Phase : unsigned char { None, Baseline, Release };

/// One row of a series.
struct SeriesRow {
    double x = 0;  ///< a number, or days since 1970-01-01
    double y = 0;  ///< 0 when missing
    bool missing = false;
    Phase phase = Phase::None;
};

/// The rows of one name, in the order of the file. Either all of them have a phase or none.
struct Series {
    std::string name;
    std::vector<SeriesRow> rows;
    bool dates = false;
    bool phases = false;
};

/// Numbers larger than this, either way, are refused, so that differences and products of two stay finite.
inline constexpr double kLargestNumber = 1e100;
inline constexpr std::size_t kMostRows = 5'000'000;

/// Reads series from a CSV table with the columns x (number or YYYY-MM-DD), y (number; empty: missing), and perhaps
/// phase (A, B) and series (a name), in any order. Series come in the order in which they first appear; without that
/// column there is exactly one, without a name. Memory holds the numbers only. A is the baseline, so a series in which
/// every B comes before every A is refused; phases may take turns.
/// InvalidValue: "row N: reason" for the first row that breaks a rule; CannotOpen: the stream cannot be read.
[[nodiscard]] Result<std::vector<Series>> readSeries(std::istream& in);

}  // namespace psolog::cli
