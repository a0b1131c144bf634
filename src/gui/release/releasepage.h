// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/ports/idesktop.h"
#include "gui/guided/readycountdown.h"
#include "gui/guided/sessiontheme.h"
#include "gui/shell/page.h"
#include "session/releasecoach.h"
#include "session/releaseflow.h"
#include "session/releasegate.h"

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace psolog {

class Button;
class DailyCardWidget;
class FlowGuide;
class ReleaseLockWidget;
class ReleaseOverview;
class ReleaseRecoveryWidget;
class ReleaseSummaryWidget;
class RoutinesView;
class SafetyScreenWidget;
class SessionWidget;
class StopReasonWidget;
struct SummaryContext;
class TightnessWidget;

/// The release: what it does today, the gate before it, the session itself, and what came of it. The page owns the
/// running flow and asks the clock only while a session runs. Its stages are the members of Stage; the gate decides
/// which one comes up first. A session starts by itself after kReadyTime unless that countdown is held; from there on it
/// can be followed by ear, by screen, or both, and no key is needed.
///
/// Thread: GUI. Errors: shown in the stage where they happen; nothing entered is lost.
class ReleasePage : public TopicPage {
    Q_OBJECT
public:
    enum class Stage {
        Overview,
        Screening,  ///< the safety screen is due
        Locked,     ///< by a screening or a red stop
        Daily,      ///< any of these today?
        TightnessBefore,
        Session,
        StopReason,  ///< of the session just stopped, or of an earlier one that nobody answered
        TightnessAfter,
        Summary,
        Recovery,  ///< a session was cut off by a crash
        Routines,  ///< all routines, and their editor
    };

    explicit ReleasePage(Services& services, QWidget* parent = nullptr);
    ~ReleasePage() override;

    void activate() override;
    /// The topic is the id of a routine that the user has chosen elsewhere.
    void openTopic(const QString& topic) override;
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] bool wantsWholeWindow() const override;

    /// Asks what to do with a session that a crash cut off. Nothing in the log changes before the answer. Ignored while
    /// a session runs here or an earlier one lacks its reason.
    void offerRecovery(const ReleaseSession& session);

    [[nodiscard]] Stage stage() const { return m_stage; }
    /// The session that runs or has just ended here, if any.
    [[nodiscard]] const ReleaseFlow* flow() const { return m_flow ? &*m_flow : nullptr; }

private:
    void addStages();
    void connectStages();
    void connectRoutines();
    /// Shows the routine that the settings remember, and what is proposed.
    void showRoutine();
    void rememberRoutine(const std::string& id);
    [[nodiscard]] QScrollArea* scrolled(QWidget* content);
    [[nodiscard]] QWidget* makeScreening();

    void reload();
    /// What the athlete's experiment has for today, when that is no release.
    [[nodiscard]] QString planNote();
    [[nodiscard]] Result<ReleaseGate> readGate();
    void showGate(const ReleaseGate& gate);
    /// Asks why the session was stopped that the gate names as unanswered. False when there is nothing to ask.
    [[nodiscard]] bool asksReason(const ReleaseGate& gate);
    void answerReason(StopReason reason);
    void enter(Stage stage);
    void focusStage();

    void saveScreening(const SafetyScreening& screening, Stage from);
    void confirmYesToday(const std::set<DailyItem>& yes);
    void storeClearance();
    void acknowledge();
    void showScreeningError(const std::optional<Error>& error);

    void begin();
    void prepareSession();
    /// The flow is new: a coach for it, and the screen.
    void showSession();
    void act(ReleaseAction action);
    void actReady(ReleaseAction action);
    void command(MediaCommand command);
    void sleep();
    void wake();
    void tick();
    void afterFlow();
    /// Says and sounds what is due, and tells the desktop what runs.
    void follow(const ReleaseFlow::Snapshot& now);
    void chooseReason(StopReason reason);
    void finishTightness();
    void showSummary();
    /// What the summary sets the session against.
    [[nodiscard]] SummaryContext summaryContext();
    /// Leaves for a glute test: the one before the session again, or a first one.
    void leaveForTest();
    /// The glute tests around the session shown last, in words; empty without them.
    [[nodiscard]] QString lastGlutes();
    [[nodiscard]] bool saveSummary();
    void leaveSummary(PageId page, const QString& topic);
    void updateTicker();
    void stopTicker();
    void dropFlow();

    /// Reads the session to recover again, since it may have changed meanwhile. False when there is nothing to do:
    /// the page shows why, or what comes instead.
    [[nodiscard]] bool rereadRecovered();
    void continueRecovered();
    void closeRecovered(ReleaseOutcome outcome);
    [[nodiscard]] QString continueProblem(const ReleaseSession& session);
    [[nodiscard]] const Routine* routineOf(const ReleaseSession& session) const;

    void followTheme();
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void retranslate();

    SessionTheme m_sessionTheme;
    QStackedWidget* m_stack;
    ReleaseOverview* m_overview;
    SafetyScreenWidget* m_screening;
    QLabel* m_screeningTitle;
    QLabel* m_screeningLead;
    QLabel* m_screeningError;
    Button* m_screeningButton;
    ReleaseLockWidget* m_lock;
    DailyCardWidget* m_daily;
    TightnessWidget* m_before;
    SessionWidget* m_session;
    StopReasonWidget* m_reasons;
    TightnessWidget* m_after;
    ReleaseSummaryWidget* m_summary;
    ReleaseRecoveryWidget* m_recovery;
    RoutinesView* m_routines;

    Stage m_stage = Stage::Overview;
    ReleaseGate m_gate;
    FlowGuide* m_guide;
    ReadyCountdown m_ready;
    std::optional<ReleaseFlow> m_flow;
    std::optional<ReleaseCoach> m_coach;
    std::optional<ReleaseSession> m_previous;
    std::optional<ReleaseSession> m_recovered;
    std::optional<ReleaseSessionId> m_unanswered;  ///< stopped earlier; asked in StopReason why
    QString m_storedNote;
    std::optional<std::string> m_chosenRoutine;  ///< here, also when the settings could not be stored
    bool m_leaveWarned = false;  ///< leaving the summary was refused once, because something was not saved
    bool m_ticking = false;
};

}  // namespace psolog
