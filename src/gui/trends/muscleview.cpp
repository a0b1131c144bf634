// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/muscleview.h"

#include <algorithm>

#include <QVBoxLayout>

#include "analysis/median.h"
#include "analysis/theilsen.h"
#include "gui/body/sitewords.h"
#include "gui/charts/sorenesschart.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"

namespace psolog {

namespace {

/// Whether any of the sites has a score in these days.
bool hasScores(const TrendRows& rows, DayRange days)
{
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.day(row).day >= days.first && rows.day(row).day <= days.last)
            for (std::size_t site = 0; site < rows.sites().size(); ++site)
                if (rows.cell(row, site).count > 0)
                    return true;
    return false;
}

/// The Theil-Sen line through the day medians of a site; nothing without two days.
std::optional<SlopeBand> slopeOf(const TrendRows& rows, std::size_t site)
{
    std::vector<double> days;
    std::vector<double> values;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.cell(row, site).count > 0) {
            days.push_back(rows.day(row).day);
            values.push_back(rows.cell(row, site).median);
        }
    const auto line = theilSen(days, values);
    if (!line)
        return std::nullopt;
    SlopeBand band;
    band.first = days.front();
    band.last = days.back();
    band.slope = line->slope;
    band.interval = line->slopeInterval;
    band.day = *medianOf(days);
    band.value = *medianOf(values);
    const SlopeWords words = slopeWords(*line);
    band.legend =
        MuscleView::tr("%1: Theil–Sen line, %2 points a week. Band: the slopes that fit, %3, through the point "
                       "of medians; not the spread of days.")
            .arg(siteLabel(rows.sites()[site]), words.slope, words.interval);
    return band;
}

}  // namespace

MuscleView::MuscleView(const Theme& theme, TrendData& data, QWidget* parent)
    : TrendView(data, parent),
      m_chart(new SorenessChart(theme, this)),
      m_model(new TrendTableModel(this))
{
    m_chart->setObjectName(QStringLiteral("sorenessChart"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chart);
    connect(m_chart, &TimeChart::visibleDaysChanged, this, &TrendView::visibleDaysChanged);
    connect(m_chart, &SorenessChart::sideToggled, this, [this] {
        describe();
        showBand();
        Q_EMIT findingChanged();
    });
}

Result<std::optional<EmptyTrend>> MuscleView::read(TrendRange range)
{
    auto trend = data().muscle(m_muscle);
    if (!trend)
        return tl::unexpected(trend.error());
    m_trend = std::move(*trend);
    m_chart->setData(m_trend.rows, m_trend.findings);
    m_chart->setAccessibleName(tr("Soreness over time: %1").arg(musclePlural(m_muscle)));
    describe();
    showBand();
    const bool asked = std::any_of(m_trend.findings.begin(), m_trend.findings.end(), [](const Finding& finding) {
        return finding.kind != FindingKind::NeverAsked && (finding.before.days > 0 || finding.since.days > 0);
    });
    if (data().empty())
        return emptyLog();
    if (!asked)
        return EmptyTrend{tr("%1: no score yet").arg(musclePlural(m_muscle)),
                          tr("Give both sides a score in a check-in. A muscle that is left alone counts as not asked, "
                             "never as zero."),
                          tr("Check in"), PageId::CheckIn};
    if (!hasScores(*m_trend.rows, toDayRange(data().range(range))))
        return EmptyTrend{tr("No score in these days"), tr("The log has older scores of this muscle."),
                          tr("Show the whole log"), PageId::Trends};
    return std::nullopt;
}

void MuscleView::describe()
{
    m_chart->setAccessibleDescription(title());
}

void MuscleView::setBandShown(bool shown)
{
    m_band = shown;
    showBand();
}

void MuscleView::setNotes(const std::vector<CoachNote>& notes)
{
    m_chart->setNoteMarks(noteMarksOf(notes));
}

void MuscleView::retranslate()
{
    describe();
    showBand();
}

void MuscleView::showBand()
{
    m_chart->setSlope(std::nullopt);
    const std::vector<Finding> shown = findings();
    const Finding* lead = leadingFinding(shown);
    if (!m_band || lead == nullptr || !m_trend.rows)
        return;
    const auto& sites = m_trend.rows->sites();
    for (std::size_t i = 0; i < sites.size(); ++i)
        if (sites[i] == lead->site)
            m_chart->setSlope(slopeOf(*m_trend.rows, i));
}

void MuscleView::showRange(DayRange bounds, DayRange range)
{
    m_chart->setBounds(bounds);
    m_chart->setRange(range);
}

DayRange MuscleView::visibleDays() const
{
    return m_chart->visibleDays();
}

QString MuscleView::subject() const
{
    return musclePlural(m_muscle);
}

QString MuscleView::title() const
{
    if (data().empty())
        return tr("Trends");
    const std::vector<Finding> shown = findings();
    const Finding* lead = leadingFinding(shown);
    return lead != nullptr ? findingTitle(*lead) : tr("%1: no score yet").arg(musclePlural(m_muscle));
}

std::vector<Finding> MuscleView::findings() const
{
    std::vector<Finding> shown;
    for (const Finding& finding : m_trend.findings)
        if (m_chart->isSideShown(finding.site.side))
            shown.push_back(finding);
    return shown.empty() ? m_trend.findings : shown;
}

QWidget& MuscleView::focusTarget()
{
    return *m_chart;
}

Result<QAbstractItemModel*> MuscleView::table(DayRange days)
{
    if (m_trend.rows)
        m_model->setRows(m_trend.rows->between(days.first, days.last));
    return m_model;
}

Result<std::string> MuscleView::csv(DayRange days)
{
    return trendCsv(m_trend.rows ? m_trend.rows->between(days.first, days.last) : TrendRows());
}

std::vector<ExportSheet::Panel> MuscleView::panels(const QRect& area)
{
    return {{QString(), area, m_chart->picture(area.size())}};
}

}  // namespace psolog
