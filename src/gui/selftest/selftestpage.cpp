// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestpage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/beforeafter/beforeafterreader.h"
#include "gui/guided/flowguide.h"
#include "gui/selftest/selftestcuewords.h"
#include "gui/selftest/selftestoverview.h"
#include "gui/routines/proposalfacts.h"
#include "gui/selftest/selftestresultview.h"
#include "gui/selftest/selftestrunview.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr std::size_t kLookBack = 20;   ///< tests among which the last comparable one is looked for
constexpr int kFirstSideDays = 365;     ///< older tests do not say which side comes first

/// Scrolls a view that is taller than the window, at large text sizes.
QScrollArea* scrolled(QWidget* view)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(34, space::kXl, 34, space::kXl);
    layout->addWidget(view);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

}  // namespace

SelfTestPage::SelfTestPage(Services& pageServices, QWidget* parent)
    : TopicPage(pageServices, parent), m_sessionTheme(pageServices.theme), m_stack(new QStackedWidget(this)),
      m_overview(new SelfTestOverview(pageServices)), m_run(new SelfTestRunView(m_sessionTheme, pageServices)),
      m_result(new SelfTestResultView(pageServices)), m_guide(new FlowGuide(pageServices, this))
{
    setObjectName(QStringLiteral("selfTestPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    // In the order of View.
    m_stack->addWidget(scrolled(m_overview));
    m_stack->addWidget(m_run);
    m_stack->addWidget(scrolled(m_result));

    connect(m_overview, &SelfTestOverview::startRequested, this, &SelfTestPage::startTest);
    connect(m_overview, &SelfTestOverview::learnRequested, this, [this](SelfTestKind kind) {
        Q_EMIT pageRequested(PageId::Learn, kind == SelfTestKind::GluteActivation ? QStringLiteral("glute-test") : QStringLiteral("tilt-test"));
    });
    connect(m_run, &SelfTestRunView::acted, this, &SelfTestPage::act);
    connect(m_run, &SelfTestRunView::rated, this, [this](Contraction contraction) {
        m_test->advance(services().clock.sample());
        m_test->rate(contraction);
        afterInput();
    });
    connect(m_run, &SelfTestRunView::workedHardestChosen, this, [this](std::optional<WorkedHardest> worked) {
        m_test->advance(services().clock.sample());
        m_test->chooseWorkedHardest(worked);
        afterInput();
    });
    connect(m_run, &SelfTestRunView::pillowChosen, this, [this](bool pillow) {
        m_test->setPillow(pillow);
        // Who chooses is not ready yet.
        actReady(TestAction::Pause);
    });
    connect(m_result, &SelfTestResultView::closed, this, [this] {
        if (closeResult())
            showOverview();
    });
    connect(m_result, &SelfTestResultView::workedHardestChosen, this, [this](std::optional<WorkedHardest> worked) {
        if (!m_test)
            return;
        m_test->chooseWorkedHardest(worked);
        services().changes.announce();
        showResult();
    });
    connect(m_result, &SelfTestResultView::releaseRequested, this, [this] { Q_EMIT pageRequested(PageId::Release, {}); });
    connect(m_result, &SelfTestResultView::routineRequested, this,
            [this](const QString& id) { Q_EMIT pageRequested(PageId::Release, id); });
    connect(m_result, &SelfTestResultView::learnRequested, this, [this] { Q_EMIT pageRequested(PageId::Learn, QStringLiteral("evidence")); });
    connect(m_guide, &FlowGuide::commanded, this, &SelfTestPage::command);
    connect(m_guide, &FlowGuide::aboutToSleep, this, [this] { act(TestAction::Sleep); });
    connect(m_guide, &FlowGuide::awoke, this, &SelfTestPage::wake);
    connect(&services().theme, &Theme::changed, this, [this] { m_sessionTheme.follow(size()); });
    connect(&services().ticker, &Ticker::ticked, this, &SelfTestPage::onTick);
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (isVisible() && m_stack->currentIndex() == static_cast<int>(View::Overview))
            m_overview->refresh();
    });
}

