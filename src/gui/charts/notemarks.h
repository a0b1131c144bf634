// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QRectF>
#include <QString>

class QPainter;

namespace psolog {

class Theme;
struct DayRange;

/// A note about some days, as LocalDay::number(), to be marked in a chart.
struct NoteMark {
    int first = 0;
    int last = 0;
    QString words;  ///< for the readout of a day: "note from Kim"

    friend bool operator==(const NoteMark&, const NoteMark&) = default;
};

/// Draws a small speech bubble at the upper edge of `area` where a note begins and a line along its days. Only what is
/// in view is drawn, and of bubbles that fall on one place, one.
void paintNoteMarks(QPainter& painter, const Theme& theme, const std::vector<NoteMark>& marks, const DayRange& view,
                    const QRectF& area, const std::function<double(double day)>& xOf);

}  // namespace psolog
