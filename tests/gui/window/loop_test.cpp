// SPDX-License-Identifier: GPL-3.0-or-later
// The whole loop between two programs: an athlete shares, a coach reviews and writes a note, the athlete takes it in.
#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "gui/widgets/noticebar.h"
#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;

namespace {

const QString kNote = QStringLiteral("Two easy days, then <b>hills</b> & ask me.");

template <class Widget>
Widget* part(const QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QString::fromLatin1(name));
}

/// A dialog of the window once it is up; null when it never comes.
QDialog* dialogOf(const WindowRig& rig, const char* name)
{
    QDialog* found = nullptr;
    static_cast<void>(QTest::qWaitFor([&] {
        found = rig.visible<QDialog>(name);
        return found != nullptr;
    }));
    return found;
}

/// Types a path into a file dialog and presses Return.
bool choose(const WindowRig& rig, const char* name, const QString& path)
{
    QDialog* chooser = dialogOf(rig, name);
    if (chooser == nullptr)
        return false;
    auto* line = part<QLineEdit>(*chooser, "fileNameEdit");
    line->setText(path);
    QTest::keyClick(line, Qt::Key_Return);
    WindowRig::settle();
    return rig.visible<QDialog>(name) == nullptr;
}

/// Whether a label that can be seen says this, on its own or among other words.
bool says(const WindowRig& rig, const QString& words)
{
    for (const auto* label : rig.window->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
}

QString notice(const WindowRig& rig)
{
    return rig.window->findChild<NoticeBar*>()->message();
}

LogPorts portsOf(Log& log)
{
    return {log.athlete(), log.checkIns(), log.selfTests(), log.releases(), log.weekly(), log.experiments()};
}

/// The athlete in the coach's library, through a connection of its own.
struct Stored {
    AthleteEntry entry;
    LogContents contents;
    std::vector<CoachNote> notes;
};

Stored storedOf(const PageFixture& coach)
{
    const auto library = coach.desk.openLibrary().value();
    Stored stored;
    stored.entry = library->athletes().value().front();
    const auto log = library->open(stored.entry.id).value();
    stored.contents = readContents({log->athletes(), log->checkIns(), log->selfTests(), log->releases(), log->weekly(),
                                    log->experiments()})
                          .value();
    stored.notes = library->notes(stored.entry.id).value();
    return stored;
}

}  // namespace

class LoopTest : public QObject {
    Q_OBJECT

    /// File, Share: everything, notes too, is written to the path.
    static void share(WindowRig& athlete, const QString& path)
    {
        athlete.key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QDialog* dialog = dialogOf(athlete, "shareDialog");
        QVERIFY(dialog != nullptr);
        part<QAbstractButton>(*dialog, "notesCheckBox")->click();
        part<QAbstractButton>(*dialog, "saveButton")->click();
        QVERIFY(choose(athlete, "saveSnapshotDialog", path));
        QVERIFY(part<QWidget>(*dialog, "doneBanner")->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        WindowRig::settle();
    }

    static void takeIn(WindowRig& coach, const QString& path)
    {
        coach.key(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(coach.visible<QAbstractButton>("emptyAddButton") != nullptr);
        coach.key(Qt::Key_Return);
        QVERIFY(choose(coach, "addFilesDialog", path));
        QDialog* preview = dialogOf(coach, "intakeDialog");
        QVERIFY(preview != nullptr);
        QVERIFY(!coach.fixture.desk.hasLibrary());
        QTest::keyClick(preview, Qt::Key_Return);
        QTRY_VERIFY(coach.visible<QTableView>("rosterTable") != nullptr);
        auto* table = coach.visible<QTableView>("rosterTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Demo runner"));
    }

    /// Enter opens the review; a note on the day that History shows first.
    static void review(WindowRig& coach)
    {
        coach.visible<QTableView>("rosterTable")->setFocus();
        coach.key(Qt::Key_Return);
        QTRY_VERIFY(coach.visible<QWidget>("reviewView") != nullptr);
        // Nothing of these may reach either log.
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Down, Qt::Key_Delete, Qt::Key_E})
            coach.key(key);
        coach.key(Qt::Key_2, Qt::AltModifier);
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Return, Qt::Key_F2})
            coach.key(key);
        coach.key(Qt::Key_N);
        QDialog* dialog = dialogOf(coach, "noteDialog");
        QVERIFY(dialog != nullptr);
        part<QPlainTextEdit>(*dialog, "textEdit")->setPlainText(kNote);
        part<QLineEdit>(*dialog, "authorLineEdit")->setText(QStringLiteral("Kim"));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(coach.visible<QDialog>("noteDialog") == nullptr);
        coach.key(Qt::Key_4, Qt::AltModifier);
        QTRY_VERIFY(says(coach, kNote));
        // Undo takes back what the coach did here, and nothing of the coach's own log.
        coach.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!says(coach, kNote));
        coach.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(says(coach, kNote));
    }

    static void exportNotes(WindowRig& coach, const QString& path)
    {
        QVERIFY(coach.click("exportNotesButton"));
        QDialog* dialog = dialogOf(coach, "notesExportDialog");
        QVERIFY(dialog != nullptr);
        part<QAbstractButton>(*dialog, "exportSaveButton")->click();
        QVERIFY(choose(coach, "saveNotesDialog", path));
        QTRY_VERIFY(QFile::exists(path));
        QTest::keyClick(dialog, Qt::Key_Escape);
        WindowRig::settle();
        QTRY_VERIFY(notice(coach).contains(QStringLiteral("Send it to the athlete")));
    }

    static void takeNotesIn(WindowRig& athlete, const QString& path)
    {
        athlete.window->findChild<QAction*>(QStringLiteral("takeInNotesAction"))->trigger();
        QVERIFY(choose(athlete, "takeInNotesDialog", path));
        QDialog* preview = dialogOf(athlete, "notesImportDialog");
        QVERIFY(preview != nullptr);
        QCOMPARE(part<QLabel>(*preview, "titleLabel")->text(), QStringLiteral("Notes from Kim"));
        QTest::keyClick(part<QAbstractButton>(*preview, "takeInButton"), Qt::Key_Return);
        WindowRig::settle();
        QVERIFY(athlete.visible<QDialog>("notesImportDialog") == nullptr);
        QVERIFY(notice(athlete).startsWith(QStringLiteral("Taken in from Kim")));
    }

