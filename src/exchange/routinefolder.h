// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/iroutinestore.h"

namespace psolog {

/// The shipped routines and the user's own, which are the JSON files (see routinefile.h) of one folder.
///
/// The folder is read once, by the constructor; it need not exist and is made by the first save(). Only regular files
/// whose names end in ".json" are read: no links, no subfolders, at most kMaxFiles files. A file that cannot be used is
/// left as it is and listed in unused(): also one whose id is a shipped routine's or another file's, and one with a
/// pose that the program does not have. Such a pose is an error and not replaced by another: the picture tells the
/// runner how to lie, and a wrong one is worse than none.
///
/// A routine stays in the file it came from; a new one gets `<id>.json`, or `<id>-2.json` and so on when a file of that
/// name is there. Files are written whole or not at all, mode 0600, the folder 0700. A file that another program has
/// changed since it was read or written here is neither replaced nor removed at first: it is read again, so that the
/// list shows what is there, and the next try goes on from that.
///
/// Thread: any one. Ownership: keeps copies of its arguments.
class RoutineFolder : public IRoutineStore {
public:
    static constexpr std::size_t kMaxFiles = 200;

    /// `shipped`: not empty, the default first. `poses`: the names a step may use. `unusedPoses`: the user's pose files
    /// that the program does not use; they lead the list of unused().
    RoutineFolder(const std::vector<Routine>& shipped, std::filesystem::path folder,
                  std::set<std::string, std::less<>> poses, std::vector<UnusedFile> unusedPoses = {});

    [[nodiscard]] const std::vector<StoredRoutine>& routines() const override { return m_routines; }
    [[nodiscard]] const std::vector<UnusedFile>& unused() const override { return m_unused; }
    /// Also InvalidValue when a new routine would be more than kMaxFiles files, used or not, or when another program
    /// has changed the file.
    Result<void> save(const Routine& routine) override;
    /// Also InvalidValue when another program has changed the file.
    Result<void> remove(const std::string& id) override;
    [[nodiscard]] Result<Routine> read(const std::string& path) const override;
    [[nodiscard]] Result<void> write(const Routine& routine, const std::string& path) const override;
    [[nodiscard]] std::string freeId(std::string_view name) const override;

private:
    /// A file of a routine as it was when it was last read or written here.
    struct OwnFile {
        std::string name;
        std::size_t size = 0;
        std::size_t hash = 0;  ///< of its content
    };
    [[nodiscard]] static OwnFile seen(const std::string& name, std::string_view content);

    void readFolder();
    void readOne(const std::string& fileName);
    [[nodiscard]] Result<Routine> parse(const std::string& text, const std::string& fileName) const;
    [[nodiscard]] Result<void> checkPoses(const Routine& routine) const;
    /// Reads the file again and fails when it is not as it was seen last. A file that is gone is no change.
    [[nodiscard]] Result<void> checkUnchanged(const std::string& id);
    /// Puts it in the place of the routine with its id, or where its name belongs.
    void put(const Routine& routine);
    void drop(const std::string& id);
    /// Writes it to a file name that is free, and gives that name back.
    [[nodiscard]] Result<std::string> writeNew(const Routine& routine, std::string_view content) const;

    std::filesystem::path m_folder;
    std::set<std::string, std::less<>> m_poses;
    std::vector<StoredRoutine> m_routines;
    std::vector<UnusedFile> m_unused;
    std::map<std::string, OwnFile, std::less<>> m_files;  ///< by the id of the user's routine
};

}  // namespace psolog
