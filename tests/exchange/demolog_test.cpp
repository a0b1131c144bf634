// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/demolog.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "core/validation.h"
#include "exchange/jsonexport.h"
#include "support/manualclock.h"

using namespace psolog;
using namespace std::chrono_literals;

namespace {

constexpr Site kHamstringLeft{Muscle::Hamstring, Side::Left};
constexpr Site kHamstringRight{Muscle::Hamstring, Side::Right};
constexpr Site kGluteLeft{Muscle::Glute, Side::Left};

LogContents demo(DemoOptions options = {}, const test::ManualClock& clock = test::ManualClock())
{
    auto log = generateDemo(options, clock);
    EXPECT_TRUE(log) << (log ? "" : log.error().detail);
    return log.value_or(LogContents());
}

std::string json(const LogContents& log)
{
    std::ostringstream out;
    EXPECT_TRUE(writeJson(log, out));
    return out.str();
}

/// Mean morning score of a site in days first to last, counted from the first day of the log.
double mean(const LogContents& log, Site site, int first, int last)
{
    double sum = 0;
    int count = 0;
    for (const CheckIn& checkIn : log.checkIns) {
        const int day = checkIn.recorded.day - log.athlete->created.day;
        if (checkIn.context == Context::Morning && checkIn.scores[site] && day >= first && day <= last) {
            sum += checkIn.scores[site]->value();
            ++count;
        }
    }
    EXPECT_GT(count, 0);
    return sum / count;
}

DemoOptions longLog(double effect, std::uint64_t seed)
{
    DemoOptions options;
    options.days = 400;
    options.baselineDays = 200;
    options.effect = effect;
    options.seed = seed;
    return options;
}

TEST(DemoLog, IsTheSameForTheSameSeedAndAnotherForAnotherSeed)
{
    DemoOptions other;
    other.seed = 2;
    EXPECT_EQ(json(demo()), json(demo()));
    EXPECT_NE(json(demo()), json(demo(other)));
}

/// FNV-1a.
std::uint64_t hashOf(const std::string& text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

TEST(DemoLog, IsTheSameOnEveryMachine)
{
    // A change of this number is a change of the demonstration.
    const std::uint64_t hash = hashOf(json(demo()));
    EXPECT_EQ(hash, 0x69dd9357b2b4d160ULL) << std::hex << hash;
}

TEST(DemoLog, TakesNothingFromTheDaysForItsWeeklyCheckIns)
{
    LogContents log = demo();
    log.weekly.clear();
    std::string document = json(log);
    const std::string later = ",\n  \"weekly_check_ins\": [],\n  \"experiments\": []";
    const auto place = document.find(later);
    ASSERT_NE(place, std::string::npos);
    document.erase(place, later.size());
    // The number of the demonstration before there were any.
    const std::uint64_t hash = hashOf(document);
    EXPECT_EQ(hash, 0xb096530f9ec1ca6cULL) << std::hex << hash;
}

TEST(DemoLog, AsksForTheWeekOnMostWeeksAndEndsLessLimited)
{
    const LogContents log = demo(longLog(-5, 3));
    EXPECT_NEAR(static_cast<double>(log.weekly.size()), 57 * 0.9, 6);
    double before = 0;
    double since = 0;
    int weeksBefore = 0;
    for (const WeeklyCheckIn& review : log.weekly) {
        int severity = 0;
        for (const auto& score : review.scores)
            severity += score.value();
        const bool baseline = review.recorded.day - log.athlete->created.day < 200;
        (baseline ? before : since) += severity;
        weeksBefore += baseline ? 1 : 0;
    }
    const int weeksSince = static_cast<int>(log.weekly.size()) - weeksBefore;
    ASSERT_GT(weeksBefore, 10);
    ASSERT_GT(weeksSince, 10);
    EXPECT_LT(since / weeksSince, before / weeksBefore - 15);
}

TEST(DemoLog, HoldsOnlyRecordsThatALogAccepts)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        DemoOptions options;
        options.seed = seed;
        const test::ManualClock clock;
        const LogContents log = demo(options, clock);
        EXPECT_TRUE(validate(*log.athlete));
        std::set<std::string> ids{log.athlete->id.toString()};
        const auto check = [&](const auto& record) {
            EXPECT_TRUE(validate(record, clock.now()));
            EXPECT_LT(record.recorded.at.utc, clock.now().utc);
            EXPECT_EQ(localDayOf(record.recorded.at), record.recorded.day);
            EXPECT_TRUE(isUuid(record.id.toString()));
            EXPECT_TRUE(ids.insert(record.id.toString()).second);
        };
        std::for_each(log.checkIns.begin(), log.checkIns.end(), check);
        std::for_each(log.selfTests.begin(), log.selfTests.end(), check);
        std::for_each(log.releases.begin(), log.releases.end(), check);
        std::for_each(log.weekly.begin(), log.weekly.end(), check);
        EXPECT_FALSE(log.weekly.empty());
        const auto earlier = [](const auto& a, const auto& b) { return a.recorded.at.utc < b.recorded.at.utc; };
        EXPECT_TRUE(std::is_sorted(log.checkIns.begin(), log.checkIns.end(), earlier));
        EXPECT_TRUE(std::is_sorted(log.selfTests.begin(), log.selfTests.end(), earlier));
        EXPECT_TRUE(std::is_sorted(log.releases.begin(), log.releases.end(), earlier));
    }
}

