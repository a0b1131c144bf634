// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/ports/itrendlog.h"
#include "core/records.h"
#include "core/result.h"

namespace psolog {

/// What of a log is shared.
struct SnapshotOptions {
    std::optional<LocalDay> firstDay;  ///< leave out what was recorded for earlier days; nothing: all
    bool notes = true;                 ///< false: leave out the notes of the athlete

    friend bool operator==(const SnapshotOptions&, const SnapshotOptions&) = default;
};

/// What a snapshot holds, without what was removed.
struct SnapshotContents {
    std::string athleteName;
    std::optional<LogSpan> span;
    int checkIns = 0;
    int runs = 0;
    int selfTests = 0;
    int releases = 0;
    int weekly = 0;
    int screenings = 0;
    int experiments = 0;
    int notes = 0;  ///< records with a note of the athlete

    friend bool operator==(const SnapshotContents&, const SnapshotContents&) = default;
};

/// Makes snapshots of the open log: copies to hand over. Never contain the notes of coaches. GUI thread.
class ISnapshots {
public:
    virtual ~ISnapshots() = default;

    /// What write() would put into a snapshot.
    [[nodiscard]] virtual Result<SnapshotContents> preview(const SnapshotOptions& options) = 0;
    /// Writes a new file, 0600, that the same program accepts as a coach would: that is tried before the file gets its
    /// name. InvalidValue when there is a file already or the log has no athlete yet; DiskFull, ReadOnly, WriteFailed:
    /// nothing is left behind. Returns what is in the file, counted there.
    virtual Result<SnapshotContents> write(const SnapshotOptions& options, const std::string& path) = 0;
};

}  // namespace psolog
