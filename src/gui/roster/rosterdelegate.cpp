// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/rosterdelegate.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "gui/roster/coachwords.h"
#include "gui/roster/rostermodel.h"
#include "gui/roster/rowpaint.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kRowHeight = 41;
constexpr double kCellPadding = 10;
constexpr double kBadgePadding = 9;
constexpr double kBadgeRadius = 5;
constexpr double kBadgeGap = 6;
constexpr double kScoreSize = 26;
constexpr double kScoreRadius = 7;
constexpr double kSparkMargin = 8;
constexpr double kSparkLine = 1.6;
constexpr double kHighestScore = 10;
constexpr double kChevron = 14;

struct BadgeColors {
    Role text;
    Role fill;
    bool framed;
};

BadgeColors colorsOf(std::string_view tone)
{
    if (tone == "bad")
        return {Role::Bad, Role::BadSoft, false};
    if (tone == "warn")
        return {Role::Warn, Role::WarnSoft, false};
    if (tone == "good")
        return {Role::Good, Role::GoodSoft, false};
    return {Role::Muted, Role::Window, true};
}

QFont badgeFont(const Theme& theme)
{
    QFont font = theme.font(TextStyle::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

double badgeWidth(const Theme& theme, const QString& text)
{
    return QFontMetricsF(badgeFont(theme)).horizontalAdvance(text) + 2 * theme.px(kBadgePadding);
}

/// Paints a badge at the left of the rectangle, as wide as its text and never wider than the rectangle.
void paintBadge(QPainter& painter, const Theme& theme, const QRectF& room, const QString& text, const char* tone)
{
    const QFontMetricsF metrics(badgeFont(theme));
    const double width = std::min(badgeWidth(theme, text), room.width());
    const double height = metrics.height() + theme.px(6);
    const QRectF box(room.left(), std::round(room.center().y() - height / 2), width, height);
    const BadgeColors colors = colorsOf(tone);
    painter.setPen(colors.framed ? QPen(theme.color(Role::Divider), 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.color(colors.fill));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kBadgeRadius, kBadgeRadius);
    painter.setFont(badgeFont(theme));
    painter.setPen(theme.color(colors.text));
    painter.drawText(box, Qt::AlignCenter,
                     metrics.elidedText(text, Qt::ElideRight, width - 2 * theme.px(kBadgePadding) + 1));
}

void paintText(QPainter& painter, const Theme& theme, const QRectF& room, const QString& text, TextStyle style,
               Role role)
{
    painter.setFont(theme.font(style));
    painter.setPen(theme.color(role));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(theme.font(style)).elidedText(text, Qt::ElideRight, room.width()));
}

void paintWhy(QPainter& painter, const Theme& theme, const QRectF& room, const RosterItem& item)
{
    if (item.row.flags.empty())
        return paintText(painter, theme, room, RosterCells::text(item, RosterColumn::Why), TextStyle::Small,
                         Role::Muted);
    // What was not reviewed yet stands first and in colour.
    std::vector<const Flag*> flags;
    for (const Flag& flag : item.unseen)
        flags.push_back(&flag);
    const std::size_t unseen = flags.size();
    for (const Flag& flag : item.row.flags)
        if (std::find(item.unseen.begin(), item.unseen.end(), flag) == item.unseen.end())
            flags.push_back(&flag);
    QRectF rest = room;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const std::size_t others = flags.size() - i - 1;
        const QString more = QStringLiteral("+%1").arg(flags.size() - i);
        const double reserve =
            others > 0 ? badgeWidth(theme, QStringLiteral("+%1").arg(others)) + theme.px(kBadgeGap) : 0;
        QString words = flagWords(*flags[i]);
        if (badgeWidth(theme, words) + reserve > rest.width())
            words = RosterCells::shortFlag(*flags[i]);
        // The first one is always there, cut if need be; the others only as a whole.
        if (i > 0 && badgeWidth(theme, words) + reserve > rest.width())
            return paintBadge(painter, theme, rest, more, "neutral");
        QRectF place = rest;
        place.setWidth(rest.width() - (i == 0 ? reserve : 0));
        paintBadge(painter, theme, place, words, i < unseen ? flagTone(flags[i]->kind) : "neutral");
        rest.setLeft(rest.left() + std::min(badgeWidth(theme, words), place.width()) + theme.px(kBadgeGap));
    }
}

