// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <sqlite3.h>

#include "core/ids.h"
#include "core/nametable.h"
#include "core/records.h"
#include "core/score.h"
#include "core/time.h"
#include "storage/sqliteerror.h"

namespace psolog {

class Connection;

/// A prepared statement owned by a Connection and used again and again.
struct CachedStatement {
    CachedStatement(sqlite3* handle, std::string_view sql);
    ~CachedStatement();
    CachedStatement(const CachedStatement&) = delete;
    CachedStatement& operator=(const CachedStatement&) = delete;

    sqlite3_stmt* handle = nullptr;
    bool inUse = false;
};

namespace detail {

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool kIsDuration = false;
template <class Rep, class Period>
inline constexpr bool kIsDuration<std::chrono::duration<Rep, Period>> = true;

template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

}  // namespace detail

/// Bytes for a BLOB. They are not copied: they must stay until the statement has run.
struct BlobView {
    std::string_view bytes;
};

/// One use of a cached statement: bind, step, read the columns left to right. The end of the object resets the
/// statement, so that it holds no lock and no value. Must not outlive its Connection; one use of the same SQL at a
/// time. Throws SqliteError, and UnreadableValue for a stored value outside its type.
///
/// How values are stored: enums by name, LocalDay as YYYY-MM-DD, durations as their count (ms, s or min, as the type
/// says), an Instant as three columns (utc_ms, offset_min, time_zone), a RecordedAt as four (… and local_day).
class Statement {
public:
    /// `sql` is kept by reference for the life of the connection: a literal or a static string.
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds all parameters, in order; their number must fit.
    template <class... Values>
    Statement& bind(const Values&... values)
    {
        m_parameter = 0;
        (put(values), ...);
        checkAllBound();
        return *this;
    }

    /// True when there is a row to read.
    bool step();
    /// Runs a statement whose rows, if any, are of no interest; resets it for the next bind.
    void run();

    /// The next column of the row.
    template <class T>
    [[nodiscard]] T take()
    {
        if constexpr (std::is_same_v<T, Instant>) {
            const UtcTime utc{Milliseconds(takeInteger())};
            const auto offset = take<std::chrono::minutes>();
            return Instant{utc, offset, takeText()};
        } else if constexpr (std::is_same_v<T, RecordedAt>) {
            Instant at = take<Instant>();
            return RecordedAt{std::move(at), take<LocalDay>()};
        } else if constexpr (std::is_same_v<T, std::optional<Instant>>) {
            if (!isNull())
                return take<Instant>();
            m_column += 3;
            return std::nullopt;
        } else if constexpr (std::is_same_v<T, std::optional<RecordedAt>>) {
            if (!isNull())
                return take<RecordedAt>();
            m_column += 4;
            return std::nullopt;
        } else if constexpr (detail::kIsOptional<T>) {
            if (!isNull())
                return take<typename T::value_type>();
            ++m_column;
            return std::nullopt;
        } else if constexpr (detail::kIsDuration<T>) {
            return T(static_cast<typename T::rep>(takeInteger()));
        } else if constexpr (detail::kIsId<T>) {
            return T(takeText());
        } else if constexpr (std::is_enum_v<T>) {
            return known(fromName<T>(takeView()));
        } else if constexpr (std::is_same_v<T, Score>) {
            const auto score = Score::make(take<int>());
            return known(score ? std::optional(*score) : std::nullopt);
        } else if constexpr (std::is_same_v<T, LocalDay>) {
            return known(LocalDay::parse(takeView()));
        } else if constexpr (std::is_same_v<T, Site>) {
            return known(siteFromName(takeView()));
        } else if constexpr (std::is_same_v<T, bool>) {
            return takeInteger() != 0;
        } else if constexpr (std::is_integral_v<T>) {
            const std::int64_t value = takeInteger();
            if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max())
                throw UnreadableValue("a stored number is out of range");
            return static_cast<T>(value);
        } else {
            static_assert(std::is_same_v<T, std::string>, "no column type for this");
            return takeText();
        }
    }

    /// Column `index` as it is, without any check: for loops over many rows of integers.
    [[nodiscard]] std::int64_t integerAt(int index) const { return sqlite3_column_int64(m_statement, index); }

private:
    template <class T>
    void put(const T& value)
    {
        if constexpr (std::is_same_v<T, Instant>) {
            putInteger(value.utc.time_since_epoch().count());
            putInteger(value.offset.count());
            putText(value.zone);
        } else if constexpr (std::is_same_v<T, RecordedAt>) {
            put(value.at);
            put(value.day);
        } else if constexpr (std::is_same_v<T, std::optional<Instant>>) {
            if (value) {
                put(*value);
            } else {
                m_parameter += 3;  // NULL unless bound
            }
        } else if constexpr (std::is_same_v<T, std::optional<RecordedAt>>) {
            if (value)
                put(*value);
            else
                m_parameter += 4;
        } else if constexpr (detail::kIsOptional<T>) {
            if (value)
                put(*value);
            else
                ++m_parameter;
        } else if constexpr (detail::kIsDuration<T>) {
            putInteger(value.count());
        } else if constexpr (detail::kIsId<T>) {
            putText(value.toString());
        } else if constexpr (std::is_enum_v<T>) {
            putText(nameOf(value));
        } else if constexpr (std::is_same_v<T, Score>) {
            putInteger(value.value());
        } else if constexpr (std::is_same_v<T, LocalDay>) {
            putText(value.toString());
        } else if constexpr (std::is_same_v<T, Site>) {
            putText(nameOf(value));
        } else if constexpr (std::is_integral_v<T>) {
            putInteger(static_cast<std::int64_t>(value));
        } else if constexpr (std::is_same_v<T, BlobView>) {
            putBlob(value.bytes);
        } else {
            putText(std::string_view(value));
        }
    }

    template <class T>
    static T known(std::optional<T> value)
    {
        if (!value)
            throw UnreadableValue("a stored value is unknown");
        return *value;
    }

    void putInteger(std::int64_t value);
    void putText(std::string_view value);
    void putBlob(std::string_view bytes);
    void checkAllBound() const;
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] std::int64_t takeInteger();
    /// Valid until the next step.
    [[nodiscard]] std::string_view takeView();
    [[nodiscard]] std::string takeText() { return std::string(takeView()); }

    Connection& m_connection;
    CachedStatement& m_cached;
    sqlite3_stmt* m_statement;
    int m_parameter = 0;
    int m_column = 0;
};

}  // namespace psolog
