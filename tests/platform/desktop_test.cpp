// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktop.h"

#include <algorithm>
#include <array>

#include <sys/socket.h>
#include <sys/un.h>

#include <QCoreApplication>
#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>

#include <gtest/gtest.h>

#include "fakeservices.h"
#include "privatebus.h"

using namespace psolog;
using namespace psolog::test;

namespace {

const QString kNoBus = QStringLiteral("unix:path=/nowhere/bus");
const QString kMediaPath = QStringLiteral("/org/mpris/MediaPlayer2");
const QString kPlayer = QStringLiteral("org.mpris.MediaPlayer2.Player");
/// Far more than a call that waits for nobody takes, less than the 3 s that a bus is waited for.
constexpr int kAtOnce = 1'500;
/// Far more than a program takes to end, less than the 25 s that D-Bus waits for a bus.
constexpr int kProgramEnds = 12'000;

QString mediaName()
{
    return QStringLiteral("org.mpris.MediaPlayer2.psolog.instance%1").arg(QCoreApplication::applicationPid());
}

/// What a listener heard.
struct Heard {
    std::vector<MediaCommand> commands;
    int clicks = 0;
    int sleeps = 0;
    int awakenings = 0;
    int changes = 0;

    [[nodiscard]] DesktopListener listener()
    {
        return {[this](MediaCommand command) { commands.push_back(command); }, [this] { ++sleeps; },
                [this] { ++awakenings; }, [this] { ++clicks; }, [this] { ++changes; }};
    }
};

class DesktopTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(m_bus.address().isEmpty()) << "dbus-daemon did not start"; }

    /// A desktop on the bus of the test, which stands for both buses.
    std::unique_ptr<Desktop> begin()
    {
        auto desktop = std::make_unique<Desktop>(DesktopBuses{m_bus.address(), m_bus.address()});
        desktop->listen(m_heard.listener());
        desktop->start();
        return desktop;
    }

    [[nodiscard]] bool isPlayer() { return m_peer.bus().interface()->isServiceRegistered(mediaName()); }

    QDBusMessage mediaCall(const QString& interface, const QString& method, const QVariantList& arguments = {})
    {
        QDBusMessage call = QDBusMessage::createMethodCall(mediaName(), kMediaPath, interface, method);
        call.setArguments(arguments);
        return m_peer.bus().call(call);
    }

    QVariantMap properties(const QString& interface)
    {
        const QDBusReply<QVariantMap> reply =
            mediaCall(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("GetAll"), {interface});
        return reply.value();
    }

    PrivateBus m_bus;
    BusPeer m_peer{m_bus.address(), QStringLiteral("peer")};
    Heard m_heard;
};

TEST_F(DesktopTest, KeepsTheScreenOnUntilToldOtherwise)
{
    FakeScreenSaver saver(m_peer.bus());
    const auto desktop = begin();
    desktop->keepAwake(true);
    EXPECT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
    desktop->keepAwake(false);
    EXPECT_TRUE(waitFor([&] { return saver.held.empty(); }));
    desktop->keepAwake(true);
    EXPECT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
    EXPECT_EQ(saver.asked, 2);
}

TEST_F(DesktopTest, LetsTheScreenGoAtTheEnd)
{
    FakeScreenSaver saver(m_peer.bus());
    auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
    desktop.reset();
    EXPECT_TRUE(waitFor([&] { return saver.held.empty(); }));
}

TEST_F(DesktopTest, GivesBackWhatIsGrantedTooLate)
{
    FakeScreenSaver saver(m_peer.bus());
    saver.silent = true;
    const auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.asked == 1; }));
    desktop->keepAwake(false);
    saver.answer();
    ASSERT_EQ(saver.held.size(), 1U);
    EXPECT_TRUE(waitFor([&] { return saver.held.empty(); }));
}

TEST_F(DesktopTest, AsksOnceHoweverOftenItIsToldWhileTheAnswerIsOut)
{
    FakeScreenSaver saver(m_peer.bus());
    saver.silent = true;
    const auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.asked == 1; }));
    desktop->keepAwake(false);
    desktop->keepAwake(true);
    // Something that comes back from the same thread: it has seen both.
    desktop->showMedia(MediaSession{"x", true});
    ASSERT_TRUE(waitFor([&] { return isPlayer(); }));
    saver.answer();
    desktop->showMedia(std::nullopt);
    ASSERT_TRUE(waitFor([&] { return !isPlayer(); }));
    EXPECT_EQ(saver.asked, 1);
    EXPECT_EQ(saver.held.size(), 1U);
}

