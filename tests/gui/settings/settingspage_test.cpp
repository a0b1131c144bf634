// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

#include "gui/settings/settingspage.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// The page's log, but refusing changes.
class ReadOnlyFile : public ILogFile {
public:
    [[nodiscard]] std::string path() const override { return "/nowhere/old.psolog"; }
    [[nodiscard]] bool readOnly() const override { return true; }
    [[nodiscard]] Result<bool> changedElsewhere() override { return false; }
};

}  // namespace

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void storedSettingsAreShown();
    void aThemeIsAppliedAndStoredAtOnce();
    void textSizeIsAppliedAndStoredByKeyboard();
    void whileTheSliderIsDraggedOnlyThePreviewGrows();
    void theDayStartIsStoredAndStaysWithinNoon();
    void repeatsAndHoldAreStoredWithinTheirRanges();
    void soundIsStoredAndHeardAtOnce();
    void aLevelWithAVoiceStartsIt();
    void voicesComeFromTheGuideAndTheChoiceIsStored();
    void aVoiceThatIsNotThereNowIsKept();
    void theTestIsHeardAndTheStateIsInWords();
    void fullScreenAndMotionAreStored();
    void theReminderIsStoredWithItsTime();
    void theWeeklyQuestionIsOffUntilItIsSwitchedOn();
    void halfATimeTypedIsNotStored();
    void onlyADayStartMakesPagesReadAgain();
    void whatTheWindowRemembersIsKept();
    void aFailedWriteIsShownKeepsTheChoiceAndCanBeTriedAgain();
    void theLogIsShownWithItsPath();
    void aReadOnlyLogSaysSo();
    void anotherLogIsAskedForWithoutBlocking();
    void aNewLogNeverReplacesAFile();
    void aNewLogGetsTheSuffix();
    void shortcutsAndAboutOpen();
    void everyFocusableWidgetHasANameAndMnemonicsAreUnique();
    void nothingIsWiderThanTheWindow_data();
    void nothingIsWiderThanTheWindow();

