// SPDX-License-Identifier: GPL-3.0-or-later
// Plays something through the real voice and the real tones and writes down what was due when:
//     soundprobe schedule|session|hampered|states LOG
// A schedule of its own, a short release session on the real page, a shorter one with a voice that has little time to
// start, or nothing but the start of both.
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <QApplication>
#include <QEventLoop>
#include <QLocale>
#include <QTest>
#include <QTimer>

#include "heartbeat.h"
#include "listening.h"
#include "platform/qtspeechengine.h"
#include "platform/qttoneoutput.h"
#include "platform/tones.h"
#include "platform/voice.h"
#include "sessionprobe.h"

namespace psolog::test {

namespace {

struct Step {
    Milliseconds at;
    std::function<void(IVoice&, ITones&)> act;
};

Step tone(Milliseconds at, Tone tone, BodySide side = BodySide::Both)
{
    return {at, [tone, side](IVoice&, ITones& tones) { tones.play(tone, side); }};
}

Step words(Milliseconds at, const std::string& text, bool urgent = false)
{
    return {at, [text, urgent](IVoice& voice, ITones&) { voice.say({text, Milliseconds(1'500), urgent}); }};
}

/// Tones alone, words alone, both at once, words cut off, and silence between.
std::vector<Step> schedule()
{
    using std::chrono_literals::operator""ms;
    return {
        tone(0ms, Tone::Start),
        tone(800ms, Tone::Step, BodySide::Left),
        tone(1'600ms, Tone::Step, BodySide::Right),
        words(2'500ms, "Search slowly."),
        tone(4'500ms, Tone::Halfway),
        words(4'550ms, "Breathe in, and sink out."),
        tone(7'000ms, Tone::LastSecond),
        tone(8'000ms, Tone::LastSecond),
        tone(9'000ms, Tone::Switch, BodySide::Right),
        words(10'000ms, "This is a long sentence about the other side that nobody will hear to its end."),
        tone(11'500ms, Tone::Stop),
        words(11'500ms, "Stop. Roll off and breathe.", true),
        tone(13'500ms, Tone::Finished),
    };
}

constexpr Milliseconds kLength{14'000};
constexpr Milliseconds kSettling{60'000};
constexpr Milliseconds kReadyListening{1'500};
constexpr Milliseconds kEcho{700};  // of the last words

bool isSettled(SoundState state)
{
    return state != SoundState::Off && state != SoundState::Starting;
}

/// Real voice and tones, listened to.
struct Sound {
    Sound(VoiceLimits limits, ProbeLog& log)
        : realVoice(listenTo(qtSpeechEngine(QLocale(QLocale::English)), log), limits),
          realTones(qtToneOutput()),
          voice(realVoice, log),
          tones(realTones, log)
    {
    }
    [[nodiscard]] bool isSettled() const { return test::isSettled(voice.state()) && test::isSettled(tones.state()); }

    Voice realVoice;
    Tones realTones;
    ListeningVoice voice;
    ListeningTones tones;
};

/// Not by QCoreApplication::quit(), which closes windows.
void runFor(Milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

template <class Condition>
void runUntil(Condition condition, Milliseconds limit)
{
    static_cast<void>(QTest::qWaitFor(condition, static_cast<int>(limit.count())));
}

void noteHeartbeat(const Heartbeat& heartbeat, ProbeLog& log)
{
    log.note("beat",
             std::to_string(heartbeat.worst().count()) + ' ' + std::to_string(heartbeat.referenceWorst().count()));
}

/// Until the last words are over, so that the recording has all of them.
void listenToTheEnd(const ProbeLog& log)
{
    runFor(kEcho);
    runUntil([&log] { return log.count("say") == log.count("said"); }, kSettling);
    runFor(kEcho);
}

void playSchedule(const std::vector<Step>& steps, Sound& sound, ProbeLog& log)
{
    const Heartbeat heartbeat;
    // Tones are to be found under the words.
    sound.voice.configure({{}, 0, 40});
    sound.tones.setVolume(100);
    sound.voice.start();
    sound.tones.start();
    sound.voice.say({"Too early to be heard.", Milliseconds(0), false});
    runUntil([&sound] { return sound.isSettled(); }, kSettling);
    for (const Step& step : steps)
        QTimer::singleShot(step.at, Qt::PreciseTimer, qApp, [&step, &sound] { step.act(sound.voice, sound.tones); });
    if (steps.empty()) {
        runFor(Milliseconds(500));
    } else {
        runFor(kLength - kEcho);
        listenToTheEnd(log);
    }
    noteHeartbeat(heartbeat, log);
}

void playSession(bool isHampered, Sound& sound, ProbeLog& log)
{
    SessionProbe session(sound.voice, sound.tones, isHampered ? 2 : 3);
    const Heartbeat heartbeat;
    session.listen();
    runUntil([&sound] { return sound.isSettled(); }, kSettling);
    session.prepare();
    if (!isHampered)
        runFor(kReadyListening);
    session.begin();
    runUntil([&session] { return !session.isRunning(); }, kSettling);
    listenToTheEnd(log);
    noteHeartbeat(heartbeat, log);
}

}  // namespace

}  // namespace psolog::test

int main(int argc, char** argv)
{
    using namespace psolog::test;
    if (argc != 3)
        return 2;
    const std::string what = argv[1];
    ProbeLog log(argv[2]);
    const QApplication app(argc, argv);
    {
        psolog::VoiceLimits limits;
        if (what == "hampered")
            limits.start = psolog::Seconds(2);
        else
            limits.start = limits.margin = std::chrono::minutes(1);
        Sound sound(limits, log);
        if (what == "session" || what == "hampered")
            playSession(what == "hampered", sound, log);
        else
            playSchedule(what == "states" ? std::vector<Step>() : schedule(), sound, log);
    }
    log.note("threads", std::to_string(psolog::SoundThread::running()));
    log.note("end");
    // A service that hangs keeps its thread (see SoundThread::running()), and the library of speech-dispatcher never
    // gives back its lists of voices, which is not for the leak check of our own code.
    std::_Exit(EXIT_SUCCESS);
}
