// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include <QString>

#include "core/weekly.h"

namespace psolog {

/// The words of the weekly check-in: our own, after the four questions of OSTRC-H2.
namespace WeeklyWords {

[[nodiscard]] QString question(WeeklyItem item);
/// The answer at this position, 0-3, from no limit to the greatest.
[[nodiscard]] QString answer(WeeklyItem item, std::size_t position);
/// Which problems and which days are meant.
[[nodiscard]] QString scope();
/// Where the questions come from.
[[nodiscard]] QString source();

/// "Severity 42 of 100".
[[nodiscard]] QString severity(int value);
/// What a severity means, and what it does not.
[[nodiscard]] QString meaning(int value);
/// What makes a week substantial, said of a week that is or is not.
[[nodiscard]] QString substantial(bool is);
/// How it compares with the time before.
[[nodiscard]] QString comparison(int now, int before, const QString& day);

}  // namespace WeeklyWords

}  // namespace psolog
