// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a picture of every stage of the release page: release_gallery OUT_FOLDER
#include <QApplication>
#include <QCheckBox>
#include <QDir>

#include "releaserig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    int text;
    QSize page;
    QSize whole;
};

void shoot(ReleaseRig& rig, const QString& folder, const Look& look, const char* stage)
{
    rig.page->resize(rig.page->wantsWholeWindow() ? look.whole : look.page);
    QApplication::sendPostedEvents();
    QTest::qWait(0);
    rig.page->grab().save(
        QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(stage), QString::fromLatin1(look.name)));
}

void before(const QString& folder, const Look& look)
{
    ReleaseRig rig(look.theme, look.text);
    rig.open(look.page);
    shoot(rig, folder, look, "screening");
    rig.answerScreening({SafetyItem::Hernia, SafetyItem::GroinPain});
    rig.open(look.page);
    shoot(rig, folder, look, "locked");
}

void session(const QString& folder, const Look& look)
{
    ReleaseRig rig(look.theme, look.text);
    rig.fixture.fillDemo(40);
    rig.answerScreening();
    rig.open(look.page);
    shoot(rig, folder, look, "overview");
    rig.page->openTopic(QStringLiteral("left-first"));
    rig.page->activate();
    shoot(rig, folder, look, "overview-left");
    rig.page->openTopic(QStringLiteral("daily-five"));
    rig.page->activate();
    rig.key(Qt::Key_Space);
    shoot(rig, folder, look, "daily");
    rig.key(Qt::Key_N);
    rig.key(Qt::Key_6);
    shoot(rig, folder, look, "tightness");
    rig.key(Qt::Key_Return);
    rig.key(Qt::Key_4);
    rig.key(Qt::Key_Return);
    shoot(rig, folder, look, "session-ready");
    rig.key(Qt::Key_Space);
    rig.run(12s);
    shoot(rig, folder, look, "session-settle");
    rig.run(22s);
    shoot(rig, folder, look, "session-scan");
    rig.key(Qt::Key_Space);
    rig.run(24s);
    rig.key(Qt::Key_Space);
    rig.run(87s);
    rig.key(Qt::Key_Space);
    rig.run(8s);
    shoot(rig, folder, look, "session-hold");
    rig.releases->full = true;
    rig.key(Qt::Key_Space);
    rig.run(1s);
    shoot(rig, folder, look, "session-error");
    rig.releases->full = false;
    rig.run(2s);
    static_cast<void>(rig.page->mayLeave());
    shoot(rig, folder, look, "session-leave");
    rig.key(Qt::Key_Space);
    rig.fixture.clock.suspend(3min);
    rig.run(500ms);
    shoot(rig, folder, look, "session-gap");
    rig.key(Qt::Key_Space);
    rig.key(Qt::Key_Escape);
    shoot(rig, folder, look, "stop");
    rig.key(Qt::Key_2);
    shoot(rig, folder, look, "red");
    rig.child<QCheckBox>("confirmCheckBox")->setChecked(true);
    rig.click("confirmButton");
    rig.click("todayButton");
    rig.page->activate();
    rig.start();
    rig.run(5min);
    rig.key(Qt::Key_3);
    shoot(rig, folder, look, "after");
    rig.key(Qt::Key_Return);
    rig.key(Qt::Key_Return);
    shoot(rig, folder, look, "summary");
    rig.click("todayButton");
    rig.page->activate();
    rig.start();
    rig.run(100s);
    rig.crash();
    rig.open(look.page);
    shoot(rig, folder, look, "recovery");
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    for (const Look& look : {Look{"light", ThemeChoice::Light, 100, {1084, 800}, {1280, 800}},
                             Look{"dark", ThemeChoice::Dark, 100, {828, 700}, {1024, 700}},
                             Look{"full", ThemeChoice::Light, 100, {1084, 800}, {1920, 1080}},
                             Look{"large", ThemeChoice::Light, 200, {828, 700}, {1024, 700}}}) {
        before(folder, look);
        session(folder, look);
    }
    return 0;
}
