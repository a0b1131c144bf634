// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "storage/log.h"
#include "storage/samples.h"
#include "support/temporaryfolder.h"

namespace psolog::test {

/// Bytes of a file that no program has open.
inline std::string bytesOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void putBytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Stored name of the error of a failed Result, for messages that can be read; "ok" otherwise.
template <class T>
std::string codeOf(const Result<T>& result)
{
    return result ? "ok" : std::string(nameOf(result.error().code));
}

/// A private folder, a clock that stands still, and a log that opens at once or fails the test.
class LogTest : public ::testing::Test {
protected:
    std::unique_ptr<Log> open(OpenOptions options = {})
    {
        auto opened = tryOpen(m_path, options);
        if (!opened)
            throw std::runtime_error(std::string(nameOf(opened.error().code)) + ": " + opened.error().detail);
        return std::move(*opened);
    }

    Result<std::unique_ptr<Log>> tryOpen(const std::string& path, OpenOptions options = {})
    {
        options.busyTimeout = std::chrono::milliseconds(20);
        return Log::open(path, m_clock, options);
    }

    /// Writes a log with some records and closes it.
    void makeLog(int checkIns = 20)
    {
        const auto log = open();
        ASSERT_TRUE(log->inTransaction([&]() -> Result<void> {
            for (int i = 0; i < checkIns; ++i)
                if (auto saved = log->checkIns().save(fullCheckIn(m_ids, i, i % 11)); !saved)
                    return saved;
            return {};
        }));
    }

    /// Changes the closed log behind Psolog's back.
    void execute(const std::string& sql) { SQLite::Database(m_path, SQLite::OPEN_READWRITE).exec(sql); }

    TemporaryFolder m_folder;
    const std::string m_path = m_folder.file("log.psolog");
    ManualClock m_clock;
    SequentialIds m_ids;
};

}  // namespace psolog::test
