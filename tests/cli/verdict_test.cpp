// SPDX-License-Identifier: GPL-3.0-or-later
// psolog-cli verdict, the built program.
#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "programfixture.h"

using psolog::test::Ended;
using psolog::test::ProgramFixture;
using psolog::test::readText;
using psolog::test::writeText;
using Json = nlohmann::ordered_json;

namespace {

class VerdictCommand : public ProgramFixture {
protected:
    [[nodiscard]] Json verdictOf(const std::string& log, const std::string& today = "2026-03-31") const
    {
        const Ended ended = run({"verdict", "--today", today, log});
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.err, "");
        EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 1);
        return Json::parse(ended.out);
    }

    /// The day medians of a site, as a table for `stats`.
    [[nodiscard]] std::string series(const std::string& log, const std::string& site,
                                     const std::string& firstRelease) const
    {
        std::istringstream rows(exported(log, "csv"));
        std::string row;
        std::getline(rows, row);
        const std::vector<std::string> names = cells(row);
        const auto column = [&](const std::string& name) {
            return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        };
        std::map<std::string, std::vector<double>> days;
        while (std::getline(rows, row)) {
            const std::vector<std::string> cell = cells(row);
            if (cell[0] == "score" && cell.at(column("site")) == site)
                days[cell.at(column("day"))].push_back(std::stod(cell.at(column("score"))));
        }
        std::string table = "x,y,phase\n";
        for (auto& [day, scores] : days) {
            std::sort(scores.begin(), scores.end());
            const double median = (scores[(scores.size() - 1) / 2] + scores[scores.size() / 2]) / 2;
            table += day + ',' + std::to_string(median) + ',' + (day < firstRelease ? 'A' : 'B') + '\n';
        }
        return table;
    }

private:
    static std::vector<std::string> cells(const std::string& row)
    {
        std::vector<std::string> result(1);
        for (const char c : row) {
            if (c == ',')
                result.emplace_back();
            else if (c != '\r')
                result.back() += c;
        }
        return result;
    }
};

TEST_F(VerdictCommand, PrintsTheSameKeysWhateverTheLogHolds)
{
    const std::string full = demo("full.psolog", {"--end-day", "2026-03-31"});
    const std::string bare = demo("bare.psolog", {"--end-day", "2026-03-31", "--baseline-days", "30"});
    const auto keys = [](const Json& json) {
        std::vector<std::string> names;
        for (const auto& [key, value] : json.items())
            names.push_back(key);
        return names;
    };
    const Json verdict = verdictOf(full);
    EXPECT_EQ(keys(verdict),
              (std::vector<std::string>{"site", "today", "first_release", "n", "missing", "mann_kendall", "theil_sen",
                                        "phases", "p", "lag1", "verdict", "days_needed", "cautions", "weekly_load",
                                        "early_signs", "statement"}));
    EXPECT_EQ(keys(verdictOf(bare)), keys(verdict));
    EXPECT_EQ(verdict["today"], "2026-03-31");
    EXPECT_EQ(verdict["early_signs"].size(), 4U);
    EXPECT_EQ(verdict["early_signs"][0]["sign"], "glutes-sorer");
    EXPECT_EQ(verdict["theil_sen"]["slope_per_week"].get<double>(), 7 * verdict["theil_sen"]["slope"].get<double>());
    EXPECT_TRUE(verdict["statement"].get<std::string>().starts_with("Changed after, not because of"));
}

TEST_F(VerdictCommand, AgreesWithTheStatisticsOfTheSameDays)
{
    for (const char* seed : {"1", "2", "3"}) {
        const std::string log =
            demo(std::string(seed) + ".psolog", {"--end-day", "2026-03-31", "--seed", seed, "--effect", "5"});
        const Json verdict = verdictOf(log);
        const Ended ended =
            run({"stats", "-"}, series(log, verdict["site"], verdict["first_release"].get<std::string>()));
        ASSERT_EQ(ended.code, 0) << ended.err;
        const Json stats = Json::parse(ended.out);
        for (const char* key : {"n", "mann_kendall", "phases", "lag1", "verdict"})
            EXPECT_EQ(verdict[key], stats[key]) << key << " of seed " << seed;
        EXPECT_EQ(verdict["p"], stats["phases"]["p"]);
        EXPECT_NEAR(verdict["theil_sen"]["slope"].get<double>(), stats["theil_sen"]["slope"].get<double>(), 1e-12);
    }
}

