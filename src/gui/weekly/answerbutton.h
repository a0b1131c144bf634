// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace psolog {

class Theme;

/// One answer of a question, with the key that chooses it at the left. Only one of those beside each other is chosen.
/// Text wraps. GUI thread; the theme is borrowed and must outlive the button.
class AnswerButton : public QAbstractButton {
    Q_OBJECT
public:
    AnswerButton(Theme& theme, const QString& key, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] int textLeft() const;

    Theme& m_theme;
    QString m_key;
};

}  // namespace psolog
