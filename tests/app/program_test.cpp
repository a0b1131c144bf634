// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <QDialog>
#include <QTimer>
#include <QtTest>

#include "app/damagecheck.h"
#include "app/program.h"
#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "gui/firststart/logproblemwidget.h"
#include "gui/window/mainwindow.h"
#include "storage/log.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using test::TemporaryFolder;

namespace {

constexpr std::size_t kPage = 4096;

/// How long to wait for what the program does by itself, in ms: a slow machine is no failure.
constexpr int kPatience = 60'000;

std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void putBytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

template <class Window>
Window* shown()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (auto* found = qobject_cast<Window*>(window); found != nullptr && found->isVisible())
            return found;
    return nullptr;
}

}  // namespace

/// The program as a whole: which window a log leads to.
class ProgramTest : public QObject {
    Q_OBJECT

    struct Home {
        TemporaryFolder folder;
        std::string log = folder.file("mine.psolog");
        Paths paths = makePaths();

        [[nodiscard]] QString at(const char* name) const { return QString::fromStdString(folder.file(name)); }
        [[nodiscard]] Paths makePaths() const
        {
            return {
                at("data"),   at("data/psolog.psolog"), at("data/coach.psolog-library"), at("config.json"), at("state"),
                at("runtime")};
        }
        [[nodiscard]] StartOptions options() const
        {
            StartOptions options;
            options.log = QString::fromStdString(log);
            return options;
        }
    };

    static void makeLog(const std::string& path)
    {
        const SystemClock clock;
        const auto contents = generateDemo({}, clock);
        QVERIFY(contents);
        const auto log = Log::open(path, clock);
        QVERIFY(log);
        QVERIFY((*log)->inTransaction([&] {
            return writeContents(*contents,
                                 {(*log)->athlete(), (*log)->checkIns(), (*log)->selfTests(), (*log)->releases(),
                                  (*log)->weekly(), (*log)->experiments()});
        }));
    }

    /// Breaks a page that opening the log does not read, but a look through it finds.
    static void damage(const std::string& path)
    {
        const SystemClock clock;
        OpenOptions unchecked;
        unchecked.quickCheck = false;
        const std::string whole = bytesOf(path);
        for (std::size_t page = whole.size() / kPage - 1; page > 0; --page) {
            std::string broken = whole;
            broken.replace(page * kPage, 40, 40, '\x5a');
            putBytes(path, broken);
            const auto found = quickCheckLog(path);
            if (!found && found.error().code == ErrorCode::Damaged && Log::open(path, clock, unchecked))
                return;
        }
        QFAIL("every damage is found at once");
    }

private Q_SLOTS:
    void aSoundLogStaysOpen()
    {
        const Home home;
        QVERIFY(home.paths.create());
        makeLog(home.log);
        Program program(home.paths, home.options());
        QSignalSpy looked(&program, &Program::logLookedThrough);
        QCOMPARE(program.start(), Program::Started::Running);
        QVERIFY(looked.count() > 0 || looked.wait(kPatience));
        QVERIFY(shown<MainWindow>() != nullptr);
        QVERIFY(shown<LogProblemWidget>() == nullptr);
    }

    void aDamagedLogIsClosedOnceItIsFoundAndLeftAsItIs()
    {
        const Home home;
        QVERIFY(home.paths.create());
        makeLog(home.log);
        damage(home.log);
        const std::string before = bytesOf(home.log);
        Program program(home.paths, home.options());
        QCOMPARE(program.start(), Program::Started::Running);
        QTRY_VERIFY_WITH_TIMEOUT(shown<LogProblemWidget>() != nullptr, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(shown<MainWindow>() == nullptr, kPatience);
        QCOMPARE(shown<LogProblemWidget>()->path(), QString::fromStdString(home.log));
        QVERIFY(bytesOf(home.log) == before);
        QVERIFY(!std::filesystem::exists(home.log + "-journal"));
    }

    void aDialogThatIsOpenGoesBeforeTheWindowOfADamagedLog()
    {
        const Home home;
        QVERIFY(home.paths.create());
        makeLog(home.log);
        damage(home.log);
        Program program(home.paths, home.options());
        QCOMPARE(program.start(), Program::Started::Running);
        QDialog dialog(shown<MainWindow>());
        bool gaveUp = false;
        QTimer::singleShot(kPatience, &dialog, [&] {
            gaveUp = true;
            dialog.reject();
        });
        dialog.exec();  // returns only because the program closes it
        QVERIFY(!gaveUp);
        dialog.setParent(nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(shown<LogProblemWidget>() != nullptr, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(shown<MainWindow>() == nullptr, kPatience);
    }

    void aLogHeldByAnotherProgramIsLookedThroughASecondTime()
    {
        const auto asked = [](std::vector<Result<void>> answers) {
            std::size_t count = 0;
            const Result<void> sound = DamageCheck::lookThrough([&] { return answers.at(count++); });
            return std::pair(count, sound ? std::string("ok") : std::string(nameOf(sound.error().code)));
        };
        const Result<void> locked = fail(ErrorCode::Locked);
        const Result<void> damaged = fail(ErrorCode::Damaged);
        QVERIFY(asked({Result<void>{}}) == std::pair(std::size_t(1), std::string("ok")));
        QVERIFY(asked({damaged}) == std::pair(std::size_t(1), std::string("damaged")));
        QVERIFY(asked({locked, Result<void>{}}) == std::pair(std::size_t(2), std::string("ok")));
        QVERIFY(asked({locked, locked}) == std::pair(std::size_t(2), std::string("locked")));
    }

    void aProgramMayEndWhileItsLogIsLookedThrough()
    {
        const Home home;
        QVERIFY(home.paths.create());
        makeLog(home.log);
        {
            Program program(home.paths, home.options());
            QCOMPARE(program.start(), Program::Started::Running);
            QVERIFY(QTest::qWaitForWindowExposed(shown<MainWindow>(), kPatience));
        }
        QVERIFY(shown<MainWindow>() == nullptr);
        QVERIFY(checkLog(home.log));
    }

    void whileAWindowIsOpenADamagedLogIsRefusedAndTheWindowStays()
    {
        const Home home;
        QVERIFY(home.paths.create());
        makeLog(home.log);
        const std::string other = home.folder.file("other.psolog");
        makeLog(other);
        damage(other);
        const std::string before = bytesOf(other);
        Program program(home.paths, home.options());
        QCOMPARE(program.start(), Program::Started::Running);
        MainWindow* const window = shown<MainWindow>();
        QVERIFY(window != nullptr);
        Q_EMIT window->openLogRequested(QString::fromStdString(other));
        QTRY_VERIFY_WITH_TIMEOUT(shown<LogProblemWidget>() != nullptr, kPatience);
        QCOMPARE(shown<MainWindow>(), window);
        QVERIFY(bytesOf(other) == before);
    }
};

QTEST_MAIN(ProgramTest)
#include "program_test.moc"
