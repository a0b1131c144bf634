// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

#include "gui/history/historymodel.h"
#include "gui/history/historypage.h"
#include "gui/notes/notesrig.h"

using namespace psolog;
using namespace psolog::test;

namespace {

template <class Widget>
Widget* part(const QWidget& of, const char* name)
{
    return of.findChild<Widget*>(QString::fromLatin1(name));
}

std::vector<HistoryRow> noteRows(const HistoryPage& page)
{
    const auto& model = *page.findChild<HistoryModel*>();
    std::vector<HistoryRow> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.at(row).kind == HistoryKind::Note)
            rows.push_back(model.at(row));
    return rows;
}

}  // namespace

/// A coach's notes among what was logged.
class HistoryNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNoteStandsUnderItsDayWithItsAuthor()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.keep(rig.note("First line\nSecond", rig.days(4, 2)));
        HistoryPage page(rig.services());
        open(page);
        const auto rows = noteRows(page);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().recorded.day, rig.today() - 2);
        QCOMPARE(rows.front().kindWord, QStringLiteral("Note from Kim"));
        QCOMPARE(rows.front().title, QStringLiteral("First line"));
        QCOMPARE(rows.front().detail, QStringLiteral("18 Nov to 20 Nov"));
    }

    void theDetailsShowItWordForWordAndNothingCanChangeIt()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        const CoachNote note = rig.keep(rig.note("<b>Bold</b>\n& more", rig.days(20, 20)));
        HistoryPage page(rig.services());
        open(page);
        page.openTopic(QString::fromStdString(note.id.toString()));
        QCOMPARE(part<QLabel>(page, "detailsTitleLabel")->text(), QStringLiteral("Note from Kim"));
        const auto* words = part<QLabel>(page, "detailsNoteLabel");
        QCOMPARE(words->text(), QStringLiteral("<b>Bold</b>\n& more"));
        QCOMPARE(words->textFormat(), Qt::PlainText);
        QVERIFY(!part<QAbstractButton>(page, "editButton")->isEnabled());
        QVERIFY(!part<QAbstractButton>(page, "deleteButton")->isEnabled());
        QSignalSpy requests(&page, &Page::pageRequested);
        auto* list = part<QListView>(page, "historyList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QTest::keyClick(list, Qt::Key_Return);
        page.editCurrent();
        page.deleteCurrent();
        QCOMPARE(requests.count(), 0);
        QVERIFY(!rig.fixture.undo.canUndo());
        QCOMPARE(noteRows(page).size(), 1U);
        QCOMPARE(rig.notes.kept, std::vector{note});
    }

    void notesHaveTheirOwnFilterAndAreFoundByTheirWords()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.keep(rig.note("Zebra crossing", rig.days(3, 3), Muscle::Calf));
        rig.keep(rig.note("Something else"));
        HistoryPage page(rig.services());
        open(page);
        auto* chip = part<QAbstractButton>(page, "coachNotesButton");
        QVERIFY(chip->isVisible());
        chip->click();
        const auto& model = *page.findChild<HistoryModel*>();
        QCOMPARE(model.rowCount(), 2);
        part<QLineEdit>(page, "searchLineEdit")->setText(QStringLiteral("calf zebra"));
        QCOMPARE(model.rowCount(), 1);
        part<QAbstractButton>(page, "checkInsButton")->click();
        QCOMPARE(model.rowCount(), 0);
    }

    void aNoteAboutADayFarAwayDoesNotStretchTheHistory()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.keep(rig.note("Far", NoteDays{LocalDay(9999, 12, 30), LocalDay(9999, 12, 31)}));
        rig.keep(rig.note("Long ago", NoteDays{LocalDay(1970, 1, 2), LocalDay(1970, 1, 2)}));
        HistoryPage page(rig.services());
        open(page);
        auto& model = *page.findChild<HistoryModel*>();
        while (model.canFetchMore({}))
            model.fetchMore({});
        const auto rows = noteRows(page);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows.front().recorded.day, rig.today());
        QCOMPARE(rows.back().recorded.day, rig.today() - 29);
        QVERIFY(rows.front().detail.contains(QStringLiteral("9999")));
    }

    void aLogWithoutRecordsShowsItsNotes()
    {
        NotesRig rig;
        rig.keep(rig.note("Welcome."));
        HistoryPage page(rig.services());
        open(page);
        QCOMPARE(noteRows(page).size(), 1U);
    }

    void withoutNotesThereIsNoFilterForThem()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.services().coachNotes = nullptr;
        HistoryPage page(rig.services());
        open(page);
        QVERIFY(!part<QAbstractButton>(page, "coachNotesButton")->isVisible());
        QVERIFY(noteRows(page).empty());
    }

    void anErrorOfTheNotesIsSaid()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.notes.failWith = Error{ErrorCode::Damaged, {}};
        HistoryPage page(rig.services());
        open(page);
        QVERIFY(part<QLabel>(page, "failureLabel")->isVisible());
    }

    void nothingOfOneAthleteStaysWhenTheNextCannotBeRead()
    {
        NotesRig rig;
        rig.fixture.fillDemo(30);
        rig.keep(rig.note("Only for the first."));
        HistoryPage page(rig.services());
        page.setReview();
        open(page);
        const auto& model = *page.findChild<HistoryModel*>();
        QVERIFY(model.rowCount() > 0);
        rig.notes.failWith = Error{ErrorCode::Damaged, {}};
        page.activate();
        QVERIFY(part<QLabel>(page, "failureLabel")->isVisible());
        QCOMPARE(model.rowCount(), 0);
        rig.notes.failWith.reset();
        page.activate();
        QCOMPARE(noteRows(page).size(), 1U);
    }

private:
    static void open(HistoryPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        page.activate();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
};

QTEST_MAIN(HistoryNotesTest)
#include "historynotes_test.moc"
