// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/dayseries.h"
#include "core/experiment.h"
#include "core/site.h"

namespace psolog {

/// So many days before the first day of a plan may say which hamstring it is about.
inline constexpr int kDaysBeforePlan = 28;

/// The hamstring that an experiment compares: the sorer one, by the mean of its day medians, on days whose place in the
/// plan no draw decides, so that the draw has no say in it and the test stays exact. With a random start these are the
/// days that have no release whatever is drawn; with weeks by turns the kDaysBeforePlan days before the first. Where
/// those have no score, all days of the plan together, with and without release. Left when both are as sore, or when
/// nothing is known. Days in order.
[[nodiscard]] Site experimentSite(const Experiment& plan, const std::vector<DayValue>& left,
                                  const std::vector<DayValue>& right);

}  // namespace psolog
