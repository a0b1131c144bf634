// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/findingcard.h"

#include <QLabel>
#include <QVBoxLayout>

#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/verdict/outcomewords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;

/// The sites that the verdict and the early signs rest on.
std::vector<Site> reviewedSites()
{
    std::vector<Site> sites;
    for (const Muscle muscle : {Muscle::Hamstring, Muscle::Glute, Muscle::Calf})
        for (const Side side : {Side::Left, Side::Right})
            sites.push_back({muscle, side});
    return sites;
}

}  // namespace

FindingCard::FindingCard(Services& services, QWidget* parent)
    : QFrame(parent),
      m_services(services),
      m_badge(makeBadge({}, "neutral", this)),
      m_title(makeLabel({}, "card-title", this)),
      m_text(makeLabel({}, "muted", this)),
      m_signs(new QWidget(this)),
      m_trendsButton(new Button(this))
{
    setProperty("card", true);
    m_badge->setObjectName(QStringLiteral("findingBadge"));
    m_title->setObjectName(QStringLiteral("findingLabel"));
    m_text->setObjectName(QStringLiteral("findingTextLabel"));
    m_trendsButton->setObjectName(QStringLiteral("trendsButton"));
    m_trendsButton->setVariant(QStringLiteral("ghost"));
    auto* signs = new FlowLayout(space::kS, m_signs);
    signs->setContentsMargins(0, space::kXs, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    layout->setSpacing(space::kS);
    layout->addWidget(m_badge, 0, Qt::AlignLeft);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_signs);
    layout->addWidget(m_trendsButton, 0, Qt::AlignLeft);
    layout->addStretch(1);
    retranslate();
}

void FindingCard::retranslate()
{
    m_trendsButton->setText(tr("See the &trend"));
}

void FindingCard::clearSigns()
{
    while (QLayoutItem* item = m_signs->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_signs->hide();
}

void FindingCard::show(const VerdictWords& words)
{
    m_badge->setText(words.badge);
    setBadgeTone(m_badge, words.tone);
    m_title->setText(words.finding);
    m_text->setText(words.brief);
}

Result<void> FindingCard::refresh(const TodayFacts& facts, const TodayPlan& plan)
{
    m_trendsButton->setVisible(!facts.activity.empty());
    if (facts.activity.empty()) {
        clearSigns();
        show(
            {tr("Nothing yet"),
             "neutral",
             tr("Your own data will tell"),
             {},
             {},
             {},
             {},
             {},
             tr("The idea: release the psoas, and sore hamstrings calm down in one to two weeks. It is not proven. Log "
                "each day, and Psolog shows whether it holds for you.")});
        return {};
    }
    if (!facts.firstReleaseDay) {
        clearSigns();
        show({tr("Baseline"),
              "neutral",
              tr("%n day(s) logged so far", nullptr, plan.baselineDaysLogged),
              {},
              {},
              {},
              {},
              {},
              tr("Seven days before the first release are the least that can be compared; fourteen are better.")});
        return {};
    }
    const auto review = readReviewFacts(m_services.trends, m_services.selfTests, facts.today, reviewedSites());
    if (!review)
        return tl::unexpected(review.error());
    const auto site = primarySite(*review);
    show(site ? verdictWords(judgeSite(*review, *site), subjectOf(*review, *site)) : unaskedWords());

    clearSigns();
    const int day = releaseDayOf(*facts.firstReleaseDay, facts.today);
    for (const SignFinding& finding : earlySigns(*review)) {
        QLabel* chip =
            makeBadge(signChip(finding, day), finding.state == SignState::Seen ? "good" : "neutral", m_signs);
        chip->setToolTip(plainToolTip(signDetail(finding)));
        m_signs->layout()->addWidget(chip);
        chip->show();
    }
    m_signs->show();
    return {};
}

}  // namespace psolog
