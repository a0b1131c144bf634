// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QTest>

#include "gui/body/bodymapwidget.h"
#include "gui/checkin/checkinpage.h"
#include "gui/checkin/morningquestion.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightHamstring{Muscle::Hamstring, Side::Right};
constexpr Site kLeftCalf{Muscle::Calf, Side::Left};
constexpr Site kRightCalf{Muscle::Calf, Side::Right};
constexpr Site kLeftPsoas{Muscle::Psoas, Side::Left};
constexpr Site kRightPsoas{Muscle::Psoas, Side::Right};

/// The morning of Monday 2026-11-23, 7:30, after a Sunday that the test describes.
struct Bench {
    explicit Bench(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize)
    {
        fixture.clock.advance(13h + 30min);
    }

    void checkIn(LocalDay day, std::initializer_list<std::pair<Site, int>> scores, Context context = Context::AfterRun)
    {
        CheckIn made;
        made.id = fixture.ids.make<CheckInId>();
        made.recorded = {fixture.clock.localInstant(day, 7h), day};
        made.context = context;
        for (const auto& [site, score] : scores)
            made.scores[site] = Score::clamped(score);
        QVERIFY(fixture.services->checkIns.save(made));
    }
    void release(LocalDay day)
    {
        ReleaseSession session;
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = {fixture.clock.localInstant(day, 19h), day};
        session.routineId = "daily-five";
        session.routineName = "Daily five";
        session.planned = Seconds(300);
        session.worked = Seconds(300);
        session.outcome = ReleaseOutcome::Completed;
        QVERIFY(fixture.services->releases.save(session));
    }
    void open(QSize size = {1084, 800})
    {
        page = std::make_unique<CheckInPage>(*fixture.services);
        page->resize(size);
        page->show();
        page->activateWindow();
        page->openTopic({});
        page->activate();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    [[nodiscard]] std::vector<Site> asked()
    {
        std::vector<Site> sites;
        const auto found = readFollowUp(*fixture.services);
        if (found)
            for (const FollowUpSite& one : *found)
                sites.push_back(one.site);
        return sites;
    }
    [[nodiscard]] QString question() { return morningQuestion(readFollowUp(*fixture.services).value()); }
    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return page->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] BodyMapWidget* map() const { return child<BodyMapWidget>("bodyMapWidget"); }
    [[nodiscard]] QString strip() const { return child<QWidget>("soreLastStrip")->findChild<QLabel*>()->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(page->focusWidget(), key, modifiers);
    }

    const LocalDay today{2026, 11, 23};
    const LocalDay yesterday{2026, 11, 22};
    PageFixture fixture;
    std::unique_ptr<CheckInPage> page;
};

}  // namespace

class MorningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasSoreYesterdayIsAskedInAFewKeys()
    {
        Bench bench;
        bench.checkIn(bench.yesterday, {{kRightCalf, 4}, {kLeftHamstring, 6}, {kLeftCalf, 1}});
        bench.checkIn(bench.today - 2, {{kLeftPsoas, 9}});
        bench.open();
        QCOMPARE(bench.strip(), QStringLiteral("Sore yesterday. How are these this morning?"));
        QVERIFY(bench.map()->currentSite() == kLeftHamstring);
        QCOMPARE(bench.page->focusWidget(), bench.map());
        QVERIFY(bench.child<QAbstractButton>("morningButton")->isChecked());
        QVERIFY(bench.child<QAbstractButton>("soreLast_calf-right_Button") != nullptr);
        QVERIFY(bench.child<QAbstractButton>("soreLast_calf-left_Button") == nullptr);

        bench.key(Qt::Key_5);
        bench.key(Qt::Key_Tab);
        QVERIFY(bench.map()->currentSite() == kRightCalf);
        bench.key(Qt::Key_2);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        const auto saved = bench.fixture.services->checkIns.between(bench.today, bench.today);
        QVERIFY(saved);
        QCOMPARE(saved->size(), std::size_t{1});
        QVERIFY(saved->front().context == Context::Morning);
        QCOMPARE(saved->front().scores[kLeftHamstring]->value(), 5);
        QCOMPARE(saved->front().scores[kRightCalf]->value(), 2);
        QVERIFY(bench.asked().empty());
    }

    void afterTheLastOfThemTabGoesOnAsEver()
    {
        Bench bench;
        bench.checkIn(bench.yesterday, {{kLeftHamstring, 6}, {kRightCalf, 4}});
        bench.open();
        bench.key(Qt::Key_Tab);
        QVERIFY(bench.map()->currentSite() == kRightCalf);
        bench.key(Qt::Key_Tab);
        QVERIFY(bench.map()->currentSite() != kRightCalf);
        QVERIFY(bench.map()->currentSite() != kLeftHamstring);
        bench.key(Qt::Key_Backtab);
        QVERIFY(bench.map()->currentSite() == kRightCalf);
    }

    void afterAReleaseTheSorerHamstringAndThePsoasAreAskedToo()
    {
        Bench bench;
        bench.checkIn(bench.yesterday - 3, {{kLeftHamstring, 2}, {kRightHamstring, 6}});
        bench.checkIn(bench.yesterday, {{kRightHamstring, 2}});
        bench.release(bench.yesterday);
        QVERIFY(bench.asked() == (std::vector<Site>{kRightHamstring, kLeftPsoas, kRightPsoas}));
        bench.open();
        QCOMPARE(bench.strip(), QStringLiteral("You released yesterday. How are these this morning?"));
        QCOMPARE(bench.child<QAbstractButton>("soreLast_psoas-left_Button")->text(), QStringLiteral("Left psoas"));
    }

    void withoutABaselineBothHamstringsAreAskedAfterARelease()
    {
        Bench bench;
        bench.release(bench.yesterday);
        QVERIFY(bench.asked() == (std::vector<Site>{kLeftHamstring, kRightHamstring, kLeftPsoas, kRightPsoas}));
    }

    void theQuestionNamesWhatItAsks()
    {
        Bench bench;
        QCOMPARE(bench.question(), QString());
        bench.checkIn(bench.yesterday, {{kLeftHamstring, 6}});
        QCOMPARE(bench.question(), QStringLiteral("Yesterday your left hamstring was 6. How is it this morning?"));
        bench.checkIn(bench.yesterday, {{kRightCalf, 4}});
        const QString two = bench.question();
        QVERIFY2(two.startsWith(QStringLiteral("Yesterday: left hamstring 6"))
                     && two.contains(QStringLiteral("right calf 4")),
                 qPrintable(two));
        bench.release(bench.yesterday);
        QVERIFY2(bench.question().contains(QStringLiteral("After the release also: ")), qPrintable(bench.question()));
        QVERIFY(bench.question().contains(QStringLiteral("left psoas")));
    }

    void manyNamesAreCountedInsteadOfListed()
    {
        std::vector<FollowUpSite> sites;
        for (const Site site : allSites())
            sites.push_back({site, Score::clamped(5)});
        const QString question = morningQuestion(sites);
        QVERIFY2(question.contains(QStringLiteral("9 more")), qPrintable(question));
        QVERIFY(!question.contains(QStringLiteral("psoas")));
    }

    void aCheckInThatIsChangedAsksNothingAgain()
    {
        Bench bench;
        bench.checkIn(bench.yesterday, {{kLeftHamstring, 6}});
        bench.open();
        const auto latest = bench.fixture.services->checkIns.latest();
        bench.page->openTopic(QString::fromStdString((*latest)->id.toString()));
        QVERIFY(!bench.child<QWidget>("soreLastStrip")->isVisible());
        bench.page->openTopic({});
        QVERIFY(bench.child<QWidget>("soreLastStrip")->isVisible());
    }

    void theAfternoonAsksAsEver()
    {
        Bench bench;
        bench.checkIn(bench.yesterday, {{kLeftHamstring, 6}});
        bench.fixture.clock.advance(6h);
        bench.open();
        QCOMPARE(bench.strip(), QStringLiteral("How are these today?"));
        QVERIFY(!bench.child<QAbstractButton>("morningButton")->isChecked());
    }

    void pictures()
    {
        const QByteArray folder = qgetenv("PSOLOG_SHOTS");
        if (folder.isEmpty())
            QSKIP("PSOLOG_SHOTS names no folder");
        struct Look {
            const char* name;
            ThemeChoice theme;
            int textSize;
            QSize size;
        };
        for (const Look& look :
             {Look{"light", ThemeChoice::Light, 100, {1084, 800}}, Look{"dark", ThemeChoice::Dark, 100, {1084, 800}},
              Look{"large", ThemeChoice::Light, 200, {1000, 1200}}}) {
            Bench bench(look.theme, look.textSize);
            bench.checkIn(bench.yesterday, {{kLeftHamstring, 6}, {kRightCalf, 4}});
            bench.release(bench.yesterday);
            bench.open(look.size);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            bench.page->grab().save(QStringLiteral("%1/morning-%2.png")
                                        .arg(QString::fromLocal8Bit(folder), QString::fromLatin1(look.name)));
        }
    }
};

QTEST_MAIN(MorningTest)
#include "morning_test.moc"
