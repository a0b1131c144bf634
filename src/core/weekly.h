// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "core/records.h"

namespace psolog {

/// Which edition of the questionnaire a weekly check-in was answered with; it decides the values of an answer.
enum class WeeklyVersion {
    Ostrc2013,  ///< OSTRC overuse injury questionnaire: items 2 and 3 score 0, 6, 13, 19, 25
    OstrcH2,    ///< OSTRC-H2 (2020): every item scores 0, 8, 17, 25
};

template <>
struct NameTable<WeeklyVersion> {
    static constexpr std::array rows{
        Named{WeeklyVersion::Ostrc2013, std::string_view("ostrc-2013")},
        Named{WeeklyVersion::OstrcH2, std::string_view("ostrc-h2")},
    };
};

/// The four items, in the order they are asked.
enum class WeeklyItem {
    Participation,
    Training,  ///< how much training was changed
    Performance,
    Symptoms,
};

inline constexpr std::size_t kWeeklyItems = 4;

/// One week as the athlete saw it: four questions about the seven days up to `recorded`.
struct WeeklyCheckIn {
    WeeklyCheckInId id;
    RecordedAt recorded;
    WeeklyVersion version = WeeklyVersion::OstrcH2;
    /// Score of each item as WeeklyItem orders them, a value of its version; empty: not answered.
    std::array<std::optional<int>, kWeeklyItems> scores{};
    std::string note;  ///< UTF-8, at most kMaxNoteLength code points

    friend bool operator==(const WeeklyCheckIn&, const WeeklyCheckIn&) = default;
};

/// Scores of the four answers of the OSTRC-H2, in the order they are offered.
inline constexpr std::array kOstrcH2Scores{0, 8, 17, 25};

/// Whether an item of a version can have this score.
[[nodiscard]] bool isWeeklyScore(WeeklyVersion version, WeeklyItem item, int score);

}  // namespace psolog
