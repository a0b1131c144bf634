// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/signscard.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "analysis/finding.h"
#include "gui/verdict/outcomewords.h"
#include "gui/widgets/make.h"

namespace psolog {

SignsCard::SignsCard(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(QString(), "strong", this)),
      m_note(makeLabel(QString(), "small", this)),
      m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("signsCard"));
    setProperty("card", true);
    m_title->setObjectName(QStringLiteral("signsTitleLabel"));
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(8);
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

void SignsCard::addRow(const QString& label, const QString& value, const char* tone, const QString& detail)
{
    if (m_used > 0)
        m_rows->addWidget(makeDivider(this), m_used++, 0, 1, 2);
    QLabel* name = makeLabel(label, "", this);
    QLabel* badge = makeBadge(value, tone, this);
    badge->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    badge->setAccessibleDescription(detail);
    badge->setToolTip(plainToolTip(detail));
    m_rows->addWidget(name, m_used, 0);
    m_rows->addWidget(badge, m_used++, 1, Qt::AlignRight | Qt::AlignVCenter);
}

void SignsCard::setSigns(const std::vector<SignFinding>& signs, std::optional<int> day)
{
    clearRows();
    m_title->setText(day ? tr("Early signs, day %1").arg(*day) : tr("Early signs to look for"));
    for (const SignFinding& finding : signs) {
        if (day)
            addRow(signTitle(finding.sign), signStateWords(finding),
                   finding.state == SignState::Seen ? "good" : "neutral", signDetail(finding));
        else
            addRow(signTitle(finding.sign), tr("days 1–%1").arg(kEarlyDays), "neutral", QString());
    }
    m_note->setText(day ? tr("Medians of the first %1 days against your baseline, on the side that was worse; a sign "
                             "is a change of one point or more.")
                              .arg(kEarlyDays)
                        : tr("The idea says that these come in the first %1 days of release. It is not proven; your "
                             "log will show whether they do.")
                              .arg(kEarlyDays));
}

}  // namespace psolog
