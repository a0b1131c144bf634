// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/todaypage.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include "gui/body/bodymapwidget.h"
#include "gui/body/figurewidget.h"
#include "gui/checkin/morningquestion.h"
#include "gui/notes/coachcard.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/today/findingcard.h"
#include "gui/today/reminderbanner.h"
#include "gui/today/todayfacts.h"
#include "gui/today/weeklyoffer.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/daystrip.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kStripDays = 14;
constexpr int kCardPadding = 20;
constexpr int kTwoColumns = 700;
constexpr int kLeastMap = 320;
constexpr int kMostMap = 620;  ///< beside a long column it stays at the top of its card
/// For so many days after its last one the way to the result of an experiment stands on Today.
constexpr int kResultShownDays = 14;

QVBoxLayout* cardLayout(QFrame* card, int spacing)
{
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(kCardPadding, kCardPadding, kCardPadding, kCardPadding);
    layout->setSpacing(spacing);
    return layout;
}

const char* toneOf(NextStep step)
{
    switch (step) {
    case NextStep::Locked:
        return "warn";
    case NextStep::BaselineDay:
    case NextStep::Done:
        return "neutral";
    case NextStep::CheckIn:
    case NextStep::GluteTest:
    case NextStep::TiltTest:
    case NextStep::Screening:
    case NextStep::Release:
        break;
    }
    return "good";
}

}  // namespace

TodayPage::TodayPage(Services& pageServices, QWidget* parent) : Page(pageServices, parent)
{
    setObjectName(QStringLiteral("todayPage"));
    build();
    retranslate();
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TodayPage::build()
{
    auto* content = new QWidget(this);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    m_header = new PageHeader(content);
    m_errorBanner = makeBanner("bad", content);
    m_errorLabel = makeLabel({}, "", m_errorBanner);
    cardLayout(m_errorBanner, 0)->addWidget(m_errorLabel);
    m_errorBanner->hide();
    m_banner = new ReminderBanner(content);
    m_banner->hide();
    connect(m_banner, &ReminderBanner::started, this, [this] { go(m_next); });
    connect(m_banner, &ReminderBanner::dismissed, this, [this] {
        m_remindedOn.reset();
        m_banner->hide();
        m_primary->setFocus();
    });

    m_weekly = new WeeklyOffer(content);
    m_weekly->hide();
    connect(m_weekly, &WeeklyOffer::accepted, this, [this] { Q_EMIT pageRequested(PageId::Weekly, {}); });
    connect(m_weekly, &WeeklyOffer::putOff, this, [this] {
        m_weeklyPutOff = services().today();
        m_weekly->hide();
        m_primary->setFocus();
    });

    auto* left = new QVBoxLayout;
    left->setSpacing(space::kL);
    left->addWidget(buildNextCard(), 3);
    left->addWidget(m_weekly);
    buildCoachCard();
    left->addWidget(m_coachCard);
    left->addWidget(buildDaysCard());
    m_findingCard = new FindingCard(services());
    connect(&m_findingCard->trendsButton(), &QPushButton::clicked, this,
            [this] { Q_EMIT pageRequested(PageId::Trends, {}); });
    connect(m_findingCard, &FindingCard::failed, this,
            [this](const Error& error) { showError(headline(error), describe(error)); });
    left->addWidget(m_findingCard, 2);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(space::kL);
    m_columns->addLayout(left, 17);
    m_columns->addWidget(buildBodyCard(), 10);

    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(34, space::kXl, 34, space::kXl);
    page->setSpacing(space::kL);
    page->addWidget(m_header);
    page->addWidget(m_errorBanner);
    page->addWidget(m_banner);
    page->addLayout(m_columns, 1);
}

QFrame* TodayPage::buildNextCard()
{
    auto* card = makeCard();
    m_badge = makeBadge({}, "good", card);
    m_badge->setObjectName(QStringLiteral("nextBadge"));
    m_heading = makeLabel({}, "card-title", card);
    m_heading->setObjectName(QStringLiteral("nextHeadingLabel"));
    m_text = makeLabel({}, "muted", card);
    m_primary = new Button(card);
    m_primary->setObjectName(QStringLiteral("nextButton"));
    m_primary->setVariant(QStringLiteral("primary"));
    m_second = new Button(card);
    m_second->setObjectName(QStringLiteral("laterButton"));
    m_figure = new FigureWidget(services().theme, services().poses, card);
    m_figure->setMinimumSize(160, 110);
    m_figure->setPreferredHeight(110);
    m_figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);

    m_planButton = new Button({}, QStringLiteral("ghost"), card);
    m_planButton->setObjectName(QStringLiteral("planButton"));
    m_planButton->setKeyHint(QStringLiteral("P"));
    connect(m_planButton, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(PageId::Experiment, {}); });
    auto* buttons = new FlowLayout(10);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_second);
    buttons->addWidget(m_planButton);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::kS);
    words->addStretch(1);
    words->addWidget(m_badge, 0, Qt::AlignLeft);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    words->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kL);
    row->addLayout(words, 1);
    row->addWidget(m_figure, 1);
    auto* layout = cardLayout(card, space::kM);
    layout->addLayout(row, 1);
    layout->addLayout(buttons);

    const auto act = [this](const NextStepWords TodayPage::*step) {
        if (!(this->*step).action.isEmpty())
            go(this->*step);
    };
    connect(m_primary, &QPushButton::clicked, this, [act] { act(&TodayPage::m_next); });
    connect(m_second, &QPushButton::clicked, this, [act] { act(&TodayPage::m_later); });
    const auto shortcut = [this](Qt::Key key, PageId page) {
        auto* keys = new QShortcut(QKeySequence(key), this);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, [this, page] { Q_EMIT pageRequested(page, {}); });
    };
    shortcut(Qt::Key_C, PageId::CheckIn);
    shortcut(Qt::Key_R, PageId::Release);
    shortcut(Qt::Key_W, PageId::Weekly);
    shortcut(Qt::Key_P, PageId::Experiment);
    const auto testShortcut = [this](Qt::Key key, const QString& topic) {
        auto* keys = new QShortcut(QKeySequence(key), this);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, [this, topic] { Q_EMIT pageRequested(PageId::SelfTests, topic); });
    };
    testShortcut(Qt::Key_G, QStringLiteral("glute-activation"));
    testShortcut(Qt::Key_V, QStringLiteral("pelvic-tilt"));
    return card;
}

