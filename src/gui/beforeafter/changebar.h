// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "analysis/beforeafter.h"
#include "gui/theme/palettes.h"

namespace psolog {

class Theme;

/// One side before and after on the scale 0-4: two lanes, each with the median as a mark and the spread of its repeats
/// as a bar. Before is a ring, after a filled dot, so nothing is told by colour alone.
///
/// Thread: GUI. Ownership: the theme is borrowed.
class ChangeBar : public QWidget {
    Q_OBJECT
public:
    explicit ChangeBar(const Theme& theme, QWidget* parent = nullptr);

    void setChange(const QString& name, const SideChange& change, Role color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintScale(QPainter& painter, double left, double right, double y) const;
    void paintLane(QPainter& painter, const std::optional<TestValue>& value, bool after, double left, double right,
                   double y) const;
    [[nodiscard]] double placeOf(double rating, double left, double right) const;

    const Theme& m_theme;
    QString m_name;
    SideChange m_change;
    Role m_role = Role::SeriesLeft;
};

}  // namespace psolog
