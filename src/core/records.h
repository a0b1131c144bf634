// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/nametable.h"
#include "core/result.h"
#include "core/score.h"
#include "core/site.h"
#include "core/time.h"

namespace psolog {

/// The moment of a record and the local day it counts for. The day is fixed when the record is made.
struct RecordedAt {
    Instant at;
    LocalDay day;

    friend bool operator==(const RecordedAt&, const RecordedAt&) = default;
};

/// How the athlete chose to begin.
enum class StartChoice {
    BaselineFirst,  ///< log a week before the first release
    ReleaseToday,  ///< release from the first day
};

template <>
struct NameTable<StartChoice> {
    static constexpr std::array rows{
        Named{StartChoice::BaselineFirst, std::string_view("baseline-first")},
        Named{StartChoice::ReleaseToday, std::string_view("release-today")},
    };
};

/// The one person a log is about.
struct Athlete {
    AthleteId id;
    std::string name;  ///< UTF-8, may be empty; at most kMaxNameLength code points
    StartChoice start = StartChoice::BaselineFirst;
    RecordedAt created;

    friend bool operator==(const Athlete&, const Athlete&) = default;
};

/// A reason to ask a clinician before using the tool (evidence A).
enum class SafetyItem {
    Pregnancy,  ///< pregnant, or shortly after birth
    Aneurysm,  ///< known or suspected widening of the abdominal aorta
    Hernia,  ///< hernia of the abdomen or groin
    RecentSurgery,  ///< abdominal or hip surgery or injury in recent months
    OrganDisease,  ///< active bowel or kidney disease
    Bleeding,  ///< blood thinners or a bleeding disorder
    Clot,  ///< past or suspected clot in a leg
    Bones,  ///< fracture or weak bones
    Unexplained,  ///< unexplained weight loss, fever, night pain, or cancer history with new back or hip pain
    GroinPain,  ///< groin pain when running, hopping or at night
};

template <>
struct NameTable<SafetyItem> {
    static constexpr std::array rows{
        Named{SafetyItem::Pregnancy, std::string_view("pregnancy")},
        Named{SafetyItem::Aneurysm, std::string_view("aneurysm")},
        Named{SafetyItem::Hernia, std::string_view("hernia")},
        Named{SafetyItem::RecentSurgery, std::string_view("recent-surgery")},
        Named{SafetyItem::OrganDisease, std::string_view("organ-disease")},
        Named{SafetyItem::Bleeding, std::string_view("bleeding")},
        Named{SafetyItem::Clot, std::string_view("clot")},
        Named{SafetyItem::Bones, std::string_view("bones")},
        Named{SafetyItem::Unexplained, std::string_view("unexplained")},
        Named{SafetyItem::GroinPain, std::string_view("groin-pain")},
    };
};

/// One answered safety screen. Any item present locks the release until cleared.
struct SafetyScreening {
    ScreeningId id;
    RecordedAt recorded;
    std::set<SafetyItem> present;             ///< items answered yes; empty: none applies
    std::optional<Instant> clearedAt;         ///< when the athlete stated that a clinician cleared it

    [[nodiscard]] bool locksRelease() const { return !present.empty() && !clearedAt; }

    friend bool operator==(const SafetyScreening&, const SafetyScreening&) = default;
};

/// A screening holds this many days, then it is asked again before the next release.
inline constexpr int kScreeningValidDays = 30;

/// What a check-in was made after.
enum class Context {
    AfterRun,
    Morning,
    Other,
};

template <>
struct NameTable<Context> {
    static constexpr std::array rows{
        Named{Context::AfterRun, std::string_view("after-run")},
        Named{Context::Morning, std::string_view("morning")},
        Named{Context::Other, std::string_view("other")},
    };
};

/// What a run contained.
enum class RunFeature {
    Hills,
    Speed,
    Strength,
};

template <>
struct NameTable<RunFeature> {
    static constexpr std::array rows{
        Named{RunFeature::Hills, std::string_view("hills")},
        Named{RunFeature::Speed, std::string_view("speed")},
        Named{RunFeature::Strength, std::string_view("strength")},
    };
};

/// A run, as noted with a check-in. Every number may be unknown.
struct Run {
    RunId id;
    RecordedAt recorded;
    std::optional<int> distanceMetres;   ///< 1 to kMaxRunMetres
    std::optional<int> minutes;          ///< 1 to kMaxRunMinutes
    std::optional<Score> effort;         ///< 0-10
    std::set<RunFeature> features;

