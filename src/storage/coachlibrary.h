// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/iclock.h"
#include "core/ports/icoachlibrary.h"
#include "storage/coachnotebook.h"
#include "storage/connection.h"

namespace psolog {

/// Marks a file as a coach's library: "PSLB" in ASCII at offset 68 of the SQLite header.
inline constexpr std::int32_t kLibraryApplicationId = 0x50534C42;

/// How many files are remembered; of more, those remembered longest ago are forgotten.
inline constexpr std::size_t kMostKnownFiles = 20'000;

/// A removed athlete that could not be purged when the library was closed is purged when it is opened this much later.
inline constexpr std::chrono::hours kKeepRemoved{24};

/// How a library is opened.
struct LibraryOptions {
    std::chrono::milliseconds busyTimeout{5000};  ///< how long to wait for another program or thread
    std::string vfs;                              ///< SQLite VFS by name; empty: the default one
};

/// The coach's library in an SQLite file with the settings of a log. An athlete's log lies in it as an image: the bytes
/// of the file that was taken in, or of a log that was made by uniting two copies. Used by one thread at a time; any
/// number of objects and programs may have the same file open. The clock must outlive it.
///
/// Errors of any call: Damaged, Locked, DiskFull, ReadOnly, WriteFailed; nothing was changed then.
class CoachLibrary final : public ICoachLibrary {
public:
    /// Opens a library, or makes it with the folders above it. Looks for damage everywhere but in the images, which are
    /// judged whenever they are read. Errors: NotALog (another file, as the athlete's own log), Damaged, TooNew,
    /// Locked, ReadOnly, DiskFull, CannotOpen; the file is left as it was, and nothing new is left behind.
    [[nodiscard]] static Result<std::unique_ptr<CoachLibrary>> open(const std::string& path, const IClock& clock,
                                                                    const LibraryOptions& options = {});
    /// Purges what was removed through this object.
    ~CoachLibrary() override;
    CoachLibrary(const CoachLibrary&) = delete;
    CoachLibrary& operator=(const CoachLibrary&) = delete;

    [[nodiscard]] Result<std::vector<AthleteEntry>> athletes() override;
    [[nodiscard]] Result<LogCopy> copyOf(const AthleteId& id) override;
    [[nodiscard]] Result<std::unique_ptr<IReviewLog>> open(const AthleteId& id) override;

    [[nodiscard]] Result<CopyComparison> compare(const InspectedFile& file) override;
    Result<CopyComparison> takeIn(const InspectedFile& file) override;
    Result<void> inOneGo(const std::function<Result<void>()>& changes) override;
    Result<void> remove(const AthleteId& id) override;
    Result<void> restore(const AthleteId& id) override;

    Result<void> setGroup(const AthleteId& id, const std::string& group) override;
    Result<void> setReviewed(const AthleteId& id, const std::optional<ReviewMark>& mark) override;
    Result<void> cacheFacts(const AthleteId& id, const CachedFacts& facts) override;

    [[nodiscard]] Result<std::vector<CoachNote>> notes(const AthleteId& id) override;
    Result<void> saveNote(const AthleteId& id, const CoachNote& note) override;
    Result<void> savePlan(const AthleteId& id, const CoachPlan& plan) override;

    [[nodiscard]] Result<std::string> coachName() override;
    Result<void> setCoachName(const std::string& name) override;
    [[nodiscard]] Result<std::string> watchedFolder() override;
    Result<void> setWatchedFolder(const std::string& path) override;
    [[nodiscard]] Result<std::vector<KnownFile>> knownFiles() override;
    Result<void> rememberFiles(const std::vector<KnownFile>& files) override;

private:
    /// An athlete's row.
    struct Row {
        std::int64_t seq = 0;
        std::string digest;
        bool removed = false;
    };

    CoachLibrary(std::string path, const IClock& clock, std::unique_ptr<Connection> connection);

    /// These throw what SQLite reports.
    [[nodiscard]] std::optional<Row> find(const AthleteId& id);
    [[nodiscard]] Result<std::int64_t> known(const AthleteId& id);
    [[nodiscard]] std::string imageOf(std::int64_t seq);
    void add(const Athlete& athlete, const std::string& digest, std::string_view image);
    void replace(std::int64_t seq, const Athlete& athlete, const std::string& digest, std::string_view image);
    /// Brings what a file has beyond the copy at hand into it, inside a transaction.
    [[nodiscard]] Result<CopyComparison> uniteWith(const Row& row, const InspectedFile& file);
    void purge(std::int64_t seq);

    /// Purges athletes removed before a moment, ms UTC, as far as the file can be written. Throws nothing.
    void purgeRemovedBefore(std::int64_t utcMs);
    void purgeAll(const std::function<bool(const AthleteId& id, std::int64_t removedAt)>& chosen);
    [[nodiscard]] Result<std::string> setting(const char* name);
    Result<void> setSetting(const char* name, const std::string& value);

    std::string m_path;
    const IClock& m_clock;
    std::unique_ptr<Connection> m_connection;
    CoachNotebook m_notebook;
    std::set<AthleteId> m_removed;  // through this object, and not restored
};

}  // namespace psolog
