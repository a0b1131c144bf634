// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestrunview.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/guided/sessionhead.h"
#include "gui/guided/sessionstatus.h"
#include "gui/guided/sessionwords.h"
#include "gui/selftest/ratingbar.h"
#include "gui/selftest/selftestbar.h"
#include "gui/selftest/selftestcuewords.h"
#include "gui/selftest/workedbar.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/countdownring.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kSmallPixels = 24;  ///< nothing on this screen is smaller
constexpr double kBodyPixels = 15;
constexpr int kMargin = 40;
constexpr int kNarrowMargin = 28;
constexpr int kNarrowWidth = 1100;
constexpr double kRingShare = 0.33;  ///< of the width
constexpr int kLargestRing = 400;
constexpr int kSmallestRing = 160;
constexpr Seconds kPassingShown{3};

/// Text size at which the body text of ordinary widgets is as large as this screen's smallest.
int enlarged(const Theme& theme)
{
    return static_cast<int>(kSmallPixels / kBodyPixels * theme.scale() * 100 + 0.5);
}

double part(Milliseconds left, Milliseconds total)
{
    return static_cast<double>(left.count()) / static_cast<double>(std::max<Milliseconds::rep>(1, total.count()));
}

QString seconds(Milliseconds left)
{
    return QString::number(std::chrono::ceil<Seconds>(std::max(left, Milliseconds{0})).count());
}

}  // namespace

