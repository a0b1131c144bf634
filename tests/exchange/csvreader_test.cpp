// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/validation.h"

namespace psolog {
namespace {

using Row = std::vector<std::string>;
using Table = std::vector<Row>;

Row cellsOf(const CsvReader& reader)
{
    Row row;
    for (std::size_t i = 0; i < reader.size(); ++i)
        row.emplace_back(reader.cell(i));
    return row;
}

/// The rows of a sound text.
Table rowsOf(const std::string& text)
{
    std::istringstream in(text);
    CsvReader reader(in);
    Table table;
    for (;;) {
        const auto more = reader.next();
        EXPECT_TRUE(more) << more.error().detail;
        if (!more || !*more)
            return table;
        table.push_back(cellsOf(reader));
    }
}

/// What is said of a faulty text.
std::string faultOf(const std::string& text)
{
    std::istringstream in(text);
    CsvReader reader(in);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error().detail;
        if (!*more)
            return "sound";
    }
}

std::string quoted(const std::string& cell)
{
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? "\"\"" : std::string(1, c);
    return text + "\"";
}

TEST(CsvReader, ReadsRowsHoweverTheyEnd)
{
    const Table expected{{"a", "b"}, {"1", "2"}};
    for (const char* text :
         {"a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\n1,2", "a,b\r\n1,2", "\na,b\r\n\n\r\n1,2\n\n"})
        EXPECT_EQ(rowsOf(text), expected) << text;
    EXPECT_TRUE(rowsOf("").empty());
    EXPECT_TRUE(rowsOf("\r\n\n\r").empty());
}

TEST(CsvReader, KeepsEmptyCells)
{
    EXPECT_EQ(rowsOf(",\n\"\"\n,,\n"), (Table{{"", ""}, {""}, {"", "", ""}}));
}

TEST(CsvReader, ReadsWhatQuotesHold)
{
    EXPECT_EQ(rowsOf("\"a,\"\"b\"\"\r\nc\",\" d \"\n"), (Table{{"a,\"b\"\r\nc", " d "}}));
}

TEST(CsvReader, SkipsAByteOrderMarkAtTheBeginningOnly)
{
    EXPECT_EQ(rowsOf("\xEF\xBB\xBF\"a\",b\n\xEF\xBB\xBFx\n"), (Table{{"a", "b"}, {"\xEF\xBB\xBFx"}}));
    EXPECT_TRUE(rowsOf("\xEF\xBB\xBF").empty());
}

TEST(CsvReader, CountsRowsAsASpreadsheetDoes)
{
    std::istringstream in("a\n\n\"b\nb\"\nc\n");
    CsvReader reader(in);
    for (const std::size_t row : {1U, 3U, 4U}) {
        ASSERT_TRUE(*reader.next());
        EXPECT_EQ(reader.row(), row);
    }
    EXPECT_EQ(reader.refuse("why").value(), (Error{ErrorCode::InvalidValue, "row 4: why"}));
}

TEST(CsvReader, NamesTheRowOfAFault)
{
    EXPECT_EQ(faultOf("a\n\"b"), "row 2: a quote is not closed");
    EXPECT_EQ(faultOf("a\nb\"c\n"), "row 2: a quote inside a cell that is not quoted");
    EXPECT_EQ(faultOf("a\n\"b\"c\n"), "row 2: text after a closing quote");
    EXPECT_EQ(faultOf(std::string("a\0b", 3)), "row 1: it is not UTF-8 or holds a NUL byte");
    EXPECT_EQ(faultOf("\xFF\xFEx\n"), "row 1: it is not UTF-8 or holds a NUL byte");
    EXPECT_EQ(faultOf("a\n\"\xED\xA0\x80\""), "row 2: it is not UTF-8 or holds a NUL byte");
    EXPECT_EQ(faultOf(std::string(CsvReader::kLongestCell + 1, 'a')), "row 1: a cell is too long");
    EXPECT_EQ(faultOf("\"" + std::string(CsvReader::kLongestCell + 1, 'a') + "\""),
              "row 1: a cell is too long, or a quote is not closed");
    EXPECT_EQ(faultOf(std::string(CsvReader::kMostCells, ',')), "row 1: too many cells");
    EXPECT_EQ(faultOf(std::string(CsvReader::kMostCells - 1, ',')), "sound");
}

TEST(CsvReader, SaysWhenTheStreamCannotBeRead)
{
    std::ifstream folder("/");
    CsvReader reader(folder);
    const auto more = reader.next();
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, ErrorCode::CannotOpen);
}

RC_GTEST_PROP(CsvReader, ReadsBackEveryTable, ())
{
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\r', '\n', ' ', '1'));
    const auto table = *rc::gen::container<Table>(rc::gen::nonEmpty(rc::gen::container<Row>(cell)));
    const std::string lineEnd = *rc::gen::element<std::string>("\n", "\r\n", "\r");
    std::string text;
    for (const Row& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i > 0 ? "," : "") + quoted(row[i]);
        text += lineEnd;
    }
    RC_ASSERT(rowsOf(text) == table);
}

RC_GTEST_PROP(CsvReader, EndsWithCellsOrAFaultWhateverTheBytes, ())
{
    const auto text = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('"', ',', '\r', '\n')));
    std::istringstream in(text);
    CsvReader reader(in);
    for (;;) {
        const auto more = reader.next();
        if (!more) {
            RC_ASSERT(more.error().code == ErrorCode::InvalidValue);
            break;
        }
        if (!*more)
            break;
        for (const std::string& cell : cellsOf(reader))
            RC_ASSERT(isUtf8(cell));
    }
}

}  // namespace
}  // namespace psolog