TEST_F(DesktopTest, UsesThePortalWhereThereIsNoScreenSaver)
{
    FakeInhibitPortal portal(m_peer.bus());
    const auto desktop = begin();
    desktop->keepAwake(true);
    EXPECT_TRUE(waitFor([&] { return portal.inhibit.request.open; }));
    EXPECT_EQ(portal.inhibit.flags, 8U);
    desktop->keepAwake(false);
    EXPECT_TRUE(waitFor([&] { return !portal.inhibit.request.open; }));
}

TEST_F(DesktopTest, IsAMediaPlayerOnlyWhileASessionIsShown)
{
    const auto desktop = begin();
    desktop->showMedia(MediaSession{"Low zone, both sides", true});
    ASSERT_TRUE(waitFor([&] { return isPlayer(); }));
    const QVariantMap player = properties(kPlayer);
    EXPECT_EQ(player.value(QStringLiteral("PlaybackStatus")).toString(), QStringLiteral("Playing"));
    EXPECT_TRUE(player.value(QStringLiteral("CanGoNext")).toBool());
    EXPECT_TRUE(player.value(QStringLiteral("CanPause")).toBool());
    EXPECT_FALSE(player.value(QStringLiteral("CanSeek")).toBool());
    const QVariantMap metadata = qdbus_cast<QVariantMap>(player.value(QStringLiteral("Metadata")));
    EXPECT_EQ(metadata.value(QStringLiteral("xesam:title")).toString(), QStringLiteral("Low zone, both sides"));
    EXPECT_TRUE(metadata.value(QStringLiteral("mpris:trackid")).canConvert<QDBusObjectPath>());
    const QVariantMap root = properties(QStringLiteral("org.mpris.MediaPlayer2"));
    EXPECT_EQ(root.value(QStringLiteral("Identity")).toString(), QStringLiteral("Psolog"));
    EXPECT_EQ(root.value(QStringLiteral("DesktopEntry")).toString(), QStringLiteral("psolog"));

    desktop->showMedia(std::nullopt);
    EXPECT_TRUE(waitFor([&] { return !isPlayer(); }));
}

TEST_F(DesktopTest, PassesMediaKeysOnInTheGuiThread)
{
    const auto desktop = begin();
    desktop->showMedia(MediaSession{"Low zone", true});
    ASSERT_TRUE(waitFor([&] { return isPlayer(); }));
    for (const char* method : {"PlayPause", "Play", "Pause", "Stop", "Next", "Previous"}) {
        const QDBusMessage reply = mediaCall(kPlayer, QString::fromLatin1(method));
        EXPECT_EQ(reply.type(), QDBusMessage::ReplyMessage) << method;
    }
    EXPECT_TRUE(waitFor([&] { return m_heard.commands.size() == 6; }));
    const std::vector<MediaCommand> expected{MediaCommand::PlayPause, MediaCommand::Play, MediaCommand::Pause,
                                             MediaCommand::Stop,      MediaCommand::Next, MediaCommand::Previous};
    EXPECT_EQ(m_heard.commands, expected);
}

TEST_F(DesktopTest, TellsMediaControlsWhatChanged)
{
    const auto desktop = begin();
    PropertyListener changes(m_peer.bus(), kMediaPath);
    desktop->showMedia(MediaSession{"Low zone", true});
    ASSERT_TRUE(waitFor([&] { return isPlayer(); }));
    desktop->showMedia(MediaSession{"Low zone", false});
    ASSERT_TRUE(waitFor([&] { return changes.changes.size() == 1; }));
    EXPECT_EQ(changes.changes[0], (QVariantMap{{QStringLiteral("PlaybackStatus"), QStringLiteral("Paused")}}));
    desktop->showMedia(MediaSession{"Low zone", false});
    desktop->showMedia(MediaSession{"Middle zone", false});
    ASSERT_TRUE(waitFor([&] { return changes.changes.size() == 2; }));
    EXPECT_EQ(changes.changes[1].keys(), QStringList{QStringLiteral("Metadata")});
}

