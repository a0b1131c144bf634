// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/notesfile.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <sys/stat.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/temporaryfolder.h"

namespace psolog {

/// Found by argument: shows the message when an expectation fails.
void PrintTo(const Error& error, std::ostream* out)
{
    *out << nameOf(error.code) << ": " << error.detail;
}

namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

constexpr const char* kWritten =
    R"("written": {"time": "2026-11-22T20:15:00.000+01:00", "time_zone": "Europe/Berlin"})";
constexpr const char* kId = "00000000-0000-4000-8000-000000000001";

std::string uuid(int number)
{
    std::string digits = std::to_string(number);
    return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

/// A file with these notes and whatever follows them.
std::string fileOf(const std::string& notes, const std::string& tail = {})
{
    return std::string(R"({"psolog_notes": 1, "athlete": ")") + kId
        + R"(", "athlete_name": "Runner 07", "author": "Kim", )" + kWritten + R"(, "notes": [)" + notes + "]" + tail
        + "}";
}

/// A note with these fields added.
std::string noteOf(const std::string& fields, int number = 2)
{
    return R"({"id": ")" + uuid(number) + R"(", "author": "Kim", )" + kWritten + ", " + fields + "}";
}

Error errorOf(const std::string& json)
{
    const auto file = parseNotesFile(json, "x");
    return file ? Error{ErrorCode::Internal, "it was accepted"} : file.error();
}

Error errorOfNote(const std::string& fields)
{
    return errorOf(fileOf(noteOf(fields)));
}

Error errorOfPlan(const std::string& plan)
{
    return errorOf(fileOf({}, R"(, "plan": )" + plan));
}

Error invalid(std::string detail)
{
    return {ErrorCode::InvalidValue, std::move(detail)};
}

Instant moment(std::int64_t utcMs, int offset = 60)
{
    return {UtcTime(Milliseconds(utcMs)), std::chrono::minutes(offset), "Europe/Berlin"};
}

const std::string kRoutine = R"({"psolog_routine": 1, "id": "mine", "name": "Mine", "steps": [
    {"kind": "zone", "zone": "low", "side": "left", "seconds": 90, "cue": "Search.", "pose": "tool-low"}]})";

TEST(NotesFile, ReadsEveryField)
{
    const std::string plan = R"({"id": ")" + uuid(9) + R"(", "author": "Kim", )" + kWritten
        + R"(, "days_a_week": 5, "routine": )" + kRoutine + "}";
    const std::string notes =
        noteOf(R"("first_day": "2026-11-20", "last_day": "2026-11-22", "muscle": "calf", "text": "Easy.\n\tDo.")")
        + ", " + noteOf(R"("text": "", "withdrawn": true)", 3);
    const auto file = parseNotesFile(fileOf(notes, R"(, "plan": )" + plan), "x");
    ASSERT_TRUE(file) << file.error().detail;
    const Instant written = moment(1'795'374'900'000);
    const CoachNote first{
        CoachNoteId(uuid(2)), "Kim",          written, NoteDays{LocalDay(2026, 11, 20), LocalDay(2026, 11, 22)},
        Muscle::Calf,         "Easy.\n\tDo.", false};
    const CoachNote second{CoachNoteId(uuid(3)), "Kim", written, {}, {}, "", true};
    const Routine routine{
        "mine", "Mine", {{StepKind::Zone, Zone::Low, BodySide::Left, Seconds(90), "Search.", "tool-low"}}};
    const CoachPlan expected{CoachPlanId(uuid(9)), "Kim", written, 5, routine};
    EXPECT_EQ(*file, (NotesFile{AthleteId(kId), "Runner 07", "Kim", written, {first, second}, expected}));
}

TEST(NotesFile, NamesThePlaceOfASyntaxError)
{
    EXPECT_EQ(errorOf("{\n \"psolog_notes\": 1,\n \"author\":  x}"),
              (Error{ErrorCode::SyntaxError, "x: line 3, column 13: not valid JSON"}));
    EXPECT_EQ(errorOf("").code, ErrorCode::SyntaxError);
    EXPECT_EQ(errorOf("{\"author\": \"\xFF\"}").code, ErrorCode::SyntaxError);
    EXPECT_EQ(errorOf(R"({"author": "\ud800"})").code, ErrorCode::SyntaxError);
    EXPECT_EQ(errorOf("{\"author\": \"\x01\"}").code, ErrorCode::SyntaxError);
    EXPECT_EQ(errorOf(fileOf({}) + "{}").code, ErrorCode::SyntaxError);
}

