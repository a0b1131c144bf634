// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <vector>

namespace psolog {

/// The logs that this process has open. What takes files in asks for them, because opening one of them another way
/// would drop its locks. Any thread.
class OwnFiles {
public:
    /// Before the log is opened.
    void add(const std::string& path)
    {
        const std::lock_guard lock(m_mutex);
        m_paths.push_back(path);
    }
    /// After all others have been closed; empty: no log is open.
    void keepOnly(const std::string& path)
    {
        const std::lock_guard lock(m_mutex);
        m_paths.clear();
        if (!path.empty())
            m_paths.push_back(path);
    }
    [[nodiscard]] std::vector<std::string> paths() const
    {
        const std::lock_guard lock(m_mutex);
        return m_paths;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_paths;
};

}  // namespace psolog