SelfTestPage::~SelfTestPage()
{
    setTicking(false);
}

void SelfTestPage::activate()
{
    if (m_test) {
        if (showsResult())
            m_result->focusFirst();
        else
            m_run->focusStatus();
        return;
    }
    showOverview();
}

void SelfTestPage::openTopic(const QString& topic)
{
    const auto again = retestOf(topic);
    const auto kind = fromName<SelfTestKind>(topic.toStdString());
    if ((!kind && !again) || services().file.readOnly())
        return;
    if (m_test && !(showsResult() && closeResult()))
        return;
    if (again)
        repeatTest(*again);
    else
        startTest(*kind);
}

SelfTestConfig SelfTestPage::usualConfig() const
{
    const Settings& settings = services().settings.current();
    SelfTestConfig config;
    config.id = services().ids.make<SelfTestId>();
    config.repeats = settings.testRepeats;
    config.hold = settings.testHold;
    config.dayStart = settings.dayStart;
    return config;
}

void SelfTestPage::startTest(SelfTestKind kind)
{
    SelfTestConfig config = usualConfig();
    const LocalDay today = services().today();
    if (const auto earlier = services().selfTests.between(today - kFirstSideDays, today))
        config.firstSide = nextFirstSide(*earlier);
    begin(kind, config);
}

void SelfTestPage::repeatTest(const SelfTestId& before)
{
    const auto found = services().selfTests.find(before);
    if (!found || !*found)
        return startTest(SelfTestKind::GluteActivation);
    // Over weeks the first side alternates, so that order evens out. Within a pair it must not: what the second leg does
    // after the first one tired it would look like a change.
    SelfTestConfig config = usualConfig();
    config.repeats = (*found)->repeats;
    config.hold = (*found)->hold;
    config.firstSide = (*found)->firstSide;
    config.pillow = (*found)->pillow;
    begin((*found)->kind, config);
}

void SelfTestPage::begin(SelfTestKind kind, const SelfTestConfig& config)
{
    m_test = SelfTestDriver::make(kind, config, services().selfTests, services().clock.sample());
    m_test->beforeStoring([this] { follow(); });
    m_ready.begin(kTestReadyTime, services().clock.sample());
    m_run->setLeaveAsked(false);
    showView(View::Run);
    follow();
    render();
    m_run->focusStatus();
}

void SelfTestPage::showView(View view)
{
    const bool whole = wantsWholeWindow();
    m_stack->setCurrentIndex(static_cast<int>(view));
    if (whole != wantsWholeWindow())
        Q_EMIT wholeWindowChanged();
}

bool SelfTestPage::wantsWholeWindow() const
{
    return m_stack->currentIndex() == static_cast<int>(View::Run);
}

void SelfTestPage::onTick()
{
    if (!m_test || !m_ticking)
        return;
    const ClockSample now = services().clock.sample();
    if (m_test->screen() == SelfTestDriver::Screen::Introduction) {
        const bool held = m_ready.isHeld();
        if (m_ready.advance(now) > 0)
            m_guide->hear({SelfTestCueWords::readySecond()});
        else if (m_ready.isHeld() && !held)
            m_guide->hear({SelfTestCueWords::readyHeld()});
        if (m_ready.isOver())
            return act(TestAction::Primary);
    }
    m_test->advance(now);
    afterInput();
}

void SelfTestPage::act(TestAction action)
{
    if (!m_test || showsResult())
        return;
    // The big key that answers whether to stop does nothing else, wherever it is pressed.
    if (m_run->isLeaveAsked() && action == TestAction::Primary)
        action = TestAction::Resume;
    m_run->setLeaveAsked(false);
    const bool waits = action == TestAction::Pause || action == TestAction::Resume || action == TestAction::Sleep;
    if (m_test->screen() == SelfTestDriver::Screen::Introduction && waits)
        return actReady(action);
    if (m_test->screen() == SelfTestDriver::Screen::Introduction && action == TestAction::Cancel) {
        dropTest();
        return showOverview();
    }
    m_ready.end();
    m_test->advance(services().clock.sample());
    m_test->handle(action);
    afterInput();
}

