// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

#include "analysis/weekly.h"
#include "gui/today/todaypage.h"
#include "gui/weekly/weeklypage.h"
#include "support/pagefixture.h"
#include "support/saidwords.h"

using namespace psolog;
using namespace psolog::test;

Q_DECLARE_METATYPE(psolog::PageId)

namespace {

class FailingWeekly : public IWeeklyLog {
public:
    explicit FailingWeekly(IWeeklyLog& real) : m_real(real) { }
    Result<void> save(const WeeklyCheckIn& record) override
    {
        return failWith ? Result<void>(tl::unexpected(*failWith)) : m_real.save(record);
    }
    Result<void> remove(const WeeklyCheckInId& id) override { return m_real.remove(id); }
    Result<void> restore(const WeeklyCheckInId& id) override { return m_real.restore(id); }
    Result<std::optional<WeeklyCheckIn>> find(const WeeklyCheckInId& id) override { return m_real.find(id); }
    Result<std::vector<WeeklyCheckIn>> between(LocalDay first, LocalDay last) override
    {
        return m_real.between(first, last);
    }
    Result<std::optional<WeeklyCheckIn>> latest() override { return m_real.latest(); }

    std::optional<Error> failWith;

private:
    IWeeklyLog& m_real;
};

/// A log file that refuses writing.
class ReadOnlyFile : public ILogFile {
public:
    [[nodiscard]] std::string path() const override { return "read-only.psolog"; }
    [[nodiscard]] bool readOnly() const override { return true; }
    [[nodiscard]] Result<bool> changedElsewhere() override { return false; }
};

Services with(Services& real, IWeeklyLog& weekly, ILogFile& file)
{
    return Services{real.clock,    real.ids,    real.athletes, real.checkIns,    real.selfTests,
                    real.releases, real.trends, weekly,        real.experiments, file,
                    real.settings, real.theme,  real.poses,    real.routines,    real.alarm,
                    real.guide,    real.ticker, real.changes,  real.undo,        real.random};
}

}  // namespace

class WeeklyPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<psolog::PageId>(); }

    void fourDigitsAndReturnAreAWholeCheckIn()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        keys(page, "3234");
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("saveWeeklyButton"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        const WeeklyCheckIn stored = latest(fixture);
        QCOMPARE(stored.version, WeeklyVersion::OstrcH2);
        QCOMPARE(stored.scores, (std::array<std::optional<int>, 4>{17, 8, 17, 25}));
        QCOMPARE(stored.recorded, fixture.services->recordedNow());
        QCOMPARE(text(page, "severityLabel"), QStringLiteral("Severity 67 of 100"));
        QCOMPARE(text(page, "substantialBadge"), QStringLiteral("Substantial"));
        QVERIFY(text(page, "substantialLabel").contains(QStringLiteral("This one does.")));
        QSignalSpy requests(&page, &Page::pageRequested);
        QTest::keyClick(page.focusWidget(), Qt::Key_Space);
        QCOMPARE(requests.takeFirst().first().value<PageId>(), PageId::Today);
    }

    void oneKeySaysThatNothingLimitedMe()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        QTest::keyClick(page.focusWidget(), Qt::Key_N);
        QCOMPARE(latest(fixture).scores, (std::array<std::optional<int>, 4>{0, 0, 0, 0}));
        QCOMPARE(text(page, "severityLabel"), QStringLiteral("Severity 0 of 100"));
        QVERIFY(text(page, "substantialLabel").isEmpty());
    }

    void theFirstAnswerCanEndIt_data()
    {
        QTest::addColumn<char>("key");
        QTest::addColumn<int>("severity");
        QTest::newRow("everything, no problem") << '1' << 0;
        QTest::newRow("nothing at all") << '4' << 100;
    }

    void theFirstAnswerCanEndIt()
    {
        QFETCH(char, key);
        QFETCH(int, severity);
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        QTest::keyClick(page.focusWidget(), key);
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("saveWeeklyButton"));
        QVERIFY(text(page, "question2NumberLabel").contains(QStringLiteral("because")));
        QTest::keyClick(page.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(weeklySeverity(latest(fixture)), std::optional(severity));
    }

    void answersComeBackWhenTheFirstOneChanges()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        keys(page, "23");
        QTest::mouseClick(button(page, "answer11Button"), Qt::LeftButton);
        QVERIFY(!button(page, "answer23Button")->isEnabled());
        QTest::mouseClick(button(page, "answer13Button"), Qt::LeftButton);
        QVERIFY(button(page, "answer23Button")->isEnabled());
        QVERIFY(button(page, "answer23Button")->isChecked());
        QVERIFY(!button(page, "answer31Button")->isChecked());
        QCOMPARE(text(page, "countLabel"), QStringLiteral("2 of 4 answered. Press 1 to 4, or click."));
        QVERIFY(!button(page, "saveWeeklyButton")->isEnabled());
    }

    void theMouseAloneIsEnough()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        for (const char* answer :
             {"answer12Button", "answer21Button", "answer31Button", "answer42Button", "saveWeeklyButton"})
            QTest::mouseClick(button(page, answer), Qt::LeftButton);
        QCOMPARE(weeklySeverity(latest(fixture)), std::optional(16));
        QCOMPARE(text(page, "substantialBadge"), QStringLiteral("Not substantial"));
    }

    void undoTakesItBackAndAsksAgain()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        QSignalSpy notices(&page, &Page::noticed);
        QTest::keyClick(page.focusWidget(), Qt::Key_N);
        QCOMPARE(notices.takeFirst().at(1).toBool(), true);
        fixture.undo.undo();
        QVERIFY(!fixture.services->weekly.latest().value());
        QVERIFY(button(page, "answer11Button")->isVisibleTo(&page));
        QCOMPARE(text(page, "countLabel"), QStringLiteral("0 of 4 answered. Press 1 to 4, or click."));
        fixture.undo.redo();
        QVERIFY(fixture.services->weekly.latest().value());
    }

    void aResultIsSetAgainstTheTimeBeforeAndCanBeChanged()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        keys(page, "2222");
        page.save();
        fixture.clock.advance(std::chrono::hours(24 * 7));
        page.openTopic({});
        page.activate();
        QVERIFY(text(page, "lastWeeklyLabel").contains(QStringLiteral("severity 32")));
        keys(page, "2122");
        page.save();
        QVERIFY(text(page, "comparisonLabel").contains(QStringLiteral("it was 32")));
        QTest::mouseClick(button(page, "weeklyChangeButton"), Qt::LeftButton);
        QVERIFY(button(page, "answer12Button")->isChecked());
        QTest::mouseClick(button(page, "answer24Button"), Qt::LeftButton);
        page.save();
        const LocalDay today = fixture.services->today();
        const auto all = fixture.services->weekly.between(today - 30, today).value();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(weeklySeverity(all.back()), std::optional(49));
    }

    void ofAnotherEditionOnlyTheNoteChanges()
    {
        PageFixture fixture;
        WeeklyCheckIn record;
        record.id = fixture.ids.make<WeeklyCheckInId>();
        record.recorded = fixture.services->recordedNow();
        record.version = WeeklyVersion::Ostrc2013;
        record.scores = {8, 13, 19, 17};
        QVERIFY(fixture.services->weekly.save(record));
        WeeklyPage page(*fixture.services);
        open(page);
        page.openTopic(QString::fromStdString(record.id.toString()));
        page.activate();
        QVERIFY(text(page, "otherVersionLabel").contains(QStringLiteral("only its note")));
        QVERIFY(!button(page, "answer11Button")->isVisibleTo(&page));
        QCOMPARE(page.focusWidget()->objectName(), QStringLiteral("noteLineEdit"));
        QTest::keyClicks(page.focusWidget(), QStringLiteral("Week 1"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        record.note = "Week 1";
        QCOMPARE(latest(fixture), record);
        // The next one is asked as always.
        page.openTopic({});
        page.activate();
        QVERIFY(button(page, "answer11Button")->isVisibleTo(&page));
        QVERIFY(text(page, "otherVersionLabel").isEmpty());
    }

    void nothingCanBeAnsweredInALogThatCanOnlyBeRead()
    {
        PageFixture fixture;
        ReadOnlyFile file;
        Services services = with(*fixture.services, fixture.services->weekly, file);
        WeeklyPage page(services);
        open(page);
        QVERIFY(!button(page, "answer11Button")->isEnabled());
        QTest::keyClick(&page, Qt::Key_1);
        QVERIFY(!page.hasUnsavedAnswers());
    }

    void anErrorKeepsWhatWasAnswered()
    {
        PageFixture fixture;
        FailingWeekly weekly(fixture.services->weekly);
        weekly.failWith = Error{ErrorCode::DiskFull, {}};
        Services services = with(*fixture.services, weekly, fixture.services->file);
        WeeklyPage page(services);
        open(page);
        keys(page, "2343");
        page.findChild<QLineEdit*>(QStringLiteral("noteLineEdit"))->setText(QStringLiteral("Hilly week"));
        QVERIFY(!page.save());
        QVERIFY(text(page, "failureLabel").contains(QStringLiteral("disk is full")));
        QVERIFY(button(page, "answer23Button")->isChecked());
        weekly.failWith.reset();
        QVERIFY(page.save());
        QCOMPARE(latest(fixture).note, std::string("Hilly week"));
        QCOMPARE(latest(fixture).scores, (std::array<std::optional<int>, 4>{8, 17, 25, 17}));
    }

    void leavingAsksWhatToDoWithAnswers()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        QVERIFY(page.mayLeave());
        page.activate();
        keys(page, "2");
        answerDialog("leaveStayButton");
        QVERIFY(!page.mayLeave());
        QVERIFY(page.hasUnsavedAnswers());
        keys(page, "222");
        answerDialog("leaveSaveButton");
        QVERIFY(page.mayLeave());
        QCOMPARE(weeklySeverity(latest(fixture)), std::optional(32));
    }

    void todayOffersItOnlyToWhoWantsItAndOnlyWhenDue()
    {
        PageFixture fixture;
        fixture.fillDemo();
        // The demonstration answers once a week.
        fixture.clock.advance(std::chrono::hours(24 * 7));
        TodayPage today(*fixture.services);
        today.resize(1084, 800);
        today.show();
        today.activate();
        auto* offer = today.findChild<QWidget*>(QStringLiteral("weeklyOffer"));
        const QString heading = text(today, "nextHeadingLabel");
        QVERIFY(!offer->isVisibleTo(&today));
        WeeklyPage page(*fixture.services);
        open(page);
        QTest::mouseClick(page.findChild<QCheckBox*>(QStringLiteral("askWeeklyCheckBox")), Qt::LeftButton, {},
                          QPoint(10, 10));
        QVERIFY(fixture.settings.current().weeklyCheckIn);
        today.activate();
        QVERIFY(offer->isVisibleTo(&today));
        // The day's own step stays where it was.
        QCOMPARE(text(today, "nextHeadingLabel"), heading);
        QSignalSpy requests(&today, &Page::pageRequested);
        today.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&today));
        QTest::keyClick(&today, Qt::Key_W);
        QCOMPARE(requests.takeFirst().first().value<PageId>(), PageId::Weekly);
        QTest::mouseClick(button(today, "weeklyLaterButton"), Qt::LeftButton);
        QVERIFY(!offer->isVisibleTo(&today));
        fixture.clock.advance(std::chrono::hours(24));
        today.activate();
        QVERIFY(offer->isVisibleTo(&today));
        page.answerNoLimit();
        today.activate();
        QVERIFY(!offer->isVisibleTo(&today));
        fixture.clock.advance(std::chrono::hours(24 * 7));
        today.activate();
        QVERIFY(offer->isVisibleTo(&today));
    }

    void noTextClaimsACauseADiagnosisOrAPromise()
    {
        PageFixture fixture;
        WeeklyPage page(*fixture.services);
        open(page);
        for (const char* answers : {"1", "2222", "2324", "4"}) {
            page.openTopic({});
            page.activate();
            keys(page, answers);
            QVERIFY(page.save());
            for (const QString& text : everyText(page))
                QVERIFY2(forbiddenWord(text).isEmpty(), qPrintable(text));
            fixture.clock.advance(std::chrono::hours(24 * 7));
        }
    }

    void largeTextFitsWithoutScrollingSideways()
    {
        for (const QSize size : {QSize(1084, 800), QSize(828, 700)}) {
            PageFixture fixture(ThemeChoice::Light, 200);
            WeeklyPage page(*fixture.services);
            page.resize(size);
            page.show();
            page.activate();
            QTest::qWait(20);
            const auto* area = page.findChild<QScrollArea*>();
            QVERIFY(area->widget()->minimumSizeHint().width() <= area->viewport()->width());
            for (const auto* control : page.findChildren<QAbstractButton*>())
                if (control->isVisibleTo(&page))
                    QVERIFY2(control->height() >= 24, qPrintable(control->objectName()));
        }
    }

private:
    static void open(WeeklyPage& page)
    {
        page.resize(1084, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.activate();
    }

    static void keys(QWidget& page, const char* digits)
    {
        for (const char* digit = digits; *digit != '\0'; ++digit)
            QTest::keyClick(page.focusWidget(), *digit);
    }

    static QString text(const QWidget& page, const char* name)
    {
        const auto* label = page.findChild<QLabel*>(QString::fromLatin1(name));
        return label != nullptr && label->isVisibleTo(&page) ? label->text() : QString();
    }

    static QAbstractButton* button(const QWidget& page, const char* name)
    {
        return page.findChild<QAbstractButton*>(QString::fromLatin1(name));
    }

    static WeeklyCheckIn latest(PageFixture& fixture)
    {
        return fixture.services->weekly.latest().value().value_or(WeeklyCheckIn{});
    }

    static void answerDialog(const char* name)
    {
        QTimer::singleShot(0, [name] {
            auto* dialog = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            auto* choice = dialog->findChild<QAbstractButton*>(QString::fromLatin1(name));
            QVERIFY(choice != nullptr);
            choice->click();
        });
    }
};

QTEST_MAIN(WeeklyPageTest)
#include "weeklypage_test.moc"
