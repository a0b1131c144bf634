// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/firststart/logproblemwidget.h"

#include <QEvent>
#include <QFileInfo>

#include "gui/settings/logchooser.h"
#include "gui/theme/theme.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "ui_logproblemwidget.h"

namespace psolog {

namespace {

/// Trying again helps where something outside the file can change in the meantime.
bool mayPass(ErrorCode code)
{
    return code == ErrorCode::Locked || code == ErrorCode::DiskFull || code == ErrorCode::ReadOnly
        || code == ErrorCode::CannotOpen || code == ErrorCode::NotFound || code == ErrorCode::WriteFailed;
}

}  // namespace

LogProblemWidget::LogProblemWidget(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::LogProblemWidget>())
{
    m_ui->setupUi(this);
    m_ui->messageLabel->hide();
    auto* buttons = new FlowLayout(space::kS, m_ui->buttonsWidget);
    for (QPushButton* button : {m_ui->retryButton, m_ui->openLogButton, m_ui->newLogButton, m_ui->quitButton})
        buttons->addWidget(button);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &LogProblemWidget::retryRequested);
    connect(m_ui->quitButton, &QPushButton::clicked, this, &LogProblemWidget::quitRequested);
    const auto folder = [this] { return QFileInfo(path()).absolutePath(); };
    connect(m_ui->openLogButton, &QPushButton::clicked, this, [this, folder] {
        m_ui->messageLabel->hide();
        chooseLogToOpen(this, folder(), [this](const QString& file) { Q_EMIT openLogRequested(file); });
    });
    connect(m_ui->newLogButton, &QPushButton::clicked, this, [this, folder] {
        m_ui->messageLabel->hide();
        chooseNewLog(
            this, folder(), [this](const QString& file) { Q_EMIT newLogRequested(file); },
            [this](const QString& file) {
                m_ui->messageLabel->setText(nameTakenMessage(file));
                m_ui->messageLabel->show();
            });
    });
}

LogProblemWidget::~LogProblemWidget() = default;

void LogProblemWidget::showProblem(const QString& path, const Error& error)
{
    m_error = error;
    m_ui->pathLineEdit->setText(path);
    m_ui->pathLineEdit->setCursorPosition(0);
    m_ui->messageLabel->hide();
    showWords();
    (mayPass(error.code) ? m_ui->retryButton : m_ui->openLogButton)->setFocus();
}

QString LogProblemWidget::path() const
{
    return m_ui->pathLineEdit->text();
}

void LogProblemWidget::showWords()
{
    m_ui->headlineLabel->setText(headline(m_error));
    m_ui->describeLabel->setText(describe(m_error));
    m_ui->scrollArea->setAccessibleName(headline(m_error));
}

void LogProblemWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showWords();
    }
    QWidget::changeEvent(event);
}

}  // namespace psolog