    friend bool operator==(const Run&, const Run&) = default;
};

/// One moment's scores for any subset of sites.
struct CheckIn {
    CheckInId id;
    RecordedAt recorded;
    Context context = Context::Other;
    SiteScores scores;
    std::optional<Run> run;
    std::string note;  ///< UTF-8, at most kMaxNoteLength code points

    friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

/// Which self-test.
enum class SelfTestKind {
    GluteActivation,
    PelvicTilt,
};

template <>
struct NameTable<SelfTestKind> {
    static constexpr std::array rows{
        Named{SelfTestKind::GluteActivation, std::string_view("glute-activation")},
        Named{SelfTestKind::PelvicTilt, std::string_view("pelvic-tilt")},
    };
};

/// Posture in the pelvic tilt test.
enum class Posture {
    Arched,  ///< lower back arched, butt pushed back
    Tucked,  ///< pelvis tucked underneath
};

template <>
struct NameTable<Posture> {
    static constexpr std::array rows{
        Named{Posture::Arched, std::string_view("arched")},
        Named{Posture::Tucked, std::string_view("tucked")},
    };
};

/// What the athlete felt work hardest in a lift.
enum class WorkedHardest {
    Glute,
    Hamstring,
    LowerBack,
    Even,
};

template <>
struct NameTable<WorkedHardest> {
    static constexpr std::array rows{
        Named{WorkedHardest::Glute, std::string_view("glute")},
        Named{WorkedHardest::Hamstring, std::string_view("hamstring")},
        Named{WorkedHardest::LowerBack, std::string_view("lower-back")},
        Named{WorkedHardest::Even, std::string_view("even")},
    };
};

/// A reading: how hard the glute contracted. The value is its rating 0-4.
enum class Contraction {
    None,
    Flicker,
    Soft,
    Firm,
    Hard,
};

template <>
struct NameTable<Contraction> {
    static constexpr std::array rows{
        Named{Contraction::None, std::string_view("none")},
        Named{Contraction::Flicker, std::string_view("flicker")},
        Named{Contraction::Soft, std::string_view("soft")},
        Named{Contraction::Firm, std::string_view("firm")},
        Named{Contraction::Hard, std::string_view("hard")},
    };
};

/// One rating in a self-test. Exactly one of side (glute activation) and posture (pelvic tilt) is set.
struct Reading {
    std::optional<Side> side;
    std::optional<Posture> posture;
    int repeat = 1;  ///< 1 to 3
    Contraction contraction = Contraction::None;
    std::optional<WorkedHardest> workedHardest;

    friend bool operator==(const Reading&, const Reading&) = default;
};

/// One run of a self-test. Readings of a test that was cancelled are kept with complete = false.
struct SelfTest {
    SelfTestId id;
    RecordedAt recorded;                       ///< when it began
    SelfTestKind kind = SelfTestKind::GluteActivation;
    int wordingVersion = 1;                    ///< of the instructions shown; wording changes the result
    Side firstSide = Side::Left;               ///< glute activation only
    bool pillow = false;                       ///< glute activation with a pillow under the hips
    int repeats = 2;                           ///< planned repeats a side or posture, 1-3
    Seconds hold{5};
    bool complete = false;
    std::vector<Reading> readings;
    std::string note;

