// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/childprocess.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <sstream>

#include <csignal>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace psolog::test {

namespace {

/// A line of /proc/self/status in KiB.
long statusKib(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::strtol(line.c_str() + name.size() + 1, nullptr, 10);
    return 0;
}

double processorSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

[[noreturn]] void runJob(int out, const std::function<std::string()>& job, unsigned limit)
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::alarm(limit);
    // "5" sets the peak to what is in use now.
    std::ofstream("/proc/self/clear_refs") << "5";
    const long before = statusKib("VmRSS");
    const double processor = processorSeconds();
    const auto start = std::chrono::steady_clock::now();
    std::string said;
    int code = 0;
    try {
        said = job();
    } catch (const std::exception& failure) {
        said = std::string("threw ") + failure.what();
        code = 1;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    const double used = processorSeconds() - processor;
    const std::string report = fmt::format("{} {} {}\n{}", wall.count(), used, statusKib("VmHWM") - before, said);
    for (std::size_t done = 0; done < report.size();) {
        const ssize_t written = ::write(out, report.data() + done, report.size() - done);
        if (written < 0 && errno != EINTR)
            ::_exit(2);
        done += written < 0 ? 0 : static_cast<std::size_t>(written);
    }
    ::_exit(code);
}

std::string readAll(int in)
{
    std::string text;
    char buffer[4096];
    for (;;) {
        const ssize_t got = ::read(in, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return text;
        text.append(buffer, static_cast<std::size_t>(got));
    }
}

}  // namespace

ChildReport inChild(const std::function<std::string()>& job, unsigned limit)
{
    ChildReport report;
    int ends[2];
    if (::pipe(ends) != 0) {
        report.said = "no pipe";
        return report;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        runJob(ends[1], job, limit);
    }
    ::close(ends[1]);
    const std::string text = readAll(ends[0]);
    ::close(ends[0]);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
        report.said = "no process";
        return report;
    }
    std::istringstream in(text);
    in >> report.wall >> report.processor >> report.peakKib;
    in.ignore();
    std::getline(in, report.said, '\0');
    report.ended = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (WIFSIGNALED(status))
        report.said =
            fmt::format("ended by signal {}{}", WTERMSIG(status), WTERMSIG(status) == SIGALRM ? ": too slow" : "");
    else if (!report.ended && report.said.empty())
        report.said = fmt::format("ended with {}", WEXITSTATUS(status));
    return report;
}

}  // namespace psolog::test
