// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/experimentplanner.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gui/experiment/experimentwords.h"
#include "gui/experiment/planreminder.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kTwoColumns = 760;  ///< from this width on, at 100 % text
constexpr int kIndent = 30;
constexpr int kLeastSpin = 112;
constexpr int kFirstPairs = 5;
constexpr int kFirstReleaseDays = 28;

QVBoxLayout* inside(QFrame* card, int spacing)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(spacing);
    return column;
}

QSpinBox* makeSpin(const char* name, int least, int most, int value, QWidget* parent)
{
    auto* spin = new QSpinBox(parent);
    spin->setObjectName(QString::fromLatin1(name));
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setAccelerated(false);
    return spin;
}

/// A label that stands before a field and takes no more room than its words.
QLabel* makeFieldLabel(QWidget* parent)
{
    auto* label = makeLabel({}, "", parent);
    label->setWordWrap(false);
    return label;
}

}  // namespace

ExperimentPlanner::ExperimentPlanner(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PageHeader(this)),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_changeBanner(makeBanner("warn", this)),
      m_changeWords(makeLabel({}, "", m_changeBanner))
{
    m_changeWords->setObjectName(QStringLiteral("changeMeaningLabel"));
    auto* change = new QVBoxLayout(m_changeBanner);
    change->setContentsMargins(kPadding, space::kM, kPadding, space::kM);
    change->addWidget(m_changeWords);
    m_changeBanner->hide();

    auto* left = new QVBoxLayout;
    left->setSpacing(space::kL);
    left->addWidget(buildKinds());
    left->addWidget(buildWhy());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(buildSummary());
    right->addStretch(1);
    m_columns->setSpacing(space::kL);
    m_columns->addLayout(left, 3);
    m_columns->addLayout(right, 2);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(34, space::kXl, 34, space::kXl);
    page->setSpacing(space::kL);
    page->addWidget(m_header);
    page->addWidget(m_changeBanner);
    page->addLayout(m_columns, 1);

    connect(&m_theme, &Theme::changed, this, &ExperimentPlanner::arrange);
    connect(m_startRadio, &QRadioButton::toggled, this, &ExperimentPlanner::showChoice);
    connect(m_least, &QSpinBox::valueChanged, this, [this](int least) {
        m_most->setMinimum(least);
        showChoice();
    });
    for (QSpinBox* spin : {m_most, m_release, m_pairs})
        connect(spin, &QSpinBox::valueChanged, this, &ExperimentPlanner::showChoice);
    connect(m_reason, &QLineEdit::textEdited, m_failure, &QWidget::hide);
    connect(m_draw, &QPushButton::clicked, this, &ExperimentPlanner::drawRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ExperimentPlanner::cancelled);
    retranslate();
}

QFrame* ExperimentPlanner::buildWhy()
{
    auto* card = makeCard(this);
    m_whyTitle = makeLabel({}, "card-title", card);
    m_whyFirst = makeLabel({}, "", card);
    m_whySecond = makeLabel({}, "", card);
    m_whyThird = makeLabel({}, "muted", card);
    auto* column = inside(card, space::kM);
    column->addWidget(m_whyTitle);
    column->addWidget(m_whyFirst);
    column->addWidget(m_whySecond);
    column->addWidget(m_whyThird);
    return card;
}

QFrame* ExperimentPlanner::buildKinds()
{
    auto* card = makeCard(this);
    m_kindTitle = makeLabel({}, "card-title", card);
    m_startRadio = new QRadioButton(card);
    m_startRadio->setObjectName(QStringLiteral("randomStartRadioButton"));
    m_startWords = makeLabel({}, "muted", card);
    m_startClosed = makeLabel({}, "", card);
    m_startClosed->setObjectName(QStringLiteral("startClosedLabel"));
    m_startFields = new QWidget(card);
    m_baselineLabel = makeFieldLabel(m_startFields);
    m_least =
        makeSpin("leastBaselineSpinBox", kLeastBaselineDays, kMostBaselineDays, kLeastBaselineDays, m_startFields);
    m_toLabel = makeFieldLabel(m_startFields);
    m_most = makeSpin("mostBaselineSpinBox", kLeastBaselineDays, kMostBaselineDays, kMostBaselineDays, m_startFields);
    m_releaseLabel = makeFieldLabel(m_startFields);
    m_release =
        makeSpin("releaseDaysSpinBox", kLeastReleasePhaseDays, kMostReleasePhaseDays, kFirstReleaseDays, m_startFields);
    m_baselineLabel->setBuddy(m_least);
    m_toLabel->setBuddy(m_most);
    m_releaseLabel->setBuddy(m_release);
    const auto together = [](std::initializer_list<QWidget*> widgets) {
        auto* box = new QWidget;
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::kS);
        for (QWidget* each : widgets)
            row->addWidget(each);
        return box;
    };
    auto* startRow = new FlowLayout(space::kS, m_startFields);
    startRow->addWidget(together({m_baselineLabel, m_least}));
    startRow->addWidget(together({m_toLabel, m_most}));
    startRow->addWidget(together({m_releaseLabel, m_release}));

    m_weeksRadio = new QRadioButton(card);
    m_weeksRadio->setObjectName(QStringLiteral("alternatingWeeksRadioButton"));
    m_weeksWords = makeLabel({}, "muted", card);
    m_weeksFields = new QWidget(card);
    m_pairsLabel = makeFieldLabel(m_weeksFields);
    m_pairs = makeSpin("pairsSpinBox", kLeastWeekPairs, kMostWeekPairs, kFirstPairs, m_weeksFields);
    m_pairsLabel->setBuddy(m_pairs);
    auto* weeksRow = new FlowLayout(space::kS, m_weeksFields);
    weeksRow->addWidget(m_pairsLabel);
    weeksRow->addWidget(m_pairs);

    const auto indented = [this](std::initializer_list<QWidget*> widgets) {
        auto* column = new QVBoxLayout;
        m_indented.push_back(column);
        column->setSpacing(space::kS);
        for (QWidget* each : widgets)
            column->addWidget(each);
        return column;
    };
    auto* column = inside(card, space::kS);
    column->addWidget(m_kindTitle);
    column->addWidget(m_startRadio);
    column->addLayout(indented({m_startWords, m_startClosed, m_startFields}));
    column->addSpacing(space::kS);
    column->addWidget(m_weeksRadio);
    column->addLayout(indented({m_weeksWords, m_weeksFields}));
    column->addStretch(1);
    m_startRadio->setChecked(true);
    return card;
}

