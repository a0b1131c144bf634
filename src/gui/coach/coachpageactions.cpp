// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the athletes of CoachPage.
#include <algorithm>

#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>

#include "gui/coach/coachexport.h"
#include "gui/coach/coachnoting.h"
#include "gui/coach/coachpage.h"
#include "gui/coach/coachreview.h"
#include "gui/roster/coachcommand.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/intakedialog.h"
#include "gui/roster/rostermodel.h"
#include "gui/roster/rosterview.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/shell/services.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

constexpr int kMostLettersOfGroup = 60;

/// Text as a menu shows it: an ampersand would mark a key.
QString menuText(const std::string& text)
{
    return QString::fromStdString(text).replace(u'&', QStringLiteral("&&"));
}

}  // namespace

void CoachPage::addFiles()
{
    auto* dialog = new QFileDialog(this, tr("Add files"));
    dialog->setObjectName(QStringLiteral("addFilesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Psolog logs (*.psolog*)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &CoachPage::lookInto);
    dialog->open();
}

void CoachPage::watchFolder()
{
    auto* dialog = new QFileDialog(this, tr("Watch a folder"));
    dialog->setObjectName(QStringLiteral("watchFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_data, &CoachData::watch);
    dialog->open();
}

void CoachPage::stopWatching()
{
    const QString folder = QString::fromStdString(m_data->folder().path);
    if (folder.isEmpty())
        return;
    m_data->watch(QString());
    Q_EMIT noticed(tr("“%1” is not watched any more. What you took in stays.").arg(QFileInfo(folder).fileName()),
                   false);
}

void CoachPage::showRefused()
{
    auto preview = std::make_shared<IntakePreview>();
    preview->refused = m_data->refused();
    if (preview->refused.empty())
        return;
    auto* dialog = new IntakeDialog(services(), preview, IntakeDialog::Purpose::Refused, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CoachPage::reviewChosen()
{
    if (const RosterItem* item = chosen())
        m_review->open(item->entry.id);
}

void CoachPage::tell(const Result<void>& done, const QString& text)
{
    if (!done)
        showFailure(done.error());
    else if (!text.isEmpty())
        Q_EMIT noticed(text, true);
}

void CoachPage::markReviewed()
{
    // What is on the screen was seen, not what may have come in since.
    const ReviewedAthlete* shown = isReviewing() ? m_review->shown() : nullptr;
    const RosterItem* item = isReviewing() ? nullptr : chosen();
    if (shown == nullptr && item == nullptr)
        return;
    const AthleteEntry& entry = shown != nullptr ? shown->entry : item->entry;
    const AthleteId id = entry.id;
    const ReviewMark mark{services().clock.now(), entry.digest,
                          flagsText(shown != nullptr ? shown->row.flags : item->row.flags)};
    const std::optional<ReviewMark> before = entry.reviewed;
    const QString name = athleteLabel(entry.name);
    CoachCommand::perform(
        services(), *m_data, tr("%1 reviewed").arg(name),
        [id, mark](ICoachLibrary& library) { return library.setReviewed(id, mark); },
        [id, before](ICoachLibrary& library) { return library.setReviewed(id, before); },
        [this, id, mark, name](const Result<void>& done) {
            if (done)
                m_review->reviewed(id, mark);
            tell(done, tr("%1 is reviewed up to here; only what is new will stand out.").arg(name));
        },
        // After undo and redo the review shows the mark of the library, too.
        [me = QPointer(this), id] {
            if (me != nullptr)
                me->tellMark(id);
        });
}

void CoachPage::tellMark(const AthleteId& id)
{
    const auto mark = std::make_shared<std::optional<ReviewMark>>();
    m_data->ask(
        [id, mark](ICoachLibrary& library) -> Result<void> {
            const auto athletes = library.athletes();
            if (!athletes)
                return tl::unexpected(athletes.error());
            const auto entry =
                std::find_if(athletes->begin(), athletes->end(), [&](const auto& each) { return each.id == id; });
            if (entry == athletes->end())
                return fail(ErrorCode::NotFound);
            *mark = entry->reviewed;
            return {};
        },
        [this, id, mark](const Result<void>& done) {
            if (done)
                m_review->reviewed(id, *mark);
            tell(done, {});
        });
}

void CoachPage::writeNote()
{
    if (const RosterItem* item = chosen())
        m_noting->write(item->entry, {}, {});
}

void CoachPage::removeAthlete()
{
    const RosterItem* item = chosen();
    if (item == nullptr)
        return;
    const AthleteId id = item->entry.id;
    const QString name = athleteLabel(item->entry.name);
    CoachCommand::perform(
        services(), *m_data, tr("Remove %1").arg(name), [id](ICoachLibrary& library) { return library.remove(id); },
        [id](ICoachLibrary& library) { return library.restore(id); },
        [this, name](const Result<void>& done) {
            tell(done, tr("%1 was removed from your list, with your notes. The file stays where it is.").arg(name));
        });
}

void CoachPage::setGroup(const AthleteId& id, const std::string& group)
{
    const RosterItem* item = m_model->find(id);
    if (item == nullptr || item->entry.group == group)
        return;
    const std::string before = item->entry.group;
    const QString name = athleteLabel(item->entry.name);
    CoachCommand::perform(
        services(), *m_data, tr("Group of %1").arg(name),
        [id, group](ICoachLibrary& library) { return library.setGroup(id, group); },
        [id, before](ICoachLibrary& library) { return library.setGroup(id, before); },
        [this, name, group](const Result<void>& done) {
            tell(done,
                 group.empty() ? tr("%1 is in no group now.").arg(name)
                               : tr("%1 is in the group “%2” now.").arg(name, QString::fromStdString(group)));
        });
}

void CoachPage::chooseGroup()
{
    const RosterItem* item = chosen();
    if (item == nullptr)
        return;
    if (m_model->groups().empty())
        return askForGroup(item->entry.id);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("athleteGroupMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillGroupMenu(*menu, *item);
    const QRect row = m_table->visualRect(m_table->currentIndex());
    menu->popup(m_table->viewport()->mapToGlobal(row.bottomLeft()));
}

void CoachPage::fillGroupMenu(QMenu& menu, const RosterItem& item)
{
    auto* exclusive = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const std::string& group) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(item.entry.group == group);
        exclusive->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = item.entry.id, group] { setGroup(id, group); });
    };
    for (const std::string& group : m_model->groups())
        add(menuText(group), group);
    menu.addSeparator();
    add(tr("No group"), {});
    connect(menu.addAction(tr("New group…")), &QAction::triggered, this,
            [this, id = item.entry.id] { askForGroup(id); });
    menu.setAccessibleName(tr("Group of %1").arg(athleteLabel(item.entry.name)));
}

void CoachPage::askForGroup(const AthleteId& id)
{
    const RosterItem* item = m_model->find(id);
    if (item == nullptr)
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("groupDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Group"));
    dialog->setLabelText(tr("Group of %1:").arg(athleteLabel(item->entry.name)));
    // The name comes from elsewhere.
    if (auto* label = dialog->findChild<QLabel*>())
        label->setTextFormat(Qt::PlainText);
    dialog->setTextValue(QString::fromStdString(item->entry.group));
    if (auto* line = dialog->findChild<QLineEdit*>())
        line->setMaxLength(kMostLettersOfGroup);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id](const QString& text) { setGroup(id, text.simplified().toStdString()); });
    dialog->open();
}

