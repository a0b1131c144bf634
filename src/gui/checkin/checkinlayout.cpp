// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of CheckInPage: building, arranging and wording its parts.
#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "gui/body/bodymapwidget.h"
#include "gui/body/sitewords.h"
#include "gui/checkin/checkinpage.h"
#include "gui/checkin/morningquestion.h"
#include "gui/checkin/sitecard.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

constexpr int kSideMargin = 34;
constexpr int kEndMargin = 26;
constexpr int kCardPadding = 20;
constexpr double kSideBySideFrom = 760;    // page width at 100 % text below which the cards go under the map
constexpr double kActionsInRowFrom = 600;  // below it the two actions of the header stand one above the other
constexpr int kMapStretch = 4;
constexpr int kCardStretch = 3;
constexpr std::size_t kMostOnStrip = 4;
constexpr std::size_t kMostInTheMorning = 6;
constexpr double kMapHeight = 340;  // at least, at 100 % text

}  // namespace

void CheckInPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, kEndMargin);
    outer->setSpacing(0);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(kSideMargin, kEndMargin, kSideMargin, space::kL);
    m_column->setSpacing(space::kL);
    buildHeader(m_column);

    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(space::kL);
    auto* mapCard = makeCard();
    auto* mapColumn = new QVBoxLayout(mapCard);
    mapColumn->setContentsMargins(kCardPadding, space::kM, kCardPadding, space::kM);
    mapColumn->setSpacing(space::kM);
    m_strip = new QWidget;
    m_strip->setObjectName(QStringLiteral("soreLastStrip"));
    auto* stripColumn = new QVBoxLayout(m_strip);
    stripColumn->setContentsMargins(0, 0, 0, 0);
    stripColumn->setSpacing(space::kS);
    m_stripLabel = makeLabel({}, "strong");
    stripColumn->addWidget(m_stripLabel);
    auto* chips = new QWidget;
    m_stripChips = new FlowLayout(space::kS, chips);
    stripColumn->addWidget(chips);
    mapColumn->addWidget(m_strip);
    m_map = new BodyMapWidget(services().theme);
    m_map->setObjectName(QStringLiteral("bodyMapWidget"));
    // A scroll area grows its content to the preferred height where the width decides the height; the map would then
    // never shrink with the window. So it has no preferred height; the strut beside it keeps the smallest.
    m_map->installEventFilter(this);
    m_map->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto* mapRow = new QHBoxLayout;
    mapRow->setSpacing(0);
    m_mapStrut = new QSpacerItem(0, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    mapRow->addItem(m_mapStrut);
    mapRow->addWidget(m_map, 1);
    mapColumn->addLayout(mapRow, 1);
    m_body->addWidget(mapCard, kMapStretch);

    auto* cards = new QVBoxLayout;
    cards->setSpacing(space::kL);
    m_siteCard = new SiteCard(services().theme);
    m_whenCard = new WhenCard(services().theme);
    cards->addWidget(m_siteCard);
    cards->addWidget(m_whenCard);
    m_weekly = new Button(QString(), QStringLiteral("ghost"));
    m_weekly->setObjectName(QStringLiteral("weeklyLinkButton"));
    cards->addWidget(m_weekly, 0, Qt::AlignLeft);
    cards->addStretch(1);
    m_body->addLayout(cards, kCardStretch);
    m_column->addLayout(m_body, 1);
    m_scroll->setWidget(content);
    outer->addWidget(m_scroll, 1);
    buildFooter(outer);
}

void CheckInPage::buildHeader(QBoxLayout* column)
{
    m_header = new PageHeader;
    m_nothing = new Button;
    m_nothing->setObjectName(QStringLiteral("nothingSoreButton"));
    m_nothing->setKeyHint(QStringLiteral("N"));
    m_asLast = new Button;
    m_asLast->setObjectName(QStringLiteral("asLastTimeButton"));
    m_asLast->setKeyHint(QStringLiteral("L"));
    auto* actions = new QWidget;
    m_actions = new QBoxLayout(QBoxLayout::LeftToRight, actions);
    m_actions->setContentsMargins(0, 0, 0, 0);
    m_actions->setSpacing(space::kS);
    m_actions->addWidget(m_nothing);
    m_actions->addWidget(m_asLast);
    m_header->addAction(actions);
    column->addWidget(m_header);

    m_readOnlyBanner = makeBanner("warn");
    auto* banner = new QVBoxLayout(m_readOnlyBanner);
    m_readOnlyLabel = makeLabel({}, "");
    m_readOnlyLabel->setObjectName(QStringLiteral("readOnlyLabel"));
    banner->addWidget(m_readOnlyLabel);
    column->addWidget(m_readOnlyBanner);
    m_readOnlyBanner->hide();
}

