// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/snapshotcommand.h"

#include <filesystem>
#include <ostream>

#include "cli/openlog.h"
#include "cli/statsjson.h"
#include "storage/intake.h"

namespace psolog::cli {

namespace {

std::string describe(const SnapshotContents& contents, const SnapshotOptions& options)
{
    const auto addDay = [](JsonLine& line, std::string_view key, const std::optional<LocalDay>& day) {
        if (day)
            line.text(key, day->toString());
        else
            line.null(key);
    };
    JsonLine line;
    line.open();
    line.text("name", contents.athleteName);
    addDay(line, "from", options.firstDay);
    addDay(line, "first_day", contents.span ? std::optional(contents.span->first) : std::nullopt);
    addDay(line, "last_day", contents.span ? std::optional(contents.span->last) : std::nullopt);
    line.whole("check_ins", contents.checkIns);
    line.whole("runs", contents.runs);
    line.whole("self_tests", contents.selfTests);
    line.whole("releases", contents.releases);
    line.whole("weekly_check_ins", contents.weekly);
    line.whole("plans", contents.experiments);
    line.whole("safety_screenings", contents.screenings);
    line.whole("notes", contents.notes);
    line.close();
    return line.take();
}

}  // namespace

Outcome writeSnapshot(const SnapshotRequest& request, const IClock& clock, std::ostream& out)
{
    const auto failed = [](const Error& error, const std::string& path) {
        return tl::unexpected<Failure>(Failure{error, path});
    };
    std::error_code ignored;
    if (std::filesystem::equivalent(request.log, request.out, ignored))
        return failed(Error{ErrorCode::InvalidValue, "it is the log itself"}, request.out);
    const auto log = openLog(request.log, clock);
    if (!log)
        return failed(log.error(), request.log);
    const Intake intake(IntakeOptions{[&request] { return std::vector{request.log}; }});
    const auto snapshots = (*log)->snapshots(intake);
    // What is wrong with the log is not the fault of the copy.
    if (const auto expected = snapshots->preview(request.options); !expected)
        return failed(expected.error(), request.log);
    const auto contents = snapshots->write(request.options, request.out);
    if (!contents)
        return failed(contents.error(), request.out);
    out << describe(*contents, request.options);
    out.flush();
    if (!out)
        return failed(Error{ErrorCode::WriteFailed, {}}, "standard output");
    return {};
}

}  // namespace psolog::cli
