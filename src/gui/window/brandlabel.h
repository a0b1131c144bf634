// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

class Theme;

/// The sign and the name of the program at the head of the navigation.
class BrandLabel : public QWidget {
    Q_OBJECT
public:
    explicit BrandLabel(Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// The sign alone: the name is left out where it does not fit.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

}  // namespace psolog
