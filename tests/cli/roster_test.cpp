// SPDX-License-Identifier: GPL-3.0-or-later
// psolog-cli roster, the built program.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "programfixture.h"

using psolog::test::Ended;
using psolog::test::ProgramFixture;
using psolog::test::readText;
using psolog::test::TemporaryFolder;
using psolog::test::writeText;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kToday = "2026-03-31";

class RosterCommand : public ProgramFixture {
protected:
    void addLog(const std::string& name, std::vector<std::string> more) const
    {
        more.insert(more.begin(), {"demo", "--end-day", kToday, "--days", "90", inside(name)});
        const Ended ended = run(more);
        EXPECT_EQ(ended.code, 0) << ended.err;
    }

    /// One object for each line.
    [[nodiscard]] std::vector<Json> roster(const std::string& today = kToday) const
    {
        const Ended ended = run({"roster", "--today", today, m_logs.path().string()});
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.err, "");
        std::vector<Json> lines;
        std::istringstream text(ended.out);
        for (std::string line; std::getline(text, line);)
            lines.push_back(Json::parse(line));
        EXPECT_FALSE(lines.empty());
        return lines;
    }

    [[nodiscard]] std::string inside(const std::string& name) const { return m_logs.file(name); }

    TemporaryFolder m_logs;
};

std::vector<std::string> flagsOf(const Json& athlete)
{
    std::vector<std::string> names;
    for (const Json& flag : athlete.at("flags"))
        names.push_back(flag.at("flag"));
    return names;
}

const Json* find(const std::vector<Json>& lines, const std::string& key, const std::string& value)
{
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const Json& one) { return one.contains(key) && one.at(key) == value; });
    return line == lines.end() ? nullptr : &*line;
}

TEST_F(RosterCommand, PutsThoseFirstWhoNeedALook)
{
    addLog("a.psolog", {"--seed", "1", "--name", "Ann"});
    addLog("b.psolog", {"--seed", "2", "--name", "Bob", "--silent-days", "5"});
    addLog("c.psolog", {"--seed", "3", "--name", "Cid", "--red-stop"});
    addLog("d.psolog", {"--seed", "4", "--name", "Dee", "--effect", "3"});
    const auto lines = roster();
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].at("name"), "Cid");
    EXPECT_EQ(lines[1].at("name"), "Dee");
    EXPECT_EQ(lines[4], Json({{"athletes", 4}, {"refused", 0}, {"left_alone", 0}}));

    const Json& red = lines[0].at("flags").at(0);
    EXPECT_EQ(red.at("flag"), "red-stop");
    EXPECT_EQ(red.at("reason"), "pulsing");
    EXPECT_NE(red.at("rule").get<std::string>().find("14 days"), std::string::npos);
    EXPECT_GE(red.at("since"), "2026-03-18");

    const Json* bob = find(lines, "name", "Bob");
    ASSERT_NE(bob, nullptr);
    const auto flags = flagsOf(*bob);
    EXPECT_NE(std::find(flags.begin(), flags.end(), "silent"), flags.end());
    EXPECT_EQ(bob->at("last_check_in"), "2026-03-26");
    const Json* ann = find(lines, "name", "Ann");
    ASSERT_NE(ann, nullptr);
    EXPECT_EQ(ann->at("primary"), "hamstring-left");
    EXPECT_EQ(ann->at("adherence").at("planned"), 7);
}

TEST_F(RosterCommand, SaysOfAnAthleteWhatTheVerdictSays)
{
    addLog("a.psolog", {"--seed", "11"});
    const Ended ended = run({"verdict", "--today", kToday, inside("a.psolog")});
    const Json verdict = Json::parse(ended.out);
    const Json athlete = roster()[0];
    EXPECT_EQ(athlete.at("verdict"), verdict.at("verdict"));
    EXPECT_EQ(athlete.at("primary"), verdict.at("site"));
    EXPECT_EQ(athlete.at("change"), verdict.at("phases").at("difference"));
}

