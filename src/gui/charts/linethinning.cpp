// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/linethinning.h"

#include <algorithm>
#include <cmath>

#include "analysis/median.h"

namespace psolog {

namespace {

std::vector<QPointF> columnMedians(const SeriesPoint* begin, const SeriesPoint* end, double daysAColumn)
{
    std::vector<QPointF> points;
    std::vector<double> values;
    for (const SeriesPoint* point = begin; point != end;) {
        const double column = std::floor(point->day / daysAColumn);
        const double first = point->day;
        double last = first;
        values.clear();
        for (; point != end && std::floor(point->day / daysAColumn) == column; ++point) {
            values.push_back(point->value);
            last = point->day;
        }
        points.emplace_back((first + last) / 2, *medianOf(values));
    }
    return points;
}

void dropLevelPoints(std::vector<QPointF>& points)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool level = i > 0 && i + 1 < points.size() && points[i].y() == points[kept - 1].y()
            && points[i].y() == points[i + 1].y();
        if (!level)
            points[kept++] = points[i];
    }
    points.resize(kept);
}

}  // namespace

std::vector<QPointF> thinnedLine(const std::vector<SeriesPoint>& line, double firstDay, double lastDay,
                                 double daysAColumn)
{
    auto begin = std::lower_bound(line.begin(), line.end(), firstDay,
                                  [](const SeriesPoint& point, double day) { return point.day < day; });
    auto end = std::upper_bound(begin, line.end(), lastDay,
                                [](double day, const SeriesPoint& point) { return day < point.day; });
    if (begin != line.begin())
        --begin;
    if (end != line.end())
        ++end;
    std::vector<QPointF> points;
    if (daysAColumn > 1) {
        points = columnMedians(line.data() + (begin - line.begin()), line.data() + (end - line.begin()), daysAColumn);
    } else {
        for (auto point = begin; point != end; ++point)
            points.emplace_back(point->day, point->value);
    }
    dropLevelPoints(points);
    return points;
}

}  // namespace psolog
