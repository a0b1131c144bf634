// SPDX-License-Identifier: GPL-3.0-or-later
// A coach's roster of 200 athletes, each with a log of two years of its own: worked out from the files, taken into a
// library, opened again when nothing changed, and worked out from the library on another day.
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "analysis/roster.h"
#include "bench/benchreport.h"
#include "cli/commands.h"
#include "core/logfilename.h"
#include "storage/coachlibrary.h"
#include "storage/intake.h"
#include "support/manualclock.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr int kAthletes = 200;
constexpr int kDays = 730;
constexpr int kRuns = 3;
constexpr int kOpenings = 11;
constexpr double kFromFilesMs = 1500;
constexpr double kUnchangedMs = 200;

template <class T>
T need(Result<T> result, const char* what)
{
    if (!result)
        throw std::runtime_error(fmt::format("{}: {} {}", what, nameOf(result.error().code), result.error().detail));
    return std::move(*result);
}

void need(const Result<void>& result, const char* what)
{
    if (!result)
        throw std::runtime_error(fmt::format("{}: {}", what, result.error().detail));
}

/// Each number of 0 … count - 1 in one of two threads, as the program has them.
void inTwoThreads(int count, const std::function<void(int)>& work)
{
    std::atomic<int> next = 0;
    std::exception_ptr failed;
    const auto take = [&] {
        for (int i = next++; i < count; i = next++)
            work(i);
    };
    std::jthread beside([&] {
        try {
            take();
        } catch (...) {
            failed = std::current_exception();
        }
    });
    take();
    beside.join();
    if (failed)
        std::rethrow_exception(failed);
}

double timed(const std::function<void()>& work)
{
    const double began = wallMs();
    work();
    return wallMs() - began;
}

class Bench {
public:
    void measure()
    {
        std::fprintf(stderr, "  writing %d logs of %d days …\n", kAthletes, kDays);
        std::fprintf(stderr, "  written in %.1f s\n", timed([&] { writeLogs(); }) / 1000);

        std::vector<double> times;
        for (int run = 0; run < kRuns; ++run)
            times.push_back(timed([&] { fromFiles(); }));
        reportLimit(fmt::format("roster of {} athletes × 2 years from files", kAthletes), kFromFilesMs, median(times),
                    "ms");

        reportTime("the same taken into a new library", timed([&] { takeIn(); }));
        std::vector<double> openings;
        for (int i = 0; i < kOpenings; ++i)
            openings.push_back(timed([&] { openUnchanged(); }));
        reportLimit("roster opened when nothing changed", kUnchangedMs, median(openings), "ms");
        reportTime("roster worked out anew on another day", timed([&] { openOnAnotherDay(); }));
        reportTime("one row of 2 years, its copy at hand", rowMs());
    }

private:
    void writeLogs()
    {
        std::filesystem::create_directory(m_folder.file("logs"));
        inTwoThreads(kAthletes, [&](int i) {
            DemoOptions options;
            options.days = kDays;
            options.seed = static_cast<std::uint64_t>(i) + 1;
            options.effect = i % 4 - 2.0;
            options.silentDays = i % 10 == 0 ? 5 : 0;
            options.redStop = i % 15 == 0;
            options.name = fmt::format("Runner {}", i + 1);
            if (const auto made = cli::makeDemo(options, fileOf(i), m_clock); !made)
                throw std::runtime_error("no demonstration log: " + made.error().error.detail);
        });
    }

    [[nodiscard]] std::string fileOf(int i) const { return m_folder.file(fmt::format("logs/{:03}.psolog", i)); }
    [[nodiscard]] std::string libraryPath() const { return m_folder.file("coach.psolog-library"); }
    [[nodiscard]] LocalDay today() const { return localDayOf(m_clock.now()); }

