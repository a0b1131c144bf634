// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/rosterview.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include <QActionGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include "gui/roster/coachwords.h"
#include "gui/roster/rosterdelegate.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

struct ColumnRoom {
    RosterColumn column;
    double least;  ///< px at 100 % text
    double ideal;
    int goes;  ///< the highest goes first; 0: never
};

constexpr std::size_t kWhy = 1;  ///< among the rooms

constexpr std::array kRooms{
    ColumnRoom{RosterColumn::Athlete, 122, 176, 0},     ColumnRoom{RosterColumn::Why, 196, 232, 0},
    ColumnRoom{RosterColumn::LastCheckIn, 104, 108, 2}, ColumnRoom{RosterColumn::Worst, 88, 92, 1},
    ColumnRoom{RosterColumn::Spark, 96, 144, 3},        ColumnRoom{RosterColumn::Release, 70, 76, 4},
    ColumnRoom{RosterColumn::Sides, 64, 72, 6},         ColumnRoom{RosterColumn::Verdict, 154, 172, 5},
    ColumnRoom{RosterColumn::Open, 26, 34, 7},
};

bool isTyped(const QKeyEvent& event)
{
    return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier && !event.text().isEmpty()
        && event.text().front().isPrint();
}

}  // namespace

RosterView::RosterView(RosterModel& model, const Theme& theme, QWidget* parent)
    : QTableView(parent),
      m_model(model),
      m_theme(theme)
{
    setModel(&model);
    setItemDelegate(new RosterDelegate(model, theme, this));
    setProperty("bare", true);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setHighlightSections(false);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    connect(head, &QHeaderView::sortIndicatorChanged, this, &RosterView::sortBy);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_reset = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, &RosterView::keepChoice);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (static_cast<RosterColumn>(index.column()) != RosterColumn::Open)
            Q_EMIT athleteOpened();
    });
    connect(&theme, &Theme::changed, this, &RosterView::restyle);
    restyle();
}

void RosterView::sortBy(int column, Qt::SortOrder order)
{
    if (column == static_cast<int>(RosterColumn::Open)) {
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        return;
    }
    m_model.sort(column, order);
}

void RosterView::fillSortMenu(QMenu& menu)
{
    auto* exclusive = new QActionGroup(&menu);
    QHeaderView* head = horizontalHeader();
    const auto add = [&](const QString& text, int column) {
        const bool sorted = head->sortIndicatorSection() == column;
        const bool turns = sorted && column >= 0 && head->sortIndicatorOrder() == Qt::AscendingOrder;
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(sorted);
        exclusive->addAction(action);
        connect(action, &QAction::triggered, this, [head, column, turns] {
            head->setSortIndicator(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    };
    add(tr("Who needs a look first"), -1);
    for (int column = 0; column < kRosterColumns; ++column)
        if (static_cast<RosterColumn>(column) != RosterColumn::Open)
            add(RosterCells::heading(static_cast<RosterColumn>(column)), column);
}

AthleteId RosterView::current() const
{
    return m_current;
}

void RosterView::choose(const AthleteId& id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, 0));
}

void RosterView::keepChoice()
{
    m_reset = false;
    const int rows = m_model.rowCount();
    int row = m_current.isEmpty() ? 0 : m_model.rowOf(m_current);
    if (row < 0)
        row = std::min(m_row, rows - 1);
    if (rows == 0) {
        m_current = {};
        Q_EMIT currentAthleteChanged();
        return;
    }
    setCurrentIndex(m_model.index(std::max(row, 0), 0));
}

void RosterView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_reset || !current.isValid())
        return;
    m_row = current.row();
    m_current = m_model.at(current.row()).entry.id;
    Q_EMIT currentAthleteChanged();
}

void RosterView::restyle()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(RosterDelegate::rowHeight(m_theme));
    QFont font = m_theme.font(TextStyle::Small);
    horizontalHeader()->setFont(font);
    horizontalHeader()->setMinimumSectionSize(1);
    arrange();
    viewport()->update();
}

void RosterView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    arrange();
}

void RosterView::arrange()
{
    const int room = viewport()->width();
    std::array<bool, kRosterColumns> shown{};
    shown.fill(true);
    const auto total = [&](auto member) {
        int sum = 0;
        for (const ColumnRoom& each : kRooms)
            if (shown[static_cast<std::size_t>(each.column)])
                sum += m_theme.px(each.*member);
        return sum;
    };
    while (total(&ColumnRoom::least) > room) {
        const auto least = std::max_element(kRooms.begin(), kRooms.end(), [&](const auto& a, const auto& b) {
            const auto rank = [&](const ColumnRoom& each) {
                return shown[static_cast<std::size_t>(each.column)] ? each.goes : 0;
            };
            return rank(a) < rank(b);
        });
        if (least->goes == 0 || !shown[static_cast<std::size_t>(least->column)])
            break;
        shown[static_cast<std::size_t>(least->column)] = false;
    }
    const bool ample = total(&ColumnRoom::ideal) <= room;
    const int spare = room - total(ample ? &ColumnRoom::ideal : &ColumnRoom::least);
    // The reasons and the names have use for what is left: the reasons first, which have to be read.
    const auto wanted = [&](const ColumnRoom& each) { return m_theme.px(each.ideal) - m_theme.px(each.least); };
    const int forReasons = ample ? spare / 2 : std::min(std::max(spare, 0), wanted(kRooms[kWhy]));
    for (const ColumnRoom& each : kRooms) {
        const bool visible = shown[static_cast<std::size_t>(each.column)];
        setColumnHidden(static_cast<int>(each.column), !visible);
        if (!visible)
            continue;
        int width = m_theme.px(ample ? each.ideal : each.least);
        if (each.column == RosterColumn::Why)
            width += forReasons;
        else if (each.column == RosterColumn::Athlete)
            width += spare - forReasons;
        setColumnWidth(static_cast<int>(each.column), std::max(width, 1));
    }
}

void RosterView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (!m_current.isEmpty() && !event->isAutoRepeat())
            Q_EMIT athleteOpened();
        return;
    }
    // A table would look for a row that begins with the letter.
    if (isTyped(*event) || event->key() == Qt::Key_Delete) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RosterView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at.isValid()
        && static_cast<RosterColumn>(at.column()) == RosterColumn::Open)
        Q_EMIT athleteOpened();
}

}  // namespace psolog
