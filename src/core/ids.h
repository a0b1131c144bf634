// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace psolog {

/// True for a lower-case UUID in its canonical form (8-4-4-4-12 hexadecimal digits).
[[nodiscard]] bool isUuid(std::string_view text);

/// A record's identity: a UUID, so that logs can be merged. The tag keeps ids of different records apart.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string uuid) : m_uuid(std::move(uuid)) {}

    [[nodiscard]] const std::string& toString() const { return m_uuid; }
    [[nodiscard]] bool isEmpty() const { return m_uuid.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string m_uuid;
};

using AthleteId = Id<struct AthleteTag>;
using ScreeningId = Id<struct ScreeningTag>;
using CheckInId = Id<struct CheckInTag>;
using RunId = Id<struct RunTag>;
using SelfTestId = Id<struct SelfTestTag>;
using ReleaseSessionId = Id<struct ReleaseSessionTag>;
using WeeklyCheckInId = Id<struct WeeklyCheckInTag>;
using ExperimentId = Id<struct ExperimentTag>;
using CoachNoteId = Id<struct CoachNoteTag>;
using CoachPlanId = Id<struct CoachPlanTag>;

}  // namespace psolog
