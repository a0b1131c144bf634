// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/demosession.h"

#include <algorithm>
#include <array>

namespace psolog::demo {

namespace {

struct Step {
    Seconds duration;
    std::optional<Zone> zone;
};

/// The daily routine: settle, low, middle, high, rest.
constexpr std::array kSteps{
    Step{Seconds(30), std::nullopt}, Step{Seconds(90), Zone::Low},    Step{Seconds(90), Zone::Middle},
    Step{Seconds(60), Zone::High},   Step{Seconds(30), std::nullopt},
};
constexpr std::size_t kInterruptedStep = 2;
constexpr Seconds kInterruptedAfter{47};
constexpr Milliseconds kScan{10'000};
constexpr Milliseconds kPacedHold{30'000};
constexpr Milliseconds kLeastHold{10'000};

/// Plays one session and writes down its events.
class Player {
public:
    Player(ReleaseSession& session, int releasedPercent, Random& random)
        : m_session(session),
          m_releasedPercent(releasedPercent),
          m_random(random)
    {
    }

    void play(bool interrupted)
    {
        for (m_step = 0; m_step < kSteps.size(); ++m_step) {
            add(SessionEventKind::StepStarted);
            const bool stops = interrupted && m_step == kInterruptedStep;
            const Milliseconds length = stops ? kInterruptedAfter : kSteps[m_step].duration;
            if (kSteps[m_step].zone)
                playZone(length);
            else if (isLast() && m_random.chance(15))
                return skipRest();
            else
                work(length);
            if (stops) {
                add(SessionEventKind::Stopped, length);
                return;
            }
            add(SessionEventKind::StepEnded, length);
        }
        m_step = kSteps.size() - 1;
        add(SessionEventKind::Finished);
    }

    [[nodiscard]] Milliseconds worked() const { return m_worked; }

private:
    [[nodiscard]] bool isLast() const { return m_step + 1 == kSteps.size(); }

    void skipRest()
    {
        const Milliseconds part = Seconds(m_random.between(4, 15));
        work(part);
        add(SessionEventKind::StepSkipped, part);
        add(SessionEventKind::Finished);
    }

    /// Scan, find, hold, until the zone's time is over.
    void playZone(Milliseconds left)
    {
        while (left > Milliseconds(0)) {
            const bool byKey = m_random.chance(70);
            const Milliseconds scan = byKey ? Milliseconds(m_random.between(4'000, 9'900)) : kScan;
            if (left < scan + kLeastHold) {
                work(left);
                return;
            }
            work(scan);
            ++m_point;
            add(SessionEventKind::PointFound, std::nullopt, m_point);
            const bool releases = m_random.chance(m_releasedPercent);
            const Milliseconds wanted = releases ? Milliseconds(m_random.between(14'000, 48'000)) : kPacedHold;
            const Milliseconds held = std::min(wanted, left - scan);
            if (m_random.chance(2))
                pause();
            work(held);
            add(releases && held == wanted ? SessionEventKind::PointReleased : SessionEventKind::PointLeft, held,
                m_point);
            left -= scan + held;
        }
    }

    void pause()
    {
        add(SessionEventKind::Paused);
        m_paused += Seconds(m_random.between(5, 40));
        add(SessionEventKind::Resumed);
    }

    void work(Milliseconds time) { m_worked += time; }

    void add(SessionEventKind kind, std::optional<Milliseconds> duration = std::nullopt,
             std::optional<int> point = std::nullopt)
    {
        SessionEvent event;
        event.sequence = static_cast<int>(m_session.events.size());
        event.at = m_session.recorded.at;
        event.at.utc += m_worked + m_paused;
        event.worked = m_worked;
        event.kind = kind;
        event.step = static_cast<int>(m_step);
        event.zone = kSteps[m_step].zone;
        event.side = BodySide::Both;
        event.point = point;
        event.duration = duration;
        m_session.events.push_back(std::move(event));
    }

    ReleaseSession& m_session;
    const int m_releasedPercent;
    Random& m_random;
    std::size_t m_step = 0;
    int m_point = 0;
    Milliseconds m_worked{0};
    Milliseconds m_paused{0};
};

Score scoreOf(Milli latent)
{
    return Score::clamped(static_cast<int>((latent + 500) / 1000));
}

}  // namespace

ReleaseSession makeSession(const SessionStory& story, Random& random)
{
    ReleaseSession session;
    session.id = ReleaseSessionId(random.uuid());
    session.recorded = story.recorded;
    session.routineId = "daily-five";
    session.routineName = "Daily five minutes";
    for (const Step& step : kSteps)
        session.planned += step.duration;
    session.before = Tightness{scoreOf(story.tightLeft), scoreOf(story.tightRight)};

    Player player(session, story.releasedPercent, random);
    player.play(story.stopped.has_value());
    session.worked = player.worked();
    session.outcome = story.stopped ? ReleaseOutcome::Stopped : ReleaseOutcome::Completed;
    if (story.stopped) {
        session.stopReason = story.stopped;
        if (story.stopped == StopReason::Interrupted)
            session.note = "Doorbell.";
    } else {
        session.after = Tightness{scoreOf(std::max<Milli>(0, story.tightLeft - random.between(900, 2100))),
                                  scoreOf(std::max<Milli>(0, story.tightRight - random.between(600, 1800)))};
    }
    return session;
}

}  // namespace psolog::demo
