// SPDX-License-Identifier: GPL-3.0-or-later
// How the Trends page is put together; what it does is in trendspage.cpp.
#include <QActionGroup>
#include <QButtonGroup>
#include <QHeaderView>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/notes/notesinview.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/trends/allmusclesview.h"
#include "gui/trends/muscleview.h"
#include "gui/trends/outcomescard.h"
#include "gui/trends/reliefview.h"
#include "gui/trends/selftestsview.h"
#include "gui/trends/signscard.h"
#include "gui/trends/splitrow.h"
#include "gui/trends/termscard.h"
#include "gui/trends/trendspage.h"
#include "gui/trends/verdictcard.h"
#include "gui/trends/weeklyview.h"
#include "gui/trends/yearview.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kChartHeight = 300;
constexpr int kTitleLeast = 430;
constexpr int kCardLeast = 380;
constexpr int kCardsHeight = 262;  ///< what verdict and signs take: their room is there before they are
constexpr int kQuietSpacing = 4;   ///< between chips without an outline
constexpr int kColumnSample = 50;

Button* makeChip(QWidget* parent, const char* name, bool checkable = true)
{
    auto* chip = new Button(QString(), QStringLiteral("chip"), parent);
    chip->setObjectName(QString::fromLatin1(name));
    chip->setCheckable(checkable);
    return chip;
}

}  // namespace

void TrendsPage::buildHeader()
{
    auto* words = new QWidget(this);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_kicker = makeLabel(QString(), "muted", words);
    m_kicker->setObjectName(QStringLiteral("kickerLabel"));
    m_title = makeLabel(QString(), "page-title", words);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    column->addWidget(m_kicker);
    column->addWidget(m_title);
    column->addStretch(1);

    m_ranges = new QWidget(this);
    auto* flow = new FlowLayout(8, m_ranges);
    m_rangeGroup = new QButtonGroup(this);
    constexpr std::array names{"twoWeeksButton", "monthButton", "threeMonthsButton", "yearButton", "allTimeButton"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_rangeButtons[i] = makeChip(m_ranges, names[i]);
        m_rangeGroup->addButton(m_rangeButtons[i], static_cast<int>(i));
        flow->addWidget(m_rangeButtons[i]);
    }
    connect(m_rangeGroup, &QButtonGroup::idClicked, this, [this](int id) { setRange(static_cast<TrendRange>(id)); });
    m_controls = new SplitRow(m_ranges, 1, buildTools(), 0, this);
    m_controls->setFolding(true);
    m_header = new SplitRow(words, 1, m_controls, 0, this);
}

QWidget* TrendsPage::buildTools()
{
    auto* tools = new QWidget(this);
    auto* flow = new FlowLayout(8, tools);
    m_bandButton = makeChip(tools, "bandButton");
    m_bandButton->setKeyHint(QStringLiteral("B"));
    m_tableButton = makeChip(tools, "tableButton");
    m_tableButton->setKeyHint(QStringLiteral("T"));
    m_exportButton = makeChip(tools, "exportButton", false);
    for (Button* button : {m_bandButton, m_tableButton, m_exportButton})
        flow->addWidget(button);
    connect(m_bandButton, &QPushButton::toggled, this, &TrendsPage::setBandShown);
    connect(m_tableButton, &QPushButton::toggled, this, &TrendsPage::setTableShown);

    auto* menu = new QMenu(m_exportButton);
    constexpr std::array kinds{ExportKind::Png, ExportKind::Pdf, ExportKind::Csv};
    constexpr std::array actionNames{"exportPngAction", "exportPdfAction", "exportCsvAction"};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        m_exportActions[i] = menu->addAction(QString());
        m_exportActions[i]->setObjectName(QString::fromLatin1(actionNames[i]));
        connect(m_exportActions[i], &QAction::triggered, this, [this, kind = kinds[i]] { chooseExport(kind); });
    }
    connect(m_exportButton, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_exportButton->mapToGlobal(QPoint(0, m_exportButton->height() + 4))); });
    return tools;
}

