// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendspage.h"

#include <algorithm>

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include "gui/body/sitewords.h"
#include "gui/notes/notesinview.h"
#include "gui/shell/services.h"
#include "gui/trends/muscleview.h"
#include "gui/trends/outcomescard.h"
#include "gui/trends/signscard.h"
#include "gui/trends/splitrow.h"
#include "gui/trends/termscard.h"
#include "gui/trends/trendwords.h"
#include "gui/trends/verdictcard.h"
#include "gui/verdict/outcomewords.h"
#include "gui/verdict/verdictterms.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

TrendsPage::TrendsPage(Services& services, QWidget* parent)
    : Page(services, parent),
      m_data(services.trends, services.selfTests)
{
    setObjectName(QStringLiteral("trendsPage"));
    buildHeader();
    buildChips();
    buildContent();
    buildShortcuts();
    connect(&services.changes, &LogChanges::logChanged, this, [this] {
        if (isVisible())
            reload();
    });
    retranslate();
}

TrendsPage::~TrendsPage() = default;

void TrendsPage::activate()
{
    // The chart is there at once; ten years are judged when it is on the screen.
    m_reviewDue = true;
    reload();
    m_content->update();
    focusContent();
}

void TrendsPage::focusContent()
{
    if (m_empty && m_emptyButton->isVisibleTo(this))
        m_emptyButton->setFocus();
    else if (m_empty)
        m_rangeButtons[static_cast<std::size_t>(m_range)]->setFocus();
    else if (m_table && m_tableView->isVisibleTo(this))
        m_tableView->setFocus();
    else
        current().focusTarget().setFocus();
}

void TrendsPage::reload()
{
    if (const auto read = m_data.reload(services().today()); !read) {
        // Under another name nothing may stay from the runner before.
        if (m_ofOther) {
            m_notes.clear();
            refresh();
        }
        return showError(read.error());
    }
    const auto notes = readNotes();
    refresh();
    if (!notes)
        showError(notes.error());
}

void TrendsPage::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    refresh();
    scrollToTop();
}

void TrendsPage::setMuscle(Muscle muscle)
{
    m_view = View::Muscle;
    m_muscleView->setMuscle(muscle);
    refresh();
    scrollToTop();
}

void TrendsPage::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

void TrendsPage::setRange(TrendRange range)
{
    m_range = range;
    refresh();
}

void TrendsPage::setTableShown(bool shown)
{
    if (m_table == shown)
        return;
    m_table = shown;
    m_tableButton->setChecked(shown);
    showContent();
    refreshTable();
    scrollToTop();
}

void TrendsPage::refresh()
{
    m_errorBanner->hide();
    m_rangeButtons[static_cast<std::size_t>(m_range)]->setChecked(true);
    if (Button* chip = m_viewButtons[static_cast<std::size_t>(m_view)])
        chip->setChecked(true);
    else
        m_muscleButtons[static_cast<std::size_t>(m_muscleView->muscle())]->setChecked(true);
    m_ranges->setEnabled(current().hasRange());
    refreshExperimentButton();

    m_empty = false;
    const auto empty = current().read(m_range);
    if (!empty) {
        // What is shown must be what the chip says, even without its rows.
        showContent();
        refreshTitle();
        refreshTable();
        return showError(empty.error());
    }
    if (*empty)
        showEmpty(**empty);
    current().showRange(toDayRange(m_data.range(TrendRange::All)), toDayRange(m_data.range(m_range)));
    markNotes();
    refreshTitle();
    for (QWidget* card : std::initializer_list<QWidget*>{m_cards, m_outcomesCard})
        card->setVisible(!m_data.empty());
    if (!m_data.empty()) {
        refreshReview();
        m_outcomesCard->setVisible(m_data.firstRelease().has_value());
        m_outcomesCard->expire();
    }
    showContent();
    refreshTable();
    refreshKicker();
    listNotes();
}

void TrendsPage::refreshTitle()
{
    m_title->setText(current().title());
}

void TrendsPage::refreshExperimentButton()
{
    const auto plans = services().experiments.all();
    const LocalDay today = services().today();
    const bool runs = plans && std::any_of(plans->begin(), plans->end(), [today](const Experiment& plan) {
                          return plan.state == ExperimentState::Active && today <= plan.lastDay();
                      });
    m_experimentButton->setText(runs ? tr("Your plan") : tr("Know it better: plan an experiment…"));
    m_experimentButton->setVisible(!m_ofOther && (runs || !services().file.readOnly()));
}

