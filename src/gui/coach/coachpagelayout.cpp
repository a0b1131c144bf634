// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of CoachPage: building, arranging and wording its parts.
#include <array>
#include <utility>

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/coach/coachpage.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/rostermodel.h"
#include "gui/roster/rosterview.h"
#include "gui/roster/whypanel.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kSideMargin = 34;
constexpr int kEndMargin = 26;
constexpr int kBarPadding = 12;
constexpr double kSearchWidth = 240;
constexpr double kOneRowFrom = 760;  ///< page width at 100 % text below which the search goes under the chips
constexpr double kWhyFrom = 620;     ///< page height at 100 % text below which the rules stand in tool tips alone
constexpr double kLeastTable = 190;  ///< height at 100 % text; below it the page scrolls
constexpr int kEmptyPadding = 34;

constexpr std::array kKinds{
    std::pair{RosterFilter::Kind::NeedsALook, "needsALookButton"},
    std::pair{RosterFilter::Kind::NewSinceReview, "newSinceReviewButton"},
    std::pair{RosterFilter::Kind::All, "allButton"},
};

/// A bar with words and, at its end, buttons; hidden at first.
QFrame* makeBar(const char* tone, QLabel*& label, const char* labelName, std::initializer_list<Button*> buttons)
{
    QFrame* bar = makeBanner(tone);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(kBarPadding, kBarPadding / 2, kBarPadding, kBarPadding / 2);
    row->setSpacing(space::kM);
    label = makeLabel({}, "", bar);
    label->setObjectName(QString::fromLatin1(labelName));
    row->addWidget(label, 1);
    for (Button* button : buttons)
        row->addWidget(button);
    bar->hide();
    return bar;
}

Button* makeButton(const char* name, const char* variant = "")
{
    auto* button = new Button(QString(), QString::fromLatin1(variant));
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

}  // namespace

void CoachPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_parts = new QStackedWidget;
    outer->addWidget(m_parts);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_roster = scroll;
    m_parts->addWidget(scroll);
    auto* content = new QWidget;
    scroll->setWidget(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSideMargin, kEndMargin, kSideMargin, kEndMargin - space::kS);
    column->setSpacing(space::kM);

    m_header = new PageHeader;
    m_refused = makeButton("refusedButton", "link");
    connect(m_refused, &QPushButton::clicked, this, &CoachPage::showRefused);
    m_header->addToKicker(m_refused);
    m_more = makeButton("moreButton");
    m_add = makeButton("addFilesButton");
    m_first = makeButton("reviewButton", "primary");
    m_first->setKeyHint(QStringLiteral("⏎"));
    connect(m_add, &QPushButton::clicked, this, &CoachPage::addFiles);
    connect(m_first, &QPushButton::clicked, this, &CoachPage::reviewChosen);
    for (Button* button : {m_more, m_add, m_first})
        m_header->addAction(button);
    column->addWidget(m_header);
    column->addWidget(buildBars());
    column->addWidget(buildFilters());

    m_states = new QStackedWidget;
    m_loadingLabel = makeLabel({}, "muted");
    m_loadingLabel->setObjectName(QStringLiteral("loadingLabel"));
    m_loadingLabel->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_states->addWidget(m_loadingLabel);
    m_states->addWidget(buildEmpty());
    m_states->addWidget(buildMessage(m_noMatchTitle, m_noMatchWords, m_clear, "showAllButton"));
    m_states->addWidget(buildTable());
    column->addWidget(m_states, 1);
    m_why = new WhyPanel;
    column->addWidget(m_why);
    m_keys = buildKeys();
    column->addWidget(m_keys);
    buildMenus();

    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_kinds->button(static_cast<int>(RosterFilter::Kind::All))->setChecked(true);
        m_model->setFilter({});
        applyFilter();
        focusRoster();
    });
    for (const QKeySequence& keys : {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto* find = new QShortcut(keys, m_roster);
        find->setContext(Qt::WidgetWithChildrenShortcut);
        connect(find, &QShortcut::activated, this, [this] {
            if (m_filters->isVisible()) {
                m_search->setFocus(Qt::ShortcutFocusReason);
                m_search->selectAll();
            }
        });
    }
}

