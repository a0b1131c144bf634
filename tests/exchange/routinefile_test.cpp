// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinefile.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace psolog {

/// Found by argument: shows the message when an expectation fails.
void PrintTo(const Error& error, std::ostream* out)
{
    *out << nameOf(error.code) << ": " << error.detail;
}

namespace {

const std::string kHead = R"({"psolog_routine": 1, "id": "mine", "name": "Mine", "steps": [)";
const std::string kLow =
    R"({"kind": "zone", "zone": "low", "side": "left", "seconds": 90, "cue": "Search.", "pose": "tool-low"})";

/// The error of a routine made of a good step and this one.
Error errorOfSecondStep(const std::string& step)
{
    const Result<Routine> routine = parseRoutine(kHead + kLow + ", " + step + "]}", "my.json");
    return routine ? Error{ErrorCode::Internal, "it was accepted"} : routine.error();
}

Error errorOf(const std::string& json)
{
    const Result<Routine> routine = parseRoutine(json, "my.json");
    return routine ? Error{ErrorCode::Internal, "it was accepted"} : routine.error();
}

Error invalid(std::string detail)
{
    return Error{ErrorCode::InvalidValue, std::move(detail)};
}

std::string shipped(const std::string& name)
{
    const char* const root = std::getenv("PSOLOG_SOURCE_DIR");
    std::ifstream file(std::string(root == nullptr ? "." : root) + "/resources/routines/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(RoutineFile, ReadsEveryField)
{
    const Result<Routine> routine = parseRoutine(kHead + kLow + "]}", "my.json");
    ASSERT_TRUE(routine) << routine.error().detail;
    const RoutineStep step{StepKind::Zone, Zone::Low, BodySide::Left, Seconds(90), "Search.", "tool-low"};
    EXPECT_EQ(*routine, (Routine{"mine", "Mine", {step}}));
}

TEST(RoutineFile, TakesBothSidesWhenNoneIsNamed)
{
    const Result<Routine> routine =
        parseRoutine(kHead + R"({"kind": "rest", "seconds": 30, "cue": "", "pose": "prone"}]})", "my.json");
    ASSERT_TRUE(routine) << routine.error().detail;
    EXPECT_EQ(routine->steps.front().side, BodySide::Both);
}

TEST(RoutineFile, ShippedDailyFiveRunsFiveMinutesFromLowToHigh)
{
    const Result<Routine> routine = parseRoutine(shipped("daily-five.json"), "daily-five.json");
    ASSERT_TRUE(routine) << routine.error().detail;
    EXPECT_EQ(routine->id, "daily-five");
    EXPECT_EQ(routine->total(), Seconds(300));
    std::vector<std::pair<StepKind, long>> steps;
    std::vector<std::optional<Zone>> zones;
    for (const RoutineStep& step : routine->steps) {
        steps.emplace_back(step.kind, step.duration.count());
        zones.push_back(step.zone);
        EXPECT_EQ(step.side, BodySide::Both);
        EXPECT_FALSE(step.cue.empty());
        EXPECT_FALSE(step.pose.empty());
    }
    const std::vector<std::pair<StepKind, long>> expected{
        {StepKind::Settle, 30}, {StepKind::Zone, 90}, {StepKind::Zone, 90}, {StepKind::Zone, 60}, {StepKind::Rest, 30}};
    EXPECT_EQ(steps, expected);
    const std::vector<std::optional<Zone>> low2high{std::nullopt, Zone::Low, Zone::Middle, Zone::High, std::nullopt};
    EXPECT_EQ(zones, low2high);
}

TEST(RoutineFile, NamesThePlaceOfASyntaxError)
{
    const Error expected{ErrorCode::SyntaxError, "my.json: line 3, column 9: not valid JSON"};
    EXPECT_EQ(errorOf("{\n \"psolog_routine\": 1,\n \"id\": \"a\" \"name\"}"),
              (Error{ErrorCode::SyntaxError, "my.json: line 3, column 17: not valid JSON"}));
    EXPECT_EQ(errorOf("{\n\n \"id\":  x}"), expected);
    EXPECT_EQ(errorOf("").code, ErrorCode::SyntaxError);
    EXPECT_EQ(errorOf("{\"id\": \"\xff\"}").code, ErrorCode::SyntaxError);
}

TEST(RoutineFile, NamesStepAndFieldOfABadStep)
{
    const std::string tail = R"(, "cue": "", "pose": "p"})";
    const auto seconds = [&](const std::string& value) {
        return errorOfSecondStep(R"({"kind": "rest", "seconds": )" + value + tail);
    };
    const Error badSeconds = invalid("my.json: step 2: seconds must be a whole number, 1 to 3600");
    for (const char* const value :
         {"0", "-1", "3601", "1.5", "\"30\"", "null", "18446744073709551615", "1e3", "-9223372036854775808"})
        EXPECT_EQ(seconds(value), badSeconds) << value;
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "rest", "cue": "", "pose": "p"})"),
              invalid("my.json: step 2: seconds is missing"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "jump", "seconds": 5)" + tail),
              invalid("my.json: step 2: kind must be one of: settle, zone, switch, rest"));
    EXPECT_EQ(errorOfSecondStep(R"({"seconds": 5)" + tail), invalid("my.json: step 2: kind is missing"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "zone", "seconds": 5)" + tail),
              invalid("my.json: step 2: zone is missing"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "zone", "zone": "groin", "seconds": 5)" + tail),
              invalid("my.json: step 2: zone must be one of: low, middle, high"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "rest", "zone": "low", "seconds": 5)" + tail),
              invalid("my.json: step 2: only a zone step has a zone"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "rest", "side": 1, "seconds": 5)" + tail),
              invalid("my.json: step 2: side must be text"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "rest", "seconds": 5, "cue": 5, "pose": "p"})"),
              invalid("my.json: step 2: cue must be text"));
    EXPECT_EQ(errorOfSecondStep(R"({"kind": "rest", "seconds": 5, "cue": "", "pose": "p", "secnds": 1})"),
              invalid("my.json: step 2: unknown field \"secnds\""));
    EXPECT_EQ(
        errorOfSecondStep(R"({"kind": "rest", "seconds": 5, "pose": "p", "cue": ")" + std::string(501, 'x') + "\"}"),
        invalid("my.json: step 2: cue may have at most 500 characters"));
    EXPECT_EQ(errorOfSecondStep("7"), invalid("my.json: step 2: must be an object"));
}

