// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportcases.h"

#include <chrono>
#include <stdexcept>
#include <string>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"

namespace psolog::test {

namespace {

void check(const Result<void>& result)
{
    if (!result)
        throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
}

void demo(PageFixture& fixture, int days, double effect, std::optional<int> baseline = std::nullopt)
{
    DemoOptions options;
    options.days = days;
    options.effect = effect;
    options.baselineDays = baseline;
    const auto contents = generateDemo(options, fixture.clock);
    if (!contents)
        throw std::runtime_error(contents.error().detail);
    check(fixture.log->inTransaction([&] {
        return writeContents(*contents,
                             {fixture.log->athlete(), fixture.log->checkIns(), fixture.log->selfTests(),
                              fixture.log->releases(), fixture.log->weekly(), fixture.log->experiments()});
    }));
}

/// A moment some days ago.
RecordedAt daysAgo(const PageFixture& fixture, int days)
{
    RecordedAt recorded = fixture.services->recordedNow();
    recorded.at.utc -= std::chrono::days(days);
    recorded.day = recorded.day - days;
    return recorded;
}

void checkIn(PageFixture& fixture, int ago, const std::vector<Site>& sites, int score, const std::string& note = {})
{
    CheckIn record;
    record.id = CheckInId(fixture.ids.newUuid());
    record.recorded = daysAgo(fixture, ago);
    for (const Site site : sites)
        record.scores[site] = Score::clamped(score);
    record.note = note;
    check(fixture.log->checkIns().save(record));
}

void release(PageFixture& fixture, int ago, std::optional<StopReason> reason = std::nullopt)
{
    ReleaseSession session;
    session.id = ReleaseSessionId(fixture.ids.newUuid());
    session.recorded = daysAgo(fixture, ago);
    session.routineId = "daily-five";
    session.routineName = "Daily five";
    session.planned = Seconds(300);
    session.worked = Milliseconds(290'000);
    session.outcome = reason ? ReleaseOutcome::Stopped : ReleaseOutcome::Completed;
    session.stopReason = reason;
    check(fixture.log->releases().save(session));
}

void flat(PageFixture& fixture, int days, int releasesSince, int score)
{
    const auto sites = allSites();
    for (int ago = days - 1; ago >= 0; --ago) {
        checkIn(fixture, ago, {sites.begin(), sites.end()}, score);
        if (ago < releasesSince)
            release(fixture, ago);
    }
}

void rename(PageFixture& fixture, const std::string& name)
{
    auto athlete = fixture.log->athlete().athlete();
    if (!athlete)
        throw std::runtime_error("no athlete");
    Athlete changed = athlete->value_or(Athlete{AthleteId(fixture.ids.newUuid()), {}, {}, daysAgo(fixture, 0)});
    changed.name = name;
    check(fixture.log->athlete().save(changed));
}

const std::string kLongWord = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle";

}  // namespace

std::vector<ReportCase> reportCases()
{
    return {
        {"better",
         [](PageFixture& fixture) {
             demo(fixture, 60, -5);
             rename(fixture, "Maja Lindqvist");
             release(fixture, 12, StopReason::Numbness);
             checkIn(fixture, 2, {{Muscle::Calf, Side::Left}}, 3, "Long run on gravel, calves tight on the last hill.");
             checkIn(fixture, 1, {{Muscle::Glute, Side::Right}}, 4, "Stairs at work all day.");
         }},
        {"no-change", [](PageFixture& fixture) { demo(fixture, 60, 0); }},
        {"worse", [](PageFixture& fixture) { demo(fixture, 60, 4); }},
        {"too-little", [](PageFixture& fixture) { demo(fixture, 12, -2, 8); }},
        {"baseline-only", [](PageFixture& fixture) { flat(fixture, 6, 0, 5); }},
        {"empty", [](PageFixture& /*fixture*/) {}},
        {"one-day",
         [](PageFixture& fixture) {
             checkIn(fixture, 0, {{Muscle::Hamstring, Side::Left}}, 4);
         }},
        {"only-zeros", [](PageFixture& fixture) { flat(fixture, 40, 20, 0); }},
        {"all-tens", [](PageFixture& fixture) { flat(fixture, 40, 20, 10); }},
        {"never-asked",
         [](PageFixture& fixture) {
             for (int ago = 20; ago >= 0; --ago)
                 checkIn(fixture, ago, {{Muscle::Calf, Side::Right}}, 3);
             release(fixture, 5);
         }},
        {"release-first", [](PageFixture& fixture) { flat(fixture, 20, 20, 6); }},
        {"long-baseline", [](PageFixture& fixture) { demo(fixture, 430, -2, 400); }},
        {"ten-years", [](PageFixture& fixture) { demo(fixture, 3650, -2, 60); }},
        {"long-words",
         [](PageFixture& fixture) {
             demo(fixture, 90, -3);
             const std::string name = kLongWord + " Oberammergau-Sonnenberg";
             rename(fixture, name);
             for (int ago = 9; ago >= 0; --ago) {
                 checkIn(fixture, ago, {{Muscle::Psoas, Side::Left}}, 7,
                         "<b>" + kLongWord + "</b>\n" + kLongWord + "\t& " + kLongWord + " " + name);
                 release(fixture, ago, StopReason::SharpPain);
             }
         }},
        {"mostly-missing",
         [](PageFixture& fixture) {
             for (int ago = 80; ago > 40; ago -= 3)
                 checkIn(fixture, ago, {{Muscle::Hamstring, Side::Left}, {Muscle::Hamstring, Side::Right}}, ago / 10);
             for (int ago = 40; ago >= 0; ago -= 4) {
                 checkIn(fixture, ago, {{Muscle::Hamstring, Side::Left}}, 2);
                 release(fixture, ago);
             }
         }},
    };
}

ReportFacts reportOf(PageFixture& fixture, ReportNotes notes)
{
    const Services& services = *fixture.services;
    const auto facts =
        readReport({services.athletes, services.checkIns, services.selfTests, services.releases, services.trends},
                   services.today(), notes);
    if (!facts)
        throw std::runtime_error(std::string(nameOf(facts.error().code)) + ": " + facts.error().detail);
    return *facts;
}

}  // namespace psolog::test
