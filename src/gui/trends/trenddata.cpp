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

std::vector<Site> bothSides(Muscle muscle)
{
    return {Site{muscle, Side::Left}, Site{muscle, Side::Right}};
}

}  // namespace

TrendData::TrendData(ITrendLog& trends, ISelfTestLog& tests) : m_trends(trends), m_testLog(tests) { }

Result<void> TrendData::reload(LocalDay today)
{
    ++m_revision;
    m_today = today;
    m_span.reset();
    m_firstRelease.reset();
    m_activity.reset();
    m_tests.reset();
    m_days = {};
    m_muscles = {};
    m_primary.reset();
    m_signs.reset();
    m_others.reset();
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

Result<const std::vector<DayActivity>*> TrendData::activity()
{
    if (!m_activity) {
        const LogSpan all = range(TrendRange::All);
        auto read = m_trends.activity(all.first, all.last);
        if (!read)
            return tl::unexpected(read.error());
        m_activity = std::move(*read);
    }
    return &*m_activity;
}

Result<const std::vector<DayValue>*> TrendData::days(Site site)
{
    auto& known = m_days[indexOf(site)];
    if (!known) {
        const LogSpan all = range(TrendRange::All);
        const auto scores = m_trends.dayScores(site, all.first, all.last);
        if (!scores)
            return tl::unexpected(scores.error());
        known = daySeries(*scores);
    }
    return &*known;
}

Result<void> TrendData::readAllSites()
{
    const auto known = std::count_if(m_days.begin(), m_days.end(), [](const auto& days) { return days.has_value(); });
    if (static_cast<std::size_t>(known) > kSiteCount / 2)
        return {};
    const LogSpan all = range(TrendRange::All);
    const auto scores = m_trends.allDayScores(all.first, all.last);
    if (!scores)
        return tl::unexpected(scores.error());
    for (std::size_t i = 0; i < kSiteCount; ++i)
        m_days[i] = daySeries((*scores)[i]);
    return {};
}

Result<SiteTrend> TrendData::sites(const std::vector<Site>& sites)
{
    const auto done = activity();
    if (!done)
        return tl::unexpected(done.error());
    std::vector<std::vector<DayValue>> series;
    SiteTrend trend;
    for (const Site site : sites) {
        const auto read = days(site);
        if (!read)
            return tl::unexpected(read.error());
        series.push_back(**read);
        trend.findings.push_back(findingOf(site, series.back(), m_firstRelease, m_today));
    }
    trend.rows = std::make_shared<const TrendRows>(sites, series, **done, m_firstRelease);
    return trend;
}

Result<SiteTrend> TrendData::muscle(Muscle muscle)
{
    auto& known = m_muscles[static_cast<std::size_t>(muscle)];
    if (!known) {
        auto read = sites(bothSides(muscle));
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

Result<ReviewFacts> TrendData::facts(const std::vector<Site>& sites)
{
    const auto done = activity();
    if (!done)
        return tl::unexpected(done.error());
    ReviewFacts facts;
    facts.today = m_today;
    facts.firstRelease = m_firstRelease;
    facts.activity = **done;
    for (const Site site : sites) {
        const auto read = days(site);
        if (!read)
            return tl::unexpected(read.error());
        facts.days[indexOf(site)] = **read;
    }
    return facts;
}

Result<std::optional<PrimaryVerdict>> TrendData::primary()
{
    if (!m_primary) {
        const auto read = facts(bothSides(Muscle::Hamstring));
        if (!read)
            return tl::unexpected(read.error());
        const auto site = primarySite(*read);
        m_primary.emplace();
        if (site)
            m_primary->emplace(PrimaryVerdict{*site, judgeSite(*read, *site), weeklyLoads(*read, *site)});
    }
    return *m_primary;
}

Result<std::vector<SignFinding>> TrendData::signs()
{
    if (m_signs)
        return *m_signs;
    auto read = facts(bothSides(Muscle::Hamstring));
    if (!read)
        return tl::unexpected(read.error());
    const LocalDay last = m_firstRelease ? *m_firstRelease + (kEarlyDays - 1) : m_today;
    for (const Muscle muscle : {Muscle::Glute, Muscle::Calf})
        for (const Site site : bothSides(muscle)) {
            if (const auto& known = m_days[indexOf(site)]) {
                read->days[indexOf(site)] = *known;
                continue;
            }
            const auto scores = m_trends.dayScores(site, firstDay(), last);
            if (!scores)
                return tl::unexpected(scores.error());
            read->days[indexOf(site)] = daySeries(*scores);
        }
    // Ten years of tests are not read for two weeks of signs.
    const auto early = m_testLog.between(firstDay(), last);
    if (!early)
        return tl::unexpected(early.error());
    read->glute = testSeries(*early, SelfTestKind::GluteActivation);
    m_signs = earlySigns(*read);
    return *m_signs;
}

Result<std::vector<Outcome>> TrendData::outcomesOf(Muscle muscle)
{
    std::vector<Site> sites = bothSides(Muscle::Hamstring);
    if (muscle != Muscle::Hamstring)
        for (const Site site : bothSides(muscle))
            sites.push_back(site);
    const auto read = facts(sites);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Outcome> outcomes = otherOutcomes(*read);
    outcomes.erase(std::remove_if(outcomes.begin(), outcomes.end(),
                                  [&](const Outcome& outcome) { return outcome.site.muscle != muscle; }),
                   outcomes.end());
    return outcomes;
}

Result<std::vector<Outcome>> TrendData::others()
{
    if (m_others)
        return *m_others;
    if (const auto done = readAllSites(); !done)
        return tl::unexpected(done.error());
    const auto sites = allSites();
    auto read = facts({sites.begin(), sites.end()});
    if (!read)
        return tl::unexpected(read.error());
    auto glute = tests(SelfTestKind::GluteActivation);
    auto tilt = tests(SelfTestKind::PelvicTilt);
    if (!glute || !tilt)
        return tl::unexpected(!glute ? glute.error() : tilt.error());
    read->glute = std::move(*glute);
    read->tilt = std::move(*tilt);
    m_others = otherOutcomes(*read);
    return *m_others;
}

}  // namespace psolog