void SelfTestPage::actReady(TestAction action)
{
    const ClockSample now = services().clock.sample();
    if (action == TestAction::Resume) {
        m_ready.go(now);
        m_guide->hear({SelfTestCueWords::readyGoesOn(m_ready.remaining())});
    } else if (!m_ready.isHeld()) {
        m_ready.hold();
        m_guide->hear({SelfTestCueWords::readyHeld()});
    }
    m_test->advance(now);
    afterInput();
}

void SelfTestPage::command(MediaCommand command)
{
    if (!m_test || showsResult())
        return;
    const SelfTestView now = m_test->view();
    switch (command) {
    case MediaCommand::PlayPause:
        return act(now.allowed.pause ? TestAction::Pause : TestAction::Primary);
    case MediaCommand::Play:
    case MediaCommand::Next:
        return act(TestAction::Primary);
    case MediaCommand::Pause:
        return act(TestAction::Pause);
    case MediaCommand::Stop:
        return act(TestAction::Cancel);
    case MediaCommand::Previous:
        return act(TestAction::Redo);
    }
}

void SelfTestPage::wake()
{
    if (!m_test || showsResult())
        return;
    m_test->advance(services().clock.sample());
    afterInput();
}

void SelfTestPage::follow()
{
    const SelfTestView now = m_test->view();
    const StageWords words = m_test->words();
    const std::vector<Cue> cues = m_test->cues();
    switch (m_test->screen()) {
    case SelfTestDriver::Screen::Introduction:
        m_guide->show(words.title, m_ready.isRunning());
        break;
    case SelfTestDriver::Screen::Running:
        // Where only the athlete can go on, the screen need not stay on.
        m_guide->show(words.title, now.wantsTicks);
        break;
    case SelfTestDriver::Screen::Result:
    case SelfTestDriver::Screen::Cancelled:
        m_guide->end();
        break;
    }
    const bool offers = now.part == TestStage::Rate && now.wantsTicks;
    if (now.part == TestStage::Rate && m_offered && !offers)
        m_guide->hear({SelfTestCueWords::nobodyRated()});
    m_offered = offers;
    for (const Cue& cue : cues)
        if (const QString passing = SelfTestCueWords::passing(cue); !passing.isEmpty())
            m_run->setPassing(passing);
    if (cues.empty())
        return;
    std::vector<Heard> moment{
        SelfTestCueWords::of(cues, m_test->record().kind, words, !m_test->record().readings.empty())};
    if (m_test->screen() == SelfTestDriver::Screen::Result) {
        Heard result;
        result.words = SelfTestWords::headline(summarise(m_test->record())) + QLatin1Char('.');
        moment.push_back(result);
    }
    m_guide->hear(moment);
}

void SelfTestPage::dropTest()
{
    if (m_guide->isActive())
        services().guide.hush();
    m_guide->end();
    m_ready.end();
    m_test.reset();
}

void SelfTestPage::afterInput()
{
    follow();
    switch (m_test->screen()) {
    case SelfTestDriver::Screen::Result:
        endRun();
        return;
    case SelfTestDriver::Screen::Cancelled:
        if (m_test->record().readings.empty()) {
            m_test.reset();
            m_ready.end();
            showOverview();
            Q_EMIT noticed(tr("Stopped. Nothing was rated, so nothing was kept."), false);
        } else {
            endRun();
        }
        return;
    case SelfTestDriver::Screen::Introduction:
    case SelfTestDriver::Screen::Running:
        render();
        return;
    }
}

