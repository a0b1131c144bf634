// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/ireleaselog.h"
#include "core/records.h"
#include "core/result.h"
#include "core/routine.h"
#include "session/releasejournal.h"
#include "session/tickmeter.h"

namespace psolog {

inline constexpr Seconds kPacedScan{10};          ///< hands-free: a scan this long is followed by a hold
inline constexpr Seconds kPacedHold{30};          ///< hands-free: a hold that pacing began lasts this long
inline constexpr Seconds kLongestHold{60};        ///< a point found by key is held until released, at most this long
inline constexpr Seconds kShortestPacedHold{10};  ///< pacing begins no hold that the step's end would cut shorter
/// A Primary this soon after a step, scan or hold began was meant for what ran before, or is a key pressed twice. It is
/// ignored: a release that nobody stated is worse than a second press.
inline constexpr Milliseconds kKeyGrace{400};
/// A Primary this soon after pacing turned a scan into a hold was meant for the scan: it says "found one".
inline constexpr Milliseconds kFoundGrace{1'500};

/// Hands-free: how long a scan of a zone is that begins when `stepRemaining` is left: kPacedScan, or all of it when the
/// hold after it would be too short.
[[nodiscard]] constexpr Milliseconds pacedScan(Milliseconds stepRemaining)
{
    return stepRemaining >= kPacedScan + kShortestPacedHold ? Milliseconds(kPacedScan) : stepRemaining;
}
/// Hands-free: how long a hold is that begins then.
[[nodiscard]] constexpr Milliseconds pacedHold(Milliseconds stepRemaining)
{
    return std::min<Milliseconds>(kPacedHold, stepRemaining);
}

/// What the athlete can tell a release session.
enum class ReleaseAction {
    Primary,  ///< the one big key; see PrimaryMeaning for what it does now
    Pause,
    Resume,    ///< also answers "go on" after a gap
    Skip,      ///< leave this step for the next one
    StepBack,  ///< back to the step before (the first step: to its start), for its full time; what was done is kept
    Stop,      ///< Esc: the session counts as stopped at once; chooseReason() may follow
    Sleep,     ///< the machine is about to sleep: asks (GapAsk) at once; the gap is stored when it is back
};

/// What the one big key does now.
enum class PrimaryMeaning {
    None,
    Start,
    FoundPoint,
    PointReleased,
    Resume,
};

/// What a session begins with.
struct ReleaseConfig {
    ReleaseSessionId id;
    Tightness before;
    std::chrono::minutes dayStart = kDefaultDayStart;  ///< fixes the local day of the record
};

/// A release session as a stage machine.
///
/// Ready → Step (Scan ⇄ Hold in a zone) … → Finished; Paused, GapAsk and StopAsk → Stopped on the way.
///
/// Pacing: a zone begins with Scan. After 10 s without a key Hold begins by itself, for 30 s (a paced hold); by key it
/// begins at once, for up to 60 s. It ends at its time, at the step's end, by skip, step back, stop, or a gap, or when
/// the athlete says that the point released. Then the next scan begins.
///
/// Points: the events hold only what the athlete stated; a paced hold alone is no point. "Found one" is PointFound,
/// also in the first 1.5 s of a paced hold, which then becomes a hold found by key. Such a hold ends as PointReleased
/// when the athlete says so, otherwise as PointLeft. "It released" in a paced hold states both at once: PointFound and
/// PointReleased at that moment, held since the hold began.
///
/// Time: `worked` grows only in Step. A machine that slept (boot minus steady grew by over 1 s) or a stall over 2 s
/// during Step becomes a Gap event, is not counted, and asks (GapAsk). A set wall clock changes no duration. Phases end
/// on their exact time, whatever the tick: what a late tick brings too much belongs to the next phase.
///
/// Events: each is appended to the log at once, in order. A failing write never stops the session: it waits in memory,
/// the snapshot carries the error, and it is tried again with the next event and at most once a second by advance().
/// Durations of StepEnded, StepSkipped, StepBack and Stopped events add up to the time worked.
///
/// Call advance() with a fresh sample 10-20 times a second and before handle(). Actions that are not allowed now are
/// ignored. Not thread-safe; holds a reference to the log, which must outlive it.
class ReleaseFlow {
public:
    enum class Stage {
        Ready,  ///< nothing stored yet
        Step,
        Paused,
        GapAsk,  ///< the machine slept or stalled: resume or stop?
        Finished,
        StopAsk,  ///< stopped and stored as such, without a reason; why?
        Stopped,
    };

    /// Within a zone step; None in every other step and stage (Paused and GapAsk keep it).
    enum class Phase { None, Scan, Hold };

    struct Allowed {
        bool primary = false;
        bool pause = false;
        bool resume = false;
        bool skip = false;
        bool stepBack = false;
        bool stop = false;
        bool chooseReason = false;
        bool tightnessAfter = false;

        friend bool operator==(const Allowed&, const Allowed&) = default;
    };

    struct Snapshot {
        Stage stage = Stage::Ready;
        Phase phase = Phase::None;
        PrimaryMeaning primary = PrimaryMeaning::None;
        Allowed allowed;

        std::size_t step = 0;  ///< index into the routine's steps
        std::size_t stepCount = 0;
        StepKind stepKind = StepKind::Settle;
        std::optional<Zone> zone;
        BodySide side = BodySide::Both;
        std::string cue;
        std::string pose;

        int point = 0;           ///< number of the point held now, as stated; 0 in a paced hold and outside of holds
        bool pacedHold = false;  ///< pacing began the hold that runs; nobody stated a point
        int pointsFound = 0;     ///< stated
        int pointsReleased = 0;

        Milliseconds phaseRemaining{0};  ///< of the scan or hold, cut by the step's end; other steps: of the step
        Milliseconds phaseTotal{0};
        Milliseconds stepElapsed{0};
        Milliseconds stepRemaining{0};
        Milliseconds stepTotal{0};
        Milliseconds remaining{0};  ///< of this step and the ones after it
        Milliseconds worked{0};
        Milliseconds planned{0};       ///< total of the routine
        std::vector<double> stepDone;  ///< for each step, done 0-1; a skipped step keeps its part

        Milliseconds overrun{0};               ///< in Finished: how long before the last tick the session ended
        Milliseconds gap{0};                   ///< in GapAsk: how long; 0 while the machine is about to sleep
        bool resumedAfterCrash = false;        ///< Paused because resumeFrom() built this flow and nobody resumed yet
        std::optional<StopReason> stopReason;  ///< in Stopped; see isRed()
        std::optional<Error> saveError;        ///< events or the header wait in memory
        std::size_t unsavedEvents = 0;
    };

    /// The routine must be valid (see validate()). Nothing is stored before Start.
    ReleaseFlow(Routine routine, IReleaseLog& log, ReleaseConfig config, const ClockSample& now);

    /// Continues a session that a crash cut off: Paused at its last step with the time its events prove; the open
    /// point, if any, is closed as PointLeft when resumed or stopped. A session whose last event is Finished or Stopped
    /// is ended as such; a stopped one goes on in StopAsk, also when it was stored as Stopped and only lacks its
    /// reason. InvalidValue when the session has ended otherwise or does not fit the routine (see fitsRoutine()).
    [[nodiscard]] static Result<ReleaseFlow> resumeFrom(Routine routine, IReleaseLog& log, ReleaseSession session,
                                                        const ClockSample& now);

    void advance(const ClockSample& now);
    void handle(ReleaseAction action);
    /// `hear` is called by advance() and handle() when all has changed that will, just before that is stored: a disk
    /// that is busy keeps the writer waiting, and what is to be heard must not wait with it. It may call const
    /// functions of this flow only.
    void beforeStoring(std::function<void()> hear) { m_hear = std::move(hear); }
    /// Answers StopAsk; may be changed while Stopped.
    void chooseReason(StopReason reason);
    /// Stored with the session once it has ended (Finished, StopAsk or Stopped).
    void setTightnessAfter(const Tightness& after);
    /// The athlete has read what to do after a red reason; the next session is free. Only while Stopped.
    void acknowledgeRedStop();
    /// Tries a failed write again at once.
    void retrySave();

    [[nodiscard]] Snapshot snapshot() const;
    [[nodiscard]] const Routine& routine() const { return m_routine; }
    /// The session as it stands, with all its events, written or not.
    [[nodiscard]] const ReleaseSession& record() const { return m_journal.session(); }

private:
    struct Point {
        int number = 0;
        Milliseconds held{0};
    };

    ReleaseFlow(Routine routine, ReleaseJournal journal, std::chrono::minutes dayStart, const ClockSample& now);

    void pass(const ClockSample& now);
    void act(ReleaseAction action);
    void store();
    [[nodiscard]] Result<void> replay(const SessionEvent& event, Milliseconds& stepBegan, Milliseconds& pointBegan);
    void enter(Stage stage);
    void start();
    void primary();
    void resume();
    void beginStep(std::size_t step);
    void leaveStep(SessionEventKind how);
    void nextStep();
    void stepBack();
    void stop();
    void finish();
    void found();
    void released();
    void closePoint(SessionEventKind how);
    void waitForAnswer(Milliseconds gap);
    void sleep();
    /// Works off m_late up to the next automatic change at most, and makes that change.
    void work();
    void setPhase(Phase phase);
    void beginPacedHold();
    void emitEvent(SessionEventKind kind, std::optional<Milliseconds> duration = std::nullopt,
                   std::optional<int> point = std::nullopt);
    [[nodiscard]] Result<void> restore();

    [[nodiscard]] const RoutineStep& current() const { return m_routine.steps[m_step]; }
    [[nodiscard]] bool isPacedHold() const { return m_phase == Phase::Hold && !m_point; }
    [[nodiscard]] Milliseconds stepRemaining() const;
    [[nodiscard]] Milliseconds phaseTotal() const;
    [[nodiscard]] Milliseconds phaseRemaining() const;
    [[nodiscard]] PrimaryMeaning primaryMeaning() const;
    [[nodiscard]] Allowed allowed() const;

    Routine m_routine;
    ReleaseJournal m_journal;
    std::chrono::minutes m_dayStart;
    TickMeter m_meter;
    Milliseconds m_late{0};  ///< time up to the last sample that is still to be worked off
    Stage m_stage = Stage::Ready;
    Phase m_phase = Phase::None;
    std::size_t m_step = 0;
    bool m_stepOpen = false;  ///< StepStarted was emitted for m_step
    Milliseconds m_worked{0};
    Milliseconds m_stepElapsed{0};
    Milliseconds m_phaseElapsed{0};
    Milliseconds m_sinceChange{kKeyGrace};  ///< since the step, scan or hold began, other than a paced hold
    std::optional<Point> m_point;           ///< the point held, as stated
    int m_pointsFound = 0;
    int m_pointsReleased = 0;
    Milliseconds m_gap{0};
    bool m_sleeping = false;  ///< the machine is about to sleep: the gap is still to come
    Milliseconds m_overrun{0};
    bool m_resumedAfterCrash = false;
    std::vector<double> m_stepDone;
    std::function<void()> m_hear;
};

/// Stopped, but nobody has said why: cut off while it was asked, or left without an answer. See resumeFrom().
[[nodiscard]] bool lacksReason(const ReleaseSession& session);

/// Whether the session can have run on the routine as it is now: planned as long, and with the zone and side of every
/// step that its events name. A routine changed since the session was cut off does not fit.
[[nodiscard]] bool fitsRoutine(const ReleaseSession& session, const Routine& routine);

/// A session cut off by a crash, ended as Partial or Discarded with the time its events prove; one whose last event is
/// Stopped is ended as Stopped, without a reason, in place of Partial. Save it with IReleaseLog::save().
[[nodiscard]] ReleaseSession endedAs(ReleaseSession session, ReleaseOutcome outcome);

}  // namespace psolog
