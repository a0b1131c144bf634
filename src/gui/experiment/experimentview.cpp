// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/experimentview.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "gui/experiment/planreminder.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;

QVBoxLayout* inside(QFrame* card, int spacing)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(spacing);
    return column;
}

Button* makeButton(const char* name, const char* variant, QWidget* parent)
{
    auto* button = new Button({}, QString::fromLatin1(variant), parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

QLabel* named(QLabel* label, const char* name)
{
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

}  // namespace

ExperimentView::ExperimentView(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    build();
    retranslate();
}

void ExperimentView::build()
{
    m_header = new PageHeader(this);
    m_earlierCard = makeCard(this);
    m_earlierTitle = makeLabel({}, "strong", m_earlierCard);
    m_earlier = named(makeLabel({}, "muted", m_earlierCard), "earlierPlansLabel");
    auto* earlier = inside(m_earlierCard, space::kS);
    earlier->addWidget(m_earlierTitle);
    earlier->addWidget(m_earlier);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(34, space::kXl, 34, space::kXl);
    page->setSpacing(space::kL);
    page->addWidget(m_header);
    page->addWidget(buildResult());
    page->addWidget(buildToday());
    page->addWidget(buildDays());
    page->addWidget(buildStop());
    page->addWidget(m_earlierCard);
    page->addStretch(1);

    connect(m_release, &QPushButton::clicked, this, &ExperimentView::releaseRequested);
    connect(m_checkIn, &QPushButton::clicked, this, &ExperimentView::checkInRequested);
    connect(m_change, &QPushButton::clicked, this, &ExperimentView::changeRequested);
    connect(m_stop, &QPushButton::clicked, this, [this] { askStop(true); });
    connect(m_confirmStop, &QPushButton::clicked, this, &ExperimentView::stopConfirmed);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        askStop(false);
        m_stop->setFocus();
    });
    connect(m_new, &QPushButton::clicked, this, &ExperimentView::newRequested);
    connect(m_reason, &QLineEdit::textEdited, m_failure, &QWidget::hide);
}

QFrame* ExperimentView::buildToday()
{
    m_todayCard = makeCard(this);
    m_todayBadge = named(makeBadge({}, "neutral", m_todayCard), "planTodayBadge");
    m_todayWords = named(makeLabel({}, "card-title", m_todayCard), "planTodayLabel");
    m_ahead = named(makeLabel({}, "muted", m_todayCard), "planAheadLabel");
    m_release = makeButton("planReleaseButton", "primary", m_todayCard);
    m_checkIn = makeButton("planCheckInButton", "secondary", m_todayCard);
    auto* buttons = new FlowLayout(10);
    buttons->addWidget(m_release);
    buttons->addWidget(m_checkIn);
    auto* column = inside(m_todayCard, space::kM);
    column->addWidget(m_todayBadge, 0, Qt::AlignLeft);
    column->addWidget(m_todayWords);
    column->addWidget(m_ahead);
    column->addLayout(buttons);
    m_reminder = new PlanReminder(m_todayCard);
    column->addWidget(m_reminder);
    return m_todayCard;
}

QFrame* ExperimentView::buildResult()
{
    m_resultCard = makeCard(this);
    m_resultBadge = named(makeBadge({}, "neutral", m_resultCard), "resultBadge");
    m_resultHeadline = named(makeLabel({}, "card-title", m_resultCard), "resultLabel");
    m_resultMeaning = named(makeLabel({}, "", m_resultCard), "resultMeaningLabel");
    m_resultFacts = named(makeLabel({}, "muted", m_resultCard), "resultFactsLabel");
    m_resultCaution = named(makeLabel({}, "muted", m_resultCard), "resultCautionLabel");
    m_new = makeButton("newExperimentButton", "secondary", m_resultCard);
    auto* column = inside(m_resultCard, space::kM);
    column->addWidget(m_resultBadge, 0, Qt::AlignLeft);
    column->addWidget(m_resultHeadline);
    column->addWidget(m_resultMeaning);
    column->addWidget(m_resultFacts);
    column->addWidget(makeDivider(m_resultCard));
    column->addWidget(m_resultCaution);
    column->addWidget(m_new, 0, Qt::AlignLeft);
    return m_resultCard;
}

QFrame* ExperimentView::buildDays()
{
    auto* card = makeCard(this);
    m_daysTitle = makeLabel({}, "strong", card);
    m_soFar = named(makeLabel({}, "small", card), "planSoFarLabel");
    m_strip = new PlanStrip(m_theme, card);
    m_endRow = new QWidget(card);
    auto* ends = new FlowLayout(10, m_endRow);
    m_change = makeButton("changePlanButton", "ghost", m_endRow);
    m_stop = makeButton("stopPlanButton", "ghost", m_endRow);
    ends->addWidget(m_change);
    ends->addWidget(m_stop);
    auto* column = inside(card, space::kM);
    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_daysTitle);
    head->addWidget(m_soFar);
    column->addLayout(head);
    column->addWidget(m_strip);
    column->addWidget(m_endRow);
    return card;
}

