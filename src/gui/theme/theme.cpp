// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include <cmath>

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QToolTip>
#include <QWidget>

#include "gui/theme/contrast.h"
#include "gui/theme/stylesheet.h"

namespace psolog {

namespace {

struct FontSpec {
    double pixels;
    QFont::Weight weight;
};

FontSpec specOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Small:
        return {13, QFont::Normal};
    case TextStyle::Body:
        return {15, QFont::Normal};
    case TextStyle::BodyStrong:
        return {15, QFont::DemiBold};
    case TextStyle::CardTitle:
        return {19, QFont::DemiBold};
    case TextStyle::PageTitle:
        return {26, QFont::DemiBold};
    case TextStyle::Display:
        return {40, QFont::Bold};
    case TextStyle::Huge:
        return {64, QFont::Bold};
    }
    return {15, QFont::Normal};
}

/// The desktop's own font. Without a desktop that chooses one, Qt falls back to the alias "Sans": then Inter, which
/// has tabular figures and reads well in small sizes, is better where it is installed.
QString familyOf(const QFont& system)
{
    const QString family = system.family();
    const bool undecided = family.isEmpty() || family.startsWith(QStringLiteral("Sans")) || family == QStringLiteral("Helvetica");
    const QString inter = QStringLiteral("Inter");
    return undecided && QFontDatabase::hasFamily(inter) ? inter : family;
}

QPalette buildPalette(const ColorSet& colors)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Role color) { palette.setColor(role, colors[color]); };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Card);
    set(QPalette::AlternateBase, Role::Window);
    set(QPalette::Text, Role::Text);
    set(QPalette::Button, Role::Card);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Bad);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::ToolTipBase, Role::Card);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::PlaceholderText, Role::Muted);
    set(QPalette::Light, Role::Card);
    set(QPalette::Midlight, Role::Divider);
    set(QPalette::Mid, Role::Divider);
    set(QPalette::Dark, Role::ControlLine);
    set(QPalette::Shadow, Role::ControlLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors[Role::Muted]);
    return palette;
}

bool isDarkPalette(const QPalette& palette)
{
    return relativeLuminance(palette.color(QPalette::Window)) < relativeLuminance(palette.color(QPalette::WindowText));
}

}  // namespace

Theme::Theme(ThemeChoice choice, int textSizePercent, QObject* parent)
    : Theme(choice, textSizePercent, ThemeScope::Application, parent)
{
}

Theme::Theme(ThemeChoice choice, int textSizePercent, ThemeScope scope, QObject* parent)
    : QObject(parent), m_scope(scope), m_choice(choice), m_scale(textSizePercent / 100.0), m_family(familyOf(QApplication::font()))
{
    // Without it a widget under a style sheet inherits neither palette nor font from its window.
    QCoreApplication::setAttribute(Qt::AA_UseStyleSheetPropagationInWidgetStyles);
    update();
    if (m_scope == ThemeScope::Application)
        qApp->installEventFilter(this);
}

void Theme::apply(ThemeChoice choice, int textSizePercent)
{
    const double scale = textSizePercent / 100.0;
    if (choice == m_choice && std::abs(scale - m_scale) < 1e-6)
        return;
    m_choice = choice;
    m_scale = scale;
    update();
}

void Theme::setStill(bool still)
{
    if (still == m_still)
        return;
    m_still = still;
    Q_EMIT changed();
}

int Theme::px(double lengthAt100) const
{
    return static_cast<int>(std::lround(lengthAt100 * m_scale));
}

QFont Theme::font(TextStyle style) const
{
    const FontSpec spec = specOf(style);
    return font(spec.pixels, spec.weight);
}

QFont Theme::font(double pixelsAt100, QFont::Weight weight) const
{
    QFont font(m_family);
    font.setPixelSize(std::max(1, px(pixelsAt100)));
    font.setWeight(weight);
    return font;
}

void Theme::update()
{
    // The application palette is never set, so it keeps following the desktop; windows get ours one by one.
    m_dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && isDarkPalette(QApplication::palette()));
    m_palette = buildPalette(colors());
    m_styleSheet = buildStyleSheet(*this);
    if (m_scope == ThemeScope::Subtree) {
        Q_EMIT changed();
        return;
    }
    // A widget made after its window was dressed does not inherit the window's font under a style sheet.
    QApplication::setFont(font(TextStyle::Body));
    QToolTip::setPalette(m_palette);
    QToolTip::setFont(font(TextStyle::Small));
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (window->testAttribute(Qt::WA_WState_Polished))
            dress(window);
    Q_EMIT changed();
}

void Theme::dress(QWidget* widget) const
{
    widget->setPalette(m_palette);
    widget->setFont(font(TextStyle::Body));
    if (widget->styleSheet() == m_styleSheet)
        return;
    // A new sheet alone leaves the larger fonts and least heights of the old one behind.
    if (!widget->styleSheet().isEmpty())
        widget->setStyleSheet(QString());
    widget->setStyleSheet(m_styleSheet);
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        if (widget->isWindow() && widget->windowType() != Qt::ToolTip && widget->windowType() != Qt::Desktop)
            dress(widget);
    } else if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp && m_choice == ThemeChoice::System
               && isDarkPalette(QApplication::palette()) != m_dark) {
        update();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace psolog
