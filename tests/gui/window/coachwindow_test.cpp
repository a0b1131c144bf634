// SPDX-License-Identifier: GPL-3.0-or-later
// A coach's page in the window: what is dropped on it, undo that fails, two athletes side by side.
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QTableView>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "gui/widgets/noticebar.h"
#include "support/athletefiles.h"
#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// A window on a log of its own, and files of athletes.
struct Coach {
    Coach() : files(rig.fixture.clock, rig.fixture.folder.filePath(QStringLiteral("athletes")).toStdString())
    {
        rig.fixture.fillDemo();
    }

    /// The library holds two athletes, and the page shows them.
    void showTwo()
    {
        const auto library = rig.fixture.desk.openLibrary().value();
        for (const std::uint64_t seed : {21U, 22U}) {
            const std::string number = std::to_string(seed);
            const auto file =
                rig.fixture.desk.intake().inspect(files.make(number + ".psolog", "Runner " + number, seed));
            QVERIFY(file && library->takeIn(*file));
        }
        rig.window->showPage(PageId::Coach);
        QTRY_VERIFY(rig.visible<QTableView>("rosterTable") != nullptr);
        rig.visible<QTableView>("rosterTable")->setFocus();
    }
    /// The files are dropped on the window; whether it takes them.
    bool drop(const QList<QUrl>& urls)
    {
        QMimeData dragged;
        dragged.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(rig.window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(rig.window.get(), &drop);
        WindowRig::settle();
        return drop.isAccepted();
    }
    [[nodiscard]] QString notice() const { return rig.window->findChild<NoticeBar*>()->message(); }

    WindowRig rig;
    AthleteFiles files;
};

}  // namespace

class CoachWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLogThatIsDroppedIsShownBeforeItIsTakenIn()
    {
        Coach coach;
        coach.rig.start();
        const std::string path = coach.files.make("a.psolog", "Runner 21", 21);
        QVERIFY(coach.drop({QUrl::fromLocalFile(QString::fromStdString(path))}));
        QCOMPARE(coach.rig.page(), PageId::Coach);
        QTRY_VERIFY(coach.rig.visible<QDialog>("intakeDialog") != nullptr);
        QVERIFY(!coach.rig.fixture.desk.hasLibrary());
        QTest::keyClick(coach.rig.visible<QDialog>("intakeDialog"), Qt::Key_Return);
        QTRY_VERIFY(coach.rig.visible<QTableView>("rosterTable") != nullptr);
    }

    void aFolderThatIsDroppedIsLookedInto()
    {
        Coach coach;
        coach.rig.start();
        coach.files.make("a.psolog", "Runner 21", 21);
        coach.files.make("b.psolog", "Runner 22", 22);
        QVERIFY(coach.drop({QUrl::fromLocalFile(QString::fromStdString(coach.files.folder()))}));
        QTRY_VERIFY(coach.rig.visible<QDialog>("intakeDialog") != nullptr);
        QCOMPARE(coach.rig.visible<QTableView>("intakeTable")->model()->rowCount(), 2);
    }

    void addressesAndRunningFlowsTakeNothing()
    {
        Coach coach;
        coach.rig.start();
        const std::string path = coach.files.make("a.psolog", "Runner 21", 21);
        const QUrl file = QUrl::fromLocalFile(QString::fromStdString(path));
        QVERIFY(!coach.drop({QUrl(QStringLiteral("https://example.org/a.psolog"))}));
        QVERIFY(!coach.drop({file, QUrl(QStringLiteral("https://example.org/a.psolog"))}));
        coach.rig.window->showPage(PageId::SelfTests, QStringLiteral("glute-activation"));
        coach.rig.key(Qt::Key_Space);
        QVERIFY(!coach.drop({file}));
        QCOMPARE(coach.rig.page(), PageId::SelfTests);
    }

    void anUndoThatFailsIsNotSaidToBeDone()
    {
        Coach coach;
        coach.rig.start();
        coach.showTwo();
        coach.rig.key(Qt::Key_Delete);
        QTRY_COMPARE(coach.rig.visible<QTableView>("rosterTable")->model()->rowCount(), 1);
        QTRY_VERIFY(coach.notice().contains(QStringLiteral("removed")));
        {
            SQLite::Database library(coach.rig.fixture.libraryPath(), SQLite::OPEN_READWRITE);
            library.exec("CREATE TRIGGER refusal BEFORE UPDATE ON athlete BEGIN SELECT RAISE(ABORT, 'no'); END");
        }
        coach.rig.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(coach.notice().startsWith(QStringLiteral("That was not possible")));
        QVERIFY(coach.rig.visible<QLabel>("failureLabel") != nullptr);
        QCOMPARE(coach.rig.visible<QTableView>("rosterTable")->model()->rowCount(), 1);
        // Elsewhere, too, it is said.
        coach.rig.window->showPage(PageId::Today);
        coach.rig.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(coach.notice().startsWith(QStringLiteral("That was not possible")));
    }

    void twoAthletesStandSideBySide()
    {
        Coach coach;
        coach.rig.start();
        coach.showTwo();
        auto* table = coach.rig.visible<QTableView>("rosterTable");
        const QString first = table->model()->index(0, 0).data().toString();
        const QString second = table->model()->index(1, 0).data().toString();
        coach.rig.key(Qt::Key_Return);
        QTRY_VERIFY(coach.rig.visible<QWidget>("reviewView") != nullptr);
        coach.rig.key(Qt::Key_5, Qt::AltModifier);
        auto* beside = coach.rig.visible<QComboBox>("besideComboBox");
        QVERIFY(beside != nullptr);
        beside->setFocus();
        coach.rig.key(Qt::Key_Down);
        QTRY_COMPARE(beside->currentText(), second);
        auto* facts = coach.rig.visible<QTableView>("compareTable");
        QVERIFY(facts != nullptr);
        const auto heading = [&](int column) { return facts->model()->headerData(column, Qt::Horizontal).toString(); };
        QTRY_VERIFY(heading(2).contains(second) && heading(1).contains(first));
    }
};

QTEST_MAIN(CoachWindowTest)
#include "coachwindow_test.moc"