SelfTestRunView::SelfTestRunView(Theme& theme, Services& services, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_smallTheme(std::make_unique<Theme>(ThemeChoice::Dark, enlarged(theme), ThemeScope::Subtree)),
      m_column(new QVBoxLayout(this)),
      m_head(new SessionHead(theme, services, this)),
      m_errorBanner(makeBanner("bad", this)),
      m_error(makeLabel({}, "", m_errorBanner)),
      m_retry(new Button(m_errorBanner)),
      m_ring(new CountdownRing(theme, this)),
      m_words(new SessionWords(theme, services.poses, tr("Self-test"), this)),
      m_pillow(new QCheckBox(this)),
      m_ratings(new RatingBar(theme, this)),
      m_worked(new WorkedBar(theme, this)),
      m_bar(new SelfTestBar(theme, this))
{
    setObjectName(QStringLiteral("selfTestRunView"));
    m_retry->setObjectName(QStringLiteral("retrySaveButton"));
    m_ring->setObjectName(QStringLiteral("countdownRing"));
    m_ring->setSmallestText(kSmallPixels);
    m_pillow->setObjectName(QStringLiteral("pillowCheckBox"));
    // A click must not take the focus from the status, or the next Space would take the pillow away again.
    m_pillow->setFocusPolicy(Qt::TabFocus);
    build();

    connect(m_retry, &QPushButton::clicked, this, [this] { act(TestAction::RetrySave); });
    connect(m_pillow, &QCheckBox::toggled, this, &SelfTestRunView::pillowChosen);
    connect(m_ratings, &RatingBar::rated, this, [this](Contraction contraction) {
        focusStatus();
        rate(contraction);
    });
    connect(m_worked, &WorkedBar::chosen, this, &SelfTestRunView::workedHardestChosen);
    connect(m_bar, &SelfTestBar::acted, this, &SelfTestRunView::act);
    connect(&m_theme, &Theme::changed, this, &SelfTestRunView::applyFonts);
    applyFonts();
    retranslate();
}

SelfTestRunView::~SelfTestRunView() = default;

void SelfTestRunView::build()
{
    auto* error = new QHBoxLayout(m_errorBanner);
    error->addWidget(m_error, 1);
    error->addWidget(m_retry);
    m_errorBanner->hide();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(space::kXl + space::kS);
    middle->addWidget(m_ring);
    middle->addWidget(m_words, 1);
    m_column->setSpacing(space::kL);
    m_column->addWidget(m_head);
    m_column->addWidget(m_errorBanner);
    m_column->addLayout(middle, 1);
    m_column->addWidget(m_pillow, 0, Qt::AlignLeft);
    m_column->addWidget(m_ratings);
    m_column->addWidget(m_worked);
    m_column->addWidget(m_bar);
}

void SelfTestRunView::retranslate()
{
    m_pillow->setText(tr("With a pillow under the hips"));
    m_worked->retranslate();
    m_retry->setText(tr("Save again"));
    m_ratings->retranslate();
}

void SelfTestRunView::show(const SelfTestDriver& test, const ReadyCountdown& ready)
{
    m_shown = test.view();
    m_held = ready.isHeld();
    const StageWords words = test.words();
    m_head->setName(words.kicker);
    showRing(words, ready);
    showWords(test, words, ready);
    showAnswers(test);
    m_bar->render(m_shown, m_held);

    FigureWidget* figure = m_words->figure();
    figure->setPose(m_shown.pose);
    figure->setMirrored(test.mirrored());
    if (const std::set<Muscle> muscles = test.highlight(); muscles.empty())
        figure->clearHighlight();
    else
        figure->setHighlight(muscles);

    m_errorBanner->setVisible(m_shown.saveError.has_value());
    if (m_shown.saveError)
        m_error->setText(psolog::headline(*m_shown.saveError) + QStringLiteral(". ") + describe(*m_shown.saveError));
}

QString SelfTestRunView::passing()
{
    if (!m_passing.isEmpty()) {
        m_passingShown = m_passing;
        m_passingSince = m_shown.inStage;
        m_passingPart = m_shown.part;
        m_passing.clear();
    }
    if (m_shown.part != m_passingPart || m_shown.inStage - m_passingSince >= kPassingShown)
        m_passingShown.clear();
    return m_passingShown;
}

void SelfTestRunView::showRing(const StageWords& words, const ReadyCountdown& ready)
{
    const Countdown& countdown = m_shown.countdown;
    const bool effort = m_shown.part == TestStage::Effort;
    m_ring->setCaption(words.caption, effort ? Role::MuscleHighlight : Role::Accent);
    m_ring->setNote(passing());
    if (m_shown.part == TestStage::Introduction) {
        m_ring->setCaption(ready.isRunning() ? tr("STARTS IN") : tr("READY"), Role::Accent);
        m_ring->setRemaining(ready.isRunning() ? part(ready.remaining(), ready.total()) : 1);
        m_ring->setNumber(ready.isRunning() ? seconds(ready.remaining()) : QStringLiteral("–"));
    } else if (m_shown.part == TestStage::Rate) {
        m_ring->setRemaining(m_shown.offered ? 1 : 0);
        m_ring->setNumber(m_shown.offered ? QString::number(static_cast<int>(*m_shown.offered)) : QStringLiteral("?"));
        m_ring->setNote(m_shown.offered ? SelfTestWords::of(*m_shown.offered) : tr("0 to 4"));
    } else {
        m_ring->setRemaining(part(countdown.remaining, countdown.total));
        m_ring->setNumber(countdown.total.count() > 0 ? seconds(countdown.remaining) : QStringLiteral("–"));
    }
}

void SelfTestRunView::showWords(const SelfTestDriver& test, const StageWords& words, const ReadyCountdown& ready)
{
    SessionText text{words.title, words.heading, words.next, words.text};
    QString said = words.title + QStringLiteral(". ") + words.heading;
    if (m_shown.part == TestStage::Introduction) {
        text.next = ready.isRunning() ? tr("It starts by itself. Space starts now, P waits.")
                                      : tr("It waits for you. Space starts.");
        text.cue = words.text + QLatin1Char(' ') + SelfTestCueWords::keysText();
    } else if (m_leaveAsked) {
        text.title = tr("Stop the self-test?");
        text.line = tr("What was rated is kept as an incomplete test.");
        text.next.clear();
        text.cue = tr("Space goes on, Escape stops.");
        said = text.title;
    }
    m_words->setText(text);
    m_words->status()->setValue(said);
    // Before the first rating there is nothing to read but dashes.
    m_head->setAdvice(m_shown.readings.empty()
                          ? QString()
                          : SelfTestWords::readingsLine(test.record().kind, m_shown.repeats, m_shown.readings));
}

void SelfTestRunView::showAnswers(const SelfTestDriver& test)
{
    const bool introduction = m_shown.part == TestStage::Introduction;
    const bool glute = test.record().kind == SelfTestKind::GluteActivation;
    m_pillow->setVisible(introduction && glute && m_shown.allowed.pillow);
    const QSignalBlocker silent(m_pillow);
    m_pillow->setChecked(m_shown.pillow);
    m_ratings->setVisible(!introduction);
    m_ratings->setEnabled(m_shown.allowed.rate);
    // The last reading's rating, lit while the next one is prepared, would look like an answer for the other leg.
    const bool rated = m_shown.current && m_shown.allowed.rate;
    m_ratings->setRating(rated ? std::optional(m_shown.current->contraction) : std::nullopt);
    m_ratings->setOffered(m_shown.offered);
    m_worked->setVisible(!introduction && glute);
    m_worked->setEnabled(m_shown.allowed.workedHardest);
    m_worked->setChosen(m_shown.workedHardest);
}

void SelfTestRunView::focusStatus()
{
    m_words->status()->setFocus(Qt::OtherFocusReason);
}

void SelfTestRunView::act(TestAction action)
{
    // A button that was pressed may hide; the keys must keep working.
    focusStatus();
    Q_EMIT acted(action);
}

void SelfTestRunView::rate(Contraction contraction)
{
    m_leaveAsked = false;
    Q_EMIT rated(contraction);
}

void SelfTestRunView::keyPressEvent(QKeyEvent* event)
{
    // A key held down means one press.
    if (event->isAutoRepeat())
        return;
    const int key = event->key();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_worked->isVisible() && m_worked->takeKey(key))
        return;
    if (key >= Qt::Key_0 && key <= Qt::Key_4 && m_ratings->isVisible())
        rate(static_cast<Contraction>(key - Qt::Key_0));
    else if (key == Qt::Key_Escape)
        act(TestAction::Cancel);
    else if (key == Qt::Key_P)
        act(m_shown.allowed.resume || m_held ? TestAction::Resume : TestAction::Pause);
    else if (key == Qt::Key_Backspace)
        act(TestAction::Redo);
    else if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
        act(TestAction::Primary);
    else if (key == Qt::Key_V)
        m_head->changeSound();
    else
        QWidget::keyPressEvent(event);
}

