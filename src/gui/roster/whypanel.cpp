// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/whypanel.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "gui/roster/coachvalues.h"
#include "gui/roster/coachwords.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr std::size_t kMostRules = 3;  ///< more stand in the review
}

WhyPanel::WhyPanel(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "strong", this)),
      m_rules(makeLabel({}, "small", this))
{
    setProperty("card", true);
    m_title->setObjectName(QStringLiteral("whyTitleLabel"));
    m_rules->setObjectName(QStringLiteral("whyRulesLabel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_rules);
}

void WhyPanel::setItem(const RosterItem* item)
{
    if (item == nullptr) {
        m_title->clear();
        m_rules->clear();
        return;
    }
    const QString name = athleteLabel(item->entry.name);
    QString title = name;
    if (!item->entry.group.empty())
        title = tr("%1 · group %2").arg(name, QString::fromStdString(item->entry.group));
    if (item->entry.reviewed)
        title =
            tr("%1 · reviewed up to %2").arg(title, relativeDay(localDayOf(item->entry.reviewed->at), item->row.today));
    m_title->setText(title);

    QStringList lines;
    // What was not reviewed comes first, as in the table.
    std::vector<Flag> flags = item->unseen;
    for (const Flag& flag : item->row.flags)
        if (std::find(flags.begin(), flags.end(), flag) == flags.end())
            flags.push_back(flag);
    for (std::size_t i = 0; i < std::min(flags.size(), kMostRules); ++i) {
        QString line =
            tr("%1. Flagged since %2. Rule: %3")
                .arg(flagWords(flags[i]), relativeDay(flags[i].since, item->row.today), flagRule(flags[i].kind));
        if (std::find(item->unseen.begin(), item->unseen.end(), flags[i]) == item->unseen.end())
            line += QStringLiteral(" ") + tr("You have reviewed this.");
        lines << line;
    }
    if (flags.size() > kMostRules)
        lines << tr("%n more in the review.", nullptr, static_cast<int>(flags.size() - kMostRules));
    if (lines.isEmpty())
        lines << tr("No rule applies: nothing stands out.");
    // A number that was worked out is never without its formula.
    if (item->row.adherence)
        lines << RosterCells::details(*item, RosterColumn::Release);
    m_rules->setText(lines.join(u'\n'));
}

}  // namespace psolog
