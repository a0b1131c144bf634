// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

#include "exchange/logcontents.h"
#include "exchange/notesfile.h"
#include "gui/notes/coachcard.h"
#include "gui/notes/notesimportdialog.h"
#include "gui/today/todaypage.h"
#include "notesrig.h"

using namespace psolog;
using namespace psolog::test;

Q_DECLARE_METATYPE(psolog::PageId)

namespace {

template <class Widget>
Widget* part(const QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QString::fromLatin1(name));
}

QString text(const QWidget& of, const char* label)
{
    const auto* found = part<QLabel>(of, label);
    return found != nullptr && found->isVisible() ? found->text() : QString();
}

QStringList texts(const QWidget& of, const char* label)
{
    QStringList all;
    for (const QLabel* one : of.findChildren<QLabel*>(QString::fromLatin1(label)))
        if (one->isVisible())
            all << one->text();
    return all;
}

constexpr const char* kPath = "/x/kim.psolog-notes";

}  // namespace

/// What a runner takes in from a coach, and where it stands on Today.
class TakenNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void thePreviewSaysFromWhomForWhomAndWhatIsNew()
    {
        NotesRig rig;
        const CoachNote known = rig.keep(rig.note("Known."));
        CoachNote old = rig.keep(rig.note("Old words."));
        const CoachNote going = rig.keep(rig.note("Going."));
        rig.fixture.clock.advance(std::chrono::hours(2));
        old.text = "New words.";
        old.written = rig.fixture.clock.now();
        CoachNote gone = going;
        gone.text.clear();
        gone.withdrawn = true;
        gone.written = rig.fixture.clock.now();
        rig.files.files[kPath] = rig.file({known, old, gone, rig.note("<i>Fresh.</i>", rig.days(3, 3))}, rig.plan());
        NotesImportDialog dialog(rig.services(), QString::fromLatin1(kPath));
        dialog.show();
        QCOMPARE(text(dialog, "titleLabel"), QStringLiteral("Notes from Kim"));
        QVERIFY(text(dialog, "factsLabel").contains(QStringLiteral("for Runner 07")));
        QCOMPARE(text(dialog, "changesLabel"), QStringLiteral("1 new note, 1 changed, 1 taken back, a new plan"));
        QCOMPARE(
            texts(dialog, "noteTextLabel"),
            QStringList({QStringLiteral("New words."), QStringLiteral("Going."), QStringLiteral("<i>Fresh.</i>")}));
        QCOMPARE(text(dialog, "importPlanLabel"), QStringLiteral("Kim proposes: Kim's four, 5 days a week"));
        QVERIFY(part<QWidget>(dialog, "previewSteps")->findChildren<QLabel*>().size() >= 9);
        QVERIFY(dialog.canTakeIn());
        // Until Take in is pressed, nothing is stored.
        QCOMPARE(rig.notes.kept.size(), 3U);
        QSignalSpy changed(&rig.fixture.changes, &LogChanges::logChanged);
        QSignalSpy taken(&dialog, &NotesImportDialog::taken);
        part<QPushButton>(dialog, "takeInButton")->click();
        QCOMPARE(changed.count(), 1);
        QVERIFY(taken.front().front().toString().startsWith(QStringLiteral("Taken in from Kim: 1 new note")));
        QCOMPARE(rig.notes.notes()->size(), 3U);
        QVERIFY(!dialog.isVisible());
    }

    void cancellingTakesNothing()
    {
        NotesRig rig;
        rig.files.files[kPath] = rig.file({rig.note("Fresh.")}, rig.plan());
        NotesImportDialog dialog(rig.services(), QString::fromLatin1(kPath));
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QVERIFY(rig.notes.kept.empty() && !rig.notes.keptPlan);
    }

    void takingInTwiceChangesNothing()
    {
        NotesRig rig;
        rig.files.files[kPath] = rig.file({rig.note("Fresh.")}, rig.plan());
        NotesImportDialog first(rig.services(), QString::fromLatin1(kPath));
        first.accept();
        NotesImportDialog second(rig.services(), QString::fromLatin1(kPath));
        second.show();
        QVERIFY(!second.canTakeIn());
        QVERIFY(text(second, "changesLabel").startsWith(QStringLiteral("Nothing new")));
    }

    void notesForSomebodyElseAreRefusedUnread()
    {
        NotesRig rig;
        static_cast<void>(rig.athlete());
        NotesFile file = rig.file({rig.note("Private words.")});
        file.athlete = rig.fixture.ids.make<AthleteId>();
        file.athleteName = "Runner 21";
        rig.files.files[kPath] = file;
        NotesImportDialog dialog(rig.services(), QString::fromLatin1(kPath));
        dialog.show();
        QVERIFY(!dialog.canTakeIn());
        QCOMPARE(text(dialog, "errorLabel"),
                 QStringLiteral("These notes are for Runner 21, not for you. They cannot be taken in."));
        QVERIFY(texts(dialog, "noteTextLabel").isEmpty());
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(rig.notes.kept.empty());
    }

    void aFileThatIsNoneIsSaidSo()
    {
        NotesRig rig;
        NotesFiles real;
        const CoachServices coach{rig.snapshots, rig.notes, real, rig.desk};
        rig.services().coach = &coach;
        const QString path = rig.fixture.folder.filePath(QStringLiteral("kim.psolog-notes"));
        const auto errorOf = [&](const QByteArray& content) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                return QString();
            file.close();
            NotesImportDialog dialog(rig.services(), path);
            dialog.show();
            return dialog.canTakeIn() ? QString() : text(dialog, "errorLabel");
        };
        QVERIFY(errorOf("{\n x").startsWith(QStringLiteral("Psolog cannot use this file. Nothing was taken from it. "
                                                           "kim.psolog-notes: line 2, column 2")));
        QVERIFY(errorOf("{\"psolog_notes\": 2}").contains(QStringLiteral("newer Psolog")));
        QVERIFY(errorOf(QByteArray(1'100'000, ' ')).contains(QStringLiteral("too large")));
        QFile::remove(path);
        NotesImportDialog missing(rig.services(), path);
        missing.show();
        QVERIFY(text(missing, "errorLabel").startsWith(QStringLiteral("There is no such file")));
    }

    void theOwnLogIsNeverReadAsNotes()
    {
        NotesRig rig;
        const QString other = rig.fixture.folder.filePath(QStringLiteral("hard.psolog-notes"));
        std::filesystem::create_hard_link(rig.fixture.logPath(), other.toStdString());
        for (const QString& path : {QString::fromStdString(rig.fixture.logPath()), other}) {
            NotesImportDialog dialog(rig.services(), path);
            dialog.show();
            QVERIFY2(text(dialog, "errorLabel").startsWith(QStringLiteral("This is your own log")),
                     qPrintable(text(dialog, "errorLabel")));
        }
    }

    void aFailureOfTheLogKeepsThePreview()
    {
        NotesRig rig;
        rig.files.files[kPath] = rig.file({rig.note("Fresh.")});
        NotesImportDialog dialog(rig.services(), QString::fromLatin1(kPath));
        dialog.show();
        rig.notes.failWith = Error{ErrorCode::DiskFull, {}};
        part<QPushButton>(dialog, "takeInButton")->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(text(dialog, "errorLabel").startsWith(QStringLiteral("The disk is full")));
        rig.notes.failWith.reset();
        part<QPushButton>(dialog, "takeInButton")->click();
        QCOMPARE(rig.notes.kept.size(), 1U);
    }

    void takingInChangesNoRecord()
    {
        PageFixture fixture;
        fixture.fillDemo(40);
        IReceivedNotes& received = fixture.log->receivedNotes();
        NotesFiles files;
        NoSnapshots snapshots;
        NoDesk desk;
        const CoachServices coach{snapshots, received, files, desk};
        fixture.services->coach = &coach;
        fixture.services->coachNotes = &received;
        const auto records = [&] {
            return readContents({fixture.log->athlete(), fixture.log->checkIns(), fixture.log->selfTests(),
                                 fixture.log->releases(), fixture.log->weekly(), fixture.log->experiments()});
        };
        const auto before = records();
        QVERIFY(before);
        NotesRig words;
        NotesFile file = words.file({words.note("Rest.", words.days(2, 2)), words.note("Hello.")}, words.plan());
        file.athlete = (*fixture.log->athlete().athlete())->id;
        const QString path = fixture.folder.filePath(QStringLiteral("kim.psolog-notes"));
        QVERIFY(files.write(file, path.toStdString()));
        NotesImportDialog dialog(*fixture.services, path);
        QVERIFY(dialog.canTakeIn());
        dialog.accept();
        QCOMPARE(received.notes()->size(), 2U);
        QCOMPARE(received.unread()->size(), 2U);
        QVERIFY(received.setRead(file.notes.front().id, true));
        const auto after = records();
        QVERIFY(after);
        QVERIFY(*after == *before);
        // And neither does a second start.
        fixture.reopen();
        QVERIFY(*records() == *before);
        QCOMPARE(fixture.log->receivedNotes().notes()->size(), 2U);
    }

    void todayShowsUnreadNotesUntilTheyAreMarked()
    {
        NotesRig rig;
        rig.fixture.fillDemo(20);
        const CoachNote note = rig.keep(rig.note("<b>Rest</b> today.", rig.days(0, 0)));
        TodayPage page(rig.services());
        open(page);
        QCOMPARE(texts(page, "noteTextLabel"), QStringList{QStringLiteral("<b>Rest</b> today.")});
        QCOMPARE(text(page, "noteAuthorLabel"), QStringLiteral("Kim, 22 Nov"));
        QSignalSpy noticed(&page, &Page::noticed);
        part<QPushButton>(page, "markReadButton")->setFocus();
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QVERIFY(!part<CoachCard>(page, "coachCard")->isVisible());
        QCOMPARE(noticed.back().at(1).toBool(), true);
        QVERIFY(page.focusWidget() != nullptr && page.focusWidget()->isVisible());
        rig.fixture.undo.undo();
        QVERIFY(part<CoachCard>(page, "coachCard")->isVisible());
        QCOMPARE(rig.notes.unreadIds.count(note.id), 1U);
    }

    void manyUnreadNotesLeadToHistory()
    {
        NotesRig rig;
        rig.fixture.fillDemo(20);
        for (int i = 0; i < 5; ++i)
            rig.keep(rig.note("Note"));
        TodayPage page(rig.services());
        open(page);
        QCOMPARE(texts(page, "noteTextLabel").size(), 3);
        QSignalSpy requests(&page, &Page::pageRequested);
        part<QPushButton>(page, "moreNotesButton")->click();
        QCOMPARE(requests.front().front().value<PageId>(), PageId::History);
        part<QPushButton>(page, "showNoteButton")->click();
        QCOMPARE(requests.back().back().toString(), QString::fromStdString(rig.notes.notes()->front().id.toString()));
    }

    void aPlanIsOfferedAndStartsNothing()
    {
        NotesRig rig;
        rig.fixture.fillDemo(20);
        rig.notes.keptPlan = rig.plan();
        const std::string chosen = rig.services().settings.current().routine;
        TodayPage page(rig.services());
        open(page);
        QCOMPARE(text(page, "planProposalLabel"), QStringLiteral("Kim proposes: Kim's four, 5 days a week"));
        part<QPushButton>(page, "planStepsButton")->click();
        QVERIFY(part<QWidget>(page, "previewSteps")->isVisible());
        QSignalSpy requests(&page, &Page::pageRequested);
        auto* use = part<QPushButton>(page, "usePlanButton");
        const auto before = rig.services().routines.routines().size();
        use->click();
        QCOMPARE(rig.services().routines.routines().size(), before + 1);
        const Routine& own = rig.services().routines.routines().back().routine;
        QCOMPARE(own.steps, rig.plan().routine.steps);
        QVERIFY(!rig.services().routines.routines().back().shipped);
        QCOMPARE(requests.count(), 0);
        QCOMPARE(rig.services().settings.current().routine, chosen);
        // It is there now: the same button leads to it.
        QCOMPARE(use->text(), QStringLiteral("Choose it on Release"));
        use->click();
        QCOMPARE(requests.front().front().value<PageId>(), PageId::Release);
        QCOMPARE(rig.services().routines.routines().size(), before + 1);
        rig.fixture.undo.undo();
        QCOMPARE(rig.services().routines.routines().size(), before);
        QCOMPARE(use->text(), QStringLiteral("Use this routine"));
    }

    void aRoutineThatCannotBeStoredIsSaid()
    {
        NotesRig rig;
        rig.fixture.fillDemo(20);
        rig.notes.keptPlan = rig.plan();
        TodayPage page(rig.services());
        open(page);
        rig.fixture.routines.failWith = Error{ErrorCode::DiskFull, {}};
        part<QPushButton>(page, "usePlanButton")->click();
        bool said = false;
        for (const QLabel* label : page.findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().startsWith(QStringLiteral("The disk is full")));
        QVERIFY(said);
        QVERIFY(!rig.fixture.undo.canUndo());
    }

    void withoutNotesTodayIsAsItWas()
    {
        NotesRig rig;
        rig.fixture.fillDemo(20);
        rig.services().coach = nullptr;
        rig.services().coachNotes = nullptr;
        TodayPage page(rig.services());
        open(page);
        QVERIFY(!part<CoachCard>(page, "coachCard")->isVisible());
    }

private:
    static void open(TodayPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
};

QTEST_MAIN(TakenNotesTest)
#include "takennotes_test.moc"
