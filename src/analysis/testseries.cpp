// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/testseries.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/median.h"
#include "analysis/trendrows.h"

namespace psolog {

namespace {

template <class Matches>
std::optional<TestValue> valueOf(const SelfTest& test, Matches matches)
{
    std::vector<double> ratings;
    TestValue value;
    for (const Reading& reading : test.readings) {
        if (!matches(reading))
            continue;
        const int rating = static_cast<int>(reading.contraction);
        value.min = ratings.empty() ? rating : std::min(value.min, rating);
        value.max = ratings.empty() ? rating : std::max(value.max, rating);
        ratings.push_back(rating);
    }
    const std::optional<double> median = medianOf(std::move(ratings));
    if (!median)
        return std::nullopt;
    value.median = *median;
    return value;
}

}  // namespace

std::optional<TestValue> sideValue(const SelfTest& test, Side side)
{
    return valueOf(test, [side](const Reading& reading) { return reading.side == side; });
}

std::optional<TestPoint> testPoint(const SelfTest& test)
{
    if (!test.complete)
        return std::nullopt;
    TestPoint point;
    point.day = test.recorded.day.number();
    if (test.kind == SelfTestKind::GluteActivation) {
        point.first = sideValue(test, Side::Left);
        point.second = sideValue(test, Side::Right);
    } else {
        point.first = valueOf(test, [](const Reading& r) { return r.posture == Posture::Arched; });
        point.second = valueOf(test, [](const Reading& r) { return r.posture == Posture::Tucked; });
    }
    return point.first || point.second ? std::optional(point) : std::nullopt;
}

std::vector<TestPoint> testSeries(const std::vector<SelfTest>& tests, SelfTestKind kind)
{
    std::vector<TestPoint> points;
    for (const SelfTest& test : tests) {
        if (test.kind != kind)
            continue;
        if (const auto point = testPoint(test))
            points.push_back(*point);
    }
    return points;
}

std::vector<TestRow> testRows(const std::vector<TestPoint>& glute, const std::vector<TestPoint>& tilt,
                              std::int32_t first, std::int32_t last)
{
    std::vector<TestRow> rows;
    const auto add = [&](SelfTestKind kind, const std::vector<TestPoint>& points) {
        for (const TestPoint& point : points)
            if (point.day >= first && point.day <= last)
                rows.push_back({kind, point});
    };
    add(SelfTestKind::GluteActivation, glute);
    add(SelfTestKind::PelvicTilt, tilt);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TestRow& a, const TestRow& b) { return a.point.day < b.point.day; });
    return rows;
}

std::string testCsv(const std::vector<TestRow>& rows)
{
    std::string csv = "day,test,left or arched median,lowest,highest,right or tucked median,lowest,highest\r\n";
    for (const TestRow& row : rows) {
        csv += LocalDay::fromNumber(row.point.day).toString() + ',' + std::string(nameOf(row.kind));
        for (const auto& value : {row.point.first, row.point.second})
            csv += value ? fmt::format(",{},{},{}", medianText(value->median), value->min, value->max) : ",,,";
        csv += "\r\n";
    }
    return csv;
}

TestChange activationChange(const std::vector<TestPoint>& tests, Side side, std::int32_t firstRelease,
                            std::int32_t last)
{
    std::vector<double> before;
    std::vector<double> since;
    for (const TestPoint& test : tests) {
        const auto& value = side == Side::Left ? test.first : test.second;
        if (!value || test.day > last)
            continue;
        (test.day < firstRelease ? before : since).push_back(value->median);
    }
    TestChange change;
    change.testsBefore = static_cast<int>(before.size());
    change.testsSince = static_cast<int>(since.size());
    change.before = medianOf(std::move(before));
    change.since = medianOf(std::move(since));
    return change;
}

}  // namespace psolog
