// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>

#include <sqlite3.h>

namespace psolog::test {

/// What a FaultVfs counts and lets fail.
enum class DiskCall {
    Write,
    Sync,
    Truncate,
    Delete,
};

/// An SQLite file system that fails on demand, on top of the default one. Registered under its name for the life of the
/// object; no database may use it longer. One at a time.
class FaultVfs {
public:
    static constexpr const char* kName = "psolog-faults";

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// Lets the n-th call of this kind from now on fail (1 is the next), and all later ones until heal() if `lasting`.
    void failAt(DiskCall call, int n, bool lasting = false);
    /// Lets writes fail with SQLITE_FULL when they would make all files together larger than this.
    void setQuota(std::int64_t bytes) { m_quota = bytes; }
    /// Lets files open for reading only, as on a disk mounted so.
    void setReadOnlyDisk(bool readOnly) { m_readOnlyDisk = readOnly; }
    /// Everything works again; the counts start anew.
    void heal();

    /// Calls of this kind since the last heal() or failAt().
    [[nodiscard]] int count(DiskCall call) const;
    /// Bytes in the files opened through this object that still exist.
    [[nodiscard]] std::int64_t bytesUsed() const;

private:
    struct File;
    struct Methods;

    /// Counts a call; true when it is to fail.
    bool fails(DiskCall call);

    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs;
    std::map<std::string, std::int64_t> m_sizes;
    std::int64_t m_quota = std::numeric_limits<std::int64_t>::max();
    bool m_readOnlyDisk = false;
    std::map<DiskCall, int> m_counts;
    DiskCall m_failing = DiskCall::Write;
    int m_failAt = 0;  // 0: never
    bool m_lasting = false;
};

}  // namespace psolog::test
