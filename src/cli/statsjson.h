// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/kendall.h"
#include "analysis/phasecomparison.h"
#include "analysis/theilsen.h"
#include "analysis/verdict.h"

namespace psolog::cli {

/// Writes one JSON object after another into a text; keys in the order in which they are added. What is not a finite
/// number is null.
class JsonLine {
public:
    /// Begins an object: under a key, or as the whole line or an element of a list.
    void open(std::string_view key = {});
    void close();
    void openList(std::string_view key);
    void closeList();
    /// A text; what is no UTF-8 in it is replaced. Without a key: an element of a list.
    void text(std::string_view key, std::string_view value);
    void null(std::string_view key);
    void truth(std::string_view key, bool value);
    void whole(std::string_view key, std::int64_t value);
    void number(std::string_view key, std::optional<double> value);
    void interval(std::string_view key, const std::optional<Interval>& value);
    void names(std::string_view key, const std::vector<Caution>& values);
    /// What was written so far, with a line's end; the next object begins anew.
    [[nodiscard]] std::string take();

private:
    void begin(std::string_view key);
    void add(std::optional<double> value);

    std::string m_text;
    bool m_first = true;
};

/// "mann_kendall": the trend.
void addKendall(JsonLine& line, const Kendall& trend);
/// "theil_sen": the line; with `perWeek` its slope for seven units of x, too.
void addTheilSen(JsonLine& line, const std::optional<TheilSen>& theilSen, bool perWeek = false);
/// "phases": the comparison and the p of the verdict's test; null without phases.
void addPhases(JsonLine& line, const std::optional<PhaseComparison>& phases, std::optional<double> p);

}  // namespace psolog::cli
