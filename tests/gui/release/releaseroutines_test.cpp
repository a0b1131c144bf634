// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTranslator>
#include <QtTest>

#include "gui/release/releaseoverview.h"
#include "releaserig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

/// Knows one text.
class OneText : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char* /*disambiguation*/,
                                    int /*n*/) const override
    {
        const bool known = qstrcmp(context, "psolog::Routine") == 0 && qstrcmp(source, "Daily five minutes") == 0;
        return known ? QStringLiteral("Fünf Minuten am Tag") : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

}  // namespace

/// The choice of a routine on the release page.
class ReleaseRoutinesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReleaseRig> m_rig;

    QComboBox* combo() const { return m_rig->child<QComboBox>("routineComboBox"); }
    const std::string& remembered() const { return m_rig->fixture.settings.current().routine; }
    std::string chosen() const { return m_rig->child<ReleaseOverview>("releaseOverview")->routine().id; }
    void take(const char* id) const
    {
        combo()->setCurrentIndex(combo()->findData(QString::fromLatin1(id)));
        Q_EMIT combo()->activated(combo()->currentIndex());
    }
    /// A glute test of today with these ratings, two a side.
    void test(Contraction left, Contraction right) const
    {
        SelfTest made;
        made.id = m_rig->fixture.ids.make<SelfTestId>();
        made.recorded = m_rig->services->recordedNow();
        made.kind = SelfTestKind::GluteActivation;
        made.complete = true;
        made.repeats = 2;
        for (const auto& [side, rating] : {std::pair(Side::Left, left), std::pair(Side::Right, right)})
            for (int repeat = 1; repeat <= 2; ++repeat)
                made.readings.push_back({side, std::nullopt, repeat, rating, std::nullopt});
        const auto saved = m_rig->services->selfTests.save(made);
        QVERIFY(saved.has_value());
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ReleaseRig>();
        m_rig->answerScreening();
    }

    void offersEveryRoutineAndRemembersTheChoice()
    {
        QVERIFY(m_rig->fixture.routines.save(
            {"mine", "Mine", {{StepKind::Rest, {}, BodySide::Both, Seconds(61), "Breathe.", "rest"}}}));
        m_rig->open();
        QCOMPARE(combo()->count(), 6);
        QCOMPARE(chosen(), std::string("daily-five"));
        take("mine");
        QCOMPARE(chosen(), std::string("mine"));
        QCOMPARE(remembered(), std::string("mine"));
        m_rig->open();
        QCOMPARE(chosen(), std::string("mine"));
        QCOMPARE(combo()->currentText(), QStringLiteral("Mine (1:01)"));
    }

    void fallsBackToTheDefaultWhenTheRoutineIsGone()
    {
        Settings settings;
        settings.routine = "gone";
        QVERIFY(m_rig->fixture.settings.save(settings));
        m_rig->open();
        QCOMPARE(chosen(), std::string("daily-five"));
    }

    void keepsTheChoiceWhenItCannotBeStored()
    {
        m_rig->open();
        QSignalSpy noticed(m_rig->page.get(), &Page::noticed);
        m_rig->fixture.settings.failWith = Error{ErrorCode::ReadOnly, {}};
        take("first-week");
        QCOMPARE(noticed.count(), 1);
        m_rig->page->activate();
        QCOMPARE(chosen(), std::string("first-week"));
    }

    void runsTheRoutineThatWasChosen()
    {
        m_rig->open();
        take("first-week");
        m_rig->page->activate();
        m_rig->start();
        QVERIFY(m_rig->page->flow() != nullptr);
        QCOMPARE(m_rig->page->flow()->routine().id, std::string("first-week"));
    }

    void proposesTheGentleRoutineFirstAndTakesItOnlyWhenTold()
    {
        m_rig->open();
        QVERIFY(m_rig->child<QFrame>("proposalBanner")->isVisible());
        QVERIFY(m_rig->text("proposalLabel").contains(QStringLiteral("Gentle first week")));
        QCOMPARE(chosen(), std::string("daily-five"));
        m_rig->click("takeProposalButton");
        QCOMPARE(chosen(), std::string("first-week"));
        QCOMPARE(remembered(), std::string("first-week"));
        QVERIFY(m_rig->child<QFrame>("proposalBanner")->isVisible());
        QVERIFY(m_rig->button("takeProposalButton") == nullptr);
    }

    void proposesTheWeakerSideAfterAClearTest()
    {
        m_rig->fixture.fillDemo(40);
        test(Contraction::Firm, Contraction::Flicker);
        m_rig->open();
        QVERIFY(m_rig->text("proposalLabel").contains(QStringLiteral("Right side first")));
        QVERIFY(m_rig->text("proposalLabel").contains(QStringLiteral("right glute was weaker")));
        QCOMPARE(chosen(), std::string("daily-five"));
    }

    void opensWithTheRoutineChosenElsewhere()
    {
        m_rig->open();
        m_rig->page->openTopic(QStringLiteral("left-first"));
        m_rig->page->activate();
        QCOMPARE(chosen(), std::string("left-first"));
        m_rig->page->openTopic(QStringLiteral("no-such-routine"));
        m_rig->page->activate();
        QCOMPARE(chosen(), std::string("left-first"));
    }

    void showsAllRoutinesAndComesBackWithTheOneTaken()
    {
        m_rig->open();
        m_rig->click("routinesButton");
        QCOMPARE(m_rig->page->stage(), ReleasePage::Stage::Routines);
        auto* list = m_rig->child<QListView>("routineListView");
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        m_rig->click("useRoutineButton");
        QCOMPARE(m_rig->page->stage(), ReleasePage::Stage::Overview);
        QCOMPARE(chosen(), std::string("downward-five"));
        QCOMPARE(remembered(), std::string("downward-five"));
        m_rig->click("routinesButton");
        m_rig->key(Qt::Key_Escape);
        QCOMPARE(m_rig->page->stage(), ReleasePage::Stage::Overview);
        QCOMPARE(chosen(), std::string("downward-five"));
    }

    void doesNotLeaveAnEditorWithChanges()
    {
        m_rig->open();
        m_rig->click("routinesButton");
        m_rig->click("duplicateRoutineButton");
        QVERIFY(m_rig->page->mayLeave());
        QTest::keyClicks(m_rig->child<QLineEdit>("routineNameLineEdit"), QStringLiteral("Evening"));
        QVERIFY(!m_rig->page->mayLeave());
        m_rig->click("leaveSaveButton");
        QVERIFY(m_rig->page->mayLeave());
        m_rig->click("closeRoutinesButton");
        QVERIFY(combo()->findText(QStringLiteral("Evening (5:00)")) >= 0);
    }

    void staysInAnEditorWithChangesWhenThePageIsAskedForAgain()
    {
        m_rig->open();
        m_rig->click("routinesButton");
        m_rig->click("duplicateRoutineButton");
        auto* name = m_rig->child<QLineEdit>("routineNameLineEdit");
        QTest::keyClicks(name, QStringLiteral("Evening"));
        m_rig->page->activate();
        QCOMPARE(m_rig->page->stage(), ReleasePage::Stage::Routines);
        QVERIFY(m_rig->child<QFrame>("leaveEditorBanner")->isVisible());
        QCOMPARE(name->text(), QStringLiteral("Evening"));
        m_rig->click("discardButton");
        m_rig->page->activate();
        QCOMPARE(m_rig->page->stage(), ReleasePage::Stage::Overview);
    }

    void tellsTheDesktopTheRoutineInTheUsersLanguage()
    {
        OneText translator;
        QCoreApplication::installTranslator(&translator);
        m_rig->open();
        m_rig->key(Qt::Key_Space);
        m_rig->key(Qt::Key_N);
        m_rig->key(Qt::Key_Return);
        const auto media = m_rig->fixture.desktop.media;
        QCoreApplication::removeTranslator(&translator);
        QVERIFY(media.has_value());
        QCOMPARE(QString::fromStdString(media->title), QStringLiteral("Fünf Minuten am Tag"));
    }
};

QTEST_MAIN(ReleaseRoutinesTest)
#include "releaseroutines_test.moc"
