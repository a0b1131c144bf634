// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statsjson.h"

#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace psolog::cli {

void JsonLine::open(std::string_view key)
{
    begin(key);
    m_text += '{';
    m_first = true;
}

void JsonLine::close()
{
    m_text += '}';
    m_first = false;
}

void JsonLine::openList(std::string_view key)
{
    begin(key);
    m_text += '[';
    m_first = true;
}

void JsonLine::closeList()
{
    m_text += ']';
    m_first = false;
}

void JsonLine::text(std::string_view key, std::string_view value)
{
    begin(key);
    // Names of files may be any bytes.
    m_text += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void JsonLine::null(std::string_view key)
{
    begin(key);
    m_text += "null";
}

void JsonLine::truth(std::string_view key, bool value)
{
    begin(key);
    m_text += value ? "true" : "false";
}

void JsonLine::whole(std::string_view key, std::int64_t value)
{
    begin(key);
    fmt::format_to(std::back_inserter(m_text), "{}", value);
}

void JsonLine::number(std::string_view key, std::optional<double> value)
{
    begin(key);
    add(value);
}

void JsonLine::interval(std::string_view key, const std::optional<Interval>& value)
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

void JsonLine::names(std::string_view key, const std::vector<Caution>& values)
{
    begin(key);
    m_text += '[';
    for (std::size_t i = 0; i < values.size(); ++i)
        fmt::format_to(std::back_inserter(m_text), "{}\"{}\"", i > 0 ? "," : "", nameOf(values[i]));
    m_text += ']';
}

std::string JsonLine::take()
{
    m_first = true;
    return std::exchange(m_text, std::string()) + '\n';
}

void JsonLine::begin(std::string_view key)
{
    if (!m_first)
        m_text += ',';
    m_first = false;
    if (!key.empty())
        fmt::format_to(std::back_inserter(m_text), "\"{}\":", key);
}

void JsonLine::add(std::optional<double> value)
{
    if (value && std::isfinite(*value))
        fmt::format_to(std::back_inserter(m_text), "{}", *value + 0.0);  // no -0
    else
        m_text += "null";
}

void addKendall(JsonLine& line, const Kendall& trend)
{
    line.open("mann_kendall");
    line.whole("s", trend.s);
    line.number("var_s", trend.varS);
    line.number("z", trend.z);
    line.number("p", trend.p);
    line.number("tau_a", trend.tauA);
    line.number("tau_b", trend.tauB);
    line.close();
}

void addTheilSen(JsonLine& line, const std::optional<TheilSen>& theilSen, bool perWeek)
{
    constexpr double kWeek = 7;
    line.open("theil_sen");
    line.number("slope", theilSen ? std::optional(theilSen->slope) : std::nullopt);
    if (perWeek)
        line.number("slope_per_week", theilSen ? std::optional(theilSen->slope * kWeek) : std::nullopt);
    line.number("intercept", theilSen ? std::optional(theilSen->intercept) : std::nullopt);
    line.interval("ci95", theilSen && theilSen->intervalKnown ? std::optional(theilSen->slopeInterval) : std::nullopt);
    line.close();
}

void addPhases(JsonLine& line, const std::optional<PhaseComparison>& phases, std::optional<double> p)
{
    if (!phases) {
        line.null("phases");
        return;
    }
    line.open("phases");
    line.whole("m", static_cast<std::int64_t>(phases->m));
    line.whole("n", static_cast<std::int64_t>(phases->n));
    line.number("median_a", phases->medianA);
    line.number("median_b", phases->medianB);
    line.number("difference", phases->difference);
    line.interval("difference_ci95", phases->differenceInterval);
    line.number("nap", phases->nap);
    line.number("nap_se", phases->napSe);
    line.interval("nap_ci95", phases->napInterval);
    line.number("tau", phases->tau);
    line.number("tau_u_minus_trend_a", phases->tauUMinusTrendA);
    line.number("tau_baseline_corrected", phases->tauBaselineCorrected);
    line.number("p", p);
    line.close();
}

}  // namespace psolog::cli
