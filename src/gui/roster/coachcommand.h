// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QPointer>
#include <QUndoCommand>

#include "gui/roster/coachdata.h"

namespace psolog {

struct Services;

/// A change of the coach's library that can be taken back. The library is written elsewhere, so undo and redo are asked
/// for here and done a moment later; when that fails the page is told by CoachData::failed() and the library is as it
/// was. GUI thread; the stack owns it.
class CoachCommand : public QUndoCommand {
public:
    /// Makes the change; when it is made the command is on the undo stack and `then` is called. A failure goes to
    /// `then`, too, and nothing is pushed. `after` follows every undo and redo; it may outlive the page.
    static void perform(Services& services, CoachData& data, const QString& text, CoachData::Work change,
                        CoachData::Work takeBack, const CoachData::Then& then, std::function<void()> after = {});

    void undo() override;
    void redo() override;

private:
    CoachCommand(CoachData& data, const QString& text, CoachData::Work change, CoachData::Work takeBack,
                 std::function<void()> after);
    void request(const CoachData::Work& work);

    QPointer<CoachData> m_data;
    CoachData::Work m_change;
    CoachData::Work m_takeBack;
    std::function<void()> m_after;
    bool m_done = true;  ///< the change was made before the command was pushed
};

}  // namespace psolog
