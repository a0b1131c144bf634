// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace psolog {

class Theme;

/// The button over the name of a series. The chart paints the name, so that it is also in exports; this adds the focus
/// ring, the click and the accessible name.
class SeriesToggle : public QAbstractButton {
    Q_OBJECT
public:
    SeriesToggle(const Theme& theme, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace psolog
