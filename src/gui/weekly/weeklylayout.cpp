// SPDX-License-Identifier: GPL-3.0-or-later
// What the weekly check-in is made of, and where it stands. What it does is in weeklypage.cpp.
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/weekly/questioncard.h"
#include "gui/weekly/weeklypage.h"
#include "gui/weekly/weeklyresult.h"
#include "gui/weekly/weeklywords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kSideMargin = 34;
constexpr int kTwoColumns = 700;  ///< from this width on, at 100 % text

WeeklyItem itemAt(std::size_t index)
{
    return static_cast<WeeklyItem>(index);
}

}  // namespace

void WeeklyPage::build()
{
    auto* form = new QWidget;
    auto* outer = new QVBoxLayout(form);
    outer->setContentsMargins(0, 0, 0, space::kXl);
    outer->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    QVBoxLayout* column = m_column;
    column->setContentsMargins(kSideMargin, space::kXl, kSideMargin, space::kL);
    column->setSpacing(space::kM);
    m_header = new PageHeader;
    m_noLimit = new Button;
    m_noLimit->setObjectName(QStringLiteral("noLimitButton"));
    m_noLimit->setKeyHint(QStringLiteral("N"));
    m_header->addAction(m_noLimit);
    column->addWidget(m_header);
    m_readOnlyBanner = makeBanner("warn");
    m_readOnlyLabel = makeLabel({}, "");
    m_readOnlyLabel->setObjectName(QStringLiteral("readOnlyLabel"));
    (new QVBoxLayout(m_readOnlyBanner))->addWidget(m_readOnlyLabel);
    m_readOnlyBanner->hide();
    column->addWidget(m_readOnlyBanner);
    m_scope = makeLabel({}, "muted");
    m_last = makeLabel({}, "small");
    m_last->setObjectName(QStringLiteral("lastWeeklyLabel"));
    column->addWidget(m_scope);
    column->addWidget(m_last);
    m_otherVersion = makeLabel({}, "");
    m_otherVersion->setObjectName(QStringLiteral("otherVersionLabel"));
    m_otherVersion->hide();
    column->addWidget(m_otherVersion);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::kL);
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        m_cards.at(i) = new QuestionCard(services().theme, itemAt(i));
        connect(m_cards.at(i), &QuestionCard::answered, this, &WeeklyPage::onAnswered);
    }
    column->addLayout(m_grid);
    m_noteLabel = makeLabel({}, "strong");
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("noteLineEdit"));
    m_noteLabel->setBuddy(m_note);
    m_ask = new QCheckBox;
    m_ask->setObjectName(QStringLiteral("askWeeklyCheckBox"));
    m_source = makeLabel({}, "small");
    column->addSpacing(space::kXs);
    column->addWidget(m_noteLabel);
    column->addWidget(m_note);
    column->addWidget(m_ask);
    column->addWidget(m_source);
    column->addStretch(1);
    m_scroll->setWidget(content);
    outer->addWidget(m_scroll, 1);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(kSideMargin, 0, kSideMargin, 0);
    footer->addWidget(buildFooter());
    outer->addLayout(footer);

    m_result = new WeeklyResult;
    auto* resultScroll = new QScrollArea;
    resultScroll->setWidgetResizable(true);
    resultScroll->setFrameShape(QFrame::NoFrame);
    resultScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    resultScroll->setFocusPolicy(Qt::NoFocus);
    resultScroll->setWidget(m_result);
    connect(m_result, &WeeklyResult::doneRequested, this, [this] { Q_EMIT pageRequested(PageId::Today, {}); });
    connect(m_result, &WeeklyResult::changeRequested, this, [this] {
        if (m_saved)
            startEditing(*m_saved);
        showForm();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(form);
    m_stack->addWidget(resultScroll);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);

    connect(m_noLimit, &QPushButton::clicked, this, &WeeklyPage::answerNoLimit);
    connect(m_ask, &QCheckBox::toggled, this, &WeeklyPage::storeSwitch);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &WeeklyPage::arrange);
    connect(m_note, &QLineEdit::textEdited, this, [this] { m_failure->hide(); });
    const auto shortcut = [this, form](const QKeySequence& keys, Button* button) {
        auto* trigger = new QShortcut(keys, form);
        trigger->setContext(Qt::WidgetWithChildrenShortcut);
        connect(trigger, &QShortcut::activated, button, [button] { button->click(); });
    };
    shortcut(QKeySequence(Qt::Key_N), m_noLimit);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_save);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), m_save);
    // The window asks mayLeave() first, so nothing that was answered is lost without a question.
    auto* back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { Q_EMIT pageRequested(PageId::Today, {}); });
    arrange();
}

QFrame* WeeklyPage::buildFooter()
{
    auto* card = makeCard();
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(kPadding, space::kM, kPadding, space::kM);
    row->setSpacing(space::kL);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::kXs);
    m_count = makeLabel({}, "muted");
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_failure = makeLabel({}, "error");
    m_failure->setObjectName(QStringLiteral("failureLabel"));
    m_failure->hide();
    words->addWidget(m_count);
    words->addWidget(m_failure);
    row->addLayout(words, 1);
    m_save = new Button(QString(), QStringLiteral("primary"));
    m_save->setObjectName(QStringLiteral("saveWeeklyButton"));
    m_save->setKeyHint(QStringLiteral("Ctrl \u21b5"));
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &WeeklyPage::save);
    return card;
}

void WeeklyPage::arrange()
{
    // The cards end where the footer ends, with a scroll bar or without.
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    const int barWidth = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    QMargins margins = m_column->contentsMargins();
    margins.setRight(kSideMargin - barWidth);
    m_column->setContentsMargins(margins);

    const int columns = width() >= services().theme.px(kTwoColumns) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        m_grid->removeWidget(m_cards.at(i));
        const int at = static_cast<int>(i);
        m_grid->addWidget(m_cards.at(i), at / columns, at % columns);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
    std::vector<QWidget*> order{m_noLimit};
    for (const QuestionCard* card : m_cards)
        for (QWidget* button : card->focusOrder())
            order.push_back(button);
    order.insert(order.end(), {m_note, m_ask, m_save});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void WeeklyPage::retranslate()
{
    m_header->setKicker(m_original
                            ? tr("Weekly check-in of %1").arg(longDate(m_original->recorded.day, services().today()))
                            : tr("Weekly check-in"));
    m_otherVersion->setText(
        tr("This one was answered with another edition of the questionnaire, with other answers to choose from. What "
           "was answered stays as it is; only its note can be changed."));
    m_header->setTitle(tr("How did your legs limit you this week?"));
    m_noLimit->setText(tr("Nothing limited me"));
    m_scope->setText(WeeklyWords::scope());
    m_source->setText(WeeklyWords::source());
    m_noteLabel->setText(tr("N&ote, if you like"));
    m_ask->setText(tr("&Ask me once a week, on Today"));
    m_save->setText(m_original ? tr("Save changes") : tr("Save"));
    m_readOnlyLabel->setText(tr("This log can only be read, so a weekly check-in could not be stored in it."));
}

}  // namespace psolog
