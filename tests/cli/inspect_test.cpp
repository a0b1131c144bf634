// SPDX-License-Identifier: GPL-3.0-or-later
// psolog-cli inspect, the built program.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "programfixture.h"

using psolog::test::Ended;
using psolog::test::ProgramFixture;
using psolog::test::readText;
using psolog::test::writeText;
using Json = nlohmann::ordered_json;

namespace {

class InspectCommand : public ProgramFixture {
protected:
    /// The one line of an answer that ends with this code.
    [[nodiscard]] Json answer(const std::string& path, int code) const
    {
        const int before = entries();
        const Ended ended = run({"inspect", path});
        EXPECT_EQ(ended.code, code) << ended.out << ended.err;
        EXPECT_EQ(ended.err, "");
        EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 1) << ended.out;
        EXPECT_EQ(entries(), before);
        return Json::parse(ended.out);
    }

    void expectRefused(const std::string& path, int code, const std::string& reason) const
    {
        const Json said = answer(path, code);
        EXPECT_EQ(said.at("accepted"), false);
        EXPECT_EQ(said.at("reason"), reason) << said;
        EXPECT_NE(said.at("detail"), "");
    }
};

TEST_F(InspectCommand, SaysWhatALogHolds)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31", "--seed", "3"});
    const std::string before = readText(log);
    const Json said = answer(log, 0);
    EXPECT_EQ(said.at("accepted"), true);
    EXPECT_EQ(said.at("athlete").at("name"), "Demo runner");
    EXPECT_EQ(said.at("first_day"), "2026-03-02");
    EXPECT_EQ(said.at("last_day"), "2026-03-31");
    EXPECT_EQ(said.at("bytes"), before.size());
    EXPECT_EQ(said.at("digest").get<std::string>().size(), 64U);
    EXPECT_TRUE(said.at("snapshot").is_null());
    const std::string csv = exported(log, "csv");
    const auto rows = [&](const std::string& record) {
        int count = 0;
        for (std::size_t at = csv.find("\r\n" + record + ','); at != std::string::npos;
             at = csv.find("\r\n" + record + ',', at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(said.at("counts").at("check_ins"), rows("check-in"));
    EXPECT_EQ(said.at("counts").at("runs"), rows("run"));
    EXPECT_EQ(said.at("counts").at("self_tests"), rows("self-test"));
    EXPECT_EQ(said.at("counts").at("release_sessions"), rows("release"));
    EXPECT_EQ(said.at("removed").at("check_ins"), 0);
    EXPECT_EQ(readText(log), before) << "the log is not changed";
}

TEST_F(InspectCommand, SaysWhichVersionItIs)
{
    const std::string older = olderCopy(demo("a.psolog"), "older.psolog");
    EXPECT_EQ(answer(older, 0).at("schema"), 1);
}

TEST_F(InspectCommand, CountsWhatWasRemovedApart)
{
    const std::string log = demo("a.psolog");
    const Json whole = answer(log, 0);
    SQLite::Database(log, SQLite::OPEN_READWRITE)
        .exec("UPDATE weekly_check_in SET deleted_at = 1000 WHERE seq = (SELECT min(seq) FROM weekly_check_in)");
    const Json less = answer(log, 0);
    EXPECT_EQ(less.at("removed").at("weekly_check_ins"), 1);
    EXPECT_EQ(less.at("counts").at("weekly_check_ins").get<int>(),
              whole.at("counts").at("weekly_check_ins").get<int>() - 1);
}

TEST_F(InspectCommand, PrintsANameAsText)
{
    const std::string log = demo("a.psolog");
    SQLite::Database(log, SQLite::OPEN_READWRITE).exec("UPDATE athlete SET name = '\"},{\"<b>=1+1\\'");
    EXPECT_EQ(answer(log, 0).at("athlete").at("name"), "\"},{\"<b>=1+1\\");
}

TEST_F(InspectCommand, SaysWhyAFileIsRefused)
{
    const std::string log = demo("a.psolog");
    const std::string sound = readText(log);
    std::string damaged = sound;
    std::fill(damaged.begin() + static_cast<std::ptrdiff_t>(damaged.size() / 2), damaged.end(), '\x55');
    writeText(file("damaged.psolog"), damaged);
    expectRefused(file("damaged.psolog"), 1, "damaged");
    SQLite::Database(log, SQLite::OPEN_READWRITE).exec("CREATE VIEW extra AS SELECT 1");
    expectRefused(log, 1, "foreign-content");

    std::string newer = sound;
    newer[60] = 1;  // user_version lies big-endian at byte 60 of the header
    writeText(file("newer.psolog"), newer);
    expectRefused(file("newer.psolog"), 2, "too-new");
    writeText(file("text"), std::string(200, 'x'));
    expectRefused(file("text"), 2, "not-a-log");
    expectRefused(file("none"), 2, "not-found");
    expectRefused("/dev/zero", 2, "not-a-file");
    ASSERT_EQ(symlink(log.c_str(), file("link").c_str()), 0);
    expectRefused(file("link"), 2, "not-a-file");
    if (geteuid() != 0) {
        ASSERT_EQ(chmod(log.c_str(), 0), 0);
        expectRefused(log, 3, "cannot-open");
    }
}

TEST_F(InspectCommand, NeedsAFile)
{
    expectRefusal({"inspect"}, 64, "FILE");
}

TEST_F(InspectCommand, SaysWhenStandardOutputIsFull)
{
    const std::string log = demo("a.psolog");
    const std::string command = std::string(PSOLOG_CLI) + " inspect '" + log + "' >/dev/full 2>'" + file("err") + "'";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 3);
    EXPECT_NE(readText(file("err")).find("standard output"), std::string::npos);
}

}  // namespace