    void fromFiles()
    {
        std::vector<RosterRow> rows(kAthletes);
        inTwoThreads(kAthletes, [&](int i) {
            const InspectedFile file = need(m_quickIntake.inspect(fileOf(i)), "not accepted");
            rows[static_cast<std::size_t>(i)] = rosterRow(*file.copy, today());
        });
        std::sort(rows.begin(), rows.end(),
                  [](const RosterRow& a, const RosterRow& b) { return needsMore(a, a.flags, b, b.flags); });
    }

    [[nodiscard]] std::unique_ptr<CoachLibrary> library() const
    {
        return need(CoachLibrary::open(libraryPath(), m_clock), "no library");
    }

    /// As the program does when a folder is taken in for the first time, one file after the other.
    void takeIn()
    {
        const auto library = this->library();
        std::vector<KnownFile> known;
        for (int i = 0; i < kAthletes; ++i) {
            const InspectedFile file = need(m_intake.inspect(fileOf(i)), "not accepted");
            need(library->takeIn(file), "not taken in");
            const RosterRow row = rosterRow(*file.copy, today());
            need(library->cacheFacts(row.athlete, {rosterKey(file.digest, today(), {}), toText(row)}), "not kept");
            known.push_back(seen(file));
        }
        need(library->rememberFiles(known), "not remembered");
    }

    static KnownFile seen(const InspectedFile& file)
    {
        struct stat status { };
        ::stat(file.path.c_str(), &status);
        KnownFile known;
        known.path = file.path;
        known.bytes = status.st_size;
        known.modifiedNs = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
        known.inode = static_cast<std::int64_t>(status.st_ino);
        known.digest = file.digest;
        known.athlete = file.copy->athlete.record.id;
        return known;
    }

    /// Rows from the cache, and a look at every file of the folder that none of them changed.
    void openUnchanged()
    {
        const auto library = this->library();
        std::vector<RosterRow> rows;
        for (const AthleteEntry& entry : need(library->athletes(), "no athletes")) {
            if (!entry.facts || entry.facts->key != rosterKey(entry.digest, today(), {}))
                throw std::runtime_error("a row was not cached");
            rows.push_back(need(rowFromText(entry.facts->text), "a cached row cannot be read"));
        }
        std::sort(rows.begin(), rows.end(),
                  [](const RosterRow& a, const RosterRow& b) { return needsMore(a, a.flags, b, b.flags); });
        const auto known = need(library->knownFiles(), "no known files");
        std::size_t unchanged = 0;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.file("logs"))) {
            if (!mayBeLog(entry.path().filename().string()))
                continue;
            struct stat status { };
            ::stat(entry.path().c_str(), &status);
            unchanged += std::any_of(known.begin(), known.end(), [&](const KnownFile& file) {
                return file.path == entry.path().string() && file.bytes == status.st_size
                    && file.modifiedNs == status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
            });
        }
        if (rows.size() != kAthletes || unchanged != kAthletes)
            throw std::runtime_error("the library lacks something");
    }

    void openOnAnotherDay()
    {
        const auto athletes = need(library()->athletes(), "no athletes");
        inTwoThreads(2, [&](int part) {
            const auto library = this->library();
            for (std::size_t i = static_cast<std::size_t>(part); i < athletes.size(); i += 2)
                static_cast<void>(rosterRow(need(library->copyOf(athletes[i].id), "no copy"), today() + 1));
        });
    }

    [[nodiscard]] double rowMs() const
    {
        const InspectedFile file = need(m_intake.inspect(fileOf(0)), "not accepted");
        std::vector<double> times;
        for (int i = 0; i < kOpenings; ++i)
            times.push_back(timed([&] { static_cast<void>(rosterRow(*file.copy, today())); }));
        return median(times);
    }

    const test::TemporaryFolder m_folder;
    const test::ManualClock m_clock;
    const Intake m_intake;
    const Intake m_quickIntake{{{}, false}};  // as for psolog-cli roster
};

}  // namespace

int main()
{
    try {
        Bench().measure();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "roster_bench: %s\n", error.what());
        return 1;
    }
}
