// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestrunview.h"

#include <cmath>

#include <QAccessible>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/selftest/ratingbar.h"
#include "gui/selftest/workedrow.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/countdownring.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kRing = 118;

}  // namespace

SelfTestRunView::SelfTestRunView(Services& services, QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(this)), m_stop(new Button(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("selfTestRunView"));
    m_stop->setObjectName(QStringLiteral("stopTestButton"));
    m_stop->setKeyHint(tr("Esc"));
    m_header->addAction(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT acted(TestAction::Cancel); });

    m_errorBanner = makeBanner("bad", this);
    m_error = makeLabel({}, "", m_errorBanner);
    m_retry = new Button(m_errorBanner);
    m_retry->setObjectName(QStringLiteral("retrySaveButton"));
    auto* errorRow = new QHBoxLayout(m_errorBanner);
    errorRow->addWidget(m_error, 1);
    errorRow->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT acted(TestAction::RetrySave); });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kL);
    layout->addWidget(m_header);
    layout->addWidget(m_errorBanner);
    layout->addWidget(buildStage(services), 1);
    layout->addWidget(buildAnswers(services));
    retranslate();
}

QFrame* SelfTestRunView::buildStage(Services& services)
{
    auto* card = makeCard(this);
    m_figure = new FigureWidget(services.theme, services.poses, card);
    m_figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_figure->setMinimumHeight(100);
    m_figure->setPreferredHeight(100);
    m_ring = new CountdownRing(services.theme, card);
    m_ring->setFixedSize(services.theme.px(kRing), services.theme.px(kRing));
    connect(&services.theme, &Theme::changed, m_ring, [this, &services] {
        m_ring->setFixedSize(services.theme.px(kRing), services.theme.px(kRing));
    });
    m_heading = makeLabel({}, "card-title", card);
    m_heading->setObjectName(QStringLiteral("instructionLabel"));
    m_text = makeLabel({}, "muted", card);
    m_pillow = new QCheckBox(card);
    m_pillow->setObjectName(QStringLiteral("pillowCheckBox"));
    connect(m_pillow, &QCheckBox::toggled, this, &SelfTestRunView::pillowChosen);

    const auto button = [&](const char* name, const QString& variant, const QString& key) {
        auto* made = new Button(card);
        made->setObjectName(QString::fromLatin1(name));
        made->setVariant(variant);
        made->setKeyHint(key);
        return made;
    };
    m_go = button("goButton", QStringLiteral("primary"), tr("Space"));
    m_pause = button("pauseTestButton", {}, tr("P"));
    m_redo = button("redoButton", {}, tr("⌫"));
    connect(m_go, &QPushButton::clicked, this, &SelfTestRunView::go);
    // A button that was pressed may hide; the keys must keep working.
    connect(m_pause, &QPushButton::clicked, this, [this] {
        setFocus();
        Q_EMIT acted(TestAction::Pause);
    });
    connect(m_redo, &QPushButton::clicked, this, [this] {
        setFocus();
        Q_EMIT acted(TestAction::Redo);
    });
    // Keys belong to the view, so that they work wherever the focus is; buttons are for the mouse and for Tab.
    auto* buttons = new FlowLayout(10);
    for (Button* each : {m_go, m_pause, m_redo})
        buttons->addWidget(each);

    auto* words = new QVBoxLayout;
    words->setSpacing(space::kXs);
    words->addWidget(m_heading);
    words->addWidget(m_text);
    words->addWidget(m_pillow);
    words->addSpacing(space::kS);
    words->addLayout(buttons);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kXl, 0, space::kXl, 0);
    row->setSpacing(space::kXl);
    row->addWidget(m_ring);
    row->addLayout(words, 1);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(space::kM);
    layout->addWidget(m_figure, 1);
    layout->addLayout(row);
    return card;
}

QFrame* SelfTestRunView::buildAnswers(Services& services)
{
    m_answers = makeCard(this);
    m_ratings = new RatingBar(services.theme, m_answers);
    connect(m_ratings, &RatingBar::rated, this, [this](Contraction contraction) {
        setFocus();
        Q_EMIT rated(contraction);
    });
    m_line = makeLabel({}, "small", m_answers);
    m_line->setObjectName(QStringLiteral("readingsLabel"));
    m_workedRow = new WorkedRow(m_answers);
    connect(m_workedRow, &WorkedRow::chosen, this, &SelfTestRunView::workedHardestChosen);
    auto* layout = new QVBoxLayout(m_answers);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(space::kM);
    layout->addWidget(m_ratings);
    layout->addWidget(m_workedRow);
    layout->addWidget(m_line);
    return m_answers;
}

