// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QFrame>

#include "gui/shell/page.h"

class QLabel;
class QMenu;

namespace psolog {

class NavButton;
struct Services;

/// The navigation at the left of the window: an entry for each page, the File menu, and which log is open. GUI thread;
/// borrows its arguments.
class Sidebar : public QFrame {
    Q_OBJECT
public:
    Sidebar(Services& services, QMenu& fileMenu, QWidget* parent = nullptr);

    /// The pages of Ctrl and a number, from 1 on. A number stays that of its page where there is no entry for it.
    [[nodiscard]] static std::vector<PageId> numberedPages();
    /// Whether there is an entry for the page.
    [[nodiscard]] bool offers(PageId page) const { return m_entries.contains(page); }

    /// Lights the entry that a page belongs to.
    void light(PageId page);
    /// Names beside the icons where a window of this width has room for them.
    void arrange(int windowWidth);
    void retranslate();

Q_SIGNALS:
    /// An entry was clicked; it looks lit already.
    void pageChosen(psolog::PageId page);

private:
    [[nodiscard]] NavButton* makeFileEntry(QMenu& menu, QWidget* parent);
    void updateLogLabel();

    Services& m_services;
    QLayout* m_layout = nullptr;
    NavButton* m_file = nullptr;
    QLabel* m_log = nullptr;
    std::map<PageId, NavButton*> m_entries;
};

}  // namespace psolog
