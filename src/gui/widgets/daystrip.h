// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/time.h"

namespace psolog {

class Theme;

/// What one day of the strip shows.
struct DayMark {
    LocalDay day;
    bool release = false;
    bool checkIn = false;
    bool selfTest = false;
    bool run = false;
    bool today = false;
};

/// A row of days: a box ticked on release days, with bars below for check-in, self-test and run, and a legend.
/// Accessible as a picture whose description tells every day in words.
class DayStrip : public QWidget {
    Q_OBJECT
public:
    explicit DayStrip(Theme& theme, QWidget* parent = nullptr);

    void setDays(std::vector<DayMark> days);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString describe(const DayMark& mark) const;
    [[nodiscard]] double columnWidth() const;

    Theme& m_theme;
    std::vector<DayMark> m_days;
};

}  // namespace psolog