TEST(DemoLog, EndsTodayWithTheMorningCheckInAlone)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        DemoOptions options;
        options.seed = seed;
        const test::ManualClock clock;
        const LogContents log = demo(options, clock);
        const LocalDay today = localDayOf(clock.now());
        EXPECT_EQ(log.athlete->created.day, today - 59);
        EXPECT_EQ(log.checkIns.back().recorded.day, today);
        EXPECT_EQ(log.checkIns.back().context, Context::Morning);
        EXPECT_FALSE(log.checkIns.back().run);
        EXPECT_LT(log.releases.back().recorded.day, today);
        EXPECT_LT(log.selfTests.back().recorded.day, today);
        EXPECT_GE(log.releases.front().recorded.day, today - 59 + 21);
        EXPECT_LE(today - log.screenings.back().recorded.day, 30) << "the next release needs no new screening";
    }
}

TEST(DemoLog, StaysInThePastBeforeTheMorningCheckInsUsualTime)
{
    // 04:00:30 in Berlin: the day is thirty seconds old.
    const test::ManualClock clock(Instant{UtcTime(LocalDay(2026, 11, 22).days()) + 3h + 30s, 60min, "Europe/Berlin"});
    const LogContents log = demo({}, clock);
    EXPECT_LT(log.checkIns.back().recorded.at.utc, clock.now().utc);
    EXPECT_EQ(log.checkIns.back().recorded.day, LocalDay(2026, 11, 22));
    EXPECT_EQ(localDayOf(log.checkIns.back().recorded.at), LocalDay(2026, 11, 22));
}

TEST(DemoLog, EndsOnTheDayAskedFor)
{
    DemoOptions options;
    options.endDay = LocalDay(2025, 3, 30);
    EXPECT_EQ(demo(options).checkIns.back().recorded.day, LocalDay(2025, 3, 30));
    options.endDay = LocalDay(2027, 1, 1);
    EXPECT_FALSE(generateDemo(options, test::ManualClock()));
}

TEST(DemoLog, ChangesTheLeftHamstringByTheEffect)
{
    for (const double effect : {-3.0, -1.5, 2.0}) {
        double change = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const LogContents log = demo(longLog(effect, seed));
            change += (mean(log, kHamstringLeft, 220, 399) - mean(log, kHamstringLeft, 0, 199)) / 5;
        }
        EXPECT_NEAR(change, effect, 0.4);
    }
}

TEST(DemoLog, ChangesNothingWithoutAnEffect)
{
    double change = 0;
    double glutes = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const LogContents log = demo(longLog(0, seed));
        change += (mean(log, kHamstringLeft, 220, 399) - mean(log, kHamstringLeft, 0, 199)) / 5;
        glutes += (mean(log, kGluteLeft, 201, 212) - mean(log, kGluteLeft, 0, 199)) / 5;
    }
    EXPECT_NEAR(change, 0, 0.3);
    EXPECT_NEAR(glutes, 0, 0.4);
}

TEST(DemoLog, HasTheLeftWorseThanTheRight)
{
    const LogContents log = demo(longLog(0, 1));
    EXPECT_GT(mean(log, kHamstringLeft, 0, 399), mean(log, kHamstringRight, 0, 399) + 1);
}

TEST(DemoLog, MakesTheGlutesSorerInTheFirstTwoWeeksOfRelease)
{
    double early = 0;
    double late = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const LogContents log = demo(longLog(-3, seed));
        const double baseline = mean(log, kGluteLeft, 0, 199);
        early += (mean(log, kGluteLeft, 202, 210) - baseline) / 10;
        late += (mean(log, kGluteLeft, 220, 399) - baseline) / 10;
    }
    EXPECT_GT(early, 0.6);
    EXPECT_NEAR(late, 0, 0.25);
}