QWidget* CoachPage::buildBars()
{
    auto* bars = new QWidget;
    auto* column = new QVBoxLayout(bars);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);

    m_cancel = makeButton("cancelButton", "ghost");
    m_progress = makeBar("info", m_progressLabel, "progressLabel", {});
    auto* row = static_cast<QHBoxLayout*>(m_progress->layout());
    m_progressBar = new QProgressBar;
    m_progressBar->setObjectName(QStringLiteral("progressBar"));
    m_progressBar->setTextVisible(false);
    row->addWidget(m_progressBar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, m_data, &CoachData::cancel);

    m_retry = makeButton("retryButton", "ghost");
    m_failure = makeBar("bad", m_failureLabel, "failureLabel", {m_retry});
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_failure->hide();
        if (m_failed == Failed::Reading)
            m_data->refresh();
        focusRoster();
    });

    m_lookAgain = makeButton("lookAgainButton", "ghost");
    m_stopWatching = makeButton("stopWatchingButton", "ghost");
    m_folderBar = makeBar("warn", m_folderLabel, "folderLabel", {m_lookAgain, m_stopWatching});
    connect(m_lookAgain, &QPushButton::clicked, m_data, &CoachData::refresh);
    connect(m_stopWatching, &QPushButton::clicked, this, &CoachPage::stopWatching);

    m_lookAtThem = makeButton("lookAtThemButton", "ghost");
    m_waiting = makeBar("info", m_waitingLabel, "waitingLabel", {m_lookAtThem});
    connect(m_lookAtThem, &QPushButton::clicked, m_data, &CoachData::inspectWaiting);

    m_readOn = makeButton("readOnButton", "ghost");
    m_rest = makeBar("info", m_restLabel, "restLabel", {m_readOn});
    connect(m_readOn, &QPushButton::clicked, m_data, &CoachData::refresh);

    for (QFrame* bar : {m_progress, m_failure, m_folderBar, m_waiting, m_rest})
        column->addWidget(bar);
    return bars;
}

QWidget* CoachPage::buildFilters()
{
    m_filters = new QWidget;
    m_filterRow = new QBoxLayout(QBoxLayout::LeftToRight, m_filters);
    m_filterRow->setContentsMargins(0, 0, 0, 0);
    m_filterRow->setSpacing(space::kM);
    auto* chips = new QWidget;
    auto* flow = new FlowLayout(space::kS, chips);
    m_kinds = new QButtonGroup(this);
    m_kinds->setExclusive(true);
    for (const auto& [kind, name] : kKinds) {
        Button* chip = makeButton(name, "chip");
        chip->setCheckable(true);
        m_kinds->addButton(chip, static_cast<int>(kind));
        flow->addWidget(chip);
    }
    m_kinds->button(static_cast<int>(RosterFilter::Kind::All))->setChecked(true);
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            applyFilter();
    });
    m_groupFilter = makeButton("groupFilterButton", "chip");
    m_groupFilter->setCheckable(true);
    flow->addWidget(m_groupFilter);
    m_filterRow->addWidget(chips, 1);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchLineEdit"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &CoachPage::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &CoachPage::focusRoster);
    m_filterRow->addWidget(m_search);
    return m_filters;
}

QWidget* CoachPage::buildTable()
{
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(4, 8, 4, 8);
    m_model = new RosterModel(this);
    m_table = new RosterView(*m_model, services().theme);
    m_table->setObjectName(QStringLiteral("rosterTable"));
    connect(m_table, &RosterView::currentAthleteChanged, this, &CoachPage::refreshChosen);
    connect(m_table, &RosterView::athleteOpened, this, &CoachPage::reviewChosen);
    column->addWidget(m_table);
    return card;
}

QWidget* CoachPage::buildMessage(QLabel*& title, QLabel*& words, Button*& action, const char* name)
{
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kEmptyPadding, kEmptyPadding, kEmptyPadding, kEmptyPadding);
    column->setSpacing(space::kM);
    title = makeLabel({}, "card-title", card);
    words = makeLabel({}, "muted", card);
    action = makeButton(name);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(action, 0, Qt::AlignLeft);
    column->addStretch(1);
    return card;
}

QWidget* CoachPage::buildEmpty()
{
    QWidget* card = buildMessage(m_emptyTitle, m_emptyWords, m_emptyAdd, "emptyAddButton");
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitleLabel"));
    m_emptyAdd->setVariant(QStringLiteral("primary"));
    connect(m_emptyAdd, &QPushButton::clicked, this, &CoachPage::addFiles);
    m_emptyWatch = makeButton("emptyWatchButton");
    connect(m_emptyWatch, &QPushButton::clicked, this, &CoachPage::watchFolder);
    m_emptySteps = makeLabel({}, "", card);
    m_emptyPrivacy = makeLabel({}, "small", card);
    auto* column = static_cast<QVBoxLayout*>(card->layout());
    column->removeWidget(m_emptyAdd);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(space::kM, buttons);
    flow->addWidget(m_emptyAdd);
    flow->addWidget(m_emptyWatch);
    column->insertWidget(2, m_emptySteps);
    column->insertSpacing(3, space::kS);
    column->insertWidget(4, buttons);
    column->insertWidget(5, m_emptyPrivacy);
    return card;
}

