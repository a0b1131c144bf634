// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessiontheme.h"

#include <algorithm>

namespace psolog {

namespace {

/// The smallest text of these screens is 24 px, body text 15 px: at 125 % it is as large as body text at 200 %.
constexpr double kLargestScale = 1.25;
constexpr QSize kPageAt100{1280, 800};  ///< a page of this size shows everything at 100 %
constexpr double kLargestFit = 1.6;
constexpr int kPercentStep = 5;

int textPercent(const Theme& program, QSize page)
{
    const double fit = std::min(static_cast<double>(page.width()) / kPageAt100.width(),
                                static_cast<double>(page.height()) / kPageAt100.height());
    const double scale = std::clamp(program.scale(), 1.0, kLargestScale) * std::clamp(fit, 1.0, kLargestFit);
    return static_cast<int>(scale * 100 + 0.5) / kPercentStep * kPercentStep;
}

}  // namespace

SessionTheme::SessionTheme(const Theme& program, QObject* parent)
    : Theme(ThemeChoice::Dark, textPercent(program, {}), ThemeScope::Subtree, parent),
      m_program(program)
{
    setStill(program.isStill());
}

void SessionTheme::follow(QSize page)
{
    apply(ThemeChoice::Dark, textPercent(m_program, page));
    setStill(m_program.isStill());
}

}  // namespace psolog
