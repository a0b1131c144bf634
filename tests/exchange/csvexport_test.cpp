// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvexport.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "samplelog.h"

using namespace psolog;

namespace {

using Cells = std::vector<std::string>;

/// A strict reader of RFC 4180, written apart from the writer.
std::vector<Cells> parse(const std::string& text)
{
    std::vector<Cells> rows;
    Cells row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            EXPECT_TRUE(cell.empty()) << "a quote inside a bare cell";
            quoted = true;
        } else if (c == ',') {
            row.push_back(std::exchange(cell, {}));
        } else if (c == '\r') {
            EXPECT_EQ(text[++i], '\n');
            row.push_back(std::exchange(cell, {}));
            rows.push_back(std::exchange(row, {}));
        } else {
            EXPECT_NE(c, '\n') << "a bare line feed";
            cell += c;
        }
    }
    EXPECT_TRUE(cell.empty() && row.empty() && !quoted) << "the last line is not ended";
    return rows;
}

std::string csv(const LogContents& contents)
{
    std::ostringstream out;
    EXPECT_TRUE(writeCsv(contents, out));
    return out.str();
}

/// The rows of one kind of record, each as column → cell without the empty ones.
std::vector<std::map<std::string, std::string>> rowsOf(const LogContents& contents, const std::string& record)
{
    const auto rows = parse(csv(contents));
    std::vector<std::map<std::string, std::string>> chosen;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        EXPECT_EQ(rows[r].size(), rows[0].size()) << "row " << r;
        if (rows[r][0] != record)
            continue;
        auto& named = chosen.emplace_back();
        for (std::size_t i = 0; i < rows[r].size(); ++i)
            if (!rows[r][i].empty())
                named[rows[0][i]] = rows[r][i];
    }
    return chosen;
}

using Named = std::map<std::string, std::string>;

TEST(CsvExport, WritesTheHeaderAloneForAnEmptyLog)
{
    const auto rows = parse(csv({}));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].front(), "record");
    EXPECT_EQ(rows[0].back(), "note");
    Cells sorted = rows[0];
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end()) << "a name twice";
}

TEST(CsvExport, GivesEveryScoreItsRowAndASiteNotAskedNone)
{
    const auto rows = rowsOf(test::sampleLog(), "score");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0],
              (Named{{"record", "score"},
                     {"id", test::sampleId(3)},
                     {"day", "2026-11-23"},
                     {"time", "2026-11-23T07:00:00.000+01:00"},
                     {"time_zone", "Europe/Berlin"},
                     {"context", "after-run"},
                     {"site", "hamstring-left"},
                     {"score", "6"}}));
    EXPECT_EQ(rows[1].at("site"), "lower-back-right");
    EXPECT_EQ(rows[1].at("score"), "0");
}

TEST(CsvExport, KeepsTheNoteWithItsCheckIn)
{
    const auto rows = rowsOf(test::sampleLog(), "check-in");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("note"), "windy, \"cold\"\nand wet");
}

TEST(CsvExport, LeavesUnknownNumbersOfARunEmpty)
{
    const auto rows = rowsOf(test::sampleLog(), "run");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0],
              (Named{{"record", "run"},
                     {"id", test::sampleId(3)},
                     {"day", "2026-11-23"},
                     {"time", "2026-11-23T06:55:00.000+01:00"},
                     {"time_zone", "Europe/Berlin"},
                     {"distance_m", "8200"},
                     {"effort", "7"},
                     {"features", "hills speed"}}));
}

