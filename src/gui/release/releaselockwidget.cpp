// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releaselockwidget.h"

#include <QCheckBox>
#include <QEvent>

#include "gui/release/checkrow.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "ui_releaselock.h"

namespace psolog {

ReleaseLockWidget::ReleaseLockWidget(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ReleaseLock>())
{
    m_ui->setupUi(this);
    auto* buttons = new FlowLayout(space::kM, m_ui->buttonsWidget);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_ui->confirmButton);
    buttons->addWidget(m_ui->learnButton);
    m_ui->confirmRow->box()->setObjectName(QStringLiteral("confirmCheckBox"));
    m_ui->errorLabel->hide();
    connect(m_ui->confirmRow, &CheckRow::toggled, this, &ReleaseLockWidget::updateButton);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        if (m_gate.state == GateState::LockedByRedStop)
            Q_EMIT adviceAcknowledged();
        else
            Q_EMIT clinicianCleared();
    });
    connect(m_ui->learnButton, &QPushButton::clicked, this, &ReleaseLockWidget::learnRequested);
}

ReleaseLockWidget::~ReleaseLockWidget() = default;

void ReleaseLockWidget::showGate(const ReleaseGate& gate, LocalDay today)
{
    m_gate = gate;
    m_today = today;
    m_ui->confirmRow->setChecked(false);
    setError({});
    retranslate();
}

void ReleaseLockWidget::setError(const QString& text)
{
    m_ui->errorLabel->setText(text);
    m_ui->errorLabel->setVisible(!text.isEmpty());
}

void ReleaseLockWidget::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (readOnly)
        setError(tr("This log can only be read, so nothing can be stored in it."));
    updateButton();
}

void ReleaseLockWidget::focusFirst()
{
    m_ui->confirmRow->box()->setFocus(Qt::OtherFocusReason);
}

void ReleaseLockWidget::updateButton()
{
    m_ui->confirmButton->setEnabled(!m_readOnly && m_ui->confirmRow->isChecked());
    m_ui->confirmRow->setEnabled(!m_readOnly);
}

void ReleaseLockWidget::fill(QVBoxLayout* lines, const QStringList& texts)
{
    while (QLayoutItem* item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& text : texts)
        lines->addWidget(makeLabel(tr("•  %1").arg(text), "", this));
}

void ReleaseLockWidget::retranslate()
{
    if (m_gate.state == GateState::LockedByRedStop) {
        const StopReason reason = m_gate.reason.value_or(StopReason::SharpPain);
        m_ui->titleLabel->setText(tr("Stopping was right"));
        m_ui->reasonLabel->setText(tr("You stopped because of: %1. Read this before you use the tool again.")
                                       .arg(ReleaseWords::of(reason).toLower()));
        m_ui->adviceTitleLabel->setText(tr("What to do now"));
        fill(m_ui->adviceLines, ReleaseWords::redAdvice(reason));
        m_ui->confirmRow->setText(tr("I have read this, and the feeling is gone or a clinician knows about it."));
        m_ui->confirmButton->setText(tr("I have read this"));
    } else {
        QStringList items;
        for (const SafetyItem item : m_gate.items)
            items << ReleaseWords::of(item);
        m_ui->titleLabel->setText(tr("The release waits for a clinician"));
        m_ui->reasonLabel->setText(
            tr("Pressing on the abdomen may not be safe for you. Check-ins, self-tests and trends work as usual."));
        m_ui->adviceTitleLabel->setText(tr("You answered yes to"));
        fill(m_ui->adviceLines, items);
        m_ui->confirmRow->setText(tr("A clinician knows about this and agreed that I use the tool. "
                                     "My statement is stored with today's date, %1.")
                                      .arg(longDate(m_today, m_today)));
        m_ui->confirmButton->setText(tr("A clinician cleared me"));
    }
    fill(m_ui->helpLines, ReleaseWords::helpNow());
    updateButton();
}

void ReleaseLockWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace psolog
