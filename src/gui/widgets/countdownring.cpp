// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/countdownring.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kStrokeRatio = 0.05;       ///< of the diameter
constexpr double kNumberRatio = 0.38;
constexpr double kCaptionRatio = 0.078;
constexpr double kNoteRatio = 0.055;
constexpr double kNoteTop = 0.18;           ///< below the centre, of the diameter
constexpr double kNoteHeight = 0.19;
constexpr double kNoteWidth = 0.62;         ///< of the diameter: what the circle leaves at the note's height
constexpr double kSmallestStep = 1.0 / 300; ///< of the circle: a smaller move is not worth painting
constexpr int kNoteFlags
    = static_cast<int>(Qt::AlignHCenter) | static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::TextWordWrap);
constexpr int kMinimumSide = 88;
constexpr int kSixteenths = 16;             ///< QPainter counts angles in 1/16 degree

/// The largest font of this weight, up to `pixels`, in which the text is at most `width` wide.
QFont fitted(const Theme& theme, const QString& text, double pixels, QFont::Weight weight, double width, int smallest = 8)
{
    QFont font = theme.font(TextStyle::Body);
    font.setWeight(weight);
    font.setPixelSize(std::max(smallest, static_cast<int>(pixels)));
    const double needed = QFontMetricsF(font).horizontalAdvance(text);
    if (needed > width && needed > 0)
        font.setPixelSize(std::max(smallest, static_cast<int>(font.pixelSize() * width / needed)));
    return font;
}

}  // namespace

CountdownRing::CountdownRing(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CountdownRing::setRemaining(double fraction)
{
    const double next = std::clamp(fraction, 0.0, 1.0);
    const bool atEnd = next == 0.0 || next == 1.0;
    if (next == m_remaining || (!atEnd && std::abs(next - m_remaining) < kSmallestStep))
        return;
    m_remaining = next;
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
    if (m_caption == text && m_captionRole == role)
        return;
    m_caption = text;
    m_captionRole = role;
    update();
}

void CountdownRing::setNote(const QString& text)
{
    if (m_note == text)
        return;
    m_note = text;
    update();
}

void CountdownRing::setSmallestText(int pixels)
{
    m_smallestText = std::max(1, pixels);
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

QRectF CountdownRing::noteBox(double side)
{
    return {-side * kNoteWidth / 2, side * kNoteTop, side * kNoteWidth, side * kNoteHeight};
}

bool CountdownRing::noteFits(const QFont& font, double side) const
{
    const QRectF box = noteBox(side);
    const QRectF needed = QFontMetricsF(font).boundingRect(box, kNoteFlags, m_note);
    return needed.width() <= box.width() && needed.height() <= box.height();
}

QFont CountdownRing::noteFont(double side) const
{
    const int smallest = m_theme.px(m_smallestText);
    QFont font = m_theme.font(TextStyle::Body);
    font.setPixelSize(std::max(smallest, static_cast<int>(side * kNoteRatio)));
    while (font.pixelSize() > smallest && !noteFits(font, side))
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

bool CountdownRing::showsNote() const
{
    const double side = std::min(width(), height());
    return !m_note.isEmpty() && noteFits(noteFont(side), side);
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
    const int smallest = m_theme.px(m_smallestText);
    if (!m_caption.isEmpty()) {
        painter.setFont(fitted(m_theme, m_caption, side * kCaptionRatio, QFont::Bold, inner * 0.7, smallest));
        painter.setPen(m_theme.color(m_captionRole));
        const double height = std::max(side * 0.12, QFontMetricsF(painter.font()).height());
        painter.drawText(QRectF(center.x() - inner / 2, center.y() - side * 0.23 - height / 2, inner, height), Qt::AlignCenter,
                         m_caption);
    }
    if (const QFont note = noteFont(side); !m_note.isEmpty() && noteFits(note, side)) {
        painter.setFont(note);
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(noteBox(side).translated(center), kNoteFlags, m_note);
    }
}

}  // namespace psolog
