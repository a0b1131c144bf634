// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessionbutton.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr double kLabelPixels = 26;
constexpr double kKeyPixels = 24;
constexpr int kHeight = 76;
constexpr int kLowHeight = 52;
constexpr int kPadding = 22;
constexpr int kLowPadding = 14;
constexpr int kKeyPadding = 12;
constexpr int kGap = 16;
constexpr double kRadius = 12;
}  // namespace

SessionButton::SessionButton(Theme& theme, Kind kind, QWidget* parent)
    : QPushButton(parent),
      m_theme(theme),
      m_kind(kind)
{
    // A click by mouse must not take the focus from the status, or the next Space would press this button.
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SessionButton::setWords(const QString& label, const QString& key)
{
    if (text() == label && m_key == key)
        return;
    m_key = key;
    setText(label);
    setAccessibleName(label);
    setAccessibleDescription(key.isEmpty() ? QString() : tr("Key %1").arg(key));
    updateGeometry();
    update();
}

void SessionButton::setLow(bool low)
{
    m_low = low;
    updateGeometry();
}

int SessionButton::padding() const
{
    return m_low ? kLowPadding : kPadding;
}

QFont SessionButton::labelFont() const
{
    return m_theme.font(m_low ? kKeyPixels : kLabelPixels, m_low ? QFont::Normal : QFont::DemiBold);
}

QFont SessionButton::keyFont() const
{
    return m_theme.font(kKeyPixels, QFont::DemiBold);
}

int SessionButton::keyWidth() const
{
    if (m_key.isEmpty())
        return 0;
    const QFontMetrics metrics(keyFont());
    return std::max(metrics.horizontalAdvance(m_key) + 2 * kKeyPadding, metrics.height() + kKeyPadding);
}

QSize SessionButton::sizeHint() const
{
    const int keys = m_key.isEmpty() ? 0 : keyWidth() + kGap;
    return {QFontMetrics(labelFont()).horizontalAdvance(text()) + keys + 2 * padding() + 2,
            m_theme.px(m_low ? kLowHeight : kHeight)};
}

void SessionButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // Whether Return presses a button is the desktop's choice; here it must never reach the screen's big key.
        if (!event->isAutoRepeat())
            click();
        event->accept();
    } else if (event->key() == Qt::Key_Space) {
        QPushButton::keyPressEvent(event);
    } else {
        event->ignore();
    }
}

void SessionButton::paintEvent(QPaintEvent* /*event*/)
{
    Role fill = Role::Card;
    Role ink = Role::Text;
    Role line = Role::Divider;
    Role keyInk = Role::Muted;
    if (m_kind == Kind::Primary) {
        fill = Role::Accent;
        ink = keyInk = Role::OnAccent;
        line = Role::Accent;
    } else if (m_kind == Kind::Danger) {
        fill = Role::BadSoft;
        ink = keyInk = Role::Bad;
        line = Role::BadSoft;
    }
    if (!isEnabled()) {
        fill = Role::Window;
        ink = keyInk = Role::Muted;
        line = Role::Divider;
    } else if (isChecked()) {
        fill = Role::AccentSoft;
        ink = keyInk = line = Role::Accent;
    } else if (isDown() || underMouse()) {
        fill = m_kind == Kind::Primary ? Role::AccentHover : m_kind == Kind::Plain ? Role::AccentSoft : fill;
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = hasFocus() ? 3 : 1;
    painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Text : line), pen));
    painter.setBrush(m_theme.color(fill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kRadius, kRadius);

    const int keys = keyWidth();
    painter.setFont(labelFont());
    painter.setPen(m_theme.color(ink));
    const int labelWidth = width() - 2 * padding() - (keys > 0 ? keys + kGap : 0);
    painter.drawText(QRect(padding(), 0, labelWidth, height()),
                     static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, labelWidth));
    if (keys == 0)
        return;
    const int capHeight = QFontMetrics(keyFont()).height() + kKeyPadding / 2;
    const QRectF cap(width() - padding() - keys + 0.5, (height() - capHeight) / 2 + 0.5, keys, capHeight);
    painter.setFont(keyFont());
    painter.setPen(
        QPen(m_theme.color((m_kind == Kind::Plain && !isChecked()) || !isEnabled() ? Role::Divider : keyInk), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 5, 5);
    painter.setPen(m_theme.color(keyInk));
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

}  // namespace psolog
