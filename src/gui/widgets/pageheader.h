// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace psolog {

/// The head of a page: a small line above, the title, and actions at the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setKicker(const QString& text);
    void setTitle(const QString& text);
    [[nodiscard]] QString title() const;
    /// Adds a widget at the right; takes ownership.
    void addAction(QWidget* widget);

private:
    QLabel* m_kicker;
    QLabel* m_title;
    QHBoxLayout* m_actions;
};

}  // namespace psolog