QFrame* TodayPage::buildDaysCard()
{
    auto* card = makeCard();
    m_daysTitle = makeLabel({}, "strong", card);
    m_daysKept = makeLabel({}, "small", card);
    m_daysKept->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_strip = new DayStrip(services().theme, card);
    auto* head = new QHBoxLayout;
    head->addWidget(m_daysTitle);
    head->addWidget(m_daysKept, 1);
    auto* layout = cardLayout(card, space::kM);
    layout->addLayout(head);
    layout->addWidget(m_strip);
    return card;
}

QFrame* TodayPage::buildBodyCard()
{
    auto* card = makeCard();
    m_bodyTitle = makeLabel({}, "strong", card);
    m_bodyWhen = makeLabel({}, "small", card);
    m_bodyWhen->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_body = new BodyMapWidget(services().theme, card);
    m_body->setObjectName(QStringLiteral("latestBodyMap"));
    m_body->setReadOnly(true);
    m_body->setCompact(true);
    m_body->setMinimumHeight(kLeastMap);
    m_body->setMaximumHeight(kMostMap);
    m_bodyEmpty = makeLabel({}, "muted", card);
    m_bodyEmpty->setAlignment(Qt::AlignCenter);
    auto* head = new QHBoxLayout;
    head->addWidget(m_bodyTitle);
    head->addWidget(m_bodyWhen, 1);
    auto* layout = cardLayout(card, space::kM);
    layout->addLayout(head);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_bodyEmpty);
    layout->addStretch(0);
    return card;
}

