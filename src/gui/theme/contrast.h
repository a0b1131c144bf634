// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace psolog {

/// Relative luminance of an opaque colour, 0-1 (WCAG 2.1, "relative luminance").
[[nodiscard]] double relativeLuminance(const QColor& color);

/// Contrast ratio of two opaque colours, 1-21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

}  // namespace psolog
