// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/today/findingcard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include "analysis/finding.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/verdict/outcomewords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;

/// What the verdict and the early signs rest on, and no more: a start must not wait for ten years of calves.
Result<ReviewFacts> readFacts(Services& services, const TodayFacts& today)
{
    ReviewFacts facts;
    facts.today = today.today;
    facts.firstRelease = today.firstReleaseDay;
    const LocalDay first = today.activity.front().day;
    const LocalDay last = std::max(today.today, today.activity.back().day);
    const LocalDay early = *today.firstReleaseDay + (kEarlyDays - 1);
    auto activity = services.trends.activity(first, last);
    if (!activity)
        return tl::unexpected(activity.error());
    facts.activity = std::move(*activity);
    for (const Muscle muscle : {Muscle::Hamstring, Muscle::Glute, Muscle::Calf})
        for (const Side side : {Side::Left, Side::Right}) {
            const Site site{muscle, side};
            const auto points = services.trends.dayScores(site, first, muscle == Muscle::Hamstring ? last : early);
            if (!points)
                return tl::unexpected(points.error());
            facts.days[indexOf(site)] = daySeries(*points);
        }
    const auto tests = services.selfTests.between(first, early);
    if (!tests)
        return tl::unexpected(tests.error());
    facts.glute = testSeries(*tests, SelfTestKind::GluteActivation);
    return facts;
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
    m_trendsButton->setVariant(QStringLiteral("link"));
    auto* signs = new FlowLayout(space::kS, m_signs);
    signs->setContentsMargins(0, space::kXs, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    layout->setSpacing(space::kS);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kM);
    head->addWidget(m_badge);
    head->addStretch(1);
    head->addWidget(m_trendsButton);
    layout->addLayout(head);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_signs);
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

void FindingCard::refresh(const TodayFacts& facts, const TodayPlan& plan)
{
    m_facts = facts;
    m_waiting = false;
    m_trendsButton->setVisible(!facts.activity.empty());
    VerdictWords words;
    if (facts.activity.empty()) {
        words.badge = tr("Nothing yet");
        words.finding = tr("Your own data will tell");
        words.brief = tr("The idea: release the psoas, and sore hamstrings calm down in one to two weeks. It is not "
                         "proven. Log each day, and Psolog shows what changed, and how sure that is.");
    } else if (!facts.firstReleaseDay) {
        words.badge = tr("Baseline");
        words.finding = tr("%n day(s) logged so far", nullptr, plan.baselineDaysLogged);
        words.brief =
            tr("Seven days before the first release are the least that can be compared; fourteen are better.");
    } else if (m_painted) {
        return showReview();
    } else {
        m_waiting = true;
        return;
    }
    clearSigns();
    show(words);
}

void FindingCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    m_painted = true;
    if (!m_waiting)
        return;
    m_waiting = false;
    QTimer::singleShot(0, this, &FindingCard::showReview);
}

void FindingCard::showReview()
{
    // The log may have changed since this was put off.
    if (m_facts.activity.empty() || !m_facts.firstReleaseDay)
        return;
    const auto review = readFacts(m_services, m_facts);
    if (!review)
        return Q_EMIT failed(review.error());
    const auto site = primarySite(*review);
    show(site ? verdictWords(judgeSite(*review, *site), subjectOf(*review, *site)) : unaskedWords());

    clearSigns();
    for (const SignFinding& finding : earlySigns(*review)) {
        QLabel* chip = makeBadge(signChip(finding), finding.state == SignState::Seen ? "good" : "neutral", m_signs);
        chip->setToolTip(plainToolTip(signDetail(finding)));
        m_signs->layout()->addWidget(chip);
        chip->show();
    }
    m_signs->show();
}

}  // namespace psolog
