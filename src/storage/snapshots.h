// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/ports/iclock.h"
#include "core/ports/iintake.h"
#include "core/ports/isnapshots.h"

namespace psolog {

class Connection;

/// Snapshots of a log over its own connection: the file is never opened a second time. What is left out is not in the
/// copy's free pages either, and of a removed record or a discarded session only its id and its moments are in it. The
/// copy is cut in a private folder beside the log; only what was cut and judged is written where it is to go. A plan
/// counts for the days that it covers, and stays with the plans that it replaced; anything else for its local day. The
/// log may be read-only or older, not newer (TooNew). Connection, clock and intake must outlive it.
///
/// Other errors than the port's: Locked, Damaged; NotFound (no such folder); what the intake says about the copy.
class Snapshots final : public ISnapshots {
public:
    Snapshots(Connection& connection, const IClock& clock, const IIntake& intake)
        : m_connection(connection),
          m_clock(clock),
          m_intake(intake)
    {
    }

    [[nodiscard]] Result<SnapshotContents> preview(const SnapshotOptions& options) override;
    Result<SnapshotContents> write(const SnapshotOptions& options, const std::string& path) override;

private:
    /// Writes the whole log as a new file of ours.
    [[nodiscard]] Result<void> copyTo(const std::string& path);
    /// Leaves in a copy what is shared, and returns what that is.
    [[nodiscard]] Result<SnapshotContents> cut(const std::string& path, const SnapshotOptions& options) const;
    /// The bytes of the file as the intake judged them; WriteFailed unless it finds just this in them.
    [[nodiscard]] Result<std::shared_ptr<const std::string>> verify(const std::string& path,
                                                                    const SnapshotContents& expected) const;

    Connection& m_connection;
    const IClock& m_clock;
    const IIntake& m_intake;
};

}  // namespace psolog