TEST(NotesFile, RefusesAFieldNamedTwiceAnywhere)
{
    const Error twice{ErrorCode::SyntaxError, "x: a field is named twice"};
    EXPECT_EQ(errorOf(fileOf({}, R"(, "author": "Eve")")), twice);
    EXPECT_EQ(errorOfNote(R"("text": "a", "text": "b")"), twice);
    EXPECT_EQ(errorOfNote(R"("text": "a", "te\u0078t": "b")"), twice);
    EXPECT_EQ(errorOf(R"({"psolog_notes": 2, "psolog_notes": 1})"), twice);
}

TEST(NotesFile, RefusesWhatIsTooLongOrTooDeep)
{
    EXPECT_EQ(errorOf(std::string(kMaxNotesFileBytes + 1, ' ')),
              (Error{ErrorCode::TooLarge, "x: longer than 1024 KiB"}));
    EXPECT_EQ(errorOf(std::string(500'000, '[') + std::string(500'000, ']')),
              (Error{ErrorCode::SyntaxError, "x: nested too deeply"}));
    std::string objects;
    for (int i = 0; i < 170'000; ++i)
        objects += R"({"a":)";
    EXPECT_EQ(errorOf(objects).code, ErrorCode::SyntaxError);
}

TEST(NotesFile, IsDoneWithAHugeListInTime)
{
    std::string lists = R"({"psolog_notes": 1, "notes": [)";
    while (lists.size() < kMaxNotesFileBytes - 8)
        lists += "[],";
    lists += "[]]}";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(errorOf(lists).code, ErrorCode::InvalidValue);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(NotesFile, RefusesWhatIsNoNotesFile)
{
    EXPECT_EQ(errorOf("[]"), invalid("x: not a notes file: must be an object"));
    EXPECT_EQ(errorOf("{}"), invalid("x: not a notes file: psolog_notes is missing"));
    EXPECT_EQ(errorOf(kRoutine), invalid("x: not a notes file: psolog_notes is missing"));
    EXPECT_EQ(errorOf(R"({"psolog_notes": 0})"), invalid("x: psolog_notes must be 1"));
    EXPECT_EQ(errorOf(R"({"psolog_notes": -9223372036854775808})"), invalid("x: psolog_notes must be 1"));
}

TEST(NotesFile, RefusesANewerVersionAsTooNew)
{
    const Error newer{ErrorCode::TooNew, "x: written for a newer Psolog"};
    EXPECT_EQ(errorOf(R"({"psolog_notes": 2, "anything": []})"), newer);
    EXPECT_EQ(errorOf(R"({"psolog_notes": 18446744073709551615})"), newer);
    EXPECT_EQ(errorOfPlan(R"({"id": ")" + uuid(9) + R"(", "author": "K", )" + kWritten
                          + R"(, "days_a_week": 1, "routine": {"psolog_routine": 2}})"),
              (Error{ErrorCode::TooNew, "x: plan: routine: written for a newer Psolog"}));
}

TEST(NotesFile, NamesTheBadFieldOfTheFile)
{
    const auto with = [](const std::string& from, const std::string& to) {
        std::string json = fileOf({});
        json.replace(json.find(from), from.size(), to);
        return errorOf(json);
    };
    EXPECT_EQ(with(kId, "you"), invalid("x: athlete must be a UUID"));
    EXPECT_EQ(with(R"("Runner 07")", "7"), invalid("x: athlete_name must be text"));
    EXPECT_EQ(with("Runner 07", "Runner\\n07"), invalid("x: athlete name must be one line of at most 100 characters"));
    EXPECT_EQ(with("Kim", ""), invalid("x: author must be one line of 1 to 100 characters"));
    EXPECT_EQ(with("Kim", "K\\u202Emi"), invalid("x: author must be one line of 1 to 100 characters"));
    EXPECT_EQ(with("Kim", "K\\u0000"), invalid("x: author is not valid text"));
    EXPECT_EQ(with("Kim", std::string(101, 'k')), invalid("x: author may have at most 100 characters"));
    EXPECT_EQ(with(R"("notes": [])", R"("notes": {})"), invalid("x: notes must be a list"));
    EXPECT_EQ(with(R"(, "notes": [])", ""), invalid("x: notes is missing"));
    EXPECT_EQ(with(R"("notes": [])", R"("notes": [], "nots": 1)"), invalid("x: unknown field \"nots\""));
    EXPECT_EQ(with(R"("author": "Kim", )", ""), invalid("x: author is missing"));
}

TEST(NotesFile, NamesTheBadPartOfAMoment)
{
    const auto written = [](const std::string& value) {
        std::string json = fileOf({});
        json.replace(json.find(kWritten), std::string(kWritten).size(), R"("written": )" + value);
        return errorOf(json);
    };
    const Error badTime = invalid("x: written: time must look like 2026-11-22T20:15:00.000+01:00");
    for (const char* const time :
         {"2026-11-22T20:15:00.000Z", "2026-02-30T20:15:00.000+01:00", "2026-11-22T24:15:00.000+01:00",
          "2026-11-22T20:60:00.000+01:00", "2026-11-22T20:15:60.000+01:00", "2026-11-22T20:15:00.000+19:00",
          "2026-11-22T20:15:00.000+01:60", "1969-11-22T20:15:00.000+01:00", "2026-11-22T20:15:00.000 01:00",
          "2026-11-22 20:15:00.000+01:00", "2026-11-22T20:15:00.0-0+01:00", "2026-11-22T20:15:00.000-00:00", "", "now"})
        EXPECT_EQ(written(std::string(R"({"time": ")") + time + R"(", "time_zone": "UTC"})"), badTime) << time;
    EXPECT_EQ(written("5"), invalid("x: written must be an object"));
    EXPECT_EQ(written(R"({"time_zone": "UTC"})"), invalid("x: written: time is missing"));
    EXPECT_EQ(written(R"({"time": "2026-11-22T20:15:00.000+01:00"})"), invalid("x: written: time_zone is missing"));
    EXPECT_EQ(written(R"({"time": "2026-11-22T20:15:00.000+01:00", "time_zone": "a\nb"})"),
              invalid("x: written: a time zone has at most 100 characters"));
    EXPECT_EQ(written(R"({"time": "2026-11-22T20:15:00.000+01:00", "time_zone": "UTC", "dst": 1})"),
              invalid("x: written: unknown field \"dst\""));
}

TEST(NotesFile, NamesTheBadFieldOfANote)
{
    EXPECT_EQ(errorOf(fileOf("7")), invalid("x: note 1: must be an object"));
    EXPECT_EQ(errorOfNote(R"("text": 5)"), invalid("x: note 1: text must be text"));
    EXPECT_EQ(errorOfNote(R"("text": "")"), invalid("x: note 1: text is missing"));
    EXPECT_EQ(errorOfNote(R"("text": ")" + std::string(5'001, 'x') + "\""),
              invalid("x: note 1: text may have at most 5000 characters"));
    for (const char* const text : {"\\u0000", "\\u0007", "\\u001b[31m", "\\u007f", "\\u0085", "\\r\\n"})
        EXPECT_EQ(errorOfNote(std::string(R"("text": "a)") + text + "\"").code, ErrorCode::InvalidValue) << text;
    EXPECT_EQ(errorOfNote(R"("text": "a", "first_day": "2026-11-20")"), invalid("x: note 1: last_day is missing"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "last_day": "2026-11-20")"), invalid("x: note 1: first_day is missing"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "first_day": "2026-11-31", "last_day": "2026-12-01")"),
              invalid("x: note 1: first_day must be a day such as 2026-11-22"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "first_day": "2026-11-21", "last_day": "2026-11-20")"),
              invalid("x: note 1: days must not end before they begin"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "first_day": 20261121, "last_day": "2026-11-20")"),
              invalid("x: note 1: first_day must be text"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "muscle": "calf")"), invalid("x: note 1: muscle needs days"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "first_day": "2026-11-20", "last_day": "2026-11-20", "muscle": "heart")"),
              invalid("x: note 1: muscle must be one of: hamstring, calf, quadriceps, glute, psoas, lower-back"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "withdrawn": 1)"), invalid("x: note 1: withdrawn must be true or false"));
    EXPECT_EQ(errorOfNote(R"("text": "a", "day": "2026-11-20")"), invalid("x: note 1: unknown field \"day\""));
    EXPECT_EQ(errorOf(fileOf(noteOf(R"("text": "a")") + "," + noteOf(R"("text": "b")"))),
              invalid("x: two notes have the same id"));
}

TEST(NotesFile, TakesTwoThousandNotesAndNoMore)
{
    std::string notes = noteOf(R"("text": "a")", 10);
    for (int i = 1; i < 2'000; ++i)
        notes += "," + noteOf(R"("text": "a")", 10 + i);
    EXPECT_TRUE(parseNotesFile(fileOf(notes), "x"));
    EXPECT_EQ(errorOf(fileOf(notes + "," + noteOf(R"("text": "a")", 5'000))),
              invalid("x: there are more than 2000 notes"));
}

TEST(NotesFile, NamesTheBadFieldOfAPlan)
{
    const auto plan = [](const std::string& days, const std::string& routine) {
        return errorOfPlan(R"({"id": ")" + uuid(9) + R"(", "author": "Kim", )" + kWritten + R"(, "days_a_week": )"
                           + days + R"(, "routine": )" + routine + "}");
    };
    for (const char* const days : {"0", "8", "-1", "1.5", "1e1", "null", "\"5\"", "18446744073709551615", "1e999"})
        EXPECT_NE(plan(days, kRoutine).code, ErrorCode::Internal) << days;
    EXPECT_EQ(plan("8", kRoutine), invalid("x: plan: days_a_week must be a whole number, 1 to 7"));
    EXPECT_EQ(plan("5", "[]"), invalid("x: plan: routine must be an object"));
    EXPECT_EQ(plan("5", R"({"psolog_routine": 1, "id": "a", "name": "A", "steps": []})"),
              invalid("x: plan: routine: steps must be 1 to 200"));
    EXPECT_EQ(plan("5", R"({"psolog_routine": 1, "id": "a", "name": "A", "steps": [5]})"),
              invalid("x: plan: routine: step 1: must be an object"));
    EXPECT_EQ(errorOfPlan("null"), invalid("x: plan must be an object"));
    EXPECT_EQ(errorOfPlan("{}"), invalid("x: plan: id is missing"));
}

std::string anyText(std::size_t most)
{
    static const std::vector<std::string> kParts{
        "a", " ", "\n", "\t", "\"", "\\", "<b>", "=1+1", "\xC3\xBC", "\xE2\x80\xAE", "\xF0\x9F\x8F\x83"};
    std::string text;
    const auto count = *rc::gen::inRange<std::size_t>(1, most);
    for (std::size_t i = 0; i < count; ++i)
        text += *rc::gen::elementOf(kParts);
    return text;
}

Instant anyMoment()
{
    Instant at = moment(*rc::gen::inRange<std::int64_t>(2LL * 86'400'000, 253'402'000'000'000),
                        *rc::gen::inRange(-1'080, 1'081));
    at.zone = *rc::gen::element<std::string>("UTC", "Europe/Berlin", "Pacific/Apia", "");
    return at;
}

NotesFile anyFile()
{
    NotesFile file;
    file.athlete = AthleteId(uuid(1));
    file.athleteName = *rc::gen::element<std::string>("", "Runner 07", "J\xC3\xBCrgen \"J\"");
    file.author = *rc::gen::element<std::string>("Kim", "=cmd()", "<b>Kim</b>");
    file.written = anyMoment();
    const int notes = *rc::gen::inRange(0, 8);
    for (int i = 0; i < notes; ++i) {
        CoachNote note;
        note.id = CoachNoteId(uuid(100 + i));
        note.author = *rc::gen::element<std::string>("Kim", "Lee");
        note.written = anyMoment();
        note.withdrawn = *rc::gen::arbitrary<bool>();
        note.text = note.withdrawn ? "" : anyText(20);
        if (*rc::gen::arbitrary<bool>()) {
            const LocalDay first = LocalDay(1970, 1, 1) + *rc::gen::inRange(0, 2'900'000);
            note.days = NoteDays{first, first + *rc::gen::inRange(0, 30)};
            if (*rc::gen::arbitrary<bool>())
                note.muscle = *rc::gen::element(Muscle::Hamstring, Muscle::LowerBack);
        }
        file.notes.push_back(note);
    }
    if (*rc::gen::arbitrary<bool>())
        file.plan =
            CoachPlan{CoachPlanId(uuid(9)), "Kim", anyMoment(), *rc::gen::inRange(1, 8),
                      Routine{"five", "Five", {{StepKind::Rest, {}, BodySide::Both, Seconds(30), "Rest.", "prone"}}}};
    return file;
}

RC_GTEST_PROP(NotesFile, WhatIsWrittenReadsBackTheSame, ())
{
    const NotesFile file = anyFile();
    RC_ASSERT(validate(file).has_value());
    const auto back = parseNotesFile(serialiseNotesFile(file), "x");
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == file);
}

RC_GTEST_PROP(NotesFile, AMutilatedFileIsRefusedOrValid, ())
{
    std::string text = serialiseNotesFile(anyFile());
    const int edits = *rc::gen::inRange(1, 6);
    for (int i = 0; i < edits && !text.empty(); ++i) {
        const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        if (*rc::gen::arbitrary<bool>())
            text.erase(place, *rc::gen::inRange<std::size_t>(1, 20));
        else
            text[place] = *rc::gen::arbitrary<char>();
    }
    const auto file = parseNotesFile(text, "x");
    if (file)
        RC_ASSERT(validate(*file).has_value());
    else
        RC_ASSERT(file.error().detail.rfind("x: ", 0) == 0U);
}

NotesFile someFile()
{
    const Instant written = moment(1'795'374'900'000);
    return {AthleteId(uuid(1)),
            "Runner 07",
            "Kim",
            written,
            {{CoachNoteId(uuid(2)), "Kim", written, {}, {}, "Well done.", false}},
            {}};
}

TEST(NotesFiles, WritesAPrivateFileThatReadsBackTheSame)
{
    const TemporaryFolder home;
    const std::string path = home.file("kim.psolog-notes");
    std::ofstream(path) << "old";
    ASSERT_TRUE(NotesFiles().write(someFile(), path));
    struct stat status { };
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_EQ(NotesFiles().read(path), someFile());
    EXPECT_EQ(home.entries(), 1);
}

TEST(NotesFiles, WritesNothingThatNobodyCouldRead)
{
    const TemporaryFolder home;
    const std::string path = home.file("kim.psolog-notes");
    NotesFile file = someFile();
    file.author.clear();
    EXPECT_EQ(NotesFiles().write(file, path).error().code, ErrorCode::InvalidValue);
    file = someFile();
    for (int i = 0; i < 300; ++i)
        file.notes.push_back({CoachNoteId(uuid(100 + i)), "Kim", file.written, {}, {}, std::string(5'000, 'x'), false});
    EXPECT_EQ(NotesFiles().write(file, path).error().code, ErrorCode::TooLarge);
    file = someFile();
    file.written.utc += std::chrono::years(8'000);
    EXPECT_EQ(NotesFiles().write(file, path).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(home.entries(), 0);
    EXPECT_EQ(NotesFiles().write(someFile(), home.file("no/kim.psolog-notes")).error(),
              (Error{ErrorCode::NotFound, "kim.psolog-notes: No such file or directory"}));
}

TEST(NotesFiles, ReadsRegularFilesAlone)
{
    const TemporaryFolder home;
    const NotesFiles files;
    const std::string path = home.file("kim.psolog-notes");
    ASSERT_TRUE(files.write(someFile(), path));
    const auto codeOf = [&](const std::string& name) { return files.read(home.file(name)).error().code; };
    fs::create_symlink(path, home.path() / "link");
    fs::create_symlink(home.path() / "nowhere", home.path() / "loose");
    fs::create_directory(home.path() / "folder");
    ASSERT_EQ(::mkfifo((home.path() / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(codeOf("link"), ErrorCode::NotAFile);
    EXPECT_EQ(codeOf("loose"), ErrorCode::NotAFile);
    EXPECT_EQ(codeOf("folder"), ErrorCode::NotAFile);
    EXPECT_EQ(codeOf("pipe"), ErrorCode::NotAFile);
    EXPECT_EQ(codeOf("missing"), ErrorCode::NotFound);
    EXPECT_EQ(files.read("/dev/null").error().code, ErrorCode::NotAFile);
    EXPECT_EQ(files.read("/dev/zero").error().code, ErrorCode::NotAFile);
}

TEST(NotesFiles, NamesTheFileHarmlesslyWhenItIsNoGood)
{
    const TemporaryFolder home;
    const std::string path = home.file("a\n\x1B[31m.psolog-notes");
    std::ofstream(path) << "{}";
    EXPECT_EQ(NotesFiles().read(path).error(),
              invalid("a??[31m.psolog-notes: not a notes file: psolog_notes is missing"));
    std::ofstream(path) << std::string(kMaxNotesFileBytes + 1, ' ');
    EXPECT_EQ(NotesFiles().read(path).error(),
              (Error{ErrorCode::TooLarge, "a??[31m.psolog-notes: it is longer than 1024 KiB"}));
}

}  // namespace
}  // namespace psolog