void CoachPage::fillGroupFilter()
{
    m_groupMenu->clear();
    auto* exclusive = new QActionGroup(m_groupMenu);
    const auto add = [&](const QString& text, const std::optional<std::string>& group) {
        QAction* action = m_groupMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_model->filter().group == group);
        exclusive->addAction(action);
        connect(action, &QAction::triggered, this, [this, group] {
            RosterFilter filter = m_model->filter();
            filter.group = group;
            m_model->setFilter(filter);
            applyFilter();
            focusRoster();
        });
    };
    add(tr("All groups"), std::nullopt);
    m_groupMenu->addSeparator();
    for (const std::string& group : m_model->groups())
        add(menuText(group), group);
    add(tr("Without a group"), std::string());
}

void CoachPage::fillMore()
{
    // Clearing leaves a menu within a menu.
    delete m_moreMenu->findChild<QMenu*>(QStringLiteral("sortMenu"));
    m_moreMenu->clear();
    const auto add = [this](const QString& text, const char* name, bool enabled, auto slot) {
        QAction* action = m_moreMenu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    const bool any = m_model->rowCount() > 0;
    const bool watched = !m_data->folder().path.empty();
    add(watched ? tr("&Watch another folder…") : tr("&Watch a folder…"), "watchFolderAction", true,
        &CoachPage::watchFolder);
    add(tr("&Stop watching"), "stopWatchingAction", watched, &CoachPage::stopWatching);
    add(tr("&Refused files…"), "refusedFilesAction", !m_data->refused().empty(), &CoachPage::showRefused);
    m_moreMenu->addSeparator();
    QMenu* sort = m_moreMenu->addMenu(tr("Sort &by"));
    sort->setObjectName(QStringLiteral("sortMenu"));
    m_table->fillSortMenu(*sort);
    add(tr("Roster as &PDF…"), "rosterPdfAction", any, [this] { m_export->saveRosterPdf(); });
    add(tr("A page for each athlete (PDF)…"), "athletePagesAction", any, [this] { m_export->saveAthletePages(); });
    add(tr("Roster as a &table (CSV)…"), "rosterCsvAction", any, [this] { m_export->saveRosterCsv(); });
    m_moreMenu->addSeparator();
    add(tr("&Export notes for the chosen athlete…"), "exportNotesAction", chosen() != nullptr, [this] {
        if (const RosterItem* item = chosen())
            m_noting->exportNotes(item->entry);
    });
    add(tr("P&lan for the chosen athlete…"), "planAction", chosen() != nullptr, [this] {
        if (const RosterItem* item = chosen())
            m_noting->plan(item->entry);
    });
}

}  // namespace psolog
