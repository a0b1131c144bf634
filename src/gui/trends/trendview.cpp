// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendview.h"

namespace psolog {

EmptyTrend TrendView::emptyLog()
{
    return {tr("Nothing to draw yet"), tr("Check in today: one score is the first point of your trend."),
            tr("Check in"), PageId::CheckIn};
}

}  // namespace psolog
