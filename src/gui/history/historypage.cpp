// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historypage.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>

#include "core/ports/icoachnotes.h"
#include "gui/beforeafter/beforeafterreader.h"
#include "gui/history/historydetails.h"
#include "gui/history/historymodel.h"
#include "gui/history/recorddialog.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

enum State { kEntries, kEmpty, kNoMatch };

/// Writes fields of a stored record and leaves the rest as it is in the log at that moment: between a change and its
/// undo the record may have gone on.
template <class Log, class Id, class Apply>
LogCommand::Write fieldWrite(Log& log, Id id, Apply apply)
{
    return [&log, id = std::move(id), apply = std::move(apply)]() -> Result<void> {
        const auto found = log.find(id);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return fail(ErrorCode::NotFound);
        auto record = **found;
        apply(record);
        return log.save(record);
    };
}

}  // namespace

HistoryPage::HistoryPage(Services& services, QWidget* parent) : TopicPage(services, parent)
{
    build();
    connectParts();
    retranslate();
}

void HistoryPage::connectParts()
{
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            applyFilter();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPage::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPage::showCurrent);
    connect(m_list, &QListView::activated, this, &HistoryPage::editCurrent);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPage::showStates);
    connect(m_edit, &QPushButton::clicked, this, &HistoryPage::editCurrent);
    connect(m_delete, &QPushButton::clicked, this, &HistoryPage::deleteCurrent);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(PageId::CheckIn, {}); });
    connect(m_noMatchAction, &QPushButton::clicked, this, &HistoryPage::clearFilters);
    connect(&services().changes, &LogChanges::logChanged, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&services().theme, &Theme::changed, this, &HistoryPage::arrange);

    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &HistoryPage::deleteCurrent);
    for (const QKeySequence& keys : {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto* find = new QShortcut(keys, this);
        find->setContext(Qt::WidgetWithChildrenShortcut);
        connect(find, &QShortcut::activated, m_search, [this] {
            m_search->setFocus();
            m_search->selectAll();
        });
    }
}

void HistoryPage::activate()
{
    m_readOnly->setVisible(services().file.readOnly() && !m_ofOther);
    reload();
    if (m_states->currentIndex() == kEmpty)
        m_emptyAction->setFocus();  // hidden in a review: nothing gets the focus
    else
        m_list->setFocus();
}

void HistoryPage::setReview()
{
    m_ofOther = true;
    for (QWidget* control : std::initializer_list<QWidget*>{m_edit, m_delete, m_emptyAction})
        control->hide();
    retranslate();
}

std::optional<LocalDay> HistoryPage::currentDay() const
{
    const HistoryRow* row = currentRow();
    return row != nullptr ? std::optional(row->recorded.day) : std::nullopt;
}

void HistoryPage::showNewest()
{
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void HistoryPage::openTopic(const QString& topic)
{
    if (topic.isEmpty())
        return;
    clearFilters();
    reload();
    const std::string id = topic.toStdString();
    if (!m_model->indexOf(id).isValid()) {
        std::optional<LocalDay> day;
        if (const auto checkIn = services().checkIns.find(CheckInId(id)); checkIn && *checkIn)
            day = (*checkIn)->recorded.day;
        else if (const auto test = services().selfTests.find(SelfTestId(id)); test && *test)
            day = (*test)->recorded.day;
        else if (const auto session = services().releases.find(ReleaseSessionId(id)); session && *session)
            day = (*session)->recorded.day;
        else if (const auto weekly = services().weekly.find(WeeklyCheckInId(id)); weekly && *weekly)
            day = (*weekly)->recorded.day;
        else
            day = m_model->dayOfNote(id);
        if (day)
            if (const auto read = m_model->loadBackTo(*day); !read)
                showFailure(read.error());
    }
    select(id, std::nullopt);
}

void HistoryPage::reload()
{
    const HistoryRow* current = currentRow();
    const std::string id = current != nullptr ? current->id : std::string();
    const std::optional<HistoryKind> kind = current != nullptr ? std::optional(current->kind) : std::nullopt;
    const int row = m_list->currentIndex().row();
    m_reloading = true;
    const auto read = m_model->reload();
    // Under another name nothing may stay from the runner before.
    if (!read && m_ofOther)
        m_model->clear();
    m_reloading = false;
    m_failure->hide();
    if (!read)
        showFailure(read.error());
    if (!id.empty() && m_model->indexOf(id, kind).isValid())
        select(id, kind);
    else if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1)));
    showCurrent();
    showStates();
}

void HistoryPage::applyFilter()
{
    const HistoryRow* current = currentRow();
    const std::string id = current != nullptr ? current->id : std::string();
    HistoryFilter filter;
    if (const int chip = m_kinds->checkedId(); chip > 0)
        filter.kind = static_cast<HistoryKind>(chip - 1);
    filter.text = m_search->text();
    m_reloading = true;
    m_model->setFilter(filter);
    m_reloading = false;
    if (m_model->indexOf(id).isValid())
        select(id, std::nullopt);
    else if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showCurrent();
    showStates();
}

