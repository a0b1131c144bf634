// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestresultview.h"

#include <cmath>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

#include "gui/beforeafter/beforeafterview.h"
#include "gui/beforeafter/beforeafterwords.h"
#include "gui/beforeafter/standingwords.h"
#include "gui/body/figurewidget.h"
#include "gui/routines/routinewords.h"
#include "gui/selftest/spreadbar.h"
#include "gui/shell/services.h"
#include "gui/selftest/workedrow.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

SelfTestResultView::SelfTestResultView(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_header(new PageHeader(this))
{
    auto* card = makeCard(this);
    auto* figures = new QHBoxLayout;
    for (FigureWidget** figure : {&m_firstFigure, &m_secondFigure}) {
        *figure = new FigureWidget(services.theme, services.poses, card);
        (*figure)->setMinimumHeight(90);
        (*figure)->setPreferredHeight(90);
        (*figure)->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        figures->addWidget(*figure);
    }
    m_badge = makeBadge({}, "good", card);
    m_first = new SpreadBar(services.theme, card);
    m_second = new SpreadBar(services.theme, card);
    m_loop = new BeforeAfterView(services.theme, card);
    m_loop->setObjectName(QStringLiteral("beforeAfterView"));
    m_loopNote = makeLabel({}, "strong", card);
    m_loopNote->setObjectName(QStringLiteral("loopNoteLabel"));
    m_loopTitle = makeLabel({}, "card-title", card);
    m_loopRelease = makeLabel({}, "", card);
    m_loopRelease->setObjectName(QStringLiteral("loopReleaseLabel"));
    m_loopUsual = makeLabel({}, "muted", card);
    m_loopUsual->setObjectName(QStringLiteral("loopUsualLabel"));
    m_difference = makeLabel({}, "strong", card);
    m_difference->setObjectName(QStringLiteral("differenceLabel"));
    m_comparison = makeLabel({}, "", card);
    m_comparison->setObjectName(QStringLiteral("comparisonLabel"));
    m_worked = makeLabel({}, "muted", card);
    m_meaning = makeLabel({}, "muted", card);
    m_ask = new WorkedRow(card);
    m_ask->hide();
    connect(m_ask, &WorkedRow::chosen, this, &SelfTestResultView::workedHardestChosen);
    m_error = makeLabel({}, "error", card);
    m_error->setObjectName(QStringLiteral("resultErrorLabel"));
    m_error->hide();
    m_proposal = makeLabel({}, "strong", card);
    m_proposal->setObjectName(QStringLiteral("proposalLabel"));
    m_proposalButton = new Button(card);
    m_proposalButton->setObjectName(QStringLiteral("proposalButton"));
    connect(m_proposalButton, &QPushButton::clicked, this, [this] { Q_EMIT routineRequested(m_proposedRoutine); });
    m_release = new Button(card);
    m_release->setObjectName(QStringLiteral("releaseNowButton"));
    m_release->setKeyHint(tr("R"));
    m_done = new Button(card);
    m_done->setObjectName(QStringLiteral("testDoneButton"));
    m_done->setVariant(QStringLiteral("primary"));
    m_learn = new Button(card);
    m_learn->setObjectName(QStringLiteral("testLearnButton"));
    m_learn->setVariant(QStringLiteral("ghost"));
    connect(m_release, &QPushButton::clicked, this, &SelfTestResultView::releaseRequested);
    connect(m_done, &QPushButton::clicked, this, &SelfTestResultView::closed);
    connect(m_learn, &QPushButton::clicked, this, &SelfTestResultView::learnRequested);
    auto* key = new QShortcut(QKeySequence(Qt::Key_R), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, m_release, &QPushButton::click);

    auto* buttons = new FlowLayout(10);
    for (Button* button : {m_done, m_proposalButton, m_release, m_learn})
        buttons->addWidget(button);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(26, 26, 26, 26);
    inner->setSpacing(space::kM);
    inner->addWidget(m_badge, 0, Qt::AlignLeft);
    inner->addLayout(figures, 1);
    inner->addWidget(m_first);
    inner->addWidget(m_second);
    inner->addWidget(m_loop);
    inner->addWidget(m_loopNote);
    inner->addWidget(m_loopTitle);
    inner->addWidget(m_loopRelease);
    inner->addWidget(m_loopUsual);
    inner->addWidget(makeDivider(card));
    inner->addWidget(m_difference);
    inner->addWidget(m_comparison);
    inner->addWidget(m_worked);
    inner->addWidget(m_ask);
    inner->addWidget(m_error);
    inner->addWidget(m_meaning);
    inner->addWidget(m_proposal);
    inner->addSpacing(space::kS);
    inner->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kL);
    layout->addWidget(m_header);
    layout->addWidget(card, 1);
    retranslate();
}

void SelfTestResultView::retranslate()
{
    m_release->setText(tr("Release now"));
    m_done->setText(tr("Done"));
    m_learn->setText(tr("What this test can tell"));
    m_ask->retranslate();
    m_loop->retranslate();
}

void SelfTestResultView::focusFirst()
{
    m_done->setFocus();
}

