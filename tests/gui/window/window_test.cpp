// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <functional>
#include <optional>

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <SQLiteCpp/SQLiteCpp.h>

#include "gui/checkin/checkinpage.h"
#include "gui/release/releasepage.h"
#include "gui/settings/shortcuttable.h"
#include "gui/widgets/noticebar.h"
#include "support/athletefiles.h"
#include "windowrig.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

struct Entry {
    PageId page;
    const char* button;
};

constexpr std::array kEntries{
    Entry{PageId::Today, "todayNavButton"},     Entry{PageId::SelfTests, "selfTestsNavButton"},
    Entry{PageId::Release, "releaseNavButton"}, Entry{PageId::Trends, "trendsNavButton"},
    Entry{PageId::History, "historyNavButton"}, Entry{PageId::Coach, "coachNavButton"},
    Entry{PageId::Learn, "learnNavButton"},     Entry{PageId::Settings, "settingsNavButton"},
};

/// The one entry of the navigation that is lit.
QString lit(const WindowRig& rig)
{
    QStringList names;
    for (const Entry& entry : kEntries)
        if (rig.visible<QAbstractButton>(entry.button)->isChecked())
            names << QString::fromLatin1(entry.button);
    return names.join(u' ');
}

/// Answers the first dialog that comes up in its lifetime, and tells which one that was.
class Answer {
public:
    explicit Answer(std::function<void(QWidget&)> what)
    {
        QObject::connect(&m_look, &QTimer::timeout, &m_look, [this, what = std::move(what)] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog == nullptr)
                return;
            m_look.stop();
            name = dialog->objectName();
            what(*dialog);
        });
        m_look.start(0);
    }
    static void close(QWidget& dialog) { static_cast<QDialog&>(dialog).reject(); }

    QString name;

private:
    QTimer m_look;
};

void checkIn(WindowRig& rig, Qt::Key score = Qt::Key_6)
{
    rig.window->showPage(PageId::CheckIn);
    WindowRig::settle();
    rig.key(score);
    rig.key(Qt::Key_Return, Qt::ControlModifier);
}

/// From the release page to the running session, at its first second.
void startSession(WindowRig& rig)
{
    rig.window->showPage(PageId::Release);
    WindowRig::settle();
    rig.key(Qt::Key_Space);
    rig.key(Qt::Key_N);
    rig.key(Qt::Key_Return);
}

bool sidebarShown(const WindowRig& rig)
{
    return rig.window->findChild<QWidget*>(QStringLiteral("sidebarFrame"))->isVisible();
}

/// A coach's page with three athletes, the second of them chosen.
void showAthletes(WindowRig& rig)
{
    AthleteFiles files(rig.fixture.clock, rig.fixture.folder.filePath(QStringLiteral("athletes")).toStdString());
    const auto library = rig.fixture.desk.openLibrary().value();
    // Something stands out, so that there are rules to show.
    DemoOptions options;
    options.redStop = true;
    for (const std::uint64_t seed : {11U, 12U, 13U}) {
        const std::string number = std::to_string(seed);
        const std::string path = files.make(number + ".psolog", "Runner " + number, seed, options);
        const auto file = rig.fixture.desk.intake().inspect(path);
        QVERIFY(file && library->takeIn(*file));
    }
    rig.window->showPage(PageId::Coach);
    QTRY_VERIFY(rig.visible<QTableView>("rosterTable") != nullptr);
    auto* table = rig.visible<QTableView>("rosterTable");
    table->setFocus();
    rig.key(Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
}

/// The second of three athletes under review.
void openReview(WindowRig& rig)
{
    showAthletes(rig);
    rig.key(Qt::Key_Return);
    QTRY_VERIFY(rig.visible<QWidget>("reviewView") != nullptr);
    WindowRig::settle();
}

/// Whether a thread of its own answers the keys of this section.
bool answersLater(const QString& section)
{
    return section == QStringLiteral("Coach") || section == QStringLiteral("An athlete under review");
}

/// All that a key can change: picture, place, file, and whether a dialog came up.
struct Trace {
    QImage picture;
    PageId page;
    bool open;
    WholeLog log;
    QString dialog;

    friend bool operator==(const Trace&, const Trace&) = default;
};

Trace traceOf(WindowRig& rig)
{
    WindowRig::settle();
    return {rig.window->grab().toImage(), rig.page(), rig.window->isVisible(), readAll(*rig.fixture.services), {}};
}

/// Whether the key does anything where the focus is; at once, or when a thread of its own answers.
bool reacts(WindowRig& rig, Qt::Key key, Qt::KeyboardModifiers modifiers, bool later = false)
{
    const Trace before = traceOf(rig);
    Answer answer(Answer::close);
    rig.key(key, modifiers);
    if (later)
        static_cast<void>(QTest::qWaitFor([&] { return !answer.name.isEmpty() || traceOf(rig) != before; }));
    // A mnemonic presses its button for a tenth of a second, and only then opens the menu.
    if (modifiers == Qt::AltModifier)
        static_cast<void>(QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }));
    Trace after = traceOf(rig);
    after.dialog = answer.name;
    if (QWidget* const menu = QApplication::activePopupWidget()) {
        after.dialog = menu->objectName();
        menu->close();
    }
    return after != before;
}

