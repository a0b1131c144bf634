// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendtablemodel.h"

#include <QLocale>

#include "gui/body/sitewords.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

QString dayText(std::int32_t day)
{
    return QLocale().toString(toQDate(LocalDay::fromNumber(day)), QStringLiteral("ddd d MMM yyyy"));
}

QVariant alignment(bool text)
{
    return QVariant(text ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
}

QString rangeText(const std::optional<TestValue>& value)
{
    if (!value)
        return QStringLiteral("–");
    return value->min == value->max ? QString::number(value->min)
                                    : QStringLiteral("%1–%2").arg(value->min).arg(value->max);
}

QString medianOrDash(const std::optional<TestValue>& value)
{
    return value ? medianWords(value->median) : QStringLiteral("–");
}

}  // namespace

void TrendTableModel::setRows(TrendRows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TrendTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrendTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kFixedColumns + kSiteColumns * static_cast<int>(m_rows.sites().size());
}

QVariant TrendTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return alignment(column < 2);
    if (role != Qt::DisplayRole)
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const TrendDay& day = m_rows.day(row);
    switch (column) {
    case 0:
        return dayText(day.day);
    case 1:
        return m_rows.isBaseline(row) ? tr("baseline") : tr("release");
    case 2:
        return day.releases > 0 ? QString::number(day.releases) : QString();
    case 3:
        return day.runs > 0 ? QString::number(day.runs) : QString();
    default:
        break;
    }
    const TrendCell& cell = m_rows.cell(row, static_cast<std::size_t>((column - kFixedColumns) / kSiteColumns));
    if (cell.count == 0)
        return QStringLiteral("–");
    switch ((column - kFixedColumns) % kSiteColumns) {
    case 0: {
        QStringList scores;
        for (const int score : scoresIn(cell.scores))
            scores << QString::number(score);
        return scores.join(QStringLiteral(", "));
    }
    case 1:
        return medianWords(cell.median);
    default:
        return cell.rolling ? medianWords(*cell.rolling) : QStringLiteral("–");
    }
}

QVariant TrendTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section < 2);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case 0:
        return tr("Day");
    case 1:
        return tr("Phase");
    case 2:
        return tr("Releases");
    case 3:
        return tr("Runs");
    default:
        break;
    }
    const Site site = m_rows.sites()[static_cast<std::size_t>((section - kFixedColumns) / kSiteColumns)];
    switch ((section - kFixedColumns) % kSiteColumns) {
    case 0:
        // Of one muscle, the side says it all.
        return m_rows.sites().size() <= 2 ? sideLabel(site.side) : siteLabel(site);
    case 1:
        return tr("day median");
    default:
        return tr("7-day median");
    }
}

void TestTableModel::setTests(std::vector<TestRow> tests)
{
    beginResetModel();
    m_tests = std::move(tests);
    endResetModel();
}

int TestTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tests.size());
}

int TestTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 6;
}

QVariant TestTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() < 2);
    if (role != Qt::DisplayRole)
        return {};
    const TestRow& row = m_tests[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case 0:
        return dayText(row.point.day);
    case 1:
        return row.kind == SelfTestKind::GluteActivation ? tr("Glute activation") : tr("Pelvic tilt");
    case 2:
        return medianOrDash(row.point.first);
    case 3:
        return rangeText(row.point.first);
    case 4:
        return medianOrDash(row.point.second);
    default:
        return rangeText(row.point.second);
    }
}

QVariant TestTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section < 2);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case 0:
        return tr("Day");
    case 1:
        return tr("Test");
    case 2:
        return tr("Left / arched");
    case 4:
        return tr("Right / tucked");
    default:
        return tr("lowest–highest");
    }
}

}  // namespace psolog
