// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace psolog {

/// Bytes that SQLite may take for one file from elsewhere.
inline constexpr std::int64_t kHeapOfAFile = 24LL * 1024 * 1024;

/// While one exists, SQLite gets no more memory than it had, plus kHeapOfAFile for each, plus room for the other
/// connections of the process: SQLite's limit is one for the whole process, and a write of ours must not fail for a
/// file from elsewhere. Hence a file may take that room, too, while nothing of ours needs it; what keeps it small is
/// that it gets a small cache and short statements. The last one gives the limit back as it was. Any thread.
class HeapShare {
public:
    HeapShare();
    ~HeapShare();
    HeapShare(const HeapShare&) = delete;
    HeapShare& operator=(const HeapShare&) = delete;
};

/// Limits SQLite's memory in the whole process, for a program that does nothing but judge files. Before any HeapShare.
void limitHeapOfProcess(std::int64_t bytes);

}  // namespace psolog
