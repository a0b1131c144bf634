// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/experimentpage.h"

#include <algorithm>
#include <set>

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "analysis/dayseries.h"
#include "analysis/experiment.h"
#include "analysis/experimentsite.h"
#include "core/validation.h"
#include "gui/experiment/experimentplanner.h"
#include "gui/experiment/experimentview.h"
#include "gui/experiment/experimentwords.h"
#include "gui/experiment/plancells.h"
#include "gui/experiment/planreminder.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

QString words(const Error& error)
{
    return headline(error) + QStringLiteral(". ") + describe(error);
}

QScrollArea* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

/// How sore both hamstrings were before and during a plan.
struct HamstringDays {
    std::vector<DayValue> left;
    std::vector<DayValue> right;

    [[nodiscard]] const std::vector<DayValue>& of(Side side) const { return side == Side::Left ? left : right; }
};

Result<HamstringDays> readHamstrings(ITrendLog& trends, LocalDay first, LocalDay last)
{
    const auto left = trends.scores({Muscle::Hamstring, Side::Left}, first, last);
    if (!left)
        return tl::unexpected(left.error());
    const auto right = trends.scores({Muscle::Hamstring, Side::Right}, first, last);
    if (!right)
        return tl::unexpected(right.error());
    return HamstringDays{daySeries(*left), daySeries(*right)};
}

/// What the log has of the days of a plan, and of those before it.
struct PlanDays {
    std::vector<DayActivity> activity;
    HamstringDays hamstrings;
};

Result<PlanDays> readDays(ITrendLog& trends, const Experiment& plan)
{
    const LocalDay first = plan.firstDay - kDaysBeforePlan;
    auto activity = trends.activity(first, plan.lastDay());
    if (!activity)
        return tl::unexpected(activity.error());
    auto hamstrings = readHamstrings(trends, first, plan.lastDay());
    if (!hamstrings)
        return tl::unexpected(hamstrings.error());
    return PlanDays{std::move(*activity), std::move(*hamstrings)};
}

struct Examined {
    Site site;
    ExperimentFinding finding;
};

Examined examined(const Experiment& plan, const PlanDays& days, LocalDay today)
{
    const Site site = experimentSite(plan, days.hamstrings.left, days.hamstrings.right);
    return {site, examine(plan, days.hamstrings.of(site.side), days.activity, today)};
}

}  // namespace

ExperimentPage::ExperimentPage(Services& pageServices, QWidget* parent)
    : Page(pageServices, parent),
      m_errorBanner(makeBanner("bad", this)),
      m_errorLabel(makeLabel({}, "", m_errorBanner)),
      m_retry(new Button(tr("&Retry"), QStringLiteral("secondary"), m_errorBanner)),
      m_stack(new QStackedWidget(this)),
      m_planner(new ExperimentPlanner(pageServices.theme)),
      m_view(new ExperimentView(pageServices.theme))
{
    setObjectName(QStringLiteral("experimentPage"));
    m_errorLabel->setObjectName(QStringLiteral("experimentErrorLabel"));
    auto* banner = new QVBoxLayout(m_errorBanner);
    banner->setContentsMargins(34, space::kM, 34, space::kM);
    banner->addWidget(m_errorLabel);
    m_retry->setObjectName(QStringLiteral("experimentRetryButton"));
    banner->addWidget(m_retry, 0, Qt::AlignLeft);
    m_errorBanner->hide();
    m_stack->addWidget(scrolled(m_planner));
    m_stack->addWidget(scrolled(m_view));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_errorBanner);
    column->addWidget(m_stack, 1);
    // Keeps the banner at the top while there is nothing to show below it.
    column->addStretch(0);

    connect(m_retry, &QPushButton::clicked, this, &ExperimentPage::activate);
    for (PlanReminder* reminder : {&m_planner->reminder(), &m_view->reminder()})
        connect(reminder, &PlanReminder::chosen, this, &ExperimentPage::storeReminder);
    connect(m_planner, &ExperimentPlanner::drawRequested, this, &ExperimentPage::draw);
    connect(m_planner, &ExperimentPlanner::cancelled, this, [this] {
        m_planning = false;
        m_replacing.reset();
        if (m_shown)
            reload();
        else
            Q_EMIT pageRequested(PageId::Today, {});
    });
    connect(m_view, &ExperimentView::changeRequested, this, &ExperimentPage::planChange);
    connect(m_view, &ExperimentView::stopConfirmed, this, &ExperimentPage::stop);
    connect(m_view, &ExperimentView::stopAsked, this, [this](QWidget* question) {
        // It has its place only after the layout.
        QTimer::singleShot(0, question, [this, question] {
            if (auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget()))
                area->ensureWidgetVisible(question, 0, 0);
        });
    });
    connect(m_view, &ExperimentView::newRequested, this, &ExperimentPage::planNew);
    connect(m_view, &ExperimentView::releaseRequested, this, [this] { Q_EMIT pageRequested(PageId::Release, {}); });
    connect(m_view, &ExperimentView::checkInRequested, this, [this] { Q_EMIT pageRequested(PageId::CheckIn, {}); });
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (isVisible() && !m_planning)
            reload();
    });
}

