// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <fstream>
#include <map>
#include <mutex>
#include <string>

namespace psolog::test {

/// Writes what happens, one line each: "<ms of the steady clock> <kind> <text>". Thread-safe; every line is in the file
/// when note() returns, so that nothing is lost when the process ends by force.
class ProbeLog {
public:
    explicit ProbeLog(const std::string& path) : m_file(path) { }

    void note(const std::string& kind, const std::string& text = {})
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        const std::scoped_lock lock(m_mutex);
        m_file << std::chrono::duration_cast<std::chrono::milliseconds>(now).count() << ' ' << kind << ' ' << text
               << std::endl;
        ++m_counts[kind];
    }
    [[nodiscard]] int count(const std::string& kind) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_counts.find(kind);
        return found == m_counts.end() ? 0 : found->second;
    }

private:
    mutable std::mutex m_mutex;
    std::ofstream m_file;
    std::map<std::string, int> m_counts;
};

}  // namespace psolog::test
