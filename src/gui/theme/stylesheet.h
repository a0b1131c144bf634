// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace psolog {

class Theme;

/// Style sheet for Qt's own controls in the colours and sizes of the theme. Our own widgets paint themselves.
[[nodiscard]] QString buildStyleSheet(const Theme& theme);

}  // namespace psolog
