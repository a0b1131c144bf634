// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "core/routine.h"

namespace psolog {

/// The routine that a JSON value describes, alone in a file or as part of one (exchange/routinefile.h says how it
/// looks). `where` goes before every message: "my.json: ". InvalidValue, TooNew.
[[nodiscard]] Result<Routine> routineFromJson(const nlohmann::json& root, const std::string& where);

/// The routine as such a value.
[[nodiscard]] nlohmann::ordered_json routineToJson(const Routine& routine);

}  // namespace psolog