void HistoryPage::clearFilters()
{
    m_search->clear();
    m_kinds->button(0)->setChecked(true);
    m_list->setFocus();
}

void HistoryPage::select(const std::string& id, std::optional<HistoryKind> kind)
{
    const QModelIndex index = m_model->indexOf(id, kind);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

const HistoryRow* HistoryPage::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->at(index.row()) : nullptr;
}

void HistoryPage::showStates()
{
    const int rows = m_model->rowCount();
    m_states->setCurrentIndex(rows > 0 ? kEntries : m_model->logIsEmpty() ? kEmpty : kNoMatch);
    m_filters->setVisible(m_states->currentIndex() != kEmpty);
    m_kinds->button(static_cast<int>(HistoryKind::Note) + 1)
        ->setVisible(m_model->hasNotes() || m_model->filter().kind == HistoryKind::Note);
    if (m_model->error())
        showFailure(*m_model->error());
}

void HistoryPage::showFailure(const Error& error)
{
    m_failure->setText(headline(error) + QStringLiteral(". ") + describe(error));
    m_failure->show();
}

void HistoryPage::showCurrent()
{
    if (m_reloading)
        return;
    const HistoryRow* row = currentRow();
    const bool lasts = row != nullptr
        && (row->kind == HistoryKind::Experiment || row->kind == HistoryKind::ExperimentEnd
            || row->kind == HistoryKind::Note);
    const bool writable = row != nullptr && !lasts && !services().file.readOnly();
    m_edit->setEnabled(writable);
    m_delete->setEnabled(writable);
    if (row == nullptr) {
        m_details->showHint(tr("Choose an entry to see all of it."));
        return;
    }
    const LocalDay today = services().today();
    const auto present = [&](const auto& found) {
        if (!found)
            showFailure(found.error());
        else if (*found)
            m_details->present(**found, today);
    };
    switch (row->kind) {
    case HistoryKind::CheckIn:
    case HistoryKind::Run:
        present(services().checkIns.find(CheckInId(row->id)));
        break;
    case HistoryKind::SelfTest:
        present(services().selfTests.find(SelfTestId(row->id)));
        break;
    case HistoryKind::Release:
        presentRelease(ReleaseSessionId(row->id));
        break;
    case HistoryKind::Weekly:
        present(services().weekly.find(WeeklyCheckInId(row->id)));
        break;
    case HistoryKind::Experiment:
    case HistoryKind::ExperimentEnd:
        presentPlan(*row);
        break;
    case HistoryKind::Note:
        presentNote(*row);
        break;
    }
}

void HistoryPage::presentNote(const HistoryRow& row)
{
    const auto notes = services().coachNotes->notes();
    if (!notes)
        return showFailure(notes.error());
    const auto note =
        std::find_if(notes->begin(), notes->end(), [&](const CoachNote& each) { return each.id.toString() == row.id; });
    if (note != notes->end())
        m_details->present(*note, services().today());
}

void HistoryPage::presentPlan(const HistoryRow& row)
{
    const auto plans = services().experiments.all();
    if (!plans)
        return showFailure(plans.error());
    const auto plan = std::find_if(plans->begin(), plans->end(),
                                   [&](const Experiment& each) { return each.id.toString() == row.id; });
    if (plan != plans->end())
        m_details->present(*plan, row.recorded, services().today());
}

void HistoryPage::presentRelease(const ReleaseSessionId& id)
{
    const auto session = services().releases.find(id);
    if (!session)
        return showFailure(session.error());
    if (!*session)
        return;
    const auto tests = readBeforeAfter(services(), **session);
    if (!tests)
        showFailure(tests.error());
    m_details->present(**session, tests ? *tests : BeforeAfter{}, services().today());
}

void HistoryPage::editCurrent()
{
    const HistoryRow* row = currentRow();
    if (row == nullptr || services().file.readOnly())
        return;
    const QString id = QString::fromStdString(row->id);
    switch (row->kind) {
    case HistoryKind::CheckIn:
    case HistoryKind::Run:
        Q_EMIT pageRequested(PageId::CheckIn, id);
        break;
    case HistoryKind::SelfTest:
    case HistoryKind::Release:
        editNote(*row);
        break;
    case HistoryKind::Weekly:
        Q_EMIT pageRequested(PageId::Weekly, id);
        break;
    case HistoryKind::Experiment:
    case HistoryKind::ExperimentEnd:
        break;  // what was drawn and how it ended stays
    case HistoryKind::Note:
        break;  // somebody else wrote it
    }
}

