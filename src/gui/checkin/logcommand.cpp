// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/logcommand.h"

#include <utility>

#include <QUndoStack>

#include "gui/shell/services.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

LogCommand::LogCommand(Services& services, Page& page, const QString& text, Write change, Write takeBack)
    : QUndoCommand(text),
      m_services(services),
      m_page(&page),
      m_change(std::move(change)),
      m_takeBack(std::move(takeBack))
{
}

Result<void> LogCommand::perform(Services& services, Page& page, const QString& text, Write change, Write takeBack)
{
    if (auto made = change(); !made)
        return made;
    services.undo.push(new LogCommand(services, page, text, std::move(change), std::move(takeBack)));
    services.changes.announce();
    return {};
}

void LogCommand::undo()
{
    write(m_takeBack);
}

void LogCommand::redo()
{
    if (std::exchange(m_done, false))
        return;
    write(m_change);
}

void LogCommand::write(const Write& what)
{
    if (auto written = what(); !written) {
        setObsolete(true);
        // Queued, so that it comes after what the window says about the undo.
        if (m_page != nullptr) {
            const QString message = headline(written.error()) + QStringLiteral(". ") + describe(written.error());
            QMetaObject::invokeMethod(
                m_page.data(), [page = m_page.data(), message] { Q_EMIT page->noticed(message, false); },
                Qt::QueuedConnection);
        }
        return;
    }
    m_services.changes.announce();
}

}  // namespace psolog
