// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

class Theme;

/// What a running session is doing, in large words: a title and a line below it. It holds the keyboard focus during a
/// session. Its accessible value is set by setValue() alone and so changes with the phase, not with every second.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class SessionStatus : public QWidget {
    Q_OBJECT
public:
    explicit SessionStatus(Theme& theme, QWidget* parent = nullptr);

    /// True when they are others than before.
    bool setWords(const QString& title, const QString& line);
    /// What assistive technology says; it is told when this changes.
    void setValue(const QString& value);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString value() const { return m_value; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont titleFont(int width) const;
    [[nodiscard]] QFont lineFont() const;
    [[nodiscard]] static int textHeight(const QFont& font, const QString& text, int width);

    Theme& m_theme;
    QString m_title;
    QString m_line;
    QString m_value;
};

}  // namespace psolog
