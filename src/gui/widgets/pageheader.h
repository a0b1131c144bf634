// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace psolog {

class FlowLayout;

/// The head of a page: a small line above, the title, and actions at the right; below the title where both do not fit
/// side by side.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setKicker(const QString& text);
    void setTitle(const QString& text);
    [[nodiscard]] QString title() const;
    /// Adds a widget behind the small line above the title; takes ownership.
    void addToKicker(QWidget* widget);
    /// Adds a widget at the right; takes ownership.
    void addAction(QWidget* widget);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool stacks(int width) const;
    void arrange();

    QWidget* m_words;
    QWidget* m_actionBox;
    QLabel* m_kicker;
    QLabel* m_title;
    FlowLayout* m_kickerRow = nullptr;  ///< once something was added
    QHBoxLayout* m_actions;
};

}  // namespace psolog
