// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinedelegate.h"

#include <QPainter>

#include "gui/routines/routinelistmodel.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {
constexpr int kPadding = 14;
constexpr int kBar = 6;
constexpr double kRadius = 9;
constexpr double kGap = 2;
}  // namespace

RoutineDelegate::RoutineDelegate(const Theme& theme, const RoutineListModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_model(model)
{
}

QSize RoutineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {option.rect.width(),
            QFontMetrics(m_theme.font(TextStyle::BodyStrong)).height()
                + QFontMetrics(m_theme.font(TextStyle::Small)).height()
                + m_theme.px(2 * kPadding + kBar + space::kS + space::kXs)};
}

void RoutineDelegate::paintSteps(QPainter& painter, const QRectF& place, int row) const
{
    const Routine& routine = m_model.at(row).routine;
    const auto total = static_cast<double>(routine.total().count());
    const double usable = place.width() - kGap * static_cast<double>(routine.steps.size() - 1);
    double left = place.left();
    painter.setPen(Qt::NoPen);
    for (const RoutineStep& step : routine.steps) {
        const double width = std::max(1.0, usable * static_cast<double>(step.duration.count()) / total);
        painter.setBrush(m_theme.color(step.kind == StepKind::Zone ? Role::Accent : Role::ControlLine));
        painter.drawRoundedRect(QRectF(left, place.top(), width, place.height()), place.height() / 2,
                                place.height() / 2);
        left += width + kGap;
    }
}

void RoutineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Routine& routine = m_model.at(index.row()).routine;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect line = option.rect.adjusted(m_theme.px(4), m_theme.px(2), -m_theme.px(4), -m_theme.px(2));
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setPen((option.state & QStyle::State_HasFocus) != 0 ? QPen(m_theme.color(Role::Accent), 2)
                                                                     : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(Role::AccentSoft));
        painter->drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    const int padding = m_theme.px(kPadding);
    const QRect inside = line.adjusted(padding, padding - m_theme.px(2), -padding, 0);
    const QFont strong = m_theme.font(TextStyle::BodyStrong);
    const QFont smallFont = m_theme.font(TextStyle::Small);
    const QFontMetrics titles(strong);
    const QFontMetrics small(smallFont);
    painter->setFont(strong);
    painter->setPen(m_theme.color(Role::Text));
    const QString time = minutesSeconds(routine.total());
    const int timeWidth = titles.horizontalAdvance(time);
    painter->drawText(QRect(inside.right() - timeWidth, inside.top(), timeWidth + 1, titles.height()), Qt::AlignRight,
                      time);
    painter->drawText(
        QRect(inside.left(), inside.top(), inside.width() - timeWidth - padding, titles.height()),
        Qt::AlignLeft | Qt::AlignVCenter,
        titles.elidedText(routineText(routine.name), Qt::ElideRight, inside.width() - timeWidth - padding));
    painter->setFont(smallFont);
    painter->setPen(m_theme.color(Role::Muted));
    const int second = inside.top() + titles.height() + m_theme.px(space::kXs);
    painter->drawText(QRect(inside.left(), second, inside.width(), small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      small.elidedText(m_model.detail(index.row()), Qt::ElideRight, inside.width()));
    paintSteps(*painter,
               QRectF(inside.left(), second + small.height() + m_theme.px(space::kS), inside.width(), m_theme.px(kBar)),
               index.row());
    painter->restore();
}

}  // namespace psolog