QFrame* ExperimentView::buildStop()
{
    m_stopCard = makeBanner("warn", this);
    m_stopCard->setObjectName(QStringLiteral("stopPlanCard"));
    m_stopTitle = makeLabel({}, "card-title", m_stopCard);
    m_stopWords = named(makeLabel({}, "", m_stopCard), "stopMeaningLabel");
    m_reasonLabel = makeLabel({}, "strong", m_stopCard);
    m_reason = new QLineEdit(m_stopCard);
    m_reason->setObjectName(QStringLiteral("stopReasonLineEdit"));
    m_reasonLabel->setBuddy(m_reason);
    m_failure = named(makeLabel({}, "error", m_stopCard), "stopFailureLabel");
    m_failure->hide();
    m_confirmStop = makeButton("confirmStopButton", "danger", m_stopCard);
    m_keep = makeButton("keepGoingButton", "secondary", m_stopCard);
    auto* buttons = new FlowLayout(10);
    buttons->addWidget(m_confirmStop);
    buttons->addWidget(m_keep);
    auto* column = inside(m_stopCard, space::kM);
    column->addWidget(m_stopTitle);
    column->addWidget(m_stopWords);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    column->addWidget(m_failure);
    column->addLayout(buttons);
    m_stopCard->hide();
    return m_stopCard;
}

void ExperimentView::showPlan(const Facts& facts)
{
    m_facts = facts;
    m_shown = true;
    const Experiment& plan = m_facts.plan;
    const bool ended = plan.state != ExperimentState::Active;
    const bool runs = !ended && m_facts.today <= plan.lastDay();
    const auto cell =
        std::find_if(m_facts.cells.begin(), m_facts.cells.end(), [](const PlanCell& each) { return each.today; });
    m_header->setKicker(ExperimentWords::kind(plan.kind));
    m_header->setTitle(ended ? tr("Your experiment was ended early") : ExperimentWords::title(plan, m_facts.today));
    m_todayCard->setVisible(runs);
    m_endRow->setVisible(runs);
    if (!runs)
        m_stopCard->hide();
    if (runs) {
        const bool begun = cell != m_facts.cells.end();
        const bool with = begun && cell->planned == PlannedDay::With;
        m_todayBadge->setText(!begun ? tr("Drawn") : with ? tr("Release day") : tr("No release today"));
        setBadgeTone(m_todayBadge, with ? "good" : "neutral");
        m_todayWords->setText(begun ? ExperimentWords::today(plan, *cell) : tr("Everything is drawn and stored."));
        m_ahead->setText(ExperimentWords::ahead(plan, m_facts.today));
        m_release->setVisible(with && !cell->released);
        m_checkIn->setVisible(begun);
        m_checkIn->setVariant(m_release->isVisibleTo(m_todayCard) ? QStringLiteral("secondary")
                                                                  : QStringLiteral("primary"));
    }
    for (Button* button : {m_change, m_stop, m_confirmStop, m_new, m_release, m_checkIn})
        button->setEnabled(!m_facts.readOnly);
    m_soFar->setText(ExperimentWords::soFar(m_facts.cells));
    m_strip->setDays(m_facts.cells);
    m_earlierCard->setVisible(!m_facts.earlier.isEmpty());
    m_earlier->setText(m_facts.earlier.join(QLatin1Char('\n')));
    showResult();
}

void ExperimentView::showResult()
{
    m_resultCard->setVisible(m_facts.result.has_value());
    if (!m_facts.result)
        return;
    const ExperimentResultWords& words = *m_facts.result;
    m_resultBadge->setText(words.badge);
    setBadgeTone(m_resultBadge, words.tone);
    m_resultHeadline->setText(words.headline);
    m_resultMeaning->setText(words.meaning);
    m_resultMeaning->setVisible(!words.meaning.isEmpty());
    m_resultFacts->setText(words.facts.join(QLatin1Char('\n')));
    m_resultFacts->setVisible(!words.facts.isEmpty());
    m_resultCaution->setText(words.caution);
    m_resultCaution->setVisible(!words.caution.isEmpty());
}

void ExperimentView::askStop(bool ask)
{
    m_stopCard->setVisible(ask);
    m_endRow->setVisible(!ask);
    m_failure->hide();
    if (!ask) {
        m_reason->clear();
        return;
    }
    m_reason->setFocus();
    Q_EMIT stopAsked(m_stopCard);
}

QString ExperimentView::reason() const
{
    return m_reason->text().trimmed();
}

void ExperimentView::showFailure(const QString& words)
{
    m_failure->setText(words);
    m_failure->show();
}

void ExperimentView::focusFirst()
{
    for (Button* button : {m_release, m_checkIn, m_new, m_change})
        if (button->isVisibleTo(this) && button->isEnabled())
            return button->setFocus();
}

void ExperimentView::retranslate()
{
    m_release->setText(tr("Start &release"));
    m_checkIn->setText(tr("&Check in"));
    m_new->setText(tr("Plan &another experiment\u2026"));
    m_daysTitle->setText(tr("Days of the plan"));
    m_change->setText(tr("Chan&ge the plan\u2026"));
    m_stop->setText(tr("&Stop the plan\u2026"));
    m_stopTitle->setText(tr("Stop the plan?"));
    m_stopWords->setText(ExperimentWords::stopMeaning());
    m_reasonLabel->setText(tr("Why? &Optional"));
    m_confirmStop->setText(tr("S&top the plan"));
    m_keep->setText(tr("&Keep going"));
    m_earlierTitle->setText(tr("Earlier plans"));
    m_reminder->retranslate();
    m_strip->retranslate();
    if (m_shown)
        showPlan(m_facts);
}

}  // namespace psolog
