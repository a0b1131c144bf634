// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/ports/icoachnotes.h"
#include "core/ports/inotesfiles.h"

namespace psolog::test {

/// Received notes in memory; every call can be made to fail.
class MemoryNotes : public IReceivedNotes {
public:
    [[nodiscard]] Result<std::vector<CoachNote>> notes() override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        std::vector<CoachNote> standing;
        for (const CoachNote& note : kept)
            if (!note.withdrawn)
                standing.push_back(note);
        std::stable_sort(standing.begin(), standing.end(),
                         [](const CoachNote& a, const CoachNote& b) { return a.written.utc > b.written.utc; });
        return standing;
    }
    [[nodiscard]] Result<std::optional<CoachPlan>> plan() override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return keptPlan;
    }
    [[nodiscard]] Result<std::vector<CoachNote>> all() override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return kept;
    }
    Result<void> take(const NotesFile& file) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        for (const CoachNote& note : file.notes) {
            const auto same =
                std::find_if(kept.begin(), kept.end(), [&](const CoachNote& one) { return one.id == note.id; });
            if (same != kept.end())
                *same = note;
            else if (!note.withdrawn)
                kept.push_back(note);
            if (note.withdrawn)
                unreadIds.erase(note.id);
            else
                unreadIds.insert(note.id);
        }
        if (file.plan)
            keptPlan = file.plan;
        return {};
    }
    [[nodiscard]] Result<std::set<CoachNoteId>> unread() override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return unreadIds;
    }
    Result<void> setRead(const CoachNoteId& id, bool read) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        if (read)
            unreadIds.erase(id);
        else
            unreadIds.insert(id);
        return {};
    }

    std::vector<CoachNote> kept;
    std::optional<CoachPlan> keptPlan;
    std::set<CoachNoteId> unreadIds;
    std::optional<Error> failWith;
};

/// Notes files as a map; writing can be made to fail.
class MemoryNotesFiles : public INotesFiles {
public:
    [[nodiscard]] Result<NotesFile> read(const std::string& path) const override
    {
        const auto found = files.find(path);
        if (found == files.end())
            return fail(ErrorCode::NotFound, path);
        return found->second;
    }
    Result<void> write(const NotesFile& file, const std::string& path) const override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        files[path] = file;
        return {};
    }

    std::optional<Error> failWith;
    mutable std::map<std::string, NotesFile> files;
};

}  // namespace psolog::test
