// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/weeklyview.h"

#include <algorithm>

#include <QLocale>
#include <QVBoxLayout>

#include "gui/charts/weeklychart.h"
#include "gui/theme/theme.h"
#include "gui/trends/texttablemodel.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kWeekDays = 7;

QString numberOr(const std::optional<int>& value)
{
    return value ? QLocale().toString(*value) : QStringLiteral("–");
}

}  // namespace

WeeklyView::WeeklyView(const Theme& theme, TrendData& data, IWeeklyLog& weekly, QWidget* parent)
    : TrendView(data, parent),
      m_weekly(weekly),
      m_chart(new WeeklyChart(theme, this)),
      m_model(new TextTableModel(this))
{
    m_chart->setObjectName(QStringLiteral("weeklyChart"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    connect(m_chart, &TimeChart::visibleDaysChanged, this, &TrendView::visibleDaysChanged);
}

Result<std::optional<EmptyTrend>> WeeklyView::read(TrendRange range)
{
    m_all = range == TrendRange::All;
    const auto read = m_weekly.between(LocalDay(1, 1, 1), data().range(TrendRange::All).last);
    if (!read)
        return tl::unexpected(read.error());
    m_rows = weekRows(*read);
    m_chart->setWeeks(m_rows, data().firstRelease());
    m_chart->setAccessibleDescription(title());
    if (m_rows.empty())
        return EmptyTrend{
            tr("No weekly check-in yet"),
            tr("Four questions once a week, from a questionnaire that sports medicine uses (OSTRC-H2), give "
               "one number for how much your problem limits you."),
            tr("Answer the four questions"), PageId::Weekly};
    if (rowsOf(widened(toDayRange(data().range(range)), m_all)).empty())
        return EmptyTrend{tr("No weekly check-in in these days"), tr("The log has older ones."),
                          tr("Show the whole log"), PageId::Trends};
    return std::nullopt;
}

DayRange WeeklyView::widened(DayRange range, bool toFirstWeek) const
{
    if (toFirstWeek && !m_rows.empty())
        range.first = std::min(range.first, m_rows.front().day.number() - (kWeekDays - 1));
    return range;
}

void WeeklyView::showRange(DayRange bounds, DayRange range)
{
    m_chart->setBounds(widened(bounds, true));
    m_chart->setRange(widened(range, m_all));
}

void WeeklyView::setNotes(const std::vector<CoachNote>& notes)
{
    m_chart->setNoteMarks(noteMarksOf(notes));
}

DayRange WeeklyView::visibleDays() const
{
    return m_chart->visibleDays();
}

std::vector<WeekRow> WeeklyView::rowsOf(DayRange days) const
{
    std::vector<WeekRow> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows), [days](const WeekRow& row) {
        return row.day.number() >= days.first && row.day.number() <= days.last;
    });
    return rows;
}

QString WeeklyView::subject() const
{
    return tr("Weekly check-ins");
}

QString WeeklyView::title() const
{
    const auto last =
        std::find_if(m_rows.rbegin(), m_rows.rend(), [](const WeekRow& row) { return row.severity.has_value(); });
    if (last == m_rows.rend())
        return m_rows.empty() ? tr("No weekly check-in yet") : tr("No weekly check-in with all answers");
    const auto substantial =
        std::count_if(m_rows.begin(), m_rows.end(), [](const WeekRow& row) { return row.substantial.value_or(false); });
    return tr("Last answered %1: severity %2 of 100; substantial problems in %3 of %4 weeks")
        .arg(shortDate(last->day, data().today()))
        .arg(*last->severity)
        .arg(substantial)
        .arg(m_rows.size());
}

QWidget& WeeklyView::focusTarget()
{
    return *m_chart;
}

Result<QAbstractItemModel*> WeeklyView::table(DayRange days)
{
    std::vector<QStringList> rows;
    for (const WeekRow& row : rowsOf(days)) {
        QStringList cells{QLocale().toString(toQDate(row.day), QStringLiteral("ddd d MMM yyyy"))};
        for (const std::optional<int>& score : row.scores)
            cells << numberOr(score);
        cells << numberOr(row.severity);
        cells << (row.substantial ? (*row.substantial ? tr("yes") : tr("no")) : QStringLiteral("–"));
        rows.push_back(std::move(cells));
    }
    m_model->setTable({tr("Week to"), tr("Participation"), tr("Training"), tr("Performance"), tr("Symptoms"),
                       tr("Severity"), tr("Substantial")},
                      std::move(rows));
    return m_model;
}

Result<std::string> WeeklyView::csv(DayRange days)
{
    return weekCsv(rowsOf(days));
}

std::vector<ExportSheet::Panel> WeeklyView::panels(const QRect& area)
{
    const QRect place = area.adjusted(0, kPanelCaption, 0, 0);
    return {{tr("Severity of the weekly check-ins, 0 to 100"), place, m_chart->picture(place.size())}};
}

}  // namespace psolog
