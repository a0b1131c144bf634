// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <functional>
#include <stdexcept>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace psolog::test {

/// Runs `child` in a process of its own, which writes a number (an int) to the descriptor that it gets after each thing
/// done, and never returns. Kills it some time after the first number: `share` of the time that this took, so that slow
/// disks are given more. Returns the last number that it wrote; -1: none.
inline int runAndKill(double share, const std::function<void(int descriptor)>& child)
{
    constexpr std::int64_t kSecond = 1'000'000'000;  // in ns
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        child(ends[1]);
        ::_exit(0);
    }
    ::close(ends[1]);
    int last = -1;
    int number = 0;
    const auto receive = [&] {
        const bool got = ::read(ends[0], &number, sizeof number) == sizeof number;
        last = got ? number : last;
        return got;
    };
    receive();
    const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>((Clock::now() - start) * share);
    while (Clock::now() < end) {
        pollfd waiting{ends[0], POLLIN, 0};
        const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(end - Clock::now()).count();
        const timespec timeout = left > 0 ? timespec{left / kSecond, left % kSecond} : timespec{};
        if (::ppoll(&waiting, 1, &timeout, nullptr) > 0 && !receive())
            break;
    }
    ::kill(process, SIGKILL);
    int status = 0;
    ::waitpid(process, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
    while (receive()) { }  // acknowledged before the kill, and not yet read
    ::close(ends[0]);
    return last;
}

}  // namespace psolog::test
