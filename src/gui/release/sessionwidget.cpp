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

#include "gui/release/releasewords.h"
#include "gui/release/sessionbar.h"
#include "gui/release/sessionbutton.h"
#include "gui/release/sessionstatus.h"
#include "gui/release/sessionwords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/countdownring.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
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

/// Seconds left as a person counts them: the last one is "1".
Milliseconds wholeSeconds(Milliseconds left)
{
    return std::chrono::ceil<Seconds>(std::max(left, Milliseconds(0)));
}

}  // namespace

SessionWidget::SessionWidget(Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QVBoxLayout(this)),
      m_middle(new QHBoxLayout),
      m_name(makeLabel({}, "muted", this)),
      m_advice(makeLabel({}, "muted", this)),
      m_errorBanner(makeBanner("warn", this)),
      m_errorLabel(makeLabel({}, "", m_errorBanner)),
      m_retryButton(new SessionButton(theme, SessionButton::Kind::Plain, m_errorBanner)),
      m_ring(new CountdownRing(theme, this)),
      m_words(new SessionWords(theme, poses, this)),
      m_segments(new SegmentBar(theme, this)),
      m_bar(new SessionBar(theme, this))
{
    m_name->setObjectName(QStringLiteral("routineNameLabel"));
    m_advice->setObjectName(QStringLiteral("pressureLabel"));
    m_advice->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_errorBanner->setObjectName(QStringLiteral("saveErrorBanner"));
    m_errorLabel->setObjectName(QStringLiteral("saveErrorLabel"));
    m_retryButton->setObjectName(QStringLiteral("retrySaveButton"));
    m_ring->setObjectName(QStringLiteral("countdownRing"));
    m_ring->setSmallestText(static_cast<int>(kSmallPixels));
    m_segments->setObjectName(QStringLiteral("segmentBar"));

    auto* head = new QHBoxLayout;
    head->setSpacing(space::kL);
    head->addWidget(m_name, 3);
    head->addWidget(m_advice, 4);
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
    m_column->addLayout(head);
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
        segments.push_back({ReleaseWords::stepLabel(step), static_cast<double>(step.duration.count())});
    m_segments->setSegments(segments);
    m_leaveAsked = false;
}

void SessionWidget::render(const ReleaseFlow::Snapshot& now)
{
    m_paused = now.stage == ReleaseFlow::Stage::Paused;
    m_name->setText(tr("%1 · %2").arg(QString::fromStdString(m_routine.name), ReleaseWords::of(now.side)));
    renderRing(now);
    renderWords(now);
    renderError(now);
    m_words->setPose(now.pose);
    m_segments->setDone(now.stepDone);
    m_segments->setCurrent(now.stage == ReleaseFlow::Stage::Ready ? -1 : static_cast<int>(now.step));
    m_bar->render(now);
}

void SessionWidget::renderRing(const ReleaseFlow::Snapshot& now)
{
    const bool ready = now.stage == ReleaseFlow::Stage::Ready;
    const bool hold = now.phase == ReleaseFlow::Phase::Hold && now.stage == ReleaseFlow::Stage::Step;
    m_ring->setCaption(ReleaseWords::phaseCaption(now), hold ? Role::MuscleHighlight : Role::Accent);
    m_ring->setNote(ReleaseWords::phaseCue(now));
    if (ready) {
        m_ring->setRemaining(1);
        m_ring->setNumber(minutesSeconds(now.planned));
        return;
    }
    const auto total = static_cast<double>(std::max<Milliseconds::rep>(1, now.phaseTotal.count()));
    m_ring->setRemaining(static_cast<double>(now.phaseRemaining.count()) / total);
    m_ring->setNumber(QString::number(std::chrono::duration_cast<Seconds>(wholeSeconds(now.phaseRemaining)).count()));
}

void SessionWidget::renderWords(const ReleaseFlow::Snapshot& now)
{
    const QString step = ReleaseWords::stepTitle(now.stepKind, now.zone, now.side);
    const QString left =
        tr("%1 of %2 left").arg(minutesSeconds(wholeSeconds(now.remaining)), minutesSeconds(now.planned));
    QString title = step;
    QString line = left;
    QString said = step;
    QString cue = QString::fromStdString(now.cue);
    if (now.point > 0) {
        line = tr("point %1 · %2").arg(now.point).arg(left);
        said = tr("%1, point %2").arg(step).arg(now.point);
    } else if (now.pointsFound > 0) {
        line = tr("points found %1 · %2").arg(now.pointsFound).arg(left);
    }

    if (now.stage == ReleaseFlow::Stage::Ready) {
        title = tr("Ready when you are");
        line = tr("Hands-free: it sets the pace. Press Space when you find a point, and when it releases.");
        said = title;
    } else if (now.stage == ReleaseFlow::Stage::GapAsk) {
        title = tr("The computer slept for %1").arg(ReleaseWords::span(now.gap));
        line = tr("That time does not count. Resume when you are back on the tool, or stop.");
        said = title;
        cue.clear();
    } else if (m_leaveAsked && m_paused) {
        title = tr("Stop the session?");
        line = tr("It is paused. Stop now keeps what you did; Resume goes on.");
        said = title;
        cue.clear();
    } else if (now.resumedAfterCrash) {
        title = tr("Here you were: %1").arg(step);
        line = tr("%1. Resume when you are back on the tool.").arg(left);
    }
    // Where the ring is too small for its note, the short cue stands in for the long one.
    m_words->setWords(title, line, m_ring->showsNote() || cue.isEmpty() ? cue : m_ring->note());
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
        request(m_paused ? ReleaseAction::Resume : ReleaseAction::Pause);
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
    m_name->setFont(small);
    m_advice->setFont(small);
    m_errorLabel->setFont(small);
    m_segments->setFont(small);
    update();
}

void SessionWidget::retranslate()
{
    m_advice->setText(tr("Up to 4 of 10: uncomfortable, never sharp"));
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
    const int others = m_name->sizeHint().height() + m_segments->sizeHint().height() + m_bar->minimumHeight() + 2 * margin
        + 3 * m_column->spacing();
    const int room = std::max(kSmallestRing, height() - others);
    m_ring->setFixedWidth(std::min({kLargestRing, static_cast<int>(width() * kRingShare), room}));
}

}  // namespace psolog