private:
    template <class T>
    T* child(const char* name)
    {
        T* found = m_page->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    const Settings& stored() { return m_fixture->settings.current(); }

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_page = std::make_unique<SettingsPage>(*m_fixture->services);
    m_page->resize(1084, 800);
    m_page->show();
    m_page->activate();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void SettingsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void SettingsPageTest::storedSettingsAreShown()
{
    Settings settings;
    settings.theme = ThemeChoice::Dark;
    settings.textSizePercent = 140;
    settings.dayStart = std::chrono::minutes(2 * 60 + 30);
    settings.testRepeats = 3;
    settings.testHold = Seconds(8);
    QVERIFY(m_fixture->settings.save(settings).has_value());
    m_page->activate();
    QVERIFY(child<QRadioButton>("darkRadioButton")->isChecked());
    QVERIFY(child<QRadioButton>("darkRadioButton")->hasFocus());
    QCOMPARE(child<QSlider>("textSizeSlider")->value(), 140);
    QCOMPARE(child<QLabel>("textSizeValueLabel")->text(), QStringLiteral("140 %"));
    QCOMPARE(child<QTimeEdit>("dayStartEdit")->time(), QTime(2, 30));
    QCOMPARE(child<QSpinBox>("repeatsSpinBox")->value(), 3);
    QCOMPARE(child<QSpinBox>("holdSpinBox")->value(), 8);
    QCOMPARE(stored(), settings);
}

void SettingsPageTest::aThemeIsAppliedAndStoredAtOnce()
{
    QSignalSpy changed(&m_fixture->theme, &Theme::changed);
    QTest::keyClick(child<QRadioButton>("darkRadioButton"), Qt::Key_Space);
    QCOMPARE(stored().theme, ThemeChoice::Dark);
    QVERIFY(m_fixture->theme.isDark());
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(child<QRadioButton>("lightRadioButton"), Qt::Key_Space);
    QCOMPARE(stored().theme, ThemeChoice::Light);
    QVERIFY(!m_fixture->theme.isDark());
}

void SettingsPageTest::textSizeIsAppliedAndStoredByKeyboard()
{
    auto* slider = child<QSlider>("textSizeSlider");
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(stored().textSizePercent, 110);
    QCOMPARE(m_fixture->theme.scale(), 1.1);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(stored().textSizePercent, 200);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(stored().textSizePercent, 80);
    QCOMPARE(child<QLabel>("textSizeValueLabel")->text(), QStringLiteral("80 %"));
}

void SettingsPageTest::whileTheSliderIsDraggedOnlyThePreviewGrows()
{
    auto* slider = child<QSlider>("textSizeSlider");
    const int before = child<QLabel>("previewLabel")->font().pixelSize();
    slider->setSliderDown(true);
    slider->setValue(147);
    QCOMPARE(slider->value(), 150);
    QCOMPARE(m_fixture->theme.scale(), 1.0);
    QCOMPARE(stored().textSizePercent, 100);
    QVERIFY(child<QLabel>("previewLabel")->font().pixelSize() > before);
    slider->setSliderDown(false);
    QCOMPARE(m_fixture->theme.scale(), 1.5);
    QCOMPARE(stored().textSizePercent, 150);
}

void SettingsPageTest::theDayStartIsStoredAndStaysWithinNoon()
{
    QSignalSpy announced(&m_fixture->changes, &LogChanges::logChanged);
    auto* edit = child<QTimeEdit>("dayStartEdit");
    edit->setTime(QTime(6, 30));
    QCOMPARE(stored().dayStart, std::chrono::minutes(390));
    QCOMPARE(announced.count(), 1);
    edit->setTime(QTime(13, 0));
    QVERIFY(edit->time() <= QTime(12, 0));
    QVERIFY(stored().dayStart <= std::chrono::hours(12));
    edit->setTime(QTime(0, 0));
    QCOMPARE(stored().dayStart, std::chrono::minutes(0));
}

void SettingsPageTest::repeatsAndHoldAreStoredWithinTheirRanges()
{
    auto* repeats = child<QSpinBox>("repeatsSpinBox");
    QTest::keyClick(repeats, Qt::Key_Up);
    QCOMPARE(stored().testRepeats, 3);
    QTest::keyClick(repeats, Qt::Key_Up);
    QCOMPARE(stored().testRepeats, 3);
    auto* hold = child<QSpinBox>("holdSpinBox");
    hold->setValue(99);
    QCOMPARE(stored().testHold, Seconds(10));
    hold->setValue(0);
    QCOMPARE(stored().testHold, Seconds(3));
}

void SettingsPageTest::soundIsStoredAndHeardAtOnce()
{
    QSignalSpy told(m_page.get(), &SettingsPage::settingsChanged);
    QTest::keyClick(child<QRadioButton>("briefRadioButton"), Qt::Key_Space);
    QCOMPARE(stored().soundLevel, SoundLevel::Brief);
    QCOMPARE(told.count(), 1);
    QTest::keyClick(child<QSlider>("voiceRateSlider"), Qt::Key_Left);
    QCOMPARE(stored().voiceRatePercent, -10);
    QCOMPARE(m_fixture->voice.options.ratePercent, -10);
    QCOMPARE(child<QSlider>("voiceRateSlider")->accessibleDescription(), QStringLiteral("10 % slower"));
    QTest::keyClick(child<QSlider>("voiceVolumeSlider"), Qt::Key_End);
    QCOMPARE(m_fixture->voice.options.volume, 100);
    QTest::keyClick(child<QSlider>("toneVolumeSlider"), Qt::Key_Home);
    QCOMPARE(stored().toneVolume, 0);
    QCOMPARE(m_fixture->tones.volume, 0);
    QCOMPARE(told.count(), 4);

    auto* slider = child<QSlider>("toneVolumeSlider");
    slider->setSliderDown(true);
    slider->setValue(43);
    QCOMPARE(m_fixture->tones.volume, 0);
    slider->setSliderDown(false);
    QCOMPARE(m_fixture->tones.volume, 40);
}

void SettingsPageTest::aLevelWithAVoiceStartsIt()
{
    QTest::keyClick(child<QRadioButton>("silentRadioButton"), Qt::Key_Space);
    const int before = m_fixture->voice.starts;
    QTest::keyClick(child<QRadioButton>("tones-onlyRadioButton"), Qt::Key_Space);
    QCOMPARE(m_fixture->voice.starts, before);
    QTest::keyClick(child<QRadioButton>("fullRadioButton"), Qt::Key_Space);
    QCOMPARE(m_fixture->voice.starts, before + 1);
}

void SettingsPageTest::voicesComeFromTheGuideAndTheChoiceIsStored()
{
    auto* combo = child<QComboBox>("voiceComboBox");
    QCOMPARE(combo->count(), 1);
    m_fixture->voice.become(SoundState::Ready, {{"a", "Anna (English)"}, {"b", "Bruno (Deutsch)"}});
    QCOMPARE(combo->count(), 3);
    QCOMPARE(combo->currentIndex(), 0);
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), QStringLiteral("Anna (English)"));
    QCOMPARE(stored().voice, std::string("a"));
    QCOMPARE(m_fixture->voice.options.voice, std::string("a"));
    QTest::keyClick(combo, Qt::Key_Up);
    QCOMPARE(stored().voice, std::string());
}

