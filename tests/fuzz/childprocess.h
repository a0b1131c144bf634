// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace psolog::test {

/// What a job cost that ran in a process of its own.
struct ChildReport {
    bool ended = false;    ///< the process ended as it should
    std::string said;      ///< what the job returned; otherwise how the process ended
    double wall = 0;       ///< s
    double processor = 0;  ///< s
    long peakKib = 0;      ///< memory above what the process began with, KiB
};

/// Runs a job in a process of its own, so that a crash, a hang and a peak of memory are its own. One that takes longer
/// than `limit` seconds is ended.
[[nodiscard]] ChildReport inChild(const std::function<std::string()>& job, unsigned limit);

}  // namespace psolog::test
