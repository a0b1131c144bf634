// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "core/logcopy.h"
#include "core/nametable.h"

namespace psolog {

/// What a copy of a log is to the copy at hand, of the same athlete.
enum class CopyRelation {
    New,          ///< there is no copy at hand
    Same,         ///< nothing in it is unknown
    Newer,        ///< it has everything at hand, and more or later
    Older,        ///< everything in it is at hand, and more or later
    Diverged,     ///< each has records that the other lacks
    Conflicting,  ///< some record differs, and nothing says which was changed later
};

template <>
struct NameTable<CopyRelation> {
    static constexpr std::array rows{
        Named{CopyRelation::New, std::string_view("new")},
        Named{CopyRelation::Same, std::string_view("same")},
        Named{CopyRelation::Newer, std::string_view("newer")},
        Named{CopyRelation::Older, std::string_view("older")},
        Named{CopyRelation::Diverged, std::string_view("diverged")},
        Named{CopyRelation::Conflicting, std::string_view("conflicting")},
    };
};

/// Two copies record by record, by id. Nothing is inferred from absence: a record that one copy lacks is unknown there,
/// not removed.
struct CopyComparison {
    CopyRelation relation = CopyRelation::New;
    int added = 0;      ///< records only the incoming copy has
    int missing = 0;    ///< records only the copy at hand has
    int changed = 0;    ///< in both, later in the incoming one (its change or removal is newer)
    int outdated = 0;   ///< in both, later in the copy at hand
    int undecided = 0;  ///< in both and different, and nothing says which is later

    friend bool operator==(const CopyComparison&, const CopyComparison&) = default;
};

/// Compares an incoming copy with the one at hand. Of two versions of a record the one changed later counts: by
/// changedMs, a removal by deletedMs if that is later; without either by the moment of the record. At the same moment
/// what has gone further counts: a session that ended before one that runs, then more events; a plan that was ended; a
/// screening that was cleared. Of the same content a version with its note before one whose note was left out. What a
/// removed record or a discarded session was is no difference. Copies of different athletes must not be compared.
[[nodiscard]] CopyComparison compareCopies(const LogCopy& atHand, const LogCopy& incoming);

/// Everything that one of two copies of the same athlete knows. Of two versions of a record the later one, as
/// compareCopies() decides; where that is undecided the removed one, else one chosen by content alone. What a snapshot
/// left out of a version is taken from the same version in the other copy. unite(a, a) is a; unite(a, b) is
/// unite(b, a); the order of three does not matter. The result has no snapshot mark unless both have one; then it
/// says what is left out of both.
[[nodiscard]] LogCopy unite(const LogCopy& a, const LogCopy& b);

}  // namespace psolog
