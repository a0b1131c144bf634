// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "gui/body/bodymapwidget.h"
#include "gui/checkin/checkinpage.h"
#include "gui/widgets/scorescale.h"
#include "support/memorylog.h"
#include "support/pagefixture.h"

namespace psolog {

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightHamstring{Muscle::Hamstring, Side::Right};
constexpr Site kRightCalf{Muscle::Calf, Side::Right};

/// The page on a real log, with the few things a test does to it.
struct Bench {
    explicit Bench(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize) { }

    void open(QSize size = {1084, 800})
    {
        page = std::make_unique<CheckInPage>(*fixture.services);
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

    BodyMapWidget* map() const { return child<BodyMapWidget>("bodyMapWidget"); }
    void clickSite(Site site) const
    {
        QTest::mouseClick(map(), Qt::LeftButton, {}, map()->siteRect(site).center().toPoint());
    }
    void click(const char* name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(page->focusWidget(), key, modifiers);
    }
    void type(const char* field, const QString& text) const
    {
        auto* edit = child<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void save() const { key(Qt::Key_Return, Qt::ControlModifier); }

    std::vector<CheckIn> all()
    {
        return *fixture.services->checkIns.between(LocalDay(2000, 1, 1), LocalDay(2100, 1, 1));
    }
    CheckIn stored(LocalDay day, std::initializer_list<std::pair<Site, int>> scores)
    {
        CheckIn checkIn;
        checkIn.id = fixture.ids.make<CheckInId>();
        checkIn.recorded = {fixture.clock.localInstant(day, std::chrono::hours(8)), day};
        checkIn.context = Context::Morning;
        for (const auto& [site, score] : scores)
            checkIn.scores[site] = Score::clamped(score);
        if (!fixture.services->checkIns.save(checkIn))
            qFatal("cannot store");
        return checkIn;
    }

    test::PageFixture fixture;
    std::unique_ptr<CheckInPage> page;
};

/// A log file that refuses writing.
class ReadOnlyFile : public ILogFile {
public:
    [[nodiscard]] std::string path() const override { return "read-only.psolog"; }
    [[nodiscard]] bool readOnly() const override { return true; }
    [[nodiscard]] Result<bool> changedElsewhere() override { return false; }
};

/// The fixture's services with another check-in log or file.
Services servicesWith(test::PageFixture& fixture, ICheckInLog& checkIns, ILogFile& file)
{
    const Services& real = *fixture.services;
    return Services{real.clock,    real.ids,    real.athletes, checkIns,         real.selfTests,
                    real.releases, real.trends, real.weekly,   real.experiments, file,
                    real.settings, real.theme,  real.poses,    real.routines,    real.alarm,
                    real.guide,    real.ticker, real.changes,  real.undo,        real.random};
}

/// Presses a button of the question that comes up next; tells whether one came.
class Answer {
public:
    explicit Answer(const char* button)
    {
        QTimer::singleShot(0, qApp, [this, name = QString::fromLatin1(button)] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog == nullptr)
                return;
            asked = true;
            dialog->findChild<QAbstractButton*>(name)->click();
        });
    }

    bool asked = false;
};

}  // namespace

class CheckInPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeSoreSitesTakeSevenActions()
    {
        Bench bench;
        bench.open();
        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        QSignalSpy noticed(bench.page.get(), &Page::noticed);
        bench.clickSite(kLeftHamstring);
        bench.key(Qt::Key_6);
        bench.clickSite(kRightCalf);
        bench.key(Qt::Key_3);
        bench.clickSite(kRightHamstring);
        bench.key(Qt::Key_T);
        bench.save();

        const auto all = bench.all();
        QCOMPARE(all.size(), std::size_t{1});
        SiteScores expected;
        expected[kLeftHamstring] = Score::clamped(6);
        expected[kRightCalf] = Score::clamped(3);
        expected[kRightHamstring] = Score::clamped(10);
        QVERIFY(all[0].scores == expected);
        QVERIFY(all[0].recorded == bench.fixture.services->recordedNow());
        QVERIFY2(all[0].context == Context::Other, "nobody said that there was a run");
        QVERIFY(!all[0].run);
        QVERIFY(all[0].note.empty());
        QCOMPARE(noticed.count(), 1);
        QCOMPARE(noticed[0][1].toBool(), true);
        QCOMPARE(requested.count(), 1);
        QVERIFY(requested[0][0].value<PageId>() == PageId::Today);
        QVERIFY(!bench.page->hasUnsavedEntries());

        bench.fixture.undo.undo();
        QVERIFY(bench.all().empty());
        bench.fixture.undo.redo();
        QCOMPARE(bench.all().size(), std::size_t{1});
    }

    void everythingAroundTheScoresIsSavedToo()
    {
        Bench bench;
        bench.open();
        bench.key(Qt::Key_4);
        bench.click("afterRunButton");
        bench.type("distanceLineEdit", QStringLiteral("8,4 km"));
        bench.type("minutesLineEdit", QStringLiteral("46"));
        bench.child<QWidget>("effortScale")->setFocus();
        bench.key(Qt::Key_6);
        bench.click("hillsButton");
        bench.click("strengthButton");
        bench.click("noteChipButton");
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("never again, N and L are letters here"));
        bench.save();

        const auto all = bench.all();
        QCOMPARE(all.size(), std::size_t{1});
        QVERIFY(all[0].run.has_value());
        QCOMPARE(*all[0].run->distanceMetres, 8400);
        QCOMPARE(*all[0].run->minutes, 46);
        QCOMPARE(all[0].run->effort->value(), 6);
        QVERIFY((all[0].run->features == std::set{RunFeature::Hills, RunFeature::Strength}));
        QCOMPARE(QString::fromStdString(all[0].note), QStringLiteral("never again, N and L are letters here"));
        QCOMPARE(all[0].scores.count(), std::size_t{1});
    }

    void escapeAsksForTodayAndLosesNothing()
    {
        Bench bench;
        bench.open();
        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        bench.key(Qt::Key_4);
        bench.key(Qt::Key_Escape);
        QCOMPARE(requested.count(), 1);
        QVERIFY(requested[0][0].value<PageId>() == PageId::Today);
        Answer stay("leaveStayButton");
        QVERIFY(!bench.page->mayLeave());
        QVERIFY(stay.asked);
        QCOMPARE(bench.map()->scores().count(), std::size_t{1});
    }

    void runFieldsAreShownOnlyAfterARun()
    {
        Bench bench;
        bench.open();
        QVERIFY(!bench.child<QWidget>("distanceLineEdit")->isVisible());
        bench.click("afterRunButton");
        QVERIFY(bench.child<QWidget>("distanceLineEdit")->isVisible());
        bench.click("morningButton");
        QVERIFY(!bench.child<QWidget>("distanceLineEdit")->isVisible());
        QVERIFY(!bench.child<QWidget>("hillsButton")->isVisible());
        bench.clickSite(kLeftHamstring);
        bench.key(Qt::Key_2);
        bench.save();
        QVERIFY(!bench.all().at(0).run);
        QVERIFY(bench.all().at(0).context == Context::Morning);
    }

    void whatWasEnteredOfARunStaysInSightAndIsSaved_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::newRow("a distance") << true;
        QTest::newRow("a feature") << false;
    }
    void whatWasEnteredOfARunStaysInSightAndIsSaved()
    {
        QFETCH(bool, typed);
        Bench bench;
        bench.open();
        bench.click("afterRunButton");
        if (typed)
            bench.type("distanceLineEdit", QStringLiteral("5"));
        else
            bench.click("hillsButton");
        bench.click("morningButton");
        QVERIFY(bench.child<QWidget>("distanceLineEdit")->isVisible());
        QVERIFY(bench.child<QWidget>("hillsButton")->isVisible());
        bench.save();
        QVERIFY(bench.all().at(0).context == Context::Morning);
        QVERIFY(bench.all().at(0).run);
        QCOMPARE(bench.all().at(0).run->distanceMetres.has_value(), typed);
    }

    void aMomentEditedElsewhereStaysInTheZoneOfItsRecord()
    {
        Bench bench;
        CheckIn before = bench.stored(LocalDay(2026, 11, 21), {{kLeftHamstring, 5}});
        using namespace std::chrono_literals;
        before.recorded.at = {UtcTime(LocalDay(2026, 11, 20).days()) + 20h + 30s, 9h, "Asia/Tokyo"};
        QVERIFY(bench.fixture.services->checkIns.save(before).has_value());
        bench.open();
        bench.page->openTopic(QString::fromStdString(before.id.toString()));
        auto* moment = bench.child<QDateTimeEdit>("whenDateTimeEdit");
        QCOMPARE(moment->time(), QTime(5, 0));
        moment->setTime(QTime(3, 30));
        bench.save();

        CheckIn after = before;
        after.recorded.at.utc -= 90min;
        after.recorded.day = LocalDay(2026, 11, 20);
        QVERIFY(bench.all() == std::vector<CheckIn>{after});
    }

    void nothingSoreSetsAllTwelveAndCanBeTakenBack()
    {
        Bench bench;
        bench.open();
        bench.key(Qt::Key_5);
        bench.key(Qt::Key_N);
        QCOMPARE(bench.map()->scores().count(), kSiteCount);
        for (const Site site : allSites())
            QCOMPARE(bench.map()->scores()[site]->value(), 0);
        bench.click("takeBackButton");
        QCOMPARE(bench.map()->scores().count(), std::size_t{1});
        bench.key(Qt::Key_N);
        bench.save();
        QCOMPARE(bench.all().at(0).scores.count(), kSiteCount);
    }

    void asLastTimeCopiesTheLastScoresForChanging()
    {
        Bench bench;
        bench.stored(LocalDay(2026, 11, 20), {{kRightHamstring, 9}});
        bench.stored(LocalDay(2026, 11, 21), {{kLeftHamstring, 5}, {kRightCalf, 3}});
        bench.open();
        QCOMPARE(bench.child<QLabel>("comparisonLabel")->text(), QStringLiteral("yesterday 5"));
        bench.key(Qt::Key_L);
        bench.key(Qt::Key_Right);
        bench.save();
        const CheckIn newest = bench.all().back();
        QCOMPARE(newest.scores.count(), std::size_t{2});
        QCOMPARE(newest.scores[kLeftHamstring]->value(), 6);
        QCOMPARE(newest.scores[kRightCalf]->value(), 3);
    }

    void whatWasSoreLastTimeIsAskedFirst()
    {
        Bench bench;
        bench.stored(LocalDay(2026, 11, 21), {{kLeftHamstring, 1}, {kRightCalf, 7}});
        bench.open();
        QVERIFY(bench.map()->currentSite() == kRightCalf);
        QVERIFY(bench.child<QWidget>("soreLastStrip")->isVisible());
        bench.clickSite(kLeftHamstring);
        bench.click("soreLast_calf-right_Button");
        bench.key(Qt::Key_4);
        QCOMPARE(bench.map()->scores()[kRightCalf]->value(), 4);
        QVERIFY(bench.child<QAbstractButton>("soreLast_calf-right_Button")->isChecked());
    }

    void theScaleRatesTheSiteThatIsChosen()
    {
        Bench bench;
        bench.open();
        bench.clickSite(kRightCalf);
        QCOMPARE(bench.child<QLabel>("siteTitleLabel")->text(), QStringLiteral("Right calf"));
        auto* scale = bench.child<ScoreScale>("scoreScale");
        QTest::mouseClick(scale, Qt::LeftButton, {}, scale->cellRect(Score::clamped(7)).center().toPoint());
        QCOMPARE(bench.map()->scores()[kRightCalf]->value(), 7);
        QVERIFY(bench.child<QLabel>("countLabel")->text().startsWith(QStringLiteral("1 of 12")));
        bench.key(Qt::Key_Delete);
        QCOMPARE(bench.map()->scores().count(), std::size_t{0});
    }

    void badNumbersAreRefusedBesideTheirField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const QString distance = QStringLiteral("distanceLineEdit");
        const QString minutes = QStringLiteral("minutesLineEdit");
        QTest::newRow("minus three km") << distance << QStringLiteral("-3") << QStringLiteral("distanceErrorLabel");
        QTest::newRow("zero km") << distance << QStringLiteral("0") << QStringLiteral("distanceErrorLabel");
        QTest::newRow("301 km") << distance << QStringLiteral("301") << QStringLiteral("distanceErrorLabel");
        QTest::newRow("words") << distance << QStringLiteral("around the lake") << QStringLiteral("distanceErrorLabel");
        QTest::newRow("900 minutes") << minutes << QStringLiteral("900") << QStringLiteral("minutesErrorLabel");
        QTest::newRow("half a minute") << minutes << QStringLiteral("46.5") << QStringLiteral("minutesErrorLabel");
        QTest::newRow("a clock") << minutes << QStringLiteral("46:12") << QStringLiteral("minutesErrorLabel");
    }

    void badNumbersAreRefusedBesideTheirField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, message);
        Bench bench;
        bench.open();
        bench.key(Qt::Key_4);
        bench.click("afterRunButton");
        bench.type(field.toLatin1().constData(), text);
        bench.save();
        QVERIFY(bench.all().empty());
        auto* edit = bench.child<QLineEdit>(field.toLatin1().constData());
        QCOMPARE(edit->text(), text);
        QVERIFY(edit->hasFocus());
        QVERIFY(edit->property("invalid").toBool());
        auto* label = bench.child<QLabel>(message.toLatin1().constData());
        QVERIFY(label->isVisible());
        QVERIFY(!label->text().isEmpty());
        QVERIFY(bench.page->hasUnsavedEntries());

        bench.type(field.toLatin1().constData(), QStringLiteral("12"));
        QVERIFY(!label->isVisible());
        bench.save();
        QCOMPARE(bench.all().size(), std::size_t{1});
    }

    void theFutureIsRefusedAtItsField()
    {
        Bench bench;
        bench.open();
        bench.key(Qt::Key_4);
        auto* when = bench.child<QDateTimeEdit>("whenDateTimeEdit");
        const QDateTime now = when->dateTime();
        when->setDateTime(now.addDays(1));
        bench.save();
        QVERIFY(bench.all().empty());
        QVERIFY(bench.child<QLabel>("momentErrorLabel")->isVisible());
        QCOMPARE(when->dateTime(), now.addDays(1));

        when->setDateTime(QDateTime(QDate(2026, 11, 21), QTime(2, 30), Qt::UTC));
        QVERIFY(!bench.child<QLabel>("momentErrorLabel")->isVisible());
        bench.save();
        const auto all = bench.all();
        QCOMPARE(all.size(), std::size_t{1});
        QVERIFY(all[0].recorded.day == LocalDay(2026, 11, 20));
        QCOMPARE(static_cast<int>(localTimeOfDay(all[0].recorded.at).count()), 150);
    }

    void aNoteOf100000CharactersIsKeptAndRefused()
    {
        Bench bench;
        bench.open();
        bench.key(Qt::Key_4);
        bench.click("noteChipButton");
        auto* note = bench.child<QPlainTextEdit>("noteEdit");
        const QString text(100'000, QLatin1Char('x'));
        note->setPlainText(text);
        bench.save();
        QVERIFY(bench.all().empty());
        QCOMPARE(note->toPlainText(), text);
        QVERIFY(note->isVisible());
        auto* label = bench.child<QLabel>("noteErrorLabel");
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(QStringLiteral("100,000")));
        QCOMPARE(bench.map()->scores().count(), std::size_t{1});
        note->setPlainText(text.left(5'000));
        bench.save();
        QCOMPARE(bench.all().at(0).note.size(), std::size_t{5'000});
    }

    void anEmptyCheckInIsNotSaved()
    {
        Bench bench;
        bench.open();
        bench.save();
        QVERIFY(bench.all().empty());
        QVERIFY(bench.child<QLabel>("failureLabel")->isVisible());
        bench.key(Qt::Key_1);
        QVERIFY(!bench.child<QLabel>("failureLabel")->isVisible());
    }

    void anEditChangesTheRecordAndUndoRestoresIt()
    {
        Bench bench;
        CheckIn before = bench.stored(LocalDay(2026, 11, 21), {{kLeftHamstring, 5}});
        before.context = Context::Morning;
        before.note = "first";
        Run run;
        run.id = bench.fixture.ids.make<RunId>();
        run.recorded = before.recorded;
        run.distanceMetres = 12345;
        before.run = run;
        QVERIFY(bench.fixture.services->checkIns.save(before).has_value());
        bench.open();
        bench.page->openTopic(QString::fromStdString(before.id.toString()));
        QVERIFY(!bench.page->hasUnsavedEntries());
        QCOMPARE(bench.child<QLineEdit>("distanceLineEdit")->text(), QStringLiteral("12.345"));
        QSignalSpy requested(bench.page.get(), &Page::pageRequested);
        bench.clickSite(kRightCalf);
        bench.key(Qt::Key_8);
        bench.save();

        CheckIn after = before;
        after.scores[kRightCalf] = Score::clamped(8);
        QVERIFY(bench.all() == std::vector<CheckIn>{after});
        QVERIFY(requested.at(0)[0].value<PageId>() == PageId::History);
        QCOMPARE(requested.at(0)[1].toString().toStdString(), before.id.toString());
        bench.fixture.undo.undo();
        QVERIFY(bench.all() == std::vector<CheckIn>{before});
        bench.fixture.undo.redo();
        QVERIFY(bench.all() == std::vector<CheckIn>{after});
    }

    void leavingWithUnsavedEntriesAsks()
    {
        Bench bench;
        bench.open();
        QVERIFY(bench.page->mayLeave());
        bench.page->activate();
        bench.key(Qt::Key_7);
        {
            Answer stay("leaveStayButton");
            QVERIFY(!bench.page->mayLeave());
            QVERIFY(stay.asked);
            QVERIFY(bench.page->hasUnsavedEntries());
        }
        {
            Answer save("leaveSaveButton");
            QVERIFY(bench.page->mayLeave());
            QCOMPARE(bench.all().size(), std::size_t{1});
        }
        bench.page->activate();
        bench.key(Qt::Key_8);
        {
            Answer discard("leaveDiscardButton");
            QVERIFY(bench.page->mayLeave());
            QCOMPARE(bench.all().size(), std::size_t{1});
        }
        bench.page->activate();
        QCOMPARE(bench.map()->scores().count(), std::size_t{0});
    }

    void savingABadEntryOnLeavingKeepsThePage()
    {
        Bench bench;
        bench.open();
        bench.click("afterRunButton");
        bench.type("distanceLineEdit", QStringLiteral("-3"));
        Answer save("leaveSaveButton");
        QVERIFY(!bench.page->mayLeave());
        QVERIFY(bench.child<QLabel>("distanceErrorLabel")->isVisible());
        QVERIFY(bench.all().empty());
    }

    void aFullDiskKeepsEveryEntryForAnotherTry()
    {
        Bench bench;
        test::MemoryCheckInLog full;
        full.failNextWrites(1);
        Services services = servicesWith(bench.fixture, full, bench.fixture.services->file);
        bench.page = std::make_unique<CheckInPage>(services);
        bench.page->show();
        bench.page->activateWindow();
        bench.page->activate();
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        bench.key(Qt::Key_7);
        bench.save();
        QVERIFY(bench.child<QLabel>("failureLabel")->text().contains(QStringLiteral("disk is full")));
        QCOMPARE(bench.map()->scores().count(), std::size_t{1});
        QVERIFY(bench.page->hasUnsavedEntries());
        QVERIFY(!bench.fixture.undo.canUndo());
        bench.save();
        QVERIFY(full.latest()->has_value());
        QVERIFY(!bench.page->hasUnsavedEntries());
        full.failNextWrites(1);
        bench.fixture.undo.undo();
        QVERIFY(full.latest()->has_value());
        QVERIFY(!bench.fixture.undo.canUndo());
        bench.page.reset();
    }

    void aReadOnlyLogOffersNoChange()
    {
        Bench bench;
        test::MemoryCheckInLog log;
        ReadOnlyFile file;
        Services services = servicesWith(bench.fixture, log, file);
        bench.page = std::make_unique<CheckInPage>(services);
        bench.page->show();
        bench.page->activate();
        QVERIFY(bench.child<QLabel>("readOnlyLabel")->isVisible());
        QVERIFY(!bench.child<QAbstractButton>("saveButton")->isEnabled());
        QVERIFY(!bench.child<QAbstractButton>("nothingSoreButton")->isEnabled());
        QVERIFY(bench.map()->isReadOnly());
        QVERIFY(bench.page->mayLeave());
        QVERIFY(!bench.page->save());
        QCOMPARE(log.attempts(), 0);
        bench.page.reset();
    }

    void aMissingRecordIsSaid()
    {
        Bench bench;
        bench.open();
        bench.page->openTopic(QStringLiteral("00000000-0000-4000-8000-00000000dead"));
        QVERIFY(bench.child<QLabel>("failureLabel")->isVisible());
        QVERIFY(!bench.page->hasUnsavedEntries());
    }

    void everyFocusableWidgetHasANameAndFits()
    {
        for (const int textSize : {100, 200}) {
            Bench bench(ThemeChoice::Light, textSize);
            bench.open({828, 700});
            const auto widgets = bench.page->findChildren<QWidget*>();
            for (const QWidget* widget : widgets) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                    continue;
                const QAccessibleInterface* spoken =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
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
        const auto shoot = [&](const char* name, ThemeChoice choice, int textSize, QSize size, bool errors) {
            Bench bench(choice, textSize);
            bench.fixture.fillDemo();
            bench.open(size);
            bench.key(Qt::Key_L);
            bench.clickSite(kLeftHamstring);
            bench.key(Qt::Key_6);
            bench.clickSite(Site{Muscle::Psoas, Side::Right});
            bench.key(Qt::Key_Delete);
            bench.clickSite(Site{Muscle::LowerBack, Side::Right});
            bench.key(Qt::Key_Delete);
            bench.clickSite(kLeftHamstring);
            bench.click("afterRunButton");
            bench.type("distanceLineEdit", QStringLiteral("8.4 km"));
            bench.type("minutesLineEdit", QStringLiteral("46"));
            bench.child<ScoreScale>("effortScale")->edit(Score::clamped(6));
            bench.click("hillsButton");
            if (errors) {
                bench.click("noteChipButton");
                QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Windy"));
                bench.type("distanceLineEdit", QStringLiteral("-3"));
                bench.save();
            } else {
                bench.map()->setFocus();
            }
            QApplication::processEvents();
            bench.page->grab().save(QDir(folder).filePath(QString::fromLatin1(name)));
        };
        shoot("checkin-light.png", ThemeChoice::Light, 100, {1084, 800}, false);
        shoot("checkin-dark.png", ThemeChoice::Dark, 100, {1084, 800}, false);
        shoot("checkin-small.png", ThemeChoice::Light, 100, {828, 700}, true);
        shoot("checkin-200.png", ThemeChoice::Light, 200, {1084, 1900}, true);
    }
};

}  // namespace psolog

QTEST_MAIN(psolog::CheckInPageTest)
#include "checkinpage_test.moc"
