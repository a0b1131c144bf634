// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include "gui/body/bodymapwidget.h"
#include "gui/history/historymodel.h"
#include "gui/history/historypage.h"
#include "gui/history/historyrows.h"
#include "gui/widgets/make.h"
#include "gui/widgets/scorescale.h"
#include "support/pagefixture.h"

namespace psolog {

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightCalf{Muscle::Calf, Side::Right};
const LocalDay kToday(2026, 11, 22);

void must(const Result<void>& done)
{
    if (!done)
        qFatal("%s", done.error().detail.c_str());
}

/// The page on a real log, with records of every kind.
struct Bench {
    explicit Bench(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize) { }

    RecordedAt at(LocalDay day, int hour) { return {fixture.clock.localInstant(day, std::chrono::hours(hour)), day}; }

    CheckIn addCheckIn(LocalDay day, int hour, const char* note, bool withRun)
    {
        CheckIn checkIn;
        checkIn.id = fixture.ids.make<CheckInId>();
        checkIn.recorded = at(day, hour);
        checkIn.context = Context::Morning;
        checkIn.scores[kLeftHamstring] = Score::clamped(6);
        checkIn.scores[kRightCalf] = Score::clamped(3);
        checkIn.note = note;
        if (withRun) {
            Run run;
            run.id = fixture.ids.make<RunId>();
            run.recorded = checkIn.recorded;
            run.distanceMetres = 8400;
            run.minutes = 46;
            run.features = {RunFeature::Hills};
            checkIn.run = run;
        }
        must(fixture.services->checkIns.save(checkIn));
        return checkIn;
    }

    SelfTest addSelfTest(LocalDay day, int hour)
    {
        SelfTest test;
        test.id = fixture.ids.make<SelfTestId>();
        test.recorded = at(day, hour);
        test.readings = {{Side::Left, std::nullopt, 1, Contraction::Soft, WorkedHardest::Hamstring},
                         {Side::Right, std::nullopt, 1, Contraction::Firm, std::nullopt}};
        test.note = "on the carpet";
        must(fixture.services->selfTests.save(test));
        return test;
    }