void SettingsPageTest::aVoiceThatIsNotThereNowIsKept()
{
    Settings settings = stored();
    settings.voice = "b";
    QVERIFY(m_fixture->settings.save(settings).has_value());
    m_page->activate();
    auto* combo = child<QComboBox>("voiceComboBox");
    QCOMPARE(combo->currentText(), QStringLiteral("b (not available now)"));
    QTest::keyClick(child<QSpinBox>("holdSpinBox"), Qt::Key_Up);
    QCOMPARE(stored().voice, std::string("b"));
    m_fixture->voice.become(SoundState::Ready, {{"a", "Anna (English)"}, {"b", "Bruno (Deutsch)"}});
    QCOMPARE(combo->currentText(), QStringLiteral("Bruno (Deutsch)"));
    QCOMPARE(combo->count(), 3);
}

void SettingsPageTest::theTestIsHeardAndTheStateIsInWords()
{
    auto* state = child<QLabel>("voiceStateLabel");
    auto* advice = child<QLabel>("soundAdviceLabel");
    QCOMPARE(state->text(), QStringLiteral("Voice off"));
    QVERIFY(!advice->isVisible());
    QTest::keyClick(child<QPushButton>("soundTestButton"), Qt::Key_Space);
    QCOMPARE(m_fixture->voice.said.size(), std::size_t(1));
    QCOMPARE(m_fixture->tones.played.size(), std::size_t(1));
    m_fixture->voice.become(SoundState::Starting);
    QCOMPARE(state->text(), QStringLiteral("Voice starting…"));
    m_fixture->voice.become(SoundState::NoService);
    QCOMPARE(state->text(), QStringLiteral("Voice: no speech service"));
    QVERIFY(advice->isVisible());
    QVERIFY(advice->text().contains(QStringLiteral("Install")));
    m_fixture->voice.become(SoundState::NotAnswering);
    QCOMPARE(state->text(), QStringLiteral("Voice: the service does not answer"));
    m_fixture->voice.become(SoundState::Ready, {{"a", "Anna"}});
    m_fixture->tones.become(SoundState::NoOutput);
    QCOMPARE(state->text(), QStringLiteral("Voice ready"));
    QCOMPARE(child<QLabel>("toneStateLabel")->text(), QStringLiteral("Tones: no sound output"));
    QVERIFY(advice->text().contains(QStringLiteral("headphones")));
    m_fixture->tones.become(SoundState::Ready);
    QVERIFY(!advice->isVisible());
}

void SettingsPageTest::fullScreenAndMotionAreStored()
{
    QSignalSpy motion(&m_fixture->guide, &Guide::motionChanged);
    QTest::keyClick(child<QCheckBox>("fullScreenCheckBox"), Qt::Key_Space);
    QVERIFY(!stored().fullScreenSession);
    QTest::keyClick(child<QRadioButton>("stillMotionRadioButton"), Qt::Key_Space);
    QCOMPARE(stored().motion, MotionChoice::Still);
    QVERIFY(m_fixture->guide.reducedMotion());
    QVERIFY(motion.count() >= 1);
    QTest::keyClick(child<QRadioButton>("movingMotionRadioButton"), Qt::Key_Space);
    QVERIFY(!m_fixture->guide.reducedMotion());
}

void SettingsPageTest::theWeeklyQuestionIsOffUntilItIsSwitchedOn()
{
    auto* weekly = child<QCheckBox>("weeklyCheckBox");
    QVERIFY(!weekly->isChecked());
    QTest::keyClick(weekly, Qt::Key_Space);
    QVERIFY(stored().weeklyCheckIn);
    QTest::keyClick(weekly, Qt::Key_Space);
    QVERIFY(!stored().weeklyCheckIn);
}

