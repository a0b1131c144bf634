// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historydelegate.h"

#include <QPainter>

#include "gui/history/historymodel.h"
#include "gui/shell/services.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kPadding = 12;
constexpr double kSign = 30;
constexpr double kRadius = 9;

void paintSign(QPainter& painter, const Theme& theme, const HistoryRow& row, const QRectF& square)
{
    painter.setPen(Qt::NoPen);
    if (row.kind == HistoryKind::CheckIn && row.worst) {
        painter.setBrush(theme.soreness(row.worst->value()));
        painter.drawRoundedRect(square, kRadius, kRadius);
        QFont numbers = theme.font(TextStyle::BodyStrong);
        painter.setFont(numbers);
        painter.setPen(theme.sorenessText(row.worst->value()));
        painter.drawText(square, Qt::AlignCenter, QString::number(row.worst->value()));
        return;
    }
    painter.setBrush(theme.color(row.warns ? Role::BadSoft : Role::AccentSoft));
    painter.drawRoundedRect(square, kRadius, kRadius);
    const Icon icon = row.warns             ? Icon::Warning
        : row.kind == HistoryKind::SelfTest ? Icon::Check
        : row.kind == HistoryKind::Release  ? Icon::Release
        : row.kind == HistoryKind::Run      ? Icon::Trends
        : row.kind == HistoryKind::Weekly   ? Icon::Today
        : row.kind == HistoryKind::Note     ? Icon::Coach
                                            : Icon::History;
    const double inset = square.width() * 0.2;
    drawIcon(painter, icon, square.adjusted(inset, inset, -inset, -inset),
             theme.color(row.warns ? Role::Bad : Role::Accent));
}

}  // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel& model, Services& services, QObject* parent)
    : QStyledItemDelegate(parent),
      m_model(model),
      m_services(services)
{
}

int HistoryDelegate::dayHeight() const
{
    return QFontMetrics(m_services.theme.font(TextStyle::BodyStrong)).height() + m_services.theme.px(space::kL);
}

int HistoryDelegate::lineHeight() const
{
    const Theme& theme = m_services.theme;
    return QFontMetrics(theme.font(TextStyle::BodyStrong)).height()
        + QFontMetrics(theme.font(TextStyle::Small)).height() + theme.px(space::kL);
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), lineHeight() + (m_model.beginsDay(index.row()) ? dayHeight() : 0)};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_services.theme;
    const HistoryRow& row = m_model.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect line = option.rect.adjusted(theme.px(4), 0, -theme.px(4), 0);
    if (m_model.beginsDay(index.row())) {
        const QRect day = line.adjusted(kPadding, theme.px(space::kS), -kPadding, 0);
        painter->setFont(theme.font(TextStyle::BodyStrong));
        painter->setPen(theme.color(Role::Text));
        const QString words = longDate(row.recorded.day, m_services.today());
        painter->drawText(QRect(day.left(), day.top(), day.width(), dayHeight() - theme.px(space::kS)),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, day.width()));
        line.setTop(line.top() + dayHeight());
    }
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setPen((option.state & QStyle::State_HasFocus) != 0 ? QPen(theme.color(Role::Accent), 2)
                                                                     : QPen(Qt::NoPen));
        painter->setBrush(theme.color(Role::AccentSoft));
        painter->drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }

    const QFontMetrics small(theme.font(TextStyle::Small));
    const int timeWidth = small.horizontalAdvance(QStringLiteral("00:00")) + 2;
    QRect rest = line.adjusted(kPadding, 0, -kPadding, 0);
    painter->setFont(theme.font(TextStyle::Small));
    painter->setPen(theme.color(Role::Muted));
    painter->drawText(QRect(rest.left(), rest.top(), timeWidth, rest.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      clockTime(row.recorded.at));
    rest.setLeft(rest.left() + timeWidth + kPadding);
    const int sign = theme.px(kSign);
    paintSign(*painter, theme, row, QRectF(rest.left(), rest.center().y() - sign / 2.0, sign, sign));
    rest.setLeft(rest.left() + sign + kPadding);

    const QFont titleFont = theme.font(TextStyle::BodyStrong);
    const QFontMetrics titles(titleFont);
    const int top = rest.top() + (rest.height() - titles.height() - small.height() - 2) / 2;
    painter->setFont(titleFont);
    painter->setPen(theme.color(Role::Text));
    painter->drawText(QRect(rest.left(), top, rest.width(), titles.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      titles.elidedText(row.title, Qt::ElideRight, rest.width()));
    painter->setFont(theme.font(TextStyle::Small));
    painter->setPen(theme.color(row.warns ? Role::Bad : Role::Muted));
    const QString below = row.detail.isEmpty() ? row.kindWord : row.kindWord + QStringLiteral(" \u00b7 ") + row.detail;
    painter->drawText(QRect(rest.left(), top + titles.height() + 2, rest.width(), small.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(below, Qt::ElideRight, rest.width()));
    painter->restore();
}

}  // namespace psolog
