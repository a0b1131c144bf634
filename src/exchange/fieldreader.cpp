// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fieldreader.h"

#include "exchange/jsontext.h"

#include <algorithm>

namespace psolog {

using Json = nlohmann::json;

void FieldReader::refuse(std::string_view what)
{
    if (!m_error)
        m_error = Error{ErrorCode::InvalidValue, fmt::format("{}{}", m_where, what)};
}

void FieldReader::keep(const Error& error)
{
    if (!m_error)
        m_error = error;
}

void FieldReader::allowOnly(std::initializer_list<std::string_view> known)
{
    for (const auto& item : m_object.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            refuse(fmt::format("unknown field \"{}\"", shownName(item.key())));
}

const Json* FieldReader::find(const char* field)
{
    const auto found = m_object.find(field);
    if (found != m_object.end())
        return &*found;
    refuse(fmt::format("{} is missing", field));
    return nullptr;
}

std::string FieldReader::text(const char* field, std::size_t maxLength)
{
    const Json* const found = find(field);
    if (found == nullptr || !found->is_string()) {
        refuse(fmt::format("{} must be text", field));
        return {};
    }
    std::string value = found->get<std::string>();
    if (codePoints(value) > maxLength)
        refuse(fmt::format("{} may have at most {} characters", field, maxLength));
    else if (!isUtf8(value))
        refuse(fmt::format("{} is not valid text", field));
    return value;
}

std::int64_t FieldReader::wholeNumber(const char* field, std::int64_t least, std::int64_t most)
{
    const Json* const found = find(field);
    // As a double first: a huge integer must not wrap around into the range.
    if (found == nullptr || !found->is_number_integer() || found->get<double>() < static_cast<double>(least)
        || found->get<double>() > static_cast<double>(most)) {
        refuse(fmt::format("{} must be a whole number, {} to {}", field, least, most));
        return least;
    }
    return found->get<std::int64_t>();
}

bool FieldReader::flag(const char* field)
{
    const Json* const found = find(field);
    if (found != nullptr && found->is_boolean())
        return found->get<bool>();
    refuse(fmt::format("{} must be true or false", field));
    return false;
}

const Json* FieldReader::list(const char* field)
{
    const Json* const found = find(field);
    if (found != nullptr && found->is_array())
        return found;
    refuse(fmt::format("{} must be a list", field));
    return nullptr;
}

const Json* FieldReader::object(const char* field)
{
    const Json* const found = find(field);
    if (found != nullptr && found->is_object())
        return found;
    refuse(fmt::format("{} must be an object", field));
    return nullptr;
}

Result<void> checkFileVersion(const Json& root, const char* field, int version, std::string_view kind,
                              const std::string& where)
{
    const auto found = root.find(field);
    if (found == root.end() || !found->is_number_integer())
        return fail(ErrorCode::InvalidValue, fmt::format("{}not {}: {} is missing", where, kind, field));
    if (found->get<double>() > version)
        return fail(ErrorCode::TooNew, where + "written for a newer Psolog");
    if (found->get<std::int64_t>() != version)
        return fail(ErrorCode::InvalidValue, fmt::format("{}{} must be {}", where, field, version));
    return {};
}

}  // namespace psolog
