// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/musclegrid.h"

#include <algorithm>

#include <QGridLayout>
#include <QVBoxLayout>

#include "gui/charts/sorenesschart.h"
#include "gui/theme/theme.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/button.h"

namespace psolog {

namespace {
constexpr int kMostColumns = 3;
constexpr int kPanelWidth = 270;
}  // namespace

MuscleGrid::MuscleGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        const auto muscle = static_cast<Muscle>(i);
        m_panels[i] = new QWidget(this);
        auto* column = new QVBoxLayout(m_panels[i]);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* heading = new Button(QString(), QStringLiteral("ghost"), m_panels[i]);
        heading->setObjectName(QStringLiteral("%1HeadingButton").arg(QString::fromLatin1(nameOf(muscle).data())));
        connect(heading, &QPushButton::clicked, this, [this, muscle] { Q_EMIT muscleChosen(muscle); });
        m_headings[i] = heading;
        m_charts[i] = new SorenessChart(theme, m_panels[i]);
        m_charts[i]->setCompact(true);
        connect(m_charts[i], &TimeChart::visibleDaysChanged, this, [this, i](DayRange days) { follow(i, days); });
        column->addWidget(heading, 0, Qt::AlignLeft);
        column->addWidget(m_charts[i], 1);
    }
    retranslate();
    arrange();
}

void MuscleGrid::retranslate()
{
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        const QString name = musclePlural(static_cast<Muscle>(i));
        m_headings[i]->setText(name);
        m_headings[i]->setToolTip(tr("Show the %1 alone").arg(name));
        m_charts[i]->setAccessibleName(tr("Soreness over time: %1").arg(name));
    }
}

void MuscleGrid::setMuscle(Muscle muscle, const SiteTrend& trend)
{
    SorenessChart& one = chart(muscle);
    one.setData(trend.rows, trend.findings);
    if (const Finding* lead = leadingFinding(trend.findings))
        one.setAccessibleDescription(findingTitle(*lead));
}

void MuscleGrid::setBounds(DayRange bounds)
{
    for (SorenessChart* chart : m_charts)
        chart->setBounds(bounds);
}

void MuscleGrid::setRange(DayRange range)
{
    m_following = true;
    for (SorenessChart* chart : m_charts)
        chart->setRange(range);
    m_following = false;
    Q_EMIT visibleDaysChanged(range);
}

void MuscleGrid::follow(std::size_t leader, DayRange days)
{
    if (m_following)
        return;
    m_following = true;
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        if (i != leader)
            m_charts[i]->showView(*m_charts[leader]);
    m_following = false;
    Q_EMIT visibleDaysChanged(days);
}

void MuscleGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MuscleGrid::arrange()
{
    const int columns = std::clamp(width() / std::max(1, m_theme.px(kPanelWidth)), 1, kMostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        m_layout->removeWidget(m_panels[i]);
        m_layout->addWidget(m_panels[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

}  // namespace psolog
