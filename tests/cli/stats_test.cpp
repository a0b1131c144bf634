// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "programfixture.h"

using psolog::test::Ended;
using psolog::test::writeText;
using Json = nlohmann::ordered_json;

namespace {

class StatsTest : public psolog::test::ProgramFixture {
protected:
    /// The objects printed for this table.
    std::vector<Json> stats(const std::string& table, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"stats", "-"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Ended ended = run(arguments, table);
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.err, "");
        std::vector<Json> lines;
        for (std::size_t at = 0; at < ended.out.size();) {
            const std::size_t end = ended.out.find('\n', at);
            EXPECT_NE(end, std::string::npos);
            lines.push_back(Json::parse(ended.out.substr(at, end - at)));
            at = end + 1;
        }
        return lines;
    }

    Json only(const std::string& table, std::vector<std::string> more = {}) const
    {
        const std::vector<Json> lines = stats(table, std::move(more));
        EXPECT_EQ(lines.size(), 1U);
        return lines.empty() ? Json() : lines.front();
    }

    void expectFault(const std::string& table, const std::string& reason) const
    {
        SCOPED_TRACE(table);
        expectRefusal({"stats", "-"}, 2, "standard input: " + reason, table);
    }
};

/// Days 1 … of both phases.
std::string phased(const std::vector<double>& a, const std::vector<double>& b)
{
    std::string table = "x,y,phase\n";
    int day = 0;
    for (const double y : a)
        table += std::to_string(++day) + "," + std::to_string(y) + ",A\n";
    for (const double y : b)
        table += std::to_string(++day) + "," + std::to_string(y) + ",B\n";
    return table;
}

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

using Keys = std::vector<std::string>;

const std::vector<double> kSore{6, 7, 6, 5, 7, 6, 7, 6};
const std::vector<double> kEased{4, 3, 3, 2, 3, 2, 3, 2};

TEST_F(StatsTest, PrintsExactlyTheKeysOfAllSeriesInOrder)
{
    const Json line = only(phased(kSore, kEased));
    EXPECT_EQ(keysOf(line),
              (Keys{"series", "n", "missing", "mann_kendall", "theil_sen", "phases", "lag1", "verdict", "cautions"}));
    EXPECT_EQ(keysOf(line["mann_kendall"]), (Keys{"s", "var_s", "z", "p", "tau_a", "tau_b"}));
    EXPECT_EQ(keysOf(line["theil_sen"]), (Keys{"slope", "intercept", "ci95"}));
    EXPECT_EQ(keysOf(line["phases"]),
              (Keys{"m", "n", "median_a", "median_b", "difference", "difference_ci95", "nap", "nap_se", "nap_ci95",
                    "tau", "tau_u_minus_trend_a", "tau_baseline_corrected", "p"}));
    EXPECT_EQ(line["phases"]["m"], 8);
    EXPECT_EQ(line["phases"]["difference"], -3);
    EXPECT_EQ(line["phases"]["nap"], 1);
    EXPECT_EQ(line["phases"]["nap_ci95"].size(), 2U);
    EXPECT_LT(line["phases"]["p"], 0.05);
    EXPECT_EQ(line["verdict"], "better");
    EXPECT_EQ(line["cautions"], Json::array());
}

TEST_F(StatsTest, TakesMoreAsBetterWhenAsked)
{
    const std::string table = phased(kSore, kEased);
    EXPECT_EQ(only(table, {"--improvement", "decrease"}), only(table));
    const Json line = only(table, {"--improvement", "increase"});
    EXPECT_EQ(line["verdict"], "worse");
    EXPECT_EQ(line["phases"]["nap"], 0);
    EXPECT_EQ(line["phases"]["tau"], -1);
    EXPECT_EQ(line["phases"]["difference"], -3);
    expectRefusal({"stats", "-", "--improvement", "sideways"}, 64, "must be decrease or increase");
}

TEST_F(StatsTest, HasNeitherPhasesNorVerdictWithoutPhases)
{
    const Json line = only("x,y\n1,9\n2,15\n3,19\n4,20\n10,45\n12,55\n18,78\n");
    EXPECT_EQ(line["series"], "");
    EXPECT_EQ(line["n"], 7);
    EXPECT_EQ(line["theil_sen"]["slope"], 4);
    EXPECT_EQ(line["theil_sen"]["intercept"], 4);
    EXPECT_TRUE(line["phases"].is_null());
    EXPECT_TRUE(line["verdict"].is_null());
    EXPECT_EQ(line["cautions"], Json::array());
}

