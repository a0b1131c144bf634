// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/firststart/firststartwizard.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "gui/firststart/choicestep.h"
#include "gui/firststart/safetystep.h"
#include "gui/firststart/welcomestep.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kColumnWidth = 720;
}

FirstStartWizard::FirstStartWizard(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_welcome(new WelcomeStep(services.theme, services.poses)),
      m_safety(new SafetyStep),
      m_choice(new ChoiceStep),
      m_steps{m_welcome, m_safety, m_choice},
      m_progress(makeLabel({}, "muted")),
      m_title(makeLabel({}, "page-title")),
      m_column(new QWidget),
      m_scroll(new QScrollArea(this)),
      m_errorFrame(makeBanner("bad")),
      m_error(makeLabel({}, "")),
      m_back(new Button({}, QStringLiteral("secondary"))),
      m_next(new Button({}, QStringLiteral("primary")))
{
    setObjectName(QStringLiteral("firstStartWizard"));
    m_progress->setObjectName(QStringLiteral("progressLabel"));
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_errorFrame->setObjectName(QStringLiteral("errorFrame"));
    m_error->setObjectName(QStringLiteral("errorLabel"));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_next->setKeyHint(QStringLiteral("↵"));

    auto* errorLayout = new QVBoxLayout(m_errorFrame);
    errorLayout->setContentsMargins(16, 12, 16, 12);
    errorLayout->addWidget(m_error);
    m_errorFrame->hide();

    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_progress);
    column->addWidget(m_title);
    for (FirstStep* each : m_steps) {
        column->addWidget(each);
        each->hide();
    }
    column->addWidget(m_errorFrame);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kM);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_next);
    column->addLayout(buttons);
    column->addStretch(1);

    auto* content = new QWidget;
    auto* center = new QHBoxLayout(content);
    center->setContentsMargins(34, 34, 34, space::kXl);
    center->addStretch(1);
    center->addWidget(m_column, 1000);
    center->addStretch(1);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    connect(m_back, &QPushButton::clicked, this, &FirstStartWizard::goBack);
    connect(m_next, &QPushButton::clicked, this, &FirstStartWizard::goOn);
    connect(m_safety, &SafetyStep::noneChosen, m_next, [this] { m_next->setFocus(); });
    auto* back = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this);
    connect(back, &QShortcut::activated, this, &FirstStartWizard::goBack);
    connect(&services.theme, &Theme::changed, this, &FirstStartWizard::arrange);
    arrange();
    showStep(0);
}

FirstStep& FirstStartWizard::step() const
{
    return *m_steps.at(static_cast<std::size_t>(m_index));
}

void FirstStartWizard::activate()
{
    step().begin();
}

void FirstStartWizard::showStep(int index)
{
    step().hide();
    m_index = index;
    m_errorFrame->hide();
    m_choice->setLocked(!m_safety->present().empty());
    step().show();
    m_back->setVisible(index > 0);
    retranslate();
    m_scroll->verticalScrollBar()->setValue(0);
    activate();
}

void FirstStartWizard::goBack()
{
    if (m_index > 0)
        showStep(m_index - 1);
}

void FirstStartWizard::goOn()
{
    if (!step().accept())
        return;
    if (m_index + 1 < static_cast<int>(m_steps.size()))
        showStep(m_index + 1);
    else
        finish();
}

void FirstStartWizard::finish()
{
    const auto stored = store();
    m_errorFrame->setVisible(!stored);
    if (!stored) {
        m_error->setText(tr("%1. %2").arg(headline(stored.error()), describe(stored.error())));
        m_next->setText(tr("Try again"));
        m_next->setFocus();
        return;
    }
    m_services.changes.announce();
    Q_EMIT finished();
}

Result<void> FirstStartWizard::store()
{
    // Made once, so that a second try stores the same records and not two of each.
    if (!m_recorded) {
        m_recorded = m_services.recordedNow();
        m_athleteId = m_services.ids.make<AthleteId>();
        m_screeningId = m_services.ids.make<ScreeningId>();
    }
    Athlete athlete;
    athlete.id = m_athleteId;
    athlete.name = m_welcome->name().toStdString();
    athlete.start = m_choice->choice();
    athlete.created = *m_recorded;
    SafetyScreening screening;
    screening.id = m_screeningId;
    screening.recorded = *m_recorded;
    screening.present = m_safety->present();
    return m_services.athletes.save(athlete).and_then([&] { return m_services.athletes.save(screening); });
}

void FirstStartWizard::arrange()
{
    m_column->setMaximumWidth(m_services.theme.px(kColumnWidth));
}

void FirstStartWizard::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->isAutoRepeat()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_back->hasFocus())
        goBack();
    else
        goOn();
}

void FirstStartWizard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstStartWizard::retranslate()
{
    const bool last = m_index + 1 == static_cast<int>(m_steps.size());
    m_progress->setText(tr("%1 of %2").arg(m_index + 1).arg(m_steps.size()));
    m_title->setText(step().title());
    m_scroll->setAccessibleName(step().title());
    m_back->setText(tr("&Back"));
    m_next->setText(last ? tr("&Start with Psolog") : tr("&Continue"));
}

}  // namespace psolog
