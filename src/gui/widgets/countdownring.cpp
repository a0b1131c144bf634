// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/countdownring.h"

#include <algorithm>

#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kStrokeRatio = 0.05;       ///< of the diameter
constexpr double kNumberRatio = 0.38;
constexpr double kCaptionRatio = 0.078;
constexpr double kNoteRatio = 0.055;
constexpr int kMinimumSide = 88;
constexpr int kSixteenths = 16;             ///< QPainter counts angles in 1/16 degree

/// The largest font of this weight, up to `pixels`, in which the text is at most `width` wide.
QFont fitted(const Theme& theme, const QString& text, double pixels, QFont::Weight weight, double width)
{
    QFont font = theme.font(TextStyle::Body);
    font.setWeight(weight);
    font.setPixelSize(std::max(8, static_cast<int>(pixels)));
    const double needed = QFontMetricsF(font).horizontalAdvance(text);
    if (needed > width && needed > 0)
        font.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * width / needed)));
    return font;
}

}  // namespace

CountdownRing::CountdownRing(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CountdownRing::setRemaining(double fraction)
{
    m_remaining = std::clamp(fraction, 0.0, 1.0);
    update();
}

void CountdownRing::setNumber(const QString& text)
{
    if (m_number == text)
        return;
    m_number = text;
    setAccessibleDescription(m_caption.isEmpty() ? text : m_caption + QStringLiteral(", ") + text);
    update();
}

void CountdownRing::setCaption(const QString& text, Role role)
{
    m_caption = text;
    m_captionRole = role;
    update();
}

void CountdownRing::setNote(const QString& text)
{
    m_note = text;
    update();
}

QSize CountdownRing::sizeHint() const
{
    return {m_theme.px(kMinimumSide), m_theme.px(kMinimumSide)};
}

QSize CountdownRing::minimumSizeHint() const
{
    return sizeHint();
}

void CountdownRing::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(width(), height());
    const double stroke = std::max(6.0, side * kStrokeRatio);
    const QRectF ring(width() / 2.0 - side / 2 + stroke / 2, height() / 2.0 - side / 2 + stroke / 2, side - stroke, side - stroke);
    painter.setPen(QPen(m_theme.color(Role::Track), stroke));
    painter.drawEllipse(ring);
    if (m_remaining > 0) {
        painter.setPen(QPen(m_theme.color(Role::Accent), stroke, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, 90 * kSixteenths, -static_cast<int>(m_remaining * 360 * kSixteenths));
    }

    const bool extras = !m_caption.isEmpty() || !m_note.isEmpty();
    const double inner = side - 2 * stroke;
    const QPointF center = ring.center();
    const double numberSize = side * (extras ? kNumberRatio : kNumberRatio * 1.15);
    painter.setFont(fitted(m_theme, m_number, numberSize, QFont::Bold, inner * 0.78));
    painter.setPen(m_theme.color(Role::Text));
    const QRectF numberBox(center.x() - inner / 2, center.y() - numberSize * 0.6 + (extras ? side * 0.015 : 0), inner, numberSize * 1.2);
    painter.drawText(numberBox, Qt::AlignCenter, m_number);
    if (!m_caption.isEmpty()) {
        painter.setFont(fitted(m_theme, m_caption, side * kCaptionRatio, QFont::Bold, inner * 0.7));
        painter.setPen(m_theme.color(m_captionRole));
        painter.drawText(QRectF(center.x() - inner / 2, center.y() - side * 0.29, inner, side * 0.12), Qt::AlignCenter, m_caption);
    }
    if (!m_note.isEmpty()) {
        painter.setFont(fitted(m_theme, m_note, side * kNoteRatio, QFont::Normal, inner * 0.74));
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(QRectF(center.x() - inner / 2, center.y() + side * 0.2, inner, side * 0.1), Qt::AlignCenter, m_note);
    }
}

}  // namespace psolog