QFrame* ExperimentPlanner::buildSummary()
{
    auto* card = makeCard(this);
    m_summaryTitle = makeLabel({}, "card-title", card);
    m_dates = makeLabel({}, "", card);
    m_dates->setObjectName(QStringLiteral("planDatesLabel"));
    m_smallestP = makeLabel({}, "strong", card);
    m_smallestP->setObjectName(QStringLiteral("smallestPLabel"));
    m_limits = makeLabel({}, "muted", card);
    m_limits->setObjectName(QStringLiteral("limitsLabel"));
    m_reasonLabel = makeLabel({}, "strong", card);
    m_reason = new QLineEdit(card);
    m_reason->setObjectName(QStringLiteral("reasonLineEdit"));
    m_reasonLabel->setBuddy(m_reason);
    m_reminder = new PlanReminder(card);
    m_failure = makeLabel({}, "error", card);
    m_failure->setObjectName(QStringLiteral("failureLabel"));
    m_failure->hide();
    m_draw = new Button({}, QStringLiteral("primary"), card);
    m_draw->setObjectName(QStringLiteral("drawButton"));
    m_draw->setProperty("large", true);
    m_cancel = new Button({}, QStringLiteral("secondary"), card);
    m_cancel->setObjectName(QStringLiteral("keepPlanButton"));
    m_once = makeLabel({}, "small", card);
    auto* column = inside(card, space::kM);
    column->addWidget(m_summaryTitle);
    column->addWidget(m_dates);
    column->addWidget(m_smallestP);
    column->addWidget(m_limits);
    column->addSpacing(space::kXs);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    column->addWidget(m_reminder);
    column->addWidget(m_failure);
    column->addWidget(m_draw);
    column->addWidget(m_cancel);
    column->addWidget(m_once);
    return card;
}

void ExperimentPlanner::showDays(LocalDay firstDay, LocalDay today, const std::optional<LocalDay>& firstRelease)
{
    m_firstDay = firstDay;
    m_today = today;
    m_firstRelease = firstRelease;
    m_startRadio->setEnabled(!firstRelease);
    if (firstRelease)
        m_weeksRadio->setChecked(true);
    m_startClosed->setVisible(firstRelease.has_value());
    m_failure->hide();
    retranslate();
}

void ExperimentPlanner::showNew(LocalDay firstDay, LocalDay today, const std::optional<LocalDay>& firstRelease)
{
    m_changing = false;
    showDays(firstDay, today, firstRelease);
}

void ExperimentPlanner::showChange(const Experiment& running, LocalDay firstDay, LocalDay today,
                                   const std::optional<LocalDay>& firstRelease)
{
    m_changing = true;
    m_reason->clear();
    if (running.kind == ExperimentKind::RandomStart) {
        m_most->setMinimum(kLeastBaselineDays);
        m_least->setValue(running.leastBaseline);
        m_most->setValue(running.mostBaseline);
        m_release->setValue(running.releaseDays);
    } else {
        m_pairs->setValue(static_cast<int>(running.releaseFirst.size()));
    }
    (running.kind == ExperimentKind::RandomStart ? m_startRadio : m_weeksRadio)->setChecked(true);
    showDays(firstDay, today, firstRelease);
}

