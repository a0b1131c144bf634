// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/time.h"

namespace psolog {

class Theme;

/// What the plan has for a day.
enum class PlannedDay {
    Without,  ///< no release
    With,
    Hidden,  ///< drawn, and not shown before it comes
};

/// One day of a plan as the strip shows it.
struct PlanCell {
    LocalDay day;
    PlannedDay planned = PlannedDay::Without;
    bool released = false;
    bool scored = false;  ///< the outcome was logged
    bool today = false;
    bool past = false;  ///< over: nothing can be done about it any more

    /// Over, and not as planned.
    [[nodiscard]] bool isMissed() const
    {
        return planned == PlannedDay::Without ? released : planned == PlannedDay::With && past && !released;
    }
};

/// The days of a plan in rows of two weeks: what was planned, what was done, and what is not known yet. Says with marks
/// what it says with colour. With the focus the arrow keys go from day to day, and each is told in words. Accessible as
/// a picture whose description tells every day up to today, and whose value is the day reached with the keys.
///
/// Thread: GUI. The theme is borrowed and must outlive the widget.
class PlanStrip : public QWidget {
    Q_OBJECT
public:
    explicit PlanStrip(Theme& theme, QWidget* parent = nullptr);

    void setDays(std::vector<PlanCell> days);
    [[nodiscard]] const std::vector<PlanCell>& days() const { return m_days; }
    /// The day reached with the arrow keys in words; empty when none is.
    [[nodiscard]] QString reached() const;
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Legend;

    [[nodiscard]] QString describe(const PlanCell& cell) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] double columnWidth() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] std::vector<Legend> legend() const;
    /// Lays the legend out in `width`; the height it needs. Paints when there is a painter.
    int drawLegend(QPainter* painter, int width, int top) const;
    [[nodiscard]] QRectF boxOf(int cell) const;
    void go(int cell);
    void drawBox(QPainter& painter, const QRectF& box, const PlanCell& cell) const;
    [[nodiscard]] int cellAt(QPoint at) const;

    Theme& m_theme;
    std::vector<PlanCell> m_days;
    int m_cursor = -1;  ///< of the day reached with the keys; -1: none
};

}  // namespace psolog
