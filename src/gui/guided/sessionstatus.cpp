// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessionstatus.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kTitlePixels = 54;
constexpr double kLongTitlePixels = 38;
constexpr double kLinePixels = 26;
constexpr int kTextFlags =
    static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::TextWordWrap);

class SessionStatusAccessible : public QAccessibleWidget {
public:
    explicit SessionStatusAccessible(SessionStatus* status) : QAccessibleWidget(status, QAccessible::StatusBar) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return static_cast<SessionStatus*>(widget())->value();
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* status = qobject_cast<SessionStatus*>(object);
    return status == nullptr ? nullptr : new SessionStatusAccessible(status);
}

void installAccessible()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    static_cast<void>(installed);
}

}  // namespace

SessionStatus::SessionStatus(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    installAccessible();
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

bool SessionStatus::setWords(const QString& title, const QString& line)
{
    if (m_title == title && m_line == line)
        return false;
    m_title = title;
    m_line = line;
    updateGeometry();
    update();
    return true;
}

void SessionStatus::setValue(const QString& value)
{
    if (m_value == value)
        return;
    m_value = value;
    QAccessibleValueChangeEvent changed(this, value);
    QAccessible::updateAccessibility(&changed);
}

int SessionStatus::textHeight(const QFont& font, const QString& text, int width)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), kTextFlags, text).height();
}

QFont SessionStatus::titleFont(int width) const
{
    const QFont large = m_theme.font(kTitlePixels, QFont::Bold);
    return QFontMetrics(large).horizontalAdvance(m_title) <= width ? large
                                                                   : m_theme.font(kLongTitlePixels, QFont::Bold);
}

QFont SessionStatus::lineFont() const
{
    return m_theme.font(kLinePixels, QFont::Normal);
}

int SessionStatus::heightForWidth(int width) const
{
    return textHeight(titleFont(width), m_title, width) + textHeight(lineFont(), m_line, width);
}

QSize SessionStatus::sizeHint() const
{
    return {m_theme.px(360), heightForWidth(m_theme.px(560))};
}

QSize SessionStatus::minimumSizeHint() const
{
    return {m_theme.px(200), m_theme.px(kTitlePixels)};
}

void SessionStatus::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SessionStatus::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SessionStatus::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QFont title = titleFont(width());
    const int titleHeight = textHeight(title, m_title, width());
    painter.setFont(title);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(QRect(0, 0, width(), titleHeight), kTextFlags, m_title);
    painter.setFont(lineFont());
    painter.setPen(m_theme.color(Role::Muted));
    painter.drawText(QRect(0, titleHeight, width(), height() - titleHeight), kTextFlags, m_line);
}

}  // namespace psolog
