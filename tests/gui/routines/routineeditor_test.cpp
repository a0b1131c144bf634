// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include "core/routineshape.h"
#include "gui/routines/routineeditor.h"
#include "gui/routines/routinewords.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

/// The editor, driven by object name and keyboard.
class RoutineEditorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<RoutineEditor> m_editor;
    std::vector<Routine> m_stored;
    std::optional<Error> m_failWith;

    template <class Widget>
    Widget* child(const char* name) const
    {
        auto* found = m_editor->findChild<Widget*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    QPushButton* button(const char* name) const { return child<QPushButton>(name); }
    QString text(const char* name) const
    {
        auto* label = child<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QListView* list() const { return child<QListView>("stepListView"); }
    const Routine& now() const { return m_editor->draft().routine(); }
    std::vector<StepKind> kinds() const
    {
        std::vector<StepKind> found;
        for (const RoutineStep& step : now().steps)
            found.push_back(step.kind);
        return found;
    }
    Routine shipped(const char* id) const { return m_fixture->routines.find(id)->routine; }
    void choose(const char* name, int index)
    {
        auto* combo = child<QComboBox>(name);
        combo->setFocus();
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<PageFixture>();
        m_stored.clear();
        m_failWith.reset();
        m_editor = std::make_unique<RoutineEditor>(m_fixture->theme, m_fixture->poses, [this](const Routine& one) {
            if (m_failWith)
                return Result<void>(tl::unexpected(*m_failWith));
            m_stored.push_back(one);
            return Result<void>();
        });
        m_editor->resize(1000, 800);
        m_editor->show();
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        Routine mine = shipped("daily-five");
        mine.id = "mine";
        m_editor->edit(mine);
        m_editor->focusFirst();
    }

    void savesWhatWasTyped()
    {
        QSignalSpy closed(m_editor.get(), &RoutineEditor::closed);
        QVERIFY(!button("saveRoutineButton")->isEnabled());
        QTest::keyClicks(child<QLineEdit>("routineNameLineEdit"), QStringLiteral("Evening"));
        QVERIFY(button("saveRoutineButton")->isEnabled());
        QTest::keyClick(m_editor.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_stored.size(), std::size_t(1));
        QCOMPARE(m_stored.front().name, std::string("Evening"));
        QCOMPARE(closed.count(), 1);
    }

    void movesStepsByKeyboardButtonAndDrag()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(m_editor->draft().current(), 1);
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_editor->draft().current(), 0);
        QCOMPARE(now().steps.front().zone, std::optional(Zone::Low));
        QCOMPARE(list()->currentIndex().row(), 0);
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);  // nowhere to go
        QCOMPARE(now().steps.front().zone, std::optional(Zone::Low));
        QTest::mouseClick(button("stepDownButton"), Qt::LeftButton);
        QCOMPARE(now().steps[1].zone, std::optional(Zone::Low));
        // What the view asks of its model when a row was dropped behind the last one.
        QVERIFY(list()->model()->moveRow({}, 1, {}, 5));
        QCOMPARE(now().steps.back().zone, std::optional(Zone::Low));
        QCOMPARE(m_editor->draft().current(), 4);
    }

    void addsAndRemovesStepsAndCountsTheTime()
    {
        QVERIFY(text("routineTotalLabel").contains(QStringLiteral("5:00")));
        QTest::mouseClick(button("addSwitchButton"), Qt::LeftButton);
        QCOMPARE(kinds()[1], StepKind::Switch);
        QCOMPARE(m_editor->draft().current(), 1);
        QVERIFY(text("routineTotalLabel").contains(QStringLiteral("5:15")));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(now().steps.size(), std::size_t(5));
        for (int i = 0; i < 5; ++i)
            QTest::mouseClick(button("removeStepButton"), Qt::LeftButton);
        QVERIFY(now().steps.empty());
        QVERIFY(!button("removeStepButton")->isEnabled());
        QVERIFY(!button("saveRoutineButton")->isEnabled());
        QVERIFY(text("routineProblemLabel").contains(QStringLiteral("at least one step")));
        QTest::mouseClick(button("addZoneButton"), Qt::LeftButton);
        QCOMPARE(now().steps.front().pose, std::string("tool-low"));
        QVERIFY(button("saveRoutineButton")->isEnabled());
    }

    void changesEveryFieldOfAStep()
    {
        m_editor->draft().select(1);
        choose("stepZoneComboBox", 2);
        choose("stepSideComboBox", 1);
        auto* seconds = child<QSpinBox>("stepSecondsSpinBox");
        seconds->setFocus();
        seconds->selectAll();
        QTest::keyClicks(seconds, QStringLiteral("75"));
        auto* cue = child<QPlainTextEdit>("stepCueEdit");
        cue->setFocus();
        cue->selectAll();
        QTest::keyClicks(cue, QStringLiteral("Slowly now"));
        QTest::keyClick(cue, Qt::Key_Return);
        QTest::keyClicks(cue, QStringLiteral("and on"));
        const RoutineStep expected{StepKind::Zone, Zone::High,          BodySide::Left,
                                   Seconds(75),    "Slowly now and on", "tool-high-left"};
        QVERIFY(now().steps[1] == expected);
        QVERIFY(text("stepTimeLabel").contains(QStringLiteral("1:15")));
        QVERIFY(text("stepCueLengthLabel").contains(QStringLiteral("17")));
        choose("stepKindComboBox", static_cast<int>(StepKind::Rest));
        QVERIFY(!now().steps[1].zone);
        QCOMPARE(now().steps[1].pose, std::string("rest"));
        QVERIFY(!child<QComboBox>("stepZoneComboBox")->isEnabled());
    }

    void keepsAPictureThatTheUserChose()
    {
        m_editor->draft().select(1);
        auto* poses = child<QComboBox>("stepPoseComboBox");
        choose("stepPoseComboBox", poses->findData(QStringLiteral("tool-knee-bent")));
        choose("stepZoneComboBox", 1);
        QCOMPARE(now().steps[1].pose, std::string("tool-knee-bent"));
    }

    void turnsTheDirection()
    {
        QVERIFY(button("upwardButton")->isChecked());
        QTest::mouseClick(button("downwardButton"), Qt::LeftButton);
        QCOMPARE(directionOf(now()), RoutineDirection::Downward);
        QVERIFY(now().steps == shipped("downward-five").steps);
        QVERIFY(button("downwardButton")->isChecked());
        QVERIFY(!button("upwardButton")->isChecked());
        QTest::mouseClick(button("downwardButton"), Qt::LeftButton);
        QCOMPARE(directionOf(now()), RoutineDirection::Downward);
        QVERIFY(button("downwardButton")->isChecked());
        QVERIFY(!button("swapSidesButton")->isEnabled());
    }

    void swapsTheSides()
    {
        Routine mine = shipped("left-first");
        mine.id = "mine";
        m_editor->edit(mine);
        QTest::mouseClick(button("swapSidesButton"), Qt::LeftButton);
        QCOMPARE(sidesOf(now()), RoutineSides::RightFirst);
        QCOMPARE(now().steps[1].pose, std::string("tool-low-right"));
        // What is said goes with it, step for step.
        const Routine right = shipped("right-first");
        for (std::size_t i = 0; i < right.steps.size(); ++i)
            QCOMPARE(now().steps[i].cue, right.steps[i].cue);
        QTest::mouseClick(button("swapSidesButton"), Qt::LeftButton);
        QVERIFY(now().steps == shipped("left-first").steps);
    }

    void aShippedCueFollowsZoneSideAndKind()
    {
        m_editor->draft().select(1);
        choose("stepZoneComboBox", 1);
        QVERIFY(now().steps[1].cue.starts_with("Between hip bones and navel."));
        choose("stepSideComboBox", 1);
        QVERIFY(now().steps[1].cue.starts_with("Left, between hip bone and navel."));
        QCOMPARE(child<QPlainTextEdit>("stepCueEdit")->toPlainText().toStdString(), now().steps[1].cue);
        choose("stepKindComboBox", static_cast<int>(StepKind::Rest));
        QVERIFY(now().steps[1].cue.starts_with("Come off the tool"));
        QTest::mouseClick(button("undoEditButton"), Qt::LeftButton);
        QVERIFY(now().steps[1].cue.starts_with("Left, between hip bone and navel."));
    }

    void aNewStepBeginsWithACue()
    {
        QTest::mouseClick(button("addZoneButton"), Qt::LeftButton);
        QVERIFY(QString::fromStdString(now().steps[1].cue).contains(QStringLiteral("never in the groin fold")));
        choose("stepZoneComboBox", 2);
        QVERIFY(QString::fromStdString(now().steps[1].cue).contains(QStringLiteral("Stop at once")));
    }

    void warnsOfACueThatNamesAnotherSideOrZone()
    {
        m_editor->draft().select(1);
        auto* cue = child<QPlainTextEdit>("stepCueEdit");
        choose("stepSideComboBox", 2);
        cue->setPlainText(QStringLiteral("Lean onto your right, slowly."));
        QVERIFY(text("stepCueWarningLabel").isEmpty());
        QTest::mouseClick(button("swapSidesButton"), Qt::LeftButton);
        QCOMPARE(text("stepCueWarningLabel"), QStringLiteral("This cue speaks of the right side."));
        QCOMPARE(cue->accessibleDescription(), text("stepCueWarningLabel"));
        m_editor->draft().select(0);
        QVERIFY(text("stepCueWarningLabel").isEmpty());
        QCOMPARE(text("routineProblemLabel"),
                 QStringLiteral("Look at step 2 again: This cue speaks of the right side."));
        QVERIFY(button("saveRoutineButton")->isEnabled());
        m_editor->draft().select(1);
        cue->setPlainText(QStringLiteral("From right to left."));
        QVERIFY(text("stepCueWarningLabel").isEmpty());
        cue->setPlainText(QStringLiteral("Beside the navel."));
        QCOMPARE(text("stepCueWarningLabel"), QStringLiteral("This cue speaks of the high zone."));
        choose("stepZoneComboBox", 2);
        QVERIFY(text("stepCueWarningLabel").isEmpty());
        QVERIFY(text("routineProblemLabel").isEmpty());
    }

    void warnsOfNoShippedCue()
    {
        for (const StoredRoutine& stored : m_fixture->routines.routines())
            for (const RoutineStep& step : stored.routine.steps)
                QCOMPARE(RoutineWords::cueWarning(step), QString());
    }

    void undoesEditsOneFieldAtATime()
    {
        const Routine before = now();
        QTest::keyClicks(child<QLineEdit>("routineNameLineEdit"), QStringLiteral("Evening"));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Delete);
        QTest::mouseClick(button("downwardButton"), Qt::LeftButton);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(directionOf(now()), RoutineDirection::Upward);
        QTest::mouseClick(button("undoEditButton"), Qt::LeftButton);
        QCOMPARE(now().steps.size(), std::size_t(5));
        QTest::mouseClick(button("undoEditButton"), Qt::LeftButton);
        QVERIFY(now() == before);
        QVERIFY(!button("undoEditButton")->isEnabled());
        QVERIFY(!button("saveRoutineButton")->isEnabled());
        QTest::mouseClick(button("redoEditButton"), Qt::LeftButton);
        QCOMPARE(now().name, std::string("Evening"));
    }

    void saysBesideTheFieldWhatIsWrongAndDoesNotSave()
    {
        auto* name = child<QLineEdit>("routineNameLineEdit");
        name->clear();
        QCOMPARE(text("routineNameErrorLabel"), QStringLiteral("Give it a name."));
        QVERIFY(!button("saveRoutineButton")->isEnabled());
        QVERIFY(!button("saveRoutineButton")->accessibleDescription().isEmpty());
        name->setText(QString(101, QLatin1Char('x')));
        QVERIFY(text("routineNameErrorLabel").contains(QStringLiteral("100")));
        QCOMPARE(name->text().size(), 101);
        name->setText(QStringLiteral("Mine"));
        QVERIFY(text("routineNameErrorLabel").isEmpty());

        m_editor->draft().select(1);
        child<QPlainTextEdit>("stepCueEdit")->setPlainText(QString(501, QLatin1Char('x')));
        QVERIFY(text("stepCueErrorLabel").contains(QStringLiteral("500")));
        QVERIFY(text("routineProblemLabel").contains(QStringLiteral("Step 2")));
        QVERIFY(!button("saveRoutineButton")->isEnabled());
        child<QPlainTextEdit>("stepCueEdit")->setPlainText(QStringLiteral("a\tb"));
        QVERIFY(text("stepCueErrorLabel").contains(QStringLiteral("tab")));
        child<QPlainTextEdit>("stepCueEdit")->setPlainText(QStringLiteral("ab"));
        QVERIFY(text("stepCueErrorLabel").isEmpty());
        QVERIFY(button("saveRoutineButton")->isEnabled());
    }

    void takesNoTimeThatCannotBeRun()
    {
        auto* seconds = child<QSpinBox>("stepSecondsSpinBox");
        seconds->setValue(-30);
        QCOMPARE(now().steps.front().duration, Seconds(1));
        seconds->setValue(100'000);
        QCOMPARE(now().steps.front().duration, kMaxStepSeconds);
    }

    void takesNoMoreStepsThanFit()
    {
        Routine many = shipped("daily-five");
        many.steps.resize(kMaxRoutineSteps, many.steps.back());
        m_editor->edit(many);
        QVERIFY(!button("addZoneButton")->isEnabled());
        m_editor->draft().add(StepKind::Zone);
        QCOMPARE(now().steps.size(), kMaxRoutineSteps);
    }

    void asksBeforeChangesAreLost()
    {
        QSignalSpy closed(m_editor.get(), &RoutineEditor::closed);
        QVERIFY(m_editor->mayLeave());
        QTest::keyClicks(child<QLineEdit>("routineNameLineEdit"), QStringLiteral("Evening"));
        QVERIFY(!m_editor->mayLeave());
        QVERIFY(child<QFrame>("leaveEditorBanner")->isVisible());
        QVERIFY(button("leaveSaveButton")->hasFocus());
        QTest::mouseClick(button("keepEditingButton"), Qt::LeftButton);
        QVERIFY(!child<QFrame>("leaveEditorBanner")->isVisible());
        QCOMPARE(closed.count(), 0);
        QTest::keyClick(m_editor.get(), Qt::Key_Escape);
        QVERIFY(child<QFrame>("leaveEditorBanner")->isVisible());
        QTest::mouseClick(button("discardButton"), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
        QVERIFY(m_stored.empty());
    }

    void keepsEverythingWhenStoringFails()
    {
        QSignalSpy closed(m_editor.get(), &RoutineEditor::closed);
        QTest::keyClicks(child<QLineEdit>("routineNameLineEdit"), QStringLiteral("Evening"));
        m_failWith = Error{ErrorCode::DiskFull, {}};
        QTest::mouseClick(button("saveRoutineButton"), Qt::LeftButton);
        QVERIFY(text("routineProblemLabel").contains(QStringLiteral("disk is full")));
        QCOMPARE(closed.count(), 0);
        QCOMPARE(now().name, std::string("Evening"));
        m_failWith.reset();
        QTest::mouseClick(button("saveRoutineButton"), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
    }

    void showsNamesAsPlainText()
    {
        child<QLineEdit>("routineNameLineEdit")->setText(QStringLiteral("<b>bold</b>"));
        for (const auto* label : m_editor->findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(RoutineEditorTest)
#include "routineeditor_test.moc"
