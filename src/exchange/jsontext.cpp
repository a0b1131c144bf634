// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontext.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/validation.h"

namespace psolog {

namespace {

using Json = nlohmann::json;

/// "line 3, column 7" of the byte at `offset`, both counted from 1; a column is a code point.
std::string placeOf(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return fmt::format("line {}, column {}", line, codePoints(before.substr(lineStart)) + 1);
}

}  // namespace

Result<Json> parseJsonText(std::string_view text, std::string_view sourceName, JsonLimits limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorCode::SyntaxError, fmt::format("{}: longer than {} KiB", sourceName, limits.bytes / 1024));
    bool tooDeep = false;
    bool twice = false;
    std::vector<std::size_t> names;  // those read so far in each object that is open
    const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        tooDeep = tooDeep || depth > limits.depth;
        if (tooDeep)
            return false;
        if (event == Json::parse_event_t::object_start)
            names.push_back(0);
        else if (event == Json::parse_event_t::key && !names.empty())
            ++names.back();
        else if (event == Json::parse_event_t::object_end && !names.empty()) {
            // The parser keeps the last of two fields of one name and says nothing.
            twice = twice || value.size() != names.back();
            names.pop_back();
        }
        return true;
    };
    try {
        Json root = Json::parse(text.begin(), text.end(), watch);
        if (tooDeep)
            return fail(ErrorCode::SyntaxError, fmt::format("{}: nested too deeply", sourceName));
        if (twice)
            return fail(ErrorCode::SyntaxError, fmt::format("{}: a field is named twice", sourceName));
        return root;
    } catch (const Json::parse_error& error) {
        // error.byte counts from 1 and names the last byte read.
        const std::size_t offset = error.byte == 0 ? 0 : error.byte - 1;
        return fail(ErrorCode::SyntaxError, fmt::format("{}: {}: not valid JSON", sourceName, placeOf(text, offset)));
    } catch (const Json::exception&) {
        return fail(ErrorCode::SyntaxError, fmt::format("{}: a number is out of range", sourceName));
    }
}

std::string shownName(std::string_view name)
{
    constexpr std::size_t most = 40;
    if (!isPrintable(name))
        return "?";
    std::string_view shown = name.substr(0, most);
    while (!isPrintable(shown))  // a character was cut in two
        shown.remove_suffix(1);
    return std::string(shown);
}

}  // namespace psolog
