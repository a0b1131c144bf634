// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasesummarywidget.h"

#include <QEvent>

#include "core/validation.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "ui_releasesummary.h"

namespace psolog {

namespace {
constexpr int kNoteHeight = 84;
}

ReleaseSummaryWidget::ReleaseSummaryWidget(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_ui(std::make_unique<Ui::ReleaseSummary>())
{
    m_ui->setupUi(this);
    auto* buttons = new FlowLayout(space::kM, m_ui->buttonsWidget);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_ui->todayButton);
    buttons->addWidget(m_ui->retestButton);
    m_ui->errorBanner->hide();
    connect(m_ui->todayButton, &QPushButton::clicked, this, &ReleaseSummaryWidget::doneRequested);
    connect(m_ui->retestButton, &QPushButton::clicked, this, &ReleaseSummaryWidget::retestRequested);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ReleaseSummaryWidget::retryRequested);
    connect(&m_theme, &Theme::changed, this, &ReleaseSummaryWidget::applySizes);
    applySizes();
}

ReleaseSummaryWidget::~ReleaseSummaryWidget() = default;

void ReleaseSummaryWidget::applySizes()
{
    m_ui->notePlainTextEdit->setFixedHeight(m_theme.px(kNoteHeight));
}

void ReleaseSummaryWidget::showSession(const ReleaseSession& session, const std::optional<ReleaseSession>& previous,
                                       LocalDay today)
{
    m_session = session;
    m_previous = previous;
    m_today = today;
    m_ui->notePlainTextEdit->setPlainText(QString::fromStdString(session.note));
    showError({});
    retranslate();
}

QString ReleaseSummaryWidget::note() const
{
    return m_ui->notePlainTextEdit->toPlainText().trimmed();
}

void ReleaseSummaryWidget::showError(const std::optional<Error>& error)
{
    m_ui->errorBanner->setVisible(error.has_value());
    if (error)
        m_ui->errorLabel->setText(tr("Not saved yet: %1. %2").arg(headline(*error), describe(*error)));
}

void ReleaseSummaryWidget::focusFirst()
{
    m_ui->todayButton->setFocus(Qt::OtherFocusReason);
}

QString ReleaseSummaryWidget::comparison() const
{
    if (!m_previous)
        return tr("This was the first one in this log. Judge after one to two weeks, not after a day.");
    QString text = tr("Last time (%1): %2.")
                       .arg(relativeDay(m_previous->recorded.day, m_today), ReleaseWords::sessionFacts(*m_previous));
    const Tightness& before = m_previous->before;
    const Tightness& after = m_previous->after;
    if (before.left || before.right || after.left || after.right)
        text += QLatin1Char(' ')
            + tr("Tightness left %1, right %2.")
                  .arg(ReleaseWords::tightnessChange(before.left, after.left),
                       ReleaseWords::tightnessChange(before.right, after.right));
    return text;
}

void ReleaseSummaryWidget::retranslate()
{
    if (m_session.outcome == ReleaseOutcome::Stopped) {
        m_ui->titleLabel->setText(tr("Stopped after %1").arg(minutesSeconds(m_session.worked)));
        m_ui->leadLabel->setText(
            tr("Everything up to there is saved. Reason: %1.")
                .arg(ReleaseWords::of(m_session.stopReason.value_or(StopReason::Other)).toLower()));
    } else {
        m_ui->titleLabel->setText(tr("Done for today"));
        m_ui->leadLabel->setText(tr("Warmth, and dull soreness for a day or two, are normal."));
    }
    m_ui->workedLabel->setText(tr("%1 of %2").arg(minutesSeconds(m_session.worked), minutesSeconds(m_session.planned)));
    // Hands-free nobody says what was found: "0" would be a statement.
    const int found = m_session.pointsFound();
    m_ui->foundLabel->setText(found > 0 ? QString::number(found) : tr("none marked"));
    m_ui->releasedLabel->setText(found > 0 ? QString::number(m_session.pointsReleased()) : tr("–"));
    m_ui->leftLabel->setText(ReleaseWords::tightnessChange(m_session.before.left, m_session.after.left));
    m_ui->rightLabel->setText(ReleaseWords::tightnessChange(m_session.before.right, m_session.after.right));
    m_ui->comparisonLabel->setText(comparison());
}

void ReleaseSummaryWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace psolog
