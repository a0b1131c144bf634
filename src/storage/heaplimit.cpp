// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/heaplimit.h"

#include <algorithm>
#include <mutex>

#include <sqlite3.h>

namespace psolog {

namespace {

/// The most that our own connections take at once: a log of the largest size that was put together, as pages in memory
/// and again as bytes, and their caches.
constexpr std::int64_t kRoomForOthers = 128LL * 1024 * 1024;

struct Shares {
    std::mutex mutex;
    int count = 0;
    std::int64_t used = 0;      // by the process when the first one came
    std::int64_t previous = 0;  // limit to give back; 0: none
};

Shares& shares()
{
    static Shares instance;
    return instance;
}

/// The caller holds the mutex.
void apply(const Shares& state)
{
    std::int64_t limit = state.previous;
    if (state.count > 0) {
        const std::int64_t wanted = state.used + kRoomForOthers + state.count * kHeapOfAFile;
        limit = state.previous > 0 ? std::min(state.previous, wanted) : wanted;
    }
    sqlite3_hard_heap_limit64(limit);
}

}  // namespace

HeapShare::HeapShare()
{
    Shares& state = shares();
    const std::lock_guard lock(state.mutex);
    if (state.count++ == 0) {
        state.used = sqlite3_memory_used();
        state.previous = sqlite3_hard_heap_limit64(-1);
    }
    apply(state);
}

HeapShare::~HeapShare()
{
    Shares& state = shares();
    const std::lock_guard lock(state.mutex);
    --state.count;
    apply(state);
}

void limitHeapOfProcess(std::int64_t bytes)
{
    sqlite3_hard_heap_limit64(bytes);
}

}  // namespace psolog
