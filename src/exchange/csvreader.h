// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace psolog {

/// Reads a table of comma-separated values row by row (RFC 4180): quoted cells may hold commas, doubled quotes and line
/// ends; a row ends with CRLF, LF or CR; a byte order mark is skipped. Empty lines are no rows, but they count. Memory
/// holds one row.
///
/// Foreign bytes: nothing but UTF-8 without NUL gets through, and cells and rows have a largest size. Not copied; reads
/// the stream to its end or to the first error, after which it must not be used. Any thread, one at a time.
class CsvReader {
public:
    static constexpr std::size_t kLongestCell = 65'536;  ///< bytes
    static constexpr std::size_t kMostCells = 256;       ///< a row

    /// The stream outlives the reader.
    explicit CsvReader(std::istream& in);

    /// Reads the next row; false at the end. InvalidValue with the row and the reason: a quote that is not closed or
    /// stands inside an unquoted cell, text after a closing quote, NUL, not UTF-8, too long. CannotOpen: the stream
    /// cannot be read.
    [[nodiscard]] Result<bool> next();

    /// The cells of the row read last.
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Valid until the next call of next().
    [[nodiscard]] std::string_view cell(std::size_t index) const;
    /// Number of that row in the table, from 1, as a spreadsheet shows it.
    [[nodiscard]] std::size_t row() const { return m_row; }

    /// InvalidValue with "row N: reason", of the row read last.
    [[nodiscard]] tl::unexpected<Error> refuse(std::string_view reason) const;

private:
    static constexpr int kEnd = -1;

    [[nodiscard]] int peek();
    int take();
    void skipByteOrderMark();
    [[nodiscard]] Result<void> readCell();
    [[nodiscard]] Result<void> readQuoted();
    [[nodiscard]] Result<void> checkCell(std::size_t start);
    void endRow();

    std::istream& m_in;
    std::vector<char> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    std::string m_text;               ///< the cells of the row one after another
    std::vector<std::size_t> m_ends;  ///< where each ends in m_text
    std::size_t m_row = 0;
    bool m_started = false;
};

}  // namespace psolog
