// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/demolog.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/validation.h"
#include "exchange/demorandom.h"
#include "exchange/demosession.h"

namespace psolog {

namespace {

using demo::Drift;
using demo::Milli;
using demo::Random;
using Minutes = std::chrono::minutes;

constexpr int kUsualBaselineDays = 21;
constexpr int kEffectDays = 14;
constexpr int kScreeningEveryDays = 28;
constexpr int kTestEveryDays = 7;
constexpr int kFirstTestDay = 2;
constexpr int kReviewEveryDays = 7;
constexpr int kMissingPercent = 10;
constexpr Minutes kCreated{6 * 60 + 30};

/// How a site behaves in the story.
struct SiteStory {
    Milli usual;       ///< soreness in the baseline
    Milli share;       ///< thousandths of the effect it follows
    Milli afterRun;    ///< rise on the day after a run, thousandths of a point for each point of effort above 3
    int askedPercent;  ///< of the check-ins
};

/// In the order of indexOf(): hamstring, calf, quadriceps, glute, psoas, lower back, each left and right.
constexpr std::array<SiteStory, kSiteCount> kSites{{
    {6'000, 1'000, 260, 100},
    {3'400, 500, 220, 100},
    {3'300, 450, 260, 100},
    {2'600, 350, 240, 100},
    {1'600, 0, 200, 80},
    {1'500, 0, 200, 80},
    {1'500, 0, 120, 100},
    {1'300, 0, 120, 100},
    {4'200, 550, 60, 100},
    {3'100, 450, 60, 100},
    {2'500, 300, 40, 85},
    {2'200, 250, 40, 85},
}};

constexpr std::array kMorningNotes{
    std::string_view("Slept badly."),
    std::string_view("Stiff on the stairs, fine after ten minutes."),
    std::string_view("Long day at the desk yesterday."),
    std::string_view("Legs feel light."),
    std::string_view("Left side pulls when I bend down."),
    std::string_view("Nothing special."),
};
constexpr std::array kRunNotes{
    std::string_view("Windy."),
    std::string_view("Left hamstring tight in the last two kilometres."),
    std::string_view("Kept the hips tucked on the climbs."),
    std::string_view("New shoes."),
    std::string_view("Easy legs today."),
};

Result<void> check(const DemoOptions& options, LocalDay today)
{
    if (options.days < 1 || options.days > kMaxDemoDays)
        return fail(ErrorCode::InvalidValue, fmt::format("days must be 1 to {}", kMaxDemoDays));
    if (options.baselineDays && (*options.baselineDays < 0 || *options.baselineDays > options.days))
        return fail(ErrorCode::InvalidValue, fmt::format("baseline days must be 0 to {}", options.days));
    if (!std::isfinite(options.effect) || std::abs(options.effect) > Score::kMax)
        return fail(ErrorCode::InvalidValue, "effect must be -10 to 10");
    if (options.endDay && (*options.endDay > today || *options.endDay < LocalDay(1980, 1, 1)))
        return fail(ErrorCode::InvalidValue, "the last day must be between 1980 and today");
    if (options.silentDays < 0 || options.silentDays > kMaxDemoDays)
        return fail(ErrorCode::InvalidValue, fmt::format("silent days must be 0 to {}", kMaxDemoDays));
    if (!isPrintable(options.name) || codePoints(options.name) > kMaxNameLength)
        return fail(ErrorCode::InvalidValue,
                    fmt::format("the name must be one line of at most {} characters", kMaxNameLength));
    return {};
}

class Generator {
public:
    Generator(const DemoOptions& options, int baselineDays, LocalDay today, const IClock& clock)
        : m_options(options),
          m_baseline(baselineDays),
          m_last(options.endDay.value_or(today) - options.silentDays),
          m_effect(std::llround(options.effect * 1000.0)),
          m_clock(clock),
          m_now(clock.now()),
          m_random(options.seed),
          m_weeklyRandom(~options.seed)
    {
    }

    Result<LogContents> run()
    {
        begin();
        for (int day = 0; day < m_options.days; ++day)
            play(day);
        if (m_options.redStop) {
            if (m_log.releases.empty())
                return fail(ErrorCode::InvalidValue, "a red stop needs a log with a release");
            stopLastRelease();
        }
        return std::move(m_log);
    }

private:
    /// A moment `time` after midnight of a day. What would lie in the future moves to the start of that day.
    RecordedAt moment(LocalDay day, Minutes time, int second = 0)
    {
        Instant at = m_clock.localInstant(day, time);
        at.utc += Seconds(second);
        if (at.utc >= m_now.utc)
            at = m_clock.localInstant(day, kDefaultDayStart);
        return RecordedAt{std::move(at), day};
    }

    [[nodiscard]] LocalDay dateOf(int day) const { return m_last - (m_options.days - 1 - day); }

    void begin()
    {
        Athlete athlete;
        athlete.id = AthleteId(m_random.uuid());
        athlete.name = m_options.name;
        athlete.start = m_baseline > 0 ? StartChoice::BaselineFirst : StartChoice::ReleaseToday;
        athlete.created = moment(dateOf(0), kCreated);
        m_log.athlete = std::move(athlete);
    }

    void play(int day)
    {
        const LocalDay date = dateOf(day);
        const bool isLast = day + 1 == m_options.days;
        feel(day);
        if (day % kScreeningEveryDays == 0)
            m_log.screenings.push_back(
                SafetyScreening{ScreeningId(m_random.uuid()), moment(date, kCreated, 40), {}, {}});
        const bool missing = day > 0 && !isLast && m_random.chance(kMissingPercent);
        if (!missing)
            checkInInTheMorning(date);
        m_effortYesterday = 0;
        if (isLast)
            return;
        goForARun(date);
        if (day % kTestEveryDays == kFirstTestDay)
            testBoth(date, day);
        reviewTheWeek(date, day);
        // Most evenings, and the first of all, because the baseline ends with it.
        if (day == m_baseline || (day > m_baseline && m_random.chance(90)))
            release(date);
    }

    /// How far the effect has come: 0 before the first release, 1000 two weeks later.
    [[nodiscard]] static Milli progress(int releaseDays)
    {
        return std::clamp<Milli>(1000 * static_cast<Milli>(releaseDays) / kEffectDays, 0, 1000);
    }

    /// The glutes wake up: sorer from the first days of release, back after two weeks.
    [[nodiscard]] static Milli waking(int releaseDays)
    {
        if (releaseDays <= 0 || releaseDays >= kEffectDays + 3)
            return 0;
        return releaseDays <= 4 ? 250 * static_cast<Milli>(releaseDays)
                                : 1000 * static_cast<Milli>(kEffectDays + 3 - releaseDays) / (kEffectDays - 1);
    }

    /// Works out how every site feels on a day. The same random numbers are drawn whatever the effect is.
    void feel(int day)
    {
        m_releaseDays = day - m_baseline;
        m_progress = progress(m_releaseDays);
        const Milli body = m_bodyDrift.next(m_random, 650);
        for (const Site site : allSites()) {
            const std::size_t i = indexOf(site);
            const SiteStory& story = kSites[i];
            Milli value = story.usual + m_effect * story.share / 1000 * m_progress / 1000;
            if (site.muscle == Muscle::Glute)
                value += -m_effect * 600 / 1000 * waking(m_releaseDays) / 1000;
            if (m_effortYesterday > 3)
                value += story.afterRun * (m_effortYesterday - 3);
            // The body's good and bad days show most where it is sore.
            value += body * std::min<Milli>(1000, 300 + story.usual / 8) / 1000;
            value += m_siteDrift[i].next(m_random, 600);
            m_latent[i] = value;
        }
    }

    [[nodiscard]] Score score(Site site, Milli extra = 0) const
    {
        return Score::clamped(static_cast<int>(std::max<Milli>(0, m_latent[indexOf(site)] + extra + 500) / 1000));
    }

    template <std::size_t N>
    std::string note(const std::array<std::string_view, N>& notes, int percent)
    {
        const bool writes = m_random.chance(percent);
        const auto index = static_cast<std::size_t>(m_random.between(0, static_cast<int>(N) - 1));
        return writes ? std::string(notes[index]) : std::string();
    }

    void checkInInTheMorning(LocalDay date)
    {
        CheckIn checkIn;
        checkIn.id = CheckInId(m_random.uuid());
        checkIn.recorded = moment(date, Minutes(6 * 60 + 45 + m_random.between(0, 50)), m_random.between(0, 59));
        checkIn.context = Context::Morning;
        for (const Site site : allSites())
            if (m_random.chance(kSites[indexOf(site)].askedPercent))
                checkIn.scores[site] = score(site);
        checkIn.note = note(kMorningNotes, 8);
        m_log.checkIns.push_back(std::move(checkIn));
    }

    /// Percent chance of a run on each weekday, Sunday first: three to four a week.
    [[nodiscard]] static int runPercent(unsigned weekday)
    {
        constexpr std::array<int, 7> kPercent{95, 0, 90, 0, 85, 0, 65};
        return kPercent[weekday];
    }

    void goForARun(LocalDay date)
    {
        const unsigned weekday = std::chrono::weekday(date.days()).c_encoding();
        if (!m_random.chance(runPercent(weekday)))
            return;
        const bool isLong = weekday == 0;
        const int kind = m_random.between(0, 3);
        Run run;
        run.features = kind == 0 ? std::set{RunFeature::Hills}
            : kind == 1          ? std::set{RunFeature::Speed}
                                 : std::set<RunFeature>{};
        if (weekday == 6)
            run.features = {RunFeature::Strength};
        const int tenths = isLong ? m_random.between(130, 190) : m_random.between(55, 110);
        const int secondsPerKilometre = m_random.between(325, 385) + (kind == 0 ? 25 : kind == 1 ? -20 : 0);
        const int effort = std::clamp(m_random.between(3, 5) + (isLong ? 2 : 0) + (kind <= 1 ? 2 : 0), 2, 9);
        run.distanceMetres = tenths * 100;
        run.minutes = tenths * secondsPerKilometre / 600;
        run.effort = Score::clamped(effort);
        m_effortYesterday = effort;

        const bool logged = m_random.chance(93);
        CheckIn checkIn;
        checkIn.id = CheckInId(m_random.uuid());
        const int hour = isLong || weekday == 6 ? 10 : 18;
        checkIn.recorded = moment(date, Minutes(hour * 60 + m_random.between(0, 50)), m_random.between(0, 59));
        checkIn.context = Context::AfterRun;
        run.id = RunId(m_random.uuid());
        run.recorded = checkIn.recorded;
        checkIn.run = std::move(run);
        if (m_random.chance(60))
            for (const Muscle muscle : {Muscle::Hamstring, Muscle::Calf})
                for (const Side side : {Side::Left, Side::Right})
                    checkIn.scores[Site{muscle, side}] = score(Site{muscle, side}, 150 * (effort - 3));
        checkIn.note = note(kRunNotes, 15);
        if (logged)
            m_log.checkIns.push_back(std::move(checkIn));
    }

    /// A rating whose usual value rises by `gain` thousandths when an effect of -3 is complete.
    Contraction rating(Milli usual, Milli gain)
    {
        const Milli value = usual - gain * m_effect / 3000 * m_progress / 1000 + m_random.normal() * 300 / 1000;
        return static_cast<Contraction>(std::clamp<Milli>((std::max<Milli>(0, value) + 500) / 1000, 0, 4));
    }

    void testBoth(LocalDay date, int day)
    {
        const int week = day / kTestEveryDays;
        const int minute = m_random.between(0, 40);
        SelfTest glute;
        glute.id = SelfTestId(m_random.uuid());
        glute.recorded = moment(date, Minutes(19 * 60 + 30 + minute / 2));
        glute.kind = SelfTestKind::GluteActivation;
        glute.firstSide = week % 2 == 0 ? Side::Left : Side::Right;
        for (int repeat = 1; repeat <= glute.repeats; ++repeat)
            for (const Side side : {glute.firstSide, opposite(glute.firstSide)}) {
                const bool left = side == Side::Left;
                const Contraction felt = left ? rating(1'200, 1'700) : rating(2'200, 1'000);
                const WorkedHardest worked = felt >= Contraction::Firm ? WorkedHardest::Glute
                    : felt == Contraction::Soft                        ? WorkedHardest::Even
                                                                       : WorkedHardest::Hamstring;
                glute.readings.push_back(Reading{side, std::nullopt, repeat, felt, worked});
            }
        // Once the phone rang: a cancelled test keeps what was rated.
        glute.complete = week != 4;
        if (!glute.complete)
            glute.readings.resize(1);
        m_log.selfTests.push_back(std::move(glute));

        SelfTest tilt;
        tilt.id = SelfTestId(m_random.uuid());
        tilt.recorded = moment(date, Minutes(19 * 60 + 34 + minute / 2));
        tilt.kind = SelfTestKind::PelvicTilt;
        for (int repeat = 1; repeat <= tilt.repeats; ++repeat) {
            tilt.readings.push_back(Reading{std::nullopt, Posture::Arched, repeat, rating(1'000, 900), std::nullopt});
            tilt.readings.push_back(Reading{std::nullopt, Posture::Tucked, repeat, rating(2'200, 1'000), std::nullopt});
        }
        tilt.complete = true;
        m_log.selfTests.push_back(std::move(tilt));
    }

    /// The weekly check-in: the sorer the left hamstring, the more it limits. Draws from a source of its own, so that
    /// everything else is the same with and without it.
    void reviewTheWeek(LocalDay date, int day)
    {
        if (day % kReviewEveryDays != kReviewEveryDays - 1 || m_weeklyRandom.chance(kMissingPercent))
            return;
        WeeklyCheckIn review;
        review.id = WeeklyCheckInId(m_weeklyRandom.uuid());
        review.recorded = moment(date, Minutes(20 * 60 + m_weeklyRandom.between(0, 25)));
        const Milli felt = m_latent[indexOf(Site{Muscle::Hamstring, Side::Left})];
        // The symptoms come first, then training and performance, and last a run is left out.
        constexpr std::array<Milli, kWeeklyItems> kTolerance{2'500, 1'500, 1'200, 0};
        for (std::size_t item = 0; item < kWeeklyItems; ++item) {
            const Milli limit = felt - kTolerance[item] + m_weeklyRandom.normal() * 500 / 1000;
            review.scores[item] = limit < 1'500 ? 0 : limit < 4'000 ? 8 : limit < 7'000 ? 17 : 25;
        }
        // No limit at all ends the questionnaire, and could not train has no place in a week with runs.
        auto& participation = review.scores.front();
        if (participation == 0)
            review.scores = {0, 0, 0, 0};
        participation = std::min(*participation, 17);
        m_log.weekly.push_back(std::move(review));
    }

    void release(LocalDay date)
    {
        demo::SessionStory story;
        story.recorded = moment(date, Minutes(20 * 60 + 30 + m_random.between(0, 75)), m_random.between(0, 59));
        story.tightLeft = std::max<Milli>(0, 6'400 + m_effect * m_progress / 1000 + m_random.normal() * 500 / 1000);
        story.tightRight =
            std::max<Milli>(0, 4'800 + m_effect * 700 / 1000 * m_progress / 1000 + m_random.normal() * 500 / 1000);
        story.releasedPercent = 55 + static_cast<int>(m_progress * 25 / 1000);
        if (m_log.releases.size() == 5)
            story.stopped = StopReason::Interrupted;
        m_log.releases.push_back(demo::makeSession(story, m_random));
    }

    /// Draws from a source of its own, so that everything else is the same with and without it.
    void stopLastRelease()
    {
        Random random(m_options.seed + 1);
        ReleaseSession& last = m_log.releases.back();
        demo::SessionStory story;
        story.recorded = last.recorded;
        story.tightLeft = 1000 * static_cast<Milli>(last.before.left->value());
        story.tightRight = 1000 * static_cast<Milli>(last.before.right->value());
        story.stopped = StopReason::Pulsing;
        const ReleaseSessionId id = last.id;
        last = demo::makeSession(story, random);
        last.id = id;
    }

    const DemoOptions m_options;
    const int m_baseline;
    const LocalDay m_last;
    const Milli m_effect;
    const IClock& m_clock;
    const Instant m_now;
    Random m_random;
    Random m_weeklyRandom;
    LogContents m_log;
    Drift m_bodyDrift;
    std::array<Drift, kSiteCount> m_siteDrift;
    std::array<Milli, kSiteCount> m_latent{};
    int m_releaseDays = 0;
    Milli m_progress = 0;
    int m_effortYesterday = 0;
};

}  // namespace

Result<LogContents> generateDemo(const DemoOptions& options, const IClock& clock)
{
    const LocalDay today = localDayOf(clock.now());
    if (auto checked = check(options, today); !checked)
        return tl::unexpected<Error>(checked.error());
    const int baseline = options.baselineDays.value_or(std::min(kUsualBaselineDays, options.days * 35 / 100));
    return Generator(options, baseline, today, clock).run();
}

}  // namespace psolog
