// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

namespace psolog {

/// What a field for a number holds.
struct NumberEntry {
    std::optional<double> value;  ///< empty: the field is empty, or not a number
    bool malformed = false;       ///< something is there, and it is not a number

    friend bool operator==(const NumberEntry&, const NumberEntry&) = default;
};

/// Reads a number as people type it: decimal comma or point whatever the locale, a sign, blanks around it, and a unit
/// after it. Grouped thousands are refused, because "1,234" would be ambiguous: it is read as one and a bit.
[[nodiscard]] NumberEntry parseNumber(const QString& text, const QString& unit);

/// Metres from a field in km; numbers too large for an int become the largest int, for validation to refuse.
[[nodiscard]] std::optional<int> metresFromKilometres(double kilometres);

/// "8.4" or "8,4": km of a distance with the decimals it needs and the decimal mark of the locale.
[[nodiscard]] QString kilometresText(int metres);

}  // namespace psolog