void SettingsPageTest::theReminderIsStoredWithItsTime()
{
    auto* on = child<QCheckBox>("reminderCheckBox");
    auto* time = child<QTimeEdit>("reminderTimeEdit");
    QVERIFY(!on->isChecked());
    QVERIFY(!time->isEnabled());
    QTest::keyClick(on, Qt::Key_Space);
    QVERIFY(time->isEnabled());
    QCOMPARE(stored().reminder, std::optional(std::chrono::minutes(18 * 60)));
    time->setTime(QTime(23, 59));
    QCOMPARE(stored().reminder, std::optional(std::chrono::minutes(24 * 60 - 1)));
    QTest::keyClick(on, Qt::Key_Space);
    QVERIFY(!stored().reminder);
    QTest::keyClick(on, Qt::Key_Space);
    QCOMPARE(stored().reminder, std::optional(std::chrono::minutes(24 * 60 - 1)));
}

void SettingsPageTest::halfATimeTypedIsNotStored()
{
    QTest::keyClick(child<QCheckBox>("reminderCheckBox"), Qt::Key_Space);
    auto* time = child<QTimeEdit>("reminderTimeEdit");
    time->setFocus();
    time->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClicks(time, QStringLiteral("07"));
    QCOMPARE(stored().reminder, std::optional(std::chrono::minutes(18 * 60)));
    child<QSpinBox>("holdSpinBox")->setFocus();
    QCOMPARE(stored().reminder, std::optional(std::chrono::minutes(7 * 60)));
}

void SettingsPageTest::onlyADayStartMakesPagesReadAgain()
{
    QSignalSpy announced(&m_fixture->changes, &LogChanges::logChanged);
    QTest::keyClick(child<QSlider>("voiceVolumeSlider"), Qt::Key_Right);
    QTest::keyClick(child<QRadioButton>("darkRadioButton"), Qt::Key_Space);
    QCOMPARE(announced.count(), 0);
}

void SettingsPageTest::whatTheWindowRemembersIsKept()
{
    Settings settings = stored();
    settings.windowGeometry = "somewhere";
    settings.lastLog = "/a/b.psolog";
    QVERIFY(m_fixture->settings.save(settings).has_value());
    QTest::keyClick(child<QSpinBox>("holdSpinBox"), Qt::Key_Up);
    QCOMPARE(stored().windowGeometry, std::string("somewhere"));
    QCOMPARE(stored().lastLog, std::string("/a/b.psolog"));
    QCOMPARE(stored().testHold, Seconds(6));
}

void SettingsPageTest::aFailedWriteIsShownKeepsTheChoiceAndCanBeTriedAgain()
{
    m_fixture->settings.failWith = Error{ErrorCode::DiskFull, {}};
    child<QSpinBox>("holdSpinBox")->setValue(9);
    QVERIFY(child<QFrame>("errorFrame")->isVisible());
    QVERIFY(child<QLabel>("errorLabel")->text().contains(QStringLiteral("The disk is full")));
    QCOMPARE(stored().testHold, Seconds(5));
    m_page->activate();
    QCOMPARE(child<QSpinBox>("holdSpinBox")->value(), 9);
    m_fixture->settings.failWith.reset();
    QTest::keyClick(child<QPushButton>("retryButton"), Qt::Key_Space);
    QVERIFY(!child<QFrame>("errorFrame")->isVisible());
    QCOMPARE(stored().testHold, Seconds(9));
}

void SettingsPageTest::theLogIsShownWithItsPath()
{
    QCOMPARE(child<QLineEdit>("pathLineEdit")->text(), QString::fromStdString(m_fixture->log->file().path()));
    QVERIFY(child<QLineEdit>("pathLineEdit")->isReadOnly());
    QVERIFY(!child<QLabel>("readOnlyLabel")->isVisible());
}

void SettingsPageTest::aReadOnlyLogSaysSo()
{
    PageFixture& f = *m_fixture;
    ReadOnlyFile file;
    Services services{f.clock,
                      f.ids,
                      f.log->athlete(),
                      f.log->checkIns(),
                      f.log->selfTests(),
                      f.log->releases(),
                      f.log->trends(),
                      f.log->weekly(),
                      f.log->experiments(),
                      file,
                      f.settings,
                      f.theme,
                      f.poses,
                      f.routines,
                      f.alarm,
                      f.guide,
                      f.ticker,
                      f.changes,
                      f.undo,
                      f.random};
    SettingsPage page(services);
    page.show();
    page.activate();
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("readOnlyLabel"))->isVisible());
}

void SettingsPageTest::anotherLogIsAskedForWithoutBlocking()
{
    QFile other(m_fixture->folder.filePath(QStringLiteral("other.psolog")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    QSignalSpy requested(m_page.get(), &SettingsPage::openLogRequested);
    QTest::keyClick(child<QPushButton>("openLogButton"), Qt::Key_Space);
    auto* dialog = m_page->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(other.fileName());
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), other.fileName());
    dialog->reject();
    QCOMPARE(requested.count(), 1);
}