void ExperimentPage::activate()
{
    m_planning = false;
    m_replacing.reset();
    m_view->askStop(false);
    showReminder();
    reload();
    if (!m_errorBanner->isHidden())
        m_retry->setFocus();
    else if (m_stack->currentIndex() == static_cast<int>(View::Planner))
        m_planner->focusFirst();
    else
        m_view->focusFirst();
}

void ExperimentPage::show(View view)
{
    m_stack->setCurrentIndex(static_cast<int>(view));
    if (auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget()))
        area->ensureVisible(0, 0);
}

void ExperimentPage::showProblem(const std::optional<Error>& error)
{
    m_errorBanner->setVisible(error.has_value());
    // Nothing can be drawn or ended by what could not be read.
    m_stack->setVisible(!error);
    if (error)
        m_errorLabel->setText(tr("The log could not be read. %1").arg(words(*error)));
}

void ExperimentPage::reload()
{
    auto all = services().experiments.all();
    const auto firstRelease = services().trends.firstReleaseDay();
    const LocalDay today = services().today();
    const auto now = services().trends.activity(today, today);
    if (!all || !firstRelease || !now)
        return showProblem(!all ? all.error() : !firstRelease ? firstRelease.error() : now.error());
    showProblem({});
    m_all = std::move(*all);
    m_firstRelease = *firstRelease;
    m_releasedToday = !now->empty() && now->front().releases > 0;
    m_shown = m_all.empty() ? std::nullopt : std::optional(m_all.back());
    if (m_shown)
        showPlan(*m_shown);
    else
        planNew();
}

LocalDay ExperimentPage::firstDay() const
{
    // A day on which a release was done already can be no day without one.
    const LocalDay today = services().today();
    return m_releasedToday ? today + 1 : today;
}

void ExperimentPage::planNew()
{
    m_planning = m_shown.has_value();
    m_replacing.reset();
    m_planner->showNew(firstDay(), services().today(), m_firstRelease);
    m_planner->setReadOnly(services().file.readOnly());
    show(View::Planner);
    m_planner->focusFirst();
}

void ExperimentPage::planChange()
{
    m_planning = true;
    m_replacing = m_shown;
    m_planner->showChange(*m_shown, firstDay(), services().today(), m_firstRelease);
    m_planner->setReadOnly(services().file.readOnly());
    show(View::Planner);
    m_planner->focusFirst();
}

Experiment ExperimentPage::drawn()
{
    Experiment plan = psolog::drawn(m_planner->chosen(), m_planner->pairs(), services().random);
    plan.id = services().ids.make<ExperimentId>();
    plan.recorded = services().recordedNow();
    return plan;
}

