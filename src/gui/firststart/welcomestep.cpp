// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/firststart/welcomestep.h"

#include <QEvent>

#include "core/validation.h"
#include "gui/body/figurewidget.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"
#include "ui_welcomestep.h"

namespace psolog {

WelcomeStep::WelcomeStep(const Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : FirstStep(parent),
      m_ui(std::make_unique<Ui::WelcomeStep>()),
      m_theme(theme),
      m_figure(new FigureWidget(theme, poses))
{
    m_ui->setupUi(this);
    m_ui->nameErrorLabel->hide();
    m_figure->setPose("tool-middle");
    const auto fit = [this] { m_figure->setFixedHeight(m_theme.px(150)); };
    fit();
    connect(&theme, &Theme::changed, this, fit);
    m_ui->figureLayout->addWidget(m_figure);
    connect(m_ui->nameLineEdit, &QLineEdit::textChanged, this, &WelcomeStep::checkName);
}

WelcomeStep::~WelcomeStep() = default;

QString WelcomeStep::title() const
{
    return tr("Welcome to Psolog");
}

QString WelcomeStep::name() const
{
    return m_ui->nameLineEdit->text().trimmed();
}

bool WelcomeStep::checkName()
{
    const std::size_t length = codePoints(name().toStdString());
    const bool fits = length <= kMaxNameLength;
    setLook(m_ui->nameLineEdit, "invalid", !fits);
    m_ui->nameErrorLabel->setVisible(!fits);
    if (!fits)
        m_ui->nameErrorLabel->setText(
            tr("A name has at most %1 characters; this one has %2.").arg(kMaxNameLength).arg(length));
    return fits;
}

bool WelcomeStep::accept()
{
    if (checkName())
        return true;
    m_ui->nameLineEdit->setFocus();
    return false;
}

void WelcomeStep::begin()
{
    m_ui->nameLineEdit->setFocus();
}

void WelcomeStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        checkName();
    }
    FirstStep::changeEvent(event);
}

}  // namespace psolog
