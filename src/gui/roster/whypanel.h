// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace psolog {

struct RosterItem;

/// Why the chosen athlete stands where it stands: each flag with its exact rule. GUI thread.
class WhyPanel : public QFrame {
    Q_OBJECT
public:
    explicit WhyPanel(QWidget* parent = nullptr);

    /// Null: nobody is chosen.
    void setItem(const RosterItem* item);

private:
    QLabel* m_title;
    QLabel* m_rules;
};

}  // namespace psolog