std::optional<ReleaseSession> HistoryPage::freeSession(const HistoryRow& row)
{
    const auto found = services().releases.find(ReleaseSessionId(row.id));
    if (!found || !*found) {
        showFailure(found ? Error{ErrorCode::NotFound, {}} : found.error());
        return std::nullopt;
    }
    if ((*found)->outcome == ReleaseOutcome::Running) {
        Q_EMIT noticed(tr("This session is not finished: the Release page asks what to do with it."), false);
        return std::nullopt;
    }
    return **found;
}

void HistoryPage::deleteRelease(const HistoryRow& row)
{
    const auto session = freeSession(row);
    if (!session)
        return;
    // The lock after a red stop is this record; without it the next session would be free.
    if (session->stopReason && isRed(*session->stopReason) && !session->redAcknowledged) {
        Q_EMIT noticed(tr("Read what to do first: the Release page shows it. Then this session can be deleted."),
                       false);
        return;
    }
    IReleaseLog& log = services().releases;
    perform(
        tr("Delete entry"), [&log, id = session->id] { return log.remove(id); },
        [&log, id = session->id] { return log.restore(id); });
}

void HistoryPage::editNote(const HistoryRow& row)
{
    RecordEdit before;
    std::function<LogCommand::Write(const RecordEdit&)> writeOf;
    if (row.kind == HistoryKind::SelfTest) {
        const auto found = services().selfTests.find(SelfTestId(row.id));
        if (!found || !*found) {
            showFailure(found ? Error{ErrorCode::NotFound, {}} : found.error());
            return;
        }
        before.note = (*found)->note;
        writeOf = [&log = services().selfTests, id = (*found)->id](const RecordEdit& edit) {
            return fieldWrite(log, id, [edit](SelfTest& test) { test.note = edit.note; });
        };
    } else {
        const auto session = freeSession(row);
        if (!session)
            return;
        before = {session->note, session->after};
        writeOf = [&log = services().releases, id = session->id](const RecordEdit& edit) {
            return fieldWrite(log, id, [edit](ReleaseSession& stored) {
                stored.note = edit.note;
                stored.after = edit.after;
            });
        };
    }
    const auto store = [this, before, writeOf](const RecordEdit& entered) -> tl::expected<void, Invalid> {
        if (entered == before)
            return {};
        const auto saved =
            LogCommand::perform(services(), *this, tr("Change entry"), writeOf(entered), writeOf(before));
        if (!saved) {
            const bool tooLong = codePoints(entered.note) > kMaxNoteLength;
            return tl::unexpected(Invalid{tooLong ? Field::Note : Field::None, saved.error()});
        }
        Q_EMIT noticed(tr("Entry changed"), true);
        return {};
    };
    auto* dialog = new RecordDialog(services().theme, before, row.kind == HistoryKind::Release, store, this);
    dialog->setObjectName(QStringLiteral("recordDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryPage::perform(const QString& what, LogCommand::Write change, LogCommand::Write takeBack)
{
    const auto done = LogCommand::perform(services(), *this, what, std::move(change), std::move(takeBack));
    if (!done)
        showFailure(done.error());
    else
        Q_EMIT noticed(tr("Entry deleted"), true);
}

void HistoryPage::deleteCurrent()
{
    const HistoryRow* row = currentRow();
    if (row == nullptr || services().file.readOnly())
        return;
    const auto removeFrom = [this](auto& log, const auto& id) {
        perform(
            tr("Delete entry"), [&log, id] { return log.remove(id); }, [&log, id] { return log.restore(id); });
    };
    switch (row->kind) {
    case HistoryKind::CheckIn:
        removeFrom(services().checkIns, CheckInId(row->id));
        break;
    case HistoryKind::Run:
        deleteRun(*row);
        break;
    case HistoryKind::SelfTest:
        removeFrom(services().selfTests, SelfTestId(row->id));
        break;
    case HistoryKind::Release:
        deleteRelease(*row);
        break;
    case HistoryKind::Weekly:
        removeFrom(services().weekly, WeeklyCheckInId(row->id));
        break;
    case HistoryKind::Experiment:
    case HistoryKind::ExperimentEnd:
    case HistoryKind::Note:
        break;
    }
}

void HistoryPage::deleteRun(const HistoryRow& row)
{
    ICheckInLog& log = services().checkIns;
    const auto found = log.find(CheckInId(row.id));
    if (!found || !*found) {
        showFailure(found ? Error{ErrorCode::NotFound, {}} : found.error());
        return;
    }
    const CheckIn before = **found;
    CheckIn after = before;
    after.run.reset();
    if (after.scores.count() == 0 && after.note.empty())
        perform(
            tr("Delete run"), [&log, id = before.id] { return log.remove(id); },
            [&log, id = before.id] { return log.restore(id); });
    else
        perform(
            tr("Delete run"), [&log, after] { return log.save(after); }, [&log, before] { return log.save(before); });
}

}  // namespace psolog
