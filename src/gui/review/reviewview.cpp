// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/reviewview.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "gui/history/historypage.h"
#include "gui/report/reportpanel.h"
#include "gui/review/compareview.h"
#include "gui/review/reviewbanner.h"
#include "gui/review/reviewnotes.h"
#include "gui/review/reviewservices.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/theme/theme.h"
#include "gui/trends/trendspage.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"

namespace psolog {

namespace {

constexpr int kSideMargin = 34;
constexpr int kTightBelow = 640;  ///< px at 100 % text of height, below which the banner is tight

}  // namespace

ReviewView::ReviewView(Services& own, QWidget* parent)
    : QWidget(parent),
      m_own(own),
      m_services(std::make_unique<ReviewServices>(own))
{
    setObjectName(QStringLiteral("reviewView"));
    build();
    buildShortcuts();
    retranslate();
}

ReviewView::~ReviewView()
{
    // The pages work with the services, which would go first.
    for (QWidget*& part : m_parts) {
        delete part;
        part = nullptr;
    }
}

void ReviewView::build()
{
    m_banner = new ReviewBanner(m_own.theme, this);
    auto* chips = new QWidget(this);
    auto* flow = new FlowLayout(space::kS, chips);
    m_partGroup = new QButtonGroup(this);
    constexpr std::array names{"trendsPartButton", "historyPartButton", "reportPartButton", "notesPartButton",
                               "besidePartButton"};
    for (std::size_t i = 0; i < kPartCount; ++i) {
        auto* chip = new Button(QString(), QStringLiteral("chip"), chips);
        chip->setObjectName(QString::fromLatin1(names.at(i)));
        chip->setCheckable(true);
        m_partGroup->addButton(chip, static_cast<int>(i));
        flow->addWidget(chip);
    }
    m_partGroup->button(static_cast<int>(m_part))->setChecked(true);
    m_stack = new QStackedWidget(this);

    auto* top = new QWidget(this);
    auto* head = new QVBoxLayout(top);
    head->setContentsMargins(kSideMargin, space::kL, kSideMargin, 0);
    head->setSpacing(space::kM);
    head->addWidget(m_banner);
    head->addWidget(chips);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(m_stack, 1);

    connect(m_partGroup, &QButtonGroup::idClicked, this, [this](int id) { setPart(static_cast<Part>(id)); });
    connect(m_banner, &ReviewBanner::backRequested, this, &ReviewView::backRequested);
    connect(m_banner, &ReviewBanner::previousRequested, this, &ReviewView::previousRequested);
    connect(m_banner, &ReviewBanner::nextRequested, this, &ReviewView::nextRequested);
    connect(m_banner, &ReviewBanner::reviewedRequested, this, &ReviewView::reviewedRequested);
    connect(m_banner, &ReviewBanner::noteRequested, this, &ReviewView::requestNote);
}

void ReviewView::buildShortcuts()
{
    const auto key = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto press = [this](const char* name) {
        return [this, name] { findChild<Button*>(QString::fromLatin1(name))->click(); };
    };
    key(QKeySequence(Qt::Key_BracketLeft), press("previousButton"));
    key(QKeySequence(Qt::ALT | Qt::Key_Left), press("previousButton"));
    key(QKeySequence(Qt::Key_BracketRight), press("nextButton"));
    key(QKeySequence(Qt::ALT | Qt::Key_Right), press("nextButton"));
    key(QKeySequence(Qt::Key_M), press("reviewedButton"));
    key(QKeySequence(Qt::Key_N), press("noteButton"));
    key(QKeySequence(Qt::Key_F), [this] { m_banner->setRulesShown(!m_banner->areRulesShown()); });
    for (int i = 0; i < static_cast<int>(kPartCount); ++i)
        key(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { setPart(static_cast<Part>(i)); });
}

QWidget* ReviewView::make(Part part)
{
    switch (part) {
    case Part::Trends:
        m_trends = new TrendsPage(m_services->services(), m_stack);
        connect(m_trends, &Page::noticed, this, [this](const QString& text) { Q_EMIT noticed(text); });
        return m_trends;
    case Part::History:
        m_history = new HistoryPage(m_services->services(), m_stack);
        m_history->setReview();
        connect(m_history, &Page::noticed, this, [this](const QString& text) { Q_EMIT noticed(text); });
        return m_history;
    case Part::Report: {
        auto* frame = new QWidget(m_stack);
        auto* column = new QVBoxLayout(frame);
        column->setContentsMargins(kSideMargin, space::kL, kSideMargin, space::kXl);
        m_report = new ReportPanel(m_services->services(), frame);
        m_report->setReview(QString::fromStdString(m_own.file.path()));
        column->addWidget(m_report);
        return frame;
    }
    case Part::Notes:
        m_notes = new ReviewNotes(m_stack);
        connect(m_notes, &ReviewNotes::noteRequested, this, &ReviewView::requestNote);
        connect(m_notes, &ReviewNotes::noteChangeRequested, this, &ReviewView::noteChangeRequested);
        connect(m_notes, &ReviewNotes::noteWithdrawRequested, this, &ReviewView::noteWithdrawRequested);
        connect(m_notes, &ReviewNotes::planRequested, this, &ReviewView::planRequested);
        connect(m_notes, &ReviewNotes::exportRequested, this, &ReviewView::exportNotesRequested);
        return m_notes;
    case Part::Beside:
        m_compare = new CompareView(m_own.theme, m_stack);
        connect(m_compare, &CompareView::besideRequested, this, &ReviewView::besideRequested);
        m_compare->setChoices(m_choices);
        return m_compare;
    }
    return nullptr;
}

QWidget* ReviewView::widgetOf(Part part)
{
    QWidget*& widget = m_parts.at(static_cast<std::size_t>(part));
    if (widget == nullptr) {
        widget = make(part);
        m_stack->addWidget(widget);
    }
    return widget;
}

void ReviewView::show(ReviewedAthlete athlete)
{
    m_athlete = std::move(athlete);
    ReviewPorts& ports = m_services->ports();
    ports.look(m_athlete->log);
    ports.setNotes(m_athlete->notes);
    ports.setPlan(m_athlete->entry.plan);
    // A button that goes on to the next athlete keeps the focus; otherwise what shows the athlete takes it.
    QWidget* focused = QApplication::focusWidget();
    const bool kept = focused != nullptr && m_banner->isAncestorOf(focused);
    present();
    refresh();
    if (kept && focused->isEnabled())
        focused->setFocus();
    else
        focusPart();
}

void ReviewView::clear()
{
    m_athlete.reset();
    m_services->ports().look(nullptr);
    if (m_report != nullptr)
        m_report->clear();
    if (m_compare != nullptr)
        m_compare->clear();
}

void ReviewView::present()
{
    if (!m_athlete)
        return;
    const auto span = m_services->services().trends.span();
    m_banner->present(*m_athlete, span ? *span : std::nullopt, m_own.today());
}

void ReviewView::setNeighbours(bool hasPrevious, bool hasNext, const QString& place)
{
    m_banner->setNeighbours(hasPrevious, hasNext, place);
}

void ReviewView::setBesideChoices(std::vector<BesideChoice> choices)
{
    m_choices = std::move(choices);
    if (m_compare != nullptr)
        m_compare->setChoices(m_choices);
}

void ReviewView::showBeside(ReviewedAthlete other)
{
    setPart(Part::Beside);
    m_compare->setSecond(other);
}

void ReviewView::notesChanged(std::vector<CoachNote> notes)
{
    if (!m_athlete)
        return;
    m_athlete->notes = std::move(notes);
    m_services->ports().setNotes(m_athlete->notes);
    if (m_part == Part::Notes)
        refresh();
    else
        m_services->services().changes.announce();
}

void ReviewView::planChanged(std::optional<CoachPlan> plan)
{
    if (!m_athlete)
        return;
    m_athlete->entry.plan = std::move(plan);
    m_services->ports().setPlan(m_athlete->entry.plan);
    if (m_part == Part::Notes)
        refresh();
    else
        m_services->services().changes.announce();
}

void ReviewView::reviewedChanged(const std::optional<ReviewMark>& mark)
{
    if (!m_athlete)
        return;
    m_athlete->entry.reviewed = mark;
    m_athlete->unseen = unseenFlags(m_athlete->row, mark ? std::string_view(mark->flags) : std::string_view());
    present();
}

void ReviewView::setPart(Part part)
{
    const bool changes = m_part != part;
    m_part = part;
    m_partGroup->button(static_cast<int>(part))->setChecked(true);
    refresh();
    if (changes)
        focusPart();
}

void ReviewView::refresh()
{
    QWidget* widget = widgetOf(m_part);
    m_stack->setCurrentWidget(widget);
    if (!m_athlete)
        return;
    const QString name = athleteLabel(m_athlete->entry.name);
    switch (m_part) {
    case Part::Trends:
        m_trends->setReview(QString::fromStdString(m_own.file.path()), name);
        m_trends->setSharedFrom(m_athlete->log->sharedFrom());
        m_trends->activate();
        break;
    case Part::History:
        m_history->activate();
        m_history->showNewest();
        break;
    case Part::Report:
        m_report->setSharedFrom(m_athlete->log->sharedFrom());
        m_report->refresh();
        break;
    case Part::Notes:
        m_notes->present(name, m_athlete->notes, m_athlete->entry.plan, m_own.today());
        break;
    case Part::Beside:
        m_compare->setFirst(*m_athlete, m_own.today());
        break;
    }
}

void ReviewView::focusPart()
{
    switch (m_part) {
    case Part::Trends:
    case Part::History:
        break;  // activate() did
    case Part::Report:
        m_report->focusTarget().setFocus();
        break;
    case Part::Notes:
        m_notes->focusTarget().setFocus();
        break;
    case Part::Beside:
        m_compare->focusTarget().setFocus();
        break;
    }
    // An empty part has nothing that takes it.
    const QWidget* last = m_stack->currentWidget()->focusWidget();
    if (last == nullptr || !last->isVisibleTo(m_stack))
        m_partGroup->button(static_cast<int>(m_part))->setFocus();
}

void ReviewView::requestNote()
{
    if (!m_athlete)
        return;
    std::optional<NoteDays> days;
    std::optional<Muscle> muscle;
    if (m_part == Part::Trends) {
        if (const auto span = m_trends->daysInView()) {
            days = NoteDays{span->first, span->last};
            muscle = m_trends->muscleInView();
        }
    } else if (m_part == Part::History) {
        if (const auto day = m_history->currentDay())
            days = NoteDays{*day, *day};
    } else if (m_part == Part::Beside) {
        days = m_compare->days();
        if (days)
            muscle = m_compare->muscle();
    }
    Q_EMIT noteRequested(days, muscle);
}

void ReviewView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    QWidget* part = m_stack->currentWidget();
    QWidget* last = part != nullptr ? part->focusWidget() : nullptr;
    if (last != nullptr && last != this)
        last->setFocus(event->reason());
    else
        m_partGroup->button(static_cast<int>(m_part))->setFocus(event->reason());
}

