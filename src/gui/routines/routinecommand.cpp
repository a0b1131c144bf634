// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinecommand.h"

#include <utility>

#include <QUndoStack>

#include "gui/shell/services.h"

namespace psolog {

RoutineCommand::RoutineCommand(Services& services, const QString& text, std::optional<Routine> before,
                               std::optional<Routine> after)
    : QUndoCommand(text),
      m_services(services),
      m_before(std::move(before)),
      m_after(std::move(after))
{
}

Result<void> RoutineCommand::perform(Services& services, const QString& text, const std::optional<Routine>& before,
                                     const std::optional<Routine>& after)
{
    if (auto made = write(services, after, before); !made)
        return made;
    services.undo.push(new RoutineCommand(services, text, before, after));
    services.changes.announce();
    return {};
}

void RoutineCommand::redo()
{
    if (!std::exchange(m_done, false))
        apply(m_after, m_before);
}

Result<void> RoutineCommand::write(Services& services, const std::optional<Routine>& wanted,
                                   const std::optional<Routine>& there)
{
    if (wanted)
        return services.routines.save(*wanted);
    return there ? services.routines.remove(there->id) : Result<void>();
}

void RoutineCommand::apply(const std::optional<Routine>& wanted, const std::optional<Routine>& there)
{
    if (!write(m_services, wanted, there))
        setObsolete(true);
    m_services.changes.announce();
}

}  // namespace psolog
