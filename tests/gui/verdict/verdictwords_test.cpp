// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "gui/verdict/outcomewords.h"
#include "gui/verdict/verdictterms.h"
#include "gui/verdict/verdictwords.h"
#include "support/pagefixture.h"
#include "support/saidwords.h"

using namespace psolog;

namespace {

/// Judges a level before and a level since; every value counts for one day.
Verdict judged(const std::vector<double>& before, const std::vector<double>& since, VerdictFacts facts = {})
{
    std::vector<double> daysBefore;
    std::vector<double> daysSince;
    double day = 20'000;
    for (std::size_t i = 0; i < before.size(); ++i)
        daysBefore.push_back(day++);
    for (std::size_t i = 0; i < since.size(); ++i)
        daysSince.push_back(day++);
    facts.baseline = {daysBefore, before};
    facts.release = {daysSince, since};
    return judge(facts);
}

/// Values around a level.
std::vector<double> around(double level, int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(std::clamp(level + (i % 3) - 1, 0.0, 10.0));
    return values;
}

VerdictSubject released()
{
    return {{Muscle::Hamstring, Side::Left}, true, std::nullopt};
}

/// Everything a reader could see.
QStringList everyText(const Verdict& verdict, const VerdictSubject& subject)
{
    const VerdictWords words = verdictWords(verdict, subject);
    QStringList texts{words.badge, words.finding, words.title, words.text, words.foot, words.brief};
    texts += words.cautions;
    for (const VerdictFigure& figure : words.figures)
        texts << figure.value << figure.caption;
    for (const VerdictTerm& term : verdictTerms(verdict, subject))
        texts << term.name << term.value << term.text;
    return texts;
}

std::vector<Verdict> everyVerdict()
{
    VerdictFacts doubtful;
    doubtful.missingBefore = 9;
    doubtful.missingSince = 1;
    doubtful.weeklyLoadBefore = 100;
    doubtful.weeklyLoadSince = 200;
    return {judged({}, {}),
            judged({4}, {}),
            judged({}, {4}),
            judged({4}, {5}),
            judged(around(6, 6), around(3, 30)),
            judged(around(6, 14), around(3, 6)),
            judged(around(6, 14), {}),
            judged(around(6, 14), around(2, 20)),
            judged(around(3, 14), around(7, 20)),
            judged(around(6, 14), around(5, 20)),
            judged(around(5, 14), around(6, 9)),
            judged(around(6, 14), around(6, 20)),
            judged(std::vector<double>(20, 0), std::vector<double>(20, 0)),
            judged(std::vector<double>(20, 10), std::vector<double>(20, 10)),
            judged({9, 9, 8, 8, 7, 7, 6, 5, 5, 4}, around(1, 12), doubtful)};
}

}  // namespace

class VerdictWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<test::PageFixture>(); }
    void cleanupTestCase() { m_fixture.reset(); }

    void betterSaysHowMuchAndThatItProvesNothing()
    {
        const VerdictWords words = verdictWords(judged(around(6, 14), around(3, 20)), released());
        QCOMPARE(words.badge, QStringLiteral("Better"));
        QCOMPARE(QByteArray(words.tone), QByteArray("good"));
        QCOMPARE(words.title, QStringLiteral("Three points less sore than in your baseline"));
        QCOMPARE(words.finding, QStringLiteral("Left hamstring: 6 before, 3 since you started"));
        QVERIFY(words.text.contains(QStringLiteral("not proven to be because of it")));
        QVERIFY(words.text.contains(QStringLiteral("natural recovery")));
        QCOMPARE(words.figures.size(), 4U);
        QCOMPARE(words.figures[0].value, QStringLiteral("−3"));
        QCOMPARE(words.figures[1].value, QStringLiteral("−50\u00a0%"));
    }

    void worseIsSaidAsPlainly()
    {
        const VerdictWords words = verdictWords(judged(around(3, 14), around(6, 20)), released());
        QCOMPARE(words.badge, QStringLiteral("Worse"));
        QCOMPARE(words.title, QStringLiteral("Three points sorer than in your baseline"));
        QVERIFY(words.text.contains(QStringLiteral("not proven")));
        QVERIFY(!words.text.contains(QStringLiteral("recovery")));
    }

    void noClearChangeSaysWhatItLacks()
    {
        const VerdictWords small = verdictWords(judged(around(6, 14), around(5, 20)), released());
        QCOMPARE(small.badge, QStringLiteral("No clear change"));
        QVERIFY2(small.text.contains(QStringLiteral("from 2 points and 30\u00a0% on")), qPrintable(small.text));
        QVERIFY2(small.text.contains(QStringLiteral("−1 points and −17\u00a0%")), qPrintable(small.text));
        const VerdictWords soon = verdictWords(judged(around(6, 14), around(5, 13)), released());
        QCOMPARE(soon.badge, QStringLiteral("No clear change yet"));
        QVERIFY2(soon.text.contains(QStringLiteral("13 of 14 days in; 1 more day will tell more")),
                 qPrintable(soon.text));
    }

    void tooLittleDataSaysWhichDaysAndWhatToDo()
    {
        const VerdictWords since = verdictWords(judged(around(6, 14), around(3, 6)), released());
        QCOMPARE(since.badge, QStringLiteral("Too little data"));
        QCOMPARE(since.title, QStringLiteral("Cannot tell yet: 1 more day since the release is needed"));
        QVERIFY(since.text.contains(QStringLiteral("Check in")));
        QCOMPARE(since.figures[1].value, QStringLiteral("6 of 7"));
        const VerdictWords before = verdictWords(judged(around(6, 4), around(3, 30)), released());
        QCOMPARE(before.title, QStringLiteral("Cannot tell: 3 more days before the release were needed"));
        QCOMPARE(before.figures[0].value, QStringLiteral("4 of 7"));
        QVERIFY(before.text.contains(QStringLiteral("cannot be made up for")));
    }

    void beforeTheFirstReleaseTheBaselineGrows()
    {
        VerdictSubject subject = released();
        subject.released = false;
        const VerdictWords few = verdictWords(judged(around(5, 4), {}), subject);
        QCOMPARE(few.badge, QStringLiteral("Baseline"));
        QCOMPARE(few.title, QStringLiteral("4 of 7 baseline days logged"));
        QVERIFY(few.text.startsWith(QStringLiteral("3 more days")));
        QCOMPARE(verdictWords(judged(around(5, 9), {}), subject).title,
                 QStringLiteral("Your baseline is ready: 9 days"));
    }

    void cautionsAreNamed()
    {
        const Verdict verdict = everyVerdict().back();
        QCOMPARE(verdict.cautions.size(), 4U);
        VerdictSubject subject = released();
        subject.loads = WeeklyLoads{LoadUnit::Minutes, 100, 200};
        const VerdictWords words = verdictWords(verdict, subject);
        QCOMPARE(words.cautions.size(), 4);
        const QString all = words.cautions.join(QLatin1Char(' '));
        for (const char* part : {"may already have been falling before the release", "began in a bad spell",
                                 "10 days are missing", "minutes a week: 100 before, 200 since"})
            QVERIFY2(all.contains(QString::fromLatin1(part)), qPrintable(all));
        QVERIFY(!words.text.contains(QStringLiteral("stayed about the same")));
    }

    void noTextClaimsACauseADiagnosisOrAPromise()
    {
        for (const Verdict& verdict : everyVerdict())
            for (const bool isReleased : {true, false}) {
                VerdictSubject subject = released();
                subject.released = isReleased;
                for (const auto& unit : {LoadUnit::SessionLoad, LoadUnit::Minutes, LoadUnit::Metres, LoadUnit::Runs}) {
                    subject.loads = WeeklyLoads{unit, 100, 200};
                    for (const QString& text : everyText(verdict, subject))
                        QVERIFY2(test::forbiddenWord(text).isEmpty(), qPrintable(text));
                }
                const VerdictWords words = verdictWords(verdict, subject);
                QVERIFY(!words.badge.isEmpty() && !words.finding.isEmpty() && !words.title.isEmpty());
                QVERIFY(!words.text.isEmpty() && !words.brief.isEmpty());
                QVERIFY(words.figures.size() <= 4);
            }
    }

    void everyTermIsExplained()
    {
        const auto terms = verdictTerms(judged(around(6, 14), around(3, 20)), released());
        QStringList names;
        for (const VerdictTerm& term : terms) {
            names << term.name;
            QVERIFY2(term.text.size() > 40, qPrintable(term.name));
        }
        for (const char* name :
             {"Primary outcome", "Rule for better", "Medians", "Difference", "Slope (Theil–Sen)", "NAP", "p",
              "Lag-1 autocorrelation", "Days missing", "Tau-U, A against B minus trend A", "Baseline-corrected Tau"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), name);
    }

    void numbersAreShortAndSigned()
    {
        QCOMPARE(signedWords(-0.04), QStringLiteral("0"));
        QCOMPARE(signedWords(1.55), QStringLiteral("+1.6"));
        QCOMPARE(intervalWords({-3.96, 0.02}), QStringLiteral("−4 to 0"));
        QCOMPARE(shareWords(0.914), QStringLiteral("0.91"));
        QCOMPARE(shareWords(-0.2), QStringLiteral("−0.20"));
        QCOMPARE(shareWords(1), QStringLiteral("1"));
        QCOMPARE(pWords(0.0004), QStringLiteral("p < 0.001"));
        QCOMPARE(pWords(0.0312), QStringLiteral("p = 0.031"));
        const SlopeWords slow = slopeWords({-0.005, 5, {-0.01, 0}});
        QCOMPARE(slow.slope, QStringLiteral("−0.04"));
        QCOMPARE(slow.interval, QStringLiteral("−0.07 to 0"));
    }

    void signsAreSeenNotSeenOrUnknown()
    {
        SignFinding sign{Sign::GlutesSorer, Side::Left, SignState::Seen, 2, 4, 4, 12};
        QCOMPARE(signStateWords(sign), QStringLiteral("seen, days 4–12"));
        QCOMPARE(signChip(sign), QStringLiteral("Glutes sorer: seen"));
        sign.lastDay = 4;
        QCOMPARE(signStateWords(sign), QStringLiteral("seen, day 4"));
        sign.state = SignState::NotSeen;
        QCOMPARE(signStateWords(sign), QStringLiteral("not seen"));
        sign.state = SignState::TooEarly;
        QCOMPARE(signStateWords(sign), QStringLiteral("too early"));
        sign.state = SignState::Unknown;
        QCOMPARE(signStateWords(sign), QStringLiteral("too few days"));
        const SignFinding activation{Sign::ActivationUp, Side::Right, SignState::Seen, 2, 3, 5, 5};
        QCOMPARE(signStateWords(activation), QStringLiteral("seen, right 2 → 3"));
    }

private:
    std::unique_ptr<test::PageFixture> m_fixture;
};

QTEST_MAIN(VerdictWordsTest)
#include "verdictwords_test.moc"
