// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releaserecoverywidget.h"

#include <QEvent>

#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/routinetexts.h"
#include "session/releaseflow.h"
#include "ui_releaserecovery.h"

namespace psolog {

ReleaseRecoveryWidget::ReleaseRecoveryWidget(QWidget* parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::ReleaseRecovery>())
{
    m_ui->setupUi(this);
    auto* buttons = new FlowLayout(space::kM, m_ui->buttonsWidget);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_ui->continueButton);
    buttons->addWidget(m_ui->partialButton);
    buttons->addWidget(m_ui->discardButton);
    m_ui->errorLabel->hide();
    connect(m_ui->continueButton, &QPushButton::clicked, this, &ReleaseRecoveryWidget::continueChosen);
    connect(m_ui->partialButton, &QPushButton::clicked, this, &ReleaseRecoveryWidget::partialChosen);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &ReleaseRecoveryWidget::discardChosen);
}

ReleaseRecoveryWidget::~ReleaseRecoveryWidget() = default;

void ReleaseRecoveryWidget::showSession(const ReleaseSession& session, LocalDay today, const QString& continueProblem)
{
    m_session = session;
    m_today = today;
    m_continueProblem = continueProblem;
    showError({});
    retranslate();
}

void ReleaseRecoveryWidget::showError(const std::optional<Error>& error)
{
    m_ui->errorLabel->setVisible(error.has_value());
    if (error)
        m_ui->errorLabel->setText(tr("%1. %2").arg(headline(*error), describe(*error)));
}

void ReleaseRecoveryWidget::setReadOnly(bool readOnly)
{
    m_ui->continueButton->setEnabled(!readOnly && m_continueProblem.isEmpty());
    m_ui->partialButton->setEnabled(!readOnly);
    m_ui->discardButton->setEnabled(!readOnly);
    if (readOnly) {
        m_ui->errorLabel->setText(tr("This log can only be read, so nothing can be stored in it."));
        m_ui->errorLabel->show();
    }
}

void ReleaseRecoveryWidget::focusFirst()
{
    auto* first = m_ui->continueButton->isEnabled() ? m_ui->continueButton : m_ui->partialButton;
    first->setFocus(Qt::OtherFocusReason);
}

void ReleaseRecoveryWidget::retranslate()
{
    const ReleaseSession proven = endedAs(m_session, ReleaseOutcome::Partial);
    QString when = tr("%1 at %2: %3")
                       .arg(relativeDay(m_session.recorded.day, m_today), clockTime(m_session.recorded.at),
                            routineText(m_session.routineName));
    when[0] = when[0].toUpper();
    m_ui->whenLabel->setText(when);
    m_ui->factsLabel->setText(tr("It came this far: %1.").arg(ReleaseWords::sessionFacts(proven)));
    m_ui->whereLabel->setVisible(!m_session.events.empty());
    if (!m_session.events.empty()) {
        const SessionEvent& last = m_session.events.back();
        m_ui->whereLabel->setText(
            tr("The last thing noted was in step %1, at %2.").arg(last.step + 1).arg(clockTime(last.at)));
    }
    m_ui->continueHintLabel->setText(m_continueProblem);
    m_ui->continueHintLabel->setVisible(!m_continueProblem.isEmpty());
    m_ui->continueButton->setEnabled(m_continueProblem.isEmpty());
}

void ReleaseRecoveryWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace psolog
