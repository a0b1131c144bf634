// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the speech service does, a session runs and sounds the same.
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QCoreApplication>

#include <gtest/gtest.h>

#include "gui/release/releasecuewords.h"
#include "gui/shell/guide.h"
#include "platform/eventwait.h"
#include "platform/fakespeech.h"
#include "platform/voice.h"
#include "session/releasecoach.h"
#include "session/releaseflow.h"
#include "support/fakeguide.h"
#include "support/manualclock.h"
#include "support/memorylog.h"

namespace psolog::test {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kTick{100};
constexpr Milliseconds kFound{20'000};
constexpr Milliseconds kDeath{30'000};
constexpr Milliseconds kArrival{3'000};
constexpr Milliseconds kLength{72'000};

struct FixedSettings : ISettings {
    [[nodiscard]] const Settings& current() const override { return settings; }
    Result<void> save(const Settings& changed) override
    {
        settings = changed;
        return {};
    }
    Settings settings;
};

Routine bothSides()
{
    const auto zone = [](BodySide side) {
        return RoutineStep{StepKind::Zone, Zone::Low, side, 20s, "Search slowly.", "tool-low"};
    };
    const auto plain = [](StepKind kind) {
        return RoutineStep{kind, std::nullopt, BodySide::Both, 10s, "Breathe.", "prone"};
    };
    return {"both",
            "Both",
            {plain(StepKind::Settle), zone(BodySide::Left), plain(StepKind::Switch), zone(BodySide::Right),
             plain(StepKind::Rest)}};
}

/// The tones of a session, one a line, and what its calls cost the GUI thread.
struct Played {
    std::vector<std::string> tones;
    Milliseconds slowest{0};
};

/// Plays a session of 70 s on a clock of its own: a point is found at 20 s, everything else is left to pacing.
/// `meanwhile` is what happens besides, by the time of the session.
Played playSession(IVoice& voice, Guide& guide, const RecordingTones& tones,
                   const std::function<void(Milliseconds)>& meanwhile)
{
    Played heard;
    ManualClock clock;
    MemoryReleaseLog log;
    ReleaseConfig config;
    config.id = ReleaseSessionId("00000000-0000-4000-8000-000000000001");
    ReleaseFlow flow(bothSides(), log, config, clock.sample());
    ReleaseCoach coach(bothSides());
    Milliseconds elapsed{0};
    const auto call = [&](const std::function<void()>& act) {
        heard.slowest = std::max(heard.slowest, timeOf(act));
        for (auto i = heard.tones.size(); i < tones.played.size(); ++i)
            heard.tones.push_back(std::to_string(elapsed.count()) + ' ' + std::string(nameOf(tones.played[i].tone))
                                  + ' ' + std::string(nameOf(tones.played[i].side)));
    };
    const auto follow = [&] {
        if (const auto cues = coach.follow(flow.snapshot()); !cues.empty())
            guide.hear(ReleaseCueWords::of(cues));
    };
    call([&] { guide.start(); });
    call([&] { guide.beginFlow(QStringLiteral("Release")); });
    for (; elapsed <= kLength; elapsed += kTick, clock.advance(kTick)) {
        meanwhile(elapsed);
        call([&] {
            flow.advance(clock.sample());
            if (elapsed == Milliseconds(0) || elapsed == kFound)
                flow.handle(ReleaseAction::Primary);
            follow();
        });
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(flow.snapshot().stage, ReleaseFlow::Stage::Finished);
    call([&] { guide.endFlow(); });
    call([&] { static_cast<void>(voice.voices()); });
    return heard;
}

enum class Kind { Fast, Slow, NeverFinishes, FailsAtStart, DiesMidway };

struct Case {
    const char* name;
    Kind kind;
    SoundState end;
    const char* problem;
    bool speaks;
};

class FiveVoices : public testing::TestWithParam<Case> {
protected:
    FixedSettings settings;
    FakeDesktop desktop;
};

}  // namespace

TEST_P(FiveVoices, HoldNothingUpLeaveTheTonesInPlaceAndAreReported)
{
    std::vector<std::string> expected;
    {
        RecordingVoice voice;
        RecordingTones tones;
        Guide guide(voice, tones, desktop, settings);
        expected = playSession(voice, guide, tones, [](Milliseconds) {}).tones;
        ASSERT_GE(expected.size(), 20U);
    }

    const auto script = std::make_shared<SpeechScript>();
    const Kind kind = GetParam().kind;
    if (kind == Kind::Slow)
        script->starts(SpeechScript::Start::Hangs);
    if (kind == Kind::FailsAtStart)
        script->starts(SpeechScript::Start::Fails);
    if (kind == Kind::NeverFinishes)
        script->says(SpeechScript::Saying::Hangs);
    VoiceLimits limits{60s, 1s, 60s, 60s, 60s};
    if (kind == Kind::NeverFinishes)
        limits.perCharacter = limits.margin = 5ms;
    {
        Voice voice(fakeSpeech(script), limits);
        RecordingTones tones;
        Guide guide(voice, tones, desktop, settings);
        const auto becomes = [&](SoundState state) { return eventually([&] { return voice.state() == state; }); };
        const auto meanwhile = [&](Milliseconds elapsed) {
            if (elapsed == 0ms && (kind == Kind::Fast || kind == Kind::DiesMidway || kind == Kind::NeverFinishes)) {
                EXPECT_TRUE(becomes(SoundState::Ready));
            }
            if (elapsed == kArrival && kind == Kind::Slow) {
                EXPECT_EQ(voice.state(), SoundState::Starting);
                script->gate.open();
                EXPECT_TRUE(becomes(SoundState::Ready));
            }
            if (elapsed == kDeath && kind == Kind::DiesMidway)
                script->says(SpeechScript::Saying::Dies);
        };
        const Played heard = playSession(voice, guide, tones, meanwhile);
        EXPECT_EQ(heard.tones, expected);
        EXPECT_LT(heard.slowest, kAtOnce);
        EXPECT_TRUE(becomes(GetParam().end));
        EXPECT_EQ(guide.soundProblem(), QString::fromUtf8(GetParam().problem));
        const auto hasSpoken = [&script] {
            const auto events = script->events();
            return std::any_of(events.begin(), events.end(),
                               [](const std::string& event) { return event.starts_with("say "); });
        };
        EXPECT_TRUE(GetParam().speaks ? eventually(hasSpoken) : !hasSpoken());
    }
    script->gate.open();
    EXPECT_TRUE(eventually([] { return SoundThread::running() == 0; }));
}

INSTANTIATE_TEST_SUITE_P(Sessions, FiveVoices,
                         testing::Values(Case{"Fast", Kind::Fast, SoundState::Ready, "", true},
                                         Case{"Slow", Kind::Slow, SoundState::Ready, "", true},
                                         Case{"NeverFinishes", Kind::NeverFinishes, SoundState::NotAnswering,
                                              "Voice off: the speech service does not answer", true},
                                         Case{"FailsAtStart", Kind::FailsAtStart, SoundState::NoService,
                                              "Voice off: no speech service", false},
                                         Case{"DiesMidway", Kind::DiesMidway, SoundState::NoService,
                                              "Voice off: no speech service", true}),
                         [](const auto& voice) { return std::string(voice.param.name); });

}  // namespace psolog::test

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