void TrendsPage::buildChips()
{
    m_choiceGroup = new QButtonGroup(this);
    auto* muscles = new QWidget(this);
    auto* muscleFlow = new FlowLayout(8, muscles);
    constexpr std::array names{"hamstringButton", "calfButton",  "quadricepsButton",
                               "gluteButton",     "psoasButton", "lowerBackButton"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_muscleButtons[i] = makeChip(muscles, names[i]);
        m_choiceGroup->addButton(m_muscleButtons[i], static_cast<int>(i));
        muscleFlow->addWidget(m_muscleButtons[i]);
    }

    auto* views = new QWidget(this);
    auto* viewFlow = new FlowLayout(kQuietSpacing, views);
    m_viewsLabel = makeLabel(QString(), "small", views);
    m_viewsLabel->setWordWrap(false);
    viewFlow->addWidget(m_viewsLabel);
    constexpr std::array<std::pair<View, const char*>, kViewCount - 1> others{{{View::AllMuscles, "allButton"},
                                                                               {View::SelfTests, "selfTestsButton"},
                                                                               {View::Year, "yearViewButton"},
                                                                               {View::Relief, "reliefButton"},
                                                                               {View::Weekly, "weeklyButton"}}};
    for (const auto& [view, name] : others) {
        const auto index = static_cast<std::size_t>(view);
        m_viewButtons[index] = makeChip(views, name);
        m_viewButtons[index]->setProperty("quiet", true);
        m_choiceGroup->addButton(m_viewButtons[index], static_cast<int>(kMuscleCount + index));
        viewFlow->addWidget(m_viewButtons[index]);
    }
    connect(m_choiceGroup, &QButtonGroup::idClicked, this, [this](int id) {
        if (id < static_cast<int>(kMuscleCount))
            setMuscle(static_cast<Muscle>(id));
        else
            setView(static_cast<View>(id - static_cast<int>(kMuscleCount)));
    });
    m_chips = new SplitRow(muscles, 1, views, 0, this);
}

