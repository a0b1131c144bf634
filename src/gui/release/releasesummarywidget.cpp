// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasesummarywidget.h"

#include <cmath>

#include <QEvent>

#include "core/validation.h"
#include "gui/beforeafter/standingwords.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "ui_releasesummary.h"

namespace psolog {

namespace {

constexpr int kNoteHeight = 46;   ///< a line and the edge of the next one
constexpr int kTwoColumns = 720;  ///< from this width on, at 100 % text

void fill(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// Whole seconds, in which the time worked is compared.
QString time(double seconds)
{
    return minutesSeconds(Milliseconds(std::llround(seconds * 1000)));
}

}  // namespace

ReleaseSummaryWidget::ReleaseSummaryWidget(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_ui(std::make_unique<Ui::ReleaseSummary>())
{
    m_ui->setupUi(this);
    m_buttons = new FlowLayout(space::kM, m_ui->buttonsWidget);
    m_buttons->setContentsMargins(0, space::kXs, 0, 0);
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
    m_ui->leftLabel->setFont(m_theme.font(TextStyle::Display));
    m_ui->rightLabel->setFont(m_theme.font(TextStyle::Display));
    arrange();
}

void ReleaseSummaryWidget::arrange()
{
    const bool wide = width() >= m_theme.px(kTwoColumns);
    m_ui->cardsLayout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_ui->cardsLayout->setStretch(0, wide ? 5 : 0);
    m_ui->cardsLayout->setStretch(1, wide ? 6 : 0);
}

void ReleaseSummaryWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReleaseSummaryWidget::showSession(const ReleaseSession& session, const SummaryContext& context)
{
    m_session = session;
    m_context = context;
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
    const bool test = m_context.mayTest && m_context.before;
    (test ? m_ui->retestButton : m_ui->todayButton)->setFocus(Qt::OtherFocusReason);
}

QString ReleaseSummaryWidget::comparison() const
{
    const auto& previous = m_context.previous;
    if (!previous)
        return tr("This was the first one in this log. Judge after one to two weeks, not after a day.");
    QString text =
        tr("Last time (%1): %2.")
            .arg(relativeDay(previous->recorded.day, m_context.today), ReleaseWords::sessionFacts(*previous));
    const Tightness& before = previous->before;
    const Tightness& after = previous->after;
    if (before.left || before.right || after.left || after.right)
        text += QLatin1Char(' ')
            + tr("Tightness left %1, right %2.")
                  .arg(ReleaseWords::tightnessChange(before.left, after.left),
                       ReleaseWords::tightnessChange(before.right, after.right));
    const int earlier = m_context.standing.worked.earlier;
    if (earlier >= kLeastEarlier)
        text += QLatin1Char(' ') + tr("Usual is the median of the last %1 sessions of this length.").arg(earlier);
    return text;
}

void ReleaseSummaryWidget::showTightness()
{
    const Tightness& before = m_session.before;
    const Tightness& after = m_session.after;
    m_ui->leftLabel->setText(ReleaseWords::tightnessChange(before.left, after.left));
    m_ui->rightLabel->setText(ReleaseWords::tightnessChange(before.right, after.right));
    fill(m_ui->leftUsualLabel, StandingWords::tightnessChange(m_context.standing.leftTightness));
    fill(m_ui->rightUsualLabel, StandingWords::tightnessChange(m_context.standing.rightTightness));
    m_ui->caveatLabel->setVisible((before.left && after.left) || (before.right && after.right));
}

void ReleaseSummaryWidget::showNumbers()
{
    const SessionStanding& standing = m_context.standing;
    m_ui->workedLabel->setText(tr("%1 of %2").arg(minutesSeconds(m_session.worked), minutesSeconds(m_session.planned)));
    fill(m_ui->workedUsualLabel, StandingWords::rank(standing.worked, time(standing.worked.median.value_or(0))));
    // Hands-free nobody says what was found: "0" would be a statement.
    const int found = m_session.pointsFound();
    m_ui->foundLabel->setText(found > 0 ? QString::number(found) : tr("none marked"));
    fill(m_ui->foundUsualLabel, StandingWords::rank(standing.pointsFound));
    m_ui->releasedLabel->setText(found > 0 ? QString::number(m_session.pointsReleased()) : tr("–"));
    fill(m_ui->releasedUsualLabel, StandingWords::rank(standing.pointsReleased));
    m_ui->comparisonLabel->setText(comparison());
}

void ReleaseSummaryWidget::showOffer()
{
    const auto& before = m_context.before;
    m_ui->retestTitleLabel->setVisible(m_context.mayTest);
    m_ui->retestLabel->setVisible(m_context.mayTest);
    m_ui->retestButton->setVisible(m_context.mayTest);
    m_ui->retestButton->setVariant(before ? QStringLiteral("primary") : QStringLiteral("secondary"));
    m_ui->todayButton->setVariant(before && m_context.mayTest ? QStringLiteral("secondary")
                                                              : QStringLiteral("primary"));
    // The button that is meant comes first, for the eye and for Tab.
    const bool testFirst = before && m_context.mayTest;
    Button* const first = testFirst ? m_ui->retestButton : m_ui->todayButton;
    Button* const second = testFirst ? m_ui->todayButton : m_ui->retestButton;
    for (Button* button : {first, second}) {
        m_buttons->removeWidget(button);
        m_buttons->addWidget(button);
    }
    setTabOrder(m_ui->notePlainTextEdit, first);
    setTabOrder(first, second);
    if (before) {
        m_ui->retestTitleLabel->setText(tr("Do your glutes answer now?"));
        m_ui->retestLabel->setText(
            tr("One to two minutes, as %1 at %2: the same words, holds and first side. Then you see both tests side by "
               "side.")
                .arg(relativeDay(before->recorded.day, m_context.today), clockTime(before->recorded.at)));
        m_ui->retestButton->setText(tr("T&est the glutes again"));
    } else {
        m_ui->retestTitleLabel->setText(tr("Test your glutes"));
        m_ui->retestLabel->setText(
            tr("No glute test of the last 24 hours goes with this release. One before a release and one after it, done the "
               "same way, are shown side by side."));
        m_ui->retestButton->setText(tr("T&est your glutes"));
    }
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
    showTightness();
    showNumbers();
    showOffer();
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
