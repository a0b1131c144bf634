// SPDX-License-Identifier: GPL-3.0-or-later
// The release page from the start of a session to its summary.
#include "core/validation.h"
#include "gui/guided/flowguide.h"
#include "gui/release/dailycardwidget.h"
#include "gui/release/releasecuewords.h"
#include "gui/release/releaselockwidget.h"
#include "gui/release/releaseoverview.h"
#include "gui/release/releasepage.h"
#include "gui/release/releasesummarywidget.h"
#include "gui/release/releasewords.h"
#include "gui/release/sessionwidget.h"
#include "gui/release/tightnesswidget.h"
#include "gui/routines/routinesview.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

void ReleasePage::begin()
{
    // The log may have changed since the page came up: the gate has the last word.
    const auto gate = readGate();
    if (!gate) {
        m_overview->showError(gate.error());
        return;
    }
    if (asksReason(*gate))
        return;
    if (gate->state != GateState::Free)
        return showGate(*gate);
    m_daily->clear();
    enter(Stage::Daily);
}

void ReleasePage::prepareSession()
{
    m_flow.emplace(m_overview->routine(), services().releases,
                   ReleaseConfig{services().ids.make<ReleaseSessionId>(), m_before->value(),
                                 services().settings.current().dayStart},
                   services().clock.sample());
    m_ready.begin(kReadyTime, services().clock.sample());
    showSession();
}

void ReleasePage::showSession()
{
    m_coach.emplace(m_flow->routine());
    m_flow->beforeStoring([this] { follow(m_flow->snapshot()); });
    m_session->setRoutine(m_flow->routine());
    enter(Stage::Session);
    afterFlow();
}

void ReleasePage::act(ReleaseAction action)
{
    if (!m_flow)
        return;
    m_session->setLeaveAsked(false);
    if (m_flow->snapshot().stage == ReleaseFlow::Stage::Ready && action != ReleaseAction::Primary)
        return actReady(action);
    m_ready.end();
    m_flow->advance(services().clock.sample());
    m_flow->handle(action);
    afterFlow();
}

void ReleasePage::actReady(ReleaseAction action)
{
    if (action == ReleaseAction::Stop) {
        dropFlow();
        reload();
        return;
    }
    const ClockSample now = services().clock.sample();
    if (action == ReleaseAction::Pause || action == ReleaseAction::Sleep) {
        m_ready.hold();
        m_guide->hear({ReleaseCueWords::readyHeld()});
    } else if (action == ReleaseAction::Resume) {
        m_ready.go(now);
        m_guide->hear({ReleaseCueWords::readyGoesOn(m_ready.remaining())});
    }
    m_flow->advance(now);
    afterFlow();
}

void ReleasePage::command(MediaCommand command)
{
    if (!m_flow || m_stage != Stage::Session)
        return;
    const ReleaseFlow::Allowed may = m_flow->snapshot().allowed;
    switch (command) {
    case MediaCommand::PlayPause:
        return act(may.pause ? ReleaseAction::Pause : ReleaseAction::Primary);
    case MediaCommand::Play:
        return act(may.resume ? ReleaseAction::Resume : ReleaseAction::Primary);
    case MediaCommand::Pause:
        return act(ReleaseAction::Pause);
    case MediaCommand::Stop:
        return act(ReleaseAction::Stop);
    case MediaCommand::Next:
        return act(ReleaseAction::Primary);
    case MediaCommand::Previous:
        return act(ReleaseAction::StepBack);
    }
}

void ReleasePage::sleep()
{
    if (m_stage == Stage::Session)
        act(ReleaseAction::Sleep);
}

void ReleasePage::wake()
{
    if (!m_flow || m_stage != Stage::Session)
        return;
    m_flow->advance(services().clock.sample());
    afterFlow();
}

void ReleasePage::tick()
{
    if (!m_flow || !m_ticking)
        return;
    const ClockSample now = services().clock.sample();
    if (m_flow->snapshot().stage == ReleaseFlow::Stage::Ready) {
        const bool held = m_ready.isHeld();
        if (m_ready.advance(now) > 0)
            m_guide->hear({ReleaseCueWords::readySecond()});
        else if (m_ready.isHeld() && !held)
            m_guide->hear({ReleaseCueWords::readyHeld()});
        if (m_ready.isOver())
            return act(ReleaseAction::Primary);
    }
    m_flow->advance(now);
    afterFlow();
}

void ReleasePage::follow(const ReleaseFlow::Snapshot& now)
{
    if (m_stage != Stage::Session)
        return;
    const std::vector<Cue> cues = m_coach->follow(now);
    const QString title = ReleaseWords::stepTitle(now.stepKind, now.zone, now.side);
    switch (now.stage) {
    case ReleaseFlow::Stage::Ready:
        m_guide->show(routineText(m_flow->routine().name), m_ready.isRunning());
        break;
    case ReleaseFlow::Stage::Step:
        m_guide->show(title, true);
        break;
    case ReleaseFlow::Stage::Paused:
    case ReleaseFlow::Stage::GapAsk:
        m_guide->show(title, false);
        break;
    case ReleaseFlow::Stage::Finished:
    case ReleaseFlow::Stage::StopAsk:
    case ReleaseFlow::Stage::Stopped:
        m_guide->end();
        break;
    }
    if (!cues.empty())
        m_guide->hear({ReleaseCueWords::of(cues)});
    for (const Cue& cue : cues)
        if (const QString words = ReleaseCueWords::passing(cue); !words.isEmpty())
            m_session->setPassing(words);
}

