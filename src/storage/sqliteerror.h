// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <type_traits>

#include <SQLiteCpp/Exception.h>
#include <tl/expected.hpp>

#include "core/result.h"

struct sqlite3;

namespace psolog {

/// A failed SQLite call. Lives inside storage only: guarded() turns it into an Error at every port.
class SqliteError : public std::runtime_error {
public:
    /// Takes the reason from the connection's last call; `code` is what that call returned.
    SqliteError(sqlite3* handle, int code);
    /// A failure found by ourselves, in SQLite's terms.
    SqliteError(int code, const std::string& message);

    [[nodiscard]] int code() const { return m_code; }
    [[nodiscard]] int systemError() const { return m_systemError; }

private:
    int m_code;
    int m_systemError;
};

/// A stored value that the schema would never have let in: the file was damaged or changed by hand.
class UnreadableValue : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What an SQLite result code (basic or extended) means for the user. `systemError` is the errno behind it, or 0.
[[nodiscard]] ErrorCode errorCodeOf(int sqliteCode, int systemError = 0);

[[nodiscard]] Error errorOf(const SqliteError& failure);
[[nodiscard]] Error errorOf(const SQLite::Exception& failure);

/// Runs `function`, which returns a Result and may throw what SQLite reports; never throws those itself.
template <class F>
std::invoke_result_t<F> guarded(F&& function)
{
    try {
        return function();
    } catch (const SqliteError& failure) {
        return tl::unexpected<Error>(errorOf(failure));
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected<Error>(errorOf(failure));
    } catch (const UnreadableValue& failure) {
        return fail(ErrorCode::Damaged, failure.what());
    } catch (const std::out_of_range&) {
        return fail(ErrorCode::Damaged, "a part has no record that it belongs to");
    }
}

}  // namespace psolog