void paintScore(QPainter& painter, const Theme& theme, const QRectF& room, int score)
{
    const double side = theme.px(kScoreSize);
    const QRectF square(room.left(), std::round(room.center().y() - side / 2), side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soreness(score));
    painter.drawRoundedRect(square, theme.px(kScoreRadius), theme.px(kScoreRadius));
    painter.setFont(theme.font(TextStyle::BodyStrong));
    painter.setPen(theme.sorenessText(score));
    painter.drawText(square, Qt::AlignCenter, QString::number(score));
}

/// A line through the days, from 0 at the bottom to 10 at the top; days without a score part it.
void paintSpark(QPainter& painter, const Theme& theme, const QRectF& room, const RosterRow& row)
{
    const QRectF box = room.adjusted(0, theme.px(kSparkMargin), -theme.px(kSparkMargin), -theme.px(kSparkMargin));
    painter.setPen(QPen(theme.color(Role::Divider), 1));
    painter.drawLine(QPointF(box.left(), box.bottom() + 0.5), QPointF(box.right(), box.bottom() + 0.5));
    if (row.spark.empty())
        return;
    const bool right = row.primary && row.primary->side == Side::Right;
    const QColor& color = theme.color(right ? Role::SeriesRight : Role::SeriesLeft);
    const double step = box.width() / static_cast<double>(std::max<std::size_t>(row.spark.size() - 1, 1));
    QPainterPath path;
    std::vector<QPointF> lonely;
    const auto has = [&row](std::size_t i) { return i < row.spark.size() && row.spark[i].has_value(); };
    for (std::size_t i = 0; i < row.spark.size(); ++i) {
        if (!row.spark[i])
            continue;
        const QPointF point(box.left() + step * static_cast<double>(i),
                            box.bottom() - box.height() * *row.spark[i] / kHighestScore);
        const bool joined = i > 0 && has(i - 1);
        joined ? path.lineTo(point) : path.moveTo(point);
        if (!joined && !has(i + 1))
            lonely.push_back(point);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, kSparkLine * theme.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF& point : lonely)
        painter.drawEllipse(point, kSparkLine * theme.scale(), kSparkLine * theme.scale());
}

}  // namespace

RosterDelegate::RosterDelegate(const RosterModel& model, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model),
      m_theme(theme)
{
}

int RosterDelegate::rowHeight(const Theme& theme)
{
    return theme.px(kRowHeight);
}

QSize RosterDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), rowHeight(m_theme)};
}

void RosterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const RosterItem& item = m_model.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBehind(*painter, option, m_theme);
    const QRectF cell = QRectF(option.rect).adjusted(m_theme.px(kCellPadding), 0, -m_theme.px(kCellPadding) / 2.0, -1);
    const auto column = static_cast<RosterColumn>(index.column());
    const QString text = RosterCells::text(item, column);
    switch (column) {
    case RosterColumn::Athlete:
        paintText(*painter, m_theme, cell, text, TextStyle::BodyStrong, Role::Text);
        break;
    case RosterColumn::Why:
        paintWhy(*painter, m_theme, cell, item);
        break;
    case RosterColumn::Worst:
        if (item.row.worstNow)
            paintScore(*painter, m_theme, cell, *item.row.worstNow);
        else
            paintText(*painter, m_theme, cell, text, TextStyle::Body, Role::Muted);
        break;
    case RosterColumn::Spark:
        paintSpark(*painter, m_theme, cell, item.row);
        break;
    case RosterColumn::Verdict:
        paintBadge(*painter, m_theme, cell, text, rowVerdictWords(item.row).tone);
        break;
    case RosterColumn::LastCheckIn:
        paintText(*painter, m_theme, cell, text, TextStyle::Body, Role::Text);
        break;
    case RosterColumn::Release:
        paintText(*painter, m_theme, cell, text, TextStyle::Body, item.row.adherence ? Role::Text : Role::Muted);
        break;
    case RosterColumn::Sides:
        paintText(*painter, m_theme, cell, text, TextStyle::Body,
                  item.row.sides && item.row.sides->beyond ? Role::Text : Role::Muted);
        break;
    case RosterColumn::Open: {
        const double side = m_theme.px(kChevron);
        drawIcon(*painter, Icon::Chevron,
                 QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side),
                 m_theme.color(Role::Muted));
        break;
    }
    }
    painter->restore();
}

}  // namespace psolog
