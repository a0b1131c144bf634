// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "gui/checkin/checkinbasis.h"
#include "gui/checkin/numberentry.h"
#include "gui/theme/theme.h"
#include "gui/widgets/scorescale.h"

namespace psolog {

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightCalf{Muscle::Calf, Side::Right};

CheckIn checkInAt(LocalDay day, int hour, const char* id)
{
    CheckIn checkIn;
    checkIn.id = CheckInId(id);
    checkIn.recorded = {Instant{UtcTime(day.days()) + std::chrono::hours(hour), std::chrono::minutes(0), "UTC"}, day};
    return checkIn;
}

}  // namespace

class CheckInPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("malformed");
        QTest::addColumn<double>("value");
        constexpr double none = -1e9;
        QTest::newRow("point") << QStringLiteral("8.4") << false << 8.4;
        QTest::newRow("comma") << QStringLiteral("8,4") << false << 8.4;
        QTest::newRow("unit") << QStringLiteral(" 8.4 KM ") << false << 8.4;
        QTest::newRow("negative") << QStringLiteral("-3") << false << -3.0;
        QTest::newRow("minus sign") << QStringLiteral("\u22123 km") << false << -3.0;
        QTest::newRow("empty") << QStringLiteral("  ") << false << none;
        QTest::newRow("words") << QStringLiteral("far") << true << none;
        QTest::newRow("unit alone") << QStringLiteral("km") << true << none;
        QTest::newRow("exponent") << QStringLiteral("1e3") << true << none;
        QTest::newRow("not a number") << QStringLiteral("nan") << true << none;
        QTest::newRow("two marks") << QStringLiteral("1,234.5") << true << none;
        QTest::newRow("clock") << QStringLiteral("46:12") << true << none;
    }

    void numbersAreReadAsPeopleTypeThem()
    {
        QFETCH(QString, text);
        QFETCH(bool, malformed);
        QFETCH(double, value);
        const NumberEntry entry = parseNumber(text, QStringLiteral("km"));
        QCOMPARE(entry.malformed, malformed);
        QCOMPARE(entry.value.value_or(-1e9), value);
    }

    void hugeDistancesDoNotWrapAround()
    {
        QCOMPARE(*metresFromKilometres(8.4), 8400);
        QVERIFY(*metresFromKilometres(999'999'999.0) > 300'000);
        QVERIFY(*metresFromKilometres(-999'999'999.0) < 0);
    }

    void aDistanceIsShownAsTheLocaleWritesIt()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(kilometresText(8400), QStringLiteral("8,4"));
        QCOMPARE(kilometresText(10000), QStringLiteral("10"));
        QCOMPARE(kilometresText(21097), QStringLiteral("21,097"));
        QLocale::setDefault(before);
    }

    void theBasisComparesWithTheNewestEarlierScoreOfEachSite()
    {
        CheckIn older = checkInAt(LocalDay(2026, 11, 20), 8, "a");
        older.scores[kLeftHamstring] = Score::clamped(7);
        older.scores[kRightCalf] = Score::clamped(4);
        CheckIn newer = checkInAt(LocalDay(2026, 11, 21), 8, "b");
        newer.scores[kLeftHamstring] = Score::clamped(2);
        CheckIn later = checkInAt(LocalDay(2026, 11, 23), 8, "c");
        later.scores[kLeftHamstring] = Score::clamped(9);
        const Instant moment = checkInAt(LocalDay(2026, 11, 22), 8, "d").recorded.at;

        const CheckInBasis basis = basisFor({older, later, newer}, CheckInId("d"), moment);
        QVERIFY(basis.last.has_value());
        QCOMPARE(QString::fromStdString(basis.last->id.toString()), QStringLiteral("b"));
        QCOMPARE(basis.earlier[indexOf(kLeftHamstring)]->score.value(), 2);
        QCOMPARE(basis.earlier[indexOf(kRightCalf)]->score.value(), 4);
        QVERIFY(!basis.earlier[indexOf(Site{Muscle::Glute, Side::Left})]);
        QVERIFY(basis.soreLast.empty());

        const CheckInBasis beforeNewer = basisFor({older, later, newer}, CheckInId("b"), newer.recorded.at);
        QCOMPARE(beforeNewer.soreLast.size(), std::size_t{2});
        QVERIFY(beforeNewer.soreLast.front() == kLeftHamstring);
    }

    void theContextFollowsTheTimeOfDayAndWhatWasLoggedToday()
    {
        const LocalDay day(2026, 11, 22);
        const CheckIn early = checkInAt(day, 7, "a");
        const CheckIn evening = checkInAt(day, 18, "b");
        QVERIFY(likelyContext({}, early.recorded) == Context::Morning);
        QVERIFY(likelyContext({}, evening.recorded) == Context::Other);
        CheckIn morning = early;
        morning.context = Context::Morning;
        QVERIFY(likelyContext({morning}, early.recorded) == Context::Other);
        QVERIFY(likelyContext({morning}, evening.recorded) == Context::Other);
    }

    void theScaleTakesClicksKeysAndSpeaksItsValue()
    {
        Theme theme(ThemeChoice::Light, 100);
        ScoreScale scale(theme);
        scale.setAccessibleName(QStringLiteral("Left hamstring"));
        scale.resize(400, 60);
        scale.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scale));
        QSignalSpy edited(&scale, &ScoreScale::edited);
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&scale);
        QVERIFY(spoken != nullptr);
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("not asked"));

        QTest::mouseClick(&scale, Qt::LeftButton, {}, scale.cellRect(Score::clamped(6)).center().toPoint());
        QCOMPARE(scale.value()->value(), 6);
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("6 of 10"));
        QTest::keyClick(&scale, Qt::Key_Right);
        QCOMPARE(scale.value()->value(), 7);
        QTest::keyClick(&scale, Qt::Key_T);
        QTest::keyClick(&scale, Qt::Key_Right);
        QCOMPARE(scale.value()->value(), 10);
        QTest::keyClick(&scale, Qt::Key_Delete);
        QVERIFY(!scale.value());
        QTest::keyClick(&scale, Qt::Key_Left);
        QCOMPARE(scale.value()->value(), 0);
        QTest::mouseClick(&scale, Qt::LeftButton, {}, scale.cellRect(std::nullopt).center().toPoint());
        QVERIFY(!scale.value());
        QCOMPARE(edited.count(), 6);
        for (int score = Score::kMin; score <= Score::kMax; ++score)
            QVERIFY(scale.cellRect(Score::clamped(score)).width() >= 24);
        spoken->valueInterface()->setCurrentValue(3);
        QCOMPARE(scale.value()->value(), 3);
    }

    void aDisabledScaleCannotBeChanged()
    {
        Theme theme(ThemeChoice::Light, 100);
        ScoreScale scale(theme);
        scale.setEnabled(false);
        scale.resize(400, 60);
        scale.show();
        QTest::mouseClick(&scale, Qt::LeftButton, {}, scale.cellRect(Score::clamped(6)).center().toPoint());
        QAccessible::queryAccessibleInterface(&scale)->valueInterface()->setCurrentValue(3);
        QVERIFY(!scale.value());
    }
};

}  // namespace psolog

QTEST_MAIN(psolog::CheckInPartsTest)
#include "checkinparts_test.moc"