void ReleasePage::afterFlow()
{
    const ReleaseFlow::Snapshot now = m_flow->snapshot();
    follow(now);
    m_session->render(now, m_ready);
    if (m_stage == Stage::Session && now.stage == ReleaseFlow::Stage::StopAsk) {
        m_guide->hear({ReleaseCueWords::stopQuestion()});
        services().changes.announce();
        enter(Stage::StopReason);
    } else if (m_stage == Stage::Session && now.stage == ReleaseFlow::Stage::Finished) {
        services().changes.announce();
        m_after->setValue({});
        m_after->setBefore(m_flow->record().before);
        enter(Stage::TightnessAfter);
    }
    updateTicker();
    services().ticker.wakeIn(m_stage == Stage::Session ? m_coach->untilNext() : std::nullopt);
}

void ReleasePage::chooseReason(StopReason reason)
{
    if (!m_flow)
        return answerReason(reason);
    m_flow->chooseReason(reason);
    m_leaveWarned = false;
    services().changes.announce();
    services().guide.hush();
    if (isRed(reason)) {
        m_guide->hear({ReleaseCueWords::redStop(reason)});
        ReleaseGate gate;
        gate.state = GateState::LockedByRedStop;
        gate.session = m_flow->record().id;
        gate.reason = reason;
        m_gate = gate;
        m_lock->showGate(gate, services().today());
        m_lock->setReadOnly(false);
        enter(Stage::Locked);
        return;
    }
    m_after->setValue({});
    m_after->setBefore(m_flow->record().before);
    enter(Stage::TightnessAfter);
}

void ReleasePage::finishTightness()
{
    const Tightness after = m_after->value();
    if (after != m_flow->record().after) {
        m_flow->setTightnessAfter(after);
        services().changes.announce();
    }
    showSummary();
}

void ReleasePage::showSummary()
{
    m_storedNote = QString::fromStdString(m_flow->record().note);
    m_leaveWarned = false;
    m_summary->showSession(m_flow->record(), summaryContext());
    m_summary->showError(m_flow->snapshot().saveError);
    enter(Stage::Summary);
}

bool ReleasePage::saveSummary()
{
    if (m_flow->snapshot().saveError)
        m_flow->retrySave();
    std::optional<Error> error = m_flow->snapshot().saveError;
    const QString note = m_summary->note();
    if (!error && note != m_storedNote) {
        ReleaseSession session = m_flow->record();
        session.note = note.toStdString();
        const bool tooLong = codePoints(session.note) > kMaxNoteLength;
        const Result<void> saved = tooLong
            ? fail(ErrorCode::InvalidValue,
                   tr("The note is too long: at most %1 characters.").arg(kMaxNoteLength).toStdString())
            : services().releases.save(session);
        if (saved)
            m_storedNote = note;
        else
            error = saved.error();
    }
    m_summary->showError(error);
    return !error;
}

void ReleasePage::leaveSummary(PageId page, const QString& topic)
{
    if (!saveSummary())
        return;
    dropFlow();
    services().changes.announce();
    enter(Stage::Overview);
    Q_EMIT pageRequested(page, topic);
}

void ReleasePage::updateTicker()
{
    bool wanted = false;
    if (m_flow && m_stage == Stage::Session) {
        const ReleaseFlow::Snapshot now = m_flow->snapshot();
        // Paused, only a write that waits to be tried again needs the clock.
        wanted = now.stage == ReleaseFlow::Stage::Step || (now.saveError && now.stage != ReleaseFlow::Stage::Ready)
            || (now.stage == ReleaseFlow::Stage::Ready && m_ready.isRunning());
    }
    if (wanted == m_ticking)
        return;
    m_ticking = wanted;
    if (wanted)
        services().ticker.start();
    else
        services().ticker.stop();
}

void ReleasePage::stopTicker()
{
    if (m_ticking)
        services().ticker.stop();
    m_ticking = false;
}

void ReleasePage::dropFlow()
{
    stopTicker();
    if (m_guide->isActive())
        services().guide.hush();
    m_guide->end();
    m_ready.end();
    m_coach.reset();
    m_flow.reset();
}

bool ReleasePage::mayLeave()
{
    if (!m_flow)
        return m_stage != Stage::Routines || m_routines->mayLeave();
    switch (m_stage) {
    case Stage::Session: {
        m_flow->advance(services().clock.sample());
        const auto stage = m_flow->snapshot().stage;
        if (stage == ReleaseFlow::Stage::Ready) {
            dropFlow();
            enter(Stage::Overview);
            return true;
        }
        m_flow->handle(ReleaseAction::Pause);
        m_session->setLeaveAsked(true);
        afterFlow();
        if (m_stage == Stage::Session)
            focusStage();
        return false;
    }
    case Stage::StopReason:
        focusStage();
        return false;
    case Stage::Locked:
        // A red stop that is not on the disk would lock nothing after a restart.
        if (m_flow->snapshot().saveError)
            m_flow->retrySave();
        if (const auto error = m_flow->snapshot().saveError; error && !m_leaveWarned) {
            m_lock->setError(ReleaseWords::notSaved(*error));
            m_leaveWarned = true;
            return false;
        }
        break;
    case Stage::TightnessAfter:
        finishTightness();
        [[fallthrough]];
    case Stage::Summary:
        // A disk that stays full must not hold the window for ever: the second attempt goes through.
        if (!saveSummary() && !m_leaveWarned) {
            m_leaveWarned = true;
            return false;
        }
        break;
    case Stage::Overview:
    case Stage::Screening:
    case Stage::Daily:
    case Stage::TightnessBefore:
    case Stage::Recovery:
    case Stage::Routines:
        break;
    }
    dropFlow();
    enter(Stage::Overview);
    return true;
}

}  // namespace psolog
