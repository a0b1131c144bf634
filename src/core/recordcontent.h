// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/experiment.h"
#include "core/records.h"
#include "core/weekly.h"

namespace psolog {

/// The content of a record as text that two versions are told apart and put in an order by: without its note (an
/// athlete's name, a plan's reason) and without what a plan replaces. Of two versions the one with fewer scores,
/// readings or events comes first, then the one that a snapshot has of a removed record.
[[nodiscard]] std::string contentOf(const Athlete& athlete);
[[nodiscard]] std::string contentOf(const SafetyScreening& screening);
[[nodiscard]] std::string contentOf(const CheckIn& checkIn);
[[nodiscard]] std::string contentOf(const SelfTest& test);
[[nodiscard]] std::string contentOf(const ReleaseSession& session);
[[nodiscard]] std::string contentOf(const WeeklyCheckIn& weekly);
[[nodiscard]] std::string contentOf(const Experiment& plan);

}  // namespace psolog