bool ReviewView::isOwnKey(const QKeyEvent& event) const
{
    const auto own = [this](int index) {
        const QUndoCommand* command = m_own.undo.command(index);
        return command == nullptr || m_mayTakeBack == nullptr || !m_mayTakeBack(*command);
    };
    if (event.matches(QKeySequence::Undo))
        return own(m_own.undo.index() - 1);
    if (event.matches(QKeySequence::Redo))
        return own(m_own.undo.index());
    return event.matches(QKeySequence::Print);
}

bool ReviewView::event(QEvent* event)
{
    // Taken from the window here, so that keyPressEvent() gets them.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ReviewView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        auto* entry = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        if (entry != nullptr && isAncestorOf(entry) && !entry->text().isEmpty())
            entry->clear();
        else
            Q_EMIT backRequested();
    } else if (event->matches(QKeySequence::Print))
        setPart(Part::Report);
    else if (!isOwnKey(*event))
        QWidget::keyPressEvent(event);
}

void ReviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_banner->setTight(height() < m_own.theme.px(kTightBelow));
}

void ReviewView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        present();
        if (isVisible())
            refresh();
    }
    QWidget::changeEvent(event);
}

void ReviewView::retranslate()
{
    const std::array words{tr("Trends"), tr("History"), tr("Report"), tr("Notes"), tr("Side by side")};
    for (std::size_t i = 0; i < kPartCount; ++i) {
        QAbstractButton* chip = m_partGroup->button(static_cast<int>(i));
        chip->setText(words.at(i));
        chip->setToolTip(tr("Keys Alt+%1").arg(i + 1));
    }
    m_banner->retranslate();
    if (m_notes != nullptr)
        m_notes->retranslate();
    if (m_compare != nullptr)
        m_compare->retranslate();
}

}  // namespace psolog
