// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinecommand.h"

#include <memory>
#include <utility>

#include <QUndoStack>

#include "gui/routines/routinesview.h"
#include "gui/routines/routinewords.h"
#include "gui/shell/services.h"

namespace psolog {

RoutineCommand::RoutineCommand(Services& services, RoutinesView* view, const QString& text,
                               std::optional<Routine> before, std::optional<Routine> after)
    : QUndoCommand(text),
      m_services(services),
      m_view(view),
      m_before(std::move(before)),
      m_after(std::move(after))
{
}

Result<void> RoutineCommand::perform(Services& services, RoutinesView& view, const QString& text,
                                     const std::optional<Routine>& before, const std::optional<Routine>& after)
{
    if (auto made = write(services, after, before); !made)
        return made;
    services.undo.push(new RoutineCommand(services, &view, text, before, after));
    services.changes.announce();
    return {};
}

void RoutineCommand::undo()
{
    if (!std::exchange(m_takenBack, false) && !apply(m_before, m_after))
        comeAgain(true);
}

void RoutineCommand::redo()
{
    if (!std::exchange(m_done, false) && !apply(m_after, m_before))
        comeAgain(false);
}

Result<void> RoutineCommand::write(Services& services, const std::optional<Routine>& wanted,
                                   const std::optional<Routine>& there)
{
    if (wanted)
        return services.routines.save(*wanted);
    return there ? services.routines.remove(there->id) : Result<void>();
}

bool RoutineCommand::apply(const std::optional<Routine>& wanted, const std::optional<Routine>& there)
{
    const auto written = write(m_services, wanted, there);
    if (!written && m_view != nullptr) {
        // Queued, so that it comes after what the window says about the undo.
        const QString message = RoutineWords::failure(written.error());
        QMetaObject::invokeMethod(
            m_view.data(), [view = m_view.data(), message] { Q_EMIT view->noticed(message, false); },
            Qt::QueuedConnection);
    }
    m_services.changes.announce();
    return written.has_value();
}

void RoutineCommand::comeAgain(bool done)
{
    setObsolete(true);
    auto again =
        std::unique_ptr<RoutineCommand>(new RoutineCommand(m_services, m_view.data(), text(), m_before, m_after));
    again->m_takenBack = !done;
    // Queued, because the stack is about to drop this one.
    QMetaObject::invokeMethod(
        &m_services.undo,
        [stack = &m_services.undo, done, command = std::make_shared<decltype(again)>(std::move(again))] {
            stack->push(command->release());
            if (!done)
                stack->undo();
        },
        Qt::QueuedConnection);
}

}  // namespace psolog
