// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "support/olderlog.h"
#include "temporaryfolder.h"

namespace psolog::test {

/// What a run left.
struct Ended {
    int code = -1;
    std::string out;
    std::string err;
};

/// Runs the built program and keeps its files in folders of their own.
class ProgramFixture : public testing::Test {
protected:
    /// Runs psolog-cli with these arguments, without a shell; it reads `input` as its standard input.
    Ended run(std::vector<std::string> arguments, const std::string& input = {}) const
    {
        arguments.insert(arguments.begin(), PSOLOG_CLI);
        std::vector<char*> argv;
        for (std::string& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        const std::string in = m_streams.file("in");
        writeText(in, input);
        const std::string out = m_streams.file("out");
        const std::string err = m_streams.file("err");
        const pid_t child = fork();
        if (child == 0) {
            if (freopen(in.c_str(), "rb", stdin) != nullptr && freopen(out.c_str(), "wb", stdout) != nullptr
                && freopen(err.c_str(), "wb", stderr) != nullptr)
                execv(PSOLOG_CLI, argv.data());
            _exit(127);
        }
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status));
        return Ended{WEXITSTATUS(status), readText(out), readText(err)};
    }

    /// Fails with this code, one line on standard error, nothing on standard output and no file left behind.
    void expectRefusal(const std::vector<std::string>& arguments, int code, const std::string& reason,
                       const std::string& input = {}) const
    {
        const int before = m_folder.entries();
        const Ended ended = run(arguments, input);
        EXPECT_EQ(ended.code, code) << ended.err;
        EXPECT_EQ(ended.out, "");
        EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
        EXPECT_TRUE(ended.err.starts_with("psolog-cli: ")) << ended.err;
        EXPECT_NE(ended.err.find(reason), std::string::npos) << ended.err;
        EXPECT_EQ(m_folder.entries(), before);
    }

    [[nodiscard]] std::string demo(const std::string& name, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{"demo", "--days", "30", file(name)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.out + ended.err, "");
        return file(name);
    }

    /// The records of a log that version 1 has, in a log of that version.
    [[nodiscard]] std::string olderCopy(const std::string& log, const std::string& name) const
    {
        writeOlderLog(log, file(name), 1);
        return file(name);
    }

    [[nodiscard]] std::string exported(const std::string& log, const std::string& format) const
    {
        const Ended ended = run({"export", "--format", format, log, "-"});
        EXPECT_EQ(ended.code, 0) << ended.err;
        return ended.out;
    }

    [[nodiscard]] std::string file(const std::string& name) const { return m_folder.file(name); }
    [[nodiscard]] int entries() const { return m_folder.entries(); }

private:
    TemporaryFolder m_folder;
    TemporaryFolder m_streams;
};

}  // namespace psolog::test
