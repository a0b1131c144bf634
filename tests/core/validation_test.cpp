// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/validation.h"

#include <string>

#include <gtest/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

const Instant kNow{UtcTime(LocalDay(2026, 11, 22).days()) + 18h, 60min, "Europe/Berlin"};

CheckIn sound()
{
    CheckIn checkIn;
    checkIn.recorded = {kNow, LocalDay(2026, 11, 22)};
    checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
    checkIn.run = Run{RunId("r"), checkIn.recorded, 8400, 46, Score::clamped(6), {RunFeature::Hills}};
    return checkIn;
}

Field refusedField(const CheckIn& checkIn)
{
    const auto checked = validate(checkIn, kNow);
    return checked ? Field::None : checked.error().field;
}

TEST(ValidateCheckIn, AcceptsASoundOne)
{
    EXPECT_EQ(refusedField(sound()), Field::None);
}

TEST(ValidateCheckIn, NamesTheFieldThatIsWrong)
{
    auto checkIn = sound();
    checkIn.run->distanceMetres = -3000;
    EXPECT_EQ(refusedField(checkIn), Field::Distance);
    checkIn = sound();
    checkIn.run->minutes = 900;
    EXPECT_EQ(refusedField(checkIn), Field::Minutes);
    checkIn = sound();
    checkIn.recorded.at.utc += 24h;
    EXPECT_EQ(refusedField(checkIn), Field::Moment);
    checkIn = sound();
    checkIn.note = std::string(100'000, 'x');
    EXPECT_EQ(refusedField(checkIn), Field::Note);
    EXPECT_NE(validate(checkIn, kNow).error().error.detail.find("100000"), std::string::npos);
    checkIn = sound();
    checkIn.note = "\xff";
    EXPECT_EQ(refusedField(checkIn), Field::Note);
    EXPECT_EQ(refusedField([] {
                  CheckIn empty;
                  empty.recorded = {kNow, LocalDay(2026, 11, 22)};
                  return empty;
              }()),
              Field::Scores);
}

TEST(ValidateCheckIn, CountsCharactersNotBytes)
{
    auto checkIn = sound();
    checkIn.note.clear();
    for (std::size_t i = 0; i < kMaxNoteLength; ++i)
        checkIn.note += "\u00fc";
    EXPECT_EQ(refusedField(checkIn), Field::None);
    checkIn.note += "x";
    EXPECT_EQ(refusedField(checkIn), Field::Note);
}

TEST(ValidateSelfTest, RefusesAReadingOfTheOtherTest)
{
    SelfTest test;
    test.recorded = {kNow, LocalDay(2026, 11, 22)};
    test.readings = {Reading{Side::Left, {}, 1, Contraction::Firm, {}}};
    EXPECT_TRUE(validate(test, kNow));
    test.kind = SelfTestKind::PelvicTilt;
    EXPECT_FALSE(validate(test, kNow));
    test.readings = {Reading{{}, Posture::Tucked, 4, Contraction::Firm, {}}};
    EXPECT_FALSE(validate(test, kNow));
}

TEST(Utf8, KnowsMalformedText)
{
    EXPECT_TRUE(isUtf8("Gr\u00fc\u00dfe \U0001F3C3"));
    EXPECT_EQ(codePoints("\u00fc\U0001F3C3"), 2U);
    for (const std::string& text :
         {std::string("\xc0\x80"), std::string("\xed\xa0\x80"), std::string("\xf4\x90\x80\x80"), std::string("\xe2\x82"),
          std::string("a\0b", 3)})
        EXPECT_FALSE(isUtf8(text));
}

}  // namespace
