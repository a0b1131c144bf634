// SPDX-License-Identifier: GPL-3.0-or-later
// psolog-cli snapshot as a user has it.
#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include "programfixture.h"

using nlohmann::json;
using psolog::test::Ended;
using psolog::test::readText;
using psolog::test::writeText;

namespace {

class SnapshotCommand : public psolog::test::ProgramFixture { };

TEST_F(SnapshotCommand, WritesACopyForTheOwnerAloneAndSaysWhatIsInIt)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31"});
    const std::string before = readText(log);
    const Ended done = run({"snapshot", log, file("copy.psolog")});
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(done.err, "");
    const json said = json::parse(done.out);
    EXPECT_EQ(said["name"], "Demo runner");
    EXPECT_TRUE(said["from"].is_null());
    EXPECT_EQ(said["last_day"], "2026-03-31");
    EXPECT_GT(said["check_ins"].get<int>(), 10);
    EXPECT_GT(said["releases"].get<int>(), 0);
    EXPECT_GT(said["notes"].get<int>(), 0);
    struct stat info { };
    ASSERT_EQ(stat(file("copy.psolog").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 07777U, 0600U);
    EXPECT_EQ(entries(), 2) << "the log, the copy, and nothing beside them";
    EXPECT_EQ(readText(log), before);
    EXPECT_EQ(run({"check", file("copy.psolog")}).code, 0);
    EXPECT_EQ(exported(file("copy.psolog"), "csv"), exported(log, "csv"));
}

TEST_F(SnapshotCommand, LeavesOutEarlierDaysAndNotes)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31"});
    const json all = json::parse(run({"snapshot", log, file("all.psolog")}).out);
    const Ended done = run({"snapshot", "--from", "2026-03-25", "--no-notes", log, file("copy.psolog")});
    ASSERT_EQ(done.code, 0) << done.err;
    const json said = json::parse(done.out);
    EXPECT_EQ(said["from"], "2026-03-25");
    EXPECT_GE(said["first_day"].get<std::string>(), "2026-03-25");
    EXPECT_LT(said["check_ins"].get<int>(), all["check_ins"].get<int>());
    EXPECT_EQ(said["notes"], 0);
    EXPECT_LT(readText(file("copy.psolog")).size(), readText(file("all.psolog")).size());
    // A copy of a copy lacks the same.
    const json again = json::parse(run({"snapshot", file("copy.psolog"), file("again.psolog")}).out);
    EXPECT_EQ(again["check_ins"], said["check_ins"]);
}

TEST_F(SnapshotCommand, NeverReplacesAFileAndLeavesNothingWhenItFails)
{
    const std::string log = demo("a.psolog");
    writeText(file("taken.psolog"), "precious");
    const Ended taken = run({"snapshot", log, file("taken.psolog")});
    EXPECT_EQ(taken.code, 1);
    EXPECT_NE(taken.err.find("it exists already"), std::string::npos);
    EXPECT_EQ(readText(file("taken.psolog")), "precious");
    const Ended itself = run({"snapshot", log, log});
    EXPECT_EQ(itself.code, 1);
    EXPECT_NE(itself.err.find("it is the log itself"), std::string::npos);
    EXPECT_EQ(run({"snapshot", log, file("nowhere/copy.psolog")}).code, 1);
    EXPECT_EQ(run({"snapshot", file("taken.psolog"), file("copy.psolog")}).code, 1);
    EXPECT_EQ(run({"snapshot", file("missing.psolog"), file("copy.psolog")}).code, 1);
    const Ended day = run({"snapshot", "--from", "yesterday", log, file("copy.psolog")});
    EXPECT_EQ(day.code, 64);
    EXPECT_NE(day.err.find("--from must be a day"), std::string::npos);
    EXPECT_EQ(run({"snapshot", log}).code, 64);
    EXPECT_EQ(entries(), 2);
    EXPECT_EQ(run({"check", log}).code, 0);
}

}  // namespace
