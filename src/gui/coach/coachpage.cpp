// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coach/coachpage.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>

#include "gui/coach/coachexport.h"
#include "gui/coach/coachnoting.h"
#include "gui/coach/coachreview.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/coachwords.h"
#include "gui/roster/intakedialog.h"
#include "gui/roster/rostermodel.h"
#include "gui/roster/rosterview.h"
#include "gui/roster/whypanel.h"
#include "gui/shell/services.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 250ms;
constexpr int kMostInTitle = 60;  ///< letters of a group in its chip

}  // namespace

CoachPage::CoachPage(Services& services, QWidget* parent)
    : Page(services, parent),
      m_data(new CoachData(services, this))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &CoachPage::showProgress);
    build();
    m_review = std::make_unique<CoachReview>(services, *m_data, *m_model, *m_parts);
    m_noting = std::make_unique<CoachNoting>(services, *m_data, *this);
    m_export = std::make_unique<CoachExport>(services, *m_data, *m_model, *this);
    connectData();
    retranslate();
    refresh();
}

CoachPage::~CoachPage() = default;

void CoachPage::activate()
{
    m_begun = true;
    m_data->comeBack();
    m_review->showLate();
    if (isReviewing())
        m_review->setFocus();
    else
        focusRoster();
    for (const auto& preview : std::exchange(m_kept, {}))
        showPreview(preview);
}

bool CoachPage::mayLeave()
{
    return true;
}

bool CoachPage::isReviewing() const
{
    return m_parts->currentWidget() != m_roster;
}

void CoachPage::focusRoster()
{
    switch (state()) {
    case State::Table:
        m_table->setFocus();
        break;
    case State::Empty:
        m_emptyAdd->setFocus();
        break;
    case State::NoMatch:
        m_clear->setFocus();
        break;
    case State::Loading:
        m_add->setFocus();
        break;
    }
}

const RosterItem* CoachPage::chosen() const
{
    return m_model->find(m_table->current());
}

CoachPage::State CoachPage::state() const
{
    const auto& roster = m_data->roster();
    if (roster == nullptr)
        return State::Loading;
    if (roster->athletes == 0)
        return State::Empty;
    return m_model->rowCount() == 0 ? State::NoMatch : State::Table;
}

void CoachPage::lookInto(const QStringList& paths)
{
    if (isReviewing())
        m_review->close();
    m_data->inspect(paths);
}

void CoachPage::refresh()
{
    if (m_data->roster() != nullptr)
        m_model->setRoster(m_data->roster());
    refreshFilters();
    refreshHeader();
    refreshBars();
    refreshState();
    refreshChosen();
}

void CoachPage::refreshHeader()
{
    const RosterCounts counts = m_model->counts();
    const auto& roster = m_data->roster();
    const bool any = roster != nullptr && roster->athletes > 0;
    m_header->setTitle(any ? CoachWords::finding(counts.all, counts.needsALook) : tr("Coach"));
    QString kicker = any || !m_data->folder().path.empty()
        ? CoachWords::kicker(any ? roster->athletes : 0, m_data->folder())
        : tr("Your athletes, who needs a look first");
    const auto refused = static_cast<int>(m_data->refused().size());
    if (refused > 0)
        kicker += QStringLiteral(" · ");
    m_header->setKicker(kicker);
    m_refused->setVisible(refused > 0);
    m_refused->setText(CoachWords::refused(refused));
    m_add->setVisible(state() != State::Empty);
    m_first->setVisible(any);
}

void CoachPage::refreshBars()
{
    const FolderNews& folder = m_data->folder();
    m_folderBar->setVisible(folder.problem.has_value());
    m_folderLabel->setText(CoachWords::folderProblem(folder));
    const auto waiting = static_cast<int>(folder.waiting.size());
    m_waiting->setVisible(waiting > 0);
    m_waitingLabel->setText(CoachWords::waiting(waiting));
    m_lookAtThem->setText(waiting == 1 ? tr("Look at it") : tr("Look at them"));
    const auto& roster = m_data->roster();
    const bool cut = roster != nullptr && !roster->isComplete();
    m_rest->setVisible(cut || folder.cancelled);
    m_restLabel->setText(cut ? tr("Cancelled: %1 of %2 athletes were read.")
                                   .arg(static_cast<int>(roster->items.size()))
                                   .arg(roster->athletes)
                             : tr("Cancelled: not every file of the folder was read."));
}

void CoachPage::refreshFilters()
{
    const RosterCounts counts = m_model->counts();
    const std::array<QString, 3> texts{tr("All %1").arg(counts.all), tr("Needs a look %1").arg(counts.needsALook),
                                       tr("New since review %1").arg(counts.newSinceReview)};
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_kinds->button(static_cast<int>(i))->setText(texts[i]);
    RosterFilter filter = m_model->filter();
    const std::vector<std::string> groups = m_model->groups();
    // A group that nobody is in any more shows nobody.
    if (filter.group && !filter.group->empty()
        && std::find(groups.begin(), groups.end(), *filter.group) == groups.end()) {
        filter.group.reset();
        m_model->setFilter(filter);
    }
    const QString name = !filter.group ? tr("all")
        : filter.group->empty()        ? tr("none")
                                       : QString::fromStdString(*filter.group).left(kMostInTitle);
    m_groupFilter->setText(tr("Group: %1 ▾").arg(name).replace(u'&', QStringLiteral("&&")));
    m_groupFilter->setChecked(filter.group.has_value());
    m_groupFilter->setVisible(!groups.empty());
}

