// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/roster.h"
#include "core/ports/icoachlibrary.h"

namespace psolog {

// What goes between the thread that works with a coach's library and the pages: values, no ties to either.

/// An athlete of the roster.
struct RosterItem {
    AthleteEntry entry;
    RosterRow row;
    std::vector<Flag> unseen;  ///< flags since the last review

    /// Whether the copy at hand is another one than that of the last review.
    [[nodiscard]] bool isNewSinceReview() const { return !entry.reviewed || entry.reviewed->digest != entry.digest; }

    friend bool operator==(const RosterItem&, const RosterItem&) = default;
};

/// The athletes of a library, in no order.
struct Roster {
    std::vector<RosterItem> items;
    int athletes = 0;      ///< in the library; more than items when reading was cancelled
    bool library = false;  ///< there is one

    [[nodiscard]] bool isComplete() const { return static_cast<int>(items.size()) == athletes; }
};

/// A file that was not accepted.
struct Refusal {
    std::string path;
    Error error;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// What is in a log, without what was removed.
struct LogSummary {
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    int checkIns = 0;
    int releases = 0;
    int selfTests = 0;
    int weekly = 0;

    friend bool operator==(const LogSummary&, const LogSummary&) = default;
};

[[nodiscard]] LogSummary summaryOf(const LogCopy& copy);

/// A file that was looked at and not yet taken in.
struct ProposedFile {
    InspectedFile file;  ///< copy and image are null when there was no room to keep them: it is read again
    AthleteId athlete;
    std::string name;  ///< as the library knows the athlete, else as the file says
    bool own = false;  ///< a copy of the log that is open as one's own
    CopyComparison comparison;
    LogSummary summary;

    /// Whether taking it in would change anything.
    [[nodiscard]] bool bringsNews() const
    {
        return comparison.relation != CopyRelation::Same && comparison.relation != CopyRelation::Older;
    }
};

/// What taking files in would do.
struct IntakePreview {
    std::vector<ProposedFile> files;  ///< by athlete
    std::vector<Refusal> refused;
    int others = 0;  ///< files whose name is not that of a log; they were left alone
};

/// What taking files in did.
struct TakeInReport {
    int added = 0;                   ///< athletes
    int updated = 0;                 ///< athletes with something new
    int unchanged = 0;               ///< files without anything new
    std::vector<std::string> names;  ///< of the athletes added or updated
    std::vector<Refusal> failed;     ///< could not be stored
    bool byItself = false;           ///< from the watched folder
    bool cancelled = false;          ///< the rest was left

    [[nodiscard]] bool changedAnything() const { return added + updated > 0; }
};

/// The watched folder as it was found.
struct FolderNews {
    std::string path;                  ///< empty: none is watched
    std::optional<Error> problem;      ///< why it could not be read
    std::vector<std::string> files;    ///< that may be logs
    std::vector<std::string> waiting;  ///< new athletes and conflicts: the coach decides
    std::vector<Refusal> refused;
    int others = 0;          ///< files left alone because of their name
    bool unsettled = false;  ///< a file was being written to: worth another look soon
    bool cancelled = false;  ///< not every file was read

    friend bool operator==(const FolderNews&, const FolderNews&) = default;
};

/// What takes its time.
enum class CoachTask {
    Reading,     ///< athletes of the library
    Inspecting,  ///< files from elsewhere
    TakingIn,    ///< files into the library
};

}  // namespace psolog