QWidget* SelfTestRunView::statusWidget() const
{
    return const_cast<SelfTestRunView*>(this);
}

void SelfTestRunView::retranslate()
{
    setAccessibleName(tr("Self-test"));
    m_stop->setText(tr("Stop and keep what was rated"));
    m_pause->setText(tr("Pause"));
    m_redo->setText(tr("Rate again"));
    m_redo->setAccessibleName(tr("Do the last reading again"));
    m_pillow->setText(tr("With a pillow under the hips"));
    m_workedRow->setQuestion(tr("What worked hardest?"));
    m_workedRow->retranslate();
    m_retry->setText(tr("Save again"));
    m_ratings->retranslate();
}

void SelfTestRunView::show(const SelfTestDriver& test)
{
    m_shown = test.view();
    const StageWords words = test.words();
    const bool introduction = test.screen() == SelfTestDriver::Screen::Introduction;
    m_header->setKicker(words.kicker);
    m_header->setTitle(words.title);
    m_heading->setText(words.heading);
    m_text->setText(words.text);
    m_figure->setPose(m_shown.pose);
    m_figure->setMirrored(test.mirrored());
    if (const std::set<Muscle> muscles = test.highlight(); muscles.empty())
        m_figure->clearHighlight();
    else
        m_figure->setHighlight(muscles);

    const Countdown& countdown = m_shown.countdown;
    m_ring->setVisible(countdown.total.count() > 0);
    if (countdown.total.count() > 0) {
        m_ring->setRemaining(static_cast<double>(countdown.remaining.count()) / static_cast<double>(countdown.total.count()));
        m_ring->setNumber(QString::number(std::chrono::ceil<Seconds>(countdown.remaining).count()));
    }
    m_go->setVisible(m_shown.allowed.start || m_shown.allowed.resume);
    m_go->setText(m_shown.allowed.start ? tr("Start test") : tr("Go on"));
    m_pause->setVisible(m_shown.allowed.pause);
    m_redo->setVisible(m_shown.allowed.redo);
    m_pillow->setVisible(introduction && m_shown.allowed.pillow);
    m_pillow->setChecked(m_shown.pillow);
    m_stop->setText(introduction ? tr("Back") : tr("Stop and keep what was rated"));

    m_answers->setVisible(!introduction);
    m_ratings->setEnabled(m_shown.allowed.rate);
    m_ratings->setRating(m_shown.current ? std::optional(m_shown.current->contraction) : std::nullopt);
    m_workedRow->setVisible(test.record().kind == SelfTestKind::GluteActivation);
    m_workedRow->setEnabled(m_shown.allowed.workedHardest);
    m_workedRow->setChosen(m_shown.workedHardest);
    QString line = SelfTestWords::readingsLine(test.record().kind, m_shown.repeats, m_shown.readings);
    if (test.record().kind == SelfTestKind::GluteActivation && m_shown.allowed.rate && !m_shown.awaitingRating)
        line += tr(" · You can also rate when you are back up.");
    m_line->setText(line);

    m_errorBanner->setVisible(m_shown.saveError.has_value());
    if (m_shown.saveError)
        m_error->setText(psolog::headline(*m_shown.saveError) + QStringLiteral(". ") + describe(*m_shown.saveError));

    // Told once a stage, not once a second.
    const QString status = words.title + QStringLiteral(". ") + words.heading;
    if (status != m_announced) {
        m_announced = status;
        setAccessibleDescription(status);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void SelfTestRunView::go()
{
    Q_EMIT acted(m_shown.allowed.start ? TestAction::Start : TestAction::Resume);
    setFocus();
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
    if (m_workedRow->isVisible() && m_workedRow->takeKey(key))
        return;
    if (key >= Qt::Key_0 && key <= Qt::Key_4 && m_answers->isVisible())
        Q_EMIT rated(static_cast<Contraction>(key - Qt::Key_0));
    else if (key == Qt::Key_Escape)
        Q_EMIT acted(TestAction::Cancel);
    else if (key == Qt::Key_P)
        Q_EMIT acted(m_shown.allowed.resume ? TestAction::Resume : TestAction::Pause);
    else if (key == Qt::Key_Backspace)
        Q_EMIT acted(TestAction::Redo);
    else if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
        go();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace psolog
