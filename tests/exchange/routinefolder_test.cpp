// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinefolder.h"

#include <csignal>
#include <fstream>
#include <iterator>

#include <sys/resource.h>
#include <sys/stat.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/posefolder.h"
#include "exchange/routinefile.h"
#include "storage/asnobody.h"
#include "support/temporaryfolder.h"

namespace psolog {

/// Found by argument: shows the message when an expectation fails.
void PrintTo(const Error& error, std::ostream* out);
void PrintTo(const UnusedFile& file, std::ostream* out)
{
    *out << file.name << " (" << nameOf(file.error.code) << ": " << file.error.detail << ')';
}

namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

RoutineStep zoneStep(int seconds = 90)
{
    return {StepKind::Zone, Zone::Low, BodySide::Left, Seconds(seconds), "Search.", "tool-low"};
}

Routine routine(const std::string& id, const std::string& name)
{
    return {id, name, {zoneStep()}};
}

std::vector<Routine> shipped()
{
    return {routine("daily-five", "Daily five minutes"), routine("first-week", "Gentle first week")};
}

void put(const fs::path& path, const std::string& text)
{
    std::ofstream(path) << text;
}

void put(const fs::path& path, const Routine& one)
{
    put(path, serialiseRoutine(one));
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

unsigned modeOf(const fs::path& path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

class RoutineFolderTest : public testing::Test {
protected:
    [[nodiscard]] RoutineFolder open() const { return {shipped(), folder, {"prone", "tool-low"}}; }
    void make() const { fs::create_directory(folder); }
    [[nodiscard]] std::string file(const std::string& name) const { return (folder / name).string(); }
    /// Names of the user's routines in the order given.
    static std::vector<std::string> own(const RoutineFolder& store)
    {
        std::vector<std::string> ids;
        for (const StoredRoutine& one : store.routines())
            if (!one.shipped)
                ids.push_back(one.routine.id);
        return ids;
    }
    static std::vector<std::string> reasons(const RoutineFolder& store)
    {
        std::vector<std::string> details;
        for (const UnusedFile& one : store.unused())
            details.push_back(one.error.detail);
        return details;
    }

    TemporaryFolder home;
    fs::path folder = home.path() / "routines";
    using Ids = std::vector<std::string>;
};

TEST_F(RoutineFolderTest, HasTheShippedOnesWithoutAnyFolder)
{
    const RoutineFolder store = open();
    ASSERT_EQ(store.routines().size(), 2U);
    EXPECT_EQ(store.routines().front(), (StoredRoutine{shipped().front(), true}));
    EXPECT_TRUE(store.unused().empty());
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(RoutineFolderTest, KeepsWhatIsSavedForTheNextStart)
{
    RoutineFolder store = open();
    const Routine mine = routine("mine", "Mine");
    ASSERT_TRUE(store.save(mine));
    EXPECT_EQ(modeOf(folder), 0700U);
    EXPECT_EQ(modeOf(file("mine.json")), 0600U);
    EXPECT_EQ(home.entries(), 2);
    const RoutineFolder again = open();
    ASSERT_NE(again.find("mine"), nullptr);
    EXPECT_EQ(*again.find("mine"), (StoredRoutine{mine, false}));
    EXPECT_EQ(again.routines(), store.routines());
}

TEST_F(RoutineFolderTest, ChangesAndRemovesItsOwn)
{
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    Routine changed = routine("mine", "Ours");
    changed.steps.push_back({StepKind::Rest, {}, BodySide::Both, Seconds(30), "Breathe.", "prone"});
    ASSERT_TRUE(store.save(changed));
    EXPECT_EQ(open().find("mine")->routine, changed);
    // The argument may lie in the store itself.
    ASSERT_TRUE(store.save(store.find("mine")->routine));
    ASSERT_TRUE(store.remove(store.find("mine")->routine.id));
    EXPECT_EQ(store.find("mine"), nullptr);
    EXPECT_FALSE(fs::exists(file("mine.json")));
    EXPECT_EQ(store.remove("mine").error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.remove("daily-five").error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.routines().size(), 2U);
}

TEST_F(RoutineFolderTest, SortsTheUsersOwnByName)
{
    RoutineFolder store = open();
    for (const auto& [id, name] : {std::pair("a", "zebra"), {"b", "Morning"}, {"c", "evening"}})
        ASSERT_TRUE(store.save(routine(id, name)));
    EXPECT_EQ(own(store), (Ids{"c", "b", "a"}));
    EXPECT_EQ(own(open()), (Ids{"c", "b", "a"}));
}

TEST_F(RoutineFolderTest, StoresNothingThatCannotBeRun)
{
    RoutineFolder store = open();
    Routine bad = routine("mine", "Mine");
    bad.steps.front().duration = Seconds(-5);
    EXPECT_EQ(store.save(bad).error(), (Error{ErrorCode::InvalidValue, "step 1: seconds must be 1 to 3600"}));
    bad = routine("mine", "Mine");
    bad.steps.front().pose = "tool-elbow";
    EXPECT_EQ(store.save(bad).error(), (Error{ErrorCode::InvalidValue, "step 1: pose is not known"}));
    EXPECT_EQ(store.save(routine("../mine", "Mine")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(store.save(routine("daily-five", "Mine")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(store.routines().size(), 2U);
    EXPECT_EQ(home.entries(), 0);
}

TEST_F(RoutineFolderTest, NamesFileAndFieldOfWhatItCannotUseAndLeavesItAsItIs)
{
    make();
    const auto step = [](const std::string& fields) {
        return R"({"psolog_routine": 1, "id": "x", "name": "X", "steps": [)"
               R"({"kind": "rest", "cue": "", "pose": "prone", )"
            + fields + "}]}";
    };
    std::string many = step(R"("seconds": 5)");
    const std::size_t second = many.size() - 2;
    for (int i = 1; i < 10'000; ++i)
        many.insert(second, R"(,{"kind":"rest","cue":"","pose":"prone","seconds":5})");
    const std::vector<std::pair<std::string, std::string>> files{
        {"a.json", step(R"("seconds": -30)")},
        {"b.json", many},
        {"c.json", R"({"psolog_routine": 2})"},
        {"d.json", R"({"psolog_routine": 0})"},
        {"e.json", "not JSON"},
        {"f.json", serialiseRoutine({"f", "two\nlines", {zoneStep()}})},
        {"g.json", serialiseRoutine({"g", "G", {zoneStep(), {StepKind::Rest, {}, {}, Seconds(5), "", "tool-elbow"}}})},
        {"h.json", std::string(kMaxRoutineFileBytes + 1, ' ')},
        {"i.json", ""},
    };
    for (const auto& [name, text] : files)
        put(folder / name, text);
    const RoutineFolder store = open();
    EXPECT_EQ(store.routines().size(), 2U);
    const std::vector<std::string> expected{
        "a.json: step 1: seconds must be a whole number, 1 to 3600",
        "b.json: steps must be 1 to 200",
        "c.json: written for a newer Psolog",
        "d.json: psolog_routine must be 1",
        "e.json: line 1, column 2: not valid JSON",
        "f.json: name must not contain control characters",
        "g.json: step 2: pose is not known",
        "h.json: it is longer than 1024 KiB",
        "i.json: line 1, column 1: not valid JSON",
    };
    EXPECT_EQ(reasons(store), expected);
    EXPECT_EQ(store.unused()[2].error.code, ErrorCode::TooNew);
    for (const auto& [name, text] : files)
        EXPECT_EQ(contentOf(folder / name), text) << name;
}

TEST_F(RoutineFolderTest, PrefersTheShippedRoutineOfThatId)
{
    make();
    put(folder / "mine.json", routine("daily-five", "Hard five minutes"));
    const RoutineFolder store = open();
    EXPECT_EQ(store.find("daily-five")->routine, shipped().front());
    EXPECT_EQ(reasons(store), Ids{"mine.json: id \"daily-five\" is that of a routine of the program"});
}

TEST_F(RoutineFolderTest, UsesTheFirstOfTwoFilesWithOneId)
{
    make();
    put(folder / "a.json", routine("mine", "First"));
    put(folder / "b.json", routine("mine", "Second"));
    RoutineFolder store = open();
    EXPECT_EQ(store.find("mine")->routine.name, "First");
    EXPECT_EQ(reasons(store), Ids{"b.json: id \"mine\" is that of a.json"});
    // It stays in the file it came from.
    ASSERT_TRUE(store.save(routine("mine", "Changed")));
    EXPECT_EQ(parseRoutine(contentOf(folder / "a.json"), "a")->name, "Changed");
    EXPECT_EQ(parseRoutine(contentOf(folder / "b.json"), "b")->name, "Second");
    EXPECT_EQ(home.entries(), 3);
}

TEST_F(RoutineFolderTest, NeverWritesOverAFileItDoesNotUse)
{
    make();
    put(folder / "mine.json", "half a routine");
    RoutineFolder store = open();
    EXPECT_EQ(store.freeId("Mine"), "mine-2");
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    EXPECT_EQ(contentOf(folder / "mine.json"), "half a routine");
    EXPECT_EQ(open().find("mine")->routine.name, "Mine");
    EXPECT_TRUE(fs::exists(folder / "mine-2.json"));
}

TEST_F(RoutineFolderTest, ReadsRegularFilesAlone)
{
    make();
    put(home.path() / "outside.json", routine("outside", "Outside"));
    fs::create_symlink(home.path() / "outside.json", folder / "link.json");
    fs::create_symlink(folder / "nowhere", folder / "loose.json");
    fs::create_directory(folder / "sub.json");
    put(folder / "sub.json" / "inside.json", routine("inside", "Inside"));
    ASSERT_EQ(::mkfifo((folder / "pipe.json").c_str(), 0600), 0);
    put(folder / "notes.txt", "mine");
    put(folder / ".psolog-abc.json", "left by a crash");
    const RoutineFolder store = open();
    EXPECT_TRUE(own(store).empty());
    EXPECT_EQ(reasons(store),
              (Ids{"link.json: it is a link", "loose.json: it is a link", "pipe.json: it is not a regular file",
                   "sub.json: it is not a regular file"}));
}

TEST_F(RoutineFolderTest, ShowsAFileNameWithControlCharactersHarmlessly)
{
    make();
    put(folder / "a\n\x1B[31m.json", "nothing");
    const RoutineFolder store = open();
    ASSERT_EQ(store.unused().size(), 1U);
    EXPECT_EQ(store.unused().front().name, "a??[31m.json");
    EXPECT_EQ(reasons(store), Ids{"a??[31m.json: line 1, column 2: not valid JSON"});
}

TEST_F(RoutineFolderTest, ReadsAndKeepsAtMostTwoHundred)
{
    make();
    for (int i = 1000; i < 1205; ++i)
        put(folder / (std::to_string(i) + ".json"), routine("r" + std::to_string(i), "R"));
    RoutineFolder store = open();
    EXPECT_EQ(own(store).size(), 200U);
    EXPECT_EQ(reasons(store), Ids{"1200.json: only the first 200 files are read; this one and 4 after it are not"});
    EXPECT_EQ(store.save(routine("more", "More")).error(),
              (Error{ErrorCode::InvalidValue, "there are 200 files already"}));
    EXPECT_TRUE(store.save(routine("r1000", "Changed")));
}

TEST_F(RoutineFolderTest, CountsTheFilesItCannotUseToo)
{
    make();
    for (int i = 1000; i < 1199; ++i)
        put(folder / (std::to_string(i) + ".json"), "nothing");
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    EXPECT_EQ(store.save(routine("more", "More")).error(),
              (Error{ErrorCode::InvalidValue, "there are 200 files already"}));
    EXPECT_TRUE(store.save(routine("mine", "Changed")));
    EXPECT_EQ(open().find("mine")->routine.name, "Changed");
}

TEST_F(RoutineFolderTest, NeitherReplacesNorRemovesWhatAnotherProgramChanged)
{
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    const Error changed{
        ErrorCode::InvalidValue,
        "mine.json: changed by another program; it was read again and left as it is. Look at it, then try again."};
    put(folder / "mine.json", routine("mine", "Ours"));
    EXPECT_EQ(store.save(routine("mine", "Changed")).error(), changed);
    EXPECT_EQ(contentOf(folder / "mine.json"), serialiseRoutine(routine("mine", "Ours")));
    // What is there now is known, and may be replaced.
    EXPECT_EQ(store.find("mine")->routine.name, "Ours");
    ASSERT_TRUE(store.save(routine("mine", "Changed")));
    ASSERT_TRUE(store.save(routine("mine", "Changed twice")));
    put(folder / "mine.json", routine("mine", "Theirs"));
    EXPECT_EQ(store.remove("mine").error(), changed);
    EXPECT_EQ(store.find("mine")->routine.name, "Theirs");
    ASSERT_TRUE(store.remove("mine"));
    EXPECT_FALSE(fs::exists(file("mine.json")));
}

TEST_F(RoutineFolderTest, KeepsAFileThatAnotherProgramMadeUseless)
{
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    put(folder / "mine.json", "half a rout");
    EXPECT_FALSE(store.save(store.find("mine")->routine));
    EXPECT_EQ(store.find("mine"), nullptr);
    ASSERT_EQ(store.unused().size(), 1U);
    EXPECT_EQ(store.unused().front().name, "mine.json");
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    EXPECT_EQ(contentOf(folder / "mine.json"), "half a rout");
    EXPECT_TRUE(fs::exists(file("mine-2.json")));
}

TEST_F(RoutineFolderTest, WritesAgainWhatAnotherProgramRemoved)
{
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    fs::remove(folder / "mine.json");
    ASSERT_TRUE(store.save(routine("mine", "Changed")));
    EXPECT_EQ(open().find("mine")->routine.name, "Changed");
    fs::remove(folder / "mine.json");
    EXPECT_TRUE(store.remove("mine"));
    EXPECT_EQ(store.find("mine"), nullptr);
}

TEST_F(RoutineFolderTest, ListsThePosesThatAreNotUsedWithFileAndField)
{
    make();
    put(folder / "bad.json", "nothing");
    const fs::path poses = home.path() / "poses";
    fs::create_directory(poses);
    put(poses / "knee.json", R"({"version": 1, "name": 5})");
    const PosesInUse inUse = posesWithUsers({}, poses);
    const RoutineFolder store(shipped(), folder, {"tool-low"}, inUse.unused);
    ASSERT_EQ(store.unused().size(), 2U);
    EXPECT_EQ(store.unused().front().name, "knee.json");
    EXPECT_EQ(store.unused().front().error.detail.rfind("knee.json: name", 0), 0U)
        << store.unused().front().error.detail;
    EXPECT_EQ(store.unused().back().name, "bad.json");
}

TEST_F(RoutineFolderTest, SaysWhenTheFolderIsNone)
{
    put(folder, "a file");
    RoutineFolder store = open();
    EXPECT_EQ(store.routines().size(), 2U);
    ASSERT_EQ(store.unused().size(), 1U);
    EXPECT_EQ(store.unused().front().name, "routines");
    EXPECT_EQ(store.unused().front().error.code, ErrorCode::CannotOpen);
    EXPECT_FALSE(store.save(routine("mine", "Mine")));
    EXPECT_EQ(contentOf(folder), "a file");
}

TEST_F(RoutineFolderTest, ChangesNothingInAFolderThatCannotBeWritten)
{
    {
        RoutineFolder store = open();
        ASSERT_TRUE(store.save(routine("mine", "Mine")));
    }
    const std::string before = contentOf(folder / "mine.json");
    ASSERT_EQ(::chmod(home.path().c_str(), 0755), 0);
    ASSERT_EQ(::chmod(folder.c_str(), 0500), 0);
    {
        const test::AsNobody nobody(folder.string(), file("mine.json"));
        if (!nobody.works())
            GTEST_SKIP() << "permissions do not bind this user";
        RoutineFolder store = open();
        const auto all = store.routines();
        EXPECT_EQ(store.save(routine("mine", "Changed")).error().code, ErrorCode::ReadOnly);
        EXPECT_EQ(store.save(routine("other", "Other")).error().code, ErrorCode::ReadOnly);
        EXPECT_EQ(store.remove("mine").error().code, ErrorCode::ReadOnly);
        EXPECT_EQ(store.routines(), all);
    }
    EXPECT_EQ(contentOf(folder / "mine.json"), before);
    EXPECT_EQ(home.entries(), 2);
    ASSERT_EQ(::chmod(folder.c_str(), 0700), 0);
}

/// Makes every write beyond `bytes` of a file fail, as on a full disk, for its life.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

TEST_F(RoutineFolderTest, LeavesTheOldFileWholeWhenTheNewOneDoesNotFit)
{
    RoutineFolder store = open();
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    const std::string before = contentOf(folder / "mine.json");
    const auto all = store.routines();
    Routine longer = routine("mine", "Longer");
    longer.steps.resize(100, zoneStep());
    {
        const SmallFiles small(1000);
        EXPECT_EQ(store.save(longer).error().code, ErrorCode::WriteFailed);
        longer.id = "other";
        EXPECT_EQ(store.save(longer).error().code, ErrorCode::WriteFailed);
        EXPECT_EQ(store.write(longer, home.file("out.json")).error().code, ErrorCode::WriteFailed);
    }
    EXPECT_EQ(contentOf(folder / "mine.json"), before);
    EXPECT_EQ(store.routines(), all);
    EXPECT_EQ(home.entries(), 2);
}

TEST_F(RoutineFolderTest, ExportsAFileThatReadsBackTheSame)
{
    const RoutineFolder store = open();
    const std::string path = home.file("out.json");
    put(path, "old");
    ASSERT_TRUE(store.write(shipped().front(), path));
    EXPECT_EQ(store.read(path), shipped().front());
    EXPECT_EQ(store.write(shipped().front(), home.file("no/where.json")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.write(shipped().front(), home.path().string()).error().code, ErrorCode::InvalidValue);
    // A link of the user's stays one.
    fs::create_symlink(path, home.path() / "link.json");
    ASSERT_TRUE(store.write(shipped().back(), home.file("link.json")));
    EXPECT_TRUE(fs::is_symlink(home.path() / "link.json"));
    EXPECT_EQ(store.read(path), shipped().back());
}

TEST_F(RoutineFolderTest, ImportNamesFileAndFieldAndStoresNothing)
{
    const RoutineFolder store = open();
    const std::string path = home.file("in.json");
    EXPECT_EQ(store.read(path).error(), (Error{ErrorCode::NotFound, "in.json: it does not exist"}));
    put(path, routine("in", "In"));
    EXPECT_TRUE(store.read(path));
    EXPECT_EQ(store.find("in"), nullptr);
    Routine strange = routine("in", "In");
    strange.steps.front().pose = "handstand";
    put(path, strange);
    EXPECT_EQ(store.read(path).error(), (Error{ErrorCode::InvalidValue, "in.json: step 1: pose is not known"}));
    EXPECT_EQ(store.read(home.path().string()).error().code, ErrorCode::InvalidValue);
}

TEST_F(RoutineFolderTest, MakesIdsThatNoRoutineHas)
{
    RoutineFolder store = open();
    EXPECT_EQ(store.freeId("My  Morning, part 2!"), "my-morning-part-2");
    EXPECT_EQ(store.freeId("Daily Five"), "daily-five-2");
    EXPECT_EQ(store.freeId("\xE6\x9C\x9D"), "routine");
    EXPECT_EQ(store.freeId(""), "routine");
    EXPECT_LE(store.freeId(std::string(500, 'x')).size(), 60U);
    ASSERT_TRUE(store.save(routine("mine", "Mine")));
    EXPECT_EQ(store.freeId("mine"), "mine-2");
}

RC_GTEST_PROP(RoutineFolder, EveryFreeIdCanBeSaved, ())
{
    const TemporaryFolder home;
    RoutineFolder store(shipped(), home.path() / "routines", {"tool-low"});
    const auto names = *rc::gen::container<std::vector<std::string>>(4, rc::gen::arbitrary<std::string>());
    for (const std::string& name : names) {
        const std::string id = store.freeId(name);
        RC_ASSERT(store.find(id) == nullptr);
        RC_ASSERT(store.save(routine(id, "Name")).has_value());
    }
    RC_ASSERT(RoutineFolder(shipped(), home.path() / "routines", {"tool-low"}).routines() == store.routines());
}

RC_GTEST_PROP(RoutineFolder, WhateverTheFilesHoldTheShippedOnesStayFirst, ())
{
    const TemporaryFolder home;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        std::string text = serialiseRoutine(routine(i % 2 == 0 ? "same" : "r" + std::to_string(i), "Name"));
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        put(home.path() / (std::to_string(i) + ".json"), text);
    }
    const RoutineFolder store(shipped(), home.path(), {"tool-low"});
    RC_ASSERT(store.routines().size() + store.unused().size() == 2U + static_cast<std::size_t>(count));
    RC_ASSERT(store.routines()[0].routine == shipped()[0]);
    RC_ASSERT(store.routines()[1].routine == shipped()[1]);
    for (const StoredRoutine& one : store.routines())
        RC_ASSERT(validate(one.routine).has_value());
}

}  // namespace
}  // namespace psolog
