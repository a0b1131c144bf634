// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusEvent>

namespace psolog {

/// Whether the focus came by keyboard. A ring around half the page helps those who came so, and only them.
[[nodiscard]] inline bool cameByKeyboard(const QFocusEvent& event)
{
    return event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason
        || event.reason() == Qt::ShortcutFocusReason;
}

}  // namespace psolog
