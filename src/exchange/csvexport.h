// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "core/result.h"
#include "exchange/logcontents.h"

namespace psolog {

/// Writes the measurements of a log as one CSV table (RFC 4180, UTF-8, CRLF, header line). The column "record" says
/// what a row is; a cell that does not apply is empty, and a site that was not asked has no row, so that it can never
/// be read as zero. Rows are in order of time within each kind of record.
///
/// | record    | one row for each                          | columns used besides id, day, time, time_zone           |
/// |-----------|-------------------------------------------|---------------------------------------------------------|
/// | check-in  | check-in                                  | context, note                                           |
/// | score     | site scored in a check-in                 | context, site, score (0-10)                             |
/// | run       | run of a check-in                         | distance_m, minutes, effort (0-10), features            |
/// | self-test | self-test                                 | test, complete, first_side, pillow, wording, hold_s, note
/// | | reading   | rating in a self-test                     | test, side or posture, repeat, rating (0-4),
/// worked_hardest | | release   | release session                           | routine, outcome, stop_reason, planned_s,
/// worked_s, before_left, before_right, after_left, after_right (0-10), note | | point     | point found in a release
/// session          | side, zone, point, held_s, released                     |
///
/// "id" is the id of the check-in, self-test or release session the row belongs to (run: of its check-in); "day" the
/// stored local day; "time" local ISO 8601 with offset (reading: when its test began; point: when it was found).
/// Names are the stored ones. A cell of text starting with = + - @, tab or carriage return gets a leading apostrophe,
/// so that no spreadsheet takes it for a formula.
///
/// The same contents give the same bytes. WriteFailed when the stream fails.
Result<void> writeCsv(const LogContents& contents, std::ostream& out);

/// One cell of text: guarded against formulas and quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csvCell(std::string_view text);

}  // namespace psolog
