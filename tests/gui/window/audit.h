// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace psolog::test {

/// What is wrong with a window as it is on the screen; each line names the widget. Empty: nothing.

/// Visible widgets that take the focus and say nothing to assistive technology.
[[nodiscard]] QStringList unnamed(QWidget& window);
/// Alt keys that mean two things.
[[nodiscard]] QStringList doubledMnemonics(QWidget& window);
/// Widgets that Tab does not reach or does not leave, and jumps upwards: of two widgets that follow each other and
/// stand in the same column, the second must not be above the first. Moves the focus.
[[nodiscard]] QStringList tabFaults(QWidget& window);
/// Things to press that are narrower or lower than this.
[[nodiscard]] QStringList smallTargets(QWidget& window, int least);
/// Texts that have less room than they need, widgets cut by the one around them, and content wider than its view.
[[nodiscard]] QStringList clipped(QWidget& window);

}  // namespace psolog::test