void SettingsPageTest::aNewLogNeverReplacesAFile()
{
    const QString taken = QString::fromStdString(m_fixture->logPath());
    QVERIFY(QFile::exists(taken));
    QSignalSpy requested(m_page.get(), &SettingsPage::newLogRequested);
    QTest::keyClick(child<QPushButton>("newLogButton"), Qt::Key_Space);
    Q_EMIT m_page->findChild<QFileDialog*>()->fileSelected(taken);
    QCOMPARE(requested.count(), 0);
    QVERIFY(child<QLabel>("logMessageLabel")->isVisible());
    QVERIFY(child<QLabel>("logMessageLabel")->text().contains(QStringLiteral("My log.psolog")));
    m_page->findChild<QFileDialog*>()->reject();
}

void SettingsPageTest::aNewLogGetsTheSuffix()
{
    QSignalSpy requested(m_page.get(), &SettingsPage::newLogRequested);
    QTest::keyClick(child<QPushButton>("newLogButton"), Qt::Key_Space);
    auto* dialog = m_page->findChild<QFileDialog*>();
    auto* name = dialog->findChild<QLineEdit*>();
    QVERIFY(name != nullptr);
    name->setText(QStringLiteral("Winter"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), m_fixture->folder.filePath(QStringLiteral("Winter.psolog")));
}

void SettingsPageTest::shortcutsAndAboutOpen()
{
    QTest::keyClick(child<QPushButton>("shortcutsButton"), Qt::Key_Space);
    auto* shortcuts = child<QDialog>("shortcutsDialog");
    QVERIFY(shortcuts->isVisible());
    QTest::keyClick(shortcuts, Qt::Key_Escape);
    QVERIFY(!shortcuts->isVisible());
    QTest::keyClick(child<QPushButton>("aboutButton"), Qt::Key_Space);
    auto* about = child<QDialog>("aboutDialog");
    QVERIFY(about->isVisible());
    QVERIFY(about->findChild<QLabel*>(QStringLiteral("versionLabel"))->text().contains(u'.'));
    bool advice = false;
    bool licence = false;
    for (const QLabel* label : about->findChildren<QLabel*>()) {
        advice = advice || label->text().contains(QStringLiteral("not medical advice"));
        licence = licence || label->text().contains(QStringLiteral("GPL-3.0-or-later"));
    }
    QVERIFY(advice && licence);
    QTest::keyClick(about, Qt::Key_Escape);
    QVERIFY(!about->isVisible());
}

void SettingsPageTest::everyFocusableWidgetHasANameAndMnemonicsAreUnique()
{
    QStringList mnemonics;
    for (QWidget* widget : m_page->findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(m_page.get()))
            continue;
        // The field inside a spin box is reached as the spin box.
        const bool inner = qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
        if (!inner && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName()));
            QVERIFY2(widget->height() >= 24, qPrintable(widget->objectName()));
        }
        const QKeySequence key = QKeySequence::mnemonic(widget->property("text").toString());
        if (key.isEmpty())
            continue;
        QVERIFY2(!mnemonics.contains(key.toString()), qPrintable(widget->objectName()));
        mnemonics.append(key.toString());
    }
    QVERIFY(mnemonics.size() >= 8);
}

void SettingsPageTest::nothingIsWiderThanTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    // A voice with a long name is the widest thing there can be.
    QTest::newRow("1280 wide") << QSize(1084, 800) << 100;
    QTest::newRow("1024 wide") << QSize(828, 700) << 100;
    QTest::newRow("1280 wide, text doubled") << QSize(1084, 800) << 200;
    QTest::newRow("1024 wide, text doubled") << QSize(828, 700) << 200;
}

void SettingsPageTest::nothingIsWiderThanTheWindow()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    m_fixture->theme.apply(ThemeChoice::Light, percent);
    m_fixture->voice.become(SoundState::Ready, {{"x", std::string(200, 'W')}});
    m_page->resize(size);
    QCoreApplication::sendPostedEvents();
    const auto* scroll = child<QScrollArea>("scrollArea");
    QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
             qPrintable(QString::number(scroll->widget()->minimumSizeHint().width())));
}

QTEST_MAIN(SettingsPageTest)
#include "settingspage_test.moc"
