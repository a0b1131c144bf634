// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/reviewbanner.h"

#include <algorithm>
#include <set>

#include <QBoxLayout>
#include <QLabel>

#include "gui/review/elidedlabel.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/theme/theme.h"
#include "gui/trends/splitrow.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kHeadLeast = 320;  ///< px at 100 % text that name and place take beside the buttons

}  // namespace

ReviewBanner::ReviewBanner(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("reviewBanner"));
    setProperty("card", true);
    build();
    retranslate();
}

Button* ReviewBanner::makeButton(const char* name, const char* variant, QWidget* parent)
{
    auto* button = new Button(QString(), QString::fromLatin1(variant), parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

void ReviewBanner::build()
{
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::kM);
    m_back = makeButton("backButton", "ghost", head);
    m_name = new ElidedLabel("card-title", head);
    m_name->setObjectName(QStringLiteral("athleteNameLabel"));
    m_readOnly = makeBadge(QString(), "neutral", head);
    m_readOnly->setObjectName(QStringLiteral("readOnlyBadge"));
    line->addWidget(m_back);
    line->addWidget(m_name);
    line->addWidget(m_readOnly);
    line->addStretch(1);

    auto* actions = new QWidget;
    auto* flow = new FlowLayout(space::kS, actions);
    m_place = makeLabel(QString(), "small", actions);
    m_place->setObjectName(QStringLiteral("placeLabel"));
    m_place->setWordWrap(false);
    flow->addWidget(m_place);
    m_previous = makeButton("previousButton", "secondary", actions);
    m_previous->setKeyHint(QStringLiteral("["));
    m_next = makeButton("nextButton", "secondary", actions);
    m_next->setKeyHint(QStringLiteral("]"));
    m_note = makeButton("noteButton", "secondary", actions);
    m_note->setKeyHint(QStringLiteral("N"));
    m_reviewed = makeButton("reviewedButton", "primary", actions);
    m_reviewed->setKeyHint(QStringLiteral("M"));
    for (Button* button : {m_previous, m_next, m_note, m_reviewed})
        flow->addWidget(button);

    auto* top = new SplitRow(head, 1, actions, 0, this);
    top->setFirstMinimum(m_theme.px(kHeadLeast));
    connect(&m_theme, &Theme::changed, top, [this, top] { top->setFirstMinimum(m_theme.px(kHeadLeast)); });

    m_facts = makeLabel(QString(), "small", this);
    m_facts->setObjectName(QStringLiteral("copyLabel"));
    m_flagBox = new QWidget(this);
    m_flags = new FlowLayout(space::kS, m_flagBox);
    m_rulesButton = makeButton("rulesButton", "link", m_flagBox);
    m_rulesButton->setCheckable(true);
    m_flags->addWidget(m_rulesButton);
    m_rules = makeLabel(QString(), "small", this);
    m_rules->setObjectName(QStringLiteral("rulesLabel"));
    m_rules->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kM, space::kM, space::kM, space::kM);
    column->setSpacing(6);
    column->addWidget(top);
    column->addWidget(m_facts);
    column->addWidget(m_flagBox);
    column->addWidget(m_rules);

    connect(m_back, &QPushButton::clicked, this, &ReviewBanner::backRequested);
    connect(m_previous, &QPushButton::clicked, this, &ReviewBanner::previousRequested);
    connect(m_next, &QPushButton::clicked, this, &ReviewBanner::nextRequested);
    connect(m_note, &QPushButton::clicked, this, &ReviewBanner::noteRequested);
    connect(m_reviewed, &QPushButton::clicked, this, &ReviewBanner::reviewedRequested);
    connect(m_rulesButton, &QPushButton::toggled, this, &ReviewBanner::setRulesShown);
}

void ReviewBanner::clearFlags()
{
    while (m_flags->count() > 0) {
        QLayoutItem* item = m_flags->takeAt(0);
        if (item->widget() != m_rulesButton)
            delete item->widget();
        delete item;
    }
}

void ReviewBanner::addFlag(const Flag& flag, bool seen)
{
    QLabel* badge = makeBadge(flagWords(flag), seen ? "neutral" : flagTone(flag.kind), m_flagBox);
    badge->setObjectName(seen ? QStringLiteral("seenFlagBadge") : QStringLiteral("flagBadge"));
    badge->setToolTip(plainToolTip(flagRule(flag.kind)));
    badge->setAccessibleDescription(flagRule(flag.kind));
    m_flags->addWidget(badge);
    badge->show();
}

