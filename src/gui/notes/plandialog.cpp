// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/plandialog.h"

#include <algorithm>

#include <QEvent>
#include <QPushButton>

#include "core/validation.h"
#include "gui/notes/dialogsize.h"
#include "gui/notes/notewords.h"
#include "gui/notes/routinepreview.h"
#include "gui/shell/services.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"
#include "ui_plandialog.h"

namespace psolog {

namespace {
constexpr QSize kFirstSize{520, 620};
}

PlanDialog::PlanDialog(Services& services, const PlanRequest& request, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_request(request),
      m_ui(std::make_unique<Ui::PlanDialog>()),
      m_preview(new RoutinePreview),
      m_id(services.ids.make<CoachPlanId>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("planDialog"));
    m_ui->previewScrollArea->setWidget(m_preview);
    m_ui->previewScrollArea->viewport()->setAutoFillBackground(false);
    m_preview->setAutoFillBackground(false);
    m_ui->daysSpinBox->setValue(request.current ? request.current->daysAWeek : 5);
    m_ui->authorFields->setVisible(request.author.empty());
    m_ui->authorLineEdit->setMaxLength(static_cast<int>(kMaxNameLength));
    m_ui->errorLabel->hide();
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Save);
    save->setObjectName(QStringLiteral("planSaveButton"));
    setLook(save, "variant", QStringLiteral("primary"));
    fillRoutines();
    connect(m_ui->routineComboBox, &QComboBox::currentIndexChanged, this, &PlanDialog::showRoutine);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &PlanDialog::save);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->authorLineEdit, &QLineEdit::textChanged, this, [this] {
        m_ui->errorLabel->hide();
        setLook(m_ui->authorLineEdit, "invalid", false);
    });
    retranslate();
    showRoutine();
    fitToScreen(*this, services.theme, kFirstSize);
    m_ui->routineComboBox->setFocus();
}

PlanDialog::~PlanDialog() = default;

void PlanDialog::fillRoutines()
{
    for (const StoredRoutine& stored : m_services.routines.routines())
        m_routines.push_back(stored.routine);
    std::size_t chosen = 0;
    if (m_request.current) {
        const Routine& planned = m_request.current->routine;
        const auto same = std::find(m_routines.begin(), m_routines.end(), planned);
        chosen = static_cast<std::size_t>(same - m_routines.begin());
        // The routine may have been changed or removed since.
        if (same == m_routines.end())
            m_routines.push_back(planned);
    }
    for (const Routine& routine : m_routines)
        m_ui->routineComboBox->addItem(routineText(routine.name));
    m_ui->routineComboBox->setCurrentIndex(static_cast<int>(chosen));
}

void PlanDialog::showRoutine()
{
    const int index = m_ui->routineComboBox->currentIndex();
    if (index >= 0)
        m_preview->setRoutine(m_routines[static_cast<std::size_t>(index)]);
}

void PlanDialog::retranslate()
{
    setWindowTitle(tr("Plan"));
    m_ui->titleLabel->setText(m_request.athlete.isEmpty() ? tr("Propose a plan")
                                                          : tr("Propose a plan to %1").arg(m_request.athlete));
    m_ui->cautionLabel->setText(NoteWords::planCaution());
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setText(tr("&Save plan"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->previewScrollArea->setAccessibleName(tr("Steps of the routine"));
}

void PlanDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        for (std::size_t i = 0; i < m_routines.size(); ++i)
            m_ui->routineComboBox->setItemText(static_cast<int>(i), routineText(m_routines[i].name));
        retranslate();
        showRoutine();
    }
}

void PlanDialog::save()
{
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Save);
    // What was asked for is not asked for again until it is answered.
    if (!save->isEnabled())
        return;
    CoachPlan plan;
    plan.id = m_id;
    plan.author = m_request.author.empty() ? m_ui->authorLineEdit->text().trimmed().toStdString() : m_request.author;
    plan.written = m_services.clock.now();
    if (m_request.current)
        plan.written.utc = std::max(plan.written.utc, m_request.current->written.utc + Milliseconds(1));
    plan.daysAWeek = m_ui->daysSpinBox->value();
    if (const int index = m_ui->routineComboBox->currentIndex(); index >= 0)
        plan.routine = m_routines[static_cast<std::size_t>(index)];
    if (plan.author.empty() || !isPrintable(plan.author)) {
        m_ui->errorLabel->setText(tr("Enter your name, so that the runner knows who proposes it."));
        m_ui->errorLabel->show();
        setLook(m_ui->authorLineEdit, "invalid", true);
        m_ui->authorLineEdit->setFocus();
        return;
    }
    if (const auto valid = validate(plan); !valid)
        return showFailure(valid.error());
    save->setEnabled(false);
    Q_EMIT saveRequested(plan);
}

void PlanDialog::showFailure(const Error& error)
{
    m_ui->errorLabel->setText(NoteWords::headline(error) + QStringLiteral(". ") + NoteWords::describe(error));
    m_ui->errorLabel->show();
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(true);
}

}  // namespace psolog