TEST_F(DesktopTest, ShowsANotificationInPlainText)
{
    FakeNotifications server(m_peer.bus());
    const auto desktop = begin();
    desktop->notify("It is <18:00>", "Ann & <b>Bob</b>");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 1; }));
    EXPECT_EQ(server.shown[0].title, QStringLiteral("It is <18:00>"));
    EXPECT_EQ(server.shown[0].body, QStringLiteral("Ann &amp; &lt;b&gt;Bob&lt;/b&gt;"));
    EXPECT_EQ(server.shown[0].actions.value(0), QStringLiteral("default"));
}

TEST_F(DesktopTest, TheSecondNotificationTakesThePlaceOfTheFirst)
{
    FakeNotifications server(m_peer.bus());
    FakeSettingsPortal portal(m_peer.bus());
    portal.appear();
    const auto desktop = begin();
    desktop->notify("first", "");
    desktop->notify("second", "");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 2; }));
    EXPECT_EQ(server.shown[0].replaces, 0U);
    EXPECT_EQ(server.shown[1].replaces, 7U);
    Q_EMIT server.NotificationClosed(7, 1);
    Q_EMIT server.ActionInvoked(7, QStringLiteral("default"));
    // Signals keep their order: when this one has come, so have those.
    Q_EMIT portal.settings.SettingChanged(QStringLiteral("org.gnome.desktop.interface"),
                                          QStringLiteral("enable-animations"), QDBusVariant(false));
    ASSERT_TRUE(waitFor([&] { return desktop->reducedMotion(); }));
    desktop->notify("third", "");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 3; }));
    EXPECT_EQ(server.shown[2].replaces, 0U);
    EXPECT_EQ(m_heard.clicks, 0);
}

TEST_F(DesktopTest, HearsAClickOnItsOwnNotificationOnly)
{
    FakeNotifications server(m_peer.bus());
    const auto desktop = begin();
    desktop->notify("first", "");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 1; }));
    // Its number is on the way; the next one shows that it has come.
    desktop->notify("second", "");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 2; }));
    desktop->notify("third", "");
    ASSERT_TRUE(waitFor([&] { return server.shown.size() == 3; }));
    Q_EMIT server.ActionInvoked(8, QStringLiteral("default"));
    Q_EMIT server.ActionInvoked(7, QStringLiteral("other"));
    Q_EMIT server.ActionInvoked(7, QStringLiteral("default"));
    EXPECT_TRUE(waitFor([&] { return m_heard.clicks > 0; }));
    EXPECT_EQ(m_heard.clicks, 1);
}

TEST_F(DesktopTest, SleepWaitsUntilTheListenerHasSaved)
{
    FakeLogin login(m_peer.bus());
    const auto desktop = begin();
    bool heldThen = false;
    DesktopListener listener = m_heard.listener();
    listener.aboutToSleep = [&] {
        ++m_heard.sleeps;
        heldThen = login.isHeld();
    };
    desktop->listen(listener);
    desktop->showMedia(MediaSession{"Low zone", true});
    ASSERT_TRUE(waitFor([&] { return login.isHeld(); }));
    EXPECT_EQ(login.what, QStringLiteral("sleep"));
    EXPECT_EQ(login.mode, QStringLiteral("delay"));

    Q_EMIT login.PrepareForSleep(true);
    ASSERT_TRUE(waitFor([&] { return m_heard.sleeps == 1; }));
    EXPECT_TRUE(heldThen);
    EXPECT_TRUE(waitFor([&] { return !login.isHeld(); }));
    // The paused session must not hold up the sleep that has begun.
    desktop->keepAwake(false);
    desktop->showMedia(MediaSession{"Low zone", false});
    Q_EMIT login.PrepareForSleep(false);
    EXPECT_TRUE(waitFor([&] { return m_heard.awakenings == 1; }));
    EXPECT_TRUE(waitFor([&] { return login.isHeld(); }));
    EXPECT_EQ(login.asked, 2);
}