void CheckInPage::buildFooter(QBoxLayout* column)
{
    auto* card = makeCard();
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(kCardPadding, space::kM, kCardPadding, space::kM);
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
    m_takeBack = new Button(QString(), QStringLiteral("ghost"));
    m_takeBack->setObjectName(QStringLiteral("takeBackButton"));
    m_takeBack->hide();
    row->addWidget(m_takeBack);
    m_save = new Button(QString(), QStringLiteral("primary"));
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setKeyHint(QStringLiteral("Ctrl \u21b5"));
    row->addWidget(m_save);

    auto* frame = new QHBoxLayout;
    frame->setContentsMargins(kSideMargin, 0, kSideMargin, 0);
    frame->addWidget(card);
    column->addLayout(frame);
}

void CheckInPage::connectParts()
{
    connect(m_map, &BodyMapWidget::currentSiteChanged, this, [this](std::optional<Site> site) {
        if (site)
            showSite();
    });
    connect(m_map, &BodyMapWidget::siteActivated, this, &CheckInPage::showSite);
    connect(m_map, &BodyMapWidget::scoreEdited, this, [this](Site site, std::optional<Score> score) {
        m_replaced.reset();
        if (m_map->currentSite() == site)
            m_siteCard->showScore(score);
        edited();
    });
    connect(m_siteCard, &SiteCard::scoreEdited, this, [this](Site site, std::optional<Score> score) {
        m_replaced.reset();
        m_map->setScore(site, score);
        edited();
    });
    connect(m_whenCard, &WhenCard::changed, this, &CheckInPage::edited);
    connect(m_nothing, &QPushButton::clicked, this, &CheckInPage::setNothingSore);
    connect(m_asLast, &QPushButton::clicked, this, &CheckInPage::setAsLastTime);
    connect(m_takeBack, &QPushButton::clicked, this, &CheckInPage::takeBack);
    connect(m_save, &QPushButton::clicked, this, &CheckInPage::save);
    connect(m_weekly, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(PageId::Weekly, {}); });
    connect(&services().changes, &LogChanges::logChanged, this, &CheckInPage::onLogChanged);
    connect(&services().theme, &Theme::changed, this, &CheckInPage::arrange);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &CheckInPage::arrange);

    const auto shortcut = [this](const QKeySequence& keys, Button* button) {
        auto* trigger = new QShortcut(keys, this);
        trigger->setContext(Qt::WidgetWithChildrenShortcut);
        connect(trigger, &QShortcut::activated, button, [button] { button->click(); });
    };
    shortcut(QKeySequence(Qt::Key_N), m_nothing);
    shortcut(QKeySequence(Qt::Key_L), m_asLast);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_save);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), m_save);
    // The window asks mayLeave() first, so nothing that was entered is lost without a question.
    auto* back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { Q_EMIT pageRequested(PageId::Today, {}); });
}

void CheckInPage::retranslate()
{
    if (m_original) {
        const RecordedAt& recorded = m_original->recorded;
        m_header->setKicker(tr("Change check-in"));
        m_header->setTitle(
            tr("%1, %2", "date and time").arg(longDate(recorded.day, services().today()), clockTime(recorded.at)));
        m_save->setText(tr("Save changes"));
    } else {
        m_header->setKicker(tr("Check-in"));
        m_header->setTitle(tr("How sore is each muscle right now?"));
        m_save->setText(tr("Save check-in"));
    }
    m_weekly->setText(tr("About the whole week: four questions\u2026"));
    m_weekly->setVisible(!m_original);
    m_nothing->setText(tr("Nothing sore"));
    m_nothing->setToolTip(tr("Sets all twelve muscles to 0"));
    m_asLast->setText(tr("As last time"));
    m_takeBack->setText(tr("Take back"));
    m_takeBack->setToolTip(tr("Gives back the scores as they were before"));
    const bool sameDay = m_basis.last && m_basis.last->recorded.day == services().today();
    if (m_morning.empty())
        m_stripLabel->setText(sameDay ? tr("How are these now?") : tr("How are these today?"));
    else
        m_stripLabel->setText(shortMorningQuestion(m_morning));
    m_readOnlyLabel->setText(
        tr("This log can only be read: it was written by a newer Psolog, or its place refuses writing. "
           "Nothing can be entered here."));
    m_map->setAccessibleName(tr("Body map"));
    m_siteCard->retranslate();
    showCount();
}

