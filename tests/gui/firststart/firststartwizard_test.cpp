// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include "gui/firststart/firststartwizard.h"
#include "support/memorylog.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

class FirstStartWizardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterAloneGoesThroughAndStoresAthleteAndScreening();
    void anUnansweredSafetyScreenHoldsTheStep();
    void aYesLocksTheReleaseAndSaysSoKindly();
    void releaseFromTodayIsStored();
    void aNameTooLongIsRefusedBesideTheField();
    void aNameOfAHundredForeignLettersFits();
    void backKeepsWhatWasEntered();
    void nothingIsStoredBeforeTheEnd();
    void aStorageErrorKeepsEverythingAndTheSecondTryStoresOnce();
    void theScreeningIsStoredAfterTheAthlete();
    void nothingIsWiderThanTheWindow();

private:
    template <class T>
    T* child(const char* name)
    {
        T* found = m_wizard->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    void make(IAthleteLog& athletes);
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = m_wizard->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : m_wizard.get(), key, modifiers);
    }
    QString progress() { return child<QLabel>("progressLabel")->text(); }

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<MemoryAthleteLog> m_memory;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<FirstStartWizard> m_wizard;
};

void FirstStartWizardTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_memory = std::make_unique<MemoryAthleteLog>();
    make(m_fixture->log->athlete());
}

void FirstStartWizardTest::cleanup()
{
    m_wizard.reset();
    m_services.reset();
    m_fixture.reset();
}

void FirstStartWizardTest::make(IAthleteLog& athletes)
{
    PageFixture& f = *m_fixture;
    m_wizard.reset();
    m_services.reset(new Services{f.clock,
                                  f.ids,
                                  athletes,
                                  f.log->checkIns(),
                                  f.log->selfTests(),
                                  f.log->releases(),
                                  f.log->trends(),
                                  f.log->weekly(),
                                  f.log->experiments(),
                                  f.log->file(),
                                  f.settings,
                                  f.theme,
                                  f.poses,
                                  f.routines,
                                  f.alarm,
                                  f.guide,
                                  f.ticker,
                                  f.changes,
                                  f.undo,
                                  f.random});
    m_wizard = std::make_unique<FirstStartWizard>(*m_services);
    m_wizard->resize(1280, 800);
    m_wizard->show();
    m_wizard->activate();
    QVERIFY(QTest::qWaitForWindowExposed(m_wizard.get()));
}

void FirstStartWizardTest::enterAloneGoesThroughAndStoresAthleteAndScreening()
{
    QSignalSpy finished(m_wizard.get(), &FirstStartWizard::finished);
    QSignalSpy announced(&m_fixture->changes, &LogChanges::logChanged);
    QCOMPARE(progress(), QStringLiteral("1 of 3"));
    QTest::keyClicks(child<QLineEdit>("nameLineEdit"), QStringLiteral("  Ada "));
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("2 of 3"));
    type(Qt::Key_N);
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("3 of 3"));
    QVERIFY(!child<QFrame>("lockedFrame")->isVisible());
    type(Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(announced.count(), 1);

    const auto athlete = m_fixture->log->athlete().athlete();
    QVERIFY(athlete && *athlete);
    QCOMPARE((*athlete)->name, std::string("Ada"));
    QCOMPARE((*athlete)->start, StartChoice::BaselineFirst);
    QCOMPARE((*athlete)->created, m_fixture->services->recordedNow());
    const auto screening = m_fixture->log->athlete().latestScreening();
    QVERIFY(screening && *screening);
    QVERIFY((*screening)->present.empty());
    QVERIFY(!(*screening)->locksRelease());
}

void FirstStartWizardTest::anUnansweredSafetyScreenHoldsTheStep()
{
    type(Qt::Key_Return);
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("2 of 3"));
    QVERIFY(child<QLabel>("missingAnswerLabel")->isVisible());
    type(Qt::Key_N);
    QVERIFY(!child<QLabel>("missingAnswerLabel")->isVisible());
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("3 of 3"));
}

