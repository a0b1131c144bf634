// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "analysis/reportfacts.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// A log to make a report of.
struct ReportCase {
    const char* name;
    std::function<void(PageFixture&)> fill;
};

/// Everything that a log may be: plausible, empty, one day, only zeros, all tens, without a hamstring, long baseline,
/// ten years, long names and notes.
[[nodiscard]] std::vector<ReportCase> reportCases();

/// Reads the report of the fixture's log; throws when it cannot be read.
[[nodiscard]] ReportFacts reportOf(PageFixture& fixture, ReportNotes notes = ReportNotes::Yes);

}  // namespace psolog::test
