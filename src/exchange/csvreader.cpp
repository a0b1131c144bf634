// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include <istream>

#include <fmt/format.h>

#include "core/validation.h"

namespace psolog {

namespace {

constexpr std::size_t kBufferSize = 65'536;

}  // namespace

CsvReader::CsvReader(std::istream& in) : m_in(in), m_buffer(kBufferSize) { }

std::string_view CsvReader::cell(std::size_t index) const
{
    const std::size_t start = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(start, m_ends[index] - start);
}

tl::unexpected<Error> CsvReader::refuse(std::string_view reason) const
{
    return fail(ErrorCode::InvalidValue, fmt::format("row {}: {}", m_row, reason));
}

int CsvReader::peek()
{
    if (m_at == m_filled) {
        m_at = 0;
        m_filled = 0;
        if (m_in.good()) {
            m_in.read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
            m_filled = static_cast<std::size_t>(m_in.gcount());
        }
        if (m_filled == 0)
            return kEnd;
    }
    return static_cast<unsigned char>(m_buffer[m_at]);
}

int CsvReader::take()
{
    const int byte = peek();
    if (byte != kEnd)
        ++m_at;
    return byte;
}

void CsvReader::skipByteOrderMark()
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (peek() != kEnd && std::string_view(m_buffer.data(), m_filled).starts_with(kMark))
        m_at += kMark.size();
}

void CsvReader::endRow()
{
    if (take() == '\r' && peek() == '\n')
        ++m_at;
}

Result<void> CsvReader::checkCell(std::size_t start)
{
    const std::string_view text = std::string_view(m_text).substr(start);
    if (text.size() > kLongestCell)
        return refuse("a cell is too long");
    if (!isUtf8(text))
        return refuse("it is not UTF-8 or holds a NUL byte");
    return {};
}

Result<void> CsvReader::readQuoted()
{
    const std::size_t start = m_text.size();
    take();
    for (;;) {
        const int byte = take();
        if (byte == kEnd)
            return refuse("a quote is not closed");
        if (byte == '"') {
            if (peek() != '"')
                break;
            take();
        }
        m_text.push_back(static_cast<char>(byte));
        if (m_text.size() - start > kLongestCell)
            return refuse("a cell is too long, or a quote is not closed");
    }
    const int after = peek();
    if (after != kEnd && after != ',' && after != '\r' && after != '\n')
        return refuse("text after a closing quote");
    return {};
}

Result<void> CsvReader::readCell()
{
    const std::size_t start = m_text.size();
    if (peek() == '"') {
        if (auto read = readQuoted(); !read)
            return read;
    } else {
        for (int byte = peek(); byte != kEnd && byte != ',' && byte != '\r' && byte != '\n'; byte = peek()) {
            if (byte == '"')
                return refuse("a quote inside a cell that is not quoted");
            m_text.push_back(static_cast<char>(byte));
            ++m_at;
            if (m_text.size() - start > kLongestCell)
                break;
        }
    }
    return checkCell(start);
}

Result<bool> CsvReader::next()
{
    if (!m_started)
        skipByteOrderMark();
    m_started = true;
    m_text.clear();
    m_ends.clear();
    ++m_row;
    while (peek() == '\r' || peek() == '\n') {
        endRow();
        ++m_row;
    }
    if (peek() == kEnd) {
        if (m_in.bad())
            return fail(ErrorCode::CannotOpen, "it cannot be read");
        return false;
    }
    for (;;) {
        if (m_ends.size() == kMostCells)
            return refuse("too many cells");
        if (auto read = readCell(); !read)
            return tl::unexpected<Error>(read.error());
        m_ends.push_back(m_text.size());
        if (peek() != ',')
            break;
        ++m_at;
    }
    if (peek() != kEnd)
        endRow();
    else if (m_in.bad())
        return fail(ErrorCode::CannotOpen, "it cannot be read");
    return true;
}

}  // namespace psolog