void FirstStartWizardTest::aYesLocksTheReleaseAndSaysSoKindly()
{
    QSignalSpy finished(m_wizard.get(), &FirstStartWizard::finished);
    type(Qt::Key_Return);
    QVERIFY(!child<QFrame>("safetyLockedFrame")->isVisible());
    QTest::keyClick(child<QCheckBox>("herniaCheckBox"), Qt::Key_Space);
    QVERIFY(child<QFrame>("safetyLockedFrame")->isVisible());
    type(Qt::Key_Return);
    QVERIFY(child<QFrame>("lockedFrame")->isVisible());
    type(Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    const auto screening = m_fixture->log->athlete().latestScreening();
    QCOMPARE((*screening)->present, std::set<SafetyItem>{SafetyItem::Hernia});
    QVERIFY((*screening)->locksRelease());
}

void FirstStartWizardTest::releaseFromTodayIsStored()
{
    type(Qt::Key_Return);
    type(Qt::Key_N);
    type(Qt::Key_Return);
    QVERIFY(child<QRadioButton>("baselineRadioButton")->isChecked());
    QTest::keyClick(child<QRadioButton>("todayRadioButton"), Qt::Key_Space);
    QVERIFY(!child<QRadioButton>("baselineRadioButton")->isChecked());
    type(Qt::Key_Return);
    QCOMPARE((*m_fixture->log->athlete().athlete())->start, StartChoice::ReleaseToday);
}

void FirstStartWizardTest::aNameTooLongIsRefusedBesideTheField()
{
    auto* name = child<QLineEdit>("nameLineEdit");
    name->setText(QString(101, u'x'));
    QVERIFY(child<QLabel>("nameErrorLabel")->isVisible());
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("1 of 3"));
    QVERIFY(name->hasFocus());
    QCOMPARE(name->text().size(), 101);
    name->setText(QString(100, u'x'));
    QVERIFY(!child<QLabel>("nameErrorLabel")->isVisible());
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("2 of 3"));
}

void FirstStartWizardTest::aNameOfAHundredForeignLettersFits()
{
    // Four bytes and two QChars each.
    child<QLineEdit>("nameLineEdit")->setText(QString::fromUcs4(U"\U0001F3C3").repeated(100));
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("2 of 3"));
}

void FirstStartWizardTest::backKeepsWhatWasEntered()
{
    QVERIFY(!child<QAbstractButton>("backButton")->isVisible());
    QTest::keyClicks(child<QLineEdit>("nameLineEdit"), QStringLiteral("Ada"));
    type(Qt::Key_Return);
    QTest::keyClick(child<QCheckBox>("bonesCheckBox"), Qt::Key_Space);
    child<QAbstractButton>("backButton")->setFocus();
    type(Qt::Key_Return);
    QCOMPARE(progress(), QStringLiteral("1 of 3"));
    QCOMPARE(child<QLineEdit>("nameLineEdit")->text(), QStringLiteral("Ada"));
    type(Qt::Key_Return);
    QVERIFY(child<QCheckBox>("bonesCheckBox")->isChecked());
    QTest::keyClick(m_wizard.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(progress(), QStringLiteral("1 of 3"));
}

void FirstStartWizardTest::nothingIsStoredBeforeTheEnd()
{
    type(Qt::Key_Return);
    type(Qt::Key_N);
    type(Qt::Key_Return);
    QVERIFY(!m_fixture->log->athlete().athlete()->has_value());
    QVERIFY(!m_fixture->log->athlete().latestScreening()->has_value());
}

void FirstStartWizardTest::aStorageErrorKeepsEverythingAndTheSecondTryStoresOnce()
{
    make(*m_memory);
    QSignalSpy finished(m_wizard.get(), &FirstStartWizard::finished);
    QTest::keyClicks(child<QLineEdit>("nameLineEdit"), QStringLiteral("Ada"));
    type(Qt::Key_Return);
    type(Qt::Key_N);
    type(Qt::Key_Return);
    m_memory->failNextWrites(1, ErrorCode::DiskFull);
    type(Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QVERIFY(child<QFrame>("errorFrame")->isVisible());
    QVERIFY(child<QLabel>("errorLabel")->text().contains(QStringLiteral("The disk is full")));
    QCOMPARE(m_memory->attempts(), 1);
    QCOMPARE(child<QLineEdit>("nameLineEdit")->text(), QStringLiteral("Ada"));
    type(Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QVERIFY(!child<QFrame>("errorFrame")->isVisible());
    QCOMPARE(m_memory->attempts(), 3);
    QCOMPARE((*m_memory->athlete())->name, std::string("Ada"));
    QVERIFY(m_memory->latestScreening()->has_value());
}

void FirstStartWizardTest::theScreeningIsStoredAfterTheAthlete()
{
    make(*m_memory);
    type(Qt::Key_Return);
    type(Qt::Key_N);
    type(Qt::Key_Return);
    m_memory->failNextWrites(1);
    type(Qt::Key_Return);
    // The athlete failed, so the screening was not tried.
    QVERIFY(!m_memory->athlete()->has_value());
    QVERIFY(!m_memory->latestScreening()->has_value());
    QCOMPARE(m_memory->attempts(), 1);
}

void FirstStartWizardTest::nothingIsWiderThanTheWindow()
{
    for (const int percent : {100, 200}) {
        m_fixture->theme.apply(ThemeChoice::Light, percent);
        make(m_fixture->log->athlete());
        m_wizard->resize(1024, 700);
        const auto* scroll = m_wizard->findChild<QScrollArea*>();
        for (int step = 0; step < 3; ++step) {
            QCoreApplication::sendPostedEvents();
            QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                     qPrintable(progress()));
            if (step == 1)
                type(Qt::Key_N);
            if (step < 2)
                type(Qt::Key_Return);
        }
    }
}

QTEST_MAIN(FirstStartWizardTest)
#include "firststartwizard_test.moc"