struct KeyPress {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

/// The keys of one line of the list: a cap is one key, or "0 – 9" and "Ctrl+1 … Ctrl+8" are all between two.
std::vector<QString> capsOf(const QStringList& keys)
{
    std::vector<QString> caps;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i] != QStringLiteral("–") && keys[i] != QStringLiteral("…")) {
            caps.push_back(keys[i]);
            continue;
        }
        const QString head = caps.back().chopped(1);
        for (char16_t each = static_cast<char16_t>(caps.back().back().unicode() + 1);
             each <= keys[i + 1].back().unicode(); ++each)
            caps.push_back(head + QChar(each));
        ++i;
    }
    return caps;
}

KeyPress pressOf(QString cap)
{
    cap.replace(QStringLiteral("←"), QStringLiteral("Left")).replace(QStringLiteral("→"), QStringLiteral("Right"));
    cap.replace(QStringLiteral("−"), QStringLiteral("-"));
    cap.replace(QStringLiteral("PgDn"), QStringLiteral("PgDown"));
    const QKeyCombination combination = QKeySequence(cap)[0];
    return {combination.key(), combination.keyboardModifiers()};
}

}  // namespace

class WindowTest : public QObject {
    Q_OBJECT

    using Setup = std::function<void(WindowRig&)>;

    static void go(WindowRig& rig, PageId page, const char* topic = "")
    {
        rig.window->showPage(page, QString::fromLatin1(topic));
        WindowRig::settle();
    }

