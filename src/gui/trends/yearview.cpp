// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/yearview.h"

#include <algorithm>

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "analysis/median.h"
#include "gui/body/sitewords.h"
#include "gui/charts/yearheatmap.h"
#include "gui/theme/theme.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr double kVerySore = 7;

int yearOf(LocalDay day)
{
    return static_cast<int>(day.ymd().year());
}

}  // namespace

YearView::YearView(const Theme& theme, TrendData& data, QWidget* parent)
    : TrendView(data, parent),
      m_earlier(new Button(QString(), QStringLiteral("chip"), this)),
      m_later(new Button(QString(), QStringLiteral("chip"), this)),
      m_year(makeLabel(QString(), "strong", this)),
      m_siteLabel(makeLabel(QString(), "muted", this)),
      m_sites(new QComboBox(this)),
      m_map(new YearHeatMap(theme, this)),
      m_model(new TrendTableModel(this))
{
    m_earlier->setObjectName(QStringLiteral("earlierYearButton"));
    m_later->setObjectName(QStringLiteral("laterYearButton"));
    m_year->setObjectName(QStringLiteral("yearLabel"));
    m_sites->setObjectName(QStringLiteral("siteComboBox"));
    m_map->setObjectName(QStringLiteral("yearHeatMap"));
    m_siteLabel->setBuddy(m_sites);
    m_siteLabel->setWordWrap(false);
    m_year->setWordWrap(false);

    auto* years = new QWidget(this);
    auto* yearRow = new QHBoxLayout(years);
    yearRow->setContentsMargins(0, 0, 0, 0);
    yearRow->setSpacing(10);
    yearRow->addWidget(m_earlier);
    yearRow->addWidget(m_year);
    yearRow->addWidget(m_later);
    auto* chooser = new QWidget(this);
    auto* siteRow = new QHBoxLayout(chooser);
    siteRow->setContentsMargins(0, 0, 0, 0);
    siteRow->setSpacing(8);
    siteRow->addWidget(m_siteLabel);
    siteRow->addWidget(m_sites);
    auto* controls = new QWidget(this);
    auto* flow = new FlowLayout(16, controls);
    flow->addWidget(years);
    flow->addWidget(chooser);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(controls);
    column->addWidget(m_map, 1);

    connect(m_earlier, &QPushButton::clicked, this, [this] { showYear(m_map->year() - 1); });
    connect(m_later, &QPushButton::clicked, this, [this] { showYear(m_map->year() + 1); });
    connect(m_map, &YearHeatMap::yearWanted, this, &YearView::showYear);
    connect(m_sites, &QComboBox::activated, this, [this](int index) {
        const auto before = m_site;
        m_site = allSites()[static_cast<std::size_t>(m_sites->itemData(index).toInt())];
        if (const auto read = readSite(); !read) {
            // The rows on the screen are still those of the site before.
            m_site = before;
            m_sites->setCurrentIndex(m_sites->findData(static_cast<int>(indexOf(*m_site))));
            Q_EMIT failed(read.error());
            return;
        }
        Q_EMIT findingChanged();
        Q_EMIT visibleDaysChanged();
    });
}

Result<std::optional<EmptyTrend>> YearView::read(TrendRange /*range*/)
{
    if (data().empty())
        return emptyLog();
    const auto primary = data().primary();
    if (!primary)
        return tl::unexpected(primary.error());
    const Site first = *primary ? (*primary)->site : Site{Muscle::Hamstring, Side::Left};
    if (!m_site)
        m_site = first;
    fillSites(first);
    const LogSpan log = data().range(TrendRange::All);
    m_firstYear = yearOf(data().firstDay());
    m_lastYear = yearOf(log.last);
    if (!m_seen)
        m_map->setYear(m_lastYear);
    m_seen = true;
    if (const auto read = readSite(); !read)
        return tl::unexpected(read.error());
    showYear(std::clamp(m_map->year(), m_firstYear, m_lastYear));
    return std::nullopt;
}