void ReviewBanner::present(const ReviewedAthlete& athlete, const std::optional<LogSpan>& span, LocalDay today)
{
    m_name->setWords(athleteLabel(athlete.entry.name));
    const LocalDay came = localDayOf(athlete.entry.taken, std::chrono::minutes(0));
    QStringList facts{span ? tr("%1 to %2").arg(shortDate(span->first, today), shortDate(span->last, today))
                           : tr("an empty log"),
                      tr("copy of %1, %2").arg(relativeDay(came, today), clockTime(athlete.entry.taken))};
    if (const auto from = athlete.log->sharedFrom())
        facts << tr("shared from %1 only: no verdict can be given").arg(shortDate(*from, today));
    if (!athlete.entry.reviewed)
        facts << tr("not reviewed yet");
    else
        facts << tr("reviewed %1")
                     .arg(relativeDay(localDayOf(athlete.entry.reviewed->at, std::chrono::minutes(0)), today));
    facts << tr("on these pages “you” is the runner");
    m_facts->setText(facts.join(QStringLiteral(" · ")));

    clearFlags();
    const auto isNew = [&](const Flag& flag) {
        return std::find(athlete.unseen.begin(), athlete.unseen.end(), flag) != athlete.unseen.end();
    };
    QStringList rules;
    std::set<FlagKind> named;
    for (const Flag& flag : athlete.row.flags) {
        if (isNew(flag))
            addFlag(flag, false);
        if (named.insert(flag.kind).second)
            rules << tr("%1: %2").arg(flagName(flag.kind), flagRule(flag.kind));
    }
    bool told = false;
    for (const Flag& flag : athlete.row.flags) {
        if (isNew(flag))
            continue;
        if (!told) {
            QLabel* before = makeLabel(tr("seen before"), "small", m_flagBox);
            before->setWordWrap(false);
            m_flags->addWidget(before);
            before->show();
            told = true;
        }
        addFlag(flag, true);
    }
    if (athlete.row.flags.empty()) {
        QLabel* none = makeBadge(tr("Nothing stands out"), "good", m_flagBox);
        none->setObjectName(QStringLiteral("noFlagBadge"));
        m_flags->addWidget(none);
        none->show();
    }
    m_hasRules = !rules.isEmpty();
    m_rules->setText(rules.join(u'\n'));
    m_flags->addWidget(m_rulesButton);
    refreshVisibility();
}

void ReviewBanner::setNeighbours(bool hasPrevious, bool hasNext, const QString& place)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
    m_place->setText(place);
}

void ReviewBanner::setRulesShown(bool shown)
{
    m_rulesShown = shown;
    m_rulesButton->setChecked(shown);
    retranslate();
    refreshVisibility();
}

void ReviewBanner::setTight(bool tight)
{
    if (m_tight == tight)
        return;
    m_tight = tight;
    refreshVisibility();
}

void ReviewBanner::refreshVisibility()
{
    m_facts->setVisible(!m_tight || m_rulesShown);
    m_rules->setVisible(m_hasRules && m_rulesShown);
    m_rulesButton->setVisible(m_hasRules || m_tight);
}

void ReviewBanner::retranslate()
{
    setAccessibleName(tr("Athlete under review"));
    m_back->setText(tr("‹ Athletes"));
    m_back->setAccessibleName(tr("Back to the athletes"));
    m_back->setToolTip(tr("Key Esc"));
    m_readOnly->setText(tr("Read only"));
    m_previous->setText(tr("‹ Previous"));
    m_previous->setAccessibleName(tr("Previous athlete"));
    m_previous->setToolTip(tr("Keys [ and Alt+←"));
    m_next->setText(tr("Next ›"));
    m_next->setAccessibleName(tr("Next athlete"));
    m_next->setToolTip(tr("Keys ] and Alt+→"));
    m_reviewed->setText(tr("Reviewed up to here"));
    m_note->setText(tr("Note"));
    m_note->setAccessibleName(tr("Write a note"));
    m_rulesButton->setText(m_rulesShown ? tr("Rules ▾") : tr("Rules ▸"));
    m_rulesButton->setAccessibleName(tr("Rules of what stands out"));
    m_rulesButton->setToolTip(tr("Key F"));
}

}  // namespace psolog
