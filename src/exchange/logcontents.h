// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/ports/iathletelog.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/iexperimentlog.h"
#include "core/ports/ireleaselog.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/iweeklylog.h"
#include "core/records.h"
#include "core/result.h"

namespace psolog {

/// What a log holds, without what was removed or discarded; each list in order of time.
struct LogContents {
    std::optional<Athlete> athlete;
    std::vector<SafetyScreening> screenings;
    std::vector<CheckIn> checkIns;  ///< with their runs
    std::vector<SelfTest> selfTests;
    std::vector<ReleaseSession> releases;
    std::vector<WeeklyCheckIn> weekly;
    std::vector<Experiment> experiments;

    friend bool operator==(const LogContents&, const LogContents&) = default;
};

/// The ports through which a whole log is read or written. The referenced objects outlive it.
struct LogPorts {
    IAthleteLog& athlete;
    ICheckInLog& checkIns;
    ISelfTestLog& selfTests;
    IReleaseLog& releases;
    IWeeklyLog& weekly;
    IExperimentLog& experiments;
};

/// Reads a whole log. For one consistent moment call it inside a transaction of the log. Fails as the ports fail.
[[nodiscard]] Result<LogContents> readContents(const LogPorts& log);

/// Stores everything through the ports, record by record. All or nothing only inside a transaction of the log, which
/// also makes it thousands of times faster. Fails as the ports fail, at the first record; InvalidValue for an
/// experiment that replaces one which is not there, or that is stored already.
Result<void> writeContents(const LogContents& contents, const LogPorts& log);

}  // namespace psolog
