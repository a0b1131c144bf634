// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historypage.h"

#include <algorithm>
#include <utility>

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>

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

template <class Record>
Invalid asInvalid(const Result<Record>& result)
{
    return {Field::None, result.error()};
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
    m_readOnly->setVisible(services().file.readOnly());
    reload();
    if (m_states->currentIndex() == kEmpty)
        m_emptyAction->setFocus();
    else
        m_list->setFocus();
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
    const bool writable = row != nullptr && !services().file.readOnly();
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
        present(services().releases.find(ReleaseSessionId(row->id)));
        break;
    }
}

void HistoryPage::editCurrent()
{
    const HistoryRow* row = currentRow();
    if (row == nullptr || services().file.readOnly())
        return;
    if (row->kind == HistoryKind::CheckIn || row->kind == HistoryKind::Run)
        Q_EMIT pageRequested(PageId::CheckIn, QString::fromStdString(row->id));
    else
        editNote(*row);
}

void HistoryPage::editNote(const HistoryRow& row)
{
    using Stored = tl::expected<void, Invalid>;
    const Instant now = services().clock.now();
    RecordEdit edit;
    RecordDialog::Store store;
    // One write serves both kinds: check, write with its counterpart on the undo stack, say so.
    const auto write = [this, now](auto& log, const auto& before, const auto& after) -> Stored {
        if (auto valid = validate(after, now); !valid)
            return valid;
        if (after == before)
            return {};
        const auto saved = LogCommand::perform(
            services(), *this, tr("Change entry"), [&log, after] { return log.save(after); },
            [&log, before] { return log.save(before); });
        if (!saved)
            return tl::unexpected(asInvalid(saved));
        Q_EMIT noticed(tr("Entry changed"), true);
        return {};
    };
    if (row.kind == HistoryKind::SelfTest) {
        const auto found = services().selfTests.find(SelfTestId(row.id));
        if (!found || !*found) {
            showFailure(found ? Error{ErrorCode::NotFound, {}} : found.error());
            return;
        }
        edit.note = (*found)->note;
        store = [this, write, before = **found](const RecordEdit& entered) {
            SelfTest after = before;
            after.note = entered.note;
            return write(services().selfTests, before, after);
        };
    } else {
        const auto found = services().releases.find(ReleaseSessionId(row.id));
        if (!found || !*found) {
            showFailure(found ? Error{ErrorCode::NotFound, {}} : found.error());
            return;
        }
        edit.note = (*found)->note;
        edit.after = (*found)->after;
        store = [this, write, before = **found](const RecordEdit& entered) {
            ReleaseSession after = before;
            after.note = entered.note;
            after.after = entered.after;
            return write(services().releases, before, after);
        };
    }
    auto* dialog = new RecordDialog(services().theme, edit, row.kind == HistoryKind::Release, std::move(store), this);
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
        removeFrom(services().releases, ReleaseSessionId(row->id));
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
