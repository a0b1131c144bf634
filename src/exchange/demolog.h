// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/ports/iclock.h"
#include "core/result.h"
#include "exchange/logcontents.h"

namespace psolog {

inline constexpr int kMaxDemoDays = 3'660;  ///< ten years
inline constexpr int kDefaultDemoDays = 60;
inline constexpr double kDefaultDemoEffect = -3.0;

/// What story a demonstration log tells.
struct DemoOptions {
    int days = kDefaultDemoDays;      ///< 1 to kMaxDemoDays, the last one being today
    std::optional<int> baselineDays;  ///< days before the first release, 0 to days; empty: 21, or 35 % of a short log
    double effect = kDefaultDemoEffect;  ///< change of the left hamstring's soreness, points, -10 to 10; 0: no effect
    std::uint64_t seed = 1;
    std::optional<LocalDay> endDay;    ///< the last day, instead of today; not in the future
    std::string name = "Demo runner";  ///< of the runner, as Athlete::name
    int silentDays = 0;    ///< the log ends so many days before its last day, 0 to kMaxDemoDays; its days are as many
    bool redStop = false;  ///< the last release was stopped for pulsing, and nothing acknowledges it; needs a release
};

/// A plausible log of an invented runner: daily check-ins with day-to-day autocorrelation and about a tenth of the
/// days missing, three to four runs a week that leave the legs sore, weekly self-tests and check-ins, and from the end
/// of the baseline a release on most evenings, after which the left hamstring changes by `effect` over two weeks, the
/// other sites by a part of it, and the glutes are sorer for a while; with an effect above 0 all this gets worse. The
/// last day has its morning check-in only.
///
/// The clock gives the present and the zone; nothing lies after its present. The same for the same options, day and
/// zone on every machine. InvalidValue names the option that is out of range.
[[nodiscard]] Result<LogContents> generateDemo(const DemoOptions& options, const IClock& clock);

}  // namespace psolog
