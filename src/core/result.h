// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

#include "core/nametable.h"

namespace psolog {

/// Why an operation failed. The GUI and the command line turn codes into words.
enum class ErrorCode {
    InvalidValue,     ///< a value outside its documented range
    SyntaxError,      ///< text that does not parse; detail names the place
    NotFound,         ///< no record or file of that name
    CannotOpen,       ///< the file cannot be opened for another reason than those below
    DiskFull,         ///< no space left; nothing was changed
    ReadOnly,         ///< the file, folder or disk refuses writing
    Locked,           ///< another program holds the log
    Damaged,          ///< the log fails its consistency check
    TooNew,           ///< written by a newer Psolog
    NotALog,          ///< not a Psolog log
    WriteFailed,      ///< input/output error while writing
    NotAFile,         ///< a link, folder, pipe or device where a plain file is asked for
    TooLarge,         ///< a file, or a part of one, beyond what is accepted from elsewhere
    ForeignContent,   ///< a file that says it is a log and holds something a log never does
    TooSlow,          ///< reading a file from elsewhere took longer than it may
    Changing,         ///< a file that was written while it was read
    OwnLog,           ///< the log that is open as one's own, where somebody else's is asked for
    Internal,         ///< a broken promise inside the program
};

/// An error value: what kind, and a short detail for people ("line 4: seconds must be at least 1").
/// The detail never holds health values, names or notes.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

/// Outcome of an operation that can fail: a value, or an Error.
template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning an error from a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

template <>
struct NameTable<ErrorCode> {
    static constexpr std::array rows{
        Named{ErrorCode::InvalidValue, std::string_view("invalid-value")},
        Named{ErrorCode::SyntaxError, std::string_view("syntax-error")},
        Named{ErrorCode::NotFound, std::string_view("not-found")},
        Named{ErrorCode::CannotOpen, std::string_view("cannot-open")},
        Named{ErrorCode::DiskFull, std::string_view("disk-full")},
        Named{ErrorCode::ReadOnly, std::string_view("read-only")},
        Named{ErrorCode::Locked, std::string_view("locked")},
        Named{ErrorCode::Damaged, std::string_view("damaged")},
        Named{ErrorCode::TooNew, std::string_view("too-new")},
        Named{ErrorCode::NotALog, std::string_view("not-a-log")},
        Named{ErrorCode::WriteFailed, std::string_view("write-failed")},
        Named{ErrorCode::NotAFile, std::string_view("not-a-file")},
        Named{ErrorCode::TooLarge, std::string_view("too-large")},
        Named{ErrorCode::ForeignContent, std::string_view("foreign-content")},
        Named{ErrorCode::TooSlow, std::string_view("too-slow")},
        Named{ErrorCode::Changing, std::string_view("changing")},
        Named{ErrorCode::OwnLog, std::string_view("own-log")},
        Named{ErrorCode::Internal, std::string_view("internal")},
    };
};

}  // namespace psolog
