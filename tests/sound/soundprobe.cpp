// SPDX-License-Identifier: GPL-3.0-or-later
// Plays something through the real voice and the real tones and writes down what was due when:
//     soundprobe schedule|states LOG
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QLocale>
#include <QTimer>

#include "heartbeat.h"
#include "listening.h"
#include "platform/qtspeechengine.h"
#include "platform/qttoneoutput.h"
#include "platform/tones.h"
#include "platform/voice.h"

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
        tone(1'000ms, Tone::Step, BodySide::Left),
        tone(1'800ms, Tone::Step, BodySide::Right),
        words(3'000ms, "Search slowly."),
        tone(6'000ms, Tone::Halfway),
        words(6'050ms, "Breathe in, and sink out."),
        tone(9'500ms, Tone::LastSecond),
        tone(10'500ms, Tone::LastSecond),
        tone(11'500ms, Tone::LastSecond),
        tone(12'500ms, Tone::Switch, BodySide::Right),
        words(14'000ms, "This is a long sentence about the other side that nobody will hear to its end."),
        tone(15'500ms, Tone::Stop),
        words(15'500ms, "Stop. Roll off and breathe.", true),
        tone(18'000ms, Tone::Finished),
    };
}

constexpr Milliseconds kLength{19'500};
constexpr Milliseconds kSettling{20'000};

bool isSettled(SoundState state)
{
    return state != SoundState::Off && state != SoundState::Starting;
}

class Probe {
public:
    Probe(std::vector<Step> steps, ProbeLog& log)
        : m_steps(std::move(steps)),
          m_log(log),
          m_realVoice(listenTo(qtSpeechEngine(QLocale(QLocale::English)), log)),
          m_realTones(qtToneOutput()),
          m_voice(m_realVoice, log),
          m_tones(m_realTones, log)
    {
    }

    void run()
    {
        m_voice.onChanged([this] { playWhenSettled(); });
        m_tones.onChanged([this] { playWhenSettled(); });
        m_voice.start();
        m_tones.start();
        m_voice.say({"Too early to be heard.", Milliseconds(0), false});
        QTimer::singleShot(kSettling, qApp, [this] { play(); });
        QCoreApplication::exec();
    }

private:
    void playWhenSettled()
    {
        if (isSettled(m_voice.state()) && isSettled(m_tones.state()))
            QTimer::singleShot(0, qApp, [this] { play(); });
    }
    void play()
    {
        if (std::exchange(m_isPlaying, true))
            return;
        m_log.note("begin");
        for (const Step& step : m_steps)
            QTimer::singleShot(step.at, Qt::PreciseTimer, qApp, [this, step] { step.act(m_voice, m_tones); });
        QTimer::singleShot(m_steps.empty() ? Milliseconds(500) : kLength, qApp, [] { QCoreApplication::quit(); });
    }

    const std::vector<Step> m_steps;
    ProbeLog& m_log;
    Voice m_realVoice;
    Tones m_realTones;
    ListeningVoice m_voice;
    ListeningTones m_tones;
    bool m_isPlaying = false;
};

}  // namespace

}  // namespace psolog::test

int main(int argc, char** argv)
{
    using namespace psolog::test;
    if (argc != 3)
        return 2;
    const std::string what = argv[1];
    ProbeLog log(argv[2]);
    {
        const QCoreApplication app(argc, argv);
        const Heartbeat heartbeat;
        Probe(what == "schedule" ? schedule() : std::vector<Step>(), log).run();
        log.note("beat",
                 std::to_string(heartbeat.worst().count()) + ' ' + std::to_string(heartbeat.referenceWorst().count()));
    }
    log.note("end");
    // A service that hangs keeps its thread; see SoundThread::running().
    if (psolog::SoundThread::running() > 0)
        std::_Exit(EXIT_SUCCESS);
    return EXIT_SUCCESS;
}
