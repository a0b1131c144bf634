// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include <sqlite3.h>

#include "core/nametable.h"
#include "core/records.h"
#include "core/score.h"
#include "core/time.h"

namespace psolog {

/// First and last moment that a log may hold: the years 1 to 9999.
inline constexpr std::int64_t kFirstMoment = -62'135'596'800'000;
inline constexpr std::int64_t kLastMoment = 253'402'300'799'999;
/// A hundred years: more than any session, and a million of them still fit into 64 bits.
inline constexpr std::int64_t kLongestMs = 100LL * 366 * 86'400'000;

/// A table of a log, as it is read: its columns in the order in which they are taken.
struct ForeignTable {
    const char* name;
    std::span<const char* const> columns;
};

/// A value that a log never holds. Thrown while rows are read, and turned into an Error before SQLite sees it.
struct RefusedValue {
    const char* table;
    const char* column;
    const char* reason;
};

/// What repeats from row to row and need not be judged, or worked out, again.
struct ForeignMemory {
    std::string zone;  // accepted; "UTC" at first
    std::string dayText;
    LocalDay day;

    ForeignMemory() : zone("UTC"), dayText("1970-01-01") { }
};

/// The same as ==, without a call for the short names of which a log is full: the first and the last bytes of a text
/// overlap and are compared as one number each.
[[nodiscard]] inline bool isSameText(std::string_view a, std::string_view b)
{
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    const auto same = [&]<class Word>(Word /*unused*/) {
        const auto at = [](std::string_view text, std::size_t offset) {
            Word word = 0;
            std::memcpy(&word, text.data() + offset, sizeof word);
            return word;
        };
        return at(a, 0) == at(b, 0) && at(a, size - sizeof(Word)) == at(b, size - sizeof(Word));
    };
    if (size > 16)
        return a == b;
    if (size >= 8)
        return same(std::uint64_t{});
    if (size >= 4)
        return same(std::uint32_t{});
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

/// The values of one row, taken from left to right. Each is judged as the CHECK constraints of the schema and the
/// validation of core judge it; RefusedValue is thrown for the first that fails.
class ForeignRow {
public:
    ForeignRow(const ForeignTable& table, sqlite3_value** values, ForeignMemory& memory)
        : m_table(table),
          m_values(values),
          m_memory(memory)
    {
    }

    [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most)
    {
        sqlite3_value* const value = m_values[m_taken++];
        if (sqlite3_value_type(value) != SQLITE_INTEGER)
            refuse("not a whole number");
        const std::int64_t number = sqlite3_value_int64(value);
        if (number < least || number > most)
            refuse("out of range");
        return number;
    }
    [[nodiscard]] std::optional<std::int64_t> optionalWhole(std::int64_t least, std::int64_t most)
    {
        if (skipNull())
            return std::nullopt;
        return whole(least, most);
    }
    [[nodiscard]] int number(int least, int most = std::numeric_limits<int>::max())
    {
        return static_cast<int>(whole(least, most));
    }
    [[nodiscard]] std::optional<int> optionalNumber(int least, int most = std::numeric_limits<int>::max())
    {
        if (skipNull())
            return std::nullopt;
        return number(least, most);
    }
    [[nodiscard]] bool flag() { return whole(0, 1) == 1; }
    [[nodiscard]] std::optional<Score> optionalScore();
    /// A rowid, of this row or of another one.
    [[nodiscard]] std::int64_t key();

    /// Ms since 1970 UTC.
    [[nodiscard]] std::int64_t moment() { return whole(kFirstMoment, kLastMoment); }
    [[nodiscard]] std::optional<std::int64_t> optionalMoment() { return optionalWhole(kFirstMoment, kLastMoment); }
    [[nodiscard]] Milliseconds duration() { return Milliseconds(whole(0, kLongestMs)); }
    [[nodiscard]] std::optional<Milliseconds> optionalDuration()
    {
        if (skipNull())
            return std::nullopt;
        return duration();
    }
    /// Three columns.
    [[nodiscard]] Instant instant();
    void take(Instant& at);
    /// All of three columns, or none.
    [[nodiscard]] std::optional<Instant> optionalInstant();
    /// Four columns; the day is at most two days off the moment. Not before 1970: no clock of a computer says less, and
    /// what looks at every day of a log would look at those of two thousand years.
    [[nodiscard]] RecordedAt recorded();
    [[nodiscard]] std::optional<RecordedAt> optionalRecorded();
    [[nodiscard]] LocalDay day();
    [[nodiscard]] std::optional<LocalDay> optionalDay();

    /// UTF-8 of at most so many code points.
    [[nodiscard]] std::string text(std::size_t most);
    /// The same of one line; see isPrintable().
    [[nodiscard]] std::string line(std::size_t most);
    /// A column of digits, as it is stored; nothing: NULL.
    [[nodiscard]] std::optional<std::string_view> optionalView();
    [[nodiscard]] std::string uuid();
    [[nodiscard]] std::optional<std::string> optionalUuid();
    template <class E>
    [[nodiscard]] E named()
    {
        const std::string_view name = view();
        for (const auto& row : NameTable<E>::rows)
            if (isSameText(row.name, name))
                return row.value;
        refuse("an unknown name");
    }
    template <class E>
    [[nodiscard]] std::optional<E> optionalNamed()
    {
        if (skipNull())
            return std::nullopt;
        return named<E>();
    }
    [[nodiscard]] Site site();

    /// The same for what several columns say together; names the last one that was taken.
    [[noreturn]] void refuse(const char* reason) const;
    [[noreturn]] void refuse(const char* column, const char* reason) const;

private:
    [[nodiscard]] bool skipNull()
    {
        const bool null = sqlite3_value_type(m_values[m_taken]) == SQLITE_NULL;
        m_taken += null ? 1 : 0;
        return null;
    }
    /// Valid until the next row.
    [[nodiscard]] std::string_view view()
    {
        sqlite3_value* const value = m_values[m_taken++];
        if (sqlite3_value_type(value) != SQLITE_TEXT)
            refuse("not text");
        // The blob of a text is the text without the copy that a closing NUL would cost.
        const void* data = sqlite3_value_blob(value);
        const int size = sqlite3_value_bytes(value);
        return data != nullptr ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
                               : std::string_view("");
    }

    const ForeignTable& m_table;
    sqlite3_value** m_values;
    ForeignMemory& m_memory;
    std::size_t m_taken = 0;
};

}  // namespace psolog