void TrendsPage::refreshReview()
{
    m_verdictCard->setVisible(current().judgedMuscle().has_value());
    if (m_reviewDue)
        return;
    // What cannot be read is not left as it was.
    if (const auto judged = refreshVerdict(); !judged) {
        m_verdictCard->clear();
        m_termsCard->hide();
        showError(judged.error());
    }
    if (const auto seen = refreshSigns(); !seen) {
        m_signsCard->setSigns({}, std::nullopt);
        showError(seen.error());
    }
}

bool TrendsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_content && event->type() == QEvent::Paint && m_reviewDue) {
        m_reviewDue = false;
        QTimer::singleShot(0, this, [this] {
            if (!m_data.empty())
                refreshReview();
        });
    }
    return Page::eventFilter(watched, event);
}

Result<void> TrendsPage::refreshVerdict()
{
    const auto muscle = current().judgedMuscle();
    m_explained = false;
    if (muscle && m_sharedFrom) {
        m_verdictCard->setVerdict(cutWords(*m_sharedFrom, services().today()), nullptr, false);
    } else if (muscle == Muscle::Hamstring) {
        const auto primary = m_data.primary();
        if (!primary)
            return tl::unexpected(primary.error());
        if (const auto& found = *primary) {
            const VerdictSubject subject{found->site, m_data.firstRelease().has_value(), found->loads};
            m_explained = true;
            m_verdictCard->setVerdict(verdictWords(found->verdict, subject), &found->verdict, true);
            m_termsCard->setTerms(verdictTerms(found->verdict, subject));
        } else {
            m_verdictCard->setVerdict(unaskedWords(), nullptr, false);
        }
    } else if (muscle) {
        auto outcomes = m_data.outcomesOf(*muscle);
        if (!outcomes)
            return tl::unexpected(outcomes.error());
        if (outcomes->empty())
            m_verdictCard->setUnasked();
        else
            m_verdictCard->setOutcomes(*outcomes);
    }
    m_termsCard->setVisible(m_explained && m_terms);
    return {};
}

Result<void> TrendsPage::refreshSigns()
{
    m_signsCard->setVisible(!m_sharedFrom);
    if (m_sharedFrom)
        return {};
    const auto signs = m_data.signs();
    if (!signs)
        return tl::unexpected(signs.error());
    std::optional<int> day;
    if (m_data.firstRelease())
        day = releaseDayOf(*m_data.firstRelease(), m_data.today());
    m_signsCard->setSigns(*signs, day);
    return {};
}

void TrendsPage::fillOutcomes()
{
    auto outcomes = m_data.others();
    if (!outcomes)
        return showError(outcomes.error());
    m_outcomesCard->setOutcomes(std::move(*outcomes));
}

void TrendsPage::setBandShown(bool shown)
{
    if (m_band == shown)
        return;
    m_band = shown;
    m_bandButton->setChecked(shown);
    for (TrendView* view : m_views)
        view->setBandShown(shown);
}

void TrendsPage::setTermsShown(bool shown)
{
    if (m_terms == shown)
        return;
    m_terms = shown;
    m_verdictCard->setTermsShown(shown);
    m_termsCard->setVisible(m_explained && shown);
}

void TrendsPage::refreshKicker()
{
    if (m_data.empty())
        return m_kicker->setText(current().subject());
    const DayRange days = current().visibleDays();
    m_kicker->setText(
        tr("%1 · %2").arg(current().subject(),
                          dateSpan(LocalDay::fromNumber(days.first), LocalDay::fromNumber(days.last), m_data.today())));
}

void TrendsPage::refreshTable()
{
    if (!m_table || m_empty)
        return;
    const auto model = current().table(current().visibleDays());
    if (!model)
        return showError(model.error());
    if (m_tableView->model() != *model)
        m_tableView->setModel(*model);
    m_tableView->resizeColumnsToContents();
    m_tableView->scrollToBottom();
}

