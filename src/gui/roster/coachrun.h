// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/roster/coachworker.h"

namespace psolog {

inline constexpr int kInspectors = 2;  ///< threads that look into files
inline constexpr int kAhead = 4;       ///< files under way at once: what they hold must fit into memory
inline constexpr std::int64_t kKeptBytes = 64 * 1024 * 1024;  ///< of files that wait for the coach's decision
inline constexpr int kTogether = 8;                           ///< files stored as one change

/// Files on their way, one after the other.
struct CoachWorker::Run {
    enum class Kind {
        Preview,  ///< looked at, for the coach to decide
        Folder,   ///< looked at, and taken in when that is clear
        TakeIn,   ///< decided
    };

    Kind kind = Kind::Preview;
    int ticket = 0;
    std::vector<std::string> paths;  ///< to look at
    std::size_t next = 0;
    int underWay = 0;
    int done = 0;
    IntakePreview preview;
    FolderNews news;
    TakeInReport report;
    std::int64_t kept = 0;             ///< bytes of the files in the preview
    std::vector<ProposedFile> chosen;  ///< to take in
    std::vector<KnownFile> known;      ///< to remember at the end
};

}  // namespace psolog
