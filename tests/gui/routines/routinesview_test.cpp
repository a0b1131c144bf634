// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

#include "gui/routines/proposalfacts.h"
#include "gui/routines/routinesview.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

/// The list of routines and what can be done with them.
class RoutinesViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<RoutinesView> m_view;

    template <class Widget>
    Widget* child(const char* name) const
    {
        auto* found = m_view->findChild<Widget*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    void click(const char* name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    QString text(const char* name) const
    {
        auto* label = child<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QListView* list() const { return child<QListView>("routineListView"); }
    QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names << list()->model()->index(row, 0).data().toString();
        return names;
    }
    MemoryRoutines& routines() const { return m_fixture->routines; }
    std::size_t owned() const
    {
        return static_cast<std::size_t>(std::count_if(routines().routines().begin(), routines().routines().end(),
                                                      [](const StoredRoutine& one) { return !one.shipped; }));
    }
    static Routine mine()
    {
        return {"mine", "Mine", {{StepKind::Zone, Zone::Low, BodySide::Both, Seconds(100), "Search.", "tool-low"}}};
    }

private Q_SLOTS:
    void init()
    {
        m_view.reset();
        m_fixture = std::make_unique<PageFixture>();
        m_view = std::make_unique<RoutinesView>(*m_fixture->services);
        m_view->resize(1000, 800);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->open("daily-five");
        m_view->focusFirst();
    }

    void cleanup() { m_view.reset(); }

    void listsTheShippedOnesWithTimeDirectionAndSides()
    {
        QCOMPARE(rows().size(), 5);
        QCOMPARE(rows().front(),
                 QStringLiteral("Daily five minutes, 5:00 minutes, in use \u00b7 upward \u00b7 both sides at once "
                                "\u00b7 shipped"));
        QCOMPARE(text("routineTitleLabel"), QStringLiteral("Daily five minutes"));
        QVERIFY(!child<QPushButton>("editRoutineButton")->isEnabled());
        QVERIFY(!child<QPushButton>("deleteRoutineButton")->isEnabled());
        QVERIFY(!child<QPushButton>("useRoutineButton")->isEnabled());
    }

    void choosesWithTheKeyboardAlone()
    {
        QSignalSpy used(m_view.get(), &RoutinesView::used);
        QVERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(text("routineTitleLabel"), QStringLiteral("Five minutes downward"));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(used.count(), 1);
        QCOMPARE(used.front().front().toString(), QStringLiteral("downward-five"));
        QSignalSpy closed(m_view.get(), &RoutinesView::closed);
        QTest::keyClick(list(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void duplicatesAShippedOneAndEditsTheCopy()
    {
        QSignalSpy noticed(m_view.get(), &RoutinesView::noticed);
        click("duplicateRoutineButton");
        QCOMPARE(owned(), std::size_t(1));
        QCOMPARE(noticed.count(), 1);
        QVERIFY(noticed.front().at(1).toBool());
        auto* name = child<QLineEdit>("routineNameLineEdit");
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), QStringLiteral("Daily five minutes, copy"));
        QTest::keyClicks(name, QStringLiteral("Evening"));
        QVERIFY(!m_view->mayLeave());
        click("saveRoutineButton");
        QVERIFY(m_view->mayLeave());
        QCOMPARE(owned(), std::size_t(1));
        QCOMPARE(text("routineTitleLabel"), QStringLiteral("Evening"));
        QVERIFY(list()->hasFocus());
        // Everything can be taken back: the change, then the copy.
        m_fixture->undo.undo();
        QCOMPARE(text("routineTitleLabel"), QStringLiteral("Daily five minutes, copy"));
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(0));
        QCOMPARE(rows().size(), 5);
    }

    void deletesWithUndo()
    {
        QVERIFY(routines().save(mine()));
        m_view->open("mine");
        QSignalSpy noticed(m_view.get(), &RoutinesView::noticed);
        click("deleteRoutineButton");
        QCOMPARE(owned(), std::size_t(0));
        QVERIFY(noticed.front().at(1).toBool());
        QVERIFY(list()->currentIndex().isValid());
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(1));
        QCOMPARE(rows().size(), 6);
    }

    void saysWhenNothingCouldBeWritten()
    {
        QVERIFY(routines().save(mine()));
        m_view->open("mine");
        routines().failWith = Error{ErrorCode::ReadOnly, {}};
        click("deleteRoutineButton");
        QVERIFY(text("routinesErrorLabel").startsWith(QStringLiteral("Not deleted: This place cannot be written to")));
        QCOMPARE(owned(), std::size_t(1));
        click("duplicateRoutineButton");
        QVERIFY(text("routinesErrorLabel").startsWith(QStringLiteral("Not duplicated")));
        QVERIFY(!m_fixture->undo.canUndo());
        m_view->exportTo(QStringLiteral("out.json"));
        QVERIFY(text("routinesErrorLabel").startsWith(QStringLiteral("Not exported")));
    }

    void anUndoThatFailsSaysSoAndCanBeTriedAgain()
    {
        QVERIFY(routines().save(mine()));
        m_view->open("mine");
        click("deleteRoutineButton");
        QSignalSpy noticed(m_view.get(), &RoutinesView::noticed);
        routines().failWith = Error{ErrorCode::DiskFull, {}};
        const int commands = m_fixture->undo.count();
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(0));
        QVERIFY(m_fixture->undo.count() < commands);
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(noticed.front().front().toString().startsWith(QStringLiteral("The disk is full. ")));
        QVERIFY(!noticed.front().at(1).toBool());
        // The routine that was deleted is not lost with it.
        routines().failWith.reset();
        QTRY_VERIFY(m_fixture->undo.canUndo());
        QCOMPARE(m_fixture->undo.undoText(), QStringLiteral("deleted routine"));
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(1));
        QVERIFY(routines().find("mine")->routine == mine());
        m_fixture->undo.redo();
        QCOMPARE(owned(), std::size_t(0));
    }

    void aRedoThatFailsSaysSoAndCanBeTriedAgain()
    {
        routines().files = {{"in.json", mine()}};
        m_view->importFrom(QStringLiteral("in.json"));
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(0));
        QSignalSpy noticed(m_view.get(), &RoutinesView::noticed);
        routines().failWith = Error{ErrorCode::InvalidValue, "mine.json: changed by another program"};
        m_fixture->undo.redo();
        QCOMPARE(m_fixture->undo.count(), 0);
        QTRY_COMPARE(noticed.count(), 1);
        QCOMPARE(noticed.front().front().toString(), QStringLiteral("mine.json: changed by another program"));
        QTRY_VERIFY(m_fixture->undo.canRedo());
        QVERIFY(!m_fixture->undo.canUndo());
        QCOMPARE(owned(), std::size_t(0));
        routines().failWith.reset();
        m_fixture->undo.redo();
        QVERIFY(routines().find("mine")->routine == mine());
        m_fixture->undo.undo();
        QCOMPARE(owned(), std::size_t(0));
    }

    void importsUnderAFreeId()
    {
        Routine taken = mine();
        taken.id = "daily-five";
        routines().files = {{"in.json", taken}};
        m_view->importFrom(QStringLiteral("in.json"));
        QCOMPARE(owned(), std::size_t(1));
        QCOMPARE(text("routineTitleLabel"), QStringLiteral("Mine"));
        QCOMPARE(routines().find("daily-five")->routine.name, std::string("Daily five minutes"));
        m_view->importFrom(QStringLiteral("absent.json"));
        QCOMPARE(text("routinesErrorLabel"), QStringLiteral("Not imported: absent.json"));
        QCOMPARE(owned(), std::size_t(1));
    }

    void exportsTheOneShown()
    {
        m_view->exportTo(QStringLiteral("/somewhere/out.json"));
        QCOMPARE(routines().files.size(), std::size_t(1));
        QCOMPARE(routines().files.front().second.id, std::string("daily-five"));
    }

    void listsTheUsersFilesThatAreNotUsed()
    {
        QVERIFY(!child<QFrame>("unusedBanner")->isVisible());
        routines().unusedFiles = {
            {"a.json", {ErrorCode::InvalidValue, "a.json: step 2: seconds must be a whole number, 1 to 3600"}},
            {"<b>.json", {ErrorCode::TooNew, "<b>.json: written for a newer Psolog"}}};
        m_view->open("daily-five");
        QVERIFY(child<QFrame>("unusedBanner")->isVisible());
        QCOMPARE(text("unusedLabel"),
                 QStringLiteral("a.json: step 2: seconds must be a whole number, 1 to 3600\n<b>.json: written for a "
                                "newer Psolog"));
        for (const auto* label : m_view->findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void listsAPictureOfTheUsersThatIsNotUsed()
    {
        routines().unusedFiles = {{"knee.json", {ErrorCode::InvalidValue, "knee.json: angles.hip: must be a number"}}};
        m_view->open("daily-five");
        const auto labels = child<QFrame>("unusedBanner")->findChildren<QLabel*>();
        QVERIFY(labels.front()->text().contains(QStringLiteral("file")));
        QVERIFY(!labels.front()->text().contains(QStringLiteral("routine"), Qt::CaseInsensitive));
        QCOMPARE(text("unusedLabel"), QStringLiteral("knee.json: angles.hip: must be a number"));
    }

    void showsWhatIsProposedAndWhy()
    {
        m_view->setProposal(RoutineProposal{"left-first", ProposalReason::WeakerSide, Side::Left, 9});
        QVERIFY(!child<QLabel>("routineProposedBadge")->isVisible());
        m_view->open("left-first");
        QVERIFY(child<QLabel>("routineProposedBadge")->isVisible());
        QVERIFY(rows().filter(QStringLiteral("proposed for you")).size() == 1);
        // A proposal chooses nothing.
        QVERIFY(child<QPushButton>("useRoutineButton")->isEnabled());
    }

    void proposesTheGentleRoutineInAnEmptyLogAndTheDailyOneLater()
    {
        const auto first = readProposal(*m_fixture->services);
        QVERIFY(first.has_value());
        QCOMPARE(first->routineId, std::string("first-week"));
        QCOMPARE(first->releaseDays, 0);
        m_fixture->fillDemo(60);
        const auto later = readProposal(*m_fixture->services);
        QVERIFY(later.has_value());
        QCOMPARE(later->releaseDays, kGentleReleaseDays);
        QVERIFY(later->reason != ProposalReason::FirstWeek);
    }

    void listsManyStepsShortly()
    {
        Routine many = mine();
        many.steps.resize(kMaxRoutineSteps, many.steps.front());
        QVERIFY(routines().save(many));
        m_view->open("mine");
        QVERIFY(m_view->sizeHint().height() < 2000);
    }
};

QTEST_MAIN(RoutinesViewTest)
#include "routinesview_test.moc"
