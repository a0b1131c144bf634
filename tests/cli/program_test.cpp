// SPDX-License-Identifier: GPL-3.0-or-later
// The built program as a user has it: arguments in; exit code, output and files out.
#include <algorithm>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include "programfixture.h"

using psolog::test::Ended;
using psolog::test::readText;
using psolog::test::writeText;

namespace {

class ProgramTest : public psolog::test::ProgramFixture { };

TEST_F(ProgramTest, SaysItsVersionAndHelp)
{
    EXPECT_TRUE(run({"--version"}).out.starts_with("psolog-cli 0."));
    const Ended help = run({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const char* command : {"demo", "check", "export", "stats"})
        EXPECT_NE(help.out.find(command), std::string::npos);
    EXPECT_NE(run({"export", "--help"}).out.find("standard output"), std::string::npos);
}

TEST_F(ProgramTest, MakesASoundLogForTheOwnerAlone)
{
    const std::string log = demo("a.psolog");
    EXPECT_EQ(entries(), 1) << "the log and nothing beside it";
    struct stat info { };
    ASSERT_EQ(stat(log.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
    const Ended check = run({"check", log});
    EXPECT_EQ(check.code, 0);
    EXPECT_EQ(check.out, "sound\n");
    EXPECT_EQ(check.err, "");
}

TEST_F(ProgramTest, MakesTheSameLogForTheSameSeed)
{
    const std::string first = exported(demo("a.psolog", {"--seed", "7"}), "json");
    EXPECT_EQ(first, exported(demo("b.psolog", {"--seed", "7"}), "json"));
    EXPECT_NE(first, exported(demo("c.psolog", {"--seed", "8"}), "json"));
    EXPECT_NE(first, exported(demo("d.psolog", {"--seed", "7", "--effect", "0"}), "json"));
    EXPECT_NE(first, exported(demo("e.psolog", {"--seed", "7", "--baseline-days", "20"}), "json"));
    EXPECT_NE(first.find("Demo runner"), std::string::npos);
}

TEST_F(ProgramTest, ExportsWhatTheLogHolds)
{
    const std::string log = demo("a.psolog", {"--end-day", "2026-03-31"});
    const std::string csv = exported(log, "csv");
    EXPECT_TRUE(csv.starts_with("record,id,day,time,"));
    for (const char* record :
         {"\r\ncheck-in,", "\r\nscore,", "\r\nrun,", "\r\nself-test,", "\r\nreading,", "\r\nrelease,", "\r\npoint,"})
        EXPECT_NE(csv.find(record), std::string::npos) << record;
    EXPECT_NE(csv.find("2026-03-31T0"), std::string::npos);
    EXPECT_EQ(csv.find("2026-04-01"), std::string::npos);
    const std::string json = exported(log, "json");
    EXPECT_NE(json.find("\"format\": \"psolog-log\""), std::string::npos);
    EXPECT_NE(json.find("\"interrupted\""), std::string::npos);
}

TEST_F(ProgramTest, WritesTheSameToAFileAsToStandardOutput)
{
    const std::string log = demo("a.psolog");
    const std::string before = readText(log);
    EXPECT_EQ(run({"export", "--format", "csv", log, file("out.csv")}).code, 0);
    EXPECT_EQ(readText(file("out.csv")), exported(log, "csv"));
    EXPECT_EQ(entries(), 2);
    EXPECT_EQ(readText(log), before) << "the log is not changed";
}

TEST_F(ProgramTest, ReplacesAFileOnlyByForce)
{
    const std::string log = demo("a.psolog");
    writeText(file("out.csv"), "precious");
    expectRefusal({"export", "--format", "csv", log, file("out.csv")}, 1, "exists already");
    EXPECT_EQ(readText(file("out.csv")), "precious");
    EXPECT_EQ(run({"export", "--format", "csv", "--force", log, file("out.csv")}).code, 0);
    EXPECT_TRUE(readText(file("out.csv")).starts_with("record,"));
}

TEST_F(ProgramTest, NeverReplacesTheLogItself)
{
    const std::string log = demo("a.psolog");
    const std::string before = readText(log);
    expectRefusal({"export", "--format", "csv", "--force", log, log}, 1, "the log itself");
    ASSERT_EQ(link(log.c_str(), file("other name").c_str()), 0);
    expectRefusal({"export", "--format", "csv", "--force", log, file("other name")}, 1, "the log itself");
    EXPECT_EQ(readText(log), before);
}

TEST_F(ProgramTest, RefusesNumbersOutOfRange)
{
    const std::string out = file("a.psolog");
    for (const char* days : {"0", "-1", "100000", "-2147483648", ""})
        expectRefusal({"demo", "--days", days, out}, 1, "days must be 1 to 3660");
    for (const char* days : {"99999999999999999999", "x", "1.5"})
        expectRefusal({"demo", "--days", days, out}, 64, "--days");
    for (const char* effect : {"nan", "inf", "-10.5", "1e300"})
        expectRefusal({"demo", "--days", "30", "--effect", effect, out}, 1, "effect must be -10 to 10");
    for (const char* days : {"-1", "31"})
        expectRefusal({"demo", "--days", "30", "--baseline-days", days, out}, 1, "baseline days must be 0 to 30");
    for (const char* seed : {"-1", "x", "99999999999999999999999"})
        expectRefusal({"demo", "--days", "30", "--seed", seed, out}, 64, "--seed");
    expectRefusal({"demo", "--days", "30", "--end-day", "2026-02-30", out}, 64, "--end-day");
    expectRefusal({"demo", "--days", "30", "--end-day", "9999-01-01", out}, 1, "last day");
    expectRefusal({"demo", "--days", "30", "--silent-days", "-1", out}, 1, "silent days");
    expectRefusal({"demo", "--days", "30", "--name", "two\nlines", out}, 1, "name");
    expectRefusal({"demo", "--days", "1", "--baseline-days", "1", "--red-stop", out}, 1, "release");
}

TEST_F(ProgramTest, RefusesIncompleteAndUnknownArguments)
{
    expectRefusal({}, 64, "ubcommand");
    expectRefusal({"dance"}, 64, "--help");
    expectRefusal({"demo", file("a.psolog")}, 64, "--days");
    expectRefusal({"demo", "--days", "30"}, 64, "OUT");
    expectRefusal({"demo", "--days", "30", file("a"), file("b")}, 64, "--help");
    expectRefusal({"check"}, 64, "LOG");
    expectRefusal({"export", file("a.psolog"), "-"}, 64, "--format");
    expectRefusal({"export", "--format", "xml", file("a.psolog"), "-"}, 64, "must be csv or json");
}

TEST_F(ProgramTest, RefusesAnOutputItCannotWrite)
{
    const std::string log = demo("a.psolog");
    const std::string before = readText(log);
    expectRefusal({"demo", "--days", "30", log}, 1, "exists already");
    EXPECT_EQ(readText(log), before);
    expectRefusal({"demo", "--days", "30", file("")}, 1, "file");
    expectRefusal({"demo", "--days", "30", file("none/b.psolog")}, 1, "folder does not exist");
    expectRefusal({"export", "--format", "json", log, file("none/out.json")}, 1, "folder does not exist");
    ASSERT_EQ(mkdir(file("folder").c_str(), 0700), 0);
    expectRefusal({"export", "--format", "json", "--force", log, file("folder")}, 1, "folder");
    if (geteuid() != 0) {
        ASSERT_EQ(chmod(file("folder").c_str(), 0500), 0);
        expectRefusal({"demo", "--days", "30", file("folder/b.psolog")}, 1, "cannot be written");
    }
}

TEST_F(ProgramTest, RefusesAnInputThatIsNoLog)
{
    writeText(file("text"),
              "not a log at all, but long enough to have a header of one hundred bytes ..............................");
    writeText(file("empty"), "");
    for (const std::string& name : {file("text"), file("empty"), file("")}) {
        expectRefusal({"check", name}, 2, "not a Psolog log");
        expectRefusal({"export", "--format", "csv", name, file("out.csv")}, 1, "not a Psolog log");
    }
    expectRefusal({"check", file("none")}, 2, "no such file");
    expectRefusal({"export", "--format", "csv", file("none"), file("out.csv")}, 1, "no such file");
    expectRefusal({"check", file("a\nb")}, 2, "a?b");
    EXPECT_EQ(readText(file("empty")), "") << "an empty file is left empty";
}

TEST_F(ProgramTest, TellsANewerLogFromADamagedOne)
{
    const std::string log = demo("a.psolog");
    const std::string sound = readText(log);
    std::string newer = sound;
    newer[60] = 1;  // user_version lies big-endian at byte 60 of the header
    writeText(file("newer.psolog"), newer);
    expectRefusal({"check", file("newer.psolog")}, 2, "newer Psolog");
    expectRefusal({"export", "--format", "csv", file("newer.psolog"), "-"}, 1, "newer Psolog");

    std::string damaged = sound;
    std::fill(damaged.begin() + static_cast<std::ptrdiff_t>(damaged.size() / 2), damaged.end(), '\x55');
    writeText(file("damaged.psolog"), damaged);
    expectRefusal({"check", file("damaged.psolog")}, 1, "damaged");
    expectRefusal({"export", "--format", "json", file("damaged.psolog"), file("out")}, 1, "damaged");
    EXPECT_EQ(readText(file("damaged.psolog")), damaged) << "untouched";
}

TEST_F(ProgramTest, SaysWhenStandardOutputIsFull)
{
    const std::string log = demo("a.psolog");
    const std::string command =
        std::string(PSOLOG_CLI) + " export --format csv '" + log + "' - >/dev/full 2>'" + file("err") + "'";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
    EXPECT_NE(readText(file("err")).find("standard output"), std::string::npos);
}

}  // namespace
