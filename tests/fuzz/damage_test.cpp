// SPDX-License-Identifier: GPL-3.0-or-later
// Logs damaged in thousands of ways, and every file that a fuzzer once found something with.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/mman.h>

#include "fuzz/childprocess.h"
#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"
#include "fuzz/logrules.h"
#include "fuzz/texttargets.h"
#include "storage/intake.h"

using namespace psolog;
using namespace psolog::test;

namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

constexpr std::size_t kRandomDamages = kSanitized ? 1'000 : 10'000;
constexpr int kWorkers = 2;
constexpr unsigned kHangs = 600;
constexpr double kMostSeconds = kSanitized ? 10.0 : 1.0;
constexpr long kMostKib = 64L * 1024;

std::span<const std::byte> bytesOf(const std::string& log)
{
    return std::as_bytes(std::span(log));
}

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Judges one damaged log; what went wrong, or nothing.
std::string wrongWith(const std::string& log)
{
    const double start = processorSeconds();
    const auto file = Intake::inspectBytes(bytesOf(log));
    std::string broken = file ? brokenRule(*file->copy) : std::string();
    if (const double used = processorSeconds() - start; used > kMostSeconds)
        return fmt::format("took {:.1f} s", used);
    if (!file)
        return file.error().code == ErrorCode::Internal ? "internal: " + file.error().detail : std::string();
    return broken;
}

/// Small logs of every schema version.
const std::vector<std::string>& smallLogs()
{
    static const std::vector<std::string> logs = [] {
        std::vector<std::string> made;
        for (int version = 1; version <= newestLogVersion(); ++version)
            made.push_back(soundLog(version, 6, static_cast<std::uint64_t>(version), 1024));
        return made;
    }();
    return logs;
}

/// Number of the damage that a worker is at, seen from outside when it crashed.
class Progress {
public:
    Progress()
        : m_at(static_cast<std::atomic<std::size_t>*>(::mmap(
            nullptr, sizeof(std::atomic<std::size_t>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
    }
    ~Progress() { ::munmap(m_at, sizeof(std::atomic<std::size_t>)); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void set(std::size_t n) { m_at->store(n); }
    [[nodiscard]] std::size_t get() const { return m_at->load(); }

private:
    std::atomic<std::size_t>* m_at;
};

/// Judges damaged logs 0 to count - 1 in several processes at once.
template <class Make>
void judgeAll(std::size_t count, Make make)
{
    std::vector<std::thread> workers;
    std::vector<std::string> failures(kWorkers);
    for (int worker = 0; worker < kWorkers; ++worker)
        workers.emplace_back([&, worker] {
            Progress progress;
            const auto job = [&]() -> std::string {
                for (std::size_t n = static_cast<std::size_t>(worker); n < count; n += kWorkers) {
                    progress.set(n);
                    if (std::string wrong = wrongWith(make(n)); !wrong.empty())
                        return wrong;
                }
                return {};
            };
            const ChildReport report = inChild(job, kHangs);
            std::string& failure = failures[static_cast<std::size_t>(worker)];
            if (!report.ended || !report.said.empty())
                failure = fmt::format("damage {}: {}", progress.get(), report.said);
            else if (!kSanitized && report.peakKib > kMostKib)
                failure = fmt::format("{} KiB", report.peakKib);
        });
    for (std::thread& worker : workers)
        worker.join();
    for (const std::string& failure : failures)
        EXPECT_EQ(failure, "");
}

TEST(Damage, ByChanceIsSurvived)
{
    const auto& logs = smallLogs();
    judgeAll(kRandomDamages, [&](std::size_t n) { return randomDamage(logs[n % logs.size()], n); });
}

TEST(Damage, OfEveryByteOfTheHeaderAndAtEveryPageIsSurvived)
{
    for (const std::string& log : smallLogs()) {
        // The sanitizers make it slow, and versions differ little here.
        if (kSanitized && &log != &smallLogs().back())
            continue;
        judgeAll(systematicDamages(log), [&](std::size_t n) { return systematicDamage(log, n); });
    }
}

TEST(Damage, IsTheSameForTheSameSeed)
{
    const std::string& log = smallLogs().front();
    EXPECT_EQ(randomDamage(log, 5), randomDamage(log, 5));
    EXPECT_NE(randomDamage(log, 5), randomDamage(log, 6));
    EXPECT_EQ(soundLog(1), soundLog(1));
}

TEST(Damage, LeavesSoundLogsAlone)
{
    for (const std::string& log : smallLogs()) {
        const auto file = Intake::inspectBytes(bytesOf(log));
        ASSERT_TRUE(file) << file.error().detail;
        EXPECT_EQ(file->copy->checkIns.size(), 6U);
    }
}

TEST(Damage, IsFoundByManyThreadsAtOnce)
{
    const auto& logs = smallLogs();
    const auto judged = [&](std::size_t n) -> std::string {
        const auto file = Intake::inspectBytes(bytesOf(randomDamage(logs[n % logs.size()], n)));
        return file ? file->digest : file.error().detail;
    };
    constexpr std::size_t count = 60;
    std::vector<std::string> alone(count);
    for (std::size_t n = 0; n < count; ++n)
        alone[n] = judged(n);
    std::vector<std::vector<std::string>> together(4, std::vector<std::string>(count));
    std::vector<std::thread> threads;
    for (auto& answers : together)
        threads.emplace_back([&] {
            for (std::size_t n = 0; n < count; ++n)
                answers[n] = judged(n);
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& answers : together)
        EXPECT_EQ(answers, alone);
}

std::vector<fs::path> findings(const char* kind)
{
    std::vector<fs::path> files;
    const char* root = std::getenv("PSOLOG_SOURCE_DIR");
    for (const auto& entry : fs::directory_iterator(fs::path(root ? root : ".") / "tests" / "data" / "fuzz" / kind))
        if (entry.path().extension() != ".md")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Findings, OfTheIntakeFuzzerStayMended)
{
    for (const fs::path& path : findings("intake")) {
        const ChildReport report = inChild([&] { return wrongWith(contentOf(path)); }, kHangs);
        EXPECT_TRUE(report.ended && report.said.empty()) << path.filename() << ": " << report.said;
    }
}

TEST(Findings, OfTheTextsFuzzerStayMended)
{
    for (const fs::path& path : findings("texts")) {
        const ChildReport report = inChild([&] { return wrongWithText(contentOf(path)); }, kHangs);
        EXPECT_TRUE(report.ended && report.said.empty()) << path.filename() << ": " << report.said;
    }
}

}  // namespace
