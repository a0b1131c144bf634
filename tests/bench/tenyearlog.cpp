// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/tenyearlog.h"

#include <stdexcept>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "storage/log.h"

namespace psolog::bench {

namespace {

constexpr int kDays = 3'650;

[[noreturn]] void giveUp(const Error& error)
{
    throw std::runtime_error("no ten-year log: " + std::string(nameOf(error.code)) + " " + error.detail);
}

/// The demonstration runner skips days and rates what is sore; this one rates everything until there are enough.
void fillUp(std::vector<CheckIn>& checkIns)
{
    int scores = 0;
    for (const CheckIn& checkIn : checkIns)
        scores += static_cast<int>(checkIn.scores.count());
    for (CheckIn& checkIn : checkIns)
        for (const Site site : allSites())
            if (scores < kTenYearScores && !checkIn.scores[site]) {
                checkIn.scores[site] = Score::clamped(scores % 4);
                ++scores;
            }
    if (scores < kTenYearScores)
        throw std::runtime_error("no ten-year log: too few check-ins");
}

}  // namespace

void writeTenYearLog(const std::string& path, const IClock& clock)
{
    DemoOptions options;
    options.days = kDays;
    auto contents = generateDemo(options, clock);
    if (!contents)
        giveUp(contents.error());
    fillUp(contents->checkIns);
    const auto log = Log::open(path, clock);
    if (!log)
        giveUp(log.error());
    const auto written = (*log)->inTransaction([&] {
        return writeContents(*contents,
                             {(*log)->athlete(), (*log)->checkIns(), (*log)->selfTests(), (*log)->releases(),
                              (*log)->weekly(), (*log)->experiments()});
    });
    if (!written)
        giveUp(written.error());
}

}  // namespace psolog::bench
