// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace psolog::bench {

/// The middle of the values; the mean of the two in the middle when their number is even. Not of an empty list.
[[nodiscard]] double median(std::vector<double> values);

/// Time that only goes forward, in milliseconds.
[[nodiscard]] double wallMs();
/// Processor time of this thread, in milliseconds.
[[nodiscard]] double processorMs();

/// Prints a row for a budget that is a multiple of a reference measured in the same run: met when
/// measured / reference <= factor. With `atLeast` the reference is what must be slower: met when
/// reference / measured >= factor.
enum class Bound { AtMost, AtLeast };
void reportAgainst(const std::string& what, double factor, const std::string& referenceName, double measured,
                   double reference, const std::string& unit, Bound bound = Bound::AtMost);

/// Prints a row for a fixed budget: met when measured <= limit.
void reportLimit(const std::string& what, double limit, double measured, const std::string& unit);

/// Prints a row for a time in milliseconds that has no budget.
void reportTime(const std::string& what, double measuredMs);

}  // namespace psolog::bench