void CoachPage::refreshState()
{
    const State now = state();
    // On another page the focus is the user's; behind a dialog it comes back to where the window has it.
    const bool hadFocus = isVisible() && m_states->isAncestorOf(window()->focusWidget());
    m_filters->setVisible(now == State::Table || now == State::NoMatch);
    m_keys->setVisible(now == State::Table);
    m_states->setCurrentIndex(static_cast<int>(now));
    m_loadingLabel->setText(m_data->isUnreadable() ? tr("The athletes could not be read.")
                                                   : tr("Reading the athletes…"));
    if (hadFocus && !isReviewing())
        focusRoster();
    const RosterFilter& filter = m_model->filter();
    const bool calm = filter.kind == RosterFilter::Kind::NeedsALook && filter.search.isEmpty() && !filter.group;
    m_noMatchTitle->setText(calm ? tr("Nobody needs a look") : tr("No athlete like that"));
    m_noMatchWords->setText(calm ? tr("Everything that stands out was reviewed.")
                                 : tr("No athlete matches what you are looking for."));
}

void CoachPage::refreshChosen()
{
    const RosterItem* item = chosen();
    m_why->setItem(item);
    m_first->setEnabled(item != nullptr);
    const bool first = m_table->currentIndex().row() <= 0;
    m_first->setText(first ? tr("Review first") : tr("Review"));
    arrange();
}

void CoachPage::applyFilter()
{
    RosterFilter filter = m_model->filter();
    filter.kind = static_cast<RosterFilter::Kind>(m_kinds->checkedId());
    filter.search = m_search->text();
    m_model->setFilter(filter);
    refreshFilters();
    refreshState();
    refreshChosen();
}

void CoachPage::showProgress()
{
    const auto& progress = m_data->progress();
    m_progress->setVisible(progress.has_value());
    if (!progress)
        return;
    const QString words = CoachWords::progress(progress->task, progress->done, progress->total);
    m_progressLabel->setText(words);
    m_progressBar->setMaximum(progress->total);
    m_progressBar->setValue(progress->done);
    m_progressBar->setAccessibleDescription(words);
}

void CoachPage::showPreview(const std::shared_ptr<const IntakePreview>& preview)
{
    if (preview == nullptr)
        return;
    if (preview->files.empty() && preview->refused.empty()) {
        Q_EMIT noticed(preview->others > 0
                           ? tr("No Psolog logs there; %n other file(s) were left alone.", nullptr, preview->others)
                           : tr("No files there."),
                       false);
        return;
    }
    // It does not come over what is done on another page.
    if (!isVisible()) {
        m_kept.push_back(preview);
        Q_EMIT noticed(tr("The files are looked through. Go to Coach to take them in."), false);
        return;
    }
    auto* dialog = new IntakeDialog(services(), preview, IntakeDialog::Purpose::TakeIn, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IntakeDialog::chosen, m_data, &CoachData::takeIn);
    dialog->open();
}

void CoachPage::tellReport(const TakeInReport& report)
{
    if (!report.failed.empty())
        showFailure(report.failed.front().error);
    if (report.changedAnything() || !report.byItself)
        Q_EMIT noticed(report.byItself ? tr("From the folder: %1").arg(CoachWords::report(report))
                                       : CoachWords::report(report),
                       false);
    // The button that began it may be gone, or would begin it again.
    if (!report.byItself && isVisible() && !isReviewing()
        && qobject_cast<QLineEdit*>(window()->focusWidget()) == nullptr)
        focusRoster();
}

void CoachPage::showFailure(const Error& error, Failed what)
{
    const QString words = headline(error) + QStringLiteral(". ") + describe(error);
    // The bar is on the roster.
    if (isReviewing()) {
        Q_EMIT noticed(words, false);
        return;
    }
    m_failed = what;
    m_failureLabel->setText(words);
    wordFailure();
    m_failure->show();
}

void CoachPage::wordFailure()
{
    m_retry->setText(m_failed == Failed::Reading ? tr("Try again") : tr("Close"));
}

void CoachPage::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier && !event->isAutoRepeat();
    if (plain && !isReviewing() && chosen() != nullptr) {
        switch (event->key()) {
        case Qt::Key_M:
            return markReviewed();
        case Qt::Key_N:
            return writeNote();
        case Qt::Key_G:
            return chooseGroup();
        case Qt::Key_Delete:
            return removeAthlete();
        default:
            break;
        }
    }
    if (plain && event->key() == Qt::Key_Escape && m_data->progress())
        return m_data->cancel();
    Page::keyPressEvent(event);
}

bool CoachPage::event(QEvent* event)
{
    // What the kernel does not tell, on a disk in a network, is found when the user comes back.
    if (event->type() == QEvent::WindowActivate && isVisible() && m_begun)
        m_data->comeBack();
    return Page::event(event);
}

void CoachPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void CoachPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

}  // namespace psolog
