// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasepage.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/validation.h"
#include "gui/release/dailycardwidget.h"
#include "gui/release/releaselockwidget.h"
#include "gui/release/releaseoverview.h"
#include "gui/release/releaserecoverywidget.h"
#include "gui/release/releasesummarywidget.h"
#include "gui/release/safetyscreenwidget.h"
#include "gui/release/sessionwidget.h"
#include "gui/release/stopreasonwidget.h"
#include "gui/release/tightnesswidget.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

/// A red stop that nobody acknowledged lets no later session begin, so it is among the newest; this many days back
/// also covers logs put together from several machines.
constexpr int kGateDays = 90;
/// The session's smallest text is 24 px, body text 15 px: at 125 % it is as large as body text at 200 %.
constexpr double kLargestSessionScale = 1.25;

int sessionTextPercent(const Theme& theme)
{
    return static_cast<int>(std::clamp(theme.scale(), 1.0, kLargestSessionScale) * 100 + 0.5);
}

QString words(const Error& error)
{
    return ReleasePage::tr("Not saved: %1. %2").arg(headline(error), describe(error));
}

}  // namespace

ReleasePage::ReleasePage(Services& services, QWidget* parent)
    : Page(services, parent),
      m_sessionTheme(ThemeChoice::Dark, sessionTextPercent(services.theme), ThemeScope::Subtree),
      m_stack(new QStackedWidget(this)),
      m_overview(new ReleaseOverview(services.theme, services.poses, services.routines)),
      m_screening(new SafetyScreenWidget),
      m_screeningTitle(makeLabel({}, "page-title")),
      m_screeningLead(makeLabel({}, "muted")),
      m_screeningError(makeLabel({}, "error")),
      m_screeningButton(new Button({}, QStringLiteral("primary"))),
      m_lock(new ReleaseLockWidget),
      m_daily(new DailyCardWidget),
      m_before(new TightnessWidget(services.theme, TightnessWidget::When::Before)),
      m_session(new SessionWidget(m_sessionTheme, services.poses)),
      m_reasons(new StopReasonWidget(m_sessionTheme)),
      m_after(new TightnessWidget(services.theme, TightnessWidget::When::After)),
      m_summary(new ReleaseSummaryWidget(services.theme)),
      m_recovery(new ReleaseRecoveryWidget)
{
    addStages();
    connectStages();
    connect(&services.ticker, &Ticker::ticked, this, &ReleasePage::tick);
    connect(&services.changes, &LogChanges::logChanged, this, [this] {
        const bool reads = m_stage == Stage::Overview || m_stage == Stage::Screening || m_stage == Stage::Locked;
        if (isVisible() && reads && !m_flow)
            reload();
    });
    connect(&services.theme, &Theme::changed, this, &ReleasePage::followTheme);
    retranslate();
}

ReleasePage::~ReleasePage()
{
    stopTicker();
}

QScrollArea* ReleasePage::scrolled(QWidget* content)
{
    auto* area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    area->setWidget(content);
    return area;
}

QWidget* ReleasePage::makeScreening()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kS);
    column->addWidget(m_screeningTitle);
    column->addWidget(m_screeningLead);
    auto* card = makeCard(page);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 20, 20, 20);
    inside->addWidget(m_screening);
    column->addSpacing(space::kS);
    column->addWidget(card);
    column->addWidget(m_screeningError);
    column->addWidget(m_screeningButton, 0, Qt::AlignLeft);
    column->addStretch(1);
    m_screeningTitle->setObjectName(QStringLiteral("screeningTitleLabel"));
    m_screeningError->setObjectName(QStringLiteral("screeningErrorLabel"));
    m_screeningError->hide();
    m_screeningButton->setObjectName(QStringLiteral("saveScreeningButton"));
    m_screeningButton->setEnabled(false);
    return page;
}

