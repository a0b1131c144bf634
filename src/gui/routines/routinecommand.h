// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QPointer>
#include <QUndoCommand>

#include "core/result.h"
#include "core/routine.h"

namespace psolog {

class RoutinesView;
struct Services;

/// A change of the user's routines that can be taken back: one routine before and after, nothing standing for one that
/// is not there. Undo and redo write to the store and announce the change. When a write fails no file has changed and
/// the view says so. The command leaves the stack, which cannot stay where it was, and at once another one for the same
/// change takes its place: no routine that it holds is lost, and the user can try again.
///
/// Thread: GUI. Ownership: the stack owns it; it refers to services, and to the view while that is there.
class RoutineCommand : public QUndoCommand {
public:
    /// Makes the change now. Without an error it is on the undo stack when this returns; with an error nothing has
    /// changed and nothing is pushed. The id of both must be the same.
    [[nodiscard]] static Result<void> perform(Services& services, RoutinesView& view, const QString& text,
                                              const std::optional<Routine>& before,
                                              const std::optional<Routine>& after);

    void undo() override;
    void redo() override;

private:
    RoutineCommand(Services& services, RoutinesView* view, const QString& text, std::optional<Routine> before,
                   std::optional<Routine> after);
    [[nodiscard]] static Result<void> write(Services& services, const std::optional<Routine>& wanted,
                                            const std::optional<Routine>& there);
    /// False when the write failed.
    [[nodiscard]] bool apply(const std::optional<Routine>& wanted, const std::optional<Routine>& there);
    /// Brings the change to the stack again, done or taken back.
    void comeAgain(bool done);

    Services& m_services;
    QPointer<RoutinesView> m_view;
    std::optional<Routine> m_before;
    std::optional<Routine> m_after;
    bool m_done = true;        ///< the change was made before the command was pushed
    bool m_takenBack = false;  ///< the change was taken back before the command was pushed
};

}  // namespace psolog