void SelfTestResultView::askWorkedHardest(const std::optional<Reading>& lift)
{
    m_ask->setVisible(lift && lift->side);
    if (!lift || !lift->side)
        return;
    m_ask->setQuestion(*lift->side == Side::Left ? tr("What worked hardest in the last lift, left %1?").arg(lift->repeat)
                                                 : tr("What worked hardest in the last lift, right %1?").arg(lift->repeat));
    m_ask->setChosen(lift->workedHardest);
}

void SelfTestResultView::showError(const std::optional<Error>& error)
{
    m_error->setVisible(error.has_value());
    if (error)
        m_error->setText(tr("Not saved: %1. %2").arg(headline(*error), describe(*error)));
}

void SelfTestResultView::showProposal(const std::optional<RoutineProposal>& proposal)
{
    const StoredRoutine* routine = proposal ? m_services.routines.find(proposal->routineId) : nullptr;
    m_proposal->setVisible(routine != nullptr);
    m_proposalButton->setVisible(routine != nullptr);
    if (routine == nullptr)
        return;
    const QString name = routineText(routine->routine.name);
    m_proposedRoutine = QString::fromStdString(routine->routine.id);
    m_proposal->setText(RoutineWords::proposal(*proposal, name));
    m_proposalButton->setText(tr("Release with %1").arg(name));
}

void SelfTestResultView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || m_ask->isHidden() || !m_ask->takeKey(event->key()))
        QWidget::keyPressEvent(event);
}

void SelfTestResultView::show(const SelfTest& test, const std::optional<SelfTest>& before,
                              const std::optional<ReleaseLoop>& loop)
{
    const SelfTestSummary summary = summarise(test);
    const bool glute = test.kind == SelfTestKind::GluteActivation;
    m_header->setKicker(test.pillow ? tr("%1, pillow under the hips · saved").arg(SelfTestWords::of(test.kind))
                                    : tr("%1 · saved").arg(SelfTestWords::of(test.kind)));
    m_header->setTitle(SelfTestWords::headline(summary));
    m_firstFigure->setPose(glute ? "prone-lift-left" : "stand-arched");
    m_secondFigure->setPose(glute ? "prone-lift-right" : "stand-tucked");
    m_badge->setText(test.complete ? tr("Complete") : tr("Incomplete: kept as it is"));
    setBadgeTone(m_badge, test.complete ? "good" : "neutral");
    m_first->setReading(glute ? tr("Left") : tr("Arched"), glute ? summary.left : summary.arched, Role::SeriesLeft);
    m_second->setReading(glute ? tr("Right") : tr("Tucked"), glute ? summary.right : summary.tucked, Role::SeriesRight);
    const SelfTestSummary earlier = before ? summarise(*before) : SelfTestSummary{};
    m_first->setBefore(glute ? earlier.left : earlier.arched);
    m_second->setBefore(glute ? earlier.right : earlier.tucked);

    m_difference->setVisible(summary.difference.has_value());
    if (summary.difference) {
        const QString size = QLocale().toString(std::abs(*summary.difference), 'g', 3);
        m_difference->setText(glute ? tr("Difference between the sides: %1 of 4").arg(size)
                                    : tr("Difference between the postures: %1 of 4").arg(size));
    }
    const QString comparison = SelfTestWords::comparison(summary, before, m_services.today());
    m_comparison->setText(comparison.isEmpty() ? tr("The first test under these instructions: nothing to compare with yet.")
                                               : tr("%1 (the ring shows last time)").arg(comparison));
    QStringList worked;
    for (const Reading& reading : test.readings)
        if (reading.workedHardest && reading.side)
            worked << tr("%1 %2: %3").arg(SelfTestWords::side(*reading.side)).arg(reading.repeat).arg(SelfTestWords::of(*reading.workedHardest));
    m_worked->setText(tr("Worked hardest: %1").arg(worked.join(QStringLiteral(", "))));
    m_worked->setVisible(!worked.isEmpty());
    m_meaning->setText(SelfTestWords::meaning(summary));
    m_meaning->setVisible(test.complete);
    showLoop(test, loop);
}

void SelfTestResultView::showLoop(const SelfTest& test, const std::optional<ReleaseLoop>& loop)
{
    const bool paired = loop && loop->tests.isComplete() && loop->tests.after->id == test.id;
    const QString missing = loop && !paired ? BeforeAfterWords::missing(loop->tests) : QString();
    m_loop->setVisible(paired);
    for (QWidget* single : {static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second),
                            static_cast<QWidget*>(m_comparison)})
        single->setVisible(!paired);
    // Five minutes a day: right after a release there is nothing to begin.
    m_release->setVisible(!loop);
    m_release->setEnabled(!loop);
    m_loopNote->setText(missing);
    m_loopNote->setVisible(!missing.isEmpty());
    for (QLabel* label : {m_loopTitle, m_loopRelease, m_loopUsual})
        label->setVisible(loop.has_value());
    if (loop) {
        m_loopTitle->setText(paired ? tr("The release in between") : tr("The release before this test"));
        m_loopRelease->setText(StandingWords::lines(loop->session, loop->standing).join(QLatin1Char('\n')));
        m_loopUsual->setText(StandingWords::usual(loop->standing));
    }
    if (!paired)
        return;
    m_header->setTitle(BeforeAfterWords::headline(loop->tests));
    m_loop->show(loop->tests);
    m_meaning->hide();
}

}  // namespace psolog
