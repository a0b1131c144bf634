// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/reportfacts.h"
#include "gui/report/paper.h"

namespace psolog {

// The parts of the report. Each places itself into a layout and returns the height it took, or fills the rectangle it
// is given. Heights depend on the width and on the facts alone, so that a part can be measured on a layout of its own.

double placeHeader(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts);
/// Verdict, cautions, early signs and the numbers.
double placeVerdict(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts);
/// What to do with an empty log.
double placeNothing(PaperLayout& layout, QPointF topLeft, double width);
/// Body maps then and now; adherence and self-tests beside them.
void placeBody(PaperLayout& layout, const QRectF& area, const ReportFacts& facts);
/// The least height of placeBody().
[[nodiscard]] double leastBody();
/// The charts: the last four weeks and the whole log, or the whole log alone when it is not longer.
void placeCharts(PaperLayout& layout, const QRectF& area, const ReportFacts& facts);
double placeRedStops(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts);
/// The notes that fit into the height.
double placeNotes(PaperLayout& layout, QPointF topLeft, double width, double most, const ReportFacts& facts);
double placeFooter(PaperLayout& layout, QPointF topLeft, double width);

}  // namespace psolog
