// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statscommand.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/seriesinput.h"
#include "cli/seriesstats.h"
#include "cli/statsjson.h"

namespace psolog::cli {

namespace {

std::string describe(const std::string& name, const SeriesStats& stats)
{
    JsonLine line;
    line.open();
    line.text("series", name);
    line.whole("n", static_cast<std::int64_t>(stats.n));
    line.whole("missing", static_cast<std::int64_t>(stats.missing));
    addKendall(line, stats.trend);
    addTheilSen(line, stats.line);
    addPhases(line, stats.phases, stats.p);
    line.number("lag1", stats.lag1);
    if (stats.verdict)
        line.text("verdict", nameOf(*stats.verdict));
    else
        line.null("verdict");
    line.names("cautions", stats.cautions);
    line.close();
    return line.take();
}

Result<std::vector<Series>> readFile(const std::string& path)
{
    if (path == "-")
        return readSeries(std::cin);
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::NotFound, "no such file");
    if (status.type() == std::filesystem::file_type::directory)
        return fail(ErrorCode::InvalidValue, "it is a folder");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::CannotOpen);
    return readSeries(file);
}

}  // namespace

Outcome printStats(const StatsRequest& request, std::ostream& out)
{
    auto series = readFile(request.series);
    if (!series)
        return tl::unexpected<Failure>(
            Failure{series.error(), request.series == "-" ? "standard input" : request.series});
    for (Series& one : *series) {
        const std::string name = one.name;
        out << describe(name, statsOf(std::move(one), request.improvement));
        one = Series();
    }
    out.flush();
    if (!out)
        return tl::unexpected<Failure>(Failure{Error{ErrorCode::WriteFailed, {}}, "standard output"});
    return {};
}

}  // namespace psolog::cli
