// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tones.h"

#include <atomic>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "eventwait.h"
#include "fakespeech.h"
#include "platform/mailbox.h"
#include "platform/qttoneoutput.h"
#include "platform/soundthread.h"

namespace psolog {

using test::eventually;
using test::Gate;
using test::kAtOnce;
using test::timeOf;

namespace {

struct Played {
    Tone tone;
    BodySide side;
    int volume;

    friend bool operator==(const Played&, const Played&) = default;
};

/// What the outputs of one test share with it.
struct OutputScript {
    Gate gate;
    std::atomic<bool> startHangs = false;
    std::atomic<bool> startFails = false;
    std::atomic<bool> playHangs = false;
    std::atomic<bool> hasDevice = true;
    Mailbox thread;  // of the output
    std::function<void()> changed;

    void note(const Played& tone)
    {
        const std::scoped_lock lock(m_mutex);
        m_played.push_back(tone);
    }
    [[nodiscard]] std::vector<Played> played() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_played;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Played> m_played;
};

class FakeOutput : public IToneOutput {
public:
    explicit FakeOutput(std::shared_ptr<OutputScript> script) : m_script(std::move(script))
    {
        m_script->thread.open(&m_context);
    }
    FakeOutput(const FakeOutput&) = delete;
    FakeOutput& operator=(const FakeOutput&) = delete;
    ~FakeOutput() override { m_script->thread.close(); }

    [[nodiscard]] bool isAvailable() const override { return m_script->hasDevice; }
    void play(Tone tone, BodySide side, int volume) override
    {
        if (m_script->playHangs)
            m_script->gate.pass();
        m_script->note({tone, side, volume});
    }

private:
    const std::shared_ptr<OutputScript> m_script;
    QObject m_context;
};

class TonesTest : public testing::Test {
protected:
    void make(ToneLimits limits)
    {
        tones.emplace(
            [script = script](std::function<void()> changed) -> Result<std::unique_ptr<IToneOutput>> {
                if (script->startHangs)
                    script->gate.pass();
                if (script->startFails)
                    return fail(ErrorCode::NotFound, "no sounds");
                script->changed = std::move(changed);
                return std::make_unique<FakeOutput>(script);
            },
            limits);
        tones->onChanged([this] { states.push_back(tones->state()); });
    }
    [[nodiscard]] bool becomes(SoundState state)
    {
        return eventually([&] { return tones->state() == state; });
    }
    void TearDown() override
    {
        tones.reset();
        script->gate.open();
        EXPECT_TRUE(eventually([] { return SoundThread::running() == 0; }));
        script->changed = {};
    }

    static constexpr ToneLimits kPatient{Seconds(60), Seconds(60), Seconds(60), Seconds(60), Seconds(60)};
    static constexpr ToneLimits kShortOfStart{Milliseconds(80), Seconds(60), Seconds(60), Milliseconds(50),
                                              Milliseconds(0)};
    static constexpr ToneLimits kShortOfPlay{Seconds(60), Milliseconds(80), Seconds(60), Milliseconds(50),
                                             Milliseconds(0)};

