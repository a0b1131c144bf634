// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

#include "analysis/trendrows.h"

namespace psolog {

/// The part of a line that is worth drawing between two days, as (day, value), in order: one day more at each end, so
/// that the line leaves the view where it should. Points inside a level stretch are left out. Where a column of the
/// picture holds more than one day (daysAColumn above 1), the column gets one point, the median of its values on its
/// middle day: what is drawn then costs the width of the picture and not the length of the log.
[[nodiscard]] std::vector<QPointF> thinnedLine(const std::vector<SeriesPoint>& line, double firstDay, double lastDay,
                                               double daysAColumn);

}  // namespace psolog
