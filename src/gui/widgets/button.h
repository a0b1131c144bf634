// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace psolog {

/// A push button that shows its key at the right ("Start release [R]"). How it looks is its `variant` property:
/// primary, secondary (default), danger, ghost, link (plain text) or chip (checkable pill); `large` makes it a target for two metres.
/// The key is shown only; the page owns the shortcut, or sets it with setShortcut().
class Button : public QPushButton {
    Q_OBJECT
    Q_PROPERTY(QString keyHint READ keyHint WRITE setKeyHint)
    Q_PROPERTY(QString variant READ variant WRITE setVariant)
public:
    explicit Button(QWidget* parent = nullptr);
    Button(const QString& text, const QString& variant, QWidget* parent = nullptr);

    [[nodiscard]] QString keyHint() const { return m_keyHint; }
    void setKeyHint(const QString& key);
    [[nodiscard]] QString variant() const { return m_variant; }
    void setVariant(const QString& variant);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] int keyWidth() const;

    QString m_keyHint;
    QString m_variant;
};

}  // namespace psolog
