// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasepage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/guided/flowguide.h"
#include "gui/release/dailycardwidget.h"
#include "gui/release/releaselockwidget.h"
#include "gui/release/releaseoverview.h"
#include "gui/release/releaserecoverywidget.h"
#include "gui/release/releasesummarywidget.h"
#include "gui/release/safetyscreenwidget.h"
#include "gui/release/sessionwidget.h"
#include "gui/release/stopreasonwidget.h"
#include "gui/release/tightnesswidget.h"
#include "gui/routines/routinesview.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/widgets/button.h"
#include "gui/widgets/make.h"

namespace psolog {

ReleasePage::ReleasePage(Services& services, QWidget* parent)
    : TopicPage(services, parent),
      m_sessionTheme(services.theme),
      m_stack(new QStackedWidget(this)),
      m_overview(new ReleaseOverview(services.theme, services.poses, services.routines)),
      m_screening(new SafetyScreenWidget),
      m_screeningTitle(makeLabel({}, "page-title")),
      m_screeningLead(makeLabel({}, "muted")),
      m_screeningError(makeLabel({}, "error")),
      m_screeningButton(new Button({}, QStringLiteral("primary"))),
      m_lock(new ReleaseLockWidget),
      m_daily(new DailyCardWidget(services.theme, services.poses)),
      m_before(new TightnessWidget(services.theme, services.poses, TightnessWidget::When::Before)),
      m_session(new SessionWidget(m_sessionTheme, services)),
      m_reasons(new StopReasonWidget(m_sessionTheme)),
      m_after(new TightnessWidget(services.theme, services.poses, TightnessWidget::When::After)),
      m_summary(new ReleaseSummaryWidget(services.theme)),
      m_recovery(new ReleaseRecoveryWidget),
      m_routines(new RoutinesView(services)),
      m_guide(new FlowGuide(services, this))
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
    connect(m_guide, &FlowGuide::commanded, this, &ReleasePage::command);
    connect(m_guide, &FlowGuide::aboutToSleep, this, &ReleasePage::sleep);
    connect(m_guide, &FlowGuide::awoke, this, &ReleasePage::wake);
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
    m_stack->addWidget(scrolled(m_routines));
    m_routines->setObjectName(QStringLiteral("routinesView"));
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
    connect(m_summary, &ReleaseSummaryWidget::retestRequested, this, &ReleasePage::leaveForTest);
    connect(m_summary, &ReleaseSummaryWidget::retryRequested, this, [this] { static_cast<void>(saveSummary()); });

    connectRoutines();
    connect(m_recovery, &ReleaseRecoveryWidget::continueChosen, this, &ReleasePage::continueRecovered);
    connect(m_recovery, &ReleaseRecoveryWidget::partialChosen, this,
            [this] { closeRecovered(ReleaseOutcome::Partial); });
    connect(m_recovery, &ReleaseRecoveryWidget::discardChosen, this,
            [this] { closeRecovered(ReleaseOutcome::Discarded); });
}

void ReleasePage::activate()
{
    // The page may be asked for while it is open: an edited routine that is not saved stays.
    if (m_stage == Stage::Routines && !m_routines->mayLeave())
        return;
    if (m_flow)
        focusStage();
    else
        reload();
}

bool ReleasePage::wantsWholeWindow() const
{
    // A reason asked for later belongs to no session that runs.
    return m_stage == Stage::Session || (m_stage == Stage::StopReason && !m_unanswered);
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
        return m_screening->focusFirst();
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
    case Stage::Routines:
        return m_routines->focusFirst();
    }
}

void ReleasePage::followTheme()
{
    m_sessionTheme.follow(size());
}

void ReleasePage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    followTheme();
}

void ReleasePage::keyPressEvent(QKeyEvent* event)
{
    if (!m_guide->takeKey(*event))
        TopicPage::keyPressEvent(event);
}

void ReleasePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    TopicPage::changeEvent(event);
}

void ReleasePage::retranslate()
{
    m_screeningTitle->setText(tr("A few questions before the tool"));
    m_screeningLead->setText(
        tr("Asked before the first release and again after 30 days. Not medical advice: it only says "
           "when to ask somebody who knows you."));
    m_screeningButton->setText(tr("Save my answers"));
    if (m_flow)
        m_session->render(m_flow->snapshot(), m_ready);
}

}  // namespace psolog
