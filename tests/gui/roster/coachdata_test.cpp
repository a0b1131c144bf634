// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include <QFileInfo>
#include <QSignalSpy>
#include <QtTest>

#include "countingdesk.h"
#include "gui/roster/coachdata.h"
#include "gui/shell/coachservices.h"
#include "support/athletefiles.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// A coach with a desk of their own and athletes who send files.
struct Bench {
    Bench()
        : desk(fixture.desk),
          services(*fixture.coach),
          files(fixture.clock, fixture.folder.filePath(QStringLiteral("club")).toStdString())
    {
        rewire();
        open();
    }

    void rewire()
    {
        coach = std::make_unique<CoachServices>(
            CoachServices{services.snapshots, services.received, services.notesFiles, desk});
        fixture.services->coach = coach.get();
    }
    void open()
    {
        data = std::make_unique<CoachData>(*fixture.services);
        data->folderWatch().setQuiet(20ms);
        QObject::connect(data.get(), &CoachData::inspected, data.get(), [this](const auto& got) {
            preview = got;
            ++previews;
        });
        QObject::connect(data.get(), &CoachData::tookIn, data.get(),
                         [this](const auto& got) { reports.push_back(*got); });
        QObject::connect(data.get(), &CoachData::failed, data.get(),
                         [this](const Error& error) { failures.push_back(error); });
    }

    /// What taking these in would do.
    void inspect(const std::vector<std::string>& paths)
    {
        QStringList all;
        for (const std::string& path : paths)
            all << QString::fromStdString(path);
        const int before = previews;
        data->inspect(all);
        QTRY_VERIFY(previews > before);
    }
    /// Takes everything in that the last preview proposes.
    void takeAll()
    {
        QVERIFY(preview != nullptr);
        std::vector<ProposedFile> news;
        for (const ProposedFile& file : preview->files)
            if (file.bringsNews())
                news.push_back(file);
        const auto before = reports.size();
        data->takeIn(news);
        QTRY_VERIFY(reports.size() > before);
        settle();
    }
    void add(const std::vector<std::string>& paths)
    {
        inspect(paths);
        takeAll();
    }
    /// Everything that was asked is answered.
    void settle()
    {
        bool done = false;
        data->ask([](ICoachLibrary&) { return Result<void>(); }, [&done](const Result<void>&) { done = true; });
        QTRY_VERIFY(done);
    }
    void watch()
    {
        data->watch(QString::fromStdString(files.folder()));
        QTRY_COMPARE(data->folder().path, files.folder());
    }
    [[nodiscard]] int athletes() const { return data->roster() != nullptr ? data->roster()->athletes : -1; }

    PageFixture fixture;
    CountingDesk desk;
    CoachServices services;
    std::unique_ptr<CoachServices> coach;
    AthleteFiles files;
    std::shared_ptr<const IntakePreview> preview;
    int previews = 0;
    std::vector<TakeInReport> reports;
    std::vector<Error> failures;
    std::unique_ptr<CoachData> data;
};

}  // namespace

class CoachDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLibraryIsMadeBeforeSomethingIsTakenIn()
    {
        Bench bench;
        bench.data->refresh();
        QTRY_VERIFY(bench.data->roster() != nullptr);
        QVERIFY(!bench.data->roster()->library);
        bench.inspect({bench.files.make("a.psolog", "Runner 01", 2)});
        QCOMPARE(bench.preview->files.size(), std::size_t{1});
        QVERIFY(!bench.desk.hasLibrary());
        bench.takeAll();
        QVERIFY(bench.desk.hasLibrary());
        QTRY_COMPARE(bench.athletes(), 1);
        QCOMPARE(bench.data->roster()->items.front().entry.name, std::string("Runner 01"));
    }

    void takingInTwiceChangesNothing()
    {
        Bench bench;
        const std::string path = bench.files.make("a.psolog", "Runner 01", 2);
        bench.add({path});
        QTRY_COMPARE(bench.athletes(), 1);
        const RosterItem before = bench.data->roster()->items.front();
        bench.inspect({path});
        QCOMPARE(bench.preview->files.front().comparison.relation, CopyRelation::Same);
        QVERIFY(!bench.preview->files.front().bringsNews());
        bench.data->takeIn(bench.preview->files);
        QTRY_COMPARE(bench.reports.size(), std::size_t{2});
        QVERIFY(!bench.reports.back().changedAnything());
        QCOMPARE(bench.reports.back().unchanged, 1);
        bench.settle();
        QCOMPARE(bench.data->roster()->items.front().entry.digest, before.entry.digest);
    }

    void aRefusedFileBlocksNoOther()
    {
        Bench bench;
        const std::vector paths{bench.files.make("a.psolog", "Runner 01", 2), bench.files.write("b.psolog", "no log"),
                                bench.files.write("c.psolog", ""), bench.files.path("missing.psolog"),
                                bench.files.make("d.psolog", "Runner 02", 3)};
        bench.add(paths);
        QCOMPARE(bench.preview->refused.size(), std::size_t{3});
        QTRY_COMPARE(bench.athletes(), 2);
        QCOMPARE(bench.data->refused().size(), std::size_t{3});
    }

    void theOwnLogIsRefusedAndACopyOfItIsNamed()
    {
        Bench bench;
        bench.data.reset();
        bench.fixture.fillDemo();
        bench.rewire();
        bench.open();
        const std::string own = bench.fixture.logPath();
        bench.inspect({own});
        QCOMPARE(bench.preview->files.size(), std::size_t{0});
        QCOMPARE(bench.preview->refused.front().error.code, ErrorCode::OwnLog);
        const auto snapshot = bench.fixture.snapshots->write({}, bench.files.path("me.psolog"));
        QVERIFY(snapshot.has_value());
        bench.inspect({bench.files.path("me.psolog")});
        QCOMPARE(bench.preview->files.size(), std::size_t{1});
        QVERIFY(bench.preview->files.front().own);
    }

    void twoCopiesOfOneAthleteAreUnited()
    {
        Bench bench;
        const std::string one = bench.files.make("a.psolog", "Runner 01", 2);
        const std::string other = bench.files.copy(one, "a.sync-conflict-20261122.psolog");
        bench.fixture.clock.advance(1min);
        bench.files.checkIn(one, 3);
        bench.files.checkIn(other, 4);
        bench.add({one, other});
        QTRY_COMPARE(bench.athletes(), 1);
        QCOMPARE(bench.reports.back().added, 1);
        QCOMPARE(bench.reports.back().updated, 1);
        for (const std::string& path : {one, other}) {
            bench.inspect({path});
            QCOMPARE(bench.preview->files.front().comparison.relation, CopyRelation::Older);
        }
    }

    void aWatchedFolderBringsNewRecordsByItselfAndAsksForNewAthletes()
    {
        Bench bench;
        const std::string known = bench.files.make("a.psolog", "Runner 01", 2);
        bench.add({known});
        bench.files.make("b.psolog", "Runner 02", 3);
        bench.watch();
        QTRY_COMPARE(bench.data->folder().waiting.size(), std::size_t{1});
        QCOMPARE(bench.athletes(), 1);
        QVERIFY(!bench.desk.hasLibrary() || bench.reports.size() == 1);

        bench.fixture.clock.advance(1min);
        bench.files.checkIn(known, 9);
        QTRY_COMPARE(bench.reports.size(), std::size_t{2});
        QVERIFY(bench.reports.back().byItself);
        QCOMPARE(bench.reports.back().updated, 1);
        QTRY_COMPARE(bench.data->roster()->items.front().row.worstNow, std::optional(9));
        QCOMPARE(bench.data->folder().waiting.size(), std::size_t{1});

        const int before = bench.previews;
        bench.data->inspectWaiting();
        QTRY_VERIFY(bench.previews > before);
        bench.takeAll();
        QTRY_COMPARE(bench.athletes(), 2);
        QTRY_VERIFY(bench.data->folder().waiting.empty());
    }

    void aFileThatAppearsInTheFolderIsFound()
    {
        Bench bench;
        bench.watch();
        QVERIFY(bench.data->folder().files.empty());
        const std::string path = bench.files.make("late.psolog", "Runner 09", 9);
        QTRY_COMPARE(bench.data->folder().waiting, std::vector<std::string>{path});
    }

    void aConflictInTheFolderWaits()
    {
        Bench bench;
        const std::string one = bench.files.make("a.psolog", "Runner 01", 2);
        const std::string other = bench.files.copy(one, "a (conflicted copy 2026-11-22).psolog");
        // Both changed the same record at the same moment.
        bench.files.annotate(one, "on the track");
        bench.files.annotate(other, "in the woods");
        bench.add({one});
        bench.watch();
        QTRY_COMPARE(bench.data->folder().waiting, std::vector<std::string>{other});
        QCOMPARE(bench.reports.size(), std::size_t{1});
    }

    void whatDidNotChangeIsNotReadAgain()
    {
        Bench bench;
        bench.add({bench.files.make("a.psolog", "Runner 01", 2)});
        bench.files.make("b.psolog", "Runner 02", 3);
        bench.files.write("c.psolog", "no log");
        bench.watch();
        QTRY_COMPARE(bench.data->folder().waiting.size(), std::size_t{1});
        const int before = bench.desk.inspected();
        QSignalSpy read(bench.data.get(), &CoachData::folderChanged);
        bench.data->refresh();
        QTRY_VERIFY(!read.isEmpty());
        bench.settle();
        QCOMPARE(bench.desk.inspected(), before);
        QCOMPARE(bench.data->folder().refused.size(), std::size_t{1});

        // The next start knows all but what waits.
        bench.data.reset();
        bench.open();
        bench.data->refresh();
        QTRY_COMPARE(bench.data->folder().waiting.size(), std::size_t{1});
        QCOMPARE(bench.desk.inspected(), before + 1);
        QCOMPARE(bench.data->folder().refused.size(), std::size_t{1});
    }

    void aFolderThatVanishesIsWaitedFor()
    {
        Bench bench;
        bench.add({bench.files.make("a.psolog", "Runner 01", 2)});
        bench.watch();
        QTRY_COMPARE(bench.data->folder().files.size(), std::size_t{1});
        const std::string away = bench.files.folder() + "-away";
        fs::rename(bench.files.folder(), away);
        QTRY_VERIFY(bench.data->folder().problem.has_value());
        QCOMPARE(bench.data->folder().problem->code, ErrorCode::NotFound);
        QCOMPARE(bench.athletes(), 1);
        fs::rename(away, bench.files.folder());
        QTRY_VERIFY(!bench.data->folder().problem.has_value());
        QCOMPARE(bench.data->folder().files.size(), std::size_t{1});
    }

    void aFolderThatMayNotBeReadIsSaid()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        Bench bench;
        fs::permissions(bench.files.folder(), fs::perms::none);
        bench.watch();
        QTRY_VERIFY(bench.data->folder().problem.has_value());
        QCOMPARE(bench.data->folder().problem->code, ErrorCode::CannotOpen);
        fs::permissions(bench.files.folder(), fs::perms::owner_all);
    }

    void tenThousandOtherFilesAreLeftAlone()
    {
        Bench bench;
        for (int i = 0; i < 10'000; ++i)
            bench.files.write("photo" + std::to_string(i) + ".jpg", "");
        const std::string path = bench.files.make("a.psolog", "Runner 01", 2);
        QElapsedTimer timer;
        timer.start();
        bench.watch();
        QTRY_COMPARE(bench.data->folder().waiting, std::vector<std::string>{path});
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(bench.data->folder().others, 10'000);
        QCOMPARE(bench.desk.inspected(), 1);
    }

    void cancelEndsLookingIntoFiles()
    {
        Bench bench;
        std::vector<std::string> paths;
        for (int i = 0; i < 20; ++i)
            paths.push_back(bench.files.write("x" + std::to_string(i) + ".psolog", "no log"));
        bench.desk.hold();
        QStringList all;
        for (const std::string& path : paths)
            all << QString::fromStdString(path);
        bench.data->inspect(all);
        QTRY_VERIFY(bench.desk.inspected() > 0);
        bench.data->cancel();
        bench.desk.release();
        QTRY_COMPARE(bench.previews, 1);
        QVERIFY(bench.preview == nullptr);
        QVERIFY(bench.desk.inspected() < 20);
        QVERIFY(!bench.data->progress());
        // What is asked afterwards is answered.
        bench.inspect(paths);
        QCOMPARE(bench.preview->refused.size(), std::size_t{20});
    }

    void leavingInTheMiddleEnds()
    {
        Bench bench;
        QStringList all;
        for (int i = 0; i < 20; ++i)
            all << QString::fromStdString(bench.files.make("r" + std::to_string(i) + ".psolog", "Runner", 50 + i));
        bench.data->inspect(all);
        bench.data->refresh();
        bench.data.reset();
        QVERIFY(!bench.desk.hasLibrary());
    }

    void aDiskThatDoesNotAnswerDoesNotHoldUpTheEnd()
    {
        Bench bench;
        const int before = CoachData::running();
        bench.desk.hold();
        bench.data->inspect({QString::fromStdString(bench.files.write("x.psolog", "no log"))});
        QTRY_VERIFY(bench.desk.inspected() > 0);
        bench.data->setPatience(20ms);
        bool told = false;
        bench.data->ask([](ICoachLibrary&) { return Result<void>(); }, [&told](const Result<void>&) { told = true; });
        // The thread waits for the two that look into files.
        bench.data.reset();
        QCOMPARE(CoachData::running(), before);
        bench.desk.release();
        QTRY_COMPARE(CoachData::running(), before - 1);
        QVERIFY(!told);
        QVERIFY(bench.failures.empty());
    }

    void theReasonWhyTheLibraryCannotBeOpenedIsToldToWhoAsks()
    {
        Bench bench;
        bench.desk.refuse(ErrorCode::Locked);
        std::optional<ErrorCode> code;
        bench.data->change(
            [](ICoachLibrary&) { return Result<void>(); },
            [&code](const Result<void>& done) { code = done ? std::nullopt : std::optional(done.error().code); });
        QTRY_COMPARE(code, std::optional(ErrorCode::Locked));
        QVERIFY(bench.failures.empty());
    }

    void aRosterThatCannotBeReadIsSaid()
    {
        Bench bench;
        bench.add({bench.files.make("a.psolog", "Runner 01", 2)});
        bench.data.reset();
        bench.desk.refuse(ErrorCode::Damaged);
        bench.open();
        bench.data->refresh();
        QTRY_VERIFY(bench.data->isUnreadable());
        QVERIFY(bench.data->roster() == nullptr);
        bench.desk.refuse(std::nullopt);
        bench.data->refresh();
        QTRY_COMPARE(bench.athletes(), 1);
        QVERIFY(!bench.data->isUnreadable());
    }

    void aFileThatWaitsIsJudgedAgainWhenItsAthleteWasTakenIn()
    {
        Bench bench;
        const std::string inFolder = bench.files.make("a.psolog", "Runner 01", 2);
        bench.watch();
        QTRY_COMPARE(bench.data->folder().waiting.size(), std::size_t{1});
        // The same log comes by mail.
        const std::string mailed = bench.fixture.folder.filePath(QStringLiteral("mailed.psolog")).toStdString();
        fs::copy_file(inFolder, mailed);
        bench.add({mailed});
        QTRY_VERIFY(bench.data->folder().waiting.empty());
    }

    void aCancelledFolderIsNotReadAgainUnasked()
    {
        Bench bench;
        for (int i = 0; i < 20; ++i)
            bench.files.write("x" + std::to_string(i) + ".psolog", "no log");
        bench.desk.hold();
        bench.data->watch(QString::fromStdString(bench.files.folder()));
        QTRY_VERIFY(bench.desk.inspected() > 0);
        bench.data->cancel();
        bench.desk.release();
        QTRY_VERIFY(bench.data->folder().cancelled);
        bench.settle();
        const int before = bench.desk.inspected();
        bench.data->comeBack();
        bench.settle();
        bench.settle();
        QCOMPARE(bench.desk.inspected(), before);
        QVERIFY(bench.data->folder().cancelled);
        bench.data->refresh();
        QTRY_VERIFY(!bench.data->folder().cancelled);
        QCOMPARE(bench.data->folder().refused.size(), std::size_t{20});
    }

    void whatIsNotHeldInMemoryIsReadAgain()
    {
        Bench bench;
        bench.data->setMemory(0);
        const std::string one = bench.files.make("a.psolog", "Runner 01", 2);
        const std::string other = bench.files.make("b.psolog", "Runner 02", 3);
        const std::string gone = bench.files.make("c.psolog", "Runner 03", 4);
        bench.inspect({one, other, gone});
        QCOMPARE(bench.preview->files.size(), std::size_t{3});
        for (const ProposedFile& file : bench.preview->files) {
            QVERIFY(file.file.image == nullptr);
            QVERIFY(file.file.copy == nullptr);
            QCOMPARE(file.summary.checkIns > 0, true);
        }
        bench.fixture.clock.advance(1min);
        bench.files.checkIn(other, 9);
        fs::remove(gone);
        bench.takeAll();
        QTRY_COMPARE(bench.athletes(), 1);
        QCOMPARE(bench.reports.back().added, 1);
        QCOMPARE(bench.reports.back().failed.size(), std::size_t{2});
        QCOMPARE(bench.reports.back().failed.front().error.code, ErrorCode::Changing);
        QCOMPARE(bench.reports.back().failed.back().error.code, ErrorCode::NotFound);
    }

    void aMarkAndAGroupAreKept()
    {
        Bench bench;
        bench.add({bench.files.make("a.psolog", "Runner 01", 2)});
        QTRY_COMPARE(bench.athletes(), 1);
        const RosterItem item = bench.data->roster()->items.front();
        QVERIFY(item.isNewSinceReview());
        const ReviewMark mark{bench.fixture.clock.now(), item.entry.digest, flagsText(item.row.flags)};
        bench.data->change(
            [&](ICoachLibrary& library) -> Result<void> {
                if (auto marked = library.setReviewed(item.entry.id, mark); !marked)
                    return marked;
                return library.setGroup(item.entry.id, "10 km");
            },
            [](const Result<void>& done) { QVERIFY(done.has_value()); });
        QTRY_COMPARE(bench.data->roster()->items.front().entry.group, std::string("10 km"));
        QVERIFY(!bench.data->roster()->items.front().isNewSinceReview());
        QVERIFY(bench.data->roster()->items.front().unseen.empty());
    }
};

QTEST_MAIN(CoachDataTest)
#include "coachdata_test.moc"
