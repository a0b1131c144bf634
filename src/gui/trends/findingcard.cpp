// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/findingcard.h"

#include <QVBoxLayout>

#include "gui/trends/trendwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "ui_findingcard.h"

namespace psolog {

namespace {
constexpr std::size_t kFigures = 4;
constexpr int kFigureSpacing = 24;
}  // namespace

FindingCard::FindingCard(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::FindingCard>())
{
    m_ui->setupUi(this);
    auto* flow = new FlowLayout(kFigureSpacing, m_ui->numbersWidget);
    flow->setContentsMargins(0, 6, 0, 0);
    for (std::size_t i = 0; i < kFigures; ++i) {
        Figure figure;
        figure.box = new QWidget(m_ui->numbersWidget);
        auto* column = new QVBoxLayout(figure.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        figure.value = makeLabel(QString(), "number", figure.box);
        figure.caption = makeLabel(QString(), "small", figure.box);
        for (QLabel* label : {figure.value, figure.caption}) {
            label->setWordWrap(false);
            column->addWidget(label);
        }
        flow->addWidget(figure.box);
        m_figures.push_back(figure);
    }
}

FindingCard::~FindingCard() = default;

void FindingCard::setFigure(std::size_t index, const QString& value, const QString& caption)
{
    const Figure& figure = m_figures[index];
    figure.box->setVisible(!value.isEmpty());
    figure.value->setText(value);
    figure.caption->setText(caption);
}

void FindingCard::setFinding(const Finding& finding)
{
    const FindingWords words = findingWords(finding);
    m_ui->badgeLabel->setText(words.badge);
    m_ui->findingLabel->setText(words.title);
    m_ui->explanationLabel->setText(words.text);

    const auto median = [](const PhaseSummary& phase) { return phase.median ? medianWords(*phase.median) : QString(); };
    setFigure(0, median(finding.before), tr("median before (%1)").arg(dayCount(finding.before.days)));
    setFigure(1, median(finding.since), tr("median since (%1)").arg(dayCount(finding.since.days)));
    const auto change = finding.change();
    QString points;
    if (change)
        points = *change < 0 ? QStringLiteral("−") + medianWords(-*change)
                             : (*change > 0 ? QStringLiteral("+") : QString()) + medianWords(*change);
    setFigure(2, points, tr("points"));
    const int missing = finding.before.missing + finding.since.missing;
    setFigure(3, finding.kind == FindingKind::NeverAsked ? QString() : QString::number(missing), tr("days missing"));
}

}  // namespace psolog
