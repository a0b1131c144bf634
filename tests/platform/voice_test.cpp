// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/voice.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "eventwait.h"
#include "fakespeech.h"
#include "platform/qtspeechengine.h"

namespace psolog {

using test::eventually;
using test::kAtOnce;
using test::SpeechScript;
using test::timeOf;

namespace {

/// Short watchdogs where something hangs; long ones where nothing does, so that a slow machine changes nothing.
VoiceLimits patient()
{
    return {Seconds(60), Seconds(1), Seconds(60), Seconds(60), Seconds(60)};
}

VoiceLimits shortOfStart()
{
    return {Milliseconds(80), Seconds(1), Seconds(60), Milliseconds(50), Milliseconds(0)};
}

VoiceLimits shortOfSentence()
{
    return {Seconds(60), Milliseconds(1), Milliseconds(80), Milliseconds(50), Milliseconds(0)};
}

class VoiceTest : public testing::Test {
protected:
    void make(VoiceLimits limits)
    {
        voice.emplace(test::fakeSpeech(script), limits);
        voice->onChanged([this] { states.push_back(voice->state()); });
    }
    void makeReady(VoiceLimits limits)
    {
        make(limits);
        voice->start();
        ASSERT_TRUE(becomes(SoundState::Ready));
    }
    [[nodiscard]] bool becomes(SoundState state)
    {
        return eventually([&] { return voice->state() == state; });
    }
    [[nodiscard]] bool hears(const std::string& event, std::size_t times = 1)
    {
        return eventually([&] { return script->count(event) >= times; });
    }
    /// Whatever was asked of the engine until now has reached it, and its replies the voice.
    [[nodiscard]] bool isThrough()
    {
        VoiceOptions options;
        options.voice = "trip " + std::to_string(++trips);
        voice->configure(options);
        const bool isHeard = hears("voice " + options.voice);
        QCoreApplication::processEvents();
        return isHeard;
    }
    /// Lets threads that hang go on, and waits until none is left.
    void TearDown() override
    {
        voice.reset();
        script->gate.open();
        EXPECT_TRUE(eventually([] { return SoundThread::running() == 0; }));
    }

    const std::shared_ptr<SpeechScript> script = std::make_shared<SpeechScript>();
    std::vector<SoundState> states;
    int trips = 0;
    std::optional<Voice> voice;
};

Prompt prompt(const std::string& text, bool urgent = false, Milliseconds useful = Seconds(60))
{
    return {text, useful, urgent};
}

}  // namespace

TEST_F(VoiceTest, IsOffAndSilentUntilStarted)
{
    make(patient());
    voice->say(prompt("hello"));
    voice->hush();
    EXPECT_EQ(voice->state(), SoundState::Off);
    EXPECT_TRUE(voice->voices().empty());
    EXPECT_TRUE(script->events().empty());
}

TEST_F(VoiceTest, TellsItsListenerWhenItIsReadyWithTheVoicesOfTheEngine)
{
    makeReady(patient());
    EXPECT_EQ(states, (std::vector{SoundState::Starting, SoundState::Ready}));
    ASSERT_EQ(voice->voices().size(), 2U);
    EXPECT_EQ(voice->voices().front().label, "Anna");
}

TEST_F(VoiceTest, SaysWhatWasAskedWhileStartingIfThatIsStillUseful)
{
    make(patient());
    script->starts(SpeechScript::Start::Hangs);
    voice->start();
    voice->say(prompt("late", false, Milliseconds(0)));
    script->gate.open();
    ASSERT_TRUE(becomes(SoundState::Ready));
    voice->say(prompt("then"));
    ASSERT_TRUE(hears("say then"));
    EXPECT_EQ(script->count("say late"), 0U);
}

TEST_F(VoiceTest, SaysTheNewestOfWhatWaits)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("two"));
    voice->say(prompt("three"));
    ASSERT_TRUE(hears("say one"));
    script->release();
    ASSERT_TRUE(hears("say three"));
    script->release();
    voice->say(prompt("four"));
    ASSERT_TRUE(hears("say four"));
    EXPECT_EQ(script->count("say two") + script->count("stop"), 0U);
}

TEST_F(VoiceTest, LetsAnUnhurriedPromptWaitForTheEnd)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    ASSERT_TRUE(hears("say one"));
    voice->say(prompt("two"));
    ASSERT_TRUE(isThrough());
    EXPECT_EQ(script->count("stop"), 0U);
    EXPECT_EQ(script->count("say two"), 0U);
    script->release();
    EXPECT_TRUE(hears("say two"));
}

TEST_F(VoiceTest, CutsOffForAnUrgentPrompt)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("stop now", true));
    ASSERT_TRUE(hears("say stop now"));
    const auto events = script->events();
    const auto stop = std::find(events.begin(), events.end(), "stop");
    EXPECT_LT(stop, std::find(events.begin(), events.end(), "say stop now"));
}