private Q_SLOTS:
    void aNoteComesBackToTheAthleteAndNoRecordChanges()
    {
        const QTemporaryDir between;
        const QString snapshot = between.filePath(QStringLiteral("for my coach.psolog"));
        const QString notes = between.filePath(QStringLiteral("kim.psolog-notes"));
        WindowRig athlete;
        athlete.fixture.fillDemo();
        const LogContents before = readContents(portsOf(*athlete.fixture.log)).value();
        {
            athlete.start();
            share(athlete, snapshot);
            QVERIFY(athlete.closeAndReopen());
        }
        QCOMPARE(readContents(portsOf(*athlete.fixture.log)).value() == before, true);

        {
            WindowRig coach;
            DemoOptions options;
            options.seed = 99;
            const LogContents own = generateDemo(options, coach.fixture.clock).value();
            QVERIFY(coach.fixture.log->inTransaction([&] { return writeContents(own, portsOf(*coach.fixture.log)); }));
            const LogContents ownBefore = readContents(portsOf(*coach.fixture.log)).value();
            coach.start();
            takeIn(coach, snapshot);
            const Stored taken = storedOf(coach.fixture);
            QVERIFY(taken.contents == before);
            review(coach);
            exportNotes(coach, notes);
            coach.key(Qt::Key_Escape);
            QTRY_VERIFY(coach.visible<QTableView>("rosterTable") != nullptr);
            QVERIFY(coach.visible<QTableView>("rosterTable")->hasFocus());
            const Stored left = storedOf(coach.fixture);
            QCOMPARE(left.entry.digest, taken.entry.digest);
            QVERIFY(left.contents == taken.contents);
            QCOMPARE(left.notes.size(), std::size_t{1});
            QVERIFY(left.notes.front().days.has_value());
            QCOMPARE(left.notes.front().days->first, left.notes.front().days->last);
            QVERIFY(readContents(portsOf(*coach.fixture.log)).value() == ownBefore);
            QVERIFY(coach.fixture.log->receivedNotes().notes()->empty());
        }

        athlete.start();
        takeNotesIn(athlete, notes);
        athlete.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(says(athlete, kNote));
        QVERIFY(athlete.text("noteAuthorLabel").startsWith(QStringLiteral("Kim")));
        athlete.key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(athlete.visible<QWidget>("notesInView") != nullptr);
        QVERIFY(says(athlete, kNote));
        QVERIFY(athlete.text("noteAuthorLabel").startsWith(QStringLiteral("Kim")));
        athlete.key(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(athlete.click("coachNotesButton"));
        QVERIFY(says(athlete, kNote));
        QVERIFY(says(athlete, QStringLiteral("Kim")));
        QVERIFY(readContents(portsOf(*athlete.fixture.log)).value() == before);
    }
};

QTEST_MAIN(LoopTest)
#include "loop_test.moc"