TEST_F(RosterCommand, UnitesTheFilesOfOneAthlete)
{
    addLog("a.psolog", {"--seed", "1"});
    const std::vector<Json> alone = roster();
    std::filesystem::copy_file(inside("a.psolog"), inside("a.sync-conflict-20261120-101500-ABCDEFG.psolog"));
    std::filesystem::copy_file(inside("a.psolog"), inside("another name (1).psolog"));
    const std::vector<Json> united = roster();
    ASSERT_EQ(united.size(), 2U);
    EXPECT_EQ(united[0].at("files").size(), 3U);
    Json same = united[0];
    same["files"] = alone[0].at("files");
    EXPECT_EQ(same, alone[0]);
}

TEST_F(RosterCommand, ListsRefusedFilesWithTheirReasonAndGoesOn)
{
    addLog("a.psolog", {"--seed", "1"});
    writeText(inside("empty.psolog"), "");
    writeText(inside("text.psolog"), "not a log, but long enough to be looked at: " + std::string(5'000, 'x'));
    std::string damaged = readText(inside("a.psolog"));
    damaged.replace(damaged.size() / 2, 4'000, std::string(4'000, '\xFF'));
    writeText(inside("damaged.psolog"), damaged);
    ASSERT_EQ(symlink(inside("a.psolog").c_str(), inside("link.psolog").c_str()), 0);
    ASSERT_EQ(mkfifo(inside("pipe.psolog").c_str(), 0600), 0);
    std::filesystem::create_directory(inside("folder.psolog"));
    writeText(inside("bad\xFFname.psolog"), "x");
    const auto lines = roster();
    EXPECT_EQ(lines.front().at("files"), Json({"a.psolog"}));
    EXPECT_EQ(lines.back(), Json({{"athletes", 1}, {"refused", 7}, {"left_alone", 0}}));
    const auto reason = [&](const std::string& file) {
        const Json* line = find(lines, "refused", file);
        return line == nullptr ? "" : line->at("reason").get<std::string>();
    };
    EXPECT_EQ(reason("empty.psolog"), "not-a-log");
    EXPECT_EQ(reason("text.psolog"), "not-a-log");
    EXPECT_EQ(reason("damaged.psolog"), "damaged");
    for (const char* file : {"link.psolog", "pipe.psolog", "folder.psolog"})
        EXPECT_EQ(reason(file), "not-a-file") << file;
    EXPECT_NE(find(lines, "refused", "bad\xEF\xBF\xBDname.psolog"), nullptr);
}

TEST_F(RosterCommand, LeavesOtherFilesAloneHoweverMany)
{
    addLog("a.psolog", {"--seed", "1"});
    for (int i = 0; i < 10'000; ++i)
        writeText(inside("photo " + std::to_string(i) + ".jpg"), "");
    const auto began = std::chrono::steady_clock::now();
    const auto lines = roster();
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
    EXPECT_EQ(lines.back(), Json({{"athletes", 1}, {"refused", 0}, {"left_alone", 10'000}}));
}

TEST_F(RosterCommand, LeavesOutWhatCameAfterItsDay)
{
    addLog("a.psolog", {"--seed", "1"});
    const auto lines = roster("2026-01-10");
    EXPECT_EQ(lines[0].at("verdict"), "too-little-data");
    EXPECT_LE(lines[0].at("last_check_in"), "2026-01-10");
    EXPECT_EQ(lines[0].at("adherence"), nullptr);
}

TEST_F(RosterCommand, IsShortForAnEmptyFolderAndChangesNothing)
{
    EXPECT_EQ(roster(), std::vector<Json>{Json({{"athletes", 0}, {"refused", 0}, {"left_alone", 0}})});
    addLog("a.psolog", {"--seed", "1"});
    const std::string before = readText(inside("a.psolog"));
    static_cast<void>(roster());
    EXPECT_EQ(readText(inside("a.psolog")), before);
    EXPECT_EQ(m_logs.entries(), 1);
}

TEST_F(RosterCommand, RefusesWhatIsNoFolder)
{
    expectRefusal({"roster", inside("missing")}, 2, "no such folder");
    writeText(inside("file"), "x");
    expectRefusal({"roster", inside("file")}, 2, "it is no folder");
    expectRefusal({"roster", "--today", "soon", m_logs.path().string()}, 64, "--today");
    expectRefusal({"roster"}, 64, "DIR");
}

}  // namespace
