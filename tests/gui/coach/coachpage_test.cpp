// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QAbstractButton>
#include <QDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QtTest>

#include "coachbench.h"
#include "gui/review/reviewview.h"

using namespace psolog;
using namespace psolog::test;

class CoachPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPageSaysWhatToDo()
    {
        Bench bench;
        QTRY_VERIFY(bench.sees("emptyAddButton"));
        QVERIFY(bench.sees("emptyWatchButton"));
        QVERIFY(bench.child<QWidget>("emptyAddButton")->hasFocus());
        QVERIFY(!std::filesystem::exists(bench.fixture.libraryPath()));
    }

    void filesAreShownBeforeTheyAreTakenIn()
    {
        Bench bench;
        QTRY_VERIFY(bench.sees("emptyAddButton"));
        QStringList paths;
        for (const std::string& path : makeClub(bench.files))
            paths << QString::fromStdString(path);
        for (const std::string& path : makeBadFiles(bench.files))
            paths << QString::fromStdString(path);
        bench.click("emptyAddButton");
        auto* chooser = bench.child<QFileDialog>("addFilesDialog");
        QVERIFY(chooser != nullptr);
        Q_EMIT chooser->filesSelected(paths);
        chooser->reject();
        QTRY_VERIFY(bench.child<QDialog>("intakeDialog") != nullptr);
        auto* dialog = bench.child<QDialog>("intakeDialog");
        QCOMPARE(dialog->findChild<QTableView*>(QStringLiteral("intakeTable"))->model()->rowCount(), 15);
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("intakeWordsLabel"))
                    ->text()
                    .contains(QStringLiteral("3 refused")));
        QVERIFY(!bench.fixture.desk.hasLibrary());
        dialog->findChild<QAbstractButton*>(QStringLiteral("takeInButton"))->click();
        QTRY_COMPARE(bench.rows(), 12);
        QTRY_VERIFY(bench.notices.last().contains(QStringLiteral("12 athletes added")));
        QCOMPARE(bench.name(0), QStringLiteral("Runner 07"));
        QVERIFY(bench.text("titleLabel").contains(QStringLiteral("need a look")));
        QCOMPARE(bench.child<QAbstractButton>("refusedButton")->text(), QStringLiteral("3 files were refused"));

        bench.click("refusedButton");
        QTRY_VERIFY(bench.child<QDialog>("refusedDialog") != nullptr);
        QCOMPARE(bench.child<QDialog>("refusedDialog")
                     ->findChild<QTableView*>(QStringLiteral("intakeTable"))
                     ->model()
                     ->rowCount(),
                 3);
    }

    void whatBringsSomethingStandsFirst()
    {
        Bench bench;
        const std::string known = bench.files.make("a.psolog", "Anna", 2);
        takeIn(bench.fixture.desk, {known});
        const std::string fresh = bench.files.make("z.psolog", "Zoe", 3);
        bench.page->lookInto({QString::fromStdString(known), QString::fromStdString(fresh),
                              QString::fromStdString(bench.files.path("missing.psolog"))});
        QTRY_VERIFY(bench.child<QDialog>("intakeDialog") != nullptr);
        const auto* model = bench.child<QTableView>("intakeTable")->model();
        const auto title = [&](int row) { return model->index(row, 0).data().toString(); };
        QCOMPARE(model->rowCount(), 3);
        QVERIFY(title(0).startsWith(QStringLiteral("Zoe")));
        QVERIFY(title(1).startsWith(QStringLiteral("Anna")));
        QVERIFY(title(2).startsWith(QStringLiteral("Refused")));
    }

    void aDialogThatIsCancelledStoresNothing()
    {
        Bench bench;
        QTRY_VERIFY(bench.sees("emptyAddButton"));
        bench.page->lookInto({QString::fromStdString(bench.files.make("a.psolog", "Runner 01", 2))});
        QTRY_VERIFY(bench.child<QDialog>("intakeDialog") != nullptr);
        QTest::keyClick(bench.child<QDialog>("intakeDialog"), Qt::Key_Escape);
        QVERIFY(!bench.fixture.desk.hasLibrary());
        QVERIFY(bench.sees("emptyAddButton"));
    }

    void onlyOtherFilesAreSaid()
    {
        Bench bench;
        QTRY_VERIFY(bench.sees("emptyAddButton"));
        bench.files.write("photo.jpg", "x");
        bench.page->lookInto({QString::fromStdString(bench.files.folder())});
        QTRY_VERIFY(!bench.notices.isEmpty());
        QVERIFY(bench.notices.last().contains(QStringLiteral("1 other file")));
    }

    void mCalmsARowAndUndoStirsItAgain()
    {
        Bench bench;
        bench.joinClub();
        QCOMPARE(bench.name(0), QStringLiteral("Runner 07"));
        const QString before = bench.text("titleLabel");
        bench.key(Qt::Key_M);
        QTRY_VERIFY(bench.text("titleLabel") != before);
        QTRY_VERIFY(bench.name(0) != QStringLiteral("Runner 07"));
        bench.fixture.undo.undo();
        QTRY_COMPARE(bench.text("titleLabel"), before);
        QCOMPARE(bench.name(0), QStringLiteral("Runner 07"));
        bench.fixture.undo.redo();
        QTRY_VERIFY(bench.text("titleLabel") != before);
    }

    void delTakesAnAthleteOutAndUndoBringsThemBack()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_Delete);
        QTRY_COMPARE(bench.rows(), 11);
        bench.fixture.undo.undo();
        QTRY_COMPARE(bench.rows(), 12);
        QCOMPARE(bench.name(0), QStringLiteral("Runner 07"));
    }

    void gPutsAnAthleteIntoAGroupThatCanBeShownAlone()
    {
        Bench bench;
        bench.joinClub();
        QVERIFY(!bench.sees("groupFilterButton"));
        bench.key(Qt::Key_G);
        auto* dialog = bench.child<QInputDialog>("groupDialog");
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(QStringLiteral(" 10 km "));
        dialog->accept();
        QTRY_VERIFY(bench.sees("groupFilterButton"));
        bench.click("groupFilterButton");
        auto* menu = bench.child<QMenu>("groupFilterMenu");
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("10 km"))
                action->trigger();
        menu->close();
        QTRY_COMPARE(bench.rows(), 1);
        QCOMPARE(bench.child<QAbstractButton>("groupFilterButton")->text(), QStringLiteral("Group: 10 km ▾"));
    }

    void searchAndFiltersNarrowTheList()
    {
        Bench bench;
        bench.joinClub();
        QTest::keyClick(&bench.table(), Qt::Key_Slash);
        auto* search = bench.child<QLineEdit>("searchLineEdit");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("maxi"));
        QCOMPARE(bench.rows(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(bench.table().hasFocus());
        QTest::keyClick(&bench.table(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QVERIFY(bench.sees("showAllButton"));
        bench.click("showAllButton");
        QCOMPARE(bench.rows(), 12);
        bench.click("needsALookButton");
        QVERIFY(bench.rows() > 0 && bench.rows() < 12);
    }

    void returnOpensAReviewAndNextFollowsTheOrder()
    {
        Bench bench;
        bench.joinClub();
        const QString second = bench.name(1);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.sees("reviewView"));
        auto* view = bench.child<ReviewView>("reviewView");
        QCOMPARE(view->athlete()->entry.name, std::string("Runner 07"));
        Q_EMIT view->reviewedRequested();
        QTRY_VERIFY(view->athlete()->entry.reviewed.has_value());
        // Runner 07 is calm now; who comes next did not change by that.
        Q_EMIT view->nextRequested();
        QTRY_COMPARE(QString::fromStdString(view->athlete()->entry.name), second);
        Q_EMIT view->backRequested();
        QVERIFY(bench.table().isVisible());
        QCOMPARE(bench.name(bench.table().currentIndex().row()), second);
        QVERIFY(!view->athlete());
    }

    void aNoteIsWrittenFromTheRoster()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_N);
        QTRY_VERIFY(bench.child<QDialog>("noteDialog") != nullptr);
    }

    void aWatchedFolderSaysWhatWaits()
    {
        Bench bench;
        takeIn(bench.fixture.desk, {bench.files.make("a.psolog", "Runner 01", 2)});
        bench.files.make("b.psolog", "Runner 02", 3);
        bench.page->data().watch(QString::fromStdString(bench.files.folder()));
        QTRY_VERIFY(bench.sees("lookAtThemButton"));
        QVERIFY(bench.text("kickerLabel").contains(QStringLiteral("watching the folder “Club logs”")));
        bench.click("lookAtThemButton");
        QTRY_VERIFY(bench.child<QDialog>("intakeDialog") != nullptr);
        bench.child<QDialog>("intakeDialog")->findChild<QAbstractButton*>(QStringLiteral("takeInButton"))->click();
        QTRY_VERIFY(!bench.sees("lookAtThemButton"));
        QTRY_COMPARE(bench.page->data().roster()->athletes, 2);
        std::filesystem::rename(bench.files.folder(), bench.files.folder() + "-away");
        QTRY_VERIFY(bench.sees("folderLabel"));
        QVERIFY(bench.text("folderLabel").contains(QStringLiteral("is not there")));
        bench.click("stopWatchingButton");
        QTRY_VERIFY(!bench.sees("folderLabel"));
    }

    void nothingScrollsSidewaysAndNothingIsTooSmall()
    {
        Bench bench;
        bench.joinClub();
        for (const QSize size : {QSize(1084, 800), QSize(828, 700), QSize(798, 600)}) {
            bench.page->resize(size);
            QCoreApplication::processEvents();
            QVERIFY(bench.page->minimumSizeHint().width() <= size.width());
            for (const auto* button : bench.page->findChildren<QAbstractButton*>())
                if (button->isVisible() && button->window() == bench.page.get() && !button->objectName().isEmpty())
                    QVERIFY2(button->height() >= 24, qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(CoachPageTest)
#include "coachpage_test.moc"