Result<void> YearView::readSite()
{
    auto trend = data().sites({*m_site});
    if (!trend)
        return tl::unexpected(trend.error());
    m_rows = std::move(trend->rows);
    m_map->setData(m_rows, 0, {data().firstDay().number(), data().range(TrendRange::All).last.number()});
    m_map->setAccessibleDescription(title());
    return {};
}

void YearView::fillSites(Site primary)
{
    const auto everywhere = allSites();
    std::vector<Site> sites{primary};
    std::copy_if(everywhere.begin(), everywhere.end(), std::back_inserter(sites),
                 [primary](Site site) { return site != primary; });
    m_sites->clear();
    for (const Site site : sites) {
        m_sites->addItem(siteLabel(site), static_cast<int>(indexOf(site)));
        if (site == *m_site)
            m_sites->setCurrentIndex(m_sites->count() - 1);
    }
}

void YearView::showYear(int year)
{
    if (year < m_firstYear || year > m_lastYear)
        return;
    if (year != m_map->year())
        m_map->setYear(year);
    m_year->setText(QString::number(year));
    m_earlier->setEnabled(year > m_firstYear);
    m_later->setEnabled(year < m_lastYear);
    m_map->setAccessibleDescription(title());
    Q_EMIT findingChanged();
    Q_EMIT visibleDaysChanged();
}

void YearView::showRange(DayRange /*bounds*/, DayRange /*range*/) { }

DayRange YearView::visibleDays() const
{
    return m_map->days();
}

QString YearView::subject() const
{
    return m_site ? siteLabel(*m_site) : tr("Year");
}

QString YearView::title() const
{
    if (!m_rows)
        return tr("Nothing to draw yet");
    const DayRange days = m_map->days();
    std::vector<double> medians;
    for (std::size_t row = 0; row < m_rows->size(); ++row)
        if (m_rows->day(row).day >= days.first && m_rows->day(row).day <= days.last && m_rows->cell(row, 0).count > 0)
            medians.push_back(m_rows->cell(row, 0).median);
    const QString year = QString::number(m_map->year());
    if (medians.empty())
        return tr("%1: no score in %2").arg(siteLabel(*m_site), year);
    const auto sore = std::count_if(medians.begin(), medians.end(), [](double median) { return median >= kVerySore; });
    const QString median = medianWords(*medianOf(medians));
    const QString counted = dayCount(static_cast<int>(medians.size()));
    if (sore == 0)
        return tr("%1 in %2: median %3 over %4").arg(siteLabel(*m_site), year, median, counted);
    return tr("%1 in %2: median %3 over %4, 7 or more on %5")
        .arg(siteLabel(*m_site), year, median, counted, dayCount(static_cast<int>(sore)));
}

QWidget& YearView::focusTarget()
{
    return *m_map;
}

Result<QAbstractItemModel*> YearView::table(DayRange days)
{
    m_model->setRows(m_rows ? m_rows->between(days.first, days.last) : TrendRows());
    return m_model;
}

Result<std::string> YearView::csv(DayRange days)
{
    return trendCsv(m_rows ? m_rows->between(days.first, days.last) : TrendRows());
}

std::vector<ExportSheet::Panel> YearView::panels(const QRect& area)
{
    const QRect place = area.adjusted(0, kPanelCaption, 0, 0);
    return {{QString::number(m_map->year()), place, m_map->picture(place.size())}};
}

void YearView::retranslate()
{
    m_earlier->setText(tr("‹ Earlier"));
    m_earlier->setAccessibleName(tr("Earlier year"));
    m_earlier->setToolTip(tr("Key PgUp"));
    m_later->setText(tr("Later ›"));
    m_later->setAccessibleName(tr("Later year"));
    m_later->setToolTip(tr("Key PgDn"));
    m_siteLabel->setText(tr("Site:"));
    if (m_site && m_sites->count() > 0)
        fillSites(allSites()[static_cast<std::size_t>(m_sites->itemData(0).toInt())]);
}

}  // namespace psolog