    ReleaseSession addRelease(LocalDay day, int hour)
    {
        ReleaseSession session;
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = at(day, hour);
        session.routineId = "daily-five";
        session.routineName = "Daily five";
        session.planned = Seconds(300);
        session.outcome = ReleaseOutcome::Stopped;
        session.stopReason = StopReason::SharpPain;
        session.redAcknowledged = true;
        session.worked = Milliseconds(95'000);
        session.before = {Score::clamped(6), Score::clamped(4)};
        must(fixture.services->releases.save(session));
        const auto event = [&](int sequence, int seconds, SessionEventKind kind, std::optional<int> held) {
            SessionEvent happened;
            happened.sequence = sequence;
            happened.at = session.recorded.at;
            happened.at.utc += Seconds(seconds);
            happened.worked = Seconds(seconds);
            happened.kind = kind;
            happened.zone = Zone::Low;
            happened.point = 1;
            if (held)
                happened.duration = Seconds(*held);
            must(fixture.services->releases.append(session.id, happened));
        };
        event(0, 40, SessionEventKind::PointFound, std::nullopt);
        event(1, 72, SessionEventKind::PointReleased, 32);
        return *fixture.services->releases.find(session.id).value();
    }

    WeeklyCheckIn addWeekly(LocalDay day, int hour)
    {
        WeeklyCheckIn checkIn;
        checkIn.id = fixture.ids.make<WeeklyCheckInId>();
        checkIn.recorded = at(day, hour);
        checkIn.scores = {8, 17, 0, 8};
        checkIn.note = "hills left out";
        must(fixture.services->weekly.save(checkIn));
        return checkIn;
    }

    Experiment addPlan(LocalDay day, int hour, ExperimentKind kind = ExperimentKind::RandomStart)
    {
        Experiment plan;
        plan.id = fixture.ids.make<ExperimentId>();
        plan.recorded = at(day, hour);
        plan.firstDay = day;
        plan.kind = kind;
        plan.baseline = 13;
        if (kind == ExperimentKind::AlternatingWeeks)
            plan.releaseFirst = {true, false, true};
        must(fixture.services->experiments.begin(plan));
        return plan;
    }

    void open(QSize size = {1084, 800})
    {
        page = std::make_unique<HistoryPage>(*fixture.services);
        page->resize(size);
        page->show();
        page->activateWindow();
        page->activate();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }

    template <class T>
    T* child(const char* name) const
    {
        T* found = page->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    QListView* list() const { return child<QListView>("historyList"); }
    HistoryModel* model() const { return qobject_cast<HistoryModel*>(list()->model()); }
    void click(const char* name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    QString details(const char* name) const { return child<QLabel>(name)->text(); }
    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < model()->rowCount(); ++row)
            titles << model()->at(row).title;
        return titles;
    }

    test::PageFixture fixture;
    std::unique_ptr<HistoryPage> page;
};

}  // namespace

class HistoryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreNewestFirstAndSayWhatHappened()
    {
        Bench bench;
        HistoryRecords records;
        records.checkIns = {bench.addCheckIn(kToday - 1, 8, "windy\nsecond line", true)};
        records.selfTests = {bench.addSelfTest(kToday, 9)};
        records.releases = {bench.addRelease(kToday, 17)};
        const std::vector<HistoryRow> rows = historyRows(records);
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[0].title, QStringLiteral("1:35 of 5:00 \u00b7 1 point found, 1 released"));
        QVERIFY(rows[0].detail.contains(QStringLiteral("sharp pain")));
        QVERIFY(rows[0].warns);
        QCOMPARE(rows[1].title, QStringLiteral("Left soft, right firm \u00b7 incomplete"));
        QCOMPARE(rows[2].title, QStringLiteral("Left hamstring 6 \u00b7 Right calf 3"));
        QVERIFY(rows[2].detail.endsWith(QStringLiteral("windy")));
        QCOMPARE(rows[2].worst->value(), 6);
        QCOMPARE(rows[3].title, QStringLiteral("8.4 km \u00b7 46 min \u00b7 hills"));
        QVERIFY(rows[3].kind == HistoryKind::Run);
    }

    void weeksAndPlansAreRowsThatDoNotTellTheDraw()
    {
        Bench bench;
        HistoryRecords records;
        records.weekly = {bench.addWeekly(kToday - 1, 20)};
        Experiment plan = bench.addPlan(kToday - 5, 9);
        plan.state = ExperimentState::Stopped;
        plan.ended = bench.at(kToday, 9);
        plan.reason = "a cold\nand a trip";
        records.experiments = {plan};
        const std::vector<HistoryRow> rows = historyRows(records);
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[0].kind == HistoryKind::ExperimentEnd);
        QCOMPARE(rows[0].title, QStringLiteral("Plan stopped"));
        QCOMPARE(rows[0].detail, QStringLiteral("a cold"));
        QCOMPARE(rows[1].title, QStringLiteral("Severity 33 of 100 \u00b7 substantial"));
        QCOMPARE(rows[1].detail, QStringLiteral("hills left out"));
        QVERIFY(rows[2].kind == HistoryKind::Experiment);
        QCOMPARE(rows[2].detail, QStringLiteral("planned for 49 days"));
        QVERIFY(!rows[2].search.contains(QStringLiteral("13")));
        QVERIFY(matches(rows[0], {HistoryKind::Experiment, QStringLiteral("trip")}));
        QVERIFY(matches(rows[2], {HistoryKind::Experiment, {}}));
        QVERIFY(!matches(rows[1], {HistoryKind::Experiment, {}}));
    }

    void aWeeklyCheckInIsShownChangedAndDeletedWithUndo()
    {
        Bench bench;
        const WeeklyCheckIn weekly = bench.addWeekly(kToday - 1, 20);
        bench.addSelfTest(kToday, 9);
        bench.open();
        bench.click("weeklyButton");
        QCOMPARE(bench.titles(), QStringList{QStringLiteral("Severity 33 of 100 \u00b7 substantial")});
        const QStringList answers = bench.details("detailsReadingsLabel").split(QLatin1Char('\n'));
        QCOMPARE(answers.size(), 4);
        QVERIFY2(answers[1].endsWith(QStringLiteral("? A fair amount (17)")), qPrintable(answers[1]));
        QCOMPARE(bench.details("detailsNoteLabel"), QStringLiteral("hills left out"));

        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QVERIFY(requested.at(0)[0].value<PageId>() == PageId::Weekly);
        QCOMPARE(requested.at(0)[1].toString().toStdString(), weekly.id.toString());

        bench.click("deleteButton");
        QVERIFY(!bench.fixture.services->weekly.find(weekly.id)->has_value());
        QCOMPARE(bench.model()->rowCount(), 0);
        bench.fixture.undo.undo();
        QVERIFY(bench.fixture.services->weekly.find(weekly.id)->value() == weekly);
        QCOMPARE(bench.model()->rowCount(), 1);
    }

    void aPlanIsShownWithoutItsDrawAndNeverDeleted()
    {
        Bench bench;
        const Experiment plan = bench.addPlan(kToday - 12, 9);
        bench.open();
        QCOMPARE(bench.titles().size(), 1);
        QCOMPARE(bench.details("detailsReadingsLabel"), QStringLiteral("Told on the day the release begins"));
        QVERIFY(!bench.child<QAbstractButton>("deleteButton")->isEnabled());
        QVERIFY(!bench.child<QAbstractButton>("editButton")->isEnabled());
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QCOMPARE(bench.fixture.services->experiments.all()->size(), std::size_t{1});
        QCOMPARE(bench.fixture.undo.count(), 0);

        must(bench.fixture.services->experiments.stop(plan.id, bench.at(kToday, 10), "a cold"));
        bench.page->activate();
        QCOMPARE(bench.titles(), (QStringList{QStringLiteral("Plan stopped"), bench.titles().last()}));
        QVERIFY2(bench.details("detailsReadingsLabel").endsWith(QStringLiteral("after 13 days")),
                 qPrintable(bench.details("detailsReadingsLabel")));
        QCOMPARE(bench.details("detailsNoteLabel"), QStringLiteral("a cold"));
    }

    void theDrawIsToldFromTheDayItHolds()
    {
        {
            Bench bench;
            bench.addPlan(kToday - 13, 9);
            bench.open();
            QVERIFY(bench.details("detailsReadingsLabel").endsWith(QStringLiteral("after 13 days")));
        }
        Bench bench;
        bench.addPlan(kToday - 14, 9, ExperimentKind::AlternatingWeeks);
        bench.open();
        QCOMPARE(
            bench.details("detailsReadingsLabel"),
            QStringLiteral("Weeks 1 and 2: release first\nWeeks 3 and 4: release second\nThe weeks to come are told "
                           "when they begin"));
    }

    void aPlanOutsideTheDaysWithRecordsIsFound()
    {
        Bench bench;
        const Experiment old = bench.addPlan(kToday - 300, 9);
        must(bench.fixture.services->experiments.stop(old.id, bench.at(kToday - 290, 10), {}));
        for (int day = 0; day < 100; ++day)
            bench.addCheckIn(kToday - day, 9, "", false);
        bench.open();
        bench.click("experimentsButton");
        QCOMPARE(bench.titles().size(), 2);
    }

    void aFilterNeedsEveryWordAndTheKind()
    {
        Bench bench;
        HistoryRecords records;
        records.checkIns = {bench.addCheckIn(kToday, 8, "Windy\nall along the lake", true)};
        const HistoryRow row = historyRows(records).front();
        QVERIFY(matches(row, {}));
        QVERIFY(matches(row, {HistoryKind::CheckIn, QStringLiteral("  LAKE hamstring ")}));
        QVERIFY(!matches(row, {HistoryKind::CheckIn, QStringLiteral("lake glute")}));
        QVERIFY(!matches(row, {HistoryKind::Release, {}}));
    }

    void anEmptyLogSaysWhatToDoNext()
    {
        Bench bench;
        bench.open();
        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        QVERIFY(bench.child<QAbstractButton>("emptyCheckInButton")->isVisible());
        QTest::keyClick(bench.page->focusWidget(), Qt::Key_Space);
        QCOMPARE(requested.count(), 1);
        QVERIFY(requested[0][0].value<PageId>() == PageId::CheckIn);
    }

    void chipsAndTextFilterTheList()
    {
        Bench bench;
        bench.addCheckIn(kToday - 2, 8, "windy", true);
        bench.addSelfTest(kToday - 1, 9);
        bench.addRelease(kToday, 17);
        bench.open();
        QCOMPARE(bench.titles().size(), 4);
        bench.click("runsButton");
        QCOMPARE(bench.titles(), QStringList{QStringLiteral("8.4 km \u00b7 46 min \u00b7 hills")});
        bench.click("allButton");
        auto* search = bench.child<QLineEdit>("searchLineEdit");
        QTest::keyClick(bench.list(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("hamstring wind"));
        QCOMPARE(bench.titles(), QStringList{QStringLiteral("Left hamstring 6 \u00b7 Right calf 3")});
        search->setText(QStringLiteral("hills"));
        QCOMPARE(bench.titles().size(), 1);
        search->setText(QStringLiteral("no such thing"));
        QVERIFY(bench.child<QAbstractButton>("clearFiltersButton")->isVisible());
        bench.click("clearFiltersButton");
        QCOMPARE(bench.titles().size(), 4);
    }

    void detailsShowAllOfARecord()
    {
        Bench bench;
        bench.addCheckIn(kToday - 2, 8, "windy <b>and</b> cold", true);
        bench.addSelfTest(kToday - 1, 9);
        bench.addRelease(kToday, 17);
        bench.open();
        QCOMPARE(bench.details("detailsTitleLabel"), QStringLiteral("Daily five"));
        QCOMPARE(bench.details("detailsPointsLabel"), QStringLiteral("Point 1, low, both sides: held 0:32, released"));
        QVERIFY(bench.details("detailsTimelineLabel").contains(QStringLiteral("0:40  Point 1 found")));
        QVERIFY(bench.details("detailsTightnessLabel").startsWith(QStringLiteral("Left 6 \u2192 \u2013")));
        QTest::keyClick(bench.list(), Qt::Key_Down);
        QVERIFY(bench.details("detailsReadingsLabel")
                    .contains(QStringLiteral("Left, repeat 1: soft (2), hamstring worked hardest")));
        QCOMPARE(bench.details("detailsNoteLabel"), QStringLiteral("on the carpet"));
        QTest::keyClick(bench.list(), Qt::Key_Down);
        QVERIFY(bench.child<QWidget>("detailsBodyMapWidget")->isVisible());
        QCOMPARE(bench.child<BodyMapWidget>("detailsBodyMapWidget")->scores()[kLeftHamstring]->value(), 6);
        QCOMPARE(bench.details("detailsRunLabel"), QStringLiteral("8.4 km \u00b7 46 min \u00b7 hills"));
        QCOMPARE(bench.child<QLabel>("detailsNoteLabel")->textFormat(), Qt::PlainText);
    }

    void deletingCanBeUndoneForEveryKind()
    {
        Bench bench;
        bench.addCheckIn(kToday - 2, 8, "windy", false);
        bench.addSelfTest(kToday - 1, 9);
        bench.addRelease(kToday, 17);
        bench.open();
        const QStringList all = bench.titles();
        QCOMPARE(all.size(), 3);
        QSignalSpy noticed(bench.page.get(), &Page::noticed);
        for (int left = 2; left >= 0; --left) {
            QTest::keyClick(bench.list(), Qt::Key_Delete);
            QCOMPARE(bench.model()->rowCount(), left);
        }
        QCOMPARE(noticed.count(), 3);
        QVERIFY(noticed[0][1].toBool());
        QVERIFY(bench.fixture.services->checkIns.latest().value() == std::nullopt);
        for (int i = 0; i < 3; ++i)
            bench.fixture.undo.undo();
        QCOMPARE(bench.titles(), all);
        bench.fixture.undo.redo();
        QCOMPARE(bench.model()->rowCount(), 2);
    }

    void deletingARunLeavesTheScores()
    {
        Bench bench;
        const CheckIn before = bench.addCheckIn(kToday, 8, "", true);
        bench.open();
        bench.click("runsButton");
        bench.click("deleteButton");
        const auto after = *bench.fixture.services->checkIns.find(before.id);
        QVERIFY(after.has_value());
        QVERIFY(!after->run);
        QVERIFY(after->scores == before.scores);
        bench.fixture.undo.undo();
        QVERIFY(bench.fixture.services->checkIns.find(before.id)->value() == before);
    }

    void enterOpensACheckInForChanging()
    {
        Bench bench;
        const CheckIn checkIn = bench.addCheckIn(kToday, 8, "", false);
        bench.open();
        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        QVERIFY(requested[0][0].value<PageId>() == PageId::CheckIn);
        QCOMPARE(requested[0][1].toString().toStdString(), checkIn.id.toString());
    }

    void aSelfTestNoteIsChangedAndUndone()
    {
        Bench bench;
        const SelfTest before = bench.addSelfTest(kToday, 9);
        bench.open();
        QTest::keyClick(bench.list(), Qt::Key_Return);
        auto* dialog = bench.child<QDialog>("recordDialog");
        auto* note = dialog->findChild<QPlainTextEdit*>(QStringLiteral("noteEdit"));
        QVERIFY(!dialog->findChild<QWidget*>(QStringLiteral("tightnessLeftScale"))->isVisible());
        note->setPlainText(QString(100'000, QLatin1Char('x')));
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("recordSaveButton"));
        save->click();
        QVERIFY(dialog->isVisible());
        QCOMPARE(note->toPlainText().size(), 100'000);
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("noteErrorLabel"))->isVisible());
        QVERIFY(bench.fixture.services->selfTests.find(before.id)->value() == before);
        note->setPlainText(QStringLiteral("on the bed"));
        save->click();
        SelfTest after = before;
        after.note = "on the bed";
        QVERIFY(bench.fixture.services->selfTests.find(before.id)->value() == after);
        QCOMPARE(bench.details("detailsNoteLabel"), QStringLiteral("on the bed"));
        bench.fixture.undo.undo();
        QVERIFY(bench.fixture.services->selfTests.find(before.id)->value() == before);
    }

    void aReleaseKeepsItsEventsWhenTightnessIsAdded()
    {
        Bench bench;
        const ReleaseSession before = bench.addRelease(kToday, 17);
        bench.open();
        bench.click("editButton");
        auto* dialog = bench.child<QDialog>("recordDialog");
        dialog->findChild<ScoreScale*>(QStringLiteral("tightnessLeftScale"))->edit(Score::clamped(2));
        dialog->findChild<QPushButton*>(QStringLiteral("recordSaveButton"))->click();
        ReleaseSession after = before;
        after.after.left = Score::clamped(2);
        QVERIFY(bench.fixture.services->releases.find(before.id)->value() == after);
        bench.fixture.undo.undo();
        QVERIFY(bench.fixture.services->releases.find(before.id)->value() == before);
    }

    void undoingANoteLeavesWhatHappenedSince()
    {
        Bench bench;
        ReleaseSession session = bench.addRelease(kToday, 17);
        session.redAcknowledged = false;
        must(bench.fixture.services->releases.save(session));
        bench.open();
        bench.click("editButton");
        auto* dialog = bench.child<QDialog>("recordDialog");
        dialog->findChild<QPlainTextEdit*>(QStringLiteral("noteEdit"))->setPlainText(QStringLiteral("better"));
        // Acknowledged while the dialog is open, and worked on after it.
        session.redAcknowledged = true;
        must(bench.fixture.services->releases.save(session));
        dialog->findChild<QPushButton*>(QStringLiteral("recordSaveButton"))->click();
        session.note = "better";
        QVERIFY(bench.fixture.services->releases.find(session.id)->value() == session);
        session.routineName = "Renamed since";
        must(bench.fixture.services->releases.save(session));
        bench.fixture.undo.undo();
        session.note.clear();
        QVERIFY(bench.fixture.services->releases.find(session.id)->value() == session);
        bench.fixture.undo.redo();
        session.note = "better";
        QVERIFY(bench.fixture.services->releases.find(session.id)->value() == session);
    }

    void aRedStopIsNotDeletedBeforeItsAdviceIsRead()
    {
        Bench bench;
        ReleaseSession session = bench.addRelease(kToday, 17);
        session.redAcknowledged = false;
        must(bench.fixture.services->releases.save(session));
        bench.open();
        QSignalSpy noticed(bench.page.get(), &Page::noticed);
        bench.click("deleteButton");
        QVERIFY(bench.fixture.services->releases.find(session.id)->has_value());
        QVERIFY(noticed.at(0)[0].toString().contains(QStringLiteral("Read what to do first")));
        QCOMPARE(bench.fixture.undo.count(), 0);
        session.redAcknowledged = true;
        must(bench.fixture.services->releases.save(session));
        bench.click("deleteButton");
        QVERIFY(!bench.fixture.services->releases.find(session.id)->has_value());
    }

    void anUnfinishedSessionIsLeftToTheReleasePage()
    {
        Bench bench;
        ReleaseSession session = bench.addRelease(kToday, 17);
        session.outcome = ReleaseOutcome::Running;
        session.stopReason.reset();
        must(bench.fixture.services->releases.save(session));
        bench.open();
        QSignalSpy noticed(bench.page.get(), &Page::noticed);
        bench.click("editButton");
        QVERIFY(bench.page->findChild<QDialog*>(QStringLiteral("recordDialog")) == nullptr);
        bench.click("deleteButton");
        QVERIFY(bench.fixture.services->releases.find(session.id)->has_value());
        QCOMPARE(noticed.count(), 2);
        QVERIFY(noticed.at(0)[0].toString().contains(QStringLiteral("Release page")));
    }

    void aToolTipShowsTheTextAsItIs()
    {
        Bench bench;
        bench.addCheckIn(kToday, 8, "windy & <b>cold</b>", false);
        bench.open();
        const QString tip = bench.model()->index(0).data(Qt::ToolTipRole).toString();
        QVERIFY(Qt::mightBeRichText(tip));
        QVERIFY(QTextDocumentFragment::fromHtml(tip).toPlainText().endsWith(QStringLiteral("windy & <b>cold</b>")));
        QVERIFY(plainToolTip({}).isEmpty());
    }

    void aTopicIsFoundHoweverLongAgo()
    {
        Bench bench;
        const CheckIn old = bench.addCheckIn(kToday - 700, 8, "long ago", false);
        must(bench.fixture.log->inTransaction([&]() -> Result<void> {
            for (int day = 0; day < 200; ++day)
                bench.addCheckIn(kToday - day, 9, "", false);
            return {};
        }));
        bench.open();
        QVERIFY(!bench.model()->indexOf(old.id.toString()).isValid());
        bench.page->openTopic(QString::fromStdString(old.id.toString()));
        bench.page->activate();
        QCOMPARE(bench.details("detailsNoteLabel"), QStringLiteral("long ago"));
    }

    void aLongLogIsReadInStretches()
    {
        Bench bench;
        must(bench.fixture.log->inTransaction([&]() -> Result<void> {
            for (int day = 0; day < 3000; ++day)
                bench.addCheckIn(kToday - day, 8, day == 2999 ? "the very first" : "", false);
            return {};
        }));
        bench.open();
        QVERIFY(bench.model()->rowCount() < 300);
        QVERIFY(bench.model()->canFetchMore({}));
        bench.child<QLineEdit>("searchLineEdit")->setText(QStringLiteral("very first"));
        QCOMPARE(bench.model()->rowCount(), 1);
        bench.child<QLineEdit>("searchLineEdit")->clear();
        while (bench.model()->canFetchMore({}))
            bench.model()->fetchMore({});
        QCOMPARE(bench.model()->rowCount(), 3000);
    }

    void everyFocusableWidgetHasANameAndFits()
    {
        for (const int textSize : {100, 200}) {
            Bench bench(ThemeChoice::Light, textSize);
            bench.addCheckIn(kToday, 8, "windy", true);
            bench.open({828, 700});
            const auto widgets = bench.page->findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(widget->objectName()));
                const QPoint right = widget->mapTo(bench.page.get(), QPoint(widget->width(), 0));
                QVERIFY2(right.x() <= bench.page->width(), qPrintable(widget->objectName()));
            }
        }
    }

    /// Pictures for looking at, into the folder PSOLOG_SHOTS names.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("PSOLOG_SHOTS");
        if (folder.isEmpty())
            QSKIP("PSOLOG_SHOTS is not set");
        const auto shoot = [&](const char* name, ThemeChoice choice, int textSize, QSize size, int down) {
            Bench bench(choice, textSize);
            bench.fixture.fillDemo();
            bench.addRelease(kToday, 7);
            bench.addWeekly(kToday, 6);
            bench.addPlan(kToday - 16, 5, ExperimentKind::AlternatingWeeks);
            bench.open(size);
            for (int i = 0; i < down; ++i)
                QTest::keyClick(bench.list(), Qt::Key_Down);
            QApplication::processEvents();
            bench.page->grab().save(QDir(folder).filePath(QString::fromLatin1(name)));
        };
        shoot("history-light.png", ThemeChoice::Light, 100, {1084, 800}, 0);
        shoot("history-dark.png", ThemeChoice::Dark, 100, {1084, 800}, 3);
        shoot("history-small.png", ThemeChoice::Light, 100, {828, 700}, 1);
        shoot("history-200.png", ThemeChoice::Light, 200, {1084, 1200}, 2);
        shoot("history-small-200.png", ThemeChoice::Light, 200, {828, 700}, 1);
        Bench planned;
        planned.fixture.fillDemo();
        planned.addPlan(kToday - 16, 5, ExperimentKind::AlternatingWeeks);
        planned.open({1084, 800});
        planned.click("experimentsButton");
        QApplication::processEvents();
        planned.page->grab().save(QDir(folder).filePath(QStringLiteral("history-plan.png")));
        Bench bench;
        bench.open();
        bench.page->grab().save(QDir(folder).filePath(QStringLiteral("history-empty.png")));
    }
};

}  // namespace psolog

QTEST_MAIN(psolog::HistoryPageTest)
#include "historypage_test.moc"
