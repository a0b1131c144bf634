// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"

namespace psolog {

/// A record with what a log knows about it besides its content.
template <class R>
struct Kept {
    R record;
    std::optional<std::int64_t> deletedMs;  ///< when it was removed, ms UTC; its content may then be left out
    std::optional<std::int64_t> changedMs;  ///< its last change since it was made, ms UTC; unknown before schema 3

    friend bool operator==(const Kept&, const Kept&) = default;
};

/// How a snapshot was made; a log itself, or a plain copy of it, has none.
struct SnapshotMark {
    Instant made;
    std::optional<LocalDay> firstDay;  ///< earlier records were left out; nothing: it has all
    bool notes = true;                 ///< false: notes were left out

    friend bool operator==(const SnapshotMark&, const SnapshotMark&) = default;
};

/// One athlete's log as values, with what was removed: what a coach has of it, and what two copies are compared and
/// united by. Each list in order of time, then of ids. Notes of coaches are not part of it.
struct LogCopy {
    int schema = 0;  ///< version of the file that it was read from
    std::optional<SnapshotMark> snapshot;
    Kept<Athlete> athlete;
    std::vector<Kept<SafetyScreening>> screenings;
    std::vector<Kept<CheckIn>> checkIns;  ///< with their runs
    std::vector<Kept<SelfTest>> selfTests;
    std::vector<Kept<ReleaseSession>> releases;  ///< with their events; discarded ones, too
    std::vector<Kept<WeeklyCheckIn>> weekly;
    std::vector<Kept<Experiment>> experiments;

    friend bool operator==(const LogCopy&, const LogCopy&) = default;
};

}  // namespace psolog
