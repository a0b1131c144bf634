// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard in a release session, and that it can be done by ear with one key or none.
#include <QKeyEvent>
#include <QSignalSpy>

#include "gui/guided/sessionstatus.h"
#include "gui/release/releasecuewords.h"
#include "gui/release/sessionwidget.h"
#include "gui/widgets/countdownring.h"
#include "releaserig.h"
#include "session/cueplan.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;
using Stage = ReleasePage::Stage;

namespace {

constexpr Milliseconds kTick{100};

/// A speech engine as they are found: quick, slow, mute for ever, absent, or dying in the middle.
class TroubledVoice : public IVoice {
public:
    enum class Trouble { None, Slow, NeverFinishes, FailsAtStart, DiesMidway };

    TroubledVoice(Trouble trouble, const IClock& clock) : m_trouble(trouble), m_clock(clock) { }

    void start() override
    {
        become(m_trouble == Trouble::FailsAtStart ? SoundState::NoService
                   : m_trouble == Trouble::Slow   ? SoundState::Starting
                                                  : SoundState::Ready);
    }
    void say(const Prompt& prompt) override
    {
        ++asked;
        const Milliseconds now = m_clock.sample().steady;
        if (m_trouble == Trouble::Slow && now >= m_freeAt)
            m_freeAt = now + 3s;
        else if (m_trouble == Trouble::DiesMidway && asked == 8)
            become(SoundState::NotAnswering);
        last = prompt;
    }
    void hush() override { }
    void configure(const VoiceOptions& /*options*/) override { }
    [[nodiscard]] SoundState state() const override { return m_state; }
    [[nodiscard]] std::vector<VoiceChoice> voices() const override { return {}; }
    void onChanged(std::function<void()> listener) override { m_listener = std::move(listener); }

    int asked = 0;
    Prompt last;

private:
    void become(SoundState state)
    {
        m_state = state;
        if (m_listener)
            m_listener();
    }

