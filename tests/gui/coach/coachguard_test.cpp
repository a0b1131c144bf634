// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a coach in between: something is cancelled, comes late, or comes twice.
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include "coachbench.h"
#include "gui/review/reviewview.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// Begins the pages of all athletes and returns the dialog that shows how far they are.
QProgressDialog* beginPages(const Bench& bench, const QString& path)
{
    bench.click("moreButton");
    bench.page->findChild<QAction*>(QStringLiteral("athletePagesAction"))->trigger();
    auto* chooser = bench.child<QFileDialog>("saveRosterDialog");
    Q_EMIT chooser->fileSelected(path);
    chooser->close();
    return bench.child<QProgressDialog>("pagesProgressDialog");
}

}  // namespace

class CoachGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesCanBeCancelledInTheMidst()
    {
        Bench bench;
        bench.joinClub();
        const QString path = bench.fixture.folder.filePath(QStringLiteral("pages.pdf"));
        QProgressDialog* dialog = beginPages(bench, path);
        QVERIFY(dialog != nullptr);
        dialog->setMinimumDuration(0);
        QVERIFY(QMetaObject::invokeMethod(dialog, "forceShow", Qt::DirectConnection));
        const QPointer<QProgressDialog> open = dialog;
        // It comes while the dialog takes events, in the midst of going on to the next page.
        connect(dialog->findChild<QProgressBar*>(), &QProgressBar::valueChanged, dialog, [dialog](int value) {
            if (value == 3)
                QMetaObject::invokeMethod(dialog->findChild<QPushButton*>(), &QPushButton::click, Qt::QueuedConnection);
        });
        QTRY_VERIFY(open == nullptr);
        QVERIFY(!QFile::exists(path));
        QVERIFY(!bench.sees("failureLabel"));

        QVERIFY(beginPages(bench, path) != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
        QTRY_VERIFY(bench.notices.last().contains(QStringLiteral("12 pages")));
    }

    void aReviewMarksWhatIsOnTheScreenAndUndoTakesItBack()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.sees("reviewView"));
        auto* view = bench.child<ReviewView>("reviewView");
        const std::string seen = view->athlete()->entry.digest;
        const auto unseen = view->athlete()->unseen;
        QVERIFY(!unseen.empty());
        // The same athlete is taken in again meanwhile, with more.
        DemoOptions more;
        more.redStop = true;
        more.days = 140;
        const std::string later = bench.files.make("later.psolog", "Runner 07", 7, more);
        takeIn(bench.fixture.desk, {later});
        bench.page->data().refresh();
        QTRY_VERIFY(bench.notices.join(u' ').contains(QStringLiteral("newer copy")));
        QTest::keyClick(view, Qt::Key_M);
        QTRY_VERIFY(view->athlete()->entry.reviewed.has_value());
        QCOMPARE(view->athlete()->entry.reviewed->digest, seen);
        QVERIFY(view->athlete()->unseen.empty());

        bench.fixture.undo.undo();
        QTRY_VERIFY(!view->athlete()->entry.reviewed);
        QVERIFY(view->athlete()->unseen == unseen);
    }

    void aFailureInAReviewIsSaid()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.sees("reviewView"));
        bench.notices.clear();
        Q_EMIT bench.page->data().failed({ErrorCode::DiskFull, {}});
        QCOMPARE(bench.notices.size(), 1);
    }

    void onlyReadingIsTriedAgain()
    {
        Bench bench;
        bench.joinClub();
        Q_EMIT bench.page->data().failed({ErrorCode::CannotOpen, {}});
        QCOMPARE(bench.child<QAbstractButton>("retryButton")->text(), QStringLiteral("Try again"));
        bench.click("moreButton");
        bench.page->findChild<QAction*>(QStringLiteral("rosterCsvAction"))->trigger();
        auto* chooser = bench.child<QFileDialog>("saveRosterDialog");
        Q_EMIT chooser->fileSelected(bench.fixture.folder.filePath(QStringLiteral("none/roster.csv")));
        chooser->close();
        QVERIFY(bench.sees("failureLabel"));
        QCOMPARE(bench.child<QAbstractButton>("retryButton")->text(), QStringLiteral("Close"));
        bench.click("retryButton");
        QVERIFY(!bench.sees("failureLabel"));
    }

    void aRefreshLeavesTheFocusOfAnotherPageAlone()
    {
        Bench bench;
        bench.joinClub();
        bench.table().setFocus();
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* other = new QLineEdit;
        column->addWidget(other);
        column->addWidget(bench.page.get());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        bench.table().setFocus();
        bench.page->hide();
        other->setFocus();
        bench.page->data().refresh();
        QSignalSpy read(&bench.page->data(), &CoachData::rosterChanged);
        QVERIFY(read.wait());
        QVERIFY(other->hasFocus());
        // What was looked into meanwhile waits for the page, too.
        bench.page->lookInto({QString::fromStdString(bench.files.make("new.psolog", "Runner 99", 99))});
        QTRY_VERIFY(bench.notices.join(u' ').contains(QStringLiteral("Go to Coach")));
        QVERIFY(bench.child<QDialog>("intakeDialog") == nullptr);
        bench.page->show();
        bench.page->activate();
        auto* dialog = bench.child<QDialog>("intakeDialog");
        QVERIFY(dialog != nullptr);
        bench.child<QWidget>("moreButton")->setFocus();
        dialog->findChild<QAbstractButton*>(QStringLiteral("takeInButton"))->click();
        QTRY_COMPARE(bench.rows(), 13);
        QTRY_COMPARE(window.focusWidget(), static_cast<QWidget*>(&bench.table()));
        bench.page->setParent(nullptr);
    }

    void namesFromElsewhereAreNoMarkupInTheGroupDialog()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_G);
        auto* dialog = bench.child<QInputDialog>("groupDialog");
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLabel*>()->textFormat(), Qt::PlainText);
        dialog->reject();
    }

    void nPressedTwiceOpensOneDialog()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_N);
        bench.key(Qt::Key_N);
        QTRY_VERIFY(bench.child<QDialog>("noteDialog") != nullptr);
        QSignalSpy read(&bench.page->data(), &CoachData::rosterChanged);
        bench.page->data().refresh();
        QVERIFY(read.wait());
        QCOMPARE(bench.page->findChildren<QDialog*>(QStringLiteral("noteDialog")).size(), 1);
        bench.child<QDialog>("noteDialog")->reject();
    }
};

QTEST_MAIN(CoachGuardTest)
#include "coachguard_test.moc"
