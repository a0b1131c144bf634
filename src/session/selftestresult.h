// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/records.h"

namespace psolog {

/// The readings of one side or posture over the repeats, as ratings 0-4.
struct ReadingSpread {
    int count = 0;
    double median = 0;  ///< mean of the two middle ones for an even count
    int min = 0;
    int max = 0;

    friend bool operator==(const ReadingSpread&, const ReadingSpread&) = default;
};

/// Medians closer than one whole rating are not called different: half a rating is one of two repeats off by one.
inline constexpr double kNoticeableDifference = 1.0;

/// A self-test in numbers. A side or posture without a reading is empty.
struct SelfTestSummary {
    SelfTestKind kind = SelfTestKind::GluteActivation;
    std::optional<ReadingSpread> left;
    std::optional<ReadingSpread> right;
    std::optional<ReadingSpread> arched;
    std::optional<ReadingSpread> tucked;
    std::optional<double> difference;  ///< of the medians: left minus right, or tucked minus arched
    std::optional<Side> weakerSide;    ///< glute activation: the lower median, by at least kNoticeableDifference

    friend bool operator==(const SelfTestSummary&, const SelfTestSummary&) = default;
};

[[nodiscard]] SelfTestSummary summarise(const SelfTest& test);

/// Change of the medians from one test to a later one; empty where either has none.
struct SelfTestChange {
    std::optional<double> left;
    std::optional<double> right;
    std::optional<double> arched;
    std::optional<double> tucked;

    friend bool operator==(const SelfTestChange&, const SelfTestChange&) = default;
};

[[nodiscard]] SelfTestChange changeBetween(const SelfTestSummary& before, const SelfTestSummary& after);

/// The newest complete test before `test` that it can be compared with: same kind, wording and pillow. Any order.
[[nodiscard]] std::optional<SelfTest> previousComparable(const SelfTest& test, const std::vector<SelfTest>& tests);

/// The side to begin the next glute activation test with: the other one than last time; left at first. Any order;
/// cancelled tests count once they have a reading.
[[nodiscard]] Side nextFirstSide(const std::vector<SelfTest>& tests);

}  // namespace psolog
