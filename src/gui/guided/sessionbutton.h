// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace psolog {

class Theme;

/// A button to be hit from the floor and read at two metres: label at the left, its key at the right, at least 44 px
/// high. It may be checkable. It leaves the arrow keys to the screen it is on.
class SessionButton : public QPushButton {
    Q_OBJECT
public:
    enum class Kind { Plain, Primary, Danger };

    SessionButton(Theme& theme, Kind kind, QWidget* parent = nullptr);

    /// Label and key; both are shown, the key is handled by the screen.
    void setWords(const QString& label, const QString& key);
    /// Lower than the buttons at the foot of the screen, but still a target for two metres.
    void setLow(bool low);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] int keyWidth() const;
    [[nodiscard]] int padding() const;

    Theme& m_theme;
    Kind m_kind;
    QString m_key;
    bool m_low = false;
};

}  // namespace psolog
