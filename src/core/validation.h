// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "core/records.h"
#include "core/result.h"
#include "core/weekly.h"

namespace psolog {

inline constexpr std::size_t kMaxNameLength = 100;    ///< code points
inline constexpr std::size_t kMaxNoteLength = 5'000;  ///< code points
inline constexpr std::size_t kMaxZoneLength = 100;    ///< code points
inline constexpr std::chrono::minutes kClockTolerance{1};
inline constexpr int kMaxRunMetres = 300'000;
inline constexpr int kMaxRunMinutes = 840;
inline constexpr int kMaxTestRepeats = 3;

/// A field of a record that a person may have entered wrongly. The GUI puts the message beside that field.
enum class Field { None, Name, Note, Distance, Minutes, Scores, Moment, Readings };

/// What is wrong with a record, and where.
struct Invalid {
    Field field = Field::None;
    Error error;
};

/// Number of code points of UTF-8 text; nothing counts twice, malformed bytes count one each.
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

/// True when the text is well-formed UTF-8 without NUL.
[[nodiscard]] bool isUtf8(std::string_view text);

/// True when the text is well-formed UTF-8 of one line: without control characters, line separators and the marks that
/// turn the direction of what follows, which would make a name look like another one.
[[nodiscard]] bool isPrintable(std::string_view text);

/// Checks before a record is stored: ranges, lengths, a moment not after `now` (one minute is tolerated).
/// A check-in needs at least one score, a run or a note; a weekly one an answer.
[[nodiscard]] tl::expected<void, Invalid> validate(const Athlete& athlete);
[[nodiscard]] tl::expected<void, Invalid> validate(const CheckIn& checkIn, const Instant& now);
[[nodiscard]] tl::expected<void, Invalid> validate(const SelfTest& test, const Instant& now);
[[nodiscard]] tl::expected<void, Invalid> validate(const ReleaseSession& session, const Instant& now);
[[nodiscard]] tl::expected<void, Invalid> validate(const WeeklyCheckIn& checkIn, const Instant& now);

}  // namespace psolog