TEST(DemoLog, ResemblesItsOwnYesterday)
{
    const LogContents log = demo(longLog(0, 3));
    std::vector<double> values;
    std::vector<int> days;
    for (const CheckIn& checkIn : log.checkIns)
        if (checkIn.context == Context::Morning) {
            values.push_back(checkIn.scores[kHamstringLeft]->value());
            days.push_back(checkIn.recorded.day.number());
        }
    const double centre = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double together = 0;
    double alone = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        alone += (values[i] - centre) * (values[i] - centre);
        if (i > 0 && days[i] == days[i - 1] + 1)
            together += (values[i] - centre) * (values[i - 1] - centre);
    }
    EXPECT_GT(together / alone, 0.15);
    EXPECT_LT(together / alone, 0.75);
}

TEST(DemoLog, MissesAboutATenthOfTheMornings)
{
    const LogContents log = demo(longLog(0, 4));
    const auto mornings = std::count_if(log.checkIns.begin(), log.checkIns.end(),
                                        [](const CheckIn& checkIn) { return checkIn.context == Context::Morning; });
    EXPECT_GE(mornings, 340);
    EXPECT_LE(mornings, 378);
}

TEST(DemoLog, RunsThreeToFourTimesAWeek)
{
    const LogContents log = demo(longLog(0, 5));
    const auto runs = std::count_if(log.checkIns.begin(), log.checkIns.end(),
                                    [](const CheckIn& checkIn) { return checkIn.run.has_value(); });
    EXPECT_GE(runs, 400 / 7 * 5 / 2);
    EXPECT_LE(runs, 400 / 7 * 4);
}

TEST(DemoLog, IsSorerTheDayAfterAHardRun)
{
    const LogContents log = demo(longLog(0, 6));
    std::set<int> after;
    for (const CheckIn& checkIn : log.checkIns)
        if (checkIn.run && checkIn.run->effort->value() >= 6)
            after.insert(checkIn.recorded.day.number() + 1);
    double sums[2] = {};
    int counts[2] = {};
    for (const CheckIn& checkIn : log.checkIns)
        if (checkIn.context == Context::Morning) {
            const bool hard = after.count(checkIn.recorded.day.number()) > 0;
            sums[hard] += checkIn.scores[kHamstringLeft]->value();
            ++counts[hard];
        }
    EXPECT_GT(sums[1] / counts[1], sums[0] / counts[0] + 0.3);
}

TEST(DemoLog, FiresTheGlutesBetterAfterTheRelease)
{
    const LogContents log = demo();
    const auto left = [](const SelfTest& test) {
        int sum = 0;
        for (const Reading& reading : test.readings)
            sum += reading.side == Side::Left ? static_cast<int>(reading.contraction) : 0;
        return sum;
    };
    std::vector<SelfTest> glute;
    std::copy_if(log.selfTests.begin(), log.selfTests.end(), std::back_inserter(glute),
                 [](const SelfTest& test) { return test.kind == SelfTestKind::GluteActivation && test.complete; });
    ASSERT_GE(glute.size(), 6U);
    EXPECT_GT(left(glute.back()), left(glute.front()));
    EXPECT_EQ(glute[0].firstSide, opposite(glute[1].firstSide));
    const auto incomplete =
        std::count_if(log.selfTests.begin(), log.selfTests.end(), [](const SelfTest& test) { return !test.complete; });
    EXPECT_EQ(incomplete, 1);
}

TEST(DemoLog, WritesSessionsAsTheFlowWould)
{
    const LogContents log = demo();
    ASSERT_GE(log.releases.size(), 30U);
    int interrupted = 0;
    for (const ReleaseSession& session : log.releases) {
        Milliseconds stepTime{0};
        std::optional<int> open;
        int steps = 0;
        for (std::size_t i = 0; i < session.events.size(); ++i) {
            const SessionEvent& event = session.events[i];
            EXPECT_EQ(event.sequence, static_cast<int>(i));
            EXPECT_GE(event.at.utc, session.recorded.at.utc + event.worked);
            EXPECT_EQ(event.zone.has_value(), event.step >= 1 && event.step <= 3);
            if (event.kind == SessionEventKind::StepStarted) {
                EXPECT_EQ(event.step, steps++);
            }
            if (event.kind == SessionEventKind::StepEnded || event.kind == SessionEventKind::StepSkipped
                || event.kind == SessionEventKind::Stopped)
                stepTime += *event.duration;
            if (event.kind == SessionEventKind::PointFound) {
                EXPECT_FALSE(open);
                open = event.point;
            }
            if (event.kind == SessionEventKind::PointReleased || event.kind == SessionEventKind::PointLeft) {
                EXPECT_EQ(event.point, open);
                EXPECT_LE(*event.duration, 60s);
                open.reset();
            }
        }
        EXPECT_FALSE(open);
        EXPECT_EQ(stepTime, session.worked);
        EXPECT_EQ(session.planned, 300s);
        EXPECT_GE(session.pointsFound(), session.pointsReleased());
        const bool stopped = session.outcome == ReleaseOutcome::Stopped;
        interrupted += stopped ? 1 : 0;
        EXPECT_EQ(session.events.back().kind, stopped ? SessionEventKind::Stopped : SessionEventKind::Finished);
        EXPECT_EQ(session.stopReason.has_value(), stopped);
        if (!stopped) {
            EXPECT_LE(session.after.left, session.before.left);
        }
    }
    EXPECT_EQ(interrupted, 1);
    EXPECT_GT(log.releases.front().before.left->value(), log.releases.back().before.left->value());
}

