// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/records.h"

namespace psolog {

/// The readings of one side or posture in one self-test, as ratings 0-4.
struct TestValue {
    double median = 0;
    int min = 0;
    int max = 0;

    friend bool operator==(const TestValue&, const TestValue&) = default;
};

/// The readings of one side of a glute activation test; nothing without one.
[[nodiscard]] std::optional<TestValue> sideValue(const SelfTest& test, Side side);

/// One complete self-test as drawn: two lanes, left and right or arched and tucked.
struct TestPoint {
    std::int32_t day = 0;             ///< LocalDay::number()
    std::optional<TestValue> first;   ///< left, or arched
    std::optional<TestValue> second;  ///< right, or tucked

    friend bool operator==(const TestPoint&, const TestPoint&) = default;
};

/// A test as drawn; nothing for a cancelled one and one without a reading.
[[nodiscard]] std::optional<TestPoint> testPoint(const SelfTest& test);

/// The complete tests of one kind with a reading, in the order given. Cancelled tests are left out.
[[nodiscard]] std::vector<TestPoint> testSeries(const std::vector<SelfTest>& tests, SelfTestKind kind);

/// A self-test as a row of the table and of the CSV.
struct TestRow {
    SelfTestKind kind = SelfTestKind::GluteActivation;
    TestPoint point;

    friend bool operator==(const TestRow&, const TestRow&) = default;
};

/// Both series as rows of the days first to last (both included), by day, glute activation before pelvic tilt.
[[nodiscard]] std::vector<TestRow> testRows(const std::vector<TestPoint>& glute, const std::vector<TestPoint>& tilt,
                                            std::int32_t first, std::int32_t last);

/// The rows as CSV (RFC 4180, UTF-8, CRLF): day, test, and for left or arched and right or tucked the median, the
/// lowest and the highest rating, 0-4.
[[nodiscard]] std::string testCsv(const std::vector<TestRow>& rows);

/// Median of the test medians of one lane over the tests before, or from, a day; nothing without such a test.
struct TestChange {
    std::optional<double> before;
    std::optional<double> since;
    int testsBefore = 0;
    int testsSince = 0;

    friend bool operator==(const TestChange&, const TestChange&) = default;
};

/// Glute activation of one side before the first release day and in the days from it to `last` (included).
[[nodiscard]] TestChange activationChange(const std::vector<TestPoint>& tests, Side side, std::int32_t firstRelease,
                                          std::int32_t last);

}  // namespace psolog
