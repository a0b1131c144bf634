// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include "core/result.h"
#include "exchange/logcontents.h"

namespace psolog {

/// Writes the measurements of a log as one CSV table (RFC 4180, UTF-8, CRLF, header line). The column "record" says
/// what a row is; a cell that does not apply is empty, and a site that was not asked has no row, so that it can never
/// be read as zero. Rows are in order of time within each kind of record.
///
/// - "check-in": a check-in; context, note
/// - "score": a site scored in a check-in; context, site, score (0-10)
/// - "run": the run of a check-in; distance_m, minutes, effort (0-10), features
/// - "self-test": a self-test; test, complete, first_side, pillow, wording, hold_s, note
/// - "reading": a rating in a self-test; test, side or posture, repeat, rating (0-4), worked_hardest
/// - "release": a release session; routine, outcome, stop_reason, planned_s, worked_s, before_left, before_right,
///   after_left, after_right (0-10), note
/// - "point": a point found in a release session; side, zone, point, held_s, released
/// - "weekly": a weekly check-in; questionnaire, participation, training, performance, symptoms (scores of the answers
///   in that version of the questionnaire, 0-25), note
/// - "experiment": a plan with what was drawn, also while it runs; plan, first_day, least_baseline, most_baseline,
///   baseline and release_days (days) or release_first (for each pair of weeks), state, ended, replaces, note (why it
///   was ended)
///
/// "id" is the id of the check-in, self-test, release session or experiment the row belongs to (run: of its check-in);
/// "day" the stored local day; "time" local ISO 8601 with offset (reading: when its test began; point: when it was
/// found). Names are the stored ones. A cell of text starting with = + - @, tab or carriage return gets a leading
/// apostrophe, so that no spreadsheet takes it for a formula.
///
/// The same contents give the same bytes. WriteFailed when the stream fails.
Result<void> writeCsv(const LogContents& contents, std::ostream& out);

}  // namespace psolog
