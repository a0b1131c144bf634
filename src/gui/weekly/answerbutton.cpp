// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/weekly/answerbutton.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kLeastHeight = 36;
constexpr int kPadding = 12;
constexpr int kEdge = 7;
constexpr int kCap = 22;
constexpr int kGap = 12;
constexpr int kPreferredWidth = 300;
constexpr int kLeastWidth = 140;
constexpr double kRadius = 9;
constexpr double kCapRadius = 4;
}  // namespace

AnswerButton::AnswerButton(Theme& theme, const QString& key, QWidget* parent)
    : QAbstractButton(parent),
      m_theme(theme),
      m_key(key)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

int AnswerButton::textLeft() const
{
    return m_theme.px(kPadding + kCap + kGap);
}

QSize AnswerButton::sizeHint() const
{
    const int width = m_theme.px(kPreferredWidth);
    return {width, heightForWidth(width)};
}

QSize AnswerButton::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), m_theme.px(kLeastHeight)};
}

int AnswerButton::heightForWidth(int width) const
{
    const int room = std::max(1, width - textLeft() - m_theme.px(kPadding));
    const QFontMetrics metrics(m_theme.font(TextStyle::BodyStrong));
    const QRect words = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, text());
    return std::max(m_theme.px(kLeastHeight), words.height() + m_theme.px(2 * kEdge));
}

void AnswerButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    // With Ctrl it saves the page.
    if (event->modifiers() & Qt::ControlModifier)
        return event->ignore();
    if (!event->isAutoRepeat())
        click();
    event->accept();
}

void AnswerButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AnswerButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void AnswerButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool given = isChecked() || isDown();
    const double pen = hasFocus() || given ? 2 : 1;
    const bool hovered = underMouse() && isEnabled();
    const Role line = hasFocus() ? Role::Text : given ? Role::Accent : isEnabled() ? Role::ControlLine : Role::Divider;
    painter.setPen(QPen(m_theme.color(line), pen));
    painter.setBrush(m_theme.color(given || hovered ? Role::AccentSoft : Role::Card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kRadius, kRadius);

    const double cap = m_theme.px(kCap);
    const QRectF capRect(m_theme.px(kPadding), (height() - cap) / 2, cap, cap);
    painter.setPen(QPen(m_theme.color(given ? Role::Accent : Role::ControlLine), 1));
    painter.setBrush(m_theme.color(given ? Role::Accent : Role::Card));
    painter.drawRoundedRect(capRect, kCapRadius, kCapRadius);
    painter.setPen(m_theme.color(given ? Role::OnAccent : Role::Muted));
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.drawText(capRect, Qt::AlignCenter, m_key);

    painter.setPen(m_theme.color(isEnabled() ? Role::Text : Role::Muted));
    painter.setFont(m_theme.font(given ? TextStyle::BodyStrong : TextStyle::Body));
    painter.drawText(QRectF(textLeft(), 0, width() - textLeft() - m_theme.px(kPadding), height()),
                     static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::TextWordWrap), text());
}

}  // namespace psolog
