// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace psolog {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day without a zone. Day arithmetic is on calendar days, never on 86,400 s.
class LocalDay {
public:
    LocalDay() = default;
    explicit LocalDay(std::chrono::sys_days days) : m_days(days) {}
    LocalDay(int year, unsigned month, unsigned day);

    /// Parses "YYYY-MM-DD"; nothing for anything else or a day that does not exist.
    [[nodiscard]] static std::optional<LocalDay> parse(std::string_view text);

    /// "YYYY-MM-DD".
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] std::chrono::sys_days days() const { return m_days; }
    [[nodiscard]] std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{m_days}; }
    /// Days since 1970-01-01.
    [[nodiscard]] int number() const { return static_cast<int>(m_days.time_since_epoch().count()); }
    [[nodiscard]] static LocalDay fromNumber(int days);

    friend auto operator<=>(const LocalDay&, const LocalDay&) = default;
    friend LocalDay operator+(LocalDay day, int days) { return LocalDay(day.m_days + std::chrono::days(days)); }
    friend LocalDay operator-(LocalDay day, int days) { return LocalDay(day.m_days - std::chrono::days(days)); }
    friend int operator-(LocalDay a, LocalDay b) { return static_cast<int>((a.m_days - b.m_days).count()); }

private:
    std::chrono::sys_days m_days{};
};

/// A moment as the athlete lived it: UTC (ms), offset of local time from UTC at that moment, zone name.
struct Instant {
    UtcTime utc{};
    std::chrono::minutes offset{0};
    std::string zone = "UTC";

    friend bool operator==(const Instant&, const Instant&) = default;
};

/// When a new local day starts, counted from midnight; 0:00 to 12:00.
inline constexpr std::chrono::minutes kDefaultDayStart{4 * 60};

/// The local day of a moment for a given start of day. Computed once when a record is made, then stored.
[[nodiscard]] LocalDay localDayOf(const Instant& at, std::chrono::minutes dayStart = kDefaultDayStart);

/// Minutes since local midnight of the wall clock at this moment, 0-1439.
[[nodiscard]] std::chrono::minutes localTimeOfDay(const Instant& at);

/// "YYYY-MM-DDTHH:MM:SS.mmm+HH:MM", local time with its offset.
[[nodiscard]] std::string toIsoString(const Instant& at);

/// One reading of all clocks, taken together once a tick.
struct ClockSample {
    Instant wall;               ///< what the clock on the wall says; may jump when it is set
    Milliseconds steady{0};     ///< CLOCK_MONOTONIC: never jumps, stands still while the machine sleeps
    Milliseconds boot{0};       ///< CLOCK_BOOTTIME: never jumps, goes on while the machine sleeps
};

}  // namespace psolog
