// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/filemenu.h"

#include <QFileInfo>

#include "gui/notes/notesimportdialog.h"
#include "gui/report/reportdialog.h"
#include "gui/settings/logchooser.h"
#include "gui/share/sharedialog.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/services.h"

namespace psolog {

FileMenu::FileMenu(Services& services, QWidget& window) : QMenu(&window), m_services(services), m_window(window)
{
    setObjectName(QStringLiteral("fileMenu"));
    const auto add = [this](const char* name, auto slot) {
        QAction* action = addAction(QString());
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_report = add("reportAction", &FileMenu::showReport);
    m_report->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_share = add("shareAction", &FileMenu::showShare);
    m_share->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_share->setVisible(services.coach != nullptr);
    m_takeIn = add("takeInNotesAction", [this] { takeInNotes(); });
    m_takeIn->setVisible(services.coach != nullptr);
    addSeparator();
    m_open = add("openLogAction", &FileMenu::openLog);
    m_new = add("newLogAction", &FileMenu::newLog);
    addSeparator();
    m_quit = add("quitAction", &FileMenu::quitRequested);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    retranslate();
}

void FileMenu::retranslate()
{
    setTitle(tr("File"));
    setAccessibleName(tr("File"));
    m_report->setText(tr("&Report…"));
    m_takeIn->setText(tr("&Take in notes…"));
    m_share->setText(tr("&Share…"));
    m_open->setText(tr("&Open log…"));
    m_new->setText(tr("&New log…"));
    m_quit->setText(tr("&Quit"));
}

void FileMenu::setInFlow(bool inFlow)
{
    for (QAction* action : {m_report, m_share, m_takeIn, m_open, m_new})
        action->setEnabled(!inFlow);
}

QString FileMenu::folder() const
{
    return QFileInfo(QString::fromStdString(m_services.file.path())).absolutePath();
}

void FileMenu::showReport()
{
    auto* dialog = new ReportDialog(m_services, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileMenu::takeInNotes(const QString& path)
{
    if (m_services.coach == nullptr)
        return;
    const auto taken = [this](const QString& message) { Q_EMIT noticed(message); };
    if (path.isEmpty())
        chooseNotesToTakeIn(m_services, &m_window, taken);
    else
        psolog::takeInNotes(m_services, &m_window, path, taken);
}

void FileMenu::showShare()
{
    if (m_services.coach == nullptr)
        return;
    auto* dialog = new ShareDialog(m_services, m_services.coach->snapshots, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileMenu::openLog()
{
    chooseLogToOpen(&m_window, folder(), [this](const QString& path) { Q_EMIT openLogRequested(path); });
}

void FileMenu::newLog()
{
    chooseNewLog(
        &m_window, folder(), [this](const QString& path) { Q_EMIT newLogRequested(path); },
        [this](const QString& path) { Q_EMIT nameTaken(nameTakenMessage(path)); });
}

}  // namespace psolog