    Trouble m_trouble;
    const IClock& m_clock;
    SoundState m_state = SoundState::Off;
    Milliseconds m_freeAt{0};
    std::function<void()> m_listener;
};

QString clockText(Milliseconds worked)
{
    return QStringLiteral("%1:%2.%3")
        .arg(worked.count() / 60'000)
        .arg(worked.count() / 1'000 % 60, 2, 10, QLatin1Char('0'))
        .arg(worked.count() / 100 % 10);
}

/// Runs a session tick by tick and writes down what became audible, with the time since the first call.
struct Listener {
    explicit Listener(ReleaseRig& listened) : rig(listened) { }

    void run(Milliseconds time)
    {
        note();
        for (Milliseconds end = passed + time; passed < end;) {
            passed += kTick;
            rig.fixture.clock.advance(kTick);
            rig.fixture.ticker.tick();
            note();
        }
    }
    void note()
    {
        const auto& played = rig.fixture.tones.played;
        for (; m_played < played.size(); ++m_played)
            tones << clockText(passed) + u' ' + QString::fromLatin1(nameOf(played[m_played].tone).data());
        const auto& said = rig.fixture.voice.said;
        for (; m_said < said.size(); ++m_said)
            words << clockText(passed) + u' ' + QString::fromStdString(said[m_said].text);
    }
    void forget()
    {
        m_played = rig.fixture.tones.played.size();
        m_said = rig.fixture.voice.said.size();
    }

    ReleaseRig& rig;
    Milliseconds passed{0};
    QStringList tones;
    QStringList words;

private:
    std::size_t m_played = 0;
    std::size_t m_said = 0;
};

void setLevel(ReleaseRig& rig, SoundLevel level)
{
    Settings settings = rig.fixture.settings.current();
    settings.soundLevel = level;
    static_cast<void>(rig.fixture.settings.save(settings));
    rig.fixture.guide.applySettings();
}

/// Up to the screen that counts down to the start.
void toReady(ReleaseRig& rig)
{
    rig.answerScreening();
    rig.open();
    rig.key(Qt::Key_Space);
    rig.key(Qt::Key_N);
    rig.key(Qt::Key_Return);
    QCOMPARE(rig.page->stage(), Stage::Session);
}

Listener listenedSession(ReleaseRig& rig, SoundLevel level)
{
    setLevel(rig, level);
    toReady(rig);
    Listener listener(rig);
    listener.forget();
    rig.key(Qt::Key_Space);
    listener.run(5min);
    return listener;
}

void press(ReleaseRig& rig, MediaCommand command)
{
    rig.fixture.desktop.listener.mediaCommand(command);
}

}  // namespace

class ReleaseHeardTest : public QObject {
    Q_OBJECT

    static ReleaseFlow::Snapshot now(const ReleaseRig& rig) { return rig.page->flow()->snapshot(); }
    static QString title(const ReleaseRig& rig) { return rig.child<SessionStatus>("sessionStatus")->title(); }
    static void pressMediaKey()
    {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_MediaTogglePlayPause, Qt::NoModifier);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    static QString lastSaid(const ReleaseRig& rig)
    {
        return rig.fixture.voice.said.empty() ? QString() : QString::fromStdString(rig.fixture.voice.said.back().text);
    }

private Q_SLOTS:
    void the_daily_five_minutes_are_heard_word_for_word_in_brief()
    {
        ReleaseRig rig;
        const Listener heard = listenedSession(rig, SoundLevel::Brief);
        QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
        const QStringList expected{
            QStringLiteral("0:00.0 Settle in."),
            QStringLiteral("0:22.0 Next: Low zone."),
            QStringLiteral("0:30.0 Low zone."),
            QStringLiteral("0:40.0 Hold."),
            QStringLiteral("1:10.0 Search."),
            QStringLiteral("1:20.0 Hold."),
            QStringLiteral("1:50.0 Search."),
            QStringLiteral("1:52.0 Next: Middle zone."),
            QStringLiteral("2:00.0 Middle zone."),
            QStringLiteral("2:10.0 Hold."),
            QStringLiteral("2:30.0 Halfway."),
            QStringLiteral("2:40.0 Search."),
            QStringLiteral("2:50.0 Hold."),
            QStringLiteral("3:20.0 Search."),
            QStringLiteral("3:22.0 Next: High zone."),
            QStringLiteral("3:30.0 High zone."),
            QStringLiteral("3:40.0 Hold."),
            QStringLiteral("4:10.0 Search."),
            QStringLiteral("4:20.0 Hold."),
            QStringLiteral("4:22.0 Next: Rest."),
            QStringLiteral("4:30.0 Rest."),
            QStringLiteral("5:00.0 Finished."),
        };
        QCOMPARE(heard.words.join(u'\n'), expected.join(u'\n'));
    }

    void in_full_a_coach_explains_breathes_and_names_the_limits()
    {
        ReleaseRig rig;
        setLevel(rig, SoundLevel::Full);
        toReady(rig);
        for (const char* limit : {"Up to 4 of 10", "never sharp", "never in the groin fold", "Escape stops at once"})
            QVERIFY2(lastSaid(rig).contains(QLatin1String(limit)), qPrintable(lastSaid(rig)));
        Listener heard(rig);
        heard.forget();
        rig.key(Qt::Key_Space);
        heard.run(5min);
        const QString script = heard.words.join(u'\n');
        const std::string cue = rig.page->flow()->routine().steps.at(1).cue;
        QVERIFY2(script.contains(QStringLiteral("0:30.0 Low zone. ") + QString::fromStdString(cue)),
                 qPrintable(script));
        QVERIFY(script.contains(QStringLiteral("0:46.0 In … and sink out.")));
        QVERIFY(script.contains(QStringLiteral("0:40.0 Hold. Breathe out, let it sink.")));
        QVERIFY(script.contains(QStringLiteral("1:10.0 Search again, slowly.")));
        QVERIFY(script.endsWith(QStringLiteral("Finished. Take your time to get up.")));
        // No chatter: never two prompts within two seconds.
        for (qsizetype i = 1; i < heard.words.size(); ++i) {
            const auto at = [&](qsizetype index) {
                const QString time = heard.words[index].section(u' ', 0, 0);
                return time.section(u':', 0, 0).toDouble() * 60 + time.section(u':', 1).toDouble();
            };
            QVERIFY2(at(i) - at(i - 1) > 1.9, qPrintable(heard.words[i - 1] + u'\n' + heard.words[i]));
        }
    }

    void tones_alone_follow_the_plan_of_the_cues()
    {
        ReleaseRig rig;
        const Listener heard = listenedSession(rig, SoundLevel::TonesOnly);
        QVERIFY(rig.fixture.voice.said.empty());
        QCOMPARE(heard.tones.front(), QStringLiteral("0:00.0 start"));
        QCOMPARE(heard.tones.back(), QStringLiteral("5:00.0 finished"));
        QStringList expected;
        for (const PlannedCue& planned : plannedCues(rig.fixture.services->routines.find("daily-five")->routine))
            if (const Heard one = ReleaseCueWords::of({planned.cue}); one.tone && planned.at > Milliseconds{0})
                expected << clockText(planned.at) + u' ' + QString::fromLatin1(nameOf(*one.tone).data());
        QStringList after = heard.tones.mid(1);
        for (const QString& tone : after)
            QVERIFY2(expected.contains(tone) || tone.endsWith(QStringLiteral("step")), qPrintable(tone));
        // Three seconds before each of the five ends.
        QCOMPARE(heard.tones.filter(QStringLiteral("last-second")).size(), 15);
        QCOMPARE(heard.tones.filter(QStringLiteral(" step")).size(), 4);
    }

    void silence_is_silent_and_the_screen_says_what_comes_next()
    {
        ReleaseRig rig;
        setLevel(rig, SoundLevel::Silent);
        toReady(rig);
        rig.key(Qt::Key_Space);
        QCOMPARE(rig.text("nextLabel"), QStringLiteral("Next: Low zone"));
        rig.run(32s);
        QCOMPARE(rig.text("nextLabel"), QStringLiteral("Next: hold · then Middle zone"));
        rig.run(12s);
        QCOMPARE(rig.text("nextLabel"), QStringLiteral("Next: search · then Middle zone"));
        QVERIFY(rig.fixture.tones.played.empty());
        QVERIFY(rig.fixture.voice.said.empty());
    }

    void what_is_said_in_passing_is_shown_for_a_moment()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(46s);
        const auto* ring = rig.child<CountdownRing>("countdownRing");
        QCOMPARE(ring->note(), QStringLiteral("In … and sink out."));
        rig.run(5s);
        QCOMPARE(ring->note(), QStringLiteral("breathe out, let it sink"));
    }

    void what_was_said_of_one_step_is_not_shown_in_the_next()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(119s);
        rig.key(Qt::Key_Space);
        const auto* ring = rig.child<CountdownRing>("countdownRing");
        QCOMPARE(ring->note(), QStringLiteral("Found: stay on it"));
        rig.run(2s);
        QCOMPARE(ring->note(), QStringLiteral("move slowly, look for it"));
    }

