// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include "gui/notes/notedialog.h"
#include "gui/notes/noteedits.h"
#include "gui/notes/notesexportdialog.h"
#include "gui/notes/noteslistwidget.h"
#include "gui/notes/plandialog.h"
#include "notesrig.h"

using namespace psolog;
using namespace psolog::test;

Q_DECLARE_METATYPE(psolog::CoachNote)
Q_DECLARE_METATYPE(psolog::CoachPlan)

namespace {

template <class Widget>
Widget* part(const QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QString::fromLatin1(name));
}

QString text(const QWidget& of, const char* label)
{
    const auto* found = part<QLabel>(of, label);
    return found != nullptr && !found->isHidden() ? found->text() : QString();
}

}  // namespace

/// What a coach writes notes, plans and notes files with.
class CoachNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsWrittenByKeyboardAlone()
    {
        NotesRig rig;
        NoteDialog dialog(rig.services(), {QStringLiteral("Runner 07"), "Kim", {}, {}, {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QCOMPARE(text(dialog, "titleLabel"), QStringLiteral("Note for Runner 07"));
        QVERIFY(part<QWidget>(dialog, "authorFields")->isHidden());
        QSignalSpy saved(&dialog, &NoteDialog::saveRequested);
        QTest::keyClicks(dialog.focusWidget(), QStringLiteral("  Easy days after hills. "));
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(saved.count(), 1);
        const auto note = saved.front().front().value<CoachNote>();
        QCOMPARE(note.text, std::string("Easy days after hills."));
        QCOMPARE(note.author, std::string("Kim"));
        QVERIFY(!note.days && !note.muscle && validate(note));
        // It stays until it is stored.
        QVERIFY(dialog.isVisible());
    }

    void aDayAndARangeAreTakenFromWhatIsInView()
    {
        NotesRig rig;
        NoteDialog dialog(rig.services(),
                          {QStringLiteral("Runner 07"), "Kim", rig.days(9, 3), Muscle::Calf, std::nullopt});
        dialog.show();
        QSignalSpy saved(&dialog, &NoteDialog::saveRequested);
        part<QPlainTextEdit>(dialog, "textEdit")->setPlainText(QStringLiteral("Look here."));
        part<QPushButton>(dialog, "noteSaveButton")->click();
        auto note = saved.back().front().value<CoachNote>();
        QCOMPARE(note.days, std::optional(rig.days(9, 3)));
        QCOMPARE(note.muscle, std::optional(Muscle::Calf));
        // Asked for again only when it was answered.
        part<QPushButton>(dialog, "noteSaveButton")->click();
        QCOMPARE(saved.size(), 1);
        dialog.showFailure({ErrorCode::DiskFull, {}});
        // One day of it.
        part<QComboBox>(dialog, "aboutComboBox")->setCurrentIndex(1);
        QVERIFY(part<QDateEdit>(dialog, "lastDateEdit")->isHidden());
        part<QPushButton>(dialog, "noteSaveButton")->click();
        note = saved.back().front().value<CoachNote>();
        QCOMPARE(note.days, std::optional(rig.days(9, 9)));
        dialog.showFailure({ErrorCode::DiskFull, {}});
        // The runner as a whole: then no muscle.
        part<QComboBox>(dialog, "aboutComboBox")->setCurrentIndex(0);
        part<QPushButton>(dialog, "noteSaveButton")->click();
        note = saved.back().front().value<CoachNote>();
        QVERIFY(!note.days && !note.muscle);
    }

    void whatDoesNotFitIsSaidBesideTheField()
    {
        NotesRig rig;
        NoteDialog dialog(rig.services(), {{}, {}, rig.days(3, 9), {}, {}});
        dialog.show();
        QSignalSpy saved(&dialog, &NoteDialog::saveRequested);
        auto* save = part<QPushButton>(dialog, "noteSaveButton");
        auto* edit = part<QPlainTextEdit>(dialog, "textEdit");
        save->click();
        QVERIFY(text(dialog, "errorLabel").contains(QStringLiteral("Write something")));
        edit->setPlainText(QString(6'000, QLatin1Char('x')));
        save->click();
        QVERIFY(text(dialog, "errorLabel").contains(QStringLiteral("6,000")));
        QCOMPARE(edit->toPlainText().size(), 6'000);
        edit->setPlainText(QStringLiteral("Short."));
        save->click();
        QVERIFY(text(dialog, "errorLabel").contains(QStringLiteral("your name")));
        part<QLineEdit>(dialog, "authorLineEdit")->setText(QStringLiteral("Kim"));
        save->click();
        QVERIFY(text(dialog, "errorLabel").contains(QStringLiteral("before the first")));
        QCOMPARE(saved.count(), 0);
        part<QDateEdit>(dialog, "firstDateEdit")->setDate(part<QDateEdit>(dialog, "lastDateEdit")->date());
        save->click();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.front().front().value<CoachNote>().author, std::string("Kim"));
    }

    void aFailureKeepsEverythingTyped()
    {
        NotesRig rig;
        NoteDialog dialog(rig.services(), {QStringLiteral("Runner 07"), "Kim", {}, {}, {}});
        dialog.show();
        part<QPlainTextEdit>(dialog, "textEdit")->setPlainText(QStringLiteral("Kept."));
        dialog.showFailure({ErrorCode::DiskFull, {}});
        QVERIFY(text(dialog, "errorLabel").startsWith(QStringLiteral("The disk is full")));
        QCOMPARE(part<QPlainTextEdit>(dialog, "textEdit")->toPlainText(), QStringLiteral("Kept."));
    }

    void aChangedNoteKeepsItsIdAndCountsAfterTheOldOne()
    {
        NotesRig rig;
        CoachNote old = rig.note("Old words", rig.days(2, 2), Muscle::Glute);
        old.written.utc += std::chrono::hours(5);  // the other clock ran ahead
        NoteDialog dialog(rig.services(), {{}, "Kim", {}, {}, old});
        dialog.show();
        QCOMPARE(part<QPlainTextEdit>(dialog, "textEdit")->toPlainText(), QStringLiteral("Old words"));
        QSignalSpy saved(&dialog, &NoteDialog::saveRequested);
        part<QPlainTextEdit>(dialog, "textEdit")->setPlainText(QStringLiteral("New\u001b words\n\u0007here"));
        part<QPushButton>(dialog, "noteSaveButton")->click();
        const auto note = saved.front().front().value<CoachNote>();
        QCOMPARE(note.id, old.id);
        QCOMPARE(note.days, old.days);
        QCOMPARE(note.text, std::string("New words\nhere"));
        QVERIFY(note.written.utc > old.written.utc);
        QCOMPARE(compareNotes({old}, {}, rig.file({note})).changed, 1);
    }

    void aNoteTakenBackAndBroughtBackCountsEachTime()
    {
        NotesRig rig;
        const CoachNote note = rig.note("Rest.");
        const CoachNote gone = withdrawn(note, rig.fixture.clock.now());
        QVERIFY(gone.withdrawn && gone.text.empty() && validate(gone));
        QCOMPARE(compareNotes({note}, {}, rig.file({gone})).withdrawn, 1);
        const CoachNote back = broughtBack(note, gone, rig.fixture.clock.now());
        QCOMPARE(back.text, note.text);
        QCOMPARE(compareNotes({gone}, {}, rig.file({back})).changed, 1);
        QCOMPARE(standing({gone, back}), std::vector{back});
    }

    void aPlanNamesRoutineAndDays()
    {
        NotesRig rig;
        PlanDialog dialog(rig.services(), {QStringLiteral("Runner 07"), "Kim", {}});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* routines = part<QComboBox>(dialog, "routineComboBox");
        QCOMPARE(routines->count(), static_cast<int>(rig.services().routines.routines().size()));
        QTest::keyClick(routines, Qt::Key_Down);
        QVERIFY(!text(dialog, "previewNameLabel").isEmpty());
        QCOMPARE(text(dialog, "previewNameLabel"), routines->currentText());
        QVERIFY(text(dialog, "cautionLabel").contains(QStringLiteral("stays locked")));
        auto* days = part<QSpinBox>(dialog, "daysSpinBox");
        days->setValue(9);
        QCOMPARE(days->value(), 7);
        days->setValue(3);
        QSignalSpy saved(&dialog, &PlanDialog::saveRequested);
        part<QPushButton>(dialog, "planSaveButton")->click();
        const auto plan = saved.front().front().value<CoachPlan>();
        QCOMPARE(plan.daysAWeek, 3);
        QCOMPARE(plan.routine, rig.services().routines.routines()[1].routine);
        QVERIFY(validate(plan));
    }

    void aPlanWhoseRoutineIsGoneIsStillThere()
    {
        NotesRig rig;
        CoachPlan current = rig.plan(4);
        current.written.utc += std::chrono::hours(5);
        PlanDialog dialog(rig.services(), {{}, "Kim", current});
        dialog.show();
        QCOMPARE(part<QComboBox>(dialog, "routineComboBox")->currentText(), QStringLiteral("Kim's four"));
        QSignalSpy saved(&dialog, &PlanDialog::saveRequested);
        part<QPushButton>(dialog, "planSaveButton")->click();
        const auto plan = saved.front().front().value<CoachPlan>();
        QCOMPARE(plan.routine, current.routine);
        QVERIFY(plan.id != current.id);
        QVERIFY(compareNotes({}, current, rig.file({}, plan)).newPlan);
    }

    void theListShowsTheNewestFirstAndLeavesOutWhatWasTakenBack()
    {
        NotesRig rig;
        CoachNote first = rig.note("First");
        rig.fixture.clock.advance(std::chrono::hours(1));
        const CoachNote second = rig.note("<b>Second</b>", rig.days(1, 1), Muscle::Psoas);
        NotesListWidget list;
        list.resize(500, 400);
        list.show();
        list.setNotes({first, withdrawn(rig.note("Gone"), rig.fixture.clock.now()), second}, rig.today());
        const auto rows = list.findChildren<QLabel*>(QStringLiteral("noteTextLabel"));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.front()->text(), QStringLiteral("<b>Second</b>"));
        QCOMPARE(rows.front()->textFormat(), Qt::PlainText);
        QCOMPARE(text(list, "noteAboutLabel"), QStringLiteral("21 Nov · Psoas"));
        QSignalSpy changes(&list, &NotesListWidget::changeRequested);
        QSignalSpy withdrawals(&list, &NotesListWidget::withdrawRequested);
        part<QPushButton>(list, "changeNoteButton")->click();
        part<QPushButton>(list, "withdrawNoteButton")->click();
        QCOMPARE(changes.front().front().value<CoachNote>(), second);
        QCOMPARE(withdrawals.front().front().value<CoachNote>(), second);
    }

    void manyNotesComeInPortions()
    {
        NotesRig rig;
        std::vector<CoachNote> notes;
        for (int i = 0; i < 70; ++i)
            notes.push_back(rig.note("Note"));
        NotesListWidget list;
        list.setNotes(notes, rig.today());
        const auto rows = [&] { return list.findChildren<QLabel*>(QStringLiteral("noteTextLabel")).size(); };
        QCOMPARE(rows(), 30);
        part<QPushButton>(list, "moreNotesButton")->click();
        QTRY_COMPARE(rows(), 60);
    }

    void theExportSaysWhatIsInTheFileAndWritesIt()
    {
        NotesRig rig;
        const CoachNote note = rig.note("Well done.");
        const CoachNote gone = withdrawn(rig.note("Gone"), rig.fixture.clock.now());
        NotesFile file = rig.file({note, gone}, rig.plan());
        file.author.clear();
        NotesExportDialog dialog(rig.services(), file);
        dialog.show();
        QVERIFY(text(dialog, "contentsLabel").contains(QStringLiteral("1 note, 1 taken back, a plan")));
        QVERIFY(text(dialog, "signedLabel").contains(QStringLiteral("by name only")));
        QCOMPARE(text(dialog, "exportPlanLabel"), QStringLiteral("Kim proposes: Kim's four, 5 days a week"));
        auto* save = part<QPushButton>(dialog, "exportSaveButton");
        QVERIFY(!save->isEnabled());
        part<QLineEdit>(dialog, "authorLineEdit")->setText(QStringLiteral("Kim"));
        QVERIFY(save->isEnabled());
        QSignalSpy exported(&dialog, &NotesExportDialog::exported);
        rig.files.failWith = Error{ErrorCode::DiskFull, {}};
        QVERIFY(!dialog.saveTo(QStringLiteral("/x/kim.psolog-notes")));
        QVERIFY(text(dialog, "errorLabel").startsWith(QStringLiteral("The disk is full")));
        rig.files.failWith.reset();
        QVERIFY(dialog.saveTo(QStringLiteral("/x/kim.psolog-notes")));
        QCOMPARE(exported.count(), 1);
        const NotesFile& written = rig.files.files.at("/x/kim.psolog-notes");
        QCOMPARE(written.author, std::string("Kim"));
        QCOMPARE(written.notes, file.notes);
        QCOMPARE(written.plan, file.plan);
        QVERIFY(validate(written));
        part<QPushButton>(dialog, "copyPathButton")->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("/x/kim.psolog-notes"));
    }

    void theExportNeverReplacesALog()
    {
        NotesRig rig;
        NotesExportDialog dialog(rig.services(), rig.file({rig.note("Well done.")}));
        QVERIFY(!dialog.saveTo(QString::fromStdString(rig.fixture.logPath())));
        QVERIFY(!dialog.saveTo(QStringLiteral("/x/runner.psolog")));
        QVERIFY(rig.files.files.empty());
    }

    void theProposedNameIsAFileNameWhateverTheRunnerIsCalled()
    {
        NotesRig rig;
        NotesFile file = rig.file({rig.note("Well done.")});
        QCOMPARE(NotesExportDialog(rig.services(), file).proposedName(),
                 QStringLiteral("Runner 07 notes 2026-11-22.psolog-notes"));
        file.athleteName = "../../etc/\xE2\x80\xAEpasswd";
        const QString name = NotesExportDialog(rig.services(), file).proposedName();
        QVERIFY2(!name.contains(QLatin1Char('/')) && !name.contains(QChar(0x202E))
                     && !name.startsWith(QLatin1Char('.')),
                 qPrintable(name));
        file.athleteName.clear();
        QCOMPARE(NotesExportDialog(rig.services(), file).proposedName(),
                 QStringLiteral("Notes 2026-11-22.psolog-notes"));
    }
};

QTEST_MAIN(CoachNotesTest)
#include "coachnotes_test.moc"