TEST_F(DesktopTest, HoldsNoSleepLockWithoutASession)
{
    FakeLogin login(m_peer.bus());
    const auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return login.isHeld(); }));
    desktop->keepAwake(false);
    EXPECT_TRUE(waitFor([&] { return !login.isHeld(); }));
    Q_EMIT login.PrepareForSleep(true);
    EXPECT_TRUE(waitFor([&] { return m_heard.sleeps == 1; }));
    EXPECT_EQ(login.asked, 1);
}

TEST_F(DesktopTest, SleepIsBelievedFromLogindAlone)
{
    FakeLogin login(m_peer.bus());
    BusPeer stranger(m_bus.address(), QStringLiteral("stranger"));
    FakeLogin impostor(stranger.bus(), false);
    const auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return login.isHeld(); }));
    Q_EMIT impostor.PrepareForSleep(true);
    // A round trip of the stranger: the bus has passed its signal on.
    ASSERT_TRUE(stranger.bus().interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1")).value());
    Q_EMIT login.PrepareForSleep(false);
    ASSERT_TRUE(waitFor([&] { return m_heard.awakenings == 1; }));
    EXPECT_EQ(m_heard.sleeps, 0);
}

struct MotionCase {
    const char* name;
    const char* group;
    const char* key;
    QVariant still;
    QVariant moving;
    bool oldPortal;
};

class DesktopMotionTest : public DesktopTest, public testing::WithParamInterface<MotionCase> { };

TEST_P(DesktopMotionTest, FollowsTheSettingOfTheDesktop)
{
    const MotionCase& setting = GetParam();
    FakeSettingsPortal portal(m_peer.bus());
    portal.settings.old = setting.oldPortal;
    portal.settings.values[QString::fromLatin1(setting.key)] = setting.still;
    portal.appear();
    const auto desktop = begin();
    EXPECT_FALSE(desktop->reducedMotion());
    EXPECT_TRUE(waitFor([&] { return desktop->reducedMotion(); }));
    EXPECT_EQ(m_heard.changes, 1);
    Q_EMIT portal.settings.SettingChanged(QString::fromLatin1(setting.group), QString::fromLatin1(setting.key),
                                          QDBusVariant(setting.moving));
    EXPECT_TRUE(waitFor([&] { return !desktop->reducedMotion(); }));
    Q_EMIT portal.settings.SettingChanged(QStringLiteral("org.example"), QString::fromLatin1(setting.key),
                                          QDBusVariant(setting.still));
    Q_EMIT portal.settings.SettingChanged(QString::fromLatin1(setting.group), QString::fromLatin1(setting.key),
                                          QDBusVariant(setting.still));
    EXPECT_TRUE(waitFor([&] { return desktop->reducedMotion(); }));
    EXPECT_EQ(m_heard.changes, 3);
}

INSTANTIATE_TEST_SUITE_P(
    Desktops, DesktopMotionTest,
    testing::Values(MotionCase{"Common", "org.freedesktop.appearance", "reduced-motion", 1U, 0U, false},
                    MotionCase{"Gnome", "org.gnome.desktop.interface", "enable-animations", false, true, false},
                    MotionCase{"OldPortal", "org.gnome.desktop.interface", "enable-animations", false, true, true},
                    MotionCase{"Kde", "org.kde.kdeglobals.KDE", "AnimationDurationFactor", QStringLiteral("0"),
                               QStringLiteral("0.7"), false}),
    [](const auto& testCase) { return std::string(testCase.param.name); });

/// A place for a bus that comes, goes and comes back.
class DesktopBusComesAndGoesTest : public testing::Test {
protected:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("bus")); }
    [[nodiscard]] DesktopBuses buses() const { return {QStringLiteral("unix:path=") + path(), {}}; }

    QTemporaryDir m_folder;
    Heard m_heard;
};

