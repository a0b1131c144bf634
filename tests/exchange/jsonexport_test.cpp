// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonexport.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "samplelog.h"

using namespace psolog;
using Json = nlohmann::json;

namespace {

Json document(const LogContents& contents)
{
    std::ostringstream out;
    EXPECT_TRUE(writeJson(contents, out));
    return Json::parse(out.str());
}

TEST(JsonExport, WritesEveryListOfAnEmptyLog)
{
    EXPECT_EQ(document({}), Json::parse(R"({"format": "psolog-log", "version": 1, "athlete": null, "screenings": [],
        "check_ins": [], "runs": [], "self_tests": [], "release_sessions": [],
        "weekly_check_ins": [], "experiments": []})"));
}

TEST(JsonExport, WritesAthleteAndScreening)
{
    const Json log = document(test::sampleLog());
    EXPECT_EQ(log["athlete"],
              Json::parse(R"({"id": "00000000-0000-4000-8000-000000000001", "name": "Jörg", "start": "baseline-first",
        "recorded": {"time": "2026-11-23T06:40:00.000+01:00", "time_zone": "Europe/Berlin", "day": "2026-11-23"}})"));
    EXPECT_EQ(log["screenings"][0]["present"], Json::parse(R"(["hernia"])"));
    EXPECT_EQ(log["screenings"][0]["cleared_at"]["time"], "2026-11-23T06:42:00.000+01:00");
}

TEST(JsonExport, LeavesOutSitesNotAskedAndKeepsZero)
{
    const Json log = document(test::sampleLog());
    EXPECT_EQ(log["check_ins"][0]["scores"], Json::parse(R"({"hamstring-left": 6, "lower-back-right": 0})"));
    EXPECT_EQ(log["check_ins"][0]["note"], "windy, \"cold\"\nand wet");
    EXPECT_EQ(log["check_ins"][0]["context"], "after-run");
}

TEST(JsonExport, WritesUnknownNumbersAsNull)
{
    const Json run = document(test::sampleLog())["runs"][0];
    EXPECT_EQ(run["check_in"], test::sampleId(3));
    EXPECT_EQ(run["distance_m"], 8200);
    EXPECT_TRUE(run["minutes"].is_null());
    EXPECT_EQ(run["features"], Json::parse(R"(["hills", "speed"])"));
}

TEST(JsonExport, WritesTestsWithTheirReadings)
{
    const Json test = document(test::sampleLog())["self_tests"][0];
    EXPECT_EQ(test["kind"], "glute-activation");
    EXPECT_EQ(test["first_side"], "right");
    EXPECT_EQ(test["hold_s"], 5);
    EXPECT_EQ(test["readings"],
              Json::parse(
                  R"([{"side": "right", "posture": null, "repeat": 1, "rating": 2, "worked_hardest": "hamstring"}])"));
}

TEST(JsonExport, WritesSessionsWithTheirEvents)
{
    const Json session = document(test::sampleLog())["release_sessions"][0];
    EXPECT_EQ(session["outcome"], "stopped");
    EXPECT_EQ(session["stop_reason"], "interrupted");
    EXPECT_EQ(session["worked_ms"], 61'500);
    EXPECT_EQ(session["before"], Json::parse(R"({"left": 6, "right": null})"));
    ASSERT_EQ(session["events"].size(), 5U);
    EXPECT_EQ(session["events"][1], Json::parse(R"({"sequence": 1, "at": {"time": "2026-11-23T07:20:34.000+01:00",
        "time_zone": "Europe/Berlin"}, "worked_ms": 34000, "kind": "point-released", "step": 1, "zone": "low",
        "side": "both", "point": 1, "duration_ms": 24250})"));
}

TEST(JsonExport, ReplacesBytesThatAreNotText)
{
    LogContents contents = test::sampleLog();
    contents.checkIns[0].note = "a\xff"
                                "b";
    EXPECT_EQ(document(contents)["check_ins"][0]["note"],
              "a\xEF\xBF\xBD"
              "b");
}

TEST(JsonExport, SaysWhenTheStreamFails)
{
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto written = writeJson(test::sampleLog(), out);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
}

TEST(JsonExport, WritesWeeklyCheckInsWithWhatWasNotAnswered)
{
    EXPECT_EQ(document(test::sampleLog())["weekly_check_ins"], Json::parse(R"([{
        "id": "00000000-0000-4000-8000-000000000007",
        "recorded": {"time": "2026-11-23T07:30:00.000+01:00", "time_zone": "Europe/Berlin", "day": "2026-11-23"},
        "questionnaire": "ostrc-h2", "scores": [8, 17, null, 0], "note": "less hills"}])"));
}

TEST(JsonExport, WritesExperimentsWithWhatTheirKindNeeds)
{
    const Json plans = document(test::sampleLog())["experiments"];
    ASSERT_EQ(plans.size(), 2U);
    EXPECT_EQ(plans[0]["kind"], "random-start");
    EXPECT_EQ(plans[0]["first_day"], "2026-11-23");
    EXPECT_EQ(plans[0]["baseline"], 12);
    EXPECT_EQ(plans[0]["release_days"], 28);
    EXPECT_EQ(plans[0]["release_first"], Json::array());
    EXPECT_EQ(plans[0]["state"], "replaced");
    EXPECT_EQ(plans[0]["ended"]["day"], "2026-11-23");
    EXPECT_EQ(plans[0]["reason"], "=too long");
    EXPECT_TRUE(plans[0]["replaces"].is_null());
    EXPECT_TRUE(plans[1]["baseline"].is_null());
    EXPECT_EQ(plans[1]["release_first"], Json::parse("[true, false]"));
    EXPECT_EQ(plans[1]["replaces"], test::sampleId(8));
}

}  // namespace
