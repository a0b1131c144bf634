// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/paper.h"

#include <algorithm>
#include <utility>

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kPxPerInch = 96;
constexpr double kPointsPerInch = 72;
constexpr double kLineHeight = 1.32;  ///< of the size of the text
constexpr double kFrameWidth = 0.75;
constexpr double kTolerance = 0.5;

/// One line, its last words replaced by "…" where it is too long.
QString elided(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

/// Without the line breaks and tabs that foreign text may hold. Spaces that hold words together stay.
QString inOneLine(QString text)
{
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return text.trimmed();
}

/// The lines of a text; the last one is elided when there is more.
QStringList linesOf(const QString& text, const QFont& font, double width, int most)
{
    if (most == 1)
        return {elided(text, font, width + kTolerance)};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool last = lines.size() == most - 1;
        const QString words = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        // Its own measure says that a line fits; another one must not shorten it by a hair.
        lines << (last ? elided(words.trimmed(), font, width + kTolerance) : words.trimmed());
    }
    layout.endLayout();
    return lines;
}

}  // namespace

Paper usualPaper(const QLocale& locale)
{
    constexpr std::array letter{
        QLocale::UnitedStates, QLocale::Canada,    QLocale::Mexico,   QLocale::Philippines,
        QLocale::PuertoRico,   QLocale::Chile,     QLocale::Colombia, QLocale::Venezuela,
        QLocale::Guatemala,    QLocale::CostaRica, QLocale::Panama,   QLocale::DominicanRepublic,
    };
    return std::find(letter.begin(), letter.end(), locale.territory()) != letter.end() ? Paper::Letter : Paper::A4;
}

QPageSize pageSizeOf(Paper paper)
{
    return QPageSize(paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4);
}

QSizeF sizeOf(Paper paper)
{
    return pageSizeOf(paper).size(QPageSize::Point) * kPxPerInch / kPointsPerInch;
}

QFont PaperLayout::fontOf(const PaperText& look) const
{
    QFont font = m_theme.font(look.size, look.weight);
    // Hinting fits letters to the pixels of a screen, and paper has none.
    font.setHintingPreference(QFont::PreferNoHinting);
    // Shaping puts other shapes for signs beside digits, and a PDF cannot say any more which characters these were: a
    // copied "−1.5" would read 1.5.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

double PaperLayout::widthOf(const PaperText& look, const QString& text) const
{
    return QFontMetricsF(fontOf(look)).horizontalAdvance(text);
}

double PaperLayout::text(QPointF topLeft, double width, const PaperText& look, const QString& text)
{
    const QString plain = inOneLine(text);
    if (plain.isEmpty() || width <= 0)
        return 0;
    const QFont font = fontOf(look);
    const QFontMetricsF metrics(font);
    const double high = look.size * kLineHeight;
    const double base = (high - metrics.height()) / 2 + metrics.ascent();
    double y = topLeft.y();
    const QStringList lines = linesOf(plain, font, width, look.lines);
    for (const QString& line : lines) {
        const double free = width - metrics.horizontalAdvance(line);
        const double shift = look.align & Qt::AlignRight ? free : look.align & Qt::AlignHCenter ? free / 2 : 0;
        const QPointF at(topLeft.x() + std::max(0.0, shift), y + base);
        m_items.push_back([line, font, at, color = m_theme.color(look.role)](QPainter& painter) {
            painter.setFont(font);
            painter.setPen(color);
            painter.drawText(at, line);
        });
        y += high;
    }
    m_words << plain;
    return y - topLeft.y();
}

void PaperLayout::frame(const QRectF& rect, double radius)
{
    m_items.push_back([rect, radius, color = m_theme.color(Role::Divider)](QPainter& painter) {
        painter.setPen(QPen(color, kFrameWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, radius, radius);
    });
}

void PaperLayout::fill(const QRectF& rect, double radius, Role role)
{
    m_items.push_back([rect, radius, color = m_theme.color(role)](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(rect, radius, radius);
    });
}

void PaperLayout::line(QPointF from, QPointF to, Role role, double width)
{
    m_items.push_back([from, to, width, color = m_theme.color(role)](QPainter& painter) {
        painter.setPen(QPen(color, width));
        painter.drawLine(from, to);
    });
}

void PaperLayout::item(std::function<void(QPainter&)> paint, const QStringList& words)
{
    m_items.push_back(std::move(paint));
    m_words << words;
}

void PaperLayout::paint(QPainter& painter) const
{
    for (const auto& paintItem : m_items) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintItem(painter);
        painter.restore();
    }
}

}  // namespace psolog
