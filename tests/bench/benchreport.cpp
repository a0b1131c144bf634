// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchreport.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <time.h>

namespace psolog::bench {

namespace {

double clockMs(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void print(const std::string& what, const std::string& budget, const std::string& measured, double ratio, bool met)
{
    const std::string row =
        fmt::format("{}\t{}\t{}\t{:.2f}\t{}\n", what, budget, measured, ratio, met ? "ok" : "MISSED");
    std::fputs(row.c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double wallMs()
{
    return clockMs(CLOCK_MONOTONIC);
}

double processorMs()
{
    return clockMs(CLOCK_THREAD_CPUTIME_ID);
}

void reportAgainst(const std::string& what, double factor, const std::string& referenceName, double measured,
                   double reference, const std::string& unit, Bound bound)
{
    const bool atMost = bound == Bound::AtMost;
    const double ratio = atMost ? measured / reference : reference / measured;
    print(what, fmt::format("{} {:.4g} × {}", atMost ? "≤" : "≥", factor, referenceName),
          fmt::format("{:.4g} : {:.4g} {}", measured, reference, unit), ratio,
          atMost ? ratio <= factor : ratio >= factor);
}

void reportLimit(const std::string& what, double limit, double measured, const std::string& unit)
{
    print(what, fmt::format("≤ {:.4g} {}", limit, unit), fmt::format("{:.4g} {}", measured, unit), measured / limit,
          measured <= limit);
}

void reportTime(const std::string& what, double measuredMs)
{
    std::fputs(fmt::format("{}\t–\t{:.4g} ms\t\t\n", what, measuredMs).c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace psolog::bench