TEST(DemoLog, FollowsTheLengthAskedFor)
{
    DemoOptions options;
    options.days = 1;
    EXPECT_EQ(demo(options).checkIns.size(), 1U);
    options.days = 10;
    options.baselineDays = 10;
    EXPECT_TRUE(demo(options).releases.empty());
    options.baselineDays = 0;
    EXPECT_EQ(demo(options).athlete->start, StartChoice::ReleaseToday);
    EXPECT_EQ(demo(options).releases.front().recorded.day, demo(options).athlete->created.day);
    options.days = kMaxDemoDays;
    EXPECT_GT(demo(options).checkIns.size(), 3000U);
}

TEST(DemoLog, IsTheSameRunnerUnderAnotherName)
{
    DemoOptions options;
    options.name = "=1+1 <b>Ann</b>";
    LogContents named = demo(options);
    EXPECT_EQ(named.athlete->name, options.name);
    named.athlete->name = "Demo runner";
    EXPECT_EQ(json(named), json(demo()));
}

TEST(DemoLog, EndsSomeDaysBeforeItsLastDay)
{
    DemoOptions options;
    options.silentDays = 5;
    const LogContents silent = demo(options);
    options.silentDays = 0;
    options.endDay = LocalDay(2026, 11, 17);
    EXPECT_EQ(json(silent), json(demo(options)));
    EXPECT_EQ(silent.checkIns.back().recorded.day, LocalDay(2026, 11, 17));
}

TEST(DemoLog, StopsTheLastReleaseForPulsingAndChangesNothingElse)
{
    DemoOptions options;
    options.redStop = true;
    LogContents log = demo(options);
    const ReleaseSession stopped = log.releases.back();
    EXPECT_EQ(stopped.outcome, ReleaseOutcome::Stopped);
    EXPECT_EQ(stopped.stopReason, StopReason::Pulsing);
    EXPECT_FALSE(stopped.redAcknowledged);
    EXPECT_EQ(stopped.events.back().kind, SessionEventKind::Stopped);
    EXPECT_EQ(stopped.note, "");
    EXPECT_TRUE(validate(stopped, test::ManualClock().now()));

    const LogContents usual = demo();
    EXPECT_EQ(stopped.id, usual.releases.back().id);
    EXPECT_EQ(stopped.before, usual.releases.back().before);
    log.releases.back() = usual.releases.back();
    EXPECT_EQ(log, usual);
}

TEST(DemoLog, RefusesOptionsOutOfRange)
{
    const test::ManualClock clock;
    const auto refused = [&](auto change) {
        DemoOptions options;
        change(options);
        const auto log = generateDemo(options, clock);
        return !log && log.error().code == ErrorCode::InvalidValue;
    };
    for (const int days : {0, -1, kMaxDemoDays + 1, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        EXPECT_TRUE(refused([&](DemoOptions& options) { options.days = days; })) << days;
    for (const int days : {-1, 61})
        EXPECT_TRUE(refused([&](DemoOptions& options) { options.baselineDays = days; })) << days;
    for (const double effect : {10.5, -11.0, std::nan(""), HUGE_VAL})
        EXPECT_TRUE(refused([&](DemoOptions& options) { options.effect = effect; })) << effect;
    for (const int days : {-1, kMaxDemoDays + 1})
        EXPECT_TRUE(refused([&](DemoOptions& options) { options.silentDays = days; })) << days;
    for (const std::string& name : {std::string(101, 'x'), std::string("two\nlines"), std::string("\xff")})
        EXPECT_TRUE(refused([&](DemoOptions& options) { options.name = name; })) << name;
    EXPECT_TRUE(refused([](DemoOptions& options) {
        options.days = 10;
        options.baselineDays = 10;
        options.redStop = true;
    }));
}

}  // namespace
