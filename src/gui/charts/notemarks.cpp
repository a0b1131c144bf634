// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/notemarks.h"

#include <algorithm>
#include <limits>

#include <QPainter>
#include <QPainterPath>

#include "gui/charts/timechart.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kWide = 14;
constexpr double kHigh = 10;
constexpr double kTail = 4;
constexpr double kRadius = 3;
constexpr double kLine = 2;

/// A speech bubble whose tail ends at (x, bottom).
QPainterPath bubble(double x, double top, const Theme& theme)
{
    const double wide = theme.px(kWide);
    const double high = theme.px(kHigh);
    const double tail = theme.px(kTail);
    QPainterPath box;
    box.addRoundedRect(QRectF(x - wide / 2, top, wide, high), theme.px(kRadius), theme.px(kRadius));
    QPainterPath end;
    end.moveTo(x - tail, top + high - 1);
    end.lineTo(x, top + high + tail);
    end.lineTo(x + tail, top + high - 1);
    end.closeSubpath();
    return box.united(end);
}

}  // namespace

void paintNoteMarks(QPainter& painter, const Theme& theme, const std::vector<NoteMark>& marks, const DayRange& view,
                    const QRectF& area, const std::function<double(double)>& xOf)
{
    const auto inView = [&](const NoteMark& mark) { return mark.last >= view.first && mark.first <= view.last; };
    if (std::none_of(marks.begin(), marks.end(), inView))
        return;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Accent));
    std::vector<double> places;
    for (const NoteMark& mark : marks) {
        if (!inView(mark))
            continue;
        const double from = xOf(std::max(mark.first, view.first));
        if (mark.last > mark.first)
            painter.drawRect(QRectF(from, area.top() - theme.px(kLine) / 2.0,
                                    xOf(std::min(mark.last, view.last)) - from, theme.px(kLine)));
        places.push_back(from);
    }
    std::sort(places.begin(), places.end());
    double last = std::numeric_limits<double>::lowest();
    const double half = theme.px(kWide) / 2.0;
    for (const double place : places) {
        if (place - last < 2)
            continue;
        last = place;
        // Over the dots, with an edge in the colour of the card, so that both stay legible.
        const double x = std::clamp(place, area.left() + half, std::max(area.left() + half, area.right() - half));
        painter.setPen(QPen(theme.color(Role::Card), 1.5));
        painter.setBrush(theme.color(Role::Accent));
        painter.drawPath(bubble(x, area.top() + 1, theme));
        painter.setPen(QPen(theme.color(Role::OnAccent), 1.2));
        for (const double share : {0.36, 0.66}) {
            const double y = area.top() + 1 + theme.px(kHigh) * share;
            painter.drawLine(QPointF(x - half * 0.55, y), QPointF(x + half * (share < 0.5 ? 0.55 : 0.1), y));
        }
    }
    painter.restore();
}

}  // namespace psolog
