// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QPalette>

#include "core/ports/isettings.h"
#include "gui/theme/palettes.h"

class QWidget;

namespace psolog {

/// Sizes of text, from the type scale of the program.
enum class TextStyle {
    Small,      ///< 13 px: captions, hints
    Body,       ///< 15 px
    BodyStrong, ///< 15 px, semibold: buttons, labels that lead
    CardTitle,  ///< 19 px, semibold
    PageTitle,  ///< 26 px, semibold
    Display,    ///< 40 px, bold: numbers to be read from afar
    Huge,       ///< 64 px, bold
};

/// Spacing of the layout grid, in px at 100 % text size.
namespace space {
inline constexpr int kXs = 4;
inline constexpr int kS = 8;
inline constexpr int kM = 12;
inline constexpr int kL = 18;
inline constexpr int kXl = 26;
}  // namespace space

/// What a theme dresses.
enum class ThemeScope {
    Application,  ///< every window as it appears
    Subtree,      ///< only what is given to dress(): a part that keeps its own colours, such as a running session
};

/// Colours, fonts and sizes of the program. One object of scope Application, made before the first window and passed by reference; it
/// themes every window of the application as it appears. GUI thread only. Widgets that paint themselves read it
/// while painting and repaint on changed().
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(ThemeChoice choice, int textSizePercent, QObject* parent = nullptr);
    Theme(ThemeChoice choice, int textSizePercent, ThemeScope scope, QObject* parent = nullptr);

    /// Switches colours and text size; emits changed() when something did.
    void apply(ThemeChoice choice, int textSizePercent);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] const ColorSet& colors() const { return m_dark ? darkColors() : lightColors(); }
    [[nodiscard]] const QColor& color(Role role) const { return colors()[role]; }
    /// Fill for a score, 0-10.
    [[nodiscard]] const QColor& soreness(int score) const { return colors().soreness.at(static_cast<std::size_t>(score)); }
    /// The number on that fill.
    [[nodiscard]] const QColor& sorenessText(int score) const { return colors().sorenessText.at(static_cast<std::size_t>(score)); }

    /// Text size as a factor, 0.8-2.
    [[nodiscard]] double scale() const { return m_scale; }
    /// Length at the current text size, for things that must grow with text: px(24) is 24 at 100 %.
    [[nodiscard]] int px(double lengthAt100) const;
    [[nodiscard]] QFont font(TextStyle style) const;
    /// Text of the given px size at 100 %, for session screens.
    [[nodiscard]] QFont font(double pixelsAt100, QFont::Weight weight) const;

    /// Pictures stand still instead of moving from one to the next.
    [[nodiscard]] bool isStill() const { return m_still; }
    /// Widgets ask isStill() when they would begin to move. Emits changed() when it did.
    void setStill(bool still);

    /// The same colours for Qt's own widgets.
    [[nodiscard]] QPalette palette() const { return m_palette; }
    /// Gives a widget and everything in it these colours and this text size. Windows of an Application theme get it by
    /// themselves; with scope Subtree call it again after changed().
    void dress(QWidget* widget) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void changed();

private:
    void update();

    ThemeScope m_scope;
    ThemeChoice m_choice;
    double m_scale = 1.0;
    bool m_dark = false;
    bool m_still = false;
    QString m_family;
    QPalette m_palette;
    QString m_styleSheet;
};

}  // namespace psolog