void SelfTestRunView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        act(TestAction::Primary);
}

void SelfTestRunView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // One answer, not two.
    event->accept();
}

void SelfTestRunView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
}

void SelfTestRunView::applyFonts()
{
    m_theme.dress(this);
    m_smallTheme->apply(ThemeChoice::Dark, enlarged(m_theme));
    m_smallTheme->dress(m_errorBanner);
    m_smallTheme->dress(m_pillow);
    update();
}

void SelfTestRunView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool SelfTestRunView::event(QEvent* event)
{
    // What is below the ring came or went.
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void SelfTestRunView::fit()
{
    const int margin = width() < kNarrowWidth ? kNarrowMargin : kMargin;
    m_column->setContentsMargins(margin, margin - space::kS, margin, margin - space::kS);
    const int wide = width() - 2 * margin;
    int others = 2 * margin;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_errorBanner), static_cast<QWidget*>(m_pillow),
          static_cast<QWidget*>(m_ratings), static_cast<QWidget*>(m_worked), static_cast<QWidget*>(m_bar)})
        if (!widget->isHidden())
            others += (widget->hasHeightForWidth() ? widget->heightForWidth(wide) : widget->sizeHint().height())
                + m_column->spacing();
    const int room = std::max(kSmallestRing, height() - others);
    m_ring->setFixedWidth(std::min({m_theme.px(kLargestRing), static_cast<int>(width() * kRingShare), room}));
}

}  // namespace psolog
