// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestpage.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/selftest/selftestoverview.h"
#include "gui/selftest/selftestresultview.h"
#include "gui/selftest/selftestrunview.h"
#include "gui/shell/services.h"
#include "gui/shell/ticker.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr std::size_t kLookBack = 20;   ///< tests among which the last comparable one is looked for
constexpr int kResultIndex = 2;         ///< of the result in the stack
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
    : TopicPage(pageServices, parent), m_stack(new QStackedWidget(this)), m_overview(new SelfTestOverview(pageServices)),
      m_run(new SelfTestRunView(pageServices)), m_result(new SelfTestResultView(pageServices))
{
    setObjectName(QStringLiteral("selfTestPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    for (QWidget* view : {static_cast<QWidget*>(m_overview), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_result)})
        m_stack->addWidget(scrolled(view));

    connect(m_overview, &SelfTestOverview::startRequested, this, &SelfTestPage::startTest);
    connect(m_overview, &SelfTestOverview::learnRequested, this, [this](SelfTestKind kind) {
        Q_EMIT pageRequested(PageId::Learn, kind == SelfTestKind::GluteActivation ? QStringLiteral("glute-test") : QStringLiteral("tilt-test"));
    });
    connect(m_run, &SelfTestRunView::acted, this, [this](TestAction action) {
        m_test->advance(services().clock.sample());
        m_test->handle(action);
        afterInput();
    });
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
        render();
    });
    connect(m_result, &SelfTestResultView::closed, this, [this] {
        if (closeResult())
            showOverview();
    });
    connect(m_result, &SelfTestResultView::workedHardestChosen, this, [this](std::optional<WorkedHardest> worked) {
        m_test->chooseWorkedHardest(worked);
        services().changes.announce();
        showResult();
    });
    connect(m_result, &SelfTestResultView::releaseRequested, this, [this] { Q_EMIT pageRequested(PageId::Release, {}); });
    connect(m_result, &SelfTestResultView::learnRequested, this, [this] { Q_EMIT pageRequested(PageId::Learn, QStringLiteral("evidence")); });
    connect(&services().ticker, &Ticker::ticked, this, &SelfTestPage::onTick);
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (isVisible() && m_stack->currentIndex() == 0)
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
            m_run->setFocus();
        return;
    }
    showOverview();
}

void SelfTestPage::openTopic(const QString& topic)
{
    const auto kind = fromName<SelfTestKind>(topic.toStdString());
    const bool free = !m_test || (showsResult() && closeResult());
    if (kind && free && !services().file.readOnly())
        startTest(*kind);
}

void SelfTestPage::startTest(SelfTestKind kind)
{
    const Settings& settings = services().settings.current();
    SelfTestConfig config;
    config.id = services().ids.make<SelfTestId>();
    config.repeats = settings.testRepeats;
    config.hold = settings.testHold;
    config.dayStart = settings.dayStart;
    const LocalDay today = services().today();
    if (const auto earlier = services().selfTests.between(today - kFirstSideDays, today))
        config.firstSide = nextFirstSide(*earlier);
    m_test = SelfTestDriver::make(kind, config, services().selfTests, services().clock.sample());
    m_stack->setCurrentIndex(1);
    render();
    m_run->setFocus();
}

void SelfTestPage::onTick()
{
    if (!m_test || !m_ticking)
        return;
    m_test->advance(services().clock.sample());
    afterInput();
}

void SelfTestPage::afterInput()
{
    switch (m_test->screen()) {
    case SelfTestDriver::Screen::Result:
        endRun();
        return;
    case SelfTestDriver::Screen::Cancelled:
        if (m_test->record().readings.empty()) {
            m_test.reset();
            showOverview();
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
    m_run->show(*m_test);
    const SelfTestView view = m_test->view();
    setTicking(m_test->screen() == SelfTestDriver::Screen::Running && view.countdown.total.count() > 0 && !view.allowed.resume);
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
    m_result->show(test, before);
    // The test is kept until the result is left: it can still be told what worked hardest in its last lift.
    const SelfTestView view = m_test->view();
    m_result->askWorkedHardest(view.allowed.workedHardest ? view.current : std::nullopt);
    m_result->showError(view.saveError);
    m_stack->setCurrentIndex(kResultIndex);
}

bool SelfTestPage::showsResult() const
{
    return m_stack->currentIndex() == kResultIndex;
}

bool SelfTestPage::closeResult()
{
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
    m_stack->setCurrentIndex(0);
    m_overview->focusFirst();
}

bool SelfTestPage::mayLeave()
{
    if (!m_test)
        return true;
    if (showsResult())
        return closeResult();
    if (m_test->screen() == SelfTestDriver::Screen::Introduction) {
        m_test.reset();
        return true;
    }
    m_test->advance(services().clock.sample());
    m_test->handle(TestAction::Pause);
    render();
    QMessageBox box(QMessageBox::Question, tr("Psolog"), tr("Stop the self-test?"), QMessageBox::NoButton, this);
    box.setInformativeText(tr("What was rated is kept as an incomplete test."));
    QPushButton* stop = box.addButton(tr("Stop the test"), QMessageBox::AcceptRole);
    QPushButton* stay = box.addButton(tr("Go on"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.exec();
    if (box.clickedButton() != stop) {
        m_run->setFocus();
        return false;
    }
    m_test->handle(TestAction::Cancel);
    if (m_test->view().saveError && !leaveUnsaved()) {
        render();
        return false;
    }
    m_test.reset();
    setTicking(false);
    services().changes.announce();
    return true;
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
