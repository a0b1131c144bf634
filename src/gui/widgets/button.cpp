// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/button.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace psolog {

namespace {
constexpr double kKeyFontRatio = 0.8;
constexpr float kHairlineOpacity = 0.55F;
}  // namespace

Button::Button(QWidget* parent) : QPushButton(parent) {}

Button::Button(const QString& text, const QString& variant, QWidget* parent) : QPushButton(text, parent)
{
    setVariant(variant);
}

void Button::setKeyHint(const QString& key)
{
    m_keyHint = key;
    updateGeometry();
    update();
}

void Button::setVariant(const QString& variant)
{
    if (m_variant == variant)
        return;
    m_variant = variant;
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
}

QFont Button::keyFont() const
{
    QFont keys = font();
    keys.setPixelSize(std::max(9, static_cast<int>(QFontInfo(font()).pixelSize() * kKeyFontRatio)));
    keys.setWeight(QFont::DemiBold);
    return keys;
}

int Button::keyWidth() const
{
    if (m_keyHint.isEmpty())
        return 0;
    const QFontMetrics metrics(keyFont());
    return metrics.horizontalAdvance(m_keyHint) + metrics.height();
}

QSize Button::sizeHint() const
{
    ensurePolished();
    QSize size = QPushButton::sizeHint();
    if (!m_keyHint.isEmpty())
        size.rwidth() += keyWidth() + fontMetrics().height() / 2;
    return size;
}

void Button::paintEvent(QPaintEvent* event)
{
    if (m_keyHint.isEmpty()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString label = option.text;
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    // A style sheet recolours text only while it draws it, so the label goes through the style as well.
    const QRect contents = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    const int gap = fontMetrics().height() / 2;
    const int keys = keyWidth();
    const int labelWidth = fontMetrics().size(Qt::TextShowMnemonic, label).width();
    const int left = contents.left() + std::max(0, (contents.width() - labelWidth - gap - keys) / 2);
    QStyleOptionButton text = option;
    text.text = label;
    text.rect = QRect(left - gap, rect().top(), labelWidth + 2 * gap, rect().height());
    painter.drawControl(QStyle::CE_PushButtonLabel, text);

    const QColor ink = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(keyFont());
    const int height = QFontMetrics(keyFont()).height() + 4;
    const QRectF cap(left + labelWidth + gap + 0.5, (rect().height() - height) / 2 + 0.5, keys, height);
    QColor line = ink;
    line.setAlphaF(kHairlineOpacity);
    painter.setPen(QPen(line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(ink);
    painter.drawText(cap, Qt::AlignCenter, m_keyHint);
}

}  // namespace psolog
