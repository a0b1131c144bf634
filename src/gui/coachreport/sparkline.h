// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QRectF>

class QPainter;

namespace psolog {

/// A line without axes: one value a day, 0 at the bottom of the area and 10 at its top, so that athletes can be
/// compared. It breaks where kGapDays days or more have none; a day alone, and the last one, is a dot.
void paintSparkline(QPainter& painter, const QRectF& area, const std::vector<std::optional<double>>& days, QColor ink,
                    QColor guide);

}  // namespace psolog