Experiment ExperimentPlanner::chosen() const
{
    Experiment plan;
    plan.kind = m_startRadio->isChecked() ? ExperimentKind::RandomStart : ExperimentKind::AlternatingWeeks;
    plan.firstDay = m_firstDay;
    plan.leastBaseline = m_least->value();
    plan.mostBaseline = m_most->value();
    plan.baseline = plan.leastBaseline;
    plan.releaseDays = m_release->value();
    // As many as there will be; the draw decides what they are.
    if (plan.kind == ExperimentKind::AlternatingWeeks)
        plan.releaseFirst.assign(static_cast<std::size_t>(m_pairs->value()), false);
    return plan;
}

int ExperimentPlanner::pairs() const
{
    return m_pairs->value();
}

QString ExperimentPlanner::reason() const
{
    return m_changing ? m_reason->text().trimmed() : QString();
}

void ExperimentPlanner::showChoice()
{
    const bool start = m_startRadio->isChecked();
    m_startFields->setVisible(start);
    m_weeksFields->setVisible(!start);
    const ExperimentWords::Offer offer = ExperimentWords::offer(chosen(), m_today);
    m_dates->setText(offer.dates);
    m_smallestP->setText(offer.smallest);
    m_limits->setText(offer.limits);
}

void ExperimentPlanner::showFailure(const QString& words)
{
    m_failure->setText(words);
    m_failure->show();
}

void ExperimentPlanner::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_draw->setEnabled(!readOnly);
    if (readOnly)
        showFailure(tr("This log can only be read, so a plan could not be stored in it."));
}

void ExperimentPlanner::focusFirst()
{
    (m_startRadio->isChecked() ? m_startRadio : m_weeksRadio)->setFocus();
}

void ExperimentPlanner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ExperimentPlanner::arrange()
{
    const bool wide = width() >= m_theme.px(kTwoColumns);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Qt makes a spin box without a unit as narrow as its digits.
    for (QSpinBox* spin : {m_least, m_pairs})
        spin->setMinimumWidth(m_theme.px(kLeastSpin));
    // Below the words of the radio buttons.
    for (QBoxLayout* column : m_indented)
        column->setContentsMargins(m_theme.px(kIndent), 0, 0, 0);
}

void ExperimentPlanner::retranslate()
{
    m_header->setKicker(tr("Experiment"));
    m_header->setTitle(m_changing ? tr("Change the plan") : tr("Let a draw decide, then compare"));
    m_changeBanner->setVisible(m_changing);
    m_changeWords->setText(ExperimentWords::changeMeaning());
    m_whyTitle->setText(tr("Why let chance decide?"));
    m_whyFirst->setText(tr("Soreness comes and goes by itself. Most people begin something new in a bad week, and "
                           "after a bad week mostly a "
                           "better one follows, with or without it. So a drop after the first release says little."));
    m_whySecond->setText(tr("Let a draw decide which days have a release, and chance becomes something to count. Every "
                            "plan that could have been "
                            "drawn is tried on your own scores: how many of them show a difference at least as large "
                            "as yours? That share is p. "
                            "A small p says that chance alone would rarely produce this."));
    m_whyThird->setText(tr("What no draw takes away: you know which days have a release, and what you expect can "
                           "colour how sore you feel. And p "
                           "is about you; it says nothing about other runners."));
    m_kindTitle->setText(tr("Which plan?"));
    m_startRadio->setText(tr("A &baseline, then release every day"));
    m_startWords->setText(tr("First days without release, then days with it. The first day with a release is drawn, "
                             "and shown when it comes."));
    m_startClosed->setText(
        tr("Not open to you any more: it needs days before the very first release, and you have released "
           "already. Weeks by turns work at any time."));
    m_baselineLabel->setText(tr("Ba&seline of"));
    m_toLabel->setText(tr("t&o"));
    m_most->setSuffix(tr(" days"));
    m_releaseLabel->setText(tr("then &release for"));
    m_release->setSuffix(tr(" days"));
    m_least->setAccessibleName(tr("Baseline, at least so many days"));
    m_most->setAccessibleName(tr("Baseline, at most so many days"));
    m_weeksRadio->setText(tr("&Weeks with and without, by turns"));
    m_weeksWords->setText(
        tr("Pairs of weeks: in one you release every day, in the other not at all. Which comes first is drawn for each "
           "pair, and shown when the pair begins."));
    m_pairsLabel->setText(tr("&Pairs of weeks"));
    m_summaryTitle->setText(tr("What this plan can tell"));
    m_reasonLabel->setText(tr("Why the change? Opt&ional"));
    m_reasonLabel->setVisible(m_changing);
    m_reason->setVisible(m_changing);
    m_draw->setText(m_changing ? tr("&Draw anew and begin") : tr("&Draw and begin"));
    m_cancel->setText(m_changing ? tr("&Keep the plan as it is") : tr("Not &now"));
    m_once->setText(tr(
        "Drawn once, when you press the button, and stored at once. You can change or stop the plan any time; that is "
        "recorded too. The safety rules stand above every plan: never release to keep one."));
    m_reminder->retranslate();
    showChoice();
}

}  // namespace psolog