TEST_F(StatsTest, PrintsNumbersThatReadBackTheSame)
{
    const Json line = only("x,y\n0,0\n3,1\n");
    EXPECT_EQ(line["theil_sen"]["slope"].get<double>(), 1.0 / 3);
    EXPECT_NE(run({"stats", "-"}, "x,y\n0,0\n3,1\n").out.find("\"slope\":0.3333333333333333,"), std::string::npos);
    EXPECT_EQ(run({"stats", "-"}, "x,y\n0,0\n1,-0\n").out.find("-0"), std::string::npos);
}

TEST_F(StatsTest, IsDefinedForNoValuesOneValueAndConstants)
{
    for (const char* table : {"x,y\n", "x,y\n1,\n2,\n", "x,y\n1,5\n"}) {
        const Json line = only(table);
        EXPECT_EQ(line["mann_kendall"], Json::parse(R"({"s":0,"var_s":0,"z":0,"p":1,"tau_a":null,"tau_b":null})"));
        EXPECT_EQ(line["theil_sen"], Json::parse(R"({"slope":null,"intercept":null,"ci95":null})"));
        EXPECT_TRUE(line["lag1"].is_null());
    }
    const Json level = only("x,y\n1,5\n2,5\n3,5\n");
    EXPECT_EQ(level["mann_kendall"]["p"], 1);
    EXPECT_TRUE(level["mann_kendall"]["tau_b"].is_null());
    EXPECT_EQ(level["theil_sen"], Json::parse(R"({"slope":0,"intercept":5,"ci95":[0,0]})"));
    EXPECT_TRUE(level["lag1"].is_null());
    const Json oneDay = only("x,y\n1,5\n1,6\n1,7\n");
    EXPECT_TRUE(oneDay["theil_sen"]["slope"].is_null());
    const Json empty = only("x,y,phase\n1,,A\n2,,B\n");
    EXPECT_EQ(empty["phases"]["m"], 0);
    EXPECT_TRUE(empty["phases"]["nap"].is_null());
    EXPECT_TRUE(empty["phases"]["p"].is_null());
    EXPECT_EQ(empty["verdict"], "too-little-data");
    EXPECT_TRUE(stats("series,x,y\n").empty());
}

TEST_F(StatsTest, NeverPrintsWhatJsonCannotHold)
{
    const Json steep = only("x,y\n0,-1e100\n1e-320,1e100\n");
    EXPECT_EQ(steep["theil_sen"], Json::parse(R"({"slope":null,"intercept":null,"ci95":null})"));
    EXPECT_EQ(steep["mann_kendall"]["tau_a"], 1);
    const Json wide = only("x,y\n1e100,1\n-1e100,2\n0,1e-300\n");
    EXPECT_EQ(wide["theil_sen"]["slope"], -5e-101);
    EXPECT_EQ(wide["theil_sen"]["intercept"], 1);
    EXPECT_EQ(wide["lag1"], -0.5);
    const Json huge = only("x,y,phase\n1,1e100,A\n2,-1e100,A\n3,1e100,B\n4,-1e100,B\n");
    EXPECT_EQ(huge["phases"]["difference"], 0);
    EXPECT_EQ(huge["phases"]["nap"], 0.5);
    EXPECT_TRUE(huge["phases"]["difference_ci95"].is_null());
    EXPECT_EQ(huge["lag1"], -0.5);
    const Json tiny = only("x,y,phase\n1,1e-310,A\n2,2e-310,A\n3,1e-310,A\n4,5e-310,B\n");
    EXPECT_EQ(tiny["phases"]["median_b"], 5e-310);
    EXPECT_EQ(tiny["phases"]["tau"], -1);
    EXPECT_TRUE(tiny["phases"]["nap_se"].is_null());
    EXPECT_TRUE(tiny["lag1"].is_null());  // its squares are 0
}

TEST_F(StatsTest, AcceptsColumnsAndRowsInAnyOrder)
{
    const Json expected = only("x,y,phase,series\n1,6,A,k\n2,7,A,k\n3,,A,k\n4,2,B,k\n5,3,B,k\n");
    EXPECT_EQ(only("series,phase,y,x\nk,B,3,5\nk,A,7,2\nk,B,2,4\nk,A,,3\nk,A,6,1\n"), expected);
    EXPECT_EQ(expected["n"], 4);
    EXPECT_EQ(expected["missing"], 1);
}

TEST_F(StatsTest, CountsDaysOfDatesWithTheirGaps)
{
    const Json line = only("x,y\n2024-02-27,0\n2024-02-28,1\n2024-03-01,3\n2024-03-08,10\n");
    EXPECT_EQ(line["theil_sen"]["slope"], 1);
    // Days since 1970-01-01.
    EXPECT_EQ(line["theil_sen"]["intercept"], -19780);
}

