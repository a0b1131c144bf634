// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "core/ports/iclock.h"
#include "core/result.h"
#include "exchange/demolog.h"

namespace psolog::cli {

/// The formats a log can be exported to.
enum class ExportFormat { Csv, Json };

/// What `export` is asked to do.
struct ExportRequest {
    ExportFormat format = ExportFormat::Csv;
    std::string log;
    std::string out;     ///< a path, or "-" for standard output
    bool force = false;  ///< replace an existing file
};

/// A failed command: what went wrong, and with which file.
struct Failure {
    Error error;
    std::string path;  ///< empty: no file is to blame
};

using Outcome = tl::expected<void, Failure>;

/// Writes a demonstration log to a path where nothing is yet; on failure nothing is left there.
[[nodiscard]] Outcome makeDemo(const DemoOptions& options, const std::string& out, const IClock& clock);

/// Whether a file is a sound log; the failure's code says why not.
[[nodiscard]] Outcome checkFile(const std::string& log);

/// Exports a log. The output appears whole or not at all; the log itself is never replaced.
[[nodiscard]] Outcome exportLog(const ExportRequest& request, const IClock& clock, std::ostream& standardOutput);

}  // namespace psolog::cli
