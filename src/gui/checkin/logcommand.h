// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QPointer>
#include <QUndoCommand>

#include "core/result.h"
#include "gui/shell/page.h"

namespace psolog {

struct Services;

/// A change of the log that can be taken back. Undo and redo write to the log and announce the change. When a write
/// fails nothing has changed in the log: the page says so, and the command leaves the stack, because the stack cannot
/// stay where it was.
class LogCommand : public QUndoCommand {
public:
    using Write = std::function<Result<void>()>;

    /// Makes the change now. Without an error it is on the undo stack when this returns; with an error nothing has
    /// changed and nothing is pushed. The writes may refer to services, and to nothing shorter-lived.
    [[nodiscard]] static Result<void> perform(Services& services, Page& page, const QString& text, Write change,
                                              Write takeBack);

    void undo() override;
    void redo() override;

private:
    LogCommand(Services& services, Page& page, const QString& text, Write change, Write takeBack);
    void write(const Write& what);

    Services& m_services;
    QPointer<Page> m_page;
    Write m_change;
    Write m_takeBack;
    bool m_done = true;  ///< the change was made before the command was pushed
};

}  // namespace psolog