    void no_voice_however_troubled_moves_a_tone()
    {
        using Trouble = TroubledVoice::Trouble;
        QStringList first;
        for (const Trouble trouble :
             {Trouble::None, Trouble::Slow, Trouble::NeverFinishes, Trouble::FailsAtStart, Trouble::DiesMidway}) {
            ReleaseRig rig;
            TroubledVoice voice(trouble, rig.fixture.clock);
            Guide guide(voice, rig.fixture.tones, rig.fixture.desktop, rig.fixture.settings);
            Services& real = *rig.services;
            rig.services = std::make_unique<Services>(
                real.clock, real.ids, real.athletes, real.checkIns, real.selfTests, real.releases, real.trends,
                real.weekly, real.experiments, real.file, real.settings, real.theme, real.poses, real.routines,
                real.alarm, guide, real.ticker, real.changes, real.undo, real.random);
            const Listener heard = listenedSession(rig, SoundLevel::Full);
            QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
            QVERIFY(voice.asked > 20);
            if (first.isEmpty())
                first = heard.tones;
            QCOMPARE(heard.tones, first);
            rig.page.reset();
        }
        QVERIFY(first.size() > 30);
    }

    void without_any_key_a_session_starts_and_runs_to_its_end()
    {
        ReleaseRig rig;
        toReady(rig);
        const auto* ring = rig.child<CountdownRing>("countdownRing");
        QCOMPARE(ring->number(), QString::number(kReadyTime.count()));
        QVERIFY(rig.fixture.desktop.awake);
        rig.run(kReadyTime - 2s);
        QCOMPARE(ring->number(), QStringLiteral("2"));
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Ready);
        rig.run(2s);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        const auto counted = std::count_if(rig.fixture.tones.played.begin(), rig.fixture.tones.played.end(),
                                           [](const auto& played) { return played.tone == Tone::LastSecond; });
        QCOMPARE(counted, 3);
        rig.run(5min);
        QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
        QCOMPARE(rig.stored().outcome, ReleaseOutcome::Completed);
    }

    void the_countdown_to_the_start_can_be_held()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.run(5s);
        rig.key(Qt::Key_P);
        QVERIFY(!rig.fixture.ticker.isRunning());
        QVERIFY(!rig.fixture.desktop.awake);
        QCOMPARE(lastSaid(rig), QStringLiteral("It waits for you. Space starts."));
        rig.run(5min);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Ready);
        rig.key(Qt::Key_P);
        QVERIFY(rig.fixture.ticker.isRunning());
        rig.run(14s);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Ready);
        rig.run(2s);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
    }

    void after_a_held_start_p_pauses_the_session()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_P);
        rig.key(Qt::Key_Space);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        rig.run(5s);
        rig.key(Qt::Key_P);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Paused);
        rig.key(Qt::Key_P);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
    }

    void no_session_starts_by_itself_after_the_machine_slept()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.run(5s);
        Listener heard(rig);
        heard.forget();
        rig.fixture.clock.suspend(1h);
        heard.run(1min);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Ready);
        QCOMPARE(heard.words, QStringList(QStringLiteral("0:00.1 It waits for you. Space starts.")));
        QCOMPARE(heard.tones, QStringList(QStringLiteral("0:00.1 paused")));
    }

    void when_it_starts_is_said_first_and_the_rest_ends_before()
    {
        ReleaseRig rig;
        setLevel(rig, SoundLevel::Full);
        toReady(rig);
        QVERIFY2(lastSaid(rig).startsWith(QStringLiteral("Starts by itself in %1 seconds.").arg(kReadyTime.count())),
                 qPrintable(lastSaid(rig)));
        // Speech of usual speed has some 15 characters a second.
        QVERIFY2(lastSaid(rig).size() < 14 * kReadyTime.count(), qPrintable(lastSaid(rig)));
    }

    void a_question_whether_to_stop_is_answered_by_the_headset()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(5s);
        QVERIFY(!rig.page->mayLeave());
        QCOMPARE(title(rig), QStringLiteral("Stop the session?"));
        press(rig, MediaCommand::Play);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        rig.run(5s);
        press(rig, MediaCommand::Pause);
        QCOMPARE(title(rig), QStringLiteral("Paused: Settle in"));
    }

    void a_space_meant_for_the_session_names_no_reason()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(35s);
        rig.key(Qt::Key_Escape);
        rig.key(Qt::Key_Space);
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        rig.key(Qt::Key_Down);
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page->stage(), Stage::TightnessAfter);
        QCOMPARE(*rig.stored().stopReason, NameTable<StopReason>::rows.front().value);
    }

    void return_presses_the_button_that_has_the_focus()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(35s);
        rig.button("stopButton")->setFocus(Qt::TabFocusReason);
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        QCOMPARE(rig.page->flow()->record().events.size(), rig.stored().events.size());
        QCOMPARE(now(rig).pointsFound, 0);
    }

    void the_screen_stays_on_only_while_a_session_runs()
    {
        ReleaseRig rig;
        toReady(rig);
        const FakeDesktop& desktop = rig.fixture.desktop;
        rig.key(Qt::Key_Space);
        QVERIFY(desktop.awake);
        QCOMPARE(desktop.media->title, std::string("Settle in"));
        rig.key(Qt::Key_P);
        QVERIFY(!desktop.awake);
        QVERIFY(!desktop.media->playing);
        rig.key(Qt::Key_P);
        QVERIFY(desktop.awake);
        rig.run(31s);
        QCOMPARE(desktop.media->title, std::string("Low zone"));
        rig.key(Qt::Key_Escape);
        QVERIFY(!desktop.awake);
        QVERIFY(!desktop.media);
    }

    void a_page_that_goes_gives_the_screen_back()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.page.reset();
        QVERIFY(!rig.fixture.desktop.awake);
        QVERIFY(!rig.fixture.guide.isFlowRunning());
    }

    void a_headset_alone_does_everything()
    {
        ReleaseRig rig;
        toReady(rig);
        press(rig, MediaCommand::PlayPause);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        rig.run(33s);
        press(rig, MediaCommand::Next);
        QCOMPARE(now(rig).pointsFound, 1);
        QCOMPARE(rig.fixture.tones.played.back().tone, Tone::Found);
        rig.run(10s);
        press(rig, MediaCommand::Next);
        QCOMPARE(now(rig).pointsReleased, 1);
        QCOMPARE(rig.fixture.tones.played.back().tone, Tone::Released);
        press(rig, MediaCommand::PlayPause);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Paused);
        press(rig, MediaCommand::Play);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        press(rig, MediaCommand::Pause);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Paused);
        press(rig, MediaCommand::PlayPause);
        press(rig, MediaCommand::Previous);
        QCOMPARE(now(rig).step, std::size_t(0));
        press(rig, MediaCommand::Stop);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
        press(rig, MediaCommand::PlayPause);
        QCOMPARE(rig.page->stage(), Stage::StopReason);
    }

    void a_media_key_that_comes_on_both_ways_counts_once()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(33s);
        pressMediaKey();
        press(rig, MediaCommand::PlayPause);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Paused);
        rig.fixture.clock.advance(1s);
        pressMediaKey();
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
    }

    void a_machine_that_goes_to_sleep_pauses_and_asks_when_it_is_back()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(40s);
        rig.fixture.desktop.listener.aboutToSleep();
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::GapAsk);
        QVERIFY(!rig.fixture.ticker.isRunning());
        QVERIFY(!rig.fixture.desktop.awake);
        rig.fixture.clock.suspend(3min);
        rig.fixture.desktop.listener.awake();
        QCOMPARE(title(rig), QStringLiteral("The computer was away for 3 minutes"));
        QVERIFY2(lastSaid(rig).startsWith(QStringLiteral("The computer was away")), qPrintable(lastSaid(rig)));
        rig.key(Qt::Key_Space);
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Step);
        QVERIFY(now(rig).worked <= Milliseconds(40s));
    }

    void stop_is_heard_at_once_and_a_red_reason_says_what_to_do()
    {
        ReleaseRig rig;
        toReady(rig);
        rig.key(Qt::Key_Space);
        rig.run(35s);
        rig.fixture.voice.said.clear();
        rig.key(Qt::Key_Escape);
        QCOMPARE(rig.fixture.tones.played.back().tone, Tone::Stop);
        QCOMPARE(rig.fixture.voice.said.front().text, std::string("Stopped. Come off the tool."));
        QVERIFY(rig.fixture.voice.said.front().urgent);
        QVERIFY2(lastSaid(rig).startsWith(QStringLiteral("Why? 1: Finished early. 2: Sharp pain.")),
                 qPrintable(lastSaid(rig)));
        rig.key(Qt::Key_3);
        QCOMPARE(rig.page->stage(), Stage::Locked);
        QVERIFY2(lastSaid(rig).startsWith(QStringLiteral("No more release today.")), qPrintable(lastSaid(rig)));
        QVERIFY(lastSaid(rig).contains(QStringLiteral("clinician")));
        QVERIFY(rig.fixture.voice.said.back().urgent);
    }

    void one_key_changes_how_much_is_heard_and_the_choice_is_kept()
    {
        ReleaseRig rig;
        toReady(rig);
        QCOMPARE(rig.button("soundButton")->text(), QStringLiteral("Voice: full"));
        rig.key(Qt::Key_V);
        QCOMPARE(rig.fixture.settings.current().soundLevel, SoundLevel::Brief);
        QCOMPARE(lastSaid(rig), QStringLiteral("Voice: brief."));
        rig.key(Qt::Key_V);
        rig.key(Qt::Key_V);
        QCOMPARE(rig.button("soundButton")->text(), QStringLiteral("Silent"));
        rig.click("soundButton");
        QCOMPARE(rig.fixture.settings.current().soundLevel, SoundLevel::Full);
        // It is no answer to the session.
        QCOMPARE(now(rig).stage, ReleaseFlow::Stage::Ready);
    }

    void what_cannot_be_heard_is_said_on_the_screen_data()
    {
        QTest::addColumn<SoundState>("voice");
        QTest::addColumn<SoundState>("tones");
        QTest::addColumn<QString>("words");
        QTest::newRow("ready") << SoundState::Ready << SoundState::Ready << QString();
        QTest::newRow("starting") << SoundState::Starting << SoundState::Ready << QString();
        QTest::newRow("no service") << SoundState::NoService << SoundState::Ready
                                    << QStringLiteral("Voice off: no speech service");
        QTest::newRow("hangs") << SoundState::NotAnswering << SoundState::Ready
                               << QStringLiteral("Voice off: the speech service does not answer");
        QTest::newRow("no output") << SoundState::Ready << SoundState::NoOutput
                                   << QStringLiteral("Sound off: no sound output");
    }
    void what_cannot_be_heard_is_said_on_the_screen()
    {
        QFETCH(SoundState, voice);
        QFETCH(SoundState, tones);
        QFETCH(QString, words);
        ReleaseRig rig;
        toReady(rig);
        rig.fixture.voice.become(voice);
        rig.fixture.tones.become(tones);
        QCOMPARE(rig.text("soundProblemLabel"), words);
        rig.key(Qt::Key_Space);
        rig.run(10s);
        QCOMPARE(rig.text("soundProblemLabel"), words);
        QCOMPARE(now(rig).worked, Milliseconds(10s));
    }
};

QTEST_MAIN(ReleaseHeardTest)
#include "releaseheard_test.moc"
