// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace psolog {

/// Makes assistive technology see every BodyMapWidget as a group of twelve spin boxes, in BodyMapWidget::tabOrder().
/// A box has the site's name, its value in words ("6 of 10", "not asked"), and as a number 0 to 10, or -1 for not
/// asked; it can be set, raised, lowered and focused. Repeated calls do nothing. GUI thread.
void installBodyMapAccessibility();

}  // namespace psolog