void TodayPage::buildCoachCard()
{
    m_coachCard = new CoachCard(services(), *this);
    connect(m_coachCard, &CoachCard::historyRequested, this,
            [this](const QString& note) { Q_EMIT pageRequested(PageId::History, note); });
    connect(m_coachCard, &CoachCard::releaseRequested, this, [this] { Q_EMIT pageRequested(PageId::Release, {}); });
    connect(m_coachCard, &CoachCard::failed, this,
            [this](const Error& error) { showError(headline(error), describe(error)); });
    connect(m_coachCard, &CoachCard::noticed, this, &Page::noticed);
    connect(m_coachCard, &CoachCard::focusLost, m_primary, [this] { m_primary->setFocus(); });
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    // Large text in a small window: one column, the body map below.
    const bool narrow = width() < services().theme.px(kTwoColumns);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_banner->setOneRow(!narrow);
    m_weekly->setOneRow(!narrow);
    Page::resizeEvent(event);
}

void TodayPage::retranslate()
{
    m_daysTitle->setText(tr("Last 14 days"));
    m_bodyTitle->setText(tr("How you feel"));
    m_findingCard->retranslate();
    m_coachCard->retranslate();
    m_body->setAccessibleName(tr("Latest check-in"));
    m_bodyEmpty->setText(tr("Your first check-in appears here."));
    m_banner->retranslate();
    m_weekly->retranslate();
}

void TodayPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    Page::changeEvent(event);
}

void TodayPage::activate()
{
    refresh();
    if (m_primary->isVisibleTo(this))
        m_primary->setFocus();
    else if (m_second->isVisibleTo(this))
        m_second->setFocus();
    else
        m_findingCard->trendsButton().setFocus();
}

void TodayPage::showReminder()
{
    m_remindedOn = services().today();
    if (isVisible())
        refresh();
}

void TodayPage::showBanner(const TodayPlan& plan)
{
    const std::optional<std::chrono::minutes> time = services().settings.current().reminder;
    const QString question = reminderQuestion(plan);
    if (!time || question.isEmpty() || m_remindedOn != services().today())
        m_remindedOn.reset();
    m_banner->setVisible(m_remindedOn.has_value());
    if (m_remindedOn)
        m_banner->setQuestion(question, clockTime(Instant{UtcTime(*time)}));
}

void TodayPage::showWeekly(const TodayPlan& plan)
{
    m_weekly->setVisible(plan.weeklyDue && !services().file.readOnly() && m_weeklyPutOff != services().today());
}

void TodayPage::showPlanButton(const TodayFacts& facts)
{
    const auto active = std::find_if(facts.experiments.rbegin(), facts.experiments.rend(),
                                     [](const Experiment& each) { return each.state == ExperimentState::Active; });
    const bool any = active != facts.experiments.rend();
    const bool runs = any && facts.today <= active->lastDay();
    const bool over = any && !runs && facts.today - active->lastDay() <= kResultShownDays;
    m_planButton->setText(runs       ? tr("Your plan")
                              : over ? tr("Your experiment is over: see the result")
                                     : tr("Plan an experiment\u2026"));
    m_planButton->setVisible(runs || over || (!facts.firstReleaseDay && !services().file.readOnly()));
}

void TodayPage::refresh()
{
    m_errorBanner->hide();
    const auto facts = readTodayFacts(services());
    if (!facts) {
        showError(headline(facts.error()), describe(facts.error()));
        return;
    }
    const TodayPlan plan = planToday(*facts);
    m_header->setKicker(longDate(facts->today, facts->today));
    showPlan(plan);
    showPlanButton(*facts);
    showBanner(plan);
    showWeekly(plan);
    showDays(*facts, plan);
    m_findingCard->refresh(*facts, plan);
    if (const auto read = m_coachCard->refresh(); !read)
        showError(headline(read.error()), describe(read.error()));
    showBody();
}