TEST_F(StatsTest, KeepsSeriesApartInOrderOfFirstAppearance)
{
    const std::vector<Json> lines = stats("series,x,y,phase\nleft,1,4,\nright,2026-01-01,1,A\nleft,2,5,\n"
                                          "right,2026-01-02,3,B\n,7,1,\nleft,4,7,\n");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0]["series"], "left");
    EXPECT_EQ(lines[0]["n"], 3);
    EXPECT_TRUE(lines[0]["phases"].is_null());
    EXPECT_EQ(lines[1]["series"], "right");
    EXPECT_EQ(lines[1]["phases"]["difference"], 2);
    EXPECT_EQ(lines[2]["series"], "");
}

TEST_F(StatsTest, ReadsQuotedCellsLineEndsAndAByteOrderMark)
{
    const Json line =
        only("\xEF\xBB\xBF\"x\",y , series\r\n\r\n 1 ,\"2\",\"a \"\"b\"\",\r\nc\"\r\n+2,3e0,\"a \"\"b\"\",\r\nc\"");
    EXPECT_EQ(line["series"], "a \"b\",\r\nc");
    EXPECT_EQ(line["theil_sen"]["slope"], 1);
}

TEST_F(StatsTest, CountsDaysWithoutAValueAsMissing)
{
    // Of 12 days of the baseline five are without a value: three rows are empty and two are not there.
    const Json line = only("x,y,phase\n1,6,A\n2,,A\n3,6,A\n4,,A\n5,7,A\n6,,A\n9,6,A\n10,6,A\n11,7,A\n12,6,A\n"
                           "13,6,B\n14,6,B\n15,7,B\n16,6,B\n17,6,B\n18,6,B\n19,6,B\n");
    EXPECT_EQ(line["missing"], 3);
    EXPECT_EQ(line["cautions"], Json::array({"many-days-missing"}));
    EXPECT_EQ(line["verdict"], "no-clear-change");
}

TEST_F(StatsTest, MissesNoDayOfThePhaseWhoseTurnItIsNot)
{
    std::string table = "x,y,phase\n";
    for (int day = 0; day < 28; ++day)
        table += std::to_string(day) + "," + std::to_string(day % 3 + 4) + (day / 7 % 2 == 0 ? ",A\n" : ",B\n");
    const Json complete = only(table);
    EXPECT_EQ(complete["phases"]["m"], 14);
    EXPECT_EQ(complete["missing"], 0);
    EXPECT_EQ(complete["cautions"], Json::array());
    // Four of seven days of the first block and four of the third are not there.
    std::string gaps = "x,y,phase\n";
    for (int day = 0; day < 28; ++day)
        if (day / 7 % 2 == 1 || day % 7 == 0 || day % 7 > 4)
            gaps += std::to_string(day) + "," + std::to_string(day % 3 + 4) + (day / 7 % 2 == 0 ? ",A\n" : ",B\n");
    EXPECT_NE(only(gaps)["cautions"], Json::array());
}

TEST_F(StatsTest, RefusesAReleaseThatIsOverBeforeItsBaseline)
{
    expectFault("x,y,phase\n5,2,B\n2,1,B\n3,,B\n8,6,A\n6,7,A\n", "row 5: every B of the series comes before every A");
    expectFault("x,y,phase,series\n1,2,A,k\n2,1,B,k\n2,6,A,l\n1,7,B,l\n", "row 4: every B of the series");
    EXPECT_EQ(only("x,y,phase\n1,2,B\n2,6,A\n3,2,B\n")["n"], 3);
    EXPECT_EQ(only("x,y,phase\n1,2,B\n2,6,B\n")["phases"]["n"], 2);
}

TEST_F(StatsTest, JudgesSeveralValuesOfADayAsOne)
{
    // Seven values on three days are too few days for a verdict, but all of them are compared.
    const Json line = only("x,y,phase\n1,6,A\n1,7,A\n1,8,A\n2,6,A\n2,6,A\n3,6,A\n3,7,A\n"
                           "4,2,B\n5,2,B\n6,2,B\n7,2,B\n8,2,B\n9,2,B\n10,2,B\n");
    EXPECT_EQ(line["phases"]["m"], 7);
    EXPECT_EQ(line["phases"]["nap"], 1);
    EXPECT_EQ(line["verdict"], "too-little-data");
}

