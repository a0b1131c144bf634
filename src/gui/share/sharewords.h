// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/ports/isnapshots.h"

namespace psolog {

/// One line about a snapshot: what, and how much of it.
struct ShareLine {
    QString name;
    QString value;

    friend bool operator==(const ShareLine&, const ShareLine&) = default;
};

/// What is in a snapshot, line by line. `notesLeftOut` are those that would be in it with notes.
[[nodiscard]] std::vector<ShareLine> contentsInLines(const SnapshotContents& contents, int notesLeftOut);

/// The name proposed for a snapshot: "Ada Lovelace 2026-11-22.psolog". Whatever the athlete is called, it can be a file
/// name anywhere.
[[nodiscard]] QString snapshotFileName(const SnapshotContents& contents, LocalDay today);

/// Why there is no snapshot, and what to do next, for the user.
[[nodiscard]] QString whyNoSnapshot(const Error& error, const QString& fileName);

}  // namespace psolog
