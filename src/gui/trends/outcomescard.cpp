// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/outcomescard.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/verdict/outcomewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kWideFrom = 620;
constexpr int kLeastWidth = 200;
constexpr int kColumns = 4;
}  // namespace

OutcomesCard::OutcomesCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_title(makeLabel(QString(), "strong", this)),
      m_note(makeLabel(QString(), "small", this)),
      m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("outcomesCard"));
    setProperty("card", true);
    m_grid->setHorizontalSpacing(space::kXl);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 20);
    layout->setSpacing(space::kS);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addLayout(m_grid);
    retranslate();
}

void OutcomesCard::retranslate()
{
    m_title->setText(tr("Other outcomes"));
    m_note->setText(twelveSeriesWarning() + QLatin1Char(' ')
                    + tr("Intervals are 95\u00a0%. NAP above 0.5 is the way the idea expects."));
    rebuild();
}

QSize OutcomesCard::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), QFrame::minimumSizeHint().height()};
}

void OutcomesCard::setOutcomes(std::vector<Outcome> outcomes)
{
    m_outcomes = std::move(outcomes);
    m_filled = true;
    rebuild();
}

void OutcomesCard::expire()
{
    m_filled = false;
    m_asked = false;
    update();
}

void OutcomesCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_filled || m_asked)
        return;
    m_asked = true;
    QTimer::singleShot(0, this, [this] {
        if (!m_filled)
            Q_EMIT needed();
    });
}

void OutcomesCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (const bool wide = width() >= m_theme.px(kWideFrom); wide != m_wide) {
        m_wide = wide;
        rebuild();
    }
}

void OutcomesCard::addCell(const QString& text, const char* look, int row, int column, int span)
{
    QLabel* label = makeLabel(text, look, this);
    label->setWordWrap(span > 1);
    m_grid->addWidget(label, row, column, 1, span);
    m_cells.push_back(label);
}

void OutcomesCard::addSection(OutcomeRole role, const QString& title, int& row)
{
    if (std::none_of(m_outcomes.begin(), m_outcomes.end(),
                     [&](const Outcome& outcome) { return outcome.role == role; }))
        return;
    if (m_wide) {
        addCell(title, "small", row, 0);
        addCell(tr("Before → since"), "small", row, 1);
        addCell(tr("Difference"), "small", row, 2);
        addCell(tr("NAP"), "small", row++, 3);
    } else {
        addCell(title, "small", row++, 0, kColumns);
    }
    for (const Outcome& outcome : m_outcomes) {
        if (outcome.role != role)
            continue;
        QFrame* line = makeDivider(this);
        m_grid->addWidget(line, row++, 0, 1, kColumns);
        m_cells.push_back(line);
        const QString difference = outcomeDifference(outcome);
        const QString nap = outcomeNap(outcome);
        if (m_wide) {
            addCell(outcomeLabel(outcome), "", row, 0);
            addCell(outcomeMedians(outcome), "", row, 1);
            addCell(difference, "", row, 2);
            addCell(nap, "", row++, 3);
        } else {
            addCell(outcomeLabel(outcome), "", row++, 0, kColumns);
            addCell(tr("%1, difference %2, NAP %3").arg(outcomeMedians(outcome), difference, nap), "muted", row++, 0,
                    kColumns);
        }
    }
    m_grid->setRowMinimumHeight(row++, space::kM);
}

void OutcomesCard::rebuild()
{
    for (QWidget* cell : m_cells)
        delete cell;
    m_cells.clear();
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowMinimumHeight(row, 0);
    int row = 0;
    addSection(OutcomeRole::Secondary, tr("Secondary, named beforehand"), row);
    addSection(OutcomeRole::Exploratory, tr("Exploratory, only described"), row);
    if (m_filled && m_outcomes.empty())
        addCell(tr("No other muscle has a score, and there is no self-test yet."), "muted", row, 0, kColumns);
}

}  // namespace psolog