TEST(CsvExport, WritesTestsWithTheirReadings)
{
    const auto tests = rowsOf(test::sampleLog(), "self-test");
    ASSERT_EQ(tests.size(), 1U);
    EXPECT_EQ(tests[0].at("first_side"), "right");
    EXPECT_EQ(tests[0].at("complete"), "yes");
    EXPECT_EQ(tests[0].at("hold_s"), "5");
    const auto readings = rowsOf(test::sampleLog(), "reading");
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0],
              (Named{{"record", "reading"},
                     {"id", test::sampleId(5)},
                     {"day", "2026-11-23"},
                     {"time", "2026-11-23T07:10:00.000+01:00"},
                     {"time_zone", "Europe/Berlin"},
                     {"test", "glute-activation"},
                     {"side", "right"},
                     {"repeat", "1"},
                     {"rating", "2"},
                     {"worked_hardest", "hamstring"}}));
}

TEST(CsvExport, WritesSessionsWithTheirPoints)
{
    const auto sessions = rowsOf(test::sampleLog(), "release");
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0],
              (Named{{"record", "release"},
                     {"id", test::sampleId(6)},
                     {"day", "2026-11-23"},
                     {"time", "2026-11-23T07:20:00.000+01:00"},
                     {"time_zone", "Europe/Berlin"},
                     {"routine", "daily-five"},
                     {"outcome", "stopped"},
                     {"stop_reason", "interrupted"},
                     {"planned_s", "300"},
                     {"worked_s", "61.500"},
                     {"before_left", "6"}}));
    const auto points = rowsOf(test::sampleLog(), "point");
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points[0].at("held_s"), "24.250");
    EXPECT_EQ(points[0].at("released"), "yes");
    EXPECT_EQ(points[0].at("time"), "2026-11-23T07:20:10.000+01:00");
    EXPECT_EQ(points[0].at("zone"), "low");
    EXPECT_EQ(points[1].at("held_s"), "21.000");
    EXPECT_EQ(points[1].at("released"), "no");
    EXPECT_EQ(points[2].count("held_s"), 0U) << "found, and never closed";
}

TEST(CsvExport, DisarmsCellsThatASpreadsheetWouldRun)
{
    LogContents contents = test::sampleLog();
    contents.checkIns[0].note = "=cmd|' /C calc'!A0";
    contents.checkIns[0].recorded.at.zone = "@zone";
    EXPECT_EQ(rowsOf(contents, "check-in")[0].at("note"), "'=cmd|' /C calc'!A0");
    EXPECT_EQ(rowsOf(contents, "check-in")[0].at("time_zone"), "'@zone");
}

TEST(CsvExport, SaysWhenTheStreamFails)
{
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto written = writeCsv(test::sampleLog(), out);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
}

TEST(CsvExport, WritesAWeeklyCheckInInOneRow)
{
    const auto rows = rowsOf(test::sampleLog(), "weekly");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0],
              (Named{{"record", "weekly"},
                     {"id", test::sampleId(7)},
                     {"day", "2026-11-23"},
                     {"time", "2026-11-23T07:30:00.000+01:00"},
                     {"time_zone", "Europe/Berlin"},
                     {"questionnaire", "ostrc-h2"},
                     {"participation", "8"},
                     {"training", "17"},
                     {"symptoms", "0"},
                     {"note", "less hills"}}))
        << "what was not answered is empty";
}

TEST(CsvExport, WritesExperimentsWithWhatTheirKindNeeds)
{
    const auto rows = rowsOf(test::sampleLog(), "experiment");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at("plan"), "random-start");
    EXPECT_EQ(rows[0].at("baseline"), "12");
    EXPECT_EQ(rows[0].at("ended"), "2026-11-23T07:50:00.000+01:00");
    EXPECT_EQ(rows[0].at("note"), "'=too long");
    EXPECT_FALSE(rows[0].contains("release_first"));
    EXPECT_EQ(rows[1].at("first_day"), "2026-11-24");
    EXPECT_EQ(rows[1].at("release_first"), "release-first release-second");
    EXPECT_EQ(rows[1].at("state"), "stopped");
    EXPECT_EQ(rows[1].at("replaces"), test::sampleId(8));
    EXPECT_FALSE(rows[1].contains("baseline"));
}

}  // namespace
