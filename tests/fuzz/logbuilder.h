// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;

namespace psolog::test {

/// Makes the bytes of logs, sound ones and others, with SQLite alone: nothing that reads logs helps to write them.
/// The same calls make the same bytes. Throws std::runtime_error when SQLite refuses.
class LogBuilder {
public:
    /// An empty log of a schema version, 1 to newestVersion(). Small pages make small files.
    explicit LogBuilder(int version, int pageSize = 4096, std::string_view encoding = "UTF-8");
    ~LogBuilder();
    LogBuilder(const LogBuilder&) = delete;
    LogBuilder& operator=(const LogBuilder&) = delete;

    /// Records of every kind the version knows, over so many days; other ones for another seed.
    LogBuilder& fill(int days = 10, std::uint64_t seed = 1);
    /// Runs statements. The schema may be written as any table, values are not checked, references are not followed.
    LogBuilder& run(const std::string& sql);
    /// Runs statements while `table` takes values of any type; its definition looks as before afterwards.
    LogBuilder& runUntyped(std::string_view table, const std::string& sql);

    /// The database as a file has it.
    [[nodiscard]] std::string bytes() const;
    [[nodiscard]] int version() const { return m_version; }

private:
    void fillDay(int day);
    void fillWeek(int day);
    void fillPlans(int day);
    void fillSession(int day);
    void fillShared(int day);
    [[nodiscard]] std::string uuid();
    [[nodiscard]] std::string moment(int day, int minute);
    [[nodiscard]] int below(int end);

    sqlite3* m_database = nullptr;
    int m_version;
    std::uint64_t m_random = 1;
    std::uint64_t m_seed = 1;
    std::uint64_t m_ids = 0;
};

/// The newest schema version.
[[nodiscard]] int newestLogVersion();

/// A sound log that a person could have.
[[nodiscard]] std::string soundLog(int version, int days = 10, std::uint64_t seed = 1, int pageSize = 4096);

/// SQL text literal.
[[nodiscard]] std::string sqlText(std::string_view text);
/// SQL literal of text with any bytes, NUL included.
[[nodiscard]] std::string rawText(std::string_view bytes);

}  // namespace psolog::test