    friend bool operator==(const SelfTest&, const SelfTest&) = default;
};

/// Where along the psoas the tool sits.
enum class Zone {
    Low,  ///< just inside and above the front hip bone, never the groin fold
    Middle,
    High,  ///< beside the navel
};

template <>
struct NameTable<Zone> {
    static constexpr std::array rows{
        Named{Zone::Low, std::string_view("low")},
        Named{Zone::Middle, std::string_view("middle")},
        Named{Zone::High, std::string_view("high")},
    };
};

/// Which side a release step works.
enum class BodySide {
    Both,
    Left,
    Right,
};

template <>
struct NameTable<BodySide> {
    static constexpr std::array rows{
        Named{BodySide::Both, std::string_view("both")},
        Named{BodySide::Left, std::string_view("left")},
        Named{BodySide::Right, std::string_view("right")},
    };
};

/// How a release session ended.
enum class ReleaseOutcome {
    Running,  ///< not ended: in progress, or cut off by a crash
    Completed,  ///< every step ran to its end or was skipped
    Stopped,  ///< ended early by the athlete, see the reason
    Partial,  ///< cut off, and kept as partial afterwards
    Discarded,  ///< cut off, and discarded by the athlete
};

template <>
struct NameTable<ReleaseOutcome> {
    static constexpr std::array rows{
        Named{ReleaseOutcome::Running, std::string_view("running")},
        Named{ReleaseOutcome::Completed, std::string_view("completed")},
        Named{ReleaseOutcome::Stopped, std::string_view("stopped")},
        Named{ReleaseOutcome::Partial, std::string_view("partial")},
        Named{ReleaseOutcome::Discarded, std::string_view("discarded")},
    };
};

/// Why a session was stopped early. Sharp pain, pulsing and numbness are red.
enum class StopReason {
    FinishedEarly,
    SharpPain,
    Pulsing,
    Numbness,
    Interrupted,
    Other,
};

template <>
struct NameTable<StopReason> {
    static constexpr std::array rows{
        Named{StopReason::FinishedEarly, std::string_view("finished-early")},
        Named{StopReason::SharpPain, std::string_view("sharp-pain")},
        Named{StopReason::Pulsing, std::string_view("pulsing")},
        Named{StopReason::Numbness, std::string_view("numbness")},
        Named{StopReason::Interrupted, std::string_view("interrupted")},
        Named{StopReason::Other, std::string_view("other")},
    };
};

/// Red reasons show what to do and lock the next session until acknowledged.
[[nodiscard]] constexpr bool isRed(StopReason reason)
{
    return reason == StopReason::SharpPain || reason == StopReason::Pulsing || reason == StopReason::Numbness;
}

/// What happened in a release session.
enum class SessionEventKind {
    StepStarted,  ///< a routine step began; step is its index
    StepEnded,  ///< a step ended; seconds is the time worked in it this time
    StepSkipped,  ///< a step was left early by skip; seconds as above
    StepBack,  ///< the athlete went back to step; seconds is the partial time kept of the step left
    PointFound,  ///< the athlete said that a point was found
    PointReleased,  ///< the point released; seconds is how long it was held
    PointLeft,  ///< the point was left without release; seconds is how long it was held
    Paused,
    Resumed,
    Gap,  ///< machine slept or stalled; seconds is how long; never counted as release time
    Finished,
    Stopped,
};

template <>
struct NameTable<SessionEventKind> {
    static constexpr std::array rows{
        Named{SessionEventKind::StepStarted, std::string_view("step-started")},
        Named{SessionEventKind::StepEnded, std::string_view("step-ended")},
        Named{SessionEventKind::StepSkipped, std::string_view("step-skipped")},
        Named{SessionEventKind::StepBack, std::string_view("step-back")},
        Named{SessionEventKind::PointFound, std::string_view("point-found")},
        Named{SessionEventKind::PointReleased, std::string_view("point-released")},
        Named{SessionEventKind::PointLeft, std::string_view("point-left")},
        Named{SessionEventKind::Paused, std::string_view("paused")},
        Named{SessionEventKind::Resumed, std::string_view("resumed")},
        Named{SessionEventKind::Gap, std::string_view("gap")},
        Named{SessionEventKind::Finished, std::string_view("finished")},
        Named{SessionEventKind::Stopped, std::string_view("stopped")},
    };
};

/// One event of a release session, committed as it happens.
struct SessionEvent {
    int sequence = 0;                     ///< 0, 1, 2, … within its session
    Instant at;
    Milliseconds worked{0};               ///< release time worked in the session up to this event
    SessionEventKind kind = SessionEventKind::StepStarted;
    int step = 0;                         ///< index into the routine's steps
    std::optional<Zone> zone;
    BodySide side = BodySide::Both;
    std::optional<int> point;             ///< number of the point in this session, 1, 2, …
    std::optional<Milliseconds> duration; ///< see SessionEventKind

    friend bool operator==(const SessionEvent&, const SessionEvent&) = default;
};

/// Tightness of the psoas, left and right, 0-10; empty when not asked.
struct Tightness {
    std::optional<Score> left;
    std::optional<Score> right;

    friend bool operator==(const Tightness&, const Tightness&) = default;
};

/// One run of a routine, with its events.
struct ReleaseSession {
    ReleaseSessionId id;
    RecordedAt recorded;                  ///< when it began
    std::string routineId;                ///< id of the routine ("daily-five")
    std::string routineName;
    Seconds planned{0};                   ///< total time of the routine
    ReleaseOutcome outcome = ReleaseOutcome::Running;
    std::optional<StopReason> stopReason;
    bool redAcknowledged = false;         ///< a red stop was acknowledged, so the next session is free
    Milliseconds worked{0};               ///< release time in total, without pauses and gaps
    Tightness before;
    Tightness after;
    std::string note;
    std::vector<SessionEvent> events;

    /// Points found and points released, counted from the events.
    [[nodiscard]] int pointsFound() const;
    [[nodiscard]] int pointsReleased() const;

    friend bool operator==(const ReleaseSession&, const ReleaseSession&) = default;
};

}  // namespace psolog
