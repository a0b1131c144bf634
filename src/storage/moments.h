// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "core/validation.h"
#include "storage/connection.h"

namespace psolog {

/// Validates a record before it is stored. A moment after the present of `clock` is accepted when the stored record has
/// it already: the wall clock was set back since, and that must not keep a running session from being finished.
/// `moments` are those of the record; `storedMoments` is a query for the stored ones (utc_ms) by the record's id.
template <class Record>
Result<void> validateForSaving(Connection& connection, const Record& record, const Instant& now,
                               std::initializer_list<UtcTime> moments, std::string_view storedMoments)
{
    // A file that cannot be written may be too old to be asked for its moments.
    if (connection.readOnly())
        return fail(ErrorCode::ReadOnly, "the log is open for reading only");
    auto valid = validate(record, now);
    if (!valid && valid.error().field == Field::Moment) {
        Instant present = now;
        const auto read = connection.read([&]() -> Result<void> {
            Statement stored(connection, storedMoments);
            stored.bind(record.id);
            while (stored.step()) {
                const UtcTime moment{stored.take<Milliseconds>()};
                if (std::find(moments.begin(), moments.end(), moment) != moments.end())
                    present.utc = std::max(present.utc, moment);
            }
            return {};
        });
        if (!read)
            return read;
        valid = validate(record, present);
    }
    if (!valid)
        return tl::unexpected<Error>(valid.error().error);
    return {};
}

}  // namespace psolog
