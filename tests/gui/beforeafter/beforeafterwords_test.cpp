// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "gui/beforeafter/beforeafterreader.h"
#include "gui/beforeafter/beforeafterwords.h"
#include "gui/beforeafter/changebar.h"
#include "gui/theme/theme.h"

using namespace psolog;

namespace {

SideChange side(double before, double after, Repeats repeats)
{
    const auto value = [](double median) {
        return TestValue{median, static_cast<int>(median), static_cast<int>(median)};
    };
    return {value(before), value(after), after - before, repeats};
}

BeforeAfter pair(const SideChange& left, const SideChange& right)
{
    BeforeAfter tests;
    tests.before = SelfTest{};
    tests.after = SelfTest{};
    tests.left = left;
    tests.right = right;
    return tests;
}

}  // namespace

class BeforeAfterWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_headline_names_only_what_moved_beyond_the_repeats_data()
    {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<QString>("headline");
        QTest::newRow("none") << 0.0 << 0.0 << "No change beyond your repeats";
        QTest::newRow("left up") << 2.0 << 0.0 << "Left glute firmer after the release";
        QTest::newRow("left down") << -1.0 << 0.0 << "Left glute softer after the release";
        QTest::newRow("right up") << 0.0 << 1.0 << "Right glute firmer after the release";
        QTest::newRow("right down") << 0.0 << -1.0 << "Right glute softer after the release";
        QTest::newRow("both up") << 1.0 << 2.0 << "Both glutes firmer after the release";
        QTest::newRow("both down") << -1.0 << -2.0 << "Both glutes softer after the release";
        QTest::newRow("apart") << 1.0 << -1.0 << "Left glute firmer, right glute softer after the release";
        QTest::newRow("apart the other way")
            << -1.0 << 1.0 << "Left glute softer, right glute firmer after the release";
    }

    void the_headline_names_only_what_moved_beyond_the_repeats()
    {
        QFETCH(double, left);
        QFETCH(double, right);
        const auto moved = [](double by) { return side(2, 2 + by, by == 0.0 ? Repeats::Within : Repeats::Beyond); };
        QTEST(BeforeAfterWords::headline(pair(moved(left), moved(right))), "headline");
    }

    void one_lift_each_is_never_called_a_change()
    {
        const BeforeAfter once = pair(side(0, 4, Repeats::Unknown), side(2, 2, Repeats::Unknown));
        QCOMPARE(BeforeAfterWords::headline(once), QStringLiteral("Before the release and after it"));
        QVERIFY(BeforeAfterWords::sides(once).front().contains(QStringLiteral("no spread to compare with")));
        QVERIFY(!BeforeAfterWords::line(once).contains(QStringLiteral("firmer")));
    }

    void the_line_says_what_both_sides_share_once()
    {
        const BeforeAfter same = pair(side(2, 2, Repeats::Within), side(1, 1.5, Repeats::Within));
        QCOMPARE(BeforeAfterWords::line(same),
                 QStringLiteral("Glutes before and after: left 2 → 2, right 1 → 1.5 (no change beyond your repeats)."));
    }

    void nothing_says_because()
    {
        const BeforeAfter tests = pair(side(1, 3, Repeats::Beyond), side(1, 1, Repeats::Within));
        QString all = BeforeAfterWords::headline(tests) + BeforeAfterWords::sides(tests).join(u' ')
            + BeforeAfterWords::line(tests);
        QVERIFY(!all.contains(QStringLiteral("because")));
        QVERIFY(BeforeAfterWords::caveat().contains(QStringLiteral("not because of")));
    }

    void every_reason_not_to_compare_has_words()
    {
        BeforeAfter tests;
        QVERIFY(BeforeAfterWords::missing(tests).isEmpty());
        tests.before = SelfTest{};
        QStringList seen;
        for (const Mismatch mismatch : {Mismatch::Wording, Mismatch::Pillow, Mismatch::Hold, Mismatch::Repeats}) {
            tests.mismatch = mismatch;
            const QString words = BeforeAfterWords::missing(tests);
            QVERIFY(!words.isEmpty() && !seen.contains(words));
            seen << words;
        }
        tests.mismatch.reset();
        tests.brokenOff = true;
        QVERIFY(BeforeAfterWords::missing(tests).contains(QStringLiteral("not finished")));
    }

    void a_topic_brings_the_test_back()
    {
        const SelfTestId id("0f8fad5b-d9cb-469f-a165-70867728950e");
        QCOMPARE(retestOf(retestTopic(id)), std::optional(id));
        QVERIFY(!retestOf(QStringLiteral("glute-activation")));
    }

    void the_bar_is_told_to_those_who_do_not_see_it()
    {
        Theme theme(ThemeChoice::Light, 100);
        ChangeBar bar(theme);
        SideChange change = side(1, 3, Repeats::Beyond);
        change.before->max = 2;
        bar.setChange(QStringLiteral("Left"), change, Role::SeriesLeft);
        QCOMPARE(bar.accessibleName(), QStringLiteral("Left"));
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("before 1 (1 to 2), after 3"));
        bar.resize(bar.minimumSizeHint());
        QVERIFY(!bar.grab().isNull());
    }
};

QTEST_MAIN(BeforeAfterWordsTest)
#include "beforeafterwords_test.moc"
