// SPDX-License-Identifier: GPL-3.0-or-later
// From exec to the first painted window: the program on a ten-year log against an empty Qt window, by turns.
// start_bench [PLATFORM [STARTS]]
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/benchreport.h"
#include "bench/tenyearlog.h"
#include "cli/hostclock.h"
#include "support/temporaryfolder.h"

using namespace psolog;
using namespace psolog::bench;

namespace {

constexpr double kBudget = 1.5;
constexpr double kMemoryBudgetMb = 80;
constexpr int kStarts = 21;
constexpr int kWarmUps = 2;

struct Start {
    double ms = 0;
    double residentMb = 0;
};

/// Runs a program until its first paint.
Start start(const std::string& program, const std::vector<std::string>& arguments)
{
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const double began = wallMs();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execv(program.c_str(), argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::FILE* const out = ::fdopen(ends[0], "r");
    double painted = 0;
    long residentKb = 0;
    const bool read = std::fscanf(out, "%lf %ld", &painted, &residentKb) == 2;
    std::fclose(out);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!read || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(program + " showed no window");
    return {painted - began, static_cast<double>(residentKb) / 1024};
}

/// The folder of lock and socket: in memory, as on every desktop, where there is such a place.
class RuntimeFolder {
public:
    RuntimeFolder()
    {
        const char* const shared = "/dev/shm";
        std::string pattern = ::access(shared, W_OK) == 0 ? shared : std::filesystem::temp_directory_path().string();
        pattern += "/psolog-bench-XXXXXX";
        if (::mkdtemp(pattern.data()) == nullptr)
            throw std::runtime_error("no runtime folder");
        m_path = pattern;
        ::setenv("XDG_RUNTIME_DIR", m_path.c_str(), 1);
    }
    ~RuntimeFolder()
    {
        clear();
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    RuntimeFolder(const RuntimeFolder&) = delete;
    RuntimeFolder& operator=(const RuntimeFolder&) = delete;

    /// Removes what a program left that was ended at its first paint.
    void clear()
    {
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(m_path, ignored))
            std::filesystem::remove_all(entry.path(), ignored);
    }

private:
    std::string m_path;
};

void measure(const std::string& platform, int starts)
{
    const test::TemporaryFolder folder;
    RuntimeFolder runtime;
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}) {
        ::mkdir(folder.file(name).c_str(), 0700);
        ::setenv(name, folder.file(name).c_str(), 1);
    }
    ::setenv("QT_QPA_PLATFORM", platform.c_str(), 1);
    const std::string log = folder.file("ten years.psolog");
    writeTenYearLog(log, cli::HostClock());

    std::vector<double> program;
    std::vector<double> empty;
    std::vector<double> resident;
    for (int i = -kWarmUps; i < starts; ++i) {
        runtime.clear();
        const Start ours = start(PSOLOG_FIRST_WINDOW, {"--log", log});
        const Start least = start(PSOLOG_EMPTY_WINDOW, {});
        if (i < 0)
            continue;
        program.push_back(ours.ms);
        resident.push_back(ours.residentMb);
        empty.push_back(least.ms);
    }
    reportAgainst("first window, ten-year log, " + platform, kBudget, "a window with one line of text", median(program), median(empty),
                  "ms");
    if (platform == "offscreen")
        reportLimit("resident memory at the first window", kMemoryBudgetMb, median(resident), "MB");
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        measure(argc > 1 ? argv[1] : "offscreen", argc > 2 ? std::atoi(argv[2]) : kStarts);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "start_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
