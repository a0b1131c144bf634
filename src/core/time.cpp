// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include <charconv>

#include <fmt/format.h>

namespace psolog {

namespace {

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

std::chrono::sys_time<std::chrono::milliseconds> localClock(const Instant& at)
{
    return at.utc + at.offset;
}

}  // namespace

LocalDay::LocalDay(int year, unsigned month, unsigned day)
    : m_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day))
{
}

std::optional<LocalDay> LocalDay::parse(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
    if (!ymd.ok())
        return std::nullopt;
    return LocalDay(std::chrono::sys_days(ymd));
}

std::string LocalDay::toString() const
{
    const auto date = ymd();
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

LocalDay LocalDay::fromNumber(int days)
{
    return LocalDay(std::chrono::sys_days(std::chrono::days(days)));
}

LocalDay localDayOf(const Instant& at, std::chrono::minutes dayStart)
{
    return LocalDay(std::chrono::floor<std::chrono::days>(localClock(at) - dayStart));
}

std::chrono::minutes localTimeOfDay(const Instant& at)
{
    const auto local = localClock(at);
    return std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

std::string toIsoString(const Instant& at)
{
    const auto local = localClock(at);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time(local - midnight);
    const auto offset = at.offset.count();
    const auto magnitude = offset < 0 ? -offset : offset;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", LocalDay(midnight).toString(), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count(),
                       offset < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
}

}  // namespace psolog