TEST_F(VoiceTest, KeepsAnUrgentPromptWhenAnUnhurriedOneFollows)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("stop now", true));
    voice->say(prompt("chatter"));
    voice->say(prompt("why?"));
    ASSERT_TRUE(hears("say stop now"));
    ASSERT_TRUE(isThrough());
    EXPECT_EQ(script->count("say why?"), 0U);
    script->release();
    ASSERT_TRUE(hears("say why?"));
    EXPECT_EQ(script->count("say chatter"), 0U);
}

TEST_F(VoiceTest, DropsAnUnhurriedPromptThatIsTooLateBehindAnUrgentOne)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("stop now", true));
    voice->say(prompt("stale", false, Milliseconds(0)));
    ASSERT_TRUE(hears("say stop now"));
    script->release();
    ASSERT_TRUE(isThrough());
    voice->say(prompt("last"));
    ASSERT_TRUE(hears("say last"));
    EXPECT_EQ(script->count("say stale"), 0U);
}

TEST_F(VoiceTest, AnUrgentPromptForgetsWhatWaits)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("two"));
    voice->say(prompt("stop now", true));
    ASSERT_TRUE(hears("say stop now"));
    script->release();
    ASSERT_TRUE(isThrough());
    voice->say(prompt("last"));
    ASSERT_TRUE(hears("say last"));
    EXPECT_EQ(script->count("say two"), 0U);
}

TEST_F(VoiceTest, DropsAPromptThatCannotBeginInTime)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("stale", false, Milliseconds(-1)));
    ASSERT_TRUE(hears("say one"));
    voice->say(prompt("fresh", true));
    ASSERT_TRUE(hears("say fresh"));
    voice->say(prompt("stale too", true, Milliseconds(-1)));
    voice->say(prompt("last", true));
    ASSERT_TRUE(hears("say last"));
    EXPECT_EQ(script->count("say stale") + script->count("say stale too"), 0U);
}

TEST_F(VoiceTest, ForgetsWhatWaitsWhenHushed)
{
    script->says(SpeechScript::Saying::IsHeld);
    makeReady(patient());
    voice->say(prompt("one"));
    voice->say(prompt("two"));
    voice->hush();
    ASSERT_TRUE(hears("stop"));
    voice->say(prompt("three"));
    ASSERT_TRUE(hears("say three"));
    EXPECT_EQ(script->count("say two"), 0U);
}

TEST_F(VoiceTest, HandsOptionsToTheEngineBeforeAndAfterItIsThere)
{
    make(patient());
    VoiceOptions options;
    options.voice = "Ben";
    voice->configure(options);
    voice->start();
    ASSERT_TRUE(hears("voice Ben"));
    options.voice = "Anna";
    voice->configure(options);
    voice->configure(options);
    ASSERT_TRUE(isThrough());
    EXPECT_EQ(script->count("voice Anna"), 1U);
}

TEST_F(VoiceTest, NoCallWaitsForAnEngineThatNeverComesAndTheStateSaysSo)
{
    script->starts(SpeechScript::Start::Hangs);
    make(shortOfStart());
    EXPECT_LT(timeOf([&] { voice->start(); }), kAtOnce);
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    EXPECT_LT(timeOf([&] {
                  voice->hush();
                  voice->configure({"Ben", 10, 50});
              }),
              kAtOnce);
    EXPECT_LT(timeOf([&] { voice.reset(); }), kAtOnce);
    EXPECT_TRUE(eventually([&] { return script->gate.waiting() == 1; }));
}

TEST_F(VoiceTest, ItsDestructionDoesNotWaitForAnEngineThatIsStillComing)
{
    script->starts(SpeechScript::Start::Hangs);
    make({Seconds(60), Milliseconds(1), Seconds(60), Milliseconds(50), Seconds(60)});
    voice->start();
    ASSERT_TRUE(eventually([&] { return script->gate.waiting() == 1; }));
    EXPECT_LT(timeOf([&] { voice.reset(); }), kAtOnce);
    EXPECT_EQ(script->gate.waiting(), 1);
}

TEST_F(VoiceTest, BecomesReadyWhenASlowEngineComesAfterAll)
{
    script->starts(SpeechScript::Start::Hangs);
    make(shortOfStart());
    voice->start();
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    script->gate.open();
    EXPECT_TRUE(becomes(SoundState::Ready));
}

TEST_F(VoiceTest, LeavesOneHangingEngineBehindAndNoMore)
{
    script->starts(SpeechScript::Start::Hangs);
    make(shortOfStart());
    for (int i = 0; i < 4; ++i) {
        voice->start();
        ASSERT_TRUE(becomes(SoundState::NotAnswering));
    }
    EXPECT_TRUE(eventually([&] { return script->gate.waiting() == 2; }));
    EXPECT_EQ(SoundThread::running(), 2);
}

