// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinejson.h"

#include <utility>

#include <fmt/format.h>

#include "core/validation.h"
#include "exchange/fieldreader.h"
#include "exchange/routinefile.h"

namespace psolog {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr const char* kVersionField = "psolog_routine";

Result<RoutineStep> parseStep(const Json& json, const std::string& where)
{
    if (!json.is_object())
        return fail(ErrorCode::InvalidValue, where + "must be an object");
    FieldReader reader(json, where);
    RoutineStep step;
    step.kind = reader.choice<StepKind>("kind");
    if (step.kind == StepKind::Zone)
        step.zone = reader.choice<Zone>("zone");
    else if (reader.has("zone"))
        reader.refuse("only a zone step has a zone");
    if (reader.has("side"))
        step.side = reader.choice<BodySide>("side");
    step.duration = Seconds(reader.wholeNumber("seconds", 1, kMaxStepSeconds.count()));
    step.cue = reader.text("cue", kMaxCueLength);
    step.pose = reader.text("pose", kMaxNameLength);
    reader.allowOnly({"kind", "zone", "side", "seconds", "cue", "pose"});
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());
    return step;
}

}  // namespace

Result<Routine> routineFromJson(const Json& root, const std::string& where)
{
    if (!root.is_object())
        return fail(ErrorCode::InvalidValue, where + "not a routine: must be an object");
    if (const auto version = checkFileVersion(root, kVersionField, kRoutineFileVersion, "a routine", where); !version)
        return tl::unexpected<Error>(version.error());

    FieldReader reader(root, where);
    Routine routine;
    routine.id = reader.text("id", kMaxNameLength);
    routine.name = reader.text("name", kMaxNameLength);
    reader.allowOnly({kVersionField, "id", "name", "steps"});
    const Json* const steps = reader.list("steps");
    if (steps != nullptr && steps->size() > kMaxRoutineSteps)
        reader.refuse(fmt::format("steps must be 1 to {}", kMaxRoutineSteps));
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());

    for (const Json& item : *steps) {
        Result<RoutineStep> step = parseStep(item, fmt::format("{}step {}: ", where, routine.steps.size() + 1));
        if (!step)
            return tl::unexpected<Error>(std::move(step.error()));
        routine.steps.push_back(std::move(*step));
    }
    if (const Result<void> valid = validate(routine); !valid)
        return fail(valid.error().code, where + valid.error().detail);
    return routine;
}

OrderedJson routineToJson(const Routine& routine)
{
    OrderedJson steps = OrderedJson::array();
    for (const RoutineStep& step : routine.steps) {
        OrderedJson item;
        item["kind"] = nameOf(step.kind);
        if (step.zone)
            item["zone"] = nameOf(*step.zone);
        item["side"] = nameOf(step.side);
        item["seconds"] = step.duration.count();
        item["cue"] = step.cue;
        item["pose"] = step.pose;
        steps.push_back(std::move(item));
    }
    OrderedJson root;
    root[kVersionField] = kRoutineFileVersion;
    root["id"] = routine.id;
    root["name"] = routine.name;
    root["steps"] = std::move(steps);
    return root;
}

}  // namespace psolog
