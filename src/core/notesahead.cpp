// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notesahead.h"

#include <fmt/format.h>

namespace psolog {

Result<void> refuseAhead(const NotesFile& file, const Instant& now)
{
    const auto ahead = [&](const Instant& written) { return written.utc > now.utc + kMostAhead; };
    constexpr const char* kSaid = "written more than a day ahead of this computer's clock";
    for (std::size_t i = 0; i < file.notes.size(); ++i)
        if (ahead(file.notes[i].written))
            return fail(ErrorCode::InvalidValue, fmt::format("note {}: {}", i + 1, kSaid));
    if (file.plan && ahead(file.plan->written))
        return fail(ErrorCode::InvalidValue, fmt::format("plan: {}", kSaid));
    return {};
}

}  // namespace psolog
