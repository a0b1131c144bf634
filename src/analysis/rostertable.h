// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/roster.h"

namespace psolog {

/// An athlete in a roster that is printed or exported.
struct RosterLine {
    RosterRow row;
    std::vector<Flag> unseen;  ///< of row.flags, those that came since the last review
    std::string group;         ///< chosen by the coach; empty: none

    friend bool operator==(const RosterLine&, const RosterLine&) = default;
};

/// The roster as CSV (RFC 4180, UTF-8, CRLF, header line), a line for each athlete in the order given; what is not
/// known is an empty cell. Text is guarded against formulas (core/csvcell.h). Flags are "kind since day", parted by ";
/// ", and "new" says which of them came since the last review, in the same way.
[[nodiscard]] std::string rosterCsv(const std::vector<RosterLine>& lines);

}  // namespace psolog