TEST_F(StatsTest, NamesTheRowAndTheReasonOfAFault)
{
    expectFault("", "row 1: no header");
    expectFault("1,2\n", "row 1: column 1 of the header is none of x, y, phase, series");
    expectFault("x,y,score\n", "row 1: column 3 of the header");
    expectFault("x,y,x\n", "row 1: the header names x twice");
    expectFault("x,phase\n", "row 1: the header names no column y");
    expectFault("y\n", "row 1: the header names no column x");
    expectFault("x,y\n1,2\n,3\n", "row 3: x is missing");
    expectFault("x,y\n1,2\n2,two\n", "row 3: y is not a number");
    expectFault("x,y\n1,2\n2,3 4\n", "row 3: y is not a number");
    expectFault("x,y\n1,0x10\n", "row 2: y is not a number");
    expectFault("x,y\n1,+-3\n", "row 2: y is not a number");
    expectFault("x,y\none,2\n", "row 2: x is not a number or a day as YYYY-MM-DD");
    expectFault("x,y\n2026-02-30,2\n", "row 2: x is not a number or a day");
    for (const char* y : {"nan", "inf", "-inf", "Infinity", "NAN"})
        expectFault(std::string("x,y\n1,") + y + "\n", "row 2: y is not a finite number");
    expectFault("x,y\n1,1e999\n", "row 2: y is out of range");
    expectFault("x,y\n1e101,1\n", "row 2: x is out of range");
    expectFault("x,y\n1,2\n2026-01-02,3\n", "row 3: x mixes dates and numbers");
    expectFault("x,y\n2026-01-02,3\n2,4\n", "row 3: x mixes dates and numbers");
    expectFault("x,y,phase\n1,2,A\n2,3,C\n", "row 3: phase is neither A nor B");
    expectFault("x,y,phase\n1,2,a\n", "row 2: phase is neither A nor B");
    expectFault("x,y,phase\n1,2,A\n2,3,\n", "row 3: phase is given for some rows");
    expectFault("x,y,phase\n1,2,\n2,3,B\n", "row 3: phase is given for some rows");
    expectFault("x,y\n1,2\n\n2,3,4\n", "row 4: too many cells: 3 instead of 2");
    expectFault("x,y\n1\n", "row 2: too few cells: 1 instead of 2");
    expectFault("x,y\n1,\"2\n", "row 2: a quote is not closed");
    expectFault("x,y\n1,2\"\n", "row 2: a quote inside a cell");
    expectFault("x,y\n1,\"2\"3\n", "row 2: text after a closing quote");
    expectFault("x,y,series\n1,2,\xC3\n", "row 2: it is not UTF-8 or holds a NUL byte");
    expectFault(std::string("x,y\n1,2\0\n", 9), "row 2: it is not UTF-8 or holds a NUL byte");
    expectFault("x,y,series\n1,2," + std::string(100'000, 'a') + "\n", "row 2: a cell is too long");
    expectFault("x,y\n1,2\n2," + std::string(300, ','), "row 3: too many cells");
}

TEST_F(StatsTest, PrintsNothingWhenALaterRowIsFaulty)
{
    expectFault("x,y,series\n1,2,a\n2,3,a\n3,4,b\n4,five,c\n", "row 5: y is not a number");
}

TEST_F(StatsTest, RefusesWhatIsNoFile)
{
    expectRefusal({"stats", file("none.csv")}, 2, "none.csv: no such file");
    expectRefusal({"stats", file("")}, 2, "it is a folder");
    expectRefusal({"stats"}, 64, "SERIES");
    writeText(file("a.csv"), "x,y\n1,2\n2,x\n");
    expectRefusal({"stats", file("a.csv")}, 2, "a.csv: row 3: y is not a number");
}

TEST_F(StatsTest, SaysWhenStandardOutputIsFull)
{
    writeText(file("a.csv"), "x,y\n1,2\n2,3\n");
    const std::string command =
        std::string(PSOLOG_CLI) + " stats '" + file("a.csv") + "' >/dev/full 2>'" + file("err") + "'";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
    EXPECT_NE(psolog::test::readText(file("err")).find("standard output"), std::string::npos);
}

TEST_F(StatsTest, ReadsAHundredThousandRows)
{
    std::string table = "x,y,phase\n";
    for (int day = 0; day < 100'000; ++day)
        table += std::to_string(day) + "," + std::to_string(day * 7919 % 11) + (day < 50'000 ? ",A\n" : ",B\n");
    const Json line = only(table);
    EXPECT_EQ(line["n"], 100'000);
    EXPECT_EQ(line["phases"]["m"], 50'000);
    EXPECT_EQ(line["theil_sen"]["slope"], 0);
}

}  // namespace
