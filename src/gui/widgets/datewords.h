// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include "core/time.h"

namespace psolog {

[[nodiscard]] QDate toQDate(LocalDay day);
[[nodiscard]] LocalDay toLocalDay(QDate date);

/// "Sunday, 22 November"; with the year when it is not the year of `today`.
[[nodiscard]] QString longDate(LocalDay day, LocalDay today);
/// "22 Nov"; with the year when it is not the year of `today`.
[[nodiscard]] QString shortDate(LocalDay day, LocalDay today);
/// "today", "yesterday", or the short date.
[[nodiscard]] QString relativeDay(LocalDay day, LocalDay today);
/// "07:40" in the local time of the moment.
[[nodiscard]] QString clockTime(const Instant& at);
/// How a time of day is entered: the short form of the user's language, without seconds.
[[nodiscard]] QString clockFormat();
/// "4:05" for 245 s; hours are kept as minutes.
[[nodiscard]] QString minutesSeconds(Milliseconds duration);

}  // namespace psolog
