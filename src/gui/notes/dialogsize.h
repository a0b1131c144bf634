// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QWidget>

#include "gui/theme/theme.h"

namespace psolog {

/// Makes a dialog as large as its text needs at 100 % (in px), and never larger than the screen.
inline void fitToScreen(QWidget& dialog, const Theme& theme, QSize at100)
{
    const QWidget* parent = dialog.parentWidget();
    const QSize most = (parent != nullptr ? parent->screen() : dialog.screen())->availableSize() * 0.92;
    dialog.resize(QSize(theme.px(at100.width()), theme.px(at100.height())).boundedTo(most));
}

}  // namespace psolog