TEST(RoutineFile, RefusesARoutineThatIsNone)
{
    EXPECT_EQ(errorOf("[]"), invalid("my.json: not a routine: must be an object"));
    EXPECT_EQ(errorOf("{}"), invalid("my.json: not a routine: psolog_routine is missing"));
    EXPECT_EQ(errorOf(kHead + "]}"), invalid("my.json: steps must be 1 to 200"));
    EXPECT_EQ(errorOf(R"({"psolog_routine": 1, "id": "a", "name": "A"})"), invalid("my.json: steps is missing"));
    EXPECT_EQ(errorOf(R"({"psolog_routine": 1, "id": "a", "name": "A", "steps": {}})"),
              invalid("my.json: steps must be a list"));
    EXPECT_EQ(errorOf(R"({"psolog_routine": 1, "id": "A b", "name": "A", "steps": [)" + kLow + "]}"),
              invalid("my.json: id must be lower-case letters, digits and dashes"));
    EXPECT_EQ(errorOf(R"({"psolog_routine": 1, "id": "a", "name": "A", "speed": 1, "steps": [)" + kLow + "]}"),
              invalid("my.json: unknown field \"speed\""));
    std::string many = kHead + kLow;
    for (int i = 0; i < 200; ++i)
        many += "," + kLow;
    EXPECT_EQ(errorOf(many + "]}"), invalid("my.json: steps must be 1 to 200"));
}

TEST(RoutineFile, RefusesANewerVersionAsTooNew)
{
    EXPECT_EQ(errorOf(R"({"psolog_routine": 2, "anything": []})"),
              (Error{ErrorCode::TooNew, "my.json: written for a newer Psolog"}));
    EXPECT_EQ(errorOf(R"({"psolog_routine": 0})"), invalid("my.json: psolog_routine must be 1"));
}

TEST(RoutineFile, RefusesWhatIsTooLongOrTooDeep)
{
    EXPECT_EQ(errorOf(std::string(kMaxRoutineFileBytes + 1, ' ')),
              (Error{ErrorCode::SyntaxError, "my.json: longer than 1024 KiB"}));
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    EXPECT_EQ(errorOf(deep), (Error{ErrorCode::SyntaxError, "my.json: nested too deeply"}));
}

Routine anyRoutine()
{
    Routine routine;
    routine.id = "r" + std::to_string(*rc::gen::inRange(0, 999));
    routine.name = *rc::gen::element<std::string>("Morning",
                                                  "Gr\xC3\xBC\xC3\x9F"
                                                  "e",
                                                  "\"quoted\" \\ /");
    const int count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
        RoutineStep step;
        step.kind = *rc::gen::element(StepKind::Settle, StepKind::Zone, StepKind::Switch, StepKind::Rest);
        if (step.kind == StepKind::Zone)
            step.zone = *rc::gen::element(Zone::Low, Zone::Middle, Zone::High);
        step.side = *rc::gen::element(BodySide::Both, BodySide::Left, BodySide::Right);
        step.duration = Seconds(*rc::gen::inRange(1, 3601));
        step.cue = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
        step.pose = "tool-low";
        routine.steps.push_back(step);
    }
    return routine;
}

RC_GTEST_PROP(RoutineFile, WhatIsWrittenReadsBackTheSame, ())
{
    const Routine routine = anyRoutine();
    const Result<Routine> back = parseRoutine(serialiseRoutine(routine), "x");
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == routine);
}

RC_GTEST_PROP(RoutineFile, AMutilatedFileIsRefusedOrRunnable, ())
{
    std::string text = serialiseRoutine(anyRoutine());
    const int edits = *rc::gen::inRange(1, 6);
    for (int i = 0; i < edits && !text.empty(); ++i) {
        const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        if (*rc::gen::arbitrary<bool>())
            text.erase(place, *rc::gen::inRange<std::size_t>(1, 20));
        else
            text[place] = *rc::gen::arbitrary<char>();
    }
    const Result<Routine> routine = parseRoutine(text, "x");
    if (routine)
        RC_ASSERT(validate(*routine).has_value());
    else
        RC_ASSERT(routine.error().detail.rfind("x: ", 0) == 0U);
}

}  // namespace
}  // namespace psolog
