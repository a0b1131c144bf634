// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/coachcommand.h"

#include <utility>

#include <QUndoStack>

#include "gui/shell/services.h"

namespace psolog {

CoachCommand::CoachCommand(CoachData& data, const QString& text, CoachData::Work change, CoachData::Work takeBack,
                           std::function<void()> after)
    : QUndoCommand(text),
      m_data(&data),
      m_change(std::move(change)),
      m_takeBack(std::move(takeBack)),
      m_after(std::move(after))
{
}

void CoachCommand::perform(Services& services, CoachData& data, const QString& text, CoachData::Work change,
                           CoachData::Work takeBack, const CoachData::Then& then, std::function<void()> after)
{
    data.change(change,
                [&services, &data, text, change, takeBack, then, after = std::move(after)](const Result<void>& done) {
                    if (done)
                        services.undo.push(new CoachCommand(data, text, change, takeBack, after));
                    then(done);
                });
}

void CoachCommand::undo()
{
    request(m_takeBack);
}

void CoachCommand::redo()
{
    if (!std::exchange(m_done, false))
        request(m_change);
}

void CoachCommand::request(const CoachData::Work& work)
{
    if (m_data == nullptr) {
        setObsolete(true);
        return;
    }
    m_data->change(work, [data = m_data.data(), after = m_after](const Result<void>& done) {
        if (!done)
            Q_EMIT data->undoFailed(done.error());
        else if (after)
            after();
    });
}

}  // namespace psolog
