// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/sitecard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/body/sitewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/scorescale.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
}

SiteCard::SiteCard(Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "card-title")),
      m_comparisonLabel(makeLabel({}, "small")),
      m_scale(new ScoreScale(theme)),
      m_digitsHint(makeLabel({}, "small")),
      m_tenHint(makeLabel({}, "small")),
      m_arrowsHint(makeLabel({}, "small")),
      m_tabHint(makeLabel({}, "small")),
      m_deleteHint(makeLabel({}, "small"))
{
    setProperty("card", true);
    m_title->setObjectName(QStringLiteral("siteTitleLabel"));
    m_comparisonLabel->setObjectName(QStringLiteral("comparisonLabel"));
    m_comparisonLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_scale->setObjectName(QStringLiteral("scoreScale"));
    m_title->setBuddy(m_scale);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_comparisonLabel, 1);
    auto* hints = new FlowLayout(space::kM);
    addHint(hints, {QStringLiteral("0\u20139")}, m_digitsHint);
    addHint(hints, {QStringLiteral("T")}, m_tenHint);
    addHint(hints, {QStringLiteral("\u2190"), QStringLiteral("\u2192")}, m_arrowsHint);
    addHint(hints, {tr("Tab", "key")}, m_tabHint);
    addHint(hints, {tr("Del", "key")}, m_deleteHint);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding - space::kXs, kPadding, kPadding - space::kXs);
    column->setSpacing(space::kM);
    column->addLayout(head);
    column->addWidget(m_scale);
    column->addLayout(hints);

    connect(m_scale, &ScoreScale::edited, this,
            [this](std::optional<Score> score) { Q_EMIT scoreEdited(m_site, score); });
    retranslate();
}

void SiteCard::addHint(QLayout* row, const QStringList& keys, QLabel* words)
{
    auto* hint = new QWidget;
    auto* layout = new QHBoxLayout(hint);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kXs);
    for (const QString& key : keys)
        layout->addWidget(makeKeyCap(key));
    words->setWordWrap(false);
    layout->addWidget(words);
    row->addWidget(hint);
}

void SiteCard::showSite(Site site, std::optional<Score> score, const QString& comparison)
{
    m_site = site;
    m_comparison = comparison;
    m_title->setText(siteLabel(site));
    m_comparisonLabel->setText(comparison);
    m_scale->setAccessibleName(siteLabel(site));
    m_scale->setAccessibleDescription(comparison);
    m_scale->setValue(score);
}

void SiteCard::showScore(std::optional<Score> score)
{
    m_scale->setValue(score);
}

void SiteCard::setReadOnly(bool readOnly)
{
    m_scale->setEnabled(!readOnly);
}

void SiteCard::retranslate()
{
    m_scale->setAnchors({tr("none"), tr("noticeable"), tr("limits my running"), tr("worst imaginable")});
    m_digitsHint->setText(tr("score"));
    m_tenHint->setText(tr("ten"));
    m_arrowsHint->setText(tr("change"));
    m_tabHint->setText(tr("next muscle"));
    m_deleteHint->setText(tr("not asked"));
    m_title->setText(siteLabel(m_site));
}

}  // namespace psolog