TEST_F(DesktopBusComesAndGoesTest, IsTriedAgainWhenToldSo)
{
    // Whoever comes is sent away, so that the attempts can be counted.
    int attempts = 0;
    auto door = std::make_unique<QLocalServer>();
    ASSERT_TRUE(door->listen(path()));
    QObject::connect(door.get(), &QLocalServer::newConnection, door.get(), [&] {
        while (QLocalSocket* caller = door->nextPendingConnection()) {
            delete caller;
            ++attempts;
        }
    });
    Desktop desktop(buses());
    desktop.keepAwake(true);
    desktop.start();
    // One for what is wanted and one for the start: then nothing is left that would try again by itself.
    ASSERT_TRUE(waitFor([&] { return attempts == 2; }));
    door.reset();

    const PrivateBus bus(path());
    BusPeer peer(bus.address(), QStringLiteral("later"));
    FakeScreenSaver saver(peer.bus());
    desktop.start();
    EXPECT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
}

TEST_F(DesktopBusComesAndGoesTest, IsTriedAgainWhenItIsNeeded)
{
    auto bus = std::make_unique<PrivateBus>(path());
    Desktop desktop(buses());
    desktop.start();
    {
        BusPeer peer(bus->address(), QStringLiteral("first"));
        FakeScreenSaver saver(peer.bus());
        desktop.keepAwake(true);
        ASSERT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
    }
    bus.reset();
    bus = std::make_unique<PrivateBus>(path());
    BusPeer peer(bus->address(), QStringLiteral("second"));
    FakeScreenSaver saver(peer.bus());
    // More than once: the loss is known a moment later.
    EXPECT_TRUE(waitFor([&] {
        desktop.keepAwake(true);
        return saver.held.size() == 1;
    }));

    bus.reset();
    bus = std::make_unique<PrivateBus>(path());
    BusPeer third(bus->address(), QStringLiteral("third"));
    EXPECT_TRUE(waitFor([&] {
        desktop.showMedia(MediaSession{"Low zone", true});
        return third.bus().interface()->isServiceRegistered(mediaName()).value();
    }));
}

TEST_F(DesktopBusComesAndGoesTest, LessMotionIsForgottenWithTheBusThatAskedForIt)
{
    auto bus = std::make_unique<PrivateBus>(path());
    Desktop desktop(buses());
    desktop.listen(m_heard.listener());
    {
        BusPeer peer(bus->address(), QStringLiteral("still"));
        FakeSettingsPortal portal(peer.bus());
        portal.settings.values[QStringLiteral("enable-animations")] = false;
        portal.appear();
        desktop.start();
        ASSERT_TRUE(waitFor([&] { return desktop.reducedMotion(); }));
    }
    bus.reset();
    bus = std::make_unique<PrivateBus>(path());
    EXPECT_TRUE(waitFor([&] {
        desktop.start();
        return !desktop.reducedMotion();
    }));
    EXPECT_EQ(m_heard.changes, 2);
}

/// Uses everything, and returns how long the slowest call took, with the end. In ms.
qint64 useAndEnd(std::unique_ptr<Desktop> desktop)
{
    qint64 slowest = 0;
    const auto timed = [&](auto&& action) {
        QElapsedTimer timer;
        timer.start();
        action();
        slowest = std::max(slowest, timer.elapsed());
    };
    timed([&] { desktop->start(); });
    timed([&] { desktop->keepAwake(true); });
    timed([&] { desktop->showMedia(MediaSession{"Low zone", true}); });
    timed([&] { desktop->notify("a", "b"); });
    timed([&] { EXPECT_FALSE(desktop->reducedMotion()); });
    timed([&] { desktop->keepAwake(false); });
    timed([&] { desktop->showMedia(std::nullopt); });
    timed([&] { desktop.reset(); });
    return slowest;
}

TEST(DesktopWithoutABusTest, IsWithoutEffectAndWaitsForNobody)
{
    EXPECT_LT(useAndEnd(std::make_unique<Desktop>(DesktopBuses{})), kAtOnce);
    EXPECT_LT(useAndEnd(std::make_unique<Desktop>(DesktopBuses{kNoBus, kNoBus})), kAtOnce);
}

TEST(DesktopWithoutABusTest, MayEndWithoutHavingBegun)
{
    Desktop desktop{DesktopBuses{kNoBus, kNoBus}};
    desktop.keepAwake(true);
    EXPECT_FALSE(desktop.reducedMotion());
}

TEST_F(DesktopTest, ABusThatIsStoppedHoldsNobodyUp)
{
    m_bus.stop();
    EXPECT_LT(useAndEnd(begin()), kAtOnce);
    m_bus.goOn();
}

