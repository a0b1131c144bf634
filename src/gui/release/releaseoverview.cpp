// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releaseoverview.h"

#include <algorithm>
#include <set>

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/release/releasewords.h"
#include "gui/routines/routinewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"
#include "gui/widgets/segmentbar.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
constexpr int kTwoColumns = 760;  ///< from this width on, at 100 % text
constexpr int kFigureHeight = 190;
/// More steps than this are counted, not listed.
constexpr std::size_t kListedSteps = 12;
/// Up to this many the list has room between its lines.
constexpr std::size_t kAirySteps = 6;
}  // namespace

ReleaseOverview::ReleaseOverview(Theme& theme, const PoseLibrary& poses, const IRoutineStore& routines, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_routines(routines),
      m_kicker(makeLabel({}, "muted", this)),
      m_title(makeLabel({}, "page-title", this)),
      m_lead(makeLabel({}, "muted", this)),
      m_routineLabel(makeLabel({}, "strong", this)),
      m_routineCombo(new QComboBox(this)),
      m_routinesButton(new Button({}, QStringLiteral("ghost"), this)),
      m_purpose(makeLabel({}, "muted", this)),
      m_proposalBanner(makeBanner("info", this)),
      m_proposalBadge(makeBadge({}, "good", m_proposalBanner)),
      m_proposalLabel(makeLabel({}, "", m_proposalBanner)),
      m_proposalButton(new Button({}, QStringLiteral("secondary"), m_proposalBanner)),
      m_errorBanner(makeBanner("bad", this)),
      m_errorLabel(makeLabel({}, "", m_errorBanner)),
      m_retryButton(new Button({}, QStringLiteral("secondary"), m_errorBanner)),
      m_planBanner(makeBanner("warn", this)),
      m_planNote(makeLabel({}, "", m_planBanner)),
      m_cards(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_figure(new FigureWidget(theme, poses, this)),
      m_segments(new SegmentBar(theme, this)),
      m_pressure(makeLabel({}, "muted", this)),
      m_stepsTitle(makeLabel({}, "card-title", this)),
      m_steps(new QGridLayout),
      m_lastTitle(makeLabel({}, "strong", this)),
      m_last(makeLabel({}, "muted", this)),
      m_readOnlyLabel(makeLabel({}, "error", this)),
      m_startButton(new Button({}, QStringLiteral("primary"), this)),
      m_learnButton(new Button({}, QStringLiteral("ghost"), this))
{
    build();
    connect(m_routineCombo, &QComboBox::currentIndexChanged, this, &ReleaseOverview::showRoutine);
    connect(m_routineCombo, &QComboBox::activated, this,
            [this] { Q_EMIT routineChosen(m_routineCombo->currentData().toString()); });
    connect(m_routinesButton, &QPushButton::clicked, this, &ReleaseOverview::routinesRequested);
    connect(m_proposalButton, &QPushButton::clicked, this, [this] {
        choose(m_proposal->routineId);
        Q_EMIT routineChosen(m_routineCombo->currentData().toString());
    });
    connect(m_startButton, &QPushButton::clicked, this, &ReleaseOverview::startRequested);
    connect(m_retryButton, &QPushButton::clicked, this, &ReleaseOverview::retryRequested);
    connect(m_learnButton, &QPushButton::clicked, this, &ReleaseOverview::learnRequested);
    retranslate();
}

void ReleaseOverview::build()
{
    m_routineCombo->setObjectName(QStringLiteral("routineComboBox"));
    m_startButton->setObjectName(QStringLiteral("startButton"));
    m_startButton->setProperty("large", true);
    m_retryButton->setObjectName(QStringLiteral("retryButton"));
    m_learnButton->setObjectName(QStringLiteral("learnButton"));
    m_last->setObjectName(QStringLiteral("lastSessionLabel"));
    m_errorBanner->setObjectName(QStringLiteral("errorBanner"));
    m_readOnlyLabel->setObjectName(QStringLiteral("readOnlyLabel"));
    m_routineLabel->setBuddy(m_routineCombo);
    m_routinesButton->setObjectName(QStringLiteral("routinesButton"));
    m_purpose->setObjectName(QStringLiteral("routinePurposeLabel"));
    m_proposalBanner->setObjectName(QStringLiteral("proposalBanner"));
    m_proposalLabel->setObjectName(QStringLiteral("proposalLabel"));
    m_proposalButton->setObjectName(QStringLiteral("takeProposalButton"));
    m_proposalBanner->hide();
    showRoutines({});
    m_errorBanner->hide();
    m_readOnlyLabel->hide();
    m_segments->setFont(m_theme.font(TextStyle::Small));
    connect(&m_theme, &Theme::changed, this, [this] { m_segments->setFont(m_theme.font(TextStyle::Small)); });
    m_figure->setMinimumHeight(kFigureHeight);
    m_figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);

    auto* error = new QHBoxLayout(m_errorBanner);
    error->setContentsMargins(space::kL, space::kS, space::kL, space::kS);
    error->addWidget(m_errorLabel, 1);
    error->addWidget(m_retryButton);

    m_planNote->setObjectName(QStringLiteral("planNoteLabel"));
    auto* note = new QVBoxLayout(m_planBanner);
    note->setContentsMargins(space::kL, space::kM, space::kL, space::kM);
    note->addWidget(m_planNote);
    m_planBanner->hide();

    auto* picture = makeCard(this);
    auto* left = new QVBoxLayout(picture);
    left->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    left->setSpacing(space::kM);
    left->addLayout(makeChoice());
    left->addWidget(makeProposal());
    left->addWidget(m_figure, 1);
    left->addWidget(m_segments);
    left->addWidget(m_pressure);

    auto* plan = makeCard(this);
    auto* right = new QVBoxLayout(plan);
    right->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    right->setSpacing(space::kM);
    right->addWidget(m_stepsTitle);
    m_steps->setHorizontalSpacing(space::kM);
    m_steps->setVerticalSpacing(space::kM);
    m_steps->setColumnStretch(0, 1);
    right->addLayout(m_steps);
    right->addSpacing(space::kS);
    right->addWidget(m_readOnlyLabel);
    right->addWidget(m_startButton);
    right->addStretch(1);

    auto* last = makeCard(this);
    auto* lastColumn = new QVBoxLayout(last);
    lastColumn->setContentsMargins(kPadding, space::kL, kPadding, space::kL);
    lastColumn->setSpacing(space::kXs);
    lastColumn->addWidget(m_lastTitle);
    lastColumn->addWidget(m_last);

    m_cards->setSpacing(space::kL);
    m_cards->addWidget(picture, 3);
    m_cards->addWidget(plan, 2);
    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_kicker);
    head->addWidget(m_title);
    head->addWidget(m_lead);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kL);
    column->addLayout(head);
    column->addWidget(m_errorBanner);
    column->addWidget(m_planBanner);
    column->addLayout(m_cards, 1);
    column->addWidget(last);
    column->addWidget(m_learnButton, 0, Qt::AlignLeft);
}

