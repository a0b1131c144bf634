// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iclock.h"
#include "core/ports/icoachnotes.h"

namespace psolog {

class Connection;

/// The tables received_note, received_plan and received_plan_step. Connection and clock must outlive it. A read-only
/// log from before the tables has none. take() refuses what was written in the future, too: see refuseAhead().
class ReceivedNotes final : public IReceivedNotes {
public:
    ReceivedNotes(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    [[nodiscard]] Result<std::vector<CoachNote>> notes() override;
    [[nodiscard]] Result<std::optional<CoachPlan>> plan() override;
    [[nodiscard]] Result<std::vector<CoachNote>> all() override;
    Result<void> take(const NotesFile& file) override;
    [[nodiscard]] Result<std::set<CoachNoteId>> unread() override;
    Result<void> setRead(const CoachNoteId& id, bool read) override;

private:
    [[nodiscard]] std::optional<CoachPlan> loadPlan();
    /// Inside a transaction: stores a note unless the one at hand is as late.
    void store(const CoachNote& note);
    void store(const CoachPlan& plan);

    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
