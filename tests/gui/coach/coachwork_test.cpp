// SPDX-License-Identifier: GPL-3.0-or-later
// What a coach does with the athletes: files for others, notes, a plan, reading that was cancelled.
#include <filesystem>
#include <semaphore>

#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include "coachbench.h"
#include "storage/asnobody.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr int kPatience = 30'000;  ///< ms, for a page of each athlete on a busy machine

/// Opens the menu by its button, and chooses.
void chooseMore(const Bench& bench, const char* action)
{
    bench.click("moreButton");
    auto* menu = bench.child<QMenu>("moreMenu");
    auto* found = menu->findChild<QAction*>(QString::fromLatin1(action));
    QVERIFY(found != nullptr && found->isEnabled());
    menu->close();
    found->trigger();
}

/// What the menu's action writes to a file of this name; empty when nothing is.
QByteArray written(const Bench& bench, const char* action, const char* fileName)
{
    const QString path = bench.fixture.folder.filePath(QString::fromLatin1(fileName));
    const auto count = bench.notices.size();
    chooseMore(bench, action);
    auto* chooser = bench.child<QFileDialog>("saveRosterDialog");
    if (chooser == nullptr)
        return {};
    auto* line = chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    line->setText(path);
    QTest::keyClick(line, Qt::Key_Return);
    static_cast<void>(QTest::qWaitFor([&] { return bench.notices.size() > count; }, kPatience));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The athlete of this name as the library has them.
AthleteEntry entryOf(const Bench& bench, const std::string& name)
{
    const auto library = bench.fixture.desk.openLibrary().value();
    const auto athletes = library->athletes().value();
    for (const AthleteEntry& entry : athletes)
        if (entry.name == name)
            return entry;
    return {};
}

/// Whether a note with this text can be seen.
bool shows(const Bench& bench, const QString& note)
{
    for (const auto* label : bench.page->findChildren<QLabel*>(QStringLiteral("noteTextLabel")))
        if (label->isVisible() && label->text() == note)
            return true;
    return false;
}

}  // namespace

class CoachWorkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRosterIsSavedAsATable()
    {
        Bench bench;
        bench.joinClub();
        const QByteArray table = written(bench, "rosterCsvAction", "roster.csv");
        QVERIFY(table.contains("Runner 07"));
        QVERIFY(table.count("\n") >= 13);
        QVERIFY(bench.notices.last().contains(QStringLiteral("roster.csv")));
    }

    void theRosterIsSavedAsAPage()
    {
        Bench bench;
        bench.joinClub();
        QVERIFY(written(bench, "rosterPdfAction", "roster.pdf").startsWith("%PDF"));
    }

    void eachAthleteHasAPage()
    {
        Bench bench;
        takeIn(bench.fixture.desk,
               {bench.files.make("a.psolog", "Runner 01", 2), bench.files.make("b.psolog", "Runner 02", 3)});
        bench.page->data().refresh();
        QTRY_COMPARE(bench.rows(), 2);
        QVERIFY(written(bench, "athletePagesAction", "pages.pdf").startsWith("%PDF"));
        QVERIFY(bench.notices.last().contains(QStringLiteral("2 pages")));
    }

    void aLogIsNeverWrittenOver()
    {
        Bench bench;
        const std::string log = bench.files.make("a.psolog", "Runner 01", 2);
        takeIn(bench.fixture.desk, {log});
        bench.page->data().refresh();
        QTRY_COMPARE(bench.rows(), 1);
        const auto size = std::filesystem::file_size(log);
        chooseMore(bench, "rosterCsvAction");
        auto* chooser = bench.child<QFileDialog>("saveRosterDialog");
        QVERIFY(chooser != nullptr);
        Q_EMIT chooser->fileSelected(QString::fromStdString(log));
        chooser->reject();
        QVERIFY(bench.notices.last().contains(QStringLiteral("This is a log")));
        QCOMPARE(std::filesystem::file_size(log), size);
    }

    void aPlanIsKeptForTheChosenAthlete()
    {
        Bench bench;
        bench.joinClub();
        chooseMore(bench, "planAction");
        QTRY_VERIFY(bench.child<QDialog>("planDialog") != nullptr);
        auto* dialog = bench.child<QDialog>("planDialog");
        dialog->findChild<QLineEdit*>(QStringLiteral("authorLineEdit"))->setText(QStringLiteral("Kim"));
        dialog->findChild<QAbstractButton*>(QStringLiteral("planSaveButton"))->click();
        QTRY_VERIFY(!bench.notices.isEmpty());
        QVERIFY(bench.notices.last().contains(QStringLiteral("Plan for Runner 07")));
        const AthleteEntry entry = entryOf(bench, "Runner 07");
        QVERIFY(entry.plan.has_value());
        QCOMPARE(entry.plan->author, std::string("Kim"));
        QVERIFY(!entryOf(bench, "Runner 21").plan.has_value());
    }

    void aNoteTakenBackComesBackWithUndo()
    {
        Bench bench;
        bench.joinClub();
        bench.key(Qt::Key_N);
        QTRY_VERIFY(bench.child<QDialog>("noteDialog") != nullptr);
        auto* dialog = bench.child<QDialog>("noteDialog");
        const QString words = QStringLiteral("Rest on Friday.");
        dialog->findChild<QPlainTextEdit*>(QStringLiteral("textEdit"))->setPlainText(words);
        dialog->findChild<QLineEdit*>(QStringLiteral("authorLineEdit"))->setText(QStringLiteral("Kim"));
        dialog->findChild<QAbstractButton*>(QStringLiteral("noteSaveButton"))->click();
        QTRY_COMPARE(bench.fixture.undo.count(), 1);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.sees("reviewView"));
        bench.click("notesPartButton");
        QTRY_VERIFY(shows(bench, words));
        bench.fixture.clock.advance(std::chrono::minutes(1));
        bench.click("withdrawNoteButton");
        QTRY_VERIFY(!shows(bench, words));
        QTRY_COMPARE(bench.fixture.undo.count(), 2);
        bench.fixture.clock.advance(std::chrono::minutes(1));
        bench.fixture.undo.undo();
        QTRY_VERIFY(shows(bench, words));
        bench.fixture.clock.advance(std::chrono::minutes(1));
        bench.fixture.undo.redo();
        QTRY_VERIFY(!shows(bench, words));
    }

    void readingThatWasCancelledGoesOnWhenAsked()
    {
        Bench bench;
        bench.joinClub();
        // The thread is held until the reading was cancelled.
        std::binary_semaphore held(0);
        bench.page->data().ask(
            [&held](ICoachLibrary&) {
                held.acquire();
                return Result<void>();
            },
            [](const Result<void>&) {});
        bench.page->data().refresh();
        bench.page->data().cancel();
        held.release();
        QTRY_VERIFY(bench.sees("restLabel"));
        QCOMPARE(bench.text("restLabel"), QStringLiteral("Cancelled: 0 of 12 athletes were read."));
        bench.click("readOnButton");
        QTRY_COMPARE(bench.rows(), 12);
        QTRY_VERIFY(!bench.sees("restLabel"));
    }

    void aFolderThatMayNotBeReadIsSaidAndKeepsTheAthletes()
    {
        Bench bench;
        bench.joinClub();
        bench.page->data().watch(QString::fromStdString(bench.files.folder()));
        QTRY_VERIFY(!bench.page->data().folder().path.empty() && !bench.page->data().folder().problem);
        namespace fs = std::filesystem;
        fs::permissions(bench.files.folder(), fs::perms::none);
        {
            const AsNobody nobody(bench.fixture.folder.path().toStdString(), bench.fixture.libraryPath());
            if (nobody.works()) {
                bench.page->data().refresh();
                QTRY_VERIFY(bench.sees("folderLabel"));
                QVERIFY(bench.text("folderLabel").contains(QStringLiteral("cannot be read")));
                QCOMPARE(bench.rows(), 12);
            }
        }
        fs::permissions(bench.files.folder(), fs::perms::owner_all);
        bench.click("lookAgainButton");
        QTRY_VERIFY(!bench.sees("folderLabel"));
    }
};

QTEST_MAIN(CoachWorkTest)
#include "coachwork_test.moc"
