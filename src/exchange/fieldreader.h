// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/nametable.h"
#include "core/result.h"
#include "core/validation.h"

namespace psolog {

/// Reads the fields of one JSON object strictly, and keeps the first thing that is wrong. The object is borrowed.
class FieldReader {
public:
    /// `where` goes before the field in messages: "my.json: step 2: ".
    FieldReader(const nlohmann::json& object, std::string where) : m_object(object), m_where(std::move(where)) { }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] bool has(const char* field) const { return m_object.contains(field); }

    /// InvalidValue with the place before it; only the first one counts.
    void refuse(std::string_view what);
    /// Keeps an error that names its place already.
    void keep(const Error& error);
    /// Refuses a field of another name, so that a misspelt one is noticed.
    void allowOnly(std::initializer_list<std::string_view> known);

    /// Valid UTF-8 of at most so many code points.
    std::string text(const char* field, std::size_t maxLength);
    /// A whole number from `least` to `most`; `least` after an error.
    std::int64_t wholeNumber(const char* field, std::int64_t least, std::int64_t most);
    bool flag(const char* field);
    /// The list or object of that name; null after an error.
    const nlohmann::json* list(const char* field);
    const nlohmann::json* object(const char* field);

    /// A value of an enum by its stored name.
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

private:
    /// The value of that field; null, and refused, when it is missing.
    const nlohmann::json* find(const char* field);

    const nlohmann::json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

/// Checks the field that says what a file is and in which version. `kind` is for messages: "a routine". InvalidValue:
/// missing, or no version that ever was; TooNew: larger than `version`.
[[nodiscard]] Result<void> checkFileVersion(const nlohmann::json& root, const char* field, int version,
                                            std::string_view kind, const std::string& where);

}  // namespace psolog