    /// Brings the program to where a listed key has something to do. A section without an entry of its own uses "".
    static Setup setupFor(const QString& section, const QString& cap)
    {
        const auto pressing = [](PageId page, std::vector<Qt::Key> keys, const char* topic = "") {
            return [page, keys = std::move(keys), topic](WindowRig& rig) {
                go(rig, page, topic);
                for (const Qt::Key key : keys)
                    rig.key(key);
            };
        };
        if (section == QStringLiteral("Anywhere")) {
            if (cap == QStringLiteral("Ctrl+Z"))
                return [](WindowRig& rig) { checkIn(rig); };
            if (cap == QStringLiteral("Ctrl+Shift+Z"))
                return [](WindowRig& rig) {
                    checkIn(rig);
                    rig.key(Qt::Key_Z, Qt::ControlModifier);
                };
            return pressing(cap == QStringLiteral("Ctrl+1") ? PageId::History : PageId::Today, {});
        }
        if (section == QStringLiteral("Check-in")) {
            const bool digit = cap.size() == 1 && cap[0].isDigit();
            if (digit || cap == QStringLiteral("T") || cap == QStringLiteral("N") || cap == QStringLiteral("L")
                || cap == QStringLiteral("Tab"))
                return pressing(PageId::CheckIn, {});
            return pressing(PageId::CheckIn, {Qt::Key_5});
        }
        if (section == QStringLiteral("Weekly check-in")) {
            if (cap.startsWith(QStringLiteral("Ctrl")))
                return pressing(PageId::Weekly, {Qt::Key_1});
            return pressing(PageId::Weekly, {});
        }
        if (section == QStringLiteral("Self-test")) {
            const bool worked = QStringLiteral("GHBE").contains(cap);
            const bool running = cap == QStringLiteral("P") || cap == QStringLiteral("Esc");
            if (cap == QStringLiteral("Space"))
                return pressing(PageId::SelfTests, {}, "glute-activation");
            if (running)
                return pressing(PageId::SelfTests, {Qt::Key_Space}, "glute-activation");
            return [worked, cap](WindowRig& rig) {
                go(rig, PageId::SelfTests, "glute-activation");
                rig.key(Qt::Key_Space);
                rig.run(10s);
                if (worked || cap == QStringLiteral("Backspace"))
                    rig.key(Qt::Key_2);
            };
        }
        if (section == QStringLiteral("Release")) {
            if (cap == QStringLiteral("Space"))
                return [](WindowRig& rig) { startSession(rig); };
            return [](WindowRig& rig) {
                startSession(rig);
                rig.key(Qt::Key_Space);
                rig.run(40s);
            };
        }
        if (section == QStringLiteral("Trends")) {
            if (cap == QStringLiteral("1"))
                return pressing(PageId::Trends, {Qt::Key_5});
            if (cap == QStringLiteral("→") || cap == QStringLiteral("Shift+→"))
                return [cap](WindowRig& rig) {
                    go(rig, PageId::Trends);
                    rig.key(Qt::Key_1);
                    const auto back = cap == QStringLiteral("→") ? Qt::NoModifier : Qt::ShiftModifier;
                    rig.key(Qt::Key_Left, back);
                    rig.key(Qt::Key_Left, back);
                };
            if (cap == QStringLiteral("0"))
                return pressing(PageId::Trends, {Qt::Key_1, Qt::Key_Plus});
            if (cap.startsWith(QStringLiteral("Pg")))
                return [cap](WindowRig& rig) {
                    CheckIn record;
                    record.id = rig.fixture.ids.make<CheckInId>();
                    record.recorded = rig.fixture.services->recordedNow();
                    record.recorded.at.utc -= std::chrono::days(400);
                    record.recorded.day = record.recorded.day - 400;
                    record.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(6);
                    QVERIFY(rig.fixture.log->checkIns().save(record));
                    rig.fixture.changes.announce();
                    go(rig, PageId::Trends);
                    rig.key(Qt::Key_1);
                    rig.key(Qt::Key_Y);
                    rig.key(Qt::Key_PageUp);
                    if (cap == QStringLiteral("PgUp"))
                        rig.key(Qt::Key_PageDown);
                    traceOf(rig);
                };
            return pressing(PageId::Trends, {Qt::Key_1});
        }
        if (section == QStringLiteral("Coach"))
            return showAthletes;
        if (section == QStringLiteral("An athlete under review"))
            return [cap](WindowRig& rig) {
                openReview(rig);
                if (cap == QStringLiteral("Alt+1"))
                    rig.key(Qt::Key_2, Qt::AltModifier);
            };
        return pressing(PageId::History, {});
    }

private Q_SLOTS:
    void ctrl_and_a_number_goes_to_each_page()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        for (std::size_t i = kEntries.size(); i-- > 0;) {
            rig.key(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(rig.page(), kEntries[i].page);
            QCOMPARE(lit(rig), QString::fromLatin1(kEntries[i].button));
            QVERIFY(rig.window->page(kEntries[i].page).isVisible());
            QVERIFY2(rig.window->page(kEntries[i].page).isAncestorOf(QApplication::focusWidget()), kEntries[i].button);
        }
    }

