// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/reportfacts.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/median.h"

namespace psolog {

namespace {

/// Notes are looked for backwards in stretches of this length, so that a long log is not read for a few of them.
constexpr int kNoteStretch = 90;

/// The medians of the days first to last; the span is nothing when no site has a score there.
BodyMedians mediansOf(const ReviewFacts& facts, std::int32_t first, std::int32_t last)
{
    BodyMedians body;
    std::int32_t from = std::numeric_limits<std::int32_t>::max();
    std::int32_t to = std::numeric_limits<std::int32_t>::min();
    for (const Site site : allSites()) {
        std::vector<double> values;
        for (const DayValue& value : facts.days[indexOf(site)]) {
            if (value.day < first || value.day > last)
                continue;
            values.push_back(value.median);
            from = std::min(from, value.day);
            to = std::max(to, value.day);
        }
        body.medians[indexOf(site)] = medianOf(std::move(values));
    }
    if (from <= to)
        body.days = LogSpan{LocalDay::fromNumber(from), LocalDay::fromNumber(to)};
    return body;
}

/// The days with a score of any site, in order.
std::set<std::int32_t> scoredDays(const ReviewFacts& facts)
{
    std::set<std::int32_t> days;
    for (const auto& series : facts.days)
        for (const DayValue& value : series)
            days.insert(days.end(), value.day);
    return days;
}

std::optional<TestSpan> testSpan(const std::vector<TestPoint>& tests)
{
    if (tests.empty())
        return std::nullopt;
    return TestSpan{tests.front(), tests.back(), static_cast<int>(tests.size())};
}

void countReleaseDays(const ReviewFacts& review, ReportFacts& facts)
{
    if (!review.firstRelease)
        return;
    // A record can be dated after today when the clock was set back.
    LocalDay last = facts.today - 1;
    for (const DayActivity& day : review.activity) {
        if (day.releases == 0 || day.day < *review.firstRelease)
            continue;
        ++facts.releaseDaysKept;
        last = std::max(last, day.day);
    }
    facts.releaseDaysPossible = std::max(facts.releaseDaysKept, last - *review.firstRelease + 1);
}

/// The notes of one stretch of days, newest first.
Result<std::vector<ReportNote>> notesBetween(const ReportPorts& ports, LocalDay first, LocalDay last)
{
    struct Timed {
        UtcTime at;
        ReportNote note;
    };
    std::vector<Timed> found;
    const auto add = [&found](const auto& records) {
        for (const auto& record : records)
            if (record.note.find_first_not_of(" \t\r\n") != std::string::npos)
                found.push_back({record.recorded.at.utc, {record.recorded.day, record.note}});
    };
    const auto checkIns = ports.checkIns.between(first, last);
    if (!checkIns)
        return tl::unexpected(checkIns.error());
    const auto tests = ports.selfTests.between(first, last);
    if (!tests)
        return tl::unexpected(tests.error());
    const auto releases = ports.releases.between(first, last);
    if (!releases)
        return tl::unexpected(releases.error());
    add(*checkIns);
    add(*tests);
    add(*releases);
    std::stable_sort(found.begin(), found.end(), [](const Timed& a, const Timed& b) {
        return std::tie(a.note.day, a.at) > std::tie(b.note.day, b.at);
    });
    std::vector<ReportNote> notes;
    for (Timed& one : found)
        notes.push_back(std::move(one.note));
    return notes;
}

Result<std::vector<ReportNote>> latestNotes(const ReportPorts& ports, const LogSpan& span)
{
    std::vector<ReportNote> notes;
    for (LocalDay last = span.last; last >= span.first && notes.size() < kReportNotes; last = last - kNoteStretch) {
        const auto more = notesBetween(ports, std::max(span.first, last - (kNoteStretch - 1)), last);
        if (!more)
            return more;
        notes.insert(notes.end(), more->begin(), more->end());
    }
    notes.resize(std::min(notes.size(), kReportNotes));
    return notes;
}

Result<std::vector<RedStop>> redStops(IReleaseLog& releases, const LogSpan& span)
{
    const auto sessions = releases.between(span.first, span.last);
    if (!sessions)
        return tl::unexpected(sessions.error());
    std::vector<RedStop> stops;
    for (auto session = sessions->rbegin(); session != sessions->rend(); ++session)
        if (session->stopReason && isRed(*session->stopReason))
            stops.push_back({session->recorded.day, *session->stopReason});
    return stops;
}

void judgePrimary(const ReviewFacts& review, ReportFacts& facts)
{
    facts.primary = primarySite(review);
    if (!facts.primary)
        return;
    facts.verdict = judgeSite(review, *facts.primary);
    facts.loads = weeklyLoads(review, *facts.primary);
    const std::vector<Site> sites{{facts.primary->muscle, Side::Left}, {facts.primary->muscle, Side::Right}};
    std::vector<std::vector<DayValue>> series;
    for (const Site site : sites) {
        series.push_back(review.days[indexOf(site)]);
        facts.findings.push_back(findingOf(site, series.back(), review.firstRelease, review.today));
        if (site == *facts.primary)
            facts.finding = facts.findings.back();
    }
    facts.rows = TrendRows(sites, series, review.activity, review.firstRelease);
}

}  // namespace

bool BodyMedians::any() const
{
    return std::any_of(medians.begin(), medians.end(), [](const auto& median) { return median.has_value(); });
}

Result<ReportFacts> readReport(const ReportPorts& ports, LocalDay today, ReportNotes notes)
{
    ReportFacts facts;
    facts.today = today;
    const auto athlete = ports.athletes.athlete();
    if (!athlete)
        return tl::unexpected(athlete.error());
    if (*athlete)
        facts.athlete = (*athlete)->name;
    const auto span = ports.trends.span();
    if (!span)
        return tl::unexpected(span.error());
    if (!*span)
        return facts;
    facts.span = *span;
    facts.sharedFrom = ports.sharedFrom;

    const auto sites = allSites();
    const auto review = readReviewFacts(ports.trends, ports.selfTests, today, {sites.begin(), sites.end()});
    if (!review)
        return tl::unexpected(review.error());
    facts.firstRelease = review->firstRelease;
    judgePrimary(*review, facts);
    if (const std::set<std::int32_t> scored = scoredDays(*review); !scored.empty()) {
        facts.scoredDays = static_cast<int>(scored.size());
        constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
        const std::int32_t release = facts.firstRelease ? facts.firstRelease->number() : kNever;
        const std::int32_t last = *scored.rbegin();
        if (!facts.sharedFrom)
            facts.before = mediansOf(*review, *scored.begin(), std::min(last, release - 1));
        facts.now = mediansOf(*review, last - (kNowDays - 1), last);
    }
    countReleaseDays(*review, facts);
    if (facts.firstRelease)
        facts.signs = earlySigns(*review);
    facts.glute = testSpan(review->glute);
    facts.tilt = testSpan(review->tilt);
    auto stops = redStops(ports.releases, *facts.span);
    if (!stops)
        return tl::unexpected(stops.error());
    facts.redStops = std::move(*stops);
    if (notes == ReportNotes::Yes) {
        auto latest = latestNotes(ports, *facts.span);
        if (!latest)
            return tl::unexpected(latest.error());
        facts.notes = std::move(*latest);
    }
    return facts;
}

}  // namespace psolog
