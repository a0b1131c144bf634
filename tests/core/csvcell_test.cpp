// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvcell.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

TEST(CsvCell, DisarmsWhatASpreadsheetWouldRun)
{
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)"})
        EXPECT_EQ(csvCell(text), std::string("'") + text);
    EXPECT_EQ(csvCell("\tx"), "'\tx");
    EXPECT_EQ(csvCell("\rx"), "\"'\rx\"");
    EXPECT_EQ(csvCell("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    EXPECT_EQ(csvCell("a=1"), "a=1");
}

TEST(CsvCell, QuotesWhatWouldEndACell)
{
    EXPECT_EQ(csvCell(""), "");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csvCell("say \"a\""), "\"say \"\"a\"\"\"");
}

}  // namespace
}  // namespace psolog
