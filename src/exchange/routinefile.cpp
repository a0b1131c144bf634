// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinefile.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/validation.h"
#include "exchange/jsontext.h"

namespace psolog {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr int kMaxDepth = 8;
constexpr const char* kVersionField = "psolog_routine";

/// Reads fields of one object and keeps the first thing that is wrong.
class FieldReader {
public:
    /// `where` goes before the field in messages: "my.json: step 2: ".
    FieldReader(const Json& object, std::string where) : m_object(object), m_where(std::move(where)) { }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    void refuse(std::string_view what)
    {
        if (!m_error)
            m_error = Error{ErrorCode::InvalidValue, fmt::format("{}{}", m_where, what)};
    }

    void allowOnly(std::initializer_list<std::string_view> known)
    {
        for (const auto& item : m_object.items())
            if (std::find(known.begin(), known.end(), item.key()) == known.end())
                refuse(fmt::format("unknown field \"{}\"", item.key().substr(0, 40)));
    }

    std::string text(const char* field, std::size_t maxLength)
    {
        const auto found = m_object.find(field);
        if (found == m_object.end() || !found->is_string()) {
            refuse(fmt::format("{} {}", field, found == m_object.end() ? "is missing" : "must be text"));
            return {};
        }
        std::string value = found->get<std::string>();
        if (codePoints(value) > maxLength)
            refuse(fmt::format("{} may have at most {} characters", field, maxLength));
        else if (!isUtf8(value))
            refuse(fmt::format("{} is not valid text", field));
        return value;
    }

    template <class E>
    E choice(const char* field)
    {
        const std::string name = text(field, kMaxNameLength);
        if (const std::optional<E> value = fromName<E>(name))
            return *value;
        std::string choices;
        for (const auto& row : NameTable<E>::rows)
            choices += fmt::format("{}{}", choices.empty() ? "" : ", ", row.name);
        refuse(fmt::format("{} must be one of: {}", field, choices));
        return NameTable<E>::rows.front().value;
    }

    [[nodiscard]] bool has(const char* field) const { return m_object.contains(field); }

    Seconds seconds(const char* field)
    {
        const auto found = m_object.find(field);
        if (found == m_object.end()) {
            refuse(fmt::format("{} is missing", field));
            return Seconds{0};
        }
        const auto max = static_cast<double>(kMaxStepSeconds.count());
        // As a double first: a huge integer must not wrap around into the range.
        if (!found->is_number_integer() || found->get<double>() < 1 || found->get<double>() > max) {
            refuse(fmt::format("{} must be a whole number, 1 to {}", field, kMaxStepSeconds.count()));
            return Seconds{0};
        }
        return Seconds{found->get<std::int64_t>()};
    }

private:
    const Json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

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
    step.duration = reader.seconds("seconds");
    step.cue = reader.text("cue", kMaxCueLength);
    step.pose = reader.text("pose", kMaxNameLength);
    reader.allowOnly({"kind", "zone", "side", "seconds", "cue", "pose"});
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());
    return step;
}

Result<void> checkVersion(const Json& root, const std::string& where)
{
    const auto found = root.find(kVersionField);
    if (found == root.end() || !found->is_number_integer())
        return fail(ErrorCode::InvalidValue, fmt::format("{}not a routine: {} is missing", where, kVersionField));
    if (found->get<double>() > kRoutineFileVersion)
        return fail(ErrorCode::TooNew, where + "written for a newer Psolog");
    if (found->get<std::int64_t>() != kRoutineFileVersion)
        return fail(ErrorCode::InvalidValue, fmt::format("{}{} must be {}", where, kVersionField, kRoutineFileVersion));
    return {};
}

}  // namespace

Result<Routine> parseRoutine(std::string_view json, std::string_view sourceName)
{
    const Result<Json> root = parseJsonText(json, sourceName, {kMaxRoutineFileBytes, kMaxDepth});
    if (!root)
        return tl::unexpected<Error>(root.error());
    const std::string where = fmt::format("{}: ", sourceName);
    if (!root->is_object())
        return fail(ErrorCode::InvalidValue, where + "not a routine: must be an object");
    if (const Result<void> version = checkVersion(*root, where); !version)
        return tl::unexpected<Error>(version.error());

    FieldReader reader(*root, where);
    Routine routine;
    routine.id = reader.text("id", kMaxNameLength);
    routine.name = reader.text("name", kMaxNameLength);
    reader.allowOnly({kVersionField, "id", "name", "steps"});
    const auto steps = root->find("steps");
    if (steps == root->end() || !steps->is_array())
        reader.refuse(steps == root->end() ? "steps is missing" : "steps must be a list");
    else if (steps->size() > kMaxRoutineSteps)
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

std::string serialiseRoutine(const Routine& routine)
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
    return root.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

}  // namespace psolog
