// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace psolog {

/// One line of the list of shortcuts: its keys as printed on key caps ("–" and "…" join two of them), and what it does.
struct ShortcutRow {
    QStringList keys;
    QString words;
};

/// The shortcuts of one part of the program.
struct ShortcutSection {
    QString title;
    std::vector<ShortcutRow> rows;
};

/// All shortcuts, in the language of the program.
[[nodiscard]] std::vector<ShortcutSection> shortcutTable();

}  // namespace psolog
