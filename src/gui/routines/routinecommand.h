// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QUndoCommand>

#include "core/result.h"
#include "core/routine.h"

namespace psolog {

struct Services;

/// A change of the user's routines that can be taken back: one routine before and after, nothing standing for one that
/// is not there. Undo and redo write to the store and announce the change. When a write fails nothing has changed and
/// the command leaves the stack.
///
/// Thread: GUI. Ownership: the stack owns it; it refers to services alone.
class RoutineCommand : public QUndoCommand {
public:
    /// Makes the change now. Without an error it is on the undo stack when this returns; with an error nothing has
    /// changed and nothing is pushed. The id of both must be the same.
    [[nodiscard]] static Result<void> perform(Services& services, const QString& text,
                                              const std::optional<Routine>& before,
                                              const std::optional<Routine>& after);

    void undo() override { apply(m_before, m_after); }
    void redo() override;

private:
    RoutineCommand(Services& services, const QString& text, std::optional<Routine> before,
                   std::optional<Routine> after);
    [[nodiscard]] static Result<void> write(Services& services, const std::optional<Routine>& wanted,
                                            const std::optional<Routine>& there);
    void apply(const std::optional<Routine>& wanted, const std::optional<Routine>& there);

    Services& m_services;
    std::optional<Routine> m_before;
    std::optional<Routine> m_after;
    bool m_done = true;  ///< the change was made before the command was pushed
};

}  // namespace psolog