void ReleasePage::addStages()
{
    // In the order of Stage, so that a stage is its index.
    m_stack->addWidget(scrolled(m_overview));
    m_stack->addWidget(scrolled(makeScreening()));
    m_stack->addWidget(scrolled(m_lock));
    m_stack->addWidget(scrolled(m_daily));
    m_stack->addWidget(scrolled(m_before));
    m_stack->addWidget(m_session);
    m_stack->addWidget(m_reasons);
    m_stack->addWidget(scrolled(m_after));
    m_stack->addWidget(scrolled(m_summary));
    m_stack->addWidget(scrolled(m_recovery));
    m_overview->setObjectName(QStringLiteral("releaseOverview"));
    m_lock->setObjectName(QStringLiteral("releaseLock"));
    m_daily->setObjectName(QStringLiteral("dailyCard"));
    m_before->setObjectName(QStringLiteral("tightnessBefore"));
    m_session->setObjectName(QStringLiteral("sessionWidget"));
    m_reasons->setObjectName(QStringLiteral("stopReasonWidget"));
    m_after->setObjectName(QStringLiteral("tightnessAfter"));
    m_summary->setObjectName(QStringLiteral("releaseSummary"));
    m_recovery->setObjectName(QStringLiteral("releaseRecovery"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void ReleasePage::connectStages()
{
    connect(m_overview, &ReleaseOverview::startRequested, this, &ReleasePage::begin);
    connect(m_overview, &ReleaseOverview::retryRequested, this, &ReleasePage::reload);
    connect(m_overview, &ReleaseOverview::learnRequested, this,
            [this] { Q_EMIT pageRequested(PageId::Learn, QStringLiteral("release")); });

    connect(m_screening, &SafetyScreenWidget::answerChanged, this, [this] {
        m_screeningButton->setEnabled(m_screening->answer().has_value() && !services().file.readOnly());
    });
    const auto store = [this] {
        if (const auto answer = m_screening->answer(); answer && !services().file.readOnly())
            saveScreening({services().ids.make<ScreeningId>(), services().recordedNow(), *answer, std::nullopt},
                          Stage::Screening);
    };
    connect(m_screening, &SafetyScreenWidget::noneChosen, this, store);
    connect(m_screeningButton, &QPushButton::clicked, this, store);

    connect(m_lock, &ReleaseLockWidget::clinicianCleared, this, &ReleasePage::storeClearance);
    connect(m_lock, &ReleaseLockWidget::adviceAcknowledged, this, &ReleasePage::acknowledge);
    connect(m_lock, &ReleaseLockWidget::learnRequested, this,
            [this] { Q_EMIT pageRequested(PageId::Learn, QStringLiteral("safety")); });

    connect(m_daily, &DailyCardWidget::noneChosen, this, [this] {
        m_before->setValue({});
        enter(Stage::TightnessBefore);
    });
    connect(m_daily, &DailyCardWidget::yesConfirmed, this, &ReleasePage::confirmYesToday);
    connect(m_daily, &DailyCardWidget::cancelled, this, &ReleasePage::reload);
    connect(m_before, &TightnessWidget::continued, this, &ReleasePage::prepareSession);
    connect(m_before, &TightnessWidget::cancelled, this, &ReleasePage::reload);

    connect(m_session, &SessionWidget::actionRequested, this, &ReleasePage::act);
    connect(m_session, &SessionWidget::retryRequested, this, [this] {
        if (m_flow)
            m_flow->retrySave();
        afterFlow();
    });
    connect(m_reasons, &StopReasonWidget::reasonChosen, this, &ReleasePage::chooseReason);
    connect(m_after, &TightnessWidget::continued, this, &ReleasePage::finishTightness);
    connect(m_summary, &ReleaseSummaryWidget::doneRequested, this, [this] { leaveSummary(PageId::Today, {}); });
    connect(m_summary, &ReleaseSummaryWidget::retestRequested, this,
            [this] { leaveSummary(PageId::SelfTests, QStringLiteral("glute-activation")); });
    connect(m_summary, &ReleaseSummaryWidget::retryRequested, this, [this] { static_cast<void>(saveSummary()); });

    connect(m_recovery, &ReleaseRecoveryWidget::continueChosen, this, &ReleasePage::continueRecovered);
    connect(m_recovery, &ReleaseRecoveryWidget::partialChosen, this,
            [this] { closeRecovered(ReleaseOutcome::Partial); });
    connect(m_recovery, &ReleaseRecoveryWidget::discardChosen, this,
            [this] { closeRecovered(ReleaseOutcome::Discarded); });
}

void ReleasePage::activate()
{
    if (m_flow)
        focusStage();
    else if (m_stage == Stage::Recovery && m_recovered)
        offerRecovery(*m_recovered);
    else
        reload();
}

bool ReleasePage::wantsWholeWindow() const
{
    return m_stage == Stage::Session || m_stage == Stage::StopReason;
}

void ReleasePage::enter(Stage stage)
{
    const bool whole = wantsWholeWindow();
    m_stage = stage;
    m_stack->setCurrentIndex(static_cast<int>(stage));
    if (auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget()))
        area->ensureVisible(0, 0);
    if (whole != wantsWholeWindow())
        Q_EMIT wholeWindowChanged();
    updateTicker();
    focusStage();
}

void ReleasePage::focusStage()
{
    switch (m_stage) {
    case Stage::Overview:
        return m_overview->focusFirst();
    case Stage::Screening:
        return m_screening->setFocus(Qt::OtherFocusReason);
    case Stage::Locked:
        return m_lock->focusFirst();
    case Stage::Daily:
        return m_daily->focusFirst();
    case Stage::TightnessBefore:
        return m_before->focusFirst();
    case Stage::Session:
        return m_session->focusStatus();
    case Stage::StopReason:
        return m_reasons->focusFirst();
    case Stage::TightnessAfter:
        return m_after->focusFirst();
    case Stage::Summary:
        return m_summary->focusFirst();
    case Stage::Recovery:
        return m_recovery->focusFirst();
    }
}

// ---- the gate ------------------------------------------------------------------------------------------------------

Result<ReleaseGate> ReleasePage::readGate()
{
    const LocalDay today = services().today();
    const auto screening = services().athletes.latestScreening();
    if (!screening)
        return tl::unexpected(screening.error());
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
    return releaseGate(*screening, *sessions, today, services().settings.current().dayStart);
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
    m_overview->showLast(m_previous, services().today());
    m_gate = *gate;
    if (!unfinished->empty())
        offerRecovery(unfinished->front());
    else
        showGate(*gate);
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

void ReleasePage::showScreeningError(const std::optional<Error>& error)
{
    m_screeningError->setVisible(error.has_value());
    m_screeningError->setText(error ? words(*error) : QString());
}

void ReleasePage::saveScreening(const SafetyScreening& screening, Stage from)
{
    if (const auto saved = services().athletes.save(screening); !saved) {
        if (from == Stage::Screening)
            showScreeningError(saved.error());
        else if (from == Stage::Daily)
            m_daily->setError(words(saved.error()));
        else
            m_lock->setError(words(saved.error()));
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
    const auto latest = services().athletes.latestScreening();
    if (!latest)
        return m_lock->setError(words(latest.error()));
    if (!*latest)
        return reload();
    SafetyScreening cleared = **latest;
    cleared.clearedAt = services().clock.now();
    saveScreening(cleared, Stage::Locked);
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
        return m_lock->setError(words(found.error()));
    if (*found) {
        ReleaseSession session = **found;
        session.redAcknowledged = true;
        if (const auto saved = services().releases.save(session); !saved)
            return m_lock->setError(words(saved.error()));
    }
    services().changes.announce();
    reload();
}

// ---- the session ---------------------------------------------------------------------------------------------------

void ReleasePage::begin()
{
    // The log may have changed since the page came up: the gate has the last word.
    const auto gate = readGate();
    if (!gate) {
        m_overview->showError(gate.error());
        return;
    }
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
    m_session->setRoutine(m_flow->routine());
    m_session->render(m_flow->snapshot());
    enter(Stage::Session);
}

void ReleasePage::act(ReleaseAction action)
{
    if (!m_flow)
        return;
    if (action == ReleaseAction::Stop && m_flow->snapshot().stage == ReleaseFlow::Stage::Ready) {
        dropFlow();
        reload();
        return;
    }
    m_flow->advance(services().clock.sample());
    m_flow->handle(action);
    afterFlow();
}

void ReleasePage::tick()
{
    if (!m_flow || !m_ticking)
        return;
    m_flow->advance(services().clock.sample());
    afterFlow();
}

void ReleasePage::afterFlow()
{
    const ReleaseFlow::Snapshot now = m_flow->snapshot();
    m_session->render(now);
    if (m_stage == Stage::Session && now.stage == ReleaseFlow::Stage::StopAsk) {
        services().changes.announce();
        enter(Stage::StopReason);
    } else if (m_stage == Stage::Session && now.stage == ReleaseFlow::Stage::Finished) {
        services().changes.announce();
        m_after->setValue({});
        m_after->setBefore(m_flow->record().before);
        enter(Stage::TightnessAfter);
    }
    updateTicker();
}

void ReleasePage::chooseReason(StopReason reason)
{
    m_flow->chooseReason(reason);
    m_leaveWarned = false;
    services().changes.announce();
    if (isRed(reason)) {
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
    m_summary->showSession(m_flow->record(), m_previous, services().today());
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
        wanted = now.stage == ReleaseFlow::Stage::Step || (now.saveError && now.stage != ReleaseFlow::Stage::Ready);
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
    m_flow.reset();
}

bool ReleasePage::mayLeave()
{
    if (!m_flow)
        return true;
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
            m_lock->setError(words(*error));
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
        break;
    }
    dropFlow();
    enter(Stage::Overview);
    return true;
}

// ---- after a crash -------------------------------------------------------------------------------------------------

const Routine* ReleasePage::routineOf(const ReleaseSession& session) const
{
    const auto found = std::find_if(services().routines.begin(), services().routines.end(),
                                    [&](const Routine& routine) { return routine.id == session.routineId; });
    return found == services().routines.end() ? nullptr : &*found;
}

QString ReleasePage::continueProblem(const ReleaseSession& session)
{
    if (routineOf(session) == nullptr)
        return tr("It cannot be continued: its routine is no longer there.");
    const auto gate = readGate();
    if (gate && (gate->state == GateState::LockedByScreening || gate->state == GateState::LockedByRedStop))
        return tr("It cannot be continued: the release is locked for now.");
    return {};
}

void ReleasePage::offerRecovery(const ReleaseSession& session)
{
    if (m_flow)
        return;
    m_recovered = session;
    m_recovery->showSession(session, services().today(), continueProblem(session));
    m_recovery->setReadOnly(services().file.readOnly());
    enter(Stage::Recovery);
}

void ReleasePage::continueRecovered()
{
    const Routine* routine = routineOf(*m_recovered);
    if (routine == nullptr)
        return;
    auto flow = ReleaseFlow::resumeFrom(*routine, services().releases, *m_recovered, services().clock.sample());
    if (!flow)
        return m_recovery->showError(flow.error());
    m_recovered.reset();
    m_flow.emplace(std::move(*flow));
    m_session->setRoutine(m_flow->routine());
    enter(Stage::Session);
    afterFlow();
}

void ReleasePage::closeRecovered(ReleaseOutcome outcome)
{
    if (const auto saved = services().releases.save(endedAs(*m_recovered, outcome)); !saved)
        return m_recovery->showError(saved.error());
    m_recovered.reset();
    m_stage = Stage::Overview;
    Q_EMIT noticed(outcome == ReleaseOutcome::Partial ? tr("Session saved as partial") : tr("Session discarded"),
                   false);
    services().changes.announce();
    reload();
}

// ---- looks ---------------------------------------------------------------------------------------------------------

void ReleasePage::followTheme()
{
    m_sessionTheme.apply(ThemeChoice::Dark, sessionTextPercent(services().theme));
}

void ReleasePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void ReleasePage::retranslate()
{
    m_screeningTitle->setText(tr("A few questions before the tool"));
    m_screeningLead->setText(
        tr("Asked before the first release and again after 30 days. Not medical advice: it only says "
           "when to ask somebody who knows you."));
    m_screeningButton->setText(tr("Save my answers"));
    if (m_flow)
        m_session->render(m_flow->snapshot());
}

}  // namespace psolog