TEST_F(VerdictCommand, SaysHowManyDaysAreNeeded)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31", "--baseline-days", "30"});
    const Json verdict = verdictOf(log);
    EXPECT_EQ(verdict["verdict"], "too-little-data");
    EXPECT_EQ(verdict["first_release"], nullptr);
    EXPECT_EQ(verdict["days_needed"]["baseline"], 0);
    EXPECT_EQ(verdict["days_needed"]["release"], 7);
    EXPECT_EQ(verdict["p"], nullptr);
    EXPECT_EQ(verdict["early_signs"][1]["state"], "too-early");
    EXPECT_EQ(verdict["weekly_load"], nullptr);
}

TEST_F(VerdictCommand, CountsTheDaysUntilTheDayOfJudgementAsMissing)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31"});
    const Json now = verdictOf(log);
    const Json later = verdictOf(log, "2026-05-31");
    EXPECT_EQ(later["missing"].get<int>(), now["missing"].get<int>() + 60) << "that day itself is not over";
    EXPECT_EQ(now["cautions"].dump().find("many-days-missing"), std::string::npos);
    EXPECT_NE(later["cautions"].dump().find("many-days-missing"), std::string::npos);
    EXPECT_EQ(later["weekly_load"], now["weekly_load"]) << "nobody knows of runs on those days";
}

TEST_F(VerdictCommand, LeavesTheLogAsItIs)
{
    const std::string log = demo("a.psolog");
    const std::string before = readText(log);
    EXPECT_EQ(run({"verdict", log}).code, 0);
    EXPECT_EQ(readText(log), before);
    EXPECT_EQ(entries(), 1);
}

TEST_F(VerdictCommand, LeavesAnOlderLogAsOldAsItIs)
{
    const std::string newer = demo("newer.psolog", {"--end-day", "2026-03-31"});
    const std::string older = olderCopy(newer, "older.psolog");
    const std::string before = readText(older);
    EXPECT_EQ(verdictOf(older), verdictOf(newer));
    EXPECT_EQ(run({"export", "--format", "json", older, "-"}).code, 0);
    EXPECT_EQ(run({"export", "--format", "csv", older, file("out.csv")}).code, 0);
    EXPECT_TRUE(readText(older) == before);
}

TEST_F(VerdictCommand, LeavesOutWhatCameAfterTheDayOfJudgement)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31", "--baseline-days", "14"});
    const Json whole = verdictOf(log);
    const Json then = verdictOf(log, "2026-03-20");
    EXPECT_EQ(then["today"], "2026-03-20");
    EXPECT_EQ(then["first_release"], whole["first_release"]);
    EXPECT_LT(then["n"].get<int>(), whole["n"].get<int>());
    const Json before = verdictOf(log, "2026-03-10");
    EXPECT_EQ(before["first_release"], nullptr);
    EXPECT_EQ(before["phases"]["n"], 0);
    EXPECT_EQ(before["days_needed"]["release"], 7);
    const Json empty = verdictOf(log, "2026-01-01");
    EXPECT_EQ(empty["site"], nullptr);
    EXPECT_EQ(empty["n"], 0);
}

TEST_F(VerdictCommand, ReadsWhileAnotherProgramIsAboutToWrite)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31"});
    SQLite::Database other(log, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_EQ(verdictOf(log)["today"], "2026-03-31");
    EXPECT_FALSE(exported(log, "csv").empty());
}

TEST_F(VerdictCommand, SaysWhyALogCannotBeRead)
{
    const std::string log = demo("a.psolog");
    const std::string sound = readText(log);
    std::string newer = sound;
    newer[60] = 1;  // user_version lies big-endian at byte 60 of the header
    writeText(file("newer.psolog"), newer);
    expectRefusal({"verdict", file("newer.psolog")}, 2, "newer Psolog");
    std::string damaged = sound;
    std::fill(damaged.begin() + static_cast<std::ptrdiff_t>(damaged.size() / 2), damaged.end(), '\x55');
    writeText(file("damaged.psolog"), damaged);
    expectRefusal({"verdict", file("damaged.psolog")}, 1, "damaged");
    SQLite::Database other(log, SQLite::OPEN_READWRITE);
    other.exec("BEGIN EXCLUSIVE");
    expectRefusal({"verdict", log}, 3, "another program is using it");
}

TEST_F(VerdictCommand, RefusesWhatIsNoLogOrNoDay)
{
    const std::string log = demo("a.psolog");
    expectRefusal({"verdict", file("none")}, 2, "no such file");
    writeText(file("text"), "no log");
    expectRefusal({"verdict", file("text")}, 2, "not a Psolog log");
    expectRefusal({"verdict"}, 64, "LOG");
    expectRefusal({"verdict", "--today", "31.3.2026", log}, 64, "--today");
}

}  // namespace