    void a_click_goes_to_each_page()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        for (const Entry& entry : kEntries) {
            QVERIFY(rig.click(entry.button));
            QCOMPARE(rig.page(), entry.page);
            QCOMPARE(lit(rig), QString::fromLatin1(entry.button));
            QVERIFY(rig.window->page(entry.page).isVisible());
        }
    }

    void a_page_that_is_not_left_keeps_its_entry_lit()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        rig.key(Qt::Key_C);
        rig.key(Qt::Key_7);
        const auto stay = [](QWidget& dialog) {
            dialog.findChild<QAbstractButton*>(QStringLiteral("leaveStayButton"))->click();
        };
        for (const bool byMouse : {true, false}) {
            Answer answer(stay);
            if (byMouse)
                QVERIFY(rig.click("trendsNavButton"));
            else
                rig.key(Qt::Key_4, Qt::ControlModifier);
            QCOMPARE(answer.name, QStringLiteral("leaveDialog"));
            QCOMPARE(rig.page(), PageId::CheckIn);
            QCOMPARE(lit(rig), QStringLiteral("todayNavButton"));
            QVERIFY(static_cast<CheckInPage&>(rig.window->page(PageId::CheckIn)).hasUnsavedEntries());
        }
        {
            Answer answer(stay);
            QVERIFY(!rig.window->close());
            QCOMPARE(answer.name, QStringLiteral("leaveDialog"));
            QVERIFY(rig.window->isVisible());
        }
        Answer answer(
            [](QWidget& dialog) { dialog.findChild<QAbstractButton*>(QStringLiteral("leaveDiscardButton"))->click(); });
        QVERIFY(rig.click("trendsNavButton"));
        QCOMPARE(rig.page(), PageId::Trends);
        QCOMPARE(lit(rig), QStringLiteral("trendsNavButton"));
    }

    void a_running_session_has_the_whole_window_and_keeps_it()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        checkIn(rig);
        const WholeLog before = readAll(*rig.fixture.services);
        QVERIFY(sidebarShown(rig));
        startSession(rig);
        QVERIFY(!sidebarShown(rig));
        QVERIFY(!rig.window->findChild<NoticeBar*>()->isVisible());
        rig.key(Qt::Key_Space);
        rig.run(35s);
        rig.key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::Release);
        // Undo would silently take back something that is not on the screen.
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(readAll(*rig.fixture.services).checkIns, before.checkIns);
        rig.key(Qt::Key_Escape);
        QVERIFY(!sidebarShown(rig));
        rig.key(Qt::Key_1);
        QVERIFY(sidebarShown(rig));
        rig.key(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(rig.page(), PageId::Trends);
    }

    void undo_and_redo_by_key_say_what_they_did()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        const WholeLog before = readAll(*rig.fixture.services);
        checkIn(rig);
        const WholeLog after = readAll(*rig.fixture.services);
        QCOMPARE(after.checkIns.size(), before.checkIns.size() + 1);
        auto* bar = rig.window->findChild<NoticeBar*>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message(), QStringLiteral("Check-in saved"));
        QVERIFY(rig.visible<QAbstractButton>("noticeUndoButton") != nullptr);

        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(readAll(*rig.fixture.services) == before);
        QCOMPARE(bar->message(), QStringLiteral("Undone: Save check-in"));
        QVERIFY(rig.visible<QAbstractButton>("noticeUndoButton") == nullptr);
        rig.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(readAll(*rig.fixture.services) == after);
        QCOMPARE(bar->message(), QStringLiteral("Done again: Save check-in"));
        QVERIFY(rig.click("noticeUndoButton"));
        QVERIFY(readAll(*rig.fixture.services) == before);
        QVERIFY(rig.click("noticeDismissButton"));
        QVERIFY(!bar->isVisible());
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!bar->isVisible());
    }

    void f1_opens_the_list_of_shortcuts_from_every_page()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        for (const Entry& entry : kEntries) {
            go(rig, entry.page);
            Answer answer(Answer::close);
            rig.key(Qt::Key_F1);
            QCOMPARE(answer.name, QStringLiteral("shortcutsDialog"));
        }
    }

    void a_log_changed_by_another_program_is_read_again_on_return()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        const QString before = rig.text("nextHeadingLabel");
        const QImage picture = rig.window->grab().toImage();
        {
            auto other = Log::open(rig.fixture.logPath(), rig.fixture.clock);
            QVERIFY(other.has_value());
            CheckIn checkIn;
            checkIn.id = rig.fixture.ids.make<CheckInId>();
            checkIn.recorded = rig.fixture.services->recordedNow();
            for (const Site site : allSites())
                checkIn.scores[site] = Score::clamped(9);
            QVERIFY((*other)->checkIns().save(checkIn).has_value());
        }
        WindowRig::settle();
        QCOMPARE(rig.window->grab().toImage(), picture);
        QWidget elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        rig.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
        WindowRig::settle();
        QVERIFY(rig.window->grab().toImage() != picture);
    }

    void a_new_day_is_noticed_on_return()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        const QString before = rig.text("kickerLabel");
        rig.fixture.clock.suspend(24h);
        QWidget elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        rig.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
        WindowRig::settle();
        QVERIFY(rig.text("kickerLabel") != before);
    }

    void a_reminder_stands_on_today_and_its_notification_leads_there()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        Settings settings = rig.fixture.settings.current();
        settings.reminder = 19h;
        QVERIFY(rig.fixture.settings.save(settings));
        rig.start();
        go(rig, PageId::Trends);
        rig.fixture.clock.suspend(1h);
        rig.fixture.alarm.ring();
        QCOMPARE(rig.fixture.desktop.notices.size(), std::size_t{1});
        QCOMPARE(rig.page(), PageId::Trends);
        QVERIFY2(rig.text("noticeLabel").startsWith(QStringLiteral("Reminder: ")), qPrintable(rig.text("noticeLabel")));
        rig.fixture.desktop.listener.notificationClicked();
        WindowRig::settle();
        QCOMPARE(rig.page(), PageId::Today);
        QVERIFY(rig.visible<QWidget>("reminderBanner") != nullptr);
        QVERIFY(rig.click("reminderLaterButton"));
        QVERIFY(rig.visible<QWidget>("reminderBanner") == nullptr);
    }

    void a_notification_ends_no_session()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        startSession(rig);
        QVERIFY(rig.fixture.guide.isFlowRunning());
        rig.fixture.desktop.listener.notificationClicked();
        WindowRig::settle();
        QCOMPARE(rig.page(), PageId::Release);
        QVERIFY(rig.fixture.guide.isFlowRunning());
    }

    void a_log_that_can_only_be_read_says_so_and_changes_nothing()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        const std::string path = rig.fixture.logPath();
        rig.fixture.services.reset();
        rig.fixture.log.reset();
        {
            SQLite::Database database(path, SQLite::OPEN_READWRITE);
            database.exec("PRAGMA user_version = 99");
        }
        rig.fixture.reopen();
        QVERIFY(rig.fixture.services->file.readOnly());
        QVERIFY(rig.fixture.log->notice().has_value());
        const WholeLog before = readAll(*rig.fixture.services);
        rig.start();
        const QString notice = QStringLiteral("This log was written by a newer Psolog.");
        rig.window->setLogNotice(notice);
        QVERIFY(rig.text("logLabel").contains(QStringLiteral("read only")));
        // Whoever presses every key and every button gets nowhere.
        for (const Entry& entry : kEntries) {
            go(rig, entry.page);
            QCOMPARE(rig.text("logNoticeLabel"), notice);
            if (entry.page == PageId::Settings || entry.page == PageId::Learn)
                continue;
            for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_G, Qt::Key_V, Qt::Key_Return, Qt::Key_Space}) {
                Answer answer(Answer::close);
                rig.key(key);
            }
            Page& page = rig.window->page(entry.page);
            for (const char* name : {"startGluteButton", "startTiltButton", "startButton", "editButton", "deleteButton",
                                     "laterButton", "saveButton"})
                for (const auto* button : page.findChildren<QAbstractButton*>(QString::fromLatin1(name)))
                    QVERIFY2(!button->isVisible() || !button->isEnabled(), name);
        }
        go(rig, PageId::CheckIn);
        for (const Qt::Key key : {Qt::Key_5, Qt::Key_N, Qt::Key_L})
            rig.key(key);
        rig.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!static_cast<CheckInPage&>(rig.window->page(PageId::CheckIn)).hasUnsavedEntries());
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(readAll(*rig.fixture.services) == before);
        rig.window->setLogNotice({});
        QVERIFY(rig.text("logNoticeLabel").isEmpty());
    }

    void theme_and_text_size_reach_every_page_that_was_made()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        go(rig, PageId::CheckIn);
        for (const Entry& entry : kEntries)
            go(rig, entry.page);
        go(rig, PageId::Today);
        Settings settings = rig.fixture.settings.current();
        settings.theme = ThemeChoice::Dark;
        settings.textSizePercent = 150;
        static_cast<void>(rig.fixture.settings.save(settings));
        rig.fixture.theme.apply(ThemeChoice::Dark, 150);
        WindowRig::settle();
        const auto sample = [&](QWidget& page) { return page.grab(QRect(3, 3, 1, 1)).toImage().pixelColor(0, 0); };
        std::vector<PageId> ids{PageId::CheckIn};
        for (const Entry& entry : kEntries)
            ids.push_back(entry.page);
        for (const PageId id : ids) {
            go(rig, id);
            Page& page = rig.window->page(id);
            const QByteArray name = page.metaObject()->className();
            QCOMPARE(page.palette().color(QPalette::Window), darkColors()[Role::Window]);
            QCOMPARE(sample(page), darkColors()[Role::Window]);
            int labels = 0;
            for (const auto* label : page.findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty() || label->property("keycap").toBool())
                    continue;
                ++labels;
                QVERIFY2(label->font().pixelSize() >= 13 * 3 / 2, (name + ": " + label->text().toUtf8()).constData());
            }
            QVERIFY2(labels > 0, name.constData());
        }
        QCOMPARE(rig.window->findChild<QWidget*>(QStringLiteral("sidebarFrame"))->width(), 196 * 3 / 2);
    }

    void every_listed_key_does_something_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("cap");
        for (const ShortcutSection& section : shortcutTable())
            for (const ShortcutRow& row : section.rows)
                for (const QString& cap : capsOf(row.keys))
                    QTest::newRow(qPrintable(section.title + u' ' + cap)) << section.title << cap;
    }

    void every_listed_key_does_something()
    {
        QFETCH(const QString, section);
        QFETCH(const QString, cap);
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        setupFor(section, cap)(rig);
        const KeyPress press = pressOf(cap);
        QVERIFY2(press.key != Qt::Key_unknown, qPrintable(cap));
        QVERIFY2(!reacts(rig, Qt::Key_F9, Qt::NoModifier), "even a key that means nothing seems to do something");
        QVERIFY2(reacts(rig, press.key, press.modifiers, answersLater(section)),
                 qPrintable(section + QStringLiteral(": nothing reacts to ") + cap));
    }

    void a_slash_and_ctrl_f_go_to_the_search()
    {
        WindowRig rig;
        rig.fixture.fillDemo();
        rig.start();
        for (const bool slash : {true, false}) {
            go(rig, PageId::History);
            rig.key(slash ? Qt::Key_Slash : Qt::Key_F, slash ? Qt::NoModifier : Qt::ControlModifier);
            QCOMPARE(rig.focus()->objectName(), QStringLiteral("searchLineEdit"));
            rig.type(QStringLiteral("/x"));
            QCOMPARE(static_cast<QLineEdit*>(rig.focus())->text(), QStringLiteral("/x"));
            static_cast<QLineEdit*>(rig.focus())->clear();
        }
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
