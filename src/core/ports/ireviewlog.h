// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/ports/iathletelog.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/icoachnotes.h"
#include "core/ports/iexperimentlog.h"
#include "core/ports/ilogfile.h"
#include "core/ports/ireleaselog.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/itrendlog.h"
#include "core/ports/iweeklylog.h"

namespace psolog {

/// An athlete's log as a coach has it, through the ports that pages read the own log by. It lies in memory and cannot
/// be written: every change returns ReadOnly. For one thread; the ports end with it.
class IReviewLog {
public:
    virtual ~IReviewLog() = default;

    [[nodiscard]] virtual IAthleteLog& athletes() = 0;
    [[nodiscard]] virtual ICheckInLog& checkIns() = 0;
    [[nodiscard]] virtual ISelfTestLog& selfTests() = 0;
    [[nodiscard]] virtual IReleaseLog& releases() = 0;
    [[nodiscard]] virtual ITrendLog& trends() = 0;
    [[nodiscard]] virtual IWeeklyLog& weekly() = 0;
    [[nodiscard]] virtual IExperimentLog& experiments() = 0;
    [[nodiscard]] virtual ILogFile& file() = 0;  ///< its path is that of the library; readOnly() is true
    /// The day at which a copy that was cut begins: its trends() then know of no first release, because an earlier one
    /// may have been cut off. Nothing: it is whole.
    [[nodiscard]] virtual std::optional<LocalDay> sharedFrom() const { return std::nullopt; }
};

}  // namespace psolog
