// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hostclock.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "core/localtime.h"

namespace psolog::cli {

namespace {

constexpr std::string_view kZoneFolder = "/usr/share/zoneinfo/";

std::chrono::minutes offsetAt(UtcTime utc)
{
    const std::time_t seconds = std::chrono::floor<Seconds>(utc).time_since_epoch().count();
    std::tm local{};
    localtime_r(&seconds, &local);
    return std::chrono::floor<std::chrono::minutes>(Seconds(local.tm_gmtoff));
}

Milliseconds read(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::floor<Milliseconds>(Seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

/// The zone's name where the system tells it; otherwise its offset, as in "UTC+05:30".
std::string zoneName()
{
    std::error_code ignored;
    const char* variable = std::getenv("TZ");
    std::string_view wanted = variable == nullptr ? "" : variable;
    if (wanted.starts_with(':'))
        wanted.remove_prefix(1);
    if (!wanted.empty() && !wanted.starts_with('/') && wanted.find("..") == std::string_view::npos
        && std::filesystem::is_regular_file(std::string(kZoneFolder).append(wanted), ignored))
        return std::string(wanted);
    if (wanted.empty()) {
        const std::string link = std::filesystem::canonical("/etc/localtime", ignored).string();
        if (link.starts_with(kZoneFolder))
            return link.substr(kZoneFolder.size());
    }
    const auto offset = offsetAt(std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())).count();
    const auto magnitude = offset < 0 ? -offset : offset;
    return offset == 0 ? "UTC"
                       : fmt::format("UTC{}{:02}:{:02}", offset < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
}

}  // namespace

HostClock::HostClock()
{
    tzset();
    m_zone = zoneName();
}

ClockSample HostClock::sample() const
{
    ClockSample sample;
    sample.wall.utc = UtcTime(read(CLOCK_REALTIME));
    sample.steady = read(CLOCK_MONOTONIC);
    sample.boot = read(CLOCK_BOOTTIME);
    sample.wall.offset = offsetAt(sample.wall.utc);
    sample.wall.zone = m_zone;
    return sample;
}

Instant HostClock::localInstant(LocalDay date, std::chrono::minutes timeOfDay) const
{
    const UtcTime utc = utcOfLocal(date, timeOfDay, offsetAt);
    return Instant{utc, offsetAt(utc), m_zone};
}

}  // namespace psolog::cli
