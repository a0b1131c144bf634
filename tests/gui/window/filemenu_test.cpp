// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

#include "gui/report/reportdialog.h"
#include "gui/share/sharedialog.h"
#include "gui/widgets/navbutton.h"
#include "windowrig.h"

using namespace psolog;
using test::WindowRig;

namespace {

QAction* action(const WindowRig& rig, const char* name)
{
    return rig.window->findChild<QAction*>(QString::fromLatin1(name));
}

ReportDialog* report(const WindowRig& rig)
{
    return rig.visible<ReportDialog>("reportDialog");
}

}  // namespace

/// The File entry of the navigation and its menu.
class FileMenuTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEntryOpensTheMenuAndLightsNothing()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        auto* entry = rig.visible<NavButton>("fileNavButton");
        QVERIFY(entry != nullptr);
        QVERIFY(!entry->isCheckable());
        QVERIFY(entry->focusPolicy() != Qt::NoFocus);
        const auto* settings = rig.visible<NavButton>("settingsNavButton");
        QVERIFY(entry->geometry().bottom() < settings->geometry().top());
        QVERIFY(rig.click("fileNavButton"));
        auto* menu = rig.visible<QMenu>("fileMenu");
        QVERIFY(menu != nullptr);
        QVERIFY(!menu->accessibleName().isEmpty());
        QStringList keys;
        for (const QAction* one : menu->actions())
            if (!one->isSeparator())
                keys << one->text().section(u'&', 1).left(1).toUpper();
        QCOMPARE(keys.size(), 6);
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), 6);
        menu->close();
        QCOMPARE(rig.page(), PageId::Today);
        QVERIFY(rig.visible<NavButton>("todayNavButton")->isChecked());
    }

    void ctrlPShowsTheReportAndEscapeClosesIt()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        rig.key(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(report(rig) != nullptr);
        QVERIFY(report(rig)->sheet() != nullptr);
        QTest::keyClick(report(rig), Qt::Key_Escape);
        QTRY_VERIFY(report(rig) == nullptr);
    }

    void ctrlShiftSShowsWhatWouldBeSharedAndEscapeClosesIt()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        rig.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(rig.visible<ShareDialog>("shareDialog") != nullptr);
        auto* dialog = rig.visible<ShareDialog>("shareDialog");
        const QString copy = rig.fixture.folder.filePath(QStringLiteral("copy.psolog"));
        QVERIFY(dialog->saveTo(copy));
        QVERIFY(rig.fixture.desk.intake().inspect(copy.toStdString()).has_value());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(rig.visible<ShareDialog>("shareDialog") == nullptr);
    }

    void whereNothingIsOnesOwnThereIsNothingToShare()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.fixture.services->coach = nullptr;
        rig.start();
        QVERIFY(!action(rig, "shareAction")->isVisible());
        rig.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        WindowRig::settle();
        QVERIFY(rig.visible<ShareDialog>("shareDialog") == nullptr);
    }

    void anotherLogAndANewOneAreAskedForAsInSettings()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        QSignalSpy opened(rig.window.get(), &MainWindow::openLogRequested);
        QSignalSpy made(rig.window.get(), &MainWindow::newLogRequested);
        action(rig, "openLogAction")->trigger();
        auto* open = rig.visible<QFileDialog>("openLogDialog");
        QVERIFY(open != nullptr);
        Q_EMIT open->fileSelected(QString::fromStdString(rig.fixture.logPath()));
        open->close();
        QCOMPARE(opened.size(), 1);
        action(rig, "newLogAction")->trigger();
        auto* fresh = rig.visible<QFileDialog>("newLogDialog");
        QVERIFY(fresh != nullptr);
        Q_EMIT fresh->fileSelected(QString::fromStdString(rig.fixture.logPath()));
        QCOMPARE(made.size(), 0);
        Q_EMIT fresh->fileSelected(rig.fixture.folder.filePath(QStringLiteral("new.psolog")));
        fresh->close();
        QCOMPARE(made.size(), 1);
    }

    void quitClosesTheWindow()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        rig.key(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!rig.window->isVisible());
    }

    void atTheFirstStartThereIsNoReport()
    {
        WindowRig rig;
        rig.start();
        QVERIFY(rig.visible<NavButton>("fileNavButton") == nullptr);
        rig.key(Qt::Key_P, Qt::ControlModifier);
        WindowRig::settle();
        QVERIFY(report(rig) == nullptr);
        rig.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        WindowRig::settle();
        QVERIFY(rig.visible<ShareDialog>("shareDialog") == nullptr);
    }

    void inANarrowSidebarItIsAnIconWithAName()
    {
        WindowRig rig(ThemeChoice::Light, 200, {860, 600});
        rig.fixture.fillDemo();
        rig.start();
        const auto* entry = rig.window->findChild<NavButton*>(QStringLiteral("fileNavButton"));
        QVERIFY(entry->isCompact());
        QVERIFY(!entry->toolTip().isEmpty());
        QVERIFY(!entry->toolTip().contains(u'&'));
    }
};

QTEST_MAIN(FileMenuTest)
#include "filemenu_test.moc"