void CheckInPage::showCount()
{
    const auto answered = static_cast<int>(m_map->scores().count());
    const auto all = static_cast<int>(kSiteCount);
    if (answered == all)
        m_count->setText(tr("All %1 muscles answered.").arg(all));
    else if (answered == 0)
        m_count->setText(tr("No muscle answered yet. Choose one and press a digit."));
    else
        m_count->setText(
            tr("%1 of %2 muscles answered; the others stay \u201cnot asked\u201d.").arg(answered).arg(all));
    m_takeBack->setVisible(m_replaced.has_value());
    for (const auto& [site, chip] : m_stripButtons)
        chip->setChecked(m_map->scores()[site].has_value());
}

void CheckInPage::showStrip()
{
    for (const auto& [site, chip] : m_stripButtons) {
        m_stripChips->removeWidget(chip);
        delete chip;
    }
    m_stripButtons.clear();
    const bool shown = !m_askFirst.empty() && !services().file.readOnly();
    m_strip->setVisible(shown);
    if (!shown)
        return;
    for (const auto& [site, score] : m_askFirst) {
        if (m_stripButtons.size() == (m_morning.empty() ? kMostOnStrip : kMostInTheMorning))
            break;
        const QString label = siteLabel(site);
        auto* chip = new Button(score ? tr("%1 %2", "muscle and its last score").arg(label, scoreText(score)) : label,
                                QStringLiteral("chip"));
        chip->setObjectName(QStringLiteral("soreLast_%1_Button").arg(QString::fromStdString(nameOf(site))));
        chip->setCheckable(true);
        if (m_morning.empty())
            chip->setToolTip(tr("Asked again because it was sore last time"));
        else if (FollowUpSite{site, score}.wasSore())
            chip->setToolTip(tr("Asked again because it was sore yesterday"));
        else
            chip->setToolTip(tr("Asked because you released yesterday"));
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &QPushButton::clicked, this, [this, site = site] {
            m_map->setCurrentSite(site);
            m_map->setFocus();
            showCount();
        });
        m_stripChips->addWidget(chip);
        m_stripButtons.emplace_back(site, chip);
    }
    showCount();
}

bool CheckInPage::goToNextAsked()
{
    const auto asked = [this](Site site) {
        return std::find_if(m_morning.begin(), m_morning.end(),
                            [&](const FollowUpSite& one) { return one.site == site; });
    };
    const auto current = m_map->currentSite() ? asked(*m_map->currentSite()) : m_morning.end();
    if (current == m_morning.end() || current + 1 == m_morning.end())
        return false;
    m_map->setCurrentSite((current + 1)->site);
    return true;
}

bool CheckInPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_map && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && goToNextAsked())
            return true;
    }
    return TopicPage::eventFilter(watched, event);
}

void CheckInPage::showReadOnly()
{
    const bool readOnly = services().file.readOnly();
    m_readOnlyBanner->setVisible(readOnly);
    m_map->setReadOnly(readOnly);
    m_siteCard->setReadOnly(readOnly);
    m_whenCard->setEnabled(!readOnly);
    m_save->setEnabled(!readOnly);
    m_nothing->setEnabled(!readOnly);
    m_asLast->setEnabled(!readOnly && m_basis.last);
}

void CheckInPage::showFailure(const QString& heading, const QString& words)
{
    m_failure->setText(heading.isEmpty() ? words : heading + QStringLiteral(". ") + words);
    m_failure->show();
}

void CheckInPage::arrange()
{
    const bool sideBySide = width() >= services().theme.px(kSideBySideFrom);
    m_body->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool actionsInRow = width() >= services().theme.px(kActionsInRowFrom);
    m_actions->setDirection(actionsInRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int mapHeight = services().theme.px(kMapHeight);
    if (m_map->minimumHeight() != mapHeight) {
        m_map->setMinimumHeight(mapHeight);
        m_mapStrut->changeSize(0, mapHeight, QSizePolicy::Fixed, QSizePolicy::Minimum);
        m_map->updateGeometry();
    }
    // The cards end where the footer ends, with a scroll bar or without.
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    const int barWidth = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    QMargins margins = m_column->contentsMargins();
    margins.setRight(kSideMargin - barWidth);
    m_column->setContentsMargins(margins);
}

void CheckInPage::changeEvent(QEvent* event)
{
    TopicPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_whenCard->retranslate();
        showStrip();
        showSite();
    }
}

void CheckInPage::resizeEvent(QResizeEvent* event)
{
    TopicPage::resizeEvent(event);
    arrange();
}

}  // namespace psolog
