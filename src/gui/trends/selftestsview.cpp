// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/selftestsview.h"

#include <array>

#include <QLabel>
#include <QVBoxLayout>

#include "gui/charts/selftestchart.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/make.h"

namespace psolog {

SelfTestsView::SelfTestsView(const Theme& theme, TrendData& data, QWidget* parent)
    : TrendView(data, parent),
      m_gluteLabel(makeLabel(QString(), "strong", this)),
      m_tiltLabel(makeLabel(QString(), "strong", this)),
      m_gluteChart(new SelfTestChart(theme, SelfTestKind::GluteActivation, this)),
      m_tiltChart(new SelfTestChart(theme, SelfTestKind::PelvicTilt, this)),
      m_model(new TestTableModel(this))
{
    m_gluteChart->setObjectName(QStringLiteral("gluteChart"));
    m_tiltChart->setObjectName(QStringLiteral("tiltChart"));
    m_gluteLabel->setBuddy(m_gluteChart);
    m_tiltLabel->setBuddy(m_tiltChart);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_gluteLabel);
    layout->addWidget(m_gluteChart, 1);
    layout->addWidget(m_tiltLabel);
    layout->addWidget(m_tiltChart, 1);
    connect(m_gluteChart, &TimeChart::visibleDaysChanged, this, [this] {
        if (m_tiltChart->visibleDays() != m_gluteChart->visibleDays())
            m_tiltChart->showView(*m_gluteChart);
        Q_EMIT visibleDaysChanged();
    });
    connect(m_tiltChart, &TimeChart::visibleDaysChanged, this, [this] {
        if (m_gluteChart->visibleDays() != m_tiltChart->visibleDays())
            m_gluteChart->showView(*m_tiltChart);
    });
}

Result<std::optional<EmptyTrend>> SelfTestsView::read(TrendRange range)
{
    auto glute = data().tests(SelfTestKind::GluteActivation);
    auto tilt = data().tests(SelfTestKind::PelvicTilt);
    if (!glute || !tilt)
        return tl::unexpected(!glute ? glute.error() : tilt.error());
    m_glute = std::move(*glute);
    m_tilt = std::move(*tilt);
    m_gluteChart->setTests(m_glute);
    m_tiltChart->setTests(m_tilt);
    m_gluteChart->setAccessibleDescription(title());
    if (m_glute.empty() && m_tilt.empty())
        return EmptyTrend{tr("No self-test yet"),
                          tr("The two self-tests take three minutes. Once a week is enough to see where they go."),
                          tr("Go to the self-tests"), PageId::SelfTests};
    const DayRange days = toDayRange(data().range(range));
    if (testRows(m_glute, m_tilt, days.first, days.last).empty())
        return EmptyTrend{tr("No self-test in these days"), tr("The log has older ones."), tr("Show the whole log"),
                          PageId::Trends};
    return std::nullopt;
}

void SelfTestsView::showRange(DayRange bounds, DayRange range)
{
    for (SelfTestChart* chart : {m_gluteChart, m_tiltChart}) {
        chart->setBounds(bounds);
        chart->setRange(range);
    }
}

void SelfTestsView::setNotes(const std::vector<CoachNote>& notes)
{
    m_gluteChart->setNoteMarks(noteMarksOf(notes));
    m_tiltChart->setNoteMarks(noteMarksOf(notes));
}

DayRange SelfTestsView::visibleDays() const
{
    return m_gluteChart->visibleDays();
}

QString SelfTestsView::subject() const
{
    return tr("Self-tests");
}

QString SelfTestsView::title() const
{
    if (m_glute.empty())
        return m_tilt.empty() ? tr("No self-test yet") : tr("Pelvic tilt, both postures");
    const auto rating = [](const std::optional<TestValue>& value) {
        return value ? medianWords(value->median) : QStringLiteral("–");
    };
    const TestPoint& last = m_glute.back();
    return tr("Glute activation: left %1, right %2 in the last test").arg(rating(last.first), rating(last.second));
}

QWidget& SelfTestsView::focusTarget()
{
    return *m_gluteChart;
}

Result<QAbstractItemModel*> SelfTestsView::table(DayRange days)
{
    m_model->setTests(testRows(m_glute, m_tilt, days.first, days.last));
    return m_model;
}

Result<std::string> SelfTestsView::csv(DayRange days)
{
    return testCsv(testRows(m_glute, m_tilt, days.first, days.last));
}

std::vector<ExportSheet::Panel> SelfTestsView::panels(const QRect& area)
{
    const int half = area.height() / 2;
    const QSize size(area.width(), half - kPanelCaption);
    const QRect above(QPoint(area.left(), area.top() + kPanelCaption), size);
    const QRect below = above.translated(0, half);
    return {{m_gluteLabel->text(), above, m_gluteChart->picture(size)},
            {m_tiltLabel->text(), below, m_tiltChart->picture(size)}};
}

void SelfTestsView::retranslate()
{
    m_gluteLabel->setText(tr("Glute activation"));
    m_tiltLabel->setText(tr("Pelvic tilt"));
}

}  // namespace psolog