QLayout* ReleaseOverview::makeChoice()
{
    // A long name of the user's must not widen the page.
    m_routineCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_routineCombo->setMinimumContentsLength(12);
    m_routineLabel->setWordWrap(false);
    auto* choice = new QGridLayout;
    choice->setHorizontalSpacing(space::kM);
    choice->setVerticalSpacing(space::kXs);
    choice->setColumnStretch(1, 1);
    choice->addWidget(m_routineLabel, 0, 0);
    choice->addWidget(m_routineCombo, 0, 1);
    choice->addWidget(m_purpose, 1, 0, 1, 2);
    choice->addWidget(m_routinesButton, 2, 0, 1, 2, Qt::AlignLeft);
    return choice;
}

QWidget* ReleaseOverview::makeProposal()
{
    auto* column = new QVBoxLayout(m_proposalBanner);
    column->setContentsMargins(space::kM, space::kM, space::kM, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(m_proposalBadge, 0, Qt::AlignLeft);
    column->addWidget(m_proposalLabel);
    column->addWidget(m_proposalButton, 0, Qt::AlignLeft);
    return m_proposalBanner;
}

const Routine& ReleaseOverview::routine() const
{
    const StoredRoutine* chosen = m_routines.find(m_routineCombo->currentData().toString().toStdString());
    return chosen == nullptr ? m_routines.routines().front().routine : chosen->routine;
}

void ReleaseOverview::showRoutines(const std::string& id)
{
    {
        const QSignalBlocker quiet(m_routineCombo);
        m_routineCombo->clear();
        for (const auto& [routine, shipped] : m_routines.routines())
            m_routineCombo->addItem(tr("%1 (%2)").arg(routineText(routine.name), minutesSeconds(routine.total())),
                                    QString::fromStdString(routine.id));
    }
    m_routineLabel->setVisible(m_routineCombo->count() > 1);
    m_routineCombo->setVisible(m_routineCombo->count() > 1);
    choose(id);
}

void ReleaseOverview::choose(const std::string& id)
{
    const QSignalBlocker quiet(m_routineCombo);
    m_routineCombo->setCurrentIndex(std::max(0, m_routineCombo->findData(QString::fromStdString(id))));
    showRoutine();
}

void ReleaseOverview::setProposal(const std::optional<RoutineProposal>& proposal)
{
    m_proposal = proposal;
    showProposal();
}

void ReleaseOverview::showProposal()
{
    // Without a test there is nothing to go by, and the user's choice needs no comment.
    const StoredRoutine* proposed =
        m_proposal && m_proposal->reason != ProposalReason::NoTest ? m_routines.find(m_proposal->routineId) : nullptr;
    m_proposalBanner->setVisible(proposed != nullptr);
    if (proposed == nullptr)
        return;
    const QString name = routineText(proposed->routine.name);
    const bool chosen = routine().id == proposed->routine.id;
    const QString reason = RoutineWords::reason(*m_proposal);
    m_proposalLabel->setText(chosen ? reason : tr("%1. %2").arg(name, reason));
    m_proposalButton->setText(tr("Take %1").arg(name));
    m_proposalButton->setVisible(!chosen);
}

void ReleaseOverview::showRoutine()
{
    const Routine& now = routine();
    m_title->setText(routineText(now.name));
    m_purpose->setText(RoutineWords::purpose(*m_routines.find(now.id)));
    showProposal();
    std::vector<Segment> segments;
    for (const RoutineStep& step : now.steps)
        segments.push_back({RoutineWords::stepLabel(step), static_cast<double>(step.duration.count())});
    m_segments->setSegments(segments);
    const auto zone = std::find_if(now.steps.begin(), now.steps.end(),
                                   [](const RoutineStep& step) { return step.kind == StepKind::Zone; });
    m_figure->setPose(zone == now.steps.end() ? now.steps.front().pose : zone->pose);

    while (QLayoutItem* item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto add = [&](const QString& name, const QString& place, Seconds time, const char* look) {
        m_steps->addWidget(makeLabel(name, "strong", this), row, 0);
        auto* duration = makeLabel(minutesSeconds(time), look, this);
        duration->setAlignment(Qt::AlignRight | Qt::AlignTop);
        duration->setWordWrap(false);
        m_steps->addWidget(duration, row++, 1);
        if (!place.isEmpty())
            m_steps->addWidget(makeLabel(place, "small", this), row++, 0, 1, 2);
    };
    const std::size_t listed = now.steps.size() > kListedSteps ? kListedSteps - 1 : now.steps.size();
    m_steps->setVerticalSpacing(listed > kAirySteps ? space::kXs : space::kM);
    std::set<Zone> explained;
    Seconds rest = now.total();
    for (std::size_t i = 0; i < listed; ++i) {
        const RoutineStep& step = now.steps[i];
        // Where a zone is need not be said again for the other side.
        const bool fresh = step.zone && explained.insert(*step.zone).second;
        add(ReleaseWords::stepTitle(step.kind, step.zone, step.side),
            fresh ? ReleaseWords::zonePlace(*step.zone) : QString(), step.duration, "");
        rest -= step.duration;
    }
    if (listed < now.steps.size())
        add(tr("and %n more step(s)", "", static_cast<int>(now.steps.size() - listed)), {}, rest, "");
    m_steps->addWidget(makeDivider(this), row++, 0, 1, 2);
    add(tr("Together"), {}, now.total(), "strong");
}

void ReleaseOverview::showLast(const std::optional<ReleaseSession>& last, LocalDay today, const QString& glutes)
{
    m_lastSession = last;
    m_lastGlutes = glutes;
    m_today = today;
    QString text = last ? ReleaseWords::lastSession(*last, today)
                        : tr("None yet. Five minutes a day; judge after one to two weeks.");
    if (!glutes.isEmpty())
        text += QLatin1Char('\n') + glutes;
    m_last->setText(text);
}

void ReleaseOverview::showPlanNote(const QString& note)
{
    m_planNote->setText(note);
    m_planBanner->setVisible(!note.isEmpty());
}

void ReleaseOverview::showError(const std::optional<Error>& error)
{
    m_broken = error.has_value();
    m_errorBanner->setVisible(m_broken);
    if (error)
        m_errorLabel->setText(tr("The log could not be read: %1. %2").arg(headline(*error), describe(*error)));
    updateStart();
}

void ReleaseOverview::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    updateStart();
}

void ReleaseOverview::updateStart()
{
    m_startButton->setEnabled(!m_readOnly && !m_broken);
    m_readOnlyLabel->setVisible(m_readOnly);
}

void ReleaseOverview::focusFirst()
{
    m_startButton->setFocus(Qt::OtherFocusReason);
}

void ReleaseOverview::retranslate()
{
    m_kicker->setText(tr("Release"));
    m_lead->setText(tr("Toward the psoas: move slowly, stay where it is tense until it gives."));
    m_routineLabel->setText(tr("Rou&tine"));
    m_routinesButton->setText(tr("All routines, or &make your own\u2026"));
    m_proposalBadge->setText(tr("Proposed for you"));
    m_pressure->setText(
        tr("Face down on a firm floor. Pressure up to 4 of 10: uncomfortable, never sharp. Esc stops at once."));
    m_stepsTitle->setText(tr("What happens"));
    m_lastTitle->setText(tr("Last session"));
    m_startButton->setText(tr("&Start release"));
    m_learnButton->setText(tr("How to lie, and when not to"));
    m_retryButton->setText(tr("Try again"));
    m_readOnlyLabel->setText(tr("This log can only be read, so a session could not be stored in it."));
    showRoutine();
    showLast(m_lastSession, m_today, m_lastGlutes);
}

void ReleaseOverview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReleaseOverview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_theme.px(kTwoColumns);
    m_cards->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace psolog
