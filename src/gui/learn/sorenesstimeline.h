// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

class Theme;

/// A sketch of soreness over the week after work the body is not used to: up within a day, worst after one to three
/// days, gone after five to seven (source S55 of the chapters). It has no scale upwards, for it is no measurement.
///
/// Accessible as a graphic with its statement as description. Thread: GUI. Ownership: the theme is borrowed.
class SorenessTimeline : public QWidget {
    Q_OBJECT
public:
    explicit SorenessTimeline(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace psolog
