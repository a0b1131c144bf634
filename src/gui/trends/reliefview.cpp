// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/reliefview.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "gui/body/sitewords.h"
#include "gui/charts/reliefchart.h"
#include "gui/theme/theme.h"
#include "gui/trends/texttablemodel.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

QString dayText(LocalDay day)
{
    return QLocale().toString(toQDate(day), QStringLiteral("ddd d MMM yyyy"));
}

QString numberOr(const std::optional<int>& value)
{
    return value ? QLocale().toString(*value) : QStringLiteral("–");
}

std::vector<ReliefRow> inRange(const std::vector<ReliefRow>& all, DayRange days)
{
    std::vector<ReliefRow> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [days](const ReliefRow& row) {
        return row.day.number() >= days.first && row.day.number() <= days.last;
    });
    return rows;
}

QString percent(double share)
{
    const auto whole = static_cast<int>(std::lround(share * 100));
    const QString text = QLocale().toString(std::abs(whole));
    return (whole < 0 ? QStringLiteral("−%1 %") : QStringLiteral("%1 %")).arg(text);
}

QString percentOr(const std::optional<double>& share)
{
    return share ? percent(*share) : QStringLiteral("–");
}

/// "60 % of the drop is", "none of the drop is", for a sentence about what is left.
QString portion(double share)
{
    if (share <= 0)
        return ReliefView::tr("none of the drop");
    if (share >= 1)
        return ReliefView::tr("all of the drop");
    return ReliefView::tr("%1 of the drop").arg(percent(share));
}

}  // namespace

ReliefView::ReliefView(const Theme& theme, TrendData& data, IReleaseLog& releases, ICheckInLog& checkIns,
                       QWidget* parent)
    : TrendView(data, parent),
      m_releases(releases),
      m_checkIns(checkIns),
      m_chart(new ReliefChart(theme, this)),
      m_basis(makeLabel(QString(), "", this)),
      m_caution(makeLabel(QString(), "muted", this)),
      m_model(new TextTableModel(this))
{
    m_chart->setObjectName(QStringLiteral("reliefChart"));
    m_basis->setObjectName(QStringLiteral("reliefBasisLabel"));
    m_caution->setObjectName(QStringLiteral("reliefCautionLabel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_basis);
    column->addWidget(m_chart, 1);
    column->addWidget(m_caution);
}

Result<const std::vector<ReliefRow>*> ReliefView::allRows()
{
    if (m_all && m_revision == data().revision())
        return &*m_all;
    m_all.reset();
    const LogSpan all = data().range(TrendRange::All);
    auto sessions = m_releases.between(all.first, all.last);
    if (!sessions)
        return tl::unexpected(sessions.error());
    std::vector<CheckIn> checkIns;
    if (!sessions->empty()) {
        auto read = m_checkIns.between(sessions->front().recorded.day + 1, all.last);
        if (!read)
            return tl::unexpected(read.error());
        checkIns = std::move(*read);
    }
    m_all = reliefRows(std::move(*sessions), checkIns);
    m_revision = data().revision();
    return &*m_all;
}

Result<std::optional<EmptyTrend>> ReliefView::read(TrendRange range)
{
    const auto all = allRows();
    if (!all)
        return tl::unexpected(all.error());
    const bool any = !(*all)->empty();
    m_days = toDayRange(data().range(range));
    m_rows = inRange(**all, m_days);
    m_chart->setRows(m_rows, data().today());
    m_chart->setAccessibleDescription(title());
    m_basis->setText(basis());
    if (!any)
        return EmptyTrend{
            tr("No session rated before and after yet"),
            tr("Say how tight each side is before a release and after it. The next morning's check-in and "
               "the next session then show how long the difference lasts."),
            tr("Go to the release"), PageId::Release};
    if (m_rows.empty())
        return EmptyTrend{tr("No session rated before and after in these days"), tr("The log has older ones."),
                          tr("Show the whole log"), PageId::Trends};
    return std::nullopt;
}

void ReliefView::showRange(DayRange /*bounds*/, DayRange range)
{
    m_days = range;
}

std::vector<ReliefRow> ReliefView::rowsOf(DayRange days) const
{
    return inRange(m_rows, days);
}

QString ReliefView::subject() const
{
    return tr("How long relief lasts");
}

QString ReliefView::title() const
{
    const ReliefSummary summary = reliefSummary(m_rows);
    const auto& morning = summary.keptMorning;
    const auto& next = summary.keptNext;
    const bool knowsMorning = morning.count >= kReliefLeast;
    const bool knowsNext = next.count >= kReliefLeast;
    if (m_rows.empty())
        return tr("No session rated before and after yet");
    if (knowsMorning && knowsNext)
        return tr("Still there next morning: %1; before the next session: %2")
            .arg(portion(*morning.median), portion(*next.median));
    if (knowsMorning)
        return tr("Still there next morning: %1").arg(portion(*morning.median));
    if (knowsNext)
        return tr("Still there before the next session: %1").arg(portion(*next.median));
    if (static_cast<int>(m_rows.size()) >= 2 * kReliefLeast && summary.drops < kReliefLeast)
        return tr("Tightness seldom drops by %1 or more in a session").arg(kReliefDrop);
    return tr("Too few answers to say how long relief lasts");
}

QString ReliefView::basis() const
{
    const ReliefSummary summary = reliefSummary(m_rows);
    return tr("Each side of each session counts once. Rated before and after: %1. Dropped by %2 or more: %3; of these "
              "with an answer next morning: %4, before a next session within a week: %5. A share needs %6 of them.")
        .arg(m_rows.size())
        .arg(kReliefDrop)
        .arg(summary.drops)
        .arg(summary.keptMorning.count)
        .arg(summary.keptNext.count)
        .arg(kReliefLeast);
}

QWidget& ReliefView::focusTarget()
{
    return *m_chart;
}

Result<QAbstractItemModel*> ReliefView::table(DayRange days)
{
    std::vector<QStringList> rows;
    for (const ReliefRow& row : rowsOf(days))
        rows.push_back({dayText(row.day), sideLabel(row.side), QLocale().toString(row.before),
                        QLocale().toString(row.after), numberOr(row.morning), numberOr(row.next),
                        numberOr(row.daysToNext), percentOr(row.kept(row.morning)), percentOr(row.kept(row.next))});
    m_model->setTable({tr("Day"), tr("Side"), tr("Before"), tr("After"), tr("Next morning"), tr("Next session"),
                       tr("Days to it"), tr("Kept, morning"), tr("Kept, next")},
                      std::move(rows));
    return m_model;
}

Result<std::string> ReliefView::csv(DayRange days)
{
    return reliefCsv(rowsOf(days));
}

std::vector<ExportSheet::Panel> ReliefView::panels(const QRect& area)
{
    const QRect place = area.adjusted(0, kPanelCaption, 0, 0);
    return {{tr("Tightness of the psoas, 0 to 10; strong lines: medians"), place, m_chart->picture(place.size())}};
}

void ReliefView::retranslate()
{
    m_caution->setText(
        tr("Sessions tend to begin when it is tight, and tight days are followed by easier ones anyway (regression to "
           "the mean): what is left is not all relief. A session rates tightness, the morning soreness of the psoas: "
           "close, but not the same question. Days without an answer are missing, never zero."));
    m_basis->setText(basis());
}

}  // namespace psolog
