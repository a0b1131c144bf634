// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of HistoryPage: building, arranging and wording its parts.
#include <array>
#include <utility>

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/history/historydelegate.h"
#include "gui/history/historydetails.h"
#include "gui/history/historymodel.h"
#include "gui/history/historypage.h"
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
constexpr int kCardPadding = 20;
constexpr int kListStretch = 5;
constexpr int kDetailsStretch = 4;
constexpr double kSideBySideFrom = 720;  // page width at 100 % text below which the details go under the list
constexpr double kSearchWidth = 240;
constexpr double kLeastHeight = 180;  // of list and details, at 100 % text; below it the page scrolls

const std::array kChips{
    std::pair{-1, "allButton"},
    std::pair{static_cast<int>(HistoryKind::CheckIn), "checkInsButton"},
    std::pair{static_cast<int>(HistoryKind::Run), "runsButton"},
    std::pair{static_cast<int>(HistoryKind::SelfTest), "selfTestsButton"},
    std::pair{static_cast<int>(HistoryKind::Release), "releasesButton"},
    std::pair{static_cast<int>(HistoryKind::Weekly), "weeklyButton"},
    std::pair{static_cast<int>(HistoryKind::Experiment), "experimentsButton"},
    std::pair{static_cast<int>(HistoryKind::Note), "coachNotesButton"},
};

/// Button groups keep negative ids for themselves.
int chipId(int kind)
{
    return kind + 1;
}

}  // namespace

void HistoryPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    scroll->setWidget(content);
    outer->addWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSideMargin, kEndMargin, kSideMargin, kEndMargin);
    column->setSpacing(space::kM);
    m_header = new PageHeader;
    column->addWidget(m_header);
    m_filters = buildFilters();
    column->addWidget(m_filters);
    m_readOnly = makeLabel({}, "muted");
    m_readOnly->setObjectName(QStringLiteral("readOnlyLabel"));
    m_readOnly->hide();
    column->addWidget(m_readOnly);
    m_failure = makeLabel({}, "error");
    m_failure->setObjectName(QStringLiteral("failureLabel"));
    m_failure->hide();
    column->addWidget(m_failure);

    m_states = new QStackedWidget;
    auto* both = new QWidget;
    m_body = new QBoxLayout(QBoxLayout::LeftToRight, both);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::kL);
    m_body->addWidget(buildList(), kListStretch);
    m_body->addWidget(buildDetails(), kDetailsStretch);
    m_states->addWidget(both);
    m_states->addWidget(buildEmpty(m_emptyTitle, m_emptyWords, m_emptyAction, "emptyCheckInButton"));
    m_states->addWidget(buildEmpty(m_noMatchTitle, m_noMatchWords, m_noMatchAction, "clearFiltersButton"));
    column->addWidget(m_states, 1);
}

QWidget* HistoryPage::buildFilters()
{
    auto* row = new QWidget;
    auto* layout = new FlowLayout(space::kS, row);
    m_kinds = new QButtonGroup(this);
    m_kinds->setExclusive(true);
    for (const auto& [kind, name] : kChips) {
        auto* chip = new Button(QString(), QStringLiteral("chip"));
        chip->setObjectName(QString::fromLatin1(name));
        chip->setCheckable(true);
        m_kinds->addButton(chip, chipId(kind));
        layout->addWidget(chip);
    }
    m_kinds->button(chipId(-1))->setChecked(true);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchLineEdit"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    return row;
}

QWidget* HistoryPage::buildList()
{
    m_model = new HistoryModel(services(), this);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(*m_model, services(), m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    return m_list;
}

QWidget* HistoryPage::buildDetails()
{
    m_detailsCard = makeCard();
    auto* column = new QVBoxLayout(m_detailsCard);
    column->setContentsMargins(kCardPadding, kCardPadding, space::kS, space::kM);
    column->setSpacing(space::kM);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("detailsScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::StrongFocus);
    m_details = new HistoryDetails(services().theme);
    m_details->setAutoFillBackground(false);
    scroll->setWidget(m_details);
    m_details->setAutoFillBackground(false);  // setWidget() turns it on; the card shows through
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    auto* actions = new QWidget;
    auto* row = new FlowLayout(space::kS, actions);
    m_edit = new Button;
    m_edit->setObjectName(QStringLiteral("editButton"));
    m_edit->setKeyHint(QStringLiteral("\u21b5"));
    m_delete = new Button;
    m_delete->setObjectName(QStringLiteral("deleteButton"));
    row->addWidget(m_edit);
    row->addWidget(m_delete);
    column->addWidget(actions);
    return m_detailsCard;
}

QWidget* HistoryPage::buildEmpty(QLabel*& title, QLabel*& words, Button*& action, const char* actionName)
{
    auto* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kCardPadding, kCardPadding, kCardPadding, kCardPadding);
    column->setSpacing(space::kM);
    title = makeLabel({}, "card-title");
    words = makeLabel({}, "muted");
    action = new Button(QString(), QStringLiteral("primary"));
    action->setObjectName(QString::fromLatin1(actionName));
    column->addStretch(1);
    title->setAlignment(Qt::AlignHCenter);
    words->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(action, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return card;
}

void HistoryPage::retranslate()
{
    m_header->setKicker(tr("History"));
    m_header->setTitle(m_ofOther ? tr("Everything logged") : tr("Everything you logged"));
    m_kinds->button(chipId(-1))->setText(tr("Everything"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::CheckIn)))->setText(tr("Check-ins"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::Run)))->setText(tr("Runs"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::SelfTest)))->setText(tr("Self-tests"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::Release)))->setText(tr("Releases"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::Weekly)))->setText(tr("Weekly"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::Experiment)))->setText(tr("Experiments"));
    m_kinds->button(chipId(static_cast<int>(HistoryKind::Note)))->setText(tr("Coach's notes"));
    m_search->setPlaceholderText(tr("Search notes, muscles, tags"));
    m_search->setAccessibleName(tr("Search notes, muscles, tags"));
    m_list->setAccessibleName(tr("History"));
    findChild<QScrollArea*>(QStringLiteral("detailsScrollArea"))->setAccessibleName(tr("Details"));
    m_edit->setText(tr("Change"));
    m_delete->setText(tr("Delete"));
    m_delete->setKeyHint(tr("Del", "key"));
    m_emptyTitle->setText(tr("Nothing logged yet"));
    m_emptyWords->setText(
        m_ofOther
            ? tr("Check-ins, runs, self-tests and releases appear here by day.")
            : tr("Check-ins, runs, self-tests and releases appear here by day. Begin with how your muscles feel."));
    m_emptyAction->setText(tr("Check in now"));
    m_noMatchTitle->setText(tr("Nothing matches"));
    m_noMatchWords->setText(tr("No entry has this kind and these words."));
    m_noMatchAction->setText(tr("Show everything"));
    m_readOnly->setText(tr("This log can only be read: it was written by a newer Psolog, or its place refuses writing. "
                           "Nothing can be changed here."));
}

void HistoryPage::arrange()
{
    const Theme& theme = services().theme;
    const bool sideBySide = width() >= theme.px(kSideBySideFrom);
    m_body->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_search->setMinimumWidth(theme.px(kSearchWidth));
    m_list->setMinimumHeight(theme.px(kLeastHeight));
    m_detailsCard->setMinimumHeight(theme.px(kLeastHeight));
    m_list->doItemsLayout();
}

void HistoryPage::changeEvent(QEvent* event)
{
    TopicPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

void HistoryPage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    arrange();
}

}  // namespace psolog
