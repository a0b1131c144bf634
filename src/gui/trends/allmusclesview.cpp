// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/allmusclesview.h"

#include <algorithm>
#include <iterator>

#include <QVBoxLayout>

#include "gui/charts/sorenesschart.h"
#include "gui/trends/musclegrid.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"

namespace psolog {

namespace {
constexpr int kSheetColumns = 3;
constexpr int kSheetRows = 2;
}  // namespace

AllMusclesView::AllMusclesView(const Theme& theme, TrendData& data, QWidget* parent)
    : TrendView(data, parent),
      m_grid(new MuscleGrid(theme, this)),
      m_model(new TrendTableModel(this))
{
    m_grid->setObjectName(QStringLiteral("muscleGrid"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);
    connect(m_grid, &MuscleGrid::visibleDaysChanged, this, &TrendView::visibleDaysChanged);
    connect(m_grid, &MuscleGrid::muscleChosen, this, &AllMusclesView::muscleChosen);
}

Result<std::optional<EmptyTrend>> AllMusclesView::read(TrendRange /*range*/)
{
    m_findings.clear();
    m_rows.reset();
    if (const auto done = data().readAllSites(); !done)
        return tl::unexpected(done.error());
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        const auto trend = data().muscle(static_cast<Muscle>(i));
        if (!trend)
            return tl::unexpected(trend.error());
        m_grid->setMuscle(static_cast<Muscle>(i), *trend);
        m_findings.insert(m_findings.end(), trend->findings.begin(), trend->findings.end());
    }
    if (data().empty())
        return emptyLog();
    return std::nullopt;
}

void AllMusclesView::showRange(DayRange bounds, DayRange range)
{
    m_grid->setBounds(bounds);
    m_grid->setRange(range);
}

void AllMusclesView::setNotes(const std::vector<CoachNote>& notes)
{
    for (const auto& row : NameTable<Muscle>::rows) {
        std::vector<CoachNote> own;
        std::copy_if(notes.begin(), notes.end(), std::back_inserter(own),
                     [&](const CoachNote& note) { return !note.muscle || note.muscle == row.value; });
        m_grid->chart(row.value).setNoteMarks(noteMarksOf(own));
    }
}

DayRange AllMusclesView::visibleDays() const
{
    return m_grid->chart(Muscle::Hamstring).visibleDays();
}

QString AllMusclesView::subject() const
{
    return tr("All muscles");
}

QString AllMusclesView::title() const
{
    if (data().empty())
        return tr("Trends");
    const Finding* lead = leadingFinding(m_findings);
    return lead != nullptr ? findingTitle(*lead) : tr("No score yet");
}

QWidget& AllMusclesView::focusTarget()
{
    return m_grid->chart(Muscle::Hamstring);
}

Result<std::shared_ptr<const TrendRows>> AllMusclesView::rows()
{
    if (!m_rows) {
        const auto sites = allSites();
        auto read = data().sites({sites.begin(), sites.end()});
        if (!read)
            return tl::unexpected(read.error());
        m_rows = read->rows;
    }
    return m_rows;
}

Result<QAbstractItemModel*> AllMusclesView::table(DayRange days)
{
    const auto read = rows();
    if (!read)
        return tl::unexpected(read.error());
    m_model->setRows((*read)->between(days.first, days.last));
    return m_model;
}

Result<std::string> AllMusclesView::csv(DayRange days)
{
    const auto read = rows();
    if (!read)
        return tl::unexpected(read.error());
    return trendCsv((*read)->between(days.first, days.last));
}

std::vector<ExportSheet::Panel> AllMusclesView::panels(const QRect& area)
{
    std::vector<ExportSheet::Panel> panels;
    const int width = area.width() / kSheetColumns;
    const int height = area.height() / kSheetRows;
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        const auto muscle = static_cast<Muscle>(i);
        const int column = static_cast<int>(i) % kSheetColumns;
        const int row = static_cast<int>(i) / kSheetColumns;
        const QRect place(area.left() + column * width, area.top() + row * height + kPanelCaption, width,
                          height - kPanelCaption);
        panels.push_back({musclePlural(muscle), place, m_grid->chart(muscle).picture(place.size())});
    }
    return panels;
}

void AllMusclesView::retranslate()
{
    m_grid->retranslate();
}

}  // namespace psolog
