// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of what follows a release: loop_gallery OUT_FOLDER
#include <QApplication>
#include <QDir>
#include <QScrollArea>

#include "looprig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    int text;
    QSize size;
};

void shoot(QWidget& page, const QString& folder, const Look& look, const char* what)
{
    QApplication::sendPostedEvents();
    QTest::qWait(0);
    page.grab().save(
        QStringLiteral("%1/loop-%2-%3.png").arg(folder, QString::fromLatin1(what), QString::fromLatin1(look.name)));
}

void shootAll(const QString& folder, const Look& look)
{
    {
        LoopRig rig(look.theme, look.text);
        rig.release(look.size);
        shoot(*rig.page, folder, look, "summary-first");
    }
    LoopRig rig(look.theme, look.text);
    rig.fixture.fillDemo(40);
    rig.addTest(15min, {1, 1, 2}, {3, 2, 3});
    rig.release(look.size);
    shoot(*rig.page, folder, look, "summary");
    rig.leaveSummary("retestButton");
    rig.tests->resize(look.size);
    shoot(*rig.tests, folder, look, "retest");
    rig.rate({3, 3, 3}, {3, 3, 4}, 4s);
    shoot(*rig.tests, folder, look, "result");
    rig.page->activate();
    shoot(*rig.page, folder, look, "overview");
    HistoryPage history(*rig.services);
    history.resize(look.size);
    history.show();
    history.activate();
    history.openTopic(QString::fromStdString(rig.stored().id.toString()));
    shoot(history, folder, look, "history");
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (app.arguments().size() != 2)
        return 2;
    const QString folder = app.arguments().at(1);
    QDir().mkpath(folder);
    for (const Look& look :
         {Look{"light", ThemeChoice::Light, 100, {1084, 800}}, Look{"dark", ThemeChoice::Dark, 100, {1084, 800}},
          Look{"narrow", ThemeChoice::Light, 100, {828, 700}}, Look{"200", ThemeChoice::Light, 200, {1156, 800}}})
        shootAll(folder, look);
    return 0;
}
