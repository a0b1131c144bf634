// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/sessionwidget.h"

#include <algorithm>

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/guided/sessionbutton.h"
#include "gui/guided/sessionhead.h"
#include "gui/guided/sessionstatus.h"
#include "gui/guided/sessionwords.h"
#include "gui/release/releasecuewords.h"
#include "gui/release/releasewords.h"
#include "gui/release/sessionbar.h"
#include "gui/routines/routinewords.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/countdownring.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"
#include "gui/widgets/segmentbar.h"

namespace psolog {

namespace {

constexpr double kSmallPixels = 24;  ///< nothing on this screen is smaller
constexpr int kMargin = 40;
constexpr int kNarrowMargin = 28;
constexpr int kNarrowWidth = 1100;
constexpr double kRingShare = 0.37;  ///< of the width
constexpr int kLargestRing = 460;
constexpr int kSmallestRing = 200;
constexpr Seconds kPassingShown{4};

/// Seconds left as a person counts them: the last one is "1".
Milliseconds wholeSeconds(Milliseconds left)
{
    return std::chrono::ceil<Seconds>(std::max(left, Milliseconds(0)));
}

}  // namespace

SessionWidget::SessionWidget(Theme& theme, Services& services, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QVBoxLayout(this)),
      m_middle(new QHBoxLayout),
      m_head(new SessionHead(theme, services, this)),
      m_errorBanner(makeBanner("warn", this)),
      m_errorLabel(makeLabel({}, "", m_errorBanner)),
      m_retryButton(new SessionButton(theme, SessionButton::Kind::Plain, m_errorBanner)),
      m_ring(new CountdownRing(theme, this)),
      m_words(new SessionWords(theme, services.poses, tr("Release session"), this)),
      m_segments(new SegmentBar(theme, this)),
      m_bar(new SessionBar(theme, this))
{
    m_errorBanner->setObjectName(QStringLiteral("saveErrorBanner"));
    m_errorLabel->setObjectName(QStringLiteral("saveErrorLabel"));
    m_retryButton->setObjectName(QStringLiteral("retrySaveButton"));
    m_ring->setObjectName(QStringLiteral("countdownRing"));
    m_ring->setSmallestText(static_cast<int>(kSmallPixels));
    m_segments->setObjectName(QStringLiteral("segmentBar"));

    auto* error = new QHBoxLayout(m_errorBanner);
    error->setContentsMargins(space::kL, space::kS, space::kS, space::kS);
    error->setSpacing(space::kL);
    error->addWidget(m_errorLabel, 1);
    error->addWidget(m_retryButton);
    m_errorBanner->hide();

    m_middle->setSpacing(space::kXl + space::kS);
    m_middle->addWidget(m_ring);
    m_middle->addWidget(m_words, 1);

    m_column->setSpacing(space::kL);
    m_column->addWidget(m_head);
    m_column->addWidget(m_errorBanner);
    m_column->addLayout(m_middle, 1);
    m_column->addWidget(m_segments);
    m_column->addWidget(m_bar);

    connect(m_bar, &SessionBar::actionRequested, this, &SessionWidget::request);
    connect(m_retryButton, &QPushButton::clicked, this, [this] {
        Q_EMIT retryRequested();
        focusStatus();
    });
    connect(&m_theme, &Theme::changed, this, &SessionWidget::applyFonts);
    applyFonts();
    retranslate();
}

void SessionWidget::setRoutine(const Routine& routine)
{
    m_routine = routine;
    std::vector<Segment> segments;
    for (const RoutineStep& step : routine.steps)
        segments.push_back({RoutineWords::stepLabel(step), static_cast<double>(step.duration.count())});
    m_segments->setSegments(segments);
    m_leaveAsked = false;
}

void SessionWidget::render(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready)
{
    m_waits = now.allowed.resume || ready.isHeld();
    m_head->setName(tr("%1 · %2").arg(routineText(m_routine.name), ReleaseWords::of(now.side)));
    renderRing(now, ready);
    renderWords(now, ready);
    renderError(now);
    m_words->figure()->setPose(now.pose);
    m_words->figure()->setBreathing(now.stage == ReleaseFlow::Stage::Step && now.phase != ReleaseFlow::Phase::Scan
                                    && now.stepKind != StepKind::Switch);
    m_segments->setDone(now.stepDone);
    m_segments->setCurrent(now.stage == ReleaseFlow::Stage::Ready ? -1 : static_cast<int>(now.step));
    m_bar->render(now, ready);
}

QString SessionWidget::passing(const ReleaseFlow::Snapshot& now)
{
    if (!m_passing.isEmpty()) {
        m_passingShown = m_passing;
        m_passingSince = now.worked;
        m_passingStep = now.step;
        m_passing.clear();
    }
    // What belongs to one step would mislead in the next: "stay on it" while the next says to come off the tool.
    const bool over = now.worked - m_passingSince >= kPassingShown || now.step != m_passingStep;
    if (now.stage != ReleaseFlow::Stage::Step || over)
        m_passingShown.clear();
    return m_passingShown;
}

void SessionWidget::renderRing(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready)
{
    const auto fraction = [](Milliseconds left, Milliseconds total) {
        return static_cast<double>(left.count()) / static_cast<double>(std::max<Milliseconds::rep>(1, total.count()));
    };
    const bool hold = now.phase == ReleaseFlow::Phase::Hold && now.stage == ReleaseFlow::Stage::Step;
    const QString said = passing(now);
    m_ring->setNote(said.isEmpty() ? ReleaseWords::phaseCue(now) : said);
    if (now.stage == ReleaseFlow::Stage::Ready) {
        const bool counts = ready.isRunning();
        m_ring->setCaption(counts ? tr("STARTS IN") : ReleaseWords::phaseCaption(now), Role::Accent);
        m_ring->setRemaining(counts ? fraction(ready.remaining(), ready.total()) : 1);
        m_ring->setNumber(
            counts ? QString::number(std::chrono::duration_cast<Seconds>(wholeSeconds(ready.remaining())).count())
                   : minutesSeconds(now.planned));
        return;
    }
    m_ring->setCaption(ReleaseWords::phaseCaption(now), hold ? Role::MuscleHighlight : Role::Accent);
    m_ring->setRemaining(fraction(now.phaseRemaining, now.phaseTotal));
    m_ring->setNumber(QString::number(std::chrono::duration_cast<Seconds>(wholeSeconds(now.phaseRemaining)).count()));
}

QString SessionWidget::nextWords(const ReleaseFlow::Snapshot& now) const
{
    if (now.stage == ReleaseFlow::Stage::Finished)
        return {};
    const std::size_t next = now.stage == ReleaseFlow::Stage::Ready ? 0 : now.step + 1;
    const QString step = next < m_routine.steps.size()
        ? ReleaseWords::stepTitle(m_routine.steps[next].kind, m_routine.steps[next].zone, m_routine.steps[next].side)
        : tr("done");
    if (now.stage == ReleaseFlow::Stage::Step) {
        const Milliseconds after = now.stepRemaining - now.phaseRemaining;
        if (now.phase == ReleaseFlow::Phase::Scan && after >= kShortestPacedHold)
            return tr("Next: hold · then %1").arg(step);
        if (now.phase == ReleaseFlow::Phase::Hold && after >= Seconds(1))
            return tr("Next: search · then %1").arg(step);
    }
    return tr("Next: %1").arg(step);
}

void SessionWidget::renderWords(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready)
{
    const QString step = ReleaseWords::stepTitle(now.stepKind, now.zone, now.side);
    const QString left =
        tr("%1 of %2 left").arg(minutesSeconds(wholeSeconds(now.remaining)), minutesSeconds(now.planned));
    SessionText text{step, left, nextWords(now), routineText(now.cue)};
    QString said = step;
    if (now.point > 0) {
        text.line = tr("point %1 · %2").arg(now.point).arg(left);
        said = tr("%1, point %2").arg(step).arg(now.point);
    } else if (now.pointsFound > 0) {
        text.line = tr("points found %1 · %2").arg(now.pointsFound).arg(left);
    }

    const QString goesOn = tr("Space goes on, Escape stops.");
    if (now.stage == ReleaseFlow::Stage::Ready) {
        text.title = tr("Lie face down on the tool");
        text.line = ready.isRunning() ? tr("It starts by itself. Space starts now, P waits.")
                                      : tr("It waits for you. Space starts.");
        text.cue = ReleaseCueWords::readyText();
        said = ready.isRunning() ? tr("It starts by itself") : tr("Ready when you are");
    } else if (now.stage == ReleaseFlow::Stage::GapAsk) {
        text.title = now.gap > Milliseconds{0} ? tr("The computer was away for %1").arg(ReleaseWords::span(now.gap))
                                               : tr("The computer goes to sleep");
        text.line = tr("That time does not count. Resume when you are back on the tool, or stop.");
        text.cue = goesOn;
        said = text.title;
    } else if (m_leaveAsked && now.stage == ReleaseFlow::Stage::Paused) {
        text.title = tr("Stop the session?");
        text.line = tr("It is paused. Stop now keeps what you did; Resume goes on.");
        text.cue = goesOn;
        said = text.title;
    } else if (now.resumedAfterCrash) {
        text.title = tr("Here you were: %1").arg(step);
        text.line = tr("%1. Resume when you are back on the tool.").arg(left);
        text.cue = goesOn;
    } else if (now.stage == ReleaseFlow::Stage::Paused) {
        text.title = tr("Paused: %1").arg(step);
        text.cue = tr("Come off the pressure.") + QLatin1Char(' ') + goesOn;
    }
    // Where the ring is too small for its note, the short cue stands in for the long one.
    if (!m_ring->showsNote() && !m_ring->note().isEmpty() && now.stage == ReleaseFlow::Stage::Step)
        text.cue = m_ring->note();
    m_words->setText(text);
    const QString caption = ReleaseWords::phaseCaption(now);
    m_words->status()->setValue(tr("%1. %2").arg(caption.left(1) + caption.mid(1).toLower(), said));
}

void SessionWidget::renderError(const ReleaseFlow::Snapshot& now)
{
    const bool failed = now.saveError.has_value();
    if (failed) {
        const QString text = tr("Not saved yet: %1. Nothing is lost, the session goes on, and saving is tried again.")
                                 .arg(headline(*now.saveError));
        if (m_errorLabel->text() != text)
            m_errorLabel->setText(text);
        m_retryButton->setWords(tr("Try again"), {});
    }
    if (m_errorBanner->isHidden() == failed)
        m_errorBanner->setVisible(failed);
}

void SessionWidget::focusStatus()
{
    m_words->status()->setFocus(Qt::OtherFocusReason);
}

void SessionWidget::request(ReleaseAction action)
{
    m_leaveAsked = false;
    Q_EMIT actionRequested(action);
    if (isVisible())
        focusStatus();
}

void SessionWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat() || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        request(ReleaseAction::Primary);
        break;
    case Qt::Key_P:
        request(m_waits ? ReleaseAction::Resume : ReleaseAction::Pause);
        break;
    case Qt::Key_Left:
        request(ReleaseAction::StepBack);
        break;
    case Qt::Key_Right:
        request(ReleaseAction::Skip);
        break;
    case Qt::Key_Escape:
        request(ReleaseAction::Stop);
        break;
    case Qt::Key_V:
        m_head->changeSound();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SessionWidget::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        request(ReleaseAction::Primary);
}

void SessionWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The second press of a double click would say "it released" right after "found one".
    event->accept();
}

void SessionWidget::applyFonts()
{
    m_theme.dress(this);
    const QFont small = m_theme.font(kSmallPixels, QFont::Normal);
    m_errorLabel->setFont(small);
    m_segments->setFont(small);
    update();
}

void SessionWidget::retranslate()
{
    m_head->setAdvice(tr("Up to 4 of 10: uncomfortable, never sharp"));
}

void SessionWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SessionWidget::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
}

void SessionWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool SessionWidget::event(QEvent* event)
{
    // Another word on a button may need another row of buttons.
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void SessionWidget::fit()
{
    const int margin = width() < kNarrowWidth ? kNarrowMargin : kMargin;
    m_column->setContentsMargins(margin, margin - space::kS, margin, margin - space::kS);
    // The buttons never give way; what they, the head and the segments leave is for the ring.
    m_bar->setMinimumHeight(m_bar->heightForWidth(width() - 2 * margin));
    const int head = m_head->heightForWidth(width() - 2 * margin);
    const int others =
        head + m_segments->sizeHint().height() + m_bar->minimumHeight() + 2 * margin + 3 * m_column->spacing();
    const int room = std::max(kSmallestRing, height() - others);
    m_ring->setFixedWidth(std::min({m_theme.px(kLargestRing), static_cast<int>(width() * kRingShare), room}));
    // A minimum enlarges the buttons at once; what is above them has to make room now, not with a later event.
    m_column->activate();
}

}  // namespace psolog
