// SPDX-License-Identifier: GPL-3.0-or-later
// Theil-Sen with its interval on ten years of days, against a list of all slopes in the same run; and psolog-cli stats
// on a table of 100,000 rows.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/theilsen.h"
#include "bench/benchreport.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr int kDays = 3'650;
constexpr int kRows = 100'000;
constexpr double kTheilSenMs = 5;
constexpr double kListFactor = 20;
constexpr double kCliMs = 1'000;

struct Points {
    std::vector<double> x;
    std::vector<double> y;
};

/// Days of a diary with correlated noise; `add` puts the value of a day there, or returns false when it has none.
Points diary(int days, const std::function<bool(Points&, int, double, std::mt19937_64&)>& add)
{
    std::mt19937_64 random(11);
    std::normal_distribution<> normal;
    Points points;
    double state = 0;
    for (int day = 0; day < days; ++day) {
        state = 0.5 * state + normal(random);
        if (add(points, day, state, random))
            points.x.push_back(day);
    }
    return points;
}

bool addReading(Points& points, int day, double state, std::mt19937_64&)
{
    points.y.push_back(5 + state - 0.0005 * day);
    return true;
}

bool addScore(Points& points, int day, double state, std::mt19937_64&)
{
    points.y.push_back(std::clamp(std::round(5 + 1.5 * state - 0.0005 * day), 0.0, 10.0));
    return true;
}

bool addScoreOfSomeDays(Points& points, int day, double state, std::mt19937_64& random)
{
    return random() % 10 >= 3 && addScore(points, day, state, random);
}

bool addYesOrNo(Points& points, int, double state, std::mt19937_64&)
{
    points.y.push_back(state > 0 ? 1 : 0);
    return true;
}

bool addHugeOnce(Points& points, int day, double state, std::mt19937_64&)
{
    points.y.push_back(day == 1'000 ? 1e12 : 5 + state);
    return true;
}

/// Processor time, so that other work of the machine does not count.
double millisecondsOf(const Points& points)
{
    std::vector<double> times;
    for (int round = 0; round < 15; ++round) {
        const double start = processorMs();
        if (!theilSen(points.x, points.y))
            throw std::runtime_error("no line");
        times.push_back(processorMs() - start);
    }
    return median(times);
}

/// The slope and both ends of its interval out of a list of all slopes: n * n / 2 numbers in memory.
double listedMilliseconds(const Points& points)
{
    const double start = processorMs();
    std::vector<double> slopes;
    const std::size_t n = points.x.size();
    slopes.reserve(n * (n - 1) / 2);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j)
            slopes.push_back((points.y[i] - points.y[j]) / (points.x[i] - points.x[j]));
    auto from = slopes.begin();
    for (const double share : {0.489, 0.5, 0.511}) {
        const auto place = slopes.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(slopes.size()));
        std::nth_element(from, place, slopes.end());
        from = place;
    }
    return processorMs() - start;
}

void measureTheilSen()
{
    const Points readings = diary(kDays, addReading);
    const double ofReadings = millisecondsOf(readings);
    reportLimit("Theil-Sen with interval, 3,650 readings", kTheilSenMs, ofReadings, "ms");
    reportLimit("the same, scores 0-10", kTheilSenMs, millisecondsOf(diary(kDays, addScore)), "ms");
    reportLimit("the same, scores with gaps", kTheilSenMs, millisecondsOf(diary(kDays, addScoreOfSomeDays)), "ms");
    reportLimit("the same, yes or no", kTheilSenMs, millisecondsOf(diary(kDays, addYesOrNo)), "ms");
    reportLimit("the same, one huge value", kTheilSenMs, millisecondsOf(diary(kDays, addHugeOnce)), "ms");
    std::vector<double> listed;
    for (int round = 0; round < 3; ++round)
        listed.push_back(listedMilliseconds(readings));
    reportAgainst("Theil-Sen with interval, 3,650 readings", kListFactor, "faster than a list", ofReadings,
                  median(listed), "ms", Bound::AtLeast);
}

void measureProgram(const std::string& what, const Points& points, bool phases)
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("series.csv");
    {
        std::ofstream table(path, std::ios::binary);
        table << (phases ? "x,y,phase\n" : "x,y\n");
        for (std::size_t i = 0; i < points.x.size(); ++i)
            table << fmt::format("{},{}{}\n", points.x[i], points.y[i],
                                 !phases                       ? ""
                                     : i < points.x.size() / 2 ? ",A"
                                                               : ",B");
        if (!table.flush())
            throw std::runtime_error("the table cannot be written");
    }
    const std::string command = fmt::format("'{}' stats '{}' >/dev/null", PSOLOG_CLI, path);
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        const double start = wallMs();
        if (std::system(command.c_str()) != 0)
            throw std::runtime_error("psolog-cli stats failed");
        times.push_back(wallMs() - start);
    }
    // The best of the runs: the others were disturbed.
    reportLimit(what, kCliMs, *std::min_element(times.begin(), times.end()), "ms");
}

}  // namespace

int main()
{
    try {
        measureTheilSen();
        measureProgram("psolog-cli stats, 100,000 readings", diary(kRows, addReading), false);
        measureProgram("the same with phases", diary(kRows, addReading), true);
        measureProgram("the same, scores 0-10", diary(kRows, addScore), true);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "stats_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
