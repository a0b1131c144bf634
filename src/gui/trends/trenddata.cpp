// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trenddata.h"

#include <algorithm>

namespace psolog {

namespace {

constexpr int kShortestRange = 14;

int lengthOf(TrendRange range)
{
    switch (range) {
    case TrendRange::TwoWeeks:
        return 14;
    case TrendRange::Month:
        return 30;
    case TrendRange::ThreeMonths:
        return 91;
    case TrendRange::Year:
        return 365;
    case TrendRange::All:
        break;
    }
    return 0;
}

}  // namespace

TrendData::TrendData(ITrendLog& trends, ISelfTestLog& tests) : m_trends(trends), m_testLog(tests) { }

Result<void> TrendData::reload(LocalDay today)
{
    m_today = today;
    m_span.reset();
    m_firstRelease.reset();
    m_activity.reset();
    m_tests.reset();
    m_muscles = {};
    const auto span = m_trends.span();
    if (!span)
        return tl::unexpected(span.error());
    const auto release = m_trends.firstReleaseDay();
    if (!release)
        return tl::unexpected(release.error());
    m_span = *span;
    m_firstRelease = *release;
    return {};
}

LogSpan TrendData::range(TrendRange range) const
{
    const LocalDay last = m_span ? std::max(m_today, m_span->last) : m_today;
    const LocalDay shortest = last - (kShortestRange - 1);
    const LocalDay wanted = range == TrendRange::All ? firstDay() : last - (lengthOf(range) - 1);
    return {std::min(shortest, std::max(wanted, firstDay())), last};
}

Result<SiteTrend> TrendData::sites(const std::vector<Site>& sites)
{
    const LogSpan all = range(TrendRange::All);
    if (!m_activity) {
        auto activity = m_trends.activity(all.first, all.last);
        if (!activity)
            return tl::unexpected(activity.error());
        m_activity = std::move(*activity);
    }
    std::vector<std::vector<DayValue>> series;
    SiteTrend trend;
    for (const Site site : sites) {
        const auto points = m_trends.dayScores(site, all.first, all.last);
        if (!points)
            return tl::unexpected(points.error());
        series.push_back(daySeries(*points));
        trend.findings.push_back(findingOf(site, series.back(), m_firstRelease, m_today));
    }
    trend.rows = std::make_shared<const TrendRows>(sites, series, *m_activity, m_firstRelease);
    return trend;
}

Result<SiteTrend> TrendData::muscle(Muscle muscle)
{
    auto& known = m_muscles[static_cast<std::size_t>(muscle)];
    if (!known) {
        auto read = sites({Site{muscle, Side::Left}, Site{muscle, Side::Right}});
        if (!read)
            return read;
        known = std::move(*read);
    }
    return *known;
}

Result<std::vector<TestPoint>> TrendData::tests(SelfTestKind kind)
{
    if (!m_tests) {
        const LogSpan all = range(TrendRange::All);
        auto tests = m_testLog.between(all.first, all.last);
        if (!tests)
            return tl::unexpected(tests.error());
        m_tests = std::move(*tests);
    }
    return testSeries(*m_tests, kind);
}

Result<std::vector<SignRow>> TrendData::signs()
{
    std::vector<SignRow> rows;
    if (!m_firstRelease)
        return rows;
    const LocalDay last = *m_firstRelease + (kEarlyDays - 1);
    for (const Muscle muscle : {Muscle::Glute, Muscle::Hamstring, Muscle::Calf}) {
        std::optional<SignRow> chosen;
        for (const Side side : {Side::Left, Side::Right}) {
            const Site site{muscle, side};
            const auto points = m_trends.dayScores(site, firstDay(), last);
            if (!points)
                return tl::unexpected(points.error());
            const EarlyComparison comparison = compareEarly(daySeries(*points), m_firstRelease);
            const SignRow row{false, site, comparison.sign, comparison.before.median, comparison.early.median};
            if (!chosen || row.before.value_or(-1) > chosen->before.value_or(-1))
                chosen = row;
        }
        rows.push_back(*chosen);
    }

    const auto activation = tests(SelfTestKind::GluteActivation);
    if (!activation)
        return tl::unexpected(activation.error());
    std::optional<SignRow> weaker;
    for (const Side side : {Side::Left, Side::Right}) {
        const TestChange change = activationChange(*activation, side, m_firstRelease->number(), last.number());
        SignRow row{true, Site{Muscle::Glute, side}, EarlySign::TooEarly, change.before, change.since};
        if (change.before && change.since) {
            const double by = *change.since - *change.before;
            row.sign = by >= kEarlyChange ? EarlySign::Up : by <= -kEarlyChange ? EarlySign::Down : EarlySign::Same;
        }
        if (!weaker || row.before.value_or(5) < weaker->before.value_or(5))
            weaker = row;
    }
    rows.push_back(*weaker);
    return rows;
}

}  // namespace psolog