QWidget* TrendsPage::buildEmptyState()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(10);
    m_emptyTitle = makeLabel(QString(), "card-title", page);
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitleLabel"));
    m_emptyText = makeLabel(QString(), "muted", page);
    m_emptyText->setObjectName(QStringLiteral("emptyTextLabel"));
    m_emptyButton = new Button(QString(), QStringLiteral("primary"), page);
    m_emptyButton->setObjectName(QStringLiteral("emptyActionButton"));
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyTarget == PageId::Trends)
            setRange(TrendRange::All);
        else
            Q_EMIT pageRequested(m_emptyTarget, QString());
    });
    column->addStretch(1);
    for (QLabel* label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

void TrendsPage::addView(View view, TrendView* widget, std::optional<Qt::Key> key)
{
    m_views[static_cast<std::size_t>(view)] = widget;
    connect(widget, &TrendView::visibleDaysChanged, this, [this] {
        refreshKicker();
        refreshTable();
        listNotes();
    });
    connect(widget, &TrendView::findingChanged, this, &TrendsPage::refreshTitle);
    connect(widget, &TrendView::failed, this, &TrendsPage::showError);
    if (key) {
        auto* shortcut = new QShortcut(QKeySequence(*key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, view] { setView(m_view == view ? View::Muscle : view); });
    }
}

void TrendsPage::buildViews()
{
    const Theme& theme = services().theme;
    m_muscleView = new MuscleView(theme, m_data, m_stack);
    addView(View::Muscle, m_muscleView);
    auto* all = new AllMusclesView(theme, m_data, m_stack);
    addView(View::AllMuscles, all, Qt::Key_A);
    connect(all, &AllMusclesView::muscleChosen, this, &TrendsPage::setMuscle);
    addView(View::SelfTests, new SelfTestsView(theme, m_data, m_stack), Qt::Key_S);
    addView(View::Year, new YearView(theme, m_data, m_stack), Qt::Key_Y);
    addView(View::Relief, new ReliefView(theme, m_data, services().releases, services().checkIns, m_stack), Qt::Key_D);
    addView(View::Weekly, new WeeklyView(theme, m_data, services().weekly, m_stack), Qt::Key_W);
}

QTableView* TrendsPage::buildTable()
{
    auto* table = new QTableView(m_stack);
    table->setObjectName(QStringLiteral("trendTableView"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setProperty("bare", true);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setResizeContentsPrecision(kColumnSample);
    return table;
}

void TrendsPage::buildContent()
{
    const Theme& theme = services().theme;
    m_errorBanner = makeBanner("bad", this);
    m_errorBanner->setObjectName(QStringLiteral("errorBanner"));
    m_errorLabel = makeLabel(QString(), "", m_errorBanner);
    m_errorLabel->setObjectName(QStringLiteral("errorLabel"));
    auto* bannerLayout = new QVBoxLayout(m_errorBanner);
    bannerLayout->setContentsMargins(14, 10, 14, 10);
    bannerLayout->addWidget(m_errorLabel);
    m_errorBanner->hide();

    auto* card = makeCard(this);
    card->setObjectName(QStringLiteral("chartCard"));
    m_stack = new QWidget(card);
    m_stack->setMinimumHeight(theme.px(kChartHeight));
    connect(&theme, &Theme::changed, this, [this] {
        m_stack->setMinimumHeight(services().theme.px(kChartHeight));
        m_header->setFirstMinimum(services().theme.px(kTitleLeast));
        m_cards->setFirstMinimum(services().theme.px(kCardLeast));
        m_cards->setMinimumHeight(services().theme.px(kCardsHeight));
    });
    auto* cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(16, 16, 16, 12);
    cardLayout->addWidget(m_stack);

    buildViews();
    m_tableView = buildTable();
    m_emptyPage = buildEmptyState();
    // Not a QStackedWidget: that is as high as its highest page, shown or not.
    auto* pages = new QVBoxLayout(m_stack);
    pages->setContentsMargins(0, 0, 0, 0);
    std::vector<QWidget*> contents(m_views.begin(), m_views.end());
    contents.insert(contents.end(), {m_tableView, m_emptyPage});
    for (QWidget* page : contents) {
        page->hide();
        pages->addWidget(page);
    }

    m_verdictCard = new VerdictCard(this);
    connect(m_verdictCard, &VerdictCard::termsToggled, this, &TrendsPage::setTermsShown);
    m_signsCard = new SignsCard(this);
    m_termsCard = new TermsCard(theme, this);
    m_termsCard->hide();
    m_experimentButton = new Button(QString(), QStringLiteral("link"), this);
    m_experimentButton->setObjectName(QStringLiteral("experimentButton"));
    connect(m_experimentButton, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(PageId::Experiment, {}); });
    m_outcomesCard = new OutcomesCard(theme, this);
    connect(m_outcomesCard, &OutcomesCard::needed, this, &TrendsPage::fillOutcomes);
    m_notesCard = new NotesInView(this);
    m_cards = new SplitRow(m_verdictCard, 59, m_signsCard, 41, this);
    m_header->setFirstMinimum(theme.px(kTitleLeast));
    m_cards->setFirstMinimum(theme.px(kCardLeast));
    m_cards->setMinimumHeight(theme.px(kCardsHeight));

    m_content = new QWidget(this);
    m_content->installEventFilter(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(14);
    column->addWidget(m_header);
    column->addWidget(m_chips);
    column->addWidget(m_errorBanner);
    column->addWidget(card, 1);
    column->addWidget(m_notesCard);
    column->addWidget(m_cards);
    column->addWidget(m_termsCard);
    column->addWidget(m_experimentButton, 0, Qt::AlignLeft);
    column->addWidget(m_outcomesCard);

    auto* scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    auto* root = new QVBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->addWidget(scroll);
}

void TrendsPage::buildShortcuts()
{
    const auto shortcut = [this](const QKeySequence& keys, auto action) {
        auto* key = new QShortcut(keys, this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, action);
    };
    for (int i = 0; i < 5; ++i)
        shortcut(QKeySequence(Qt::Key_1 + i), [this, i] {
            if (current().hasRange())
                setRange(static_cast<TrendRange>(i));
        });
    shortcut(QKeySequence(Qt::Key_T), [this] { setTableShown(!m_table); });
    shortcut(QKeySequence(Qt::Key_B), [this] {
        if (m_bandButton->isVisible() && m_bandButton->isEnabled())
            setBandShown(!m_band);
    });
    shortcut(QKeySequence(Qt::Key_H), [this] {
        if (m_explained)
            setTermsShown(!m_terms);
    });
}

}  // namespace psolog