void ExperimentPage::draw()
{
    if (services().file.readOnly())
        return;
    const std::string reason = m_planner->reason().toStdString();
    if (codePoints(reason) > kMaxNoteLength) {
        m_planner->showFailure(tr("This reason is too long: at most %1 characters fit.").arg(kMaxNoteLength));
        return;
    }
    // The day may have turned while the page was open.
    const LocalDay today = services().today();
    const auto now = services().trends.activity(today, today);
    const auto firstRelease = services().trends.firstReleaseDay();
    if (!now || !firstRelease) {
        m_planner->showFailure(tr("The log could not be read, so nothing was drawn. %1")
                                   .arg(words(!now ? now.error() : firstRelease.error())));
        return;
    }
    m_releasedToday = !now->empty() && now->front().releases > 0;
    m_firstRelease = *firstRelease;
    if (m_firstRelease && m_planner->chosen().kind == ExperimentKind::RandomStart) {
        m_planner->showDays(firstDay(), today, m_firstRelease);
        m_planner->showFailure(tr("A release was logged meanwhile, so nothing was drawn: a baseline needs the days "
                                  "before the very first one. Weeks by turns are left."));
        return;
    }
    Experiment plan = drawn();
    plan.firstDay = firstDay();
    Result<void> stored;
    if (m_replacing) {
        plan.replaces = m_replacing->id;
        stored = services().experiments.change(m_replacing->id, plan.recorded, reason, plan);
    } else {
        stored = services().experiments.begin(plan);
    }
    if (!stored) {
        m_planner->showFailure(words(stored.error()));
        return;
    }
    const bool changed = m_replacing.has_value();
    m_planning = false;
    m_replacing.reset();
    services().changes.announce();
    reload();
    m_view->focusFirst();
    Q_EMIT noticed(changed ? tr("Drawn anew and stored. The plan before it is marked as changed.")
                           : tr("Drawn and stored. The plan runs."),
                   false);
}

void ExperimentPage::stop()
{
    if (!m_shown || services().file.readOnly())
        return;
    const std::string reason = m_view->reason().toStdString();
    if (codePoints(reason) > kMaxNoteLength) {
        m_view->showFailure(tr("This reason is too long: at most %1 characters fit.").arg(kMaxNoteLength));
        return;
    }
    if (const auto stopped = services().experiments.stop(m_shown->id, services().recordedNow(), reason); !stopped) {
        m_view->showFailure(words(stopped.error()));
        return;
    }
    m_view->askStop(false);
    services().changes.announce();
    reload();
    m_view->focusFirst();
    Q_EMIT noticed(tr("The plan is stopped. What you logged stays."), false);
}

void ExperimentPage::showPlan(const Experiment& plan)
{
    const LocalDay today = services().today();
    const auto days = readDays(services().trends, plan);
    if (!days)
        return showProblem(days.error());
    std::set<LocalDay> scored;
    for (const auto* values : {&days->hamstrings.left, &days->hamstrings.right})
        for (const DayValue& day : *values)
            scored.insert(LocalDay::fromNumber(day.day));

    ExperimentView::Facts facts;
    facts.plan = plan;
    facts.today = today;
    facts.cells = planCells(plan, days->activity, scored, today);
    facts.readOnly = services().file.readOnly();
    const auto [site, finding] = examined(plan, *days, today);
    if (finding.stage != ExperimentStage::NotOver)
        facts.result = ExperimentWords::result(plan, finding, site, today);
    for (auto earlier = m_all.rbegin(); earlier != m_all.rend(); ++earlier) {
        if (earlier->id == plan.id)
            continue;
        ExperimentFinding came;
        // One that was ended has no p, whatever its days were.
        if (earlier->state == ExperimentState::Active) {
            const auto lived = readDays(services().trends, *earlier);
            if (!lived)
                return showProblem(lived.error());
            came = examined(*earlier, *lived, today).finding;
        }
        facts.earlier << ExperimentWords::earlier(*earlier, came, today);
    }
    m_view->showPlan(facts);
    show(View::Plan);
}

void ExperimentPage::showReminder()
{
    const auto time = services().settings.current().reminder;
    m_planner->reminder().showTime(time);
    m_view->reminder().showTime(time);
}

void ExperimentPage::storeReminder(const std::optional<std::chrono::minutes>& time)
{
    Settings settings = services().settings.current();
    settings.reminder = time;
    const auto saved = services().settings.save(settings);
    showReminder();
    if (saved) {
        Q_EMIT settingsChanged();
        return;
    }
    const QString failure =
        tr("Your settings were not stored. %1. %2").arg(headline(saved.error()), describe(saved.error()));
    m_planner->reminder().showFailure(failure);
    m_view->reminder().showFailure(failure);
}

void ExperimentPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_retry->setText(tr("&Retry"));
        m_planner->retranslate();
        m_view->retranslate();
        if (m_shown && !m_planning)
            reload();
    }
    Page::changeEvent(event);
}

}  // namespace psolog
