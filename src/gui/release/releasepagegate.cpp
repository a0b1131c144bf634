// SPDX-License-Identifier: GPL-3.0-or-later
// The release page before a session: the gate, and what a crash left behind.
#include <algorithm>

#include <QLabel>

#include "analysis/todayplan.h"
#include "gui/release/dailycardwidget.h"
#include "gui/release/releaselockwidget.h"
#include "gui/release/releaseoverview.h"
#include "gui/release/releasepage.h"
#include "gui/release/releaserecoverywidget.h"
#include "gui/release/releasewords.h"
#include "gui/release/safetyscreenwidget.h"
#include "gui/release/sessionwidget.h"
#include "gui/release/stopreasonwidget.h"
#include "gui/shell/services.h"
#include "gui/widgets/button.h"

namespace psolog {

namespace {

/// A red stop that nobody acknowledged lets no later session begin, so it is among the newest; this many days back
/// also covers logs put together from several machines.
constexpr int kGateDays = 90;

}  // namespace

Result<ReleaseGate> ReleasePage::readGate()
{
    const LocalDay today = services().today();
    const auto screenings = services().athletes.screenings();
    if (!screenings)
        return tl::unexpected(screenings.error());
    const auto latest = services().releases.latest();
    if (!latest)
        return tl::unexpected(latest.error());
    auto sessions = services().releases.between(today - kGateDays, today + 1);
    if (!sessions)
        return tl::unexpected(sessions.error());
    if (*latest)
        sessions->push_back(**latest);
    m_previous.reset();
    for (const ReleaseSession& session : *sessions)
        if (session.outcome != ReleaseOutcome::Running
            && (!m_previous || session.recorded.at.utc >= m_previous->recorded.at.utc))
            m_previous = session;
    return releaseGate(decisiveScreening(*screenings), *sessions, today, services().settings.current().dayStart);
}

void ReleasePage::reload()
{
    const bool readOnly = services().file.readOnly();
    m_overview->setReadOnly(readOnly);
    const auto unfinished = services().releases.unfinished();
    const auto gate = unfinished ? readGate() : tl::unexpected(unfinished.error());
    if (!gate) {
        m_overview->showError(gate.error());
        enter(Stage::Overview);
        return;
    }
    m_overview->showError({});
    showRoutine();
    m_overview->showLast(m_previous, services().today(), lastGlutes());
    m_overview->showPlanNote(planNote());
    m_gate = *gate;
    if (asksReason(*gate))
        return;
    if (!unfinished->empty())
        offerRecovery(unfinished->front());
    else
        showGate(*gate);
}

QString ReleasePage::planNote()
{
    // A log that cannot be read says so itself.
    const auto experiments = services().experiments.all();
    const LocalDay today = services().today();
    const Experiment* experiment = experiments ? experimentOn(*experiments, today) : nullptr;
    if (experiment == nullptr || experiment->isReleaseDay(today))
        return {};
    return tr("Your plan has no release today. You may release all the same: it is logged, and the plan counts today "
              "as a day "
              "not kept.");
}

void ReleasePage::showGate(const ReleaseGate& gate)
{
    m_gate = gate;
    switch (gate.state) {
    case GateState::Free:
        enter(Stage::Overview);
        break;
    case GateState::ScreeningNeeded:
        if (m_stage != Stage::Screening) {
            m_screening->setAnswer(std::nullopt);
            m_screeningButton->setEnabled(false);
            showScreeningError({});
        }
        enter(Stage::Screening);
        break;
    case GateState::LockedByScreening:
    case GateState::LockedByRedStop:
        m_lock->showGate(gate, services().today());
        m_lock->setReadOnly(services().file.readOnly());
        enter(Stage::Locked);
        break;
    }
}

bool ReleasePage::asksReason(const ReleaseGate& gate)
{
    m_unanswered.reset();
    m_reasons->askNow();
    if (!gate.unanswered || services().file.readOnly())
        return false;
    const auto found = services().releases.find(*gate.unanswered);
    if (!found) {
        m_overview->showError(found.error());
        enter(Stage::Overview);
        return true;
    }
    if (!*found)
        return false;
    m_unanswered = gate.unanswered;
    m_reasons->askAbout((*found)->recorded, services().today());
    enter(Stage::StopReason);
    return true;
}

void ReleasePage::answerReason(StopReason reason)
{
    if (!m_unanswered)
        return reload();
    // The record itself is answered: its routine may have been edited or deleted since, so no flow is built again.
    const auto found = services().releases.find(*m_unanswered);
    if (!found)
        return m_reasons->setError(ReleaseWords::notSaved(found.error()));
    if (*found && lacksReason(**found)) {
        ReleaseSession session = **found;
        session.stopReason = reason;
        session.redAcknowledged = false;
        if (const auto saved = services().releases.save(session); !saved)
            return m_reasons->setError(ReleaseWords::notSaved(saved.error()));
    }
    services().changes.announce();
    reload();
}

void ReleasePage::showScreeningError(const std::optional<Error>& error)
{
    m_screeningError->setVisible(error.has_value());
    m_screeningError->setText(error ? ReleaseWords::notSaved(*error) : QString());
}

void ReleasePage::saveScreening(const SafetyScreening& screening, Stage from)
{
    if (const auto saved = services().athletes.save(screening); !saved) {
        if (from == Stage::Screening)
            showScreeningError(saved.error());
        else if (from == Stage::Daily)
            m_daily->setError(ReleaseWords::notSaved(saved.error()));
        else
            m_lock->setError(ReleaseWords::notSaved(saved.error()));
        return;
    }
    showScreeningError({});
    // The answer is stored; whoever shows the gate's state reads again, this page at once.
    m_stage = from;
    services().changes.announce();
    reload();
}

void ReleasePage::confirmYesToday(const std::set<DailyItem>& yes)
{
    if (!yes.empty())
        saveScreening(screeningFor(yes, services().ids.make<ScreeningId>(), services().recordedNow()), Stage::Daily);
}

void ReleasePage::storeClearance()
{
    const auto screenings = services().athletes.screenings();
    if (!screenings)
        return m_lock->setError(ReleaseWords::notSaved(screenings.error()));
    auto decisive = decisiveScreening(*screenings);
    // Only what the athlete has read is cleared: another program may have stored an answer since.
    if (!decisive || !decisive->locksRelease() || decisive->present != m_gate.items)
        return reload();
    decisive->clearedAt = services().clock.now();
    saveScreening(*decisive, Stage::Locked);
}

void ReleasePage::acknowledge()
{
    if (m_flow) {
        m_flow->acknowledgeRedStop();
        services().changes.announce();
        showSummary();
        return;
    }
    if (!m_gate.session)
        return reload();
    const auto found = services().releases.find(*m_gate.session);
    if (!found)
        return m_lock->setError(ReleaseWords::notSaved(found.error()));
    if (*found) {
        ReleaseSession session = **found;
        session.redAcknowledged = true;
        if (const auto saved = services().releases.save(session); !saved)
            return m_lock->setError(ReleaseWords::notSaved(saved.error()));
    }
    services().changes.announce();
    reload();
}

const Routine* ReleasePage::routineOf(const ReleaseSession& session) const
{
    const StoredRoutine* const stored = services().routines.find(session.routineId);
    return stored == nullptr ? nullptr : &stored->routine;
}

QString ReleasePage::continueProblem(const ReleaseSession& session)
{
    const Routine* const routine = routineOf(session);
    if (routine == nullptr)
        return tr("It cannot be continued: its routine is no longer there.");
    if (!fitsRoutine(session, *routine))
        return tr("It cannot be continued: its routine was changed since.");
    const auto gate = readGate();
    if (gate && (gate->state == GateState::LockedByScreening || gate->state == GateState::LockedByRedStop))
        return tr("It cannot be continued: the release is locked for now.");
    return {};
}

void ReleasePage::offerRecovery(const ReleaseSession& session)
{
    // A reason that is still owed comes first; the answer leads here again.
    if (m_flow || m_unanswered)
        return;
    m_recovered = session;
    m_recovery->showSession(session, services().today(), continueProblem(session));
    m_recovery->setReadOnly(services().file.readOnly());
    enter(Stage::Recovery);
}

bool ReleasePage::rereadRecovered()
{
    const auto found = services().releases.find(m_recovered->id);
    if (!found) {
        m_recovery->showError(found.error());
        return false;
    }
    if (!*found || (*found)->outcome != ReleaseOutcome::Running) {
        m_recovered.reset();
        m_stage = Stage::Overview;
        reload();
        return false;
    }
    m_recovered = **found;
    return true;
}

void ReleasePage::continueRecovered()
{
    if (!rereadRecovered())
        return;
    const Routine* routine = routineOf(*m_recovered);
    if (routine == nullptr)
        return;
    auto flow = ReleaseFlow::resumeFrom(*routine, services().releases, *m_recovered, services().clock.sample());
    if (!flow)
        return m_recovery->showError(flow.error());
    m_recovered.reset();
    m_flow.emplace(std::move(*flow));
    m_ready.end();
    showSession();
}

void ReleasePage::closeRecovered(ReleaseOutcome outcome)
{
    if (!rereadRecovered())
        return;
    const ReleaseSession ended = endedAs(*m_recovered, outcome);
    if (const auto saved = services().releases.save(ended); !saved)
        return m_recovery->showError(saved.error());
    m_recovered.reset();
    m_stage = Stage::Overview;
    if (ended.outcome == ReleaseOutcome::Stopped)
        Q_EMIT noticed(tr("Session saved as stopped"), false);
    else if (ended.outcome == ReleaseOutcome::Partial)
        Q_EMIT noticed(tr("Session saved as partial"), false);
    else
        Q_EMIT noticed(tr("Session discarded"), false);
    services().changes.announce();
    reload();
}

}  // namespace psolog