void TodayPage::showError(const QString& headlineText, const QString& text)
{
    m_errorLabel->setText(headlineText + QStringLiteral(". ") + text);
    m_errorBanner->show();
}

QString TodayPage::lastSessionNote()
{
    const auto latest = services().releases.latest();
    if (!latest || !*latest || (*latest)->pointsFound() == 0)
        return {};
    return tr("Your last session softened %1 of %n point(s).", nullptr, (*latest)->pointsFound())
        .arg((*latest)->pointsReleased());
}

void TodayPage::showPlan(const TodayPlan& plan)
{
    const auto hour = static_cast<int>(localTimeOfDay(services().clock.now()).count() / 60);
    m_next = wordsFor(plan, hour, plan.step == NextStep::Release ? lastSessionNote() : QString());
    if (plan.step == NextStep::CheckIn)
        if (const auto asked = readFollowUp(services()); asked && !asked->empty())
            m_next.text = morningQuestion(*asked);
    m_header->setTitle(m_next.title);
    m_badge->setText(m_next.badge);
    setBadgeTone(m_badge, toneOf(plan.step));
    m_heading->setText(m_next.heading);
    m_text->setText(m_next.text);
    m_primary->setText(m_next.action);
    m_primary->setKeyHint(m_next.key);
    m_primary->setVisible(!m_next.action.isEmpty());
    m_figure->setPose(m_next.pose.toStdString());

    // Beside the one next step stands what most likely comes to mind instead: the rest of today, or another check-in.
    m_later = {};
    if (!plan.later.empty())
        m_later = wordsForLater(plan.later.front());
    else if (plan.step != NextStep::CheckIn) {
        m_later = wordsForLater(NextStep::CheckIn);
        m_later.action = plan.checkedInToday ? tr("Check in again") : tr("Check in");
    }
    const bool writable = !services().file.readOnly();
    m_second->setText(m_later.action);
    m_second->setKeyHint(m_later.key);
    m_second->setVisible(!m_later.action.isEmpty() && writable);
    m_primary->setEnabled(writable);
}

void TodayPage::showDays(const TodayFacts& facts, const TodayPlan& plan)
{
    std::vector<DayMark> marks;
    for (int back = kStripDays - 1; back >= 0; --back) {
        DayMark mark;
        mark.day = facts.today - back;
        mark.today = back == 0;
        const auto found = std::find_if(facts.activity.begin(), facts.activity.end(),
                                        [&](const DayActivity& activity) { return activity.day == mark.day; });
        if (found != facts.activity.end()) {
            mark.release = found->releases > 0;
            mark.checkIn = found->checkIns > 0;
            mark.selfTest = found->selfTests > 0;
            mark.run = found->runs > 0;
        }
        marks.push_back(mark);
    }
    m_strip->setDays(std::move(marks));
    if (plan.releaseDaysPossible > 0)
        m_daysKept->setText(
            tr("%1 of %n release day(s) kept", nullptr, plan.releaseDaysPossible).arg(plan.releaseDaysKept));
    else if (plan.inBaseline)
        m_daysKept->setText(tr("%1 of %n baseline day(s) logged", nullptr, kBaselineDays).arg(plan.baselineDaysLogged));
    else
        m_daysKept->clear();
}

void TodayPage::showBody()
{
    const auto latest = services().checkIns.latest();
    const bool any = latest && *latest;
    m_bodyEmpty->setVisible(!any);
    if (!any) {
        m_body->setScores({});
        m_bodyWhen->clear();
        return;
    }
    m_body->setScores((*latest)->scores);
    const LocalDay today = services().today();
    m_bodyWhen->setText(
        tr("%1, %2").arg(relativeDay((*latest)->recorded.day, today), clockTime((*latest)->recorded.at)));
}

void TodayPage::go(const NextStepWords& words)
{
    Q_EMIT pageRequested(words.page, words.topic);
}

}  // namespace psolog