void SelfTestPage::render()
{
    m_run->show(*m_test, m_ready);
    const bool introduction = m_test->screen() == SelfTestDriver::Screen::Introduction;
    setTicking(introduction ? m_ready.isRunning() : m_test->view().wantsTicks);
    services().ticker.wakeIn(m_test->untilNextCue());
}

void SelfTestPage::setTicking(bool ticking)
{
    if (m_ticking == ticking)
        return;
    m_ticking = ticking;
    if (ticking)
        services().ticker.start();
    else
        services().ticker.stop();
}

void SelfTestPage::endRun()
{
    if (m_test->view().saveError) {
        // The result would hide that it is not in the log yet.
        render();
        setTicking(false);
        return;
    }
    setTicking(false);
    services().changes.announce();
    showResult();
    m_result->focusFirst();
}

void SelfTestPage::showResult()
{
    const SelfTest& test = m_test->record();
    std::optional<SelfTest> before;
    if (const auto earlier = services().selfTests.latest(test.kind, kLookBack))
        before = previousComparable(test, *earlier);
    std::optional<ReleaseLoop> loop;
    if (const auto around = readLoop(services(), test))
        loop = *around;
    m_result->show(test, before, loop);
    // The test is kept until the result is left: it can still be told what worked hardest in its last lift.
    const SelfTestView view = m_test->view();
    m_result->askWorkedHardest(view.allowed.workedHardest ? view.current : std::nullopt);
    m_result->showError(view.saveError);
    std::optional<RoutineProposal> proposal;
    if (const auto read = readProposal(services());
        read && !loop && test.complete && test.kind == SelfTestKind::GluteActivation && !services().file.readOnly())
        proposal = *read;
    m_result->showProposal(proposal);
    showView(View::Result);
}

bool SelfTestPage::showsResult() const
{
    return m_stack->currentIndex() == static_cast<int>(View::Result);
}

bool SelfTestPage::closeResult()
{
    if (!m_test)
        return true;
    m_test->handle(TestAction::RetrySave);
    if (m_test->view().saveError && !leaveUnsaved())
        return false;
    m_test.reset();
    return true;
}

void SelfTestPage::showOverview()
{
    setTicking(false);
    m_overview->refresh();
    showView(View::Overview);
    m_overview->focusFirst();
}

bool SelfTestPage::mayLeave()
{
    if (!m_test)
        return true;
    if (showsResult()) {
        if (!closeResult())
            return false;
        // The page may stay on screen: leaving can fail elsewhere.
        showOverview();
        return true;
    }
    const SelfTestDriver::Screen screen = m_test->screen();
    const bool ended = screen == SelfTestDriver::Screen::Result || screen == SelfTestDriver::Screen::Cancelled;
    if (screen == SelfTestDriver::Screen::Introduction || ended) {
        // Ended and still here: what was rated could not be saved.
        m_test->handle(TestAction::RetrySave);
        if (m_test->view().saveError && !leaveUnsaved())
            return false;
        dropTest();
        showOverview();
        return true;
    }
    m_run->setLeaveAsked(true);
    m_test->advance(services().clock.sample());
    m_test->handle(TestAction::Pause);
    afterInput();
    if (m_test && !showsResult())
        m_run->focusStatus();
    return false;
}

bool SelfTestPage::leaveUnsaved()
{
    QMessageBox box(QMessageBox::Warning, tr("Psolog"), tr("The ratings could not be saved."), QMessageBox::NoButton, this);
    box.setInformativeText(tr("Stay to try again once the disk is in order, or leave and lose them."));
    QPushButton* leave = box.addButton(tr("Leave and lose them"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Stay"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == leave;
}

void SelfTestPage::keyPressEvent(QKeyEvent* event)
{
    if (!m_guide->takeKey(*event))
        TopicPage::keyPressEvent(event);
}

void SelfTestPage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    m_sessionTheme.follow(size());
}

void SelfTestPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_overview->retranslate();
        m_run->retranslate();
        m_result->retranslate();
    }
    Page::changeEvent(event);
}

}  // namespace psolog
