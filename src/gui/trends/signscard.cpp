// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/signscard.h"

#include <algorithm>

#include <QGridLayout>
#include <QVBoxLayout>

#include "analysis/todayplan.h"
#include "gui/body/sitewords.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr std::size_t kLatestRows = 4;

/// Whether the change is the one that is told of those who say the release helps: only then it is tinted.
bool isAsTold(const SignRow& row)
{
    const bool upExpected = row.activation || row.site.muscle == Muscle::Glute;
    return row.sign == (upExpected ? EarlySign::Up : EarlySign::Down);
}

}  // namespace

SignsCard::SignsCard(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(QString(), "strong", this)),
      m_note(makeLabel(QString(), "small", this)),
      m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("signsCard"));
    setProperty("card", true);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(7);
    m_rows->setColumnStretch(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    layout->addStretch(1);
    layout->addWidget(m_note);
}

void SignsCard::clearRows()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_used = 0;
}

void SignsCard::addRow(const QString& label, const QString& value, const char* tone)
{
    if (m_used > 0)
        m_rows->addWidget(makeDivider(this), m_used++, 0, 1, 2);
    QLabel* name = makeLabel(label, "", this);
    name->setWordWrap(false);
    m_rows->addWidget(name, m_used, 0);
    m_rows->addWidget(makeBadge(value, tone, this), m_used++, 1, Qt::AlignRight | Qt::AlignVCenter);
}

void SignsCard::setSigns(const std::vector<SignRow>& rows)
{
    clearRows();
    m_title->setText(tr("First two weeks of release"));
    for (const SignRow& row : rows)
        addRow(signLabel(row), signWords(row), isAsTold(row) ? "good" : "neutral");
    m_note->setText(
        tr("Medians of the first %1 days against your baseline; a change is one point or more. It takes %2 days "
           "with a score on both sides, or one self-test.")
            .arg(kEarlyDays)
            .arg(kBaselineDays));
    m_note->setVisible(true);
}

void SignsCard::setLatest(const std::optional<CheckIn>& latest, LocalDay today)
{
    clearRows();
    if (!latest) {
        m_title->setText(tr("Latest check-in"));
        m_note->setText(tr("None yet."));
        m_note->setVisible(true);
        return;
    }
    m_title->setText(tr("Sorest in the latest check-in, %1").arg(relativeDay(latest->recorded.day, today)));
    std::vector<Site> asked;
    for (const Site site : allSites())
        if (latest->scores[site])
            asked.push_back(site);
    std::stable_sort(asked.begin(), asked.end(),
                     [&](Site a, Site b) { return *latest->scores[a] > *latest->scores[b]; });
    for (std::size_t i = 0; i < std::min(asked.size(), kLatestRows); ++i)
        addRow(siteLabel(asked[i]), scoreText(latest->scores[asked[i]]), "neutral");
    m_note->setText(tr("%1 of 12 sites asked.").arg(asked.size()));
    m_note->setVisible(true);
}

}  // namespace psolog
