// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace psolog {

double relativeLuminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = relativeLuminance(a);
    const double second = relativeLuminance(b);
    const double light = std::max(first, second);
    const double dark = std::min(first, second);
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace psolog
