// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QtTest>

#include "gui/charts/sorenesschart.h"
#include "gui/notes/notesrig.h"
#include "gui/trends/trendspage.h"

using namespace psolog;
using namespace psolog::test;

namespace {

QStringList listed(const TrendsPage& page)
{
    QStringList all;
    for (const QLabel* one : page.findChildren<QLabel*>(QStringLiteral("noteTextLabel")))
        if (one->isVisible())
            all << one->text();
    return all;
}

SorenessChart& chart(const TrendsPage& page)
{
    return *page.findChild<SorenessChart*>(QStringLiteral("sorenessChart"));
}

}  // namespace

/// A coach's notes beside the charts.
class TrendNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notesAboutDaysAreMarkedAndListedWithTheirAuthor()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        rig.keep(rig.note("Range", rig.days(9, 6)));
        rig.keep(rig.note("<u>Day</u>", rig.days(2, 2)));
        rig.keep(rig.note("In general"));
        TrendsPage page(rig.services());
        open(page);
        const int today = rig.today().number();
        const std::vector<NoteMark> marks{{today - 9, today - 6, QStringLiteral("Note from Kim")},
                                          {today - 2, today - 2, QStringLiteral("Note from Kim")}};
        QCOMPARE(chart(page).noteMarks(), marks);
        QCOMPARE(listed(page), QStringList({QStringLiteral("<u>Day</u>"), QStringLiteral("Range")}));
        QCOMPARE(page.findChild<QLabel*>(QStringLiteral("noteAuthorLabel"))->text(), QStringLiteral("Kim, 22 Nov"));
        QVERIFY(chart(page).readoutWithNotes(today - 7).contains(QStringLiteral("Note from Kim")));
        QVERIFY(!chart(page).readoutWithNotes(today - 5).contains(QStringLiteral("Note from Kim")));
    }

    void aNoteOfAMuscleStandsAtThatMuscleAlone()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        rig.keep(rig.note("Calf", rig.days(3, 3), Muscle::Calf));
        TrendsPage page(rig.services());
        open(page);
        QVERIFY(chart(page).noteMarks().empty());
        QVERIFY(listed(page).isEmpty());
        page.setMuscle(Muscle::Calf);
        QCOMPARE(chart(page).noteMarks().size(), 1U);
        QCOMPARE(listed(page), QStringList{QStringLiteral("Calf")});
        page.setView(TrendsPage::View::SelfTests);
        QVERIFY(listed(page).isEmpty());
        page.setView(TrendsPage::View::AllMuscles);
        QCOMPARE(listed(page), QStringList{QStringLiteral("Calf")});
    }

    void theListFollowsTheDaysInView()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        rig.keep(rig.note("Old", rig.days(40, 40)));
        rig.keep(rig.note("New", rig.days(2, 2)));
        TrendsPage page(rig.services());
        open(page);
        QCOMPARE(listed(page).size(), 2);
        page.setRange(TrendRange::TwoWeeks);
        QCOMPARE(listed(page), QStringList{QStringLiteral("New")});
        chart(page).pan(-30);
        QTRY_COMPARE(listed(page), QStringList{QStringLiteral("Old")});
    }

    void manyNotesAreListedOnDemand()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        for (int i = 0; i < 6; ++i)
            rig.keep(rig.note("Note", rig.days(i, i)));
        TrendsPage page(rig.services());
        open(page);
        QCOMPARE(listed(page).size(), 3);
        page.findChild<QAbstractButton*>(QStringLiteral("moreNotesButton"))->click();
        QCOMPARE(listed(page).size(), 6);
    }

    void aNoteTakenBackGoesAtOnce()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        rig.keep(rig.note("New", rig.days(2, 2)));
        TrendsPage page(rig.services());
        open(page);
        rig.notes.kept.front().withdrawn = true;
        rig.fixture.changes.announce();
        QVERIFY(listed(page).isEmpty());
        QVERIFY(chart(page).noteMarks().empty());
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("notesInView"))->isHidden());
    }

    void whatCannotBeReadIsSaidAndTheChartStays()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        rig.notes.failWith = Error{ErrorCode::Damaged, {}};
        TrendsPage page(rig.services());
        open(page);
        QVERIFY(chart(page).isVisible());
        const auto* banner = page.findChild<QWidget*>(QStringLiteral("errorBanner"));
        QVERIFY(banner->isVisible());
    }

    void twoThousandNotesCostNoMoreThanAFrame()
    {
        NotesRig rig;
        rig.fixture.fillDemo(60);
        TrendsPage page(rig.services());
        open(page);
        const auto paint = [&] {
            chart(page).setNoteMarks(chart(page).noteMarks());
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 10; ++i) {
                chart(page).zoom(i % 2 == 0 ? 0.9 : 1 / 0.9, rig.today().number());
                chart(page).grab();
            }
            return timer.nsecsElapsed();
        };
        paint();
        const qint64 bare = paint();
        std::vector<NoteMark> marks;
        for (int i = 0; i < 2'000; ++i)
            marks.push_back({rig.today().number() - i - 100, rig.today().number() - i - 100, QStringLiteral("note")});
        chart(page).setNoteMarks(marks);
        const qint64 many = paint();
        qInfo("ten paints: %.1f ms, with 2,000 notes out of view %.1f ms", double(bare) / 1e6, double(many) / 1e6);
        QVERIFY2(many < 3 * bare + 50'000'000, "notes out of view slow the chart");
    }

private:
    static void open(TrendsPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activate();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
};

QTEST_MAIN(TrendNotesTest)
#include "trendnotes_test.moc"
