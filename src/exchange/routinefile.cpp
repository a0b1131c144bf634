// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinefile.h"

#include <fmt/format.h>

#include "exchange/jsontext.h"
#include "exchange/routinejson.h"

namespace psolog {

namespace {
constexpr int kMaxDepth = 8;
}

Result<Routine> parseRoutine(std::string_view json, std::string_view sourceName)
{
    const auto root = parseJsonText(json, sourceName, {kMaxRoutineFileBytes, kMaxDepth});
    if (!root)
        return tl::unexpected<Error>(root.error());
    return routineFromJson(*root, fmt::format("{}: ", sourceName));
}

std::string serialiseRoutine(const Routine& routine)
{
    const nlohmann::ordered_json root = routineToJson(routine);
    return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace psolog
