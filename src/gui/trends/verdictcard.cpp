// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/verdictcard.h"

#include <cmath>

#include <QVBoxLayout>

#include "gui/body/sitewords.h"
#include "gui/verdict/outcomewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "ui_verdictcard.h"

namespace psolog {

namespace {
constexpr std::size_t kFigures = 4;
constexpr int kFigureSpacing = 22;
constexpr int kBadgeSpacing = 6;
}  // namespace

VerdictCard::VerdictCard(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::VerdictCard>())
{
    m_ui->setupUi(this);
    m_badges = new FlowLayout(kBadgeSpacing, m_ui->badgesWidget);
    m_badges->setContentsMargins(0, 0, 0, 0);
    auto* flow = new FlowLayout(kFigureSpacing, m_ui->numbersWidget);
    flow->setContentsMargins(0, 4, 0, 0);
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
    m_ui->howButton->setVariant(QStringLiteral("link"));
    connect(m_ui->howButton, &QPushButton::toggled, this, [this](bool shown) {
        retranslate();
        Q_EMIT termsToggled(shown);
    });
    clear();
    retranslate();
}

VerdictCard::~VerdictCard() = default;

void VerdictCard::retranslate()
{
    const bool shown = m_ui->howButton->isChecked();
    m_ui->howButton->setText(shown ? tr("How we know ▾") : tr("How we know ▸"));
    m_ui->howButton->setAccessibleName(tr("How we know"));
    m_ui->howButton->setAccessibleDescription(shown ? tr("Hides the explanation of every term")
                                                    : tr("Shows an explanation of every term"));
    m_ui->howButton->setToolTip(tr("Key H"));
}

void VerdictCard::setTermsShown(bool shown)
{
    m_ui->howButton->setChecked(shown);
}

void VerdictCard::clear()
{
    while (QLayoutItem* item = m_badges->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_ui->howButton->hide();
    for (QLabel* label : {m_ui->findingLabel, m_ui->explanationLabel, m_ui->cautionsLabel, m_ui->footLabel})
        setText(label, QString());
    setFigures({});
}

void VerdictCard::addBadge(const QString& text, const char* tone)
{
    QLabel* badge = makeBadge(text, tone, m_ui->badgesWidget);
    if (m_badges->count() == 0)
        badge->setObjectName(QStringLiteral("badgeLabel"));
    m_badges->addWidget(badge);
    badge->show();
}

void VerdictCard::setText(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void VerdictCard::setFigures(const std::vector<VerdictFigure>& figures)
{
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const bool used = i < figures.size();
        m_figures[i].box->setVisible(used);
        m_figures[i].value->setText(used ? figures[i].value : QString());
        m_figures[i].caption->setText(used ? figures[i].caption : QString());
    }
    m_ui->numbersWidget->setVisible(!figures.empty());
}

void VerdictCard::setVerdict(const VerdictWords& words, const Verdict* verdict, bool explained)
{
    clear();
    addBadge(words.badge, words.tone);
    if (verdict != nullptr && !words.cautions.isEmpty())
        for (const Caution caution : verdict->cautions)
            addBadge(cautionName(caution), "warn");
    setText(m_ui->findingLabel, words.title);
    setText(m_ui->explanationLabel, words.text);
    setText(m_ui->cautionsLabel, words.cautions.join(QLatin1Char(' ')));
    setText(m_ui->footLabel, words.foot);
    setFigures(words.figures);
    m_ui->howButton->setVisible(explained);
}

void VerdictCard::setOutcomes(const std::vector<Outcome>& outcomes)
{
    clear();
    const Outcome& lead = outcomes.front();
    const bool secondary = lead.role == OutcomeRole::Secondary;
    addBadge(secondary ? tr("Secondary outcome") : tr("Exploratory"), "neutral");
    const auto& difference = lead.phases.difference;
    if (!difference)
        setText(m_ui->findingLabel, tr("Nothing to compare yet"));
    else if (*difference == 0)
        setText(m_ui->findingLabel, tr("The same median before and since"));
    else
        setText(m_ui->findingLabel,
                (*difference < 0 ? tr("The median is %1 lower than in your baseline")
                                 : tr("The median is %1 higher than in your baseline"))
                    .arg(medianWords(std::abs(*difference))));
    QStringList sentences{twelveSeriesWarning(), tr("The verdict is about one hamstring alone.")};
    if (secondary)
        sentences.prepend(lead.improvement == Improvement::Increase
                              ? tr("The idea is that the glutes get sorer at first.")
                              : tr("The idea is that the calves get less sore too."));
    setText(m_ui->explanationLabel, sentences.join(QLatin1Char(' ')));

    std::vector<VerdictFigure> figures;
    QStringList foot;
    for (const Outcome& outcome : outcomes) {
        const PhaseComparison& phases = outcome.phases;
        const QString side = sideLabel(outcome.site.side).toLower();
        if (phases.difference)
            figures.push_back({signedWords(*phases.difference),
                               phases.differenceInterval
                                   ? tr("%1, points (%2)").arg(side, intervalWords(*phases.differenceInterval))
                                   : tr("%1, points").arg(side)});
        foot << tr("%1: %2 (%3), then %4 (%5)")
                    .arg(sideLabel(outcome.site.side), phases.medianA ? medianWords(*phases.medianA) : tr("no score"),
                         dayCount(static_cast<int>(phases.m)),
                         phases.medianB ? medianWords(*phases.medianB) : tr("no score"),
                         dayCount(static_cast<int>(phases.n)));
    }
    setFigures(figures);
    setText(m_ui->footLabel, foot.join(QStringLiteral(" · ")));
}

void VerdictCard::setUnasked()
{
    clear();
    addBadge(tr("No scores"), "neutral");
    setText(m_ui->findingLabel, tr("Nothing logged for this muscle"));
    setText(m_ui->explanationLabel,
            tr("Give it a score in a check-in. What is left alone counts as not asked, never as zero."));
}

}  // namespace psolog