TEST_F(DesktopTest, ABusThatStopsLaterHoldsNobodyUp)
{
    FakeScreenSaver saver(m_peer.bus());
    FakeLogin login(m_peer.bus());
    auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.held.size() == 1 && login.isHeld(); }));
    m_bus.stop();
    EXPECT_LT(useAndEnd(std::move(desktop)), kAtOnce);
    m_bus.goOn();
}

TEST_F(DesktopTest, ABusThatDiesHoldsNobodyUp)
{
    FakeScreenSaver saver(m_peer.bus());
    auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.held.size() == 1; }));
    m_bus.end();
    EXPECT_LT(useAndEnd(std::move(desktop)), kAtOnce);
}

TEST_F(DesktopTest, AServiceThatNeverAnswersHoldsNobodyUp)
{
    FakeScreenSaver saver(m_peer.bus());
    saver.silent = true;
    auto desktop = begin();
    desktop->keepAwake(true);
    ASSERT_TRUE(waitFor([&] { return saver.asked == 1; }));
    EXPECT_LT(useAndEnd(std::move(desktop)), kAtOnce);
}

/// Answers who asks whether it is there, and nothing more: the worst bus.
class DeafBus {
public:
    DeafBus() : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(m_folder.filePath(QStringLiteral("bus")));
        std::copy(path.begin(), path.end(), std::begin(name.sun_path));
        if (bind(m_listener, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) != 0 || listen(m_listener, 8) != 0)
            qFatal("no socket");
    }
    DeafBus(const DeafBus&) = delete;
    DeafBus& operator=(const DeafBus&) = delete;
    ~DeafBus() { end(); }

    [[nodiscard]] QString address() const
    {
        return QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
    }

    /// Takes who comes, and answers the first.
    int callers()
    {
        const int caller = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller >= 0) {
            m_callers.push_back(caller);
            constexpr std::string_view kYes = "OK 0123456789abcdef0123456789abcdef\r\n";
            if (m_callers.size() == 1 && send(caller, kYes.data(), kYes.size(), MSG_NOSIGNAL) < 0)
                qFatal("no answer");
        }
        return static_cast<int>(m_callers.size());
    }
    void end()
    {
        for (const int caller : m_callers)
            close(caller);
        m_callers.clear();
        if (m_listener >= 0)
            close(m_listener);
        m_listener = -1;
    }

private:
    QTemporaryDir m_folder;
    int m_listener;
    std::vector<int> m_callers;
};

/// Threads of the program that serve a desktop.
int desktopThreads()
{
    int count = 0;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks.filePath(task + QStringLiteral("/comm")));
        if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "desktop")
            ++count;
    }
    return count;
}

TEST(DesktopWithoutABusTest, AThreadThatHangsIsLeftBehindAndEndsByItself)
{
    DeafBus bus;
    auto desktop = std::make_unique<Desktop>(DesktopBuses{bus.address(), {}});
    desktop->start();
    ASSERT_TRUE(waitFor([&] { return bus.callers() == 2; }));
    EXPECT_LT(useAndEnd(std::move(desktop)), kAtOnce);
    EXPECT_EQ(desktopThreads(), 1);
    EXPECT_EQ(Desktop::running(), 1);
    bus.end();
    EXPECT_TRUE(waitFor([] { return desktopThreads() == 0; }));
    EXPECT_EQ(Desktop::running(), 0);
}

TEST(DesktopWithoutABusTest, AThreadThatHangsDoesNotKeepTheProgramFromEnding)
{
    DeafBus bus;
    QProcess program;
    program.start(QStringLiteral(PSOLOG_DESKTOP_PROBE), {bus.address()});
    ASSERT_TRUE(waitFor([&] { return bus.callers() == 2; }));
    QElapsedTimer timer;
    timer.start();
    program.closeWriteChannel();
    EXPECT_TRUE(program.waitForFinished(kProgramEnds)) << "it waits for the bus";
    EXPECT_EQ(program.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(program.exitCode(), 7);
    EXPECT_LT(timer.elapsed(), kProgramEnds);
}

}  // namespace
