// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/todayfacts.h"

#include <algorithm>

#include "gui/shell/services.h"

namespace psolog {

namespace {

ReleaseLock lockOf(const ReleaseGate& gate)
{
    switch (gate.state) {
    case GateState::Free:
        return gate.unanswered ? ReleaseLock::Unanswered : ReleaseLock::Free;
    case GateState::ScreeningNeeded:
        return gate.unanswered ? ReleaseLock::Unanswered : ReleaseLock::ScreeningNeeded;
    case GateState::LockedByScreening:
        return ReleaseLock::Screening;
    case GateState::LockedByRedStop:
        return ReleaseLock::RedStop;
    }
    return ReleaseLock::ScreeningNeeded;
}

}  // namespace

Result<ReleaseGate> readReleaseGate(Services& services)
{
    const auto screenings = services.athletes.screenings();
    if (!screenings)
        return tl::unexpected(screenings.error());
    const auto latest = services.releases.latest();
    if (!latest)
        return tl::unexpected(latest.error());
    std::vector<ReleaseSession> sessions;
    if (*latest)
        sessions.push_back(**latest);
    return releaseGate(decisiveScreening(*screenings), sessions, services.today(),
                       services.settings.current().dayStart);
}

Result<TodayFacts> readTodayFacts(Services& services)
{
    TodayFacts facts;
    facts.today = services.today();

    const auto athlete = services.athletes.athlete();
    if (!athlete)
        return tl::unexpected(athlete.error());
    if (*athlete)
        facts.start = (*athlete)->start;

    const auto span = services.trends.span();
    if (!span)
        return tl::unexpected(span.error());
    const auto firstRelease = services.trends.firstReleaseDay();
    if (!firstRelease)
        return tl::unexpected(firstRelease.error());
    facts.firstReleaseDay = *firstRelease;
    if (*span) {
        // The years between the baseline and the last days are not read: a start must not take longer for them.
        const LocalDay baselineEnd = std::min(facts.firstReleaseDay.value_or(facts.today), facts.today);
        auto activity = services.trends.activity((*span)->first, baselineEnd);
        if (!activity)
            return tl::unexpected(activity.error());
        const LocalDay recent = std::max(baselineEnd + 1, facts.today - (kRecentDays - 1));
        const auto rest = services.trends.activity(recent, facts.today);
        if (!rest)
            return tl::unexpected(rest.error());
        facts.activity = std::move(*activity);
        facts.activity.insert(facts.activity.end(), rest->begin(), rest->end());
    }

    const auto lastDay = [&](SelfTestKind kind) -> Result<std::optional<LocalDay>> {
        const auto tests = services.selfTests.latest(kind, 1);
        if (!tests)
            return tl::unexpected(tests.error());
        return tests->empty() ? std::nullopt : std::optional(tests->front().recorded.day);
    };
    const auto glute = lastDay(SelfTestKind::GluteActivation);
    const auto tilt = lastDay(SelfTestKind::PelvicTilt);
    if (!glute || !tilt)
        return tl::unexpected(glute ? tilt.error() : glute.error());
    facts.lastGluteTest = *glute;
    facts.lastTiltTest = *tilt;

    const auto gate = readReleaseGate(services);
    if (!gate)
        return tl::unexpected(gate.error());
    facts.lock = lockOf(*gate);

    auto experiments = services.experiments.all();
    if (!experiments)
        return tl::unexpected(experiments.error());
    facts.experiments = std::move(*experiments);
    facts.weeklyWanted = services.settings.current().weeklyCheckIn;
    if (facts.weeklyWanted) {
        const auto weekly = services.weekly.latest();
        if (!weekly)
            return tl::unexpected(weekly.error());
        if (*weekly)
            facts.lastWeekly = (*weekly)->recorded.day;
    }
    return facts;
}

}  // namespace psolog
