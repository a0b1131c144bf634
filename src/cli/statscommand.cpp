// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statscommand.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/seriesinput.h"
#include "cli/seriesstats.h"

namespace psolog::cli {

namespace {

/// Writes one JSON object after another into a text; keys in the order in which they are added.
class JsonLine {
public:
    void open(std::string_view key = {})
    {
        begin(key);
        m_text += '{';
        m_first = true;
    }
    void close()
    {
        m_text += '}';
        m_first = false;
    }
    void text(std::string_view key, std::string_view value)
    {
        begin(key);
        m_text += nlohmann::json(value).dump();
    }
    void null(std::string_view key)
    {
        begin(key);
        m_text += "null";
    }
    void whole(std::string_view key, std::int64_t value)
    {
        begin(key);
        fmt::format_to(std::back_inserter(m_text), "{}", value);
    }
    void number(std::string_view key, std::optional<double> value)
    {
        begin(key);
        add(value);
    }
    void interval(std::string_view key, const std::optional<Interval>& value)
    {
        if (!value || !std::isfinite(value->low) || !std::isfinite(value->high)) {
            null(key);
            return;
        }
        begin(key);
        m_text += '[';
        add(value->low);
        m_text += ',';
        add(value->high);
        m_text += ']';
    }
    void names(std::string_view key, const std::vector<Caution>& values)
    {
        begin(key);
        m_text += '[';
        for (std::size_t i = 0; i < values.size(); ++i)
            fmt::format_to(std::back_inserter(m_text), "{}\"{}\"", i > 0 ? "," : "", nameOf(values[i]));
        m_text += ']';
    }
    [[nodiscard]] std::string take() { return std::exchange(m_text, std::string()) + '\n'; }

private:
    void begin(std::string_view key)
    {
        if (!m_first)
            m_text += ',';
        m_first = false;
        if (!key.empty())
            fmt::format_to(std::back_inserter(m_text), "\"{}\":", key);
    }
    void add(std::optional<double> value)
    {
        if (value && std::isfinite(*value))
            fmt::format_to(std::back_inserter(m_text), "{}", *value + 0.0);  // no -0
        else
            m_text += "null";
    }

    std::string m_text;
    bool m_first = true;
};

void addTrend(JsonLine& line, const SeriesStats& stats)
{
    line.open("mann_kendall");
    line.whole("s", stats.trend.s);
    line.number("var_s", stats.trend.varS);
    line.number("z", stats.trend.z);
    line.number("p", stats.trend.p);
    line.number("tau_a", stats.trend.tauA);
    line.number("tau_b", stats.trend.tauB);
    line.close();
    line.open("theil_sen");
    const auto& theilSen = stats.line;
    line.number("slope", theilSen ? std::optional(theilSen->slope) : std::nullopt);
    line.number("intercept", theilSen ? std::optional(theilSen->intercept) : std::nullopt);
    line.interval("ci95", theilSen && theilSen->intervalKnown ? std::optional(theilSen->slopeInterval) : std::nullopt);
    line.close();
}

void addPhases(JsonLine& line, const SeriesStats& stats)
{
    if (!stats.phases) {
        line.null("phases");
        return;
    }
    const PhaseComparison& phases = *stats.phases;
    line.open("phases");
    line.whole("m", static_cast<std::int64_t>(phases.m));
    line.whole("n", static_cast<std::int64_t>(phases.n));
    line.number("median_a", phases.medianA);
    line.number("median_b", phases.medianB);
    line.number("difference", phases.difference);
    line.interval("difference_ci95", phases.differenceInterval);
    line.number("nap", phases.nap);
    line.number("nap_se", phases.napSe);
    line.interval("nap_ci95", phases.napInterval);
    line.number("tau", phases.tau);
    line.number("tau_u_minus_trend_a", phases.tauUMinusTrendA);
    line.number("tau_baseline_corrected", phases.tauBaselineCorrected);
    line.number("p", stats.p);
    line.close();
}

std::string describe(const std::string& name, const SeriesStats& stats)
{
    JsonLine line;
    line.open();
    line.text("series", name);
    line.whole("n", static_cast<std::int64_t>(stats.n));
    line.whole("missing", static_cast<std::int64_t>(stats.missing));
    addTrend(line, stats);
    addPhases(line, stats);
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