    const std::shared_ptr<OutputScript> script = std::make_shared<OutputScript>();
    std::vector<SoundState> states;
    std::optional<Tones> tones;
};

}  // namespace

TEST_F(TonesTest, AreSilentUntilStarted)
{
    make(kPatient);
    tones->play(Tone::Start);
    EXPECT_EQ(tones->state(), SoundState::Off);
    EXPECT_EQ(SoundThread::running(), 0);
}

TEST_F(TonesTest, PlayInOrderAtTheVolumeOfTheMoment)
{
    make(kPatient);
    tones->start();
    ASSERT_TRUE(becomes(SoundState::Ready));
    tones->play(Tone::Switch, BodySide::Left);
    tones->setVolume(30);
    tones->play(Tone::LastSecond);
    ASSERT_TRUE(eventually([&] { return script->played().size() == 2; }));
    EXPECT_EQ(script->played(),
              (std::vector<Played>{{Tone::Switch, BodySide::Left, 70}, {Tone::LastSecond, BodySide::Both, 30}}));
    EXPECT_EQ(states, (std::vector{SoundState::Starting, SoundState::Ready}));
}

TEST_F(TonesTest, FollowADeviceThatGoesAndComes)
{
    script->hasDevice = false;
    make(kPatient);
    tones->start();
    ASSERT_TRUE(becomes(SoundState::NoOutput));
    tones->play(Tone::Start);
    script->hasDevice = true;
    script->thread.post([script = script.get()] { script->changed(); });
    ASSERT_TRUE(becomes(SoundState::Ready));
    tones->play(Tone::Stop);
    ASSERT_TRUE(eventually([&] { return !script->played().empty(); }));
    EXPECT_EQ(script->played().front().tone, Tone::Stop);
    script->hasDevice = false;
    script->thread.post([script = script.get()] { script->changed(); });
    EXPECT_TRUE(becomes(SoundState::NoOutput));
}

TEST_F(TonesTest, NoCallWaitsForAServerThatNeverAnswers)
{
    script->startHangs = true;
    make(kShortOfStart);
    EXPECT_LT(timeOf([&] {
                  tones->start();
                  tones->play(Tone::Start);
              }),
              kAtOnce);
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    tones->start();
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    tones->start();
    EXPECT_EQ(tones->state(), SoundState::NotAnswering);
    EXPECT_LT(timeOf([&] { tones.reset(); }), kAtOnce);
    EXPECT_TRUE(eventually([&] { return script->gate.waiting() == 2; }));
}

TEST_F(TonesTest, DoNotAnswerWhileAToneHangsAndRecoverAfterwards)
{
    script->playHangs = true;
    make(kShortOfPlay);
    tones->start();
    ASSERT_TRUE(becomes(SoundState::Ready));
    EXPECT_LT(timeOf([&] {
                  tones->play(Tone::Start);
                  tones->play(Tone::Step);
              }),
              kAtOnce);
    ASSERT_TRUE(becomes(SoundState::NotAnswering));
    script->gate.open();
    EXPECT_TRUE(becomes(SoundState::Ready));
}

TEST_F(TonesTest, DropWhatCouldOnlySoundTooLate)
{
    ToneLimits limits = kPatient;
    limits.late = Milliseconds(-1);
    make(limits);
    tones->start();
    ASSERT_TRUE(becomes(SoundState::Ready));
    tones->play(Tone::Start);
    bool later = false;
    script->thread.post([&later] { later = true; });
    ASSERT_TRUE(eventually([&] { return later; }));
    EXPECT_TRUE(script->played().empty());
}

TEST_F(TonesTest, StartAgainAfterAFailedStart)
{
    script->startFails = true;
    make(kPatient);
    tones->start();
    ASSERT_TRUE(becomes(SoundState::NoService));
    script->startFails = false;
    tones->start();
    EXPECT_TRUE(becomes(SoundState::Ready));
}

TEST(ToneStream, IsOpenAfterItRanDryButNotAfterItFailed)
{
    for (const auto state : {QAudio::ActiveState, QAudio::IdleState, QAudio::SuspendedState}) {
        EXPECT_TRUE(isStillOpen(state, QAudio::NoError));
        EXPECT_TRUE(isStillOpen(state, QAudio::UnderrunError));
        EXPECT_FALSE(isStillOpen(state, QAudio::OpenError));
        EXPECT_FALSE(isStillOpen(state, QAudio::IOError));
        EXPECT_FALSE(isStillOpen(state, QAudio::FatalError));
    }
    EXPECT_FALSE(isStillOpen(QAudio::StoppedState, QAudio::NoError));
    EXPECT_FALSE(isStillOpen(QAudio::StoppedState, QAudio::UnderrunError));
}

}  // namespace psolog
