// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "gui/theme/icons.h"

namespace psolog {

class Theme;

/// An entry of the navigation: icon and name; checked while its page is shown. Compact shows the icon alone, with the
/// name as its tool tip.
class NavButton : public QAbstractButton {
    Q_OBJECT
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact)
public:
    NavButton(Theme& theme, Icon icon, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] bool isCompact() const { return m_compact; }
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme& m_theme;
    Icon m_icon;
    bool m_compact = false;
};

}  // namespace psolog