QWidget* CoachPage::buildKeys()
{
    auto* row = new QWidget;
    auto* flow = new FlowLayout(space::kM, row);
    const auto add = [&](std::initializer_list<const char*> caps, const char* words) {
        auto* pair = new QWidget;
        auto* line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::kXs);
        for (const char* cap : caps)
            line->addWidget(makeKeyCap(QString::fromUtf8(cap)));
        QLabel* label = makeLabel({}, "small");
        label->setWordWrap(false);
        line->addWidget(label);
        m_keyWords.emplace_back(label, words);
        flow->addWidget(pair);
    };
    add({"↑", "↓"}, QT_TR_NOOP("choose"));
    add({"⏎"}, QT_TR_NOOP("review"));
    add({"M"}, QT_TR_NOOP("reviewed up to here"));
    add({"N"}, QT_TR_NOOP("note"));
    add({"G"}, QT_TR_NOOP("group"));
    add({"/"}, QT_TR_NOOP("search"));
    add({"Del"}, QT_TR_NOOP("remove from the list"));
    return row;
}

void CoachPage::buildMenus()
{
    m_moreMenu = new QMenu(this);
    m_moreMenu->setObjectName(QStringLiteral("moreMenu"));
    connect(m_more, &QPushButton::clicked, this, [this] {
        fillMore();
        m_moreMenu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())), nullptr);
    });
    m_groupMenu = new QMenu(this);
    m_groupMenu->setObjectName(QStringLiteral("groupFilterMenu"));
    connect(m_groupFilter, &QPushButton::clicked, this, [this] {
        // The chip shows whether a group is chosen, not whether its menu is open.
        m_groupFilter->setChecked(m_model->filter().group.has_value());
        fillGroupFilter();
        m_groupMenu->popup(m_groupFilter->mapToGlobal(QPoint(0, m_groupFilter->height())));
    });
}

void CoachPage::retranslate()
{
    m_more->setText(tr("More ▾"));
    m_more->setAccessibleName(tr("More"));
    m_more->setAccessibleDescription(tr("Opens a menu: watched folder, refused files, reports, notes"));
    m_moreMenu->setAccessibleName(tr("More"));
    m_groupMenu->setAccessibleName(tr("Group"));
    m_add->setText(tr("&Add files…"));
    m_cancel->setText(tr("Cancel"));
    wordFailure();
    m_lookAgain->setText(tr("Look again"));
    m_stopWatching->setText(tr("Stop watching"));
    m_readOn->setText(tr("Read the rest"));
    m_progressBar->setAccessibleName(tr("Progress"));
    m_search->setPlaceholderText(tr("Search athletes"));
    m_search->setAccessibleName(tr("Search athletes by name or group"));
    m_table->setAccessibleName(tr("Athletes, who needs a look first"));
    m_table->setAccessibleDescription(
        tr("Return reviews, M marks as reviewed, N writes a note, G sets the group, Del removes from the list"));
    m_loadingLabel->setText(tr("Reading the athletes…"));
    m_clear->setText(tr("Show all"));
    for (const auto& [label, words] : m_keyWords)
        label->setText(tr(words));
    retranslateEmpty();
    refresh();
}

void CoachPage::retranslateEmpty()
{
    m_emptyTitle->setText(tr("Review your athletes, one minute each"));
    m_emptyWords->setText(tr("Athletes send you a copy of their log. Psolog puts those who need a look at the top and "
                             "says why; you look at their trends, write a note, and send it back."));
    m_emptySteps->setText(tr("Each athlete chooses File, Share… in Psolog and sends you the file it makes. Add such "
                             "files here, drop them on this window, or watch a folder that they are put into."));
    m_emptyAdd->setText(tr("&Add files…"));
    m_emptyWatch->setText(tr("&Watch a folder…"));
    m_emptyPrivacy->setText(tr("Everything stays on this computer. A file is checked before anything of it is stored, "
                               "and it stays as it is."));
}

void CoachPage::arrange()
{
    const Theme& theme = services().theme;
    const bool oneRow = width() >= theme.px(kOneRowFrom);
    m_filterRow->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_search->setFixedWidth(theme.px(kSearchWidth));
    m_states->setMinimumHeight(theme.px(kLeastTable));
    m_why->setVisible(state() == State::Table && height() >= theme.px(kWhyFrom));
}

}  // namespace psolog