TEST_F(VoiceTest, StartsAgainAfterAFailedStart)
{
    script->starts(SpeechScript::Start::Fails);
    make(patient());
    voice->start();
    ASSERT_TRUE(becomes(SoundState::NoService));
    EXPECT_LT(timeOf([&] { voice->say(prompt("nobody hears")); }), kAtOnce);
    script->starts(SpeechScript::Start::Works);
    voice->start();
    ASSERT_TRUE(becomes(SoundState::Ready));
    EXPECT_EQ(script->count("say nobody hears"), 0U);
}

TEST_F(VoiceTest, HasNoServiceWhenTheEngineDiesMidway)
{
    script->says(SpeechScript::Saying::Dies);
    makeReady(patient());
    voice->say(prompt("one"));
    ASSERT_TRUE(becomes(SoundState::NoService));
    EXPECT_TRUE(voice->voices().empty());
    script->says(SpeechScript::Saying::Ends);
    voice->start();
    ASSERT_TRUE(becomes(SoundState::Ready));
    voice->say(prompt("two"));
    EXPECT_TRUE(hears("say two"));
}

TEST_F(VoiceTest, IsTriedAgainWhenTheEngineDiedMidwayButNotAtOnce)
{
    script->says(SpeechScript::Saying::Dies);
    VoiceLimits limits = patient();
    makeReady(limits);
    voice->say(prompt("one"));
    ASSERT_TRUE(becomes(SoundState::NoService));
    voice->say(prompt("two"));
    EXPECT_EQ(voice->state(), SoundState::NoService);

    limits.retry = Milliseconds(0);
    makeReady(limits);
    voice->say(prompt("three"));
    ASSERT_TRUE(becomes(SoundState::NoService));
    script->says(SpeechScript::Saying::Ends);
    voice->say(prompt("four"));
    EXPECT_EQ(voice->state(), SoundState::Starting);
    EXPECT_TRUE(hears("say four"));
    EXPECT_EQ(script->count("say two"), 0U);
}

TEST_F(VoiceTest, DoesNotAnswerWhenASentenceNeverEnds)
{
    script->says(SpeechScript::Saying::NeverEnds);
    makeReady(shortOfSentence());
    voice->say(prompt("one"));
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    script->says(SpeechScript::Saying::Ends);
    voice->say(prompt("again"));
    EXPECT_EQ(voice->state(), SoundState::Starting);
    ASSERT_TRUE(hears("say again"));
    ASSERT_TRUE(hears("gone"));
}

TEST_F(VoiceTest, NoCallWaitsForAnEngineThatHangsInASentence)
{
    script->says(SpeechScript::Saying::Hangs);
    VoiceLimits limits = shortOfSentence();
    limits.retry = Seconds(60);
    makeReady(limits);
    voice->say(prompt("one"));
    ASSERT_TRUE(eventually([&] { return script->gate.waiting() == 1; }));
    EXPECT_LT(timeOf([&] {
                  voice->say(prompt("two"));
                  voice->say(prompt("three", true));
                  voice->hush();
                  voice->configure({"Ben", 10, 50});
              }),
              kAtOnce);
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    script->gate.open();
    EXPECT_TRUE(becomes(SoundState::Ready));
}

TEST_F(VoiceTest, DoesNotAnswerWhenItCannotBeCutOff)
{
    script->says(SpeechScript::Saying::NeverEnds);
    makeReady({Seconds(60), Seconds(60), Milliseconds(80), Milliseconds(50), Seconds(60)});
    voice->say(prompt("one"));
    voice->hush();
    EXPECT_TRUE(becomes(SoundState::NotAnswering));
}

TEST(SpokenLocale, IsTheOneWantedElseItsLanguageElseEnglish)
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QLocale austrian(QLocale::German, QLocale::Austria);
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale bishnupriya(QStringLiteral("bpy"));
    EXPECT_EQ(spokenLocale({bishnupriya, british, american}, american), american);
    EXPECT_EQ(spokenLocale({bishnupriya, american, british}, british), british);
    EXPECT_EQ(spokenLocale({british, german, american}, austrian), german);
    EXPECT_EQ(spokenLocale({british, american}, german), american);
    EXPECT_EQ(spokenLocale({bishnupriya, british}, german), british);
    EXPECT_EQ(spokenLocale({british, american}, QLocale::c()), american);
    EXPECT_EQ(spokenLocale({bishnupriya, german}, american), QLocale::c());
    EXPECT_EQ(spokenLocale({}, american), QLocale::c());
}

}  // namespace psolog