void TrendsPage::showContent()
{
    // What is hidden would pass the focus on to whatever comes next, and the page would scroll there.
    const bool focused = m_stack->isAncestorOf(focusWidget());
    const QWidget* page = &current();
    if (m_empty)
        page = m_emptyPage;
    else if (m_table)
        page = m_tableView;
    // Hidden first: the stack must not be as high as two of them for a moment.
    std::vector<QWidget*> pages{m_emptyPage, m_tableView};
    pages.insert(pages.end(), m_views.begin(), m_views.end());
    for (QWidget* other : pages)
        if (other != page)
            other->hide();
    for (QWidget* other : pages)
        if (other == page)
            other->show();
    if (focused && !m_stack->isAncestorOf(focusWidget()))
        focusContent();
    m_bandButton->setVisible(current().hasBand());
    m_bandButton->setEnabled(!m_empty && !m_table);
    m_tableButton->setEnabled(!m_empty);
    m_exportButton->setEnabled(!m_empty);
}

void TrendsPage::showEmpty(const EmptyTrend& empty)
{
    m_empty = true;
    m_emptyTarget = empty.target;
    m_emptyTitle->setText(empty.title);
    // What one would do about it is for the runner.
    const bool leadsElsewhere = m_ofOther && empty.target != PageId::Trends;
    m_emptyText->setText(leadsElsewhere ? tr("The runner has logged nothing of this kind.") : empty.text);
    m_emptyButton->setText(empty.action);
    m_emptyButton->setVisible(!leadsElsewhere);
}

void TrendsPage::setReview(const QString& ownLog, const QString& athlete)
{
    m_ofOther = true;
    m_ownLog = ownLog;
    m_athlete = athlete;
    m_experimentButton->hide();
}

std::optional<LogSpan> TrendsPage::daysInView() const
{
    if (m_empty || m_data.empty())
        return std::nullopt;
    if (const auto* chart = qobject_cast<const TimeChart*>(&current().focusTarget()); chart && chart->cursorDay())
        return LogSpan{LocalDay::fromNumber(*chart->cursorDay()), LocalDay::fromNumber(*chart->cursorDay())};
    const DayRange days = current().visibleDays();
    return LogSpan{LocalDay::fromNumber(days.first), LocalDay::fromNumber(days.last)};
}

std::optional<Muscle> TrendsPage::muscleInView() const
{
    return m_view == View::Muscle ? std::optional(m_muscleView->muscle()) : std::nullopt;
}

void TrendsPage::showError(const Error& error)
{
    m_errorLabel->setText(headline(error) + QStringLiteral(". ") + describe(error));
    m_errorBanner->show();
}

void TrendsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            refresh();
    }
    Page::changeEvent(event);
}

void TrendsPage::retranslate()
{
    const std::array ranges{tr("2 weeks"), tr("Month"), tr("3 months"), tr("Year"), tr("All")};
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        m_rangeButtons[i]->setText(ranges[i]);
        m_rangeButtons[i]->setAccessibleName(tr("Range: %1").arg(ranges[i]));
        m_rangeButtons[i]->setToolTip(tr("Key %1").arg(i + 1));
    }
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        m_muscleButtons[i]->setText(muscleLabel(static_cast<Muscle>(i)));
    m_viewsLabel->setText(tr("Also"));
    const auto chip = [this](View view, const QString& text, const QString& name, const QString& tip) {
        Button* button = m_viewButtons[static_cast<std::size_t>(view)];
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(tip);
    };
    chip(View::AllMuscles, tr("All 12"), tr("All twelve sites"), tr("Key A"));
    chip(View::SelfTests, tr("Self-tests"), tr("Self-tests"), tr("Key S"));
    chip(View::Year, tr("Calendar"), tr("A year as a calendar"), tr("Key Y"));
    chip(View::Relief, tr("Relief"), tr("How long relief lasts"), tr("Key D"));
    chip(View::Weekly, tr("Weekly"), tr("Weekly check-ins"), tr("Key W"));
    m_bandButton->setText(tr("Trend band"));
    m_bandButton->setAccessibleDescription(tr("Draws the Theil–Sen line with the band of its slope"));
    m_bandButton->setToolTip(tr("The Theil–Sen line with the band of its slope"));
    m_tableButton->setText(tr("Table"));
    m_exportButton->setText(tr("Export…"));
    refreshExperimentButton();
    const std::array actions{tr("Picture (PNG)…"), tr("Page (PDF)…"), tr("Table (CSV)…")};
    for (std::size_t i = 0; i < actions.size(); ++i)
        m_exportActions[i]->setText(actions[i]);
    m_tableView->setAccessibleName(tr("The days in view as a table"));
    for (TrendView* view : m_views)
        view->retranslate();
    m_verdictCard->retranslate();
    m_termsCard->retranslate();
    m_notesCard->retranslate();
    m_outcomesCard->retranslate();
}

}  // namespace psolog
