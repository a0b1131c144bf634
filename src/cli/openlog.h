// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/ports/iclock.h"
#include "core/result.h"
#include "storage/log.h"

namespace psolog::cli {

/// Opens a sound log that exists. The clock must outlive the log.
[[nodiscard]] Result<std::unique_ptr<Log>> openLog(const std::string& path, const IClock& clock);

/// Reads from a log at one moment: nobody can write between two reads. `read` returns a Result.
template <class F>
auto readAtOnce(Log& log, F&& read) -> decltype(read())
{
    if (log.readOnly())
        return read();
    decltype(read()) contents;
    const auto done = log.inTransaction([&]() -> Result<void> {
        contents = read();
        return contents ? Result<void>() : tl::unexpected<Error>(contents.error());
    });
    if (!done)
        return tl::unexpected<Error>(done.error());
    return contents;
}

}  // namespace psolog::cli
