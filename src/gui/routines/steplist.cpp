// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/steplist.h"

#include <QKeyEvent>
#include <QPainter>

#include "gui/routines/routinedraft.h"
#include "gui/routines/routinewords.h"
#include "gui/routines/steplistmodel.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {
constexpr int kPadding = 10;
constexpr double kRadius = 9;
constexpr int kGrip = 8;
}  // namespace

StepList::StepList(const Theme& theme, RoutineDraft& draft, QWidget* parent)
    : QListView(parent),
      m_draft(draft),
      m_model(new StepListModel(draft, this))
{
    setModel(m_model);
    setItemDelegate(new StepDelegate(theme, *m_model, this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    connect(&m_draft, &RoutineDraft::changed, this, &StepList::follow);
    connect(&theme, &Theme::changed, this, [this] { doItemsLayout(); });
    follow();
}

void StepList::follow()
{
    const QModelIndex wanted = m_model->index(m_draft.current());
    if (wanted != currentIndex())
        setCurrentIndex(wanted);
}

void StepList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        m_draft.select(current.row());
}

void StepList::keyPressEvent(QKeyEvent* event)
{
    const int current = m_draft.current();
    const bool alt = (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    if (alt && event->key() == Qt::Key_Up)
        m_draft.move(current, current - 1);
    else if (alt && event->key() == Qt::Key_Down)
        m_draft.move(current, current + 1);
    else if (event->key() == Qt::Key_Delete)
        m_draft.removeCurrent();
    else
        QListView::keyPressEvent(event);
}

StepDelegate::StepDelegate(const Theme& theme, const StepListModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_model(model)
{
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {option.rect.width(),
            QFontMetrics(m_theme.font(TextStyle::BodyStrong)).height()
                + QFontMetrics(m_theme.font(TextStyle::Small)).height() + m_theme.px(space::kL)};
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const RoutineStep& step = m_model.draft().routine().steps.at(static_cast<std::size_t>(index.row()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect line = option.rect.adjusted(m_theme.px(4), 1, -m_theme.px(4), -1);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setPen((option.state & QStyle::State_HasFocus) != 0 ? QPen(m_theme.color(Role::Accent), 2)
                                                                     : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(Role::AccentSoft));
        painter->drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    // The grip: six dots that say it can be dragged.
    const int padding = m_theme.px(kPadding);
    const double dot = m_theme.px(3);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Role::Muted));
    for (int row = -1; row <= 1; ++row)
        for (int column = 0; column <= 1; ++column)
            painter->drawEllipse(QRectF(line.left() + padding + column * m_theme.px(6),
                                        line.center().y() + row * m_theme.px(6) - dot / 2, dot, dot));
    QRect rest = line.adjusted(padding + m_theme.px(kGrip) + padding, 0, -padding, 0);

    const QFont strong = m_theme.font(TextStyle::BodyStrong);
    const QFont smallFont = m_theme.font(TextStyle::Small);
    const QFontMetrics titles(strong);
    const QFontMetrics small(smallFont);
    const int top = rest.top() + (rest.height() - titles.height() - small.height()) / 2;
    painter->setFont(strong);
    painter->setPen(m_theme.color(Role::Text));
    const QString time = minutesSeconds(step.duration);
    const int timeWidth = titles.horizontalAdvance(time);
    painter->drawText(QRect(rest.right() - timeWidth, top, timeWidth + 1, titles.height()), Qt::AlignRight, time);
    rest.setRight(rest.right() - timeWidth - padding);
    const bool wrong = m_model.hasIssue(index.row());
    if (wrong) {
        const int sign = titles.height();
        drawIcon(*painter, Icon::Warning, QRectF(rest.right() - sign, top, sign, sign), m_theme.color(Role::Bad));
        rest.setRight(rest.right() - sign - padding);
    }
    painter->setPen(m_theme.color(Role::Text));
    painter->drawText(
        QRect(rest.left(), top, rest.width(), titles.height()), Qt::AlignLeft | Qt::AlignVCenter,
        titles.elidedText(StepListModel::tr("%1. %2").arg(index.row() + 1).arg(RoutineWords::stepTitle(step)),
                          Qt::ElideRight, rest.width()));
    painter->setFont(smallFont);
    painter->setPen(m_theme.color(Role::Muted));
    const QString cue =
        step.cue.empty() ? StepListModel::tr("Nothing of its own is said") : QString::fromStdString(step.cue);
    painter->drawText(QRect(rest.left(), top + titles.height(), rest.width(), small.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(cue, Qt::ElideRight, rest.width()));
    painter->restore();
}

}  // namespace psolog
