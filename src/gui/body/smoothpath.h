// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPainterPath>
#include <QPointF>

namespace psolog {

/// A smooth closed curve through the points, without overshoot (centripetal Catmull-Rom spline: Catmull and Rom 1974;
/// parametrisation of Yuksel et al. 2011). Points closer than a hair to their predecessor are skipped; an empty path
/// for fewer than three points. Winding fill.
[[nodiscard]] QPainterPath smoothClosed(const std::vector<QPointF>& points);

/// The same curve, open, from the first point to the last.
[[nodiscard]] QPainterPath smoothOpen(const std::vector<QPointF>& points);

}  // namespace psolog
