// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/records.h"
#include "core/result.h"
#include "core/score.h"
#include "core/site.h"

namespace psolog {

/// One score of one site, as charts need it.
struct ScorePoint {
    std::int64_t utcMs = 0;  ///< moment of the check-in
    std::int32_t day = 0;    ///< LocalDay::number() of the check-in
    std::int32_t score = 0;  ///< 0-10

    friend bool operator==(const ScorePoint&, const ScorePoint&) = default;
};

/// How often each score of one site was given on one local day.
struct DayScores {
    std::int32_t day = 0;                                ///< LocalDay::number()
    std::array<std::int32_t, Score::kMax + 1> counts{};  ///< by score

    friend bool operator==(const DayScores&, const DayScores&) = default;
};

/// The counted scores of every site, by indexOf(site).
using AllDayScores = std::array<std::vector<DayScores>, kSiteCount>;

/// What was logged on one local day.
struct DayActivity {
    LocalDay day;
    int checkIns = 0;
    int runs = 0;
    int selfTests = 0;        ///< complete ones
    int releases = 0;         ///< sessions with at least a minute of release time, however they ended
    int runMetres = 0;        ///< sum of the known distances
    int runMinutes = 0;       ///< sum of the known times
    int runLoad = 0;          ///< sum of effort x minutes (session load) of the runs with both
    int loadedRuns = 0;       ///< runs with both effort and minutes
    int timedRuns = 0;        ///< runs with minutes
    int measuredRuns = 0;     ///< runs with a distance

    friend bool operator==(const DayActivity&, const DayActivity&) = default;
};

/// First and last local day with any record.
struct LogSpan {
    LocalDay first;
    LocalDay last;

    friend bool operator==(const LogSpan&, const LogSpan&) = default;
};

/// Fast read paths over the whole log.
class ITrendLog {
public:
    virtual ~ITrendLog() = default;

    /// Scores of one site in local days first to last (both included), in order of time.
    [[nodiscard]] virtual Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) = 0;
    /// The scores of one site in local days first to last (both included), counted: one entry a day with a score, in
    /// order of days. For long stretches: a million scores are a few thousand days.
    [[nodiscard]] virtual Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) = 0;
    /// dayScores() of every site, all of one state of the log. One by one, unless the log knows a faster way.
    [[nodiscard]] virtual Result<AllDayScores> allDayScores(LocalDay first, LocalDay last)
    {
        AllDayScores all;
        for (const Site site : allSites()) {
            auto days = dayScores(site, first, last);
            if (!days)
                return tl::unexpected<Error>(days.error());
            all[indexOf(site)] = std::move(*days);
        }
        return all;
    }
    /// Days with any activity, in order.
    [[nodiscard]] virtual Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) = 0;
    /// First and last day of the log; nothing when it is empty.
    [[nodiscard]] virtual Result<std::optional<LogSpan>> span() = 0;
    /// The local day of the first release session with release time; nothing before it.
    [[nodiscard]] virtual Result<std::optional<LocalDay>> firstReleaseDay() = 0;
};

}  // namespace psolog
