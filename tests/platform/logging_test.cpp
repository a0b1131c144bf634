// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/logging.h"

#include <string>

#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

using namespace psolog;

namespace {

class LoggingTest : public testing::Test {
protected:
    void TearDown() override
    {
        stopLogging();
        qunsetenv("PSOLOG_LOG");
    }

    [[nodiscard]] QByteArray logged() const
    {
        spdlog::default_logger()->flush();
        QFile file(m_folder.filePath(QStringLiteral("psolog.log")));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

TEST_F(LoggingTest, WritesAtTheInfoLevelByDefault)
{
    ASSERT_TRUE(startLogging(m_folder.path()));
    spdlog::info("opened {} records", 3);
    spdlog::debug("hidden");
    EXPECT_TRUE(logged().contains("info opened 3 records"));
    EXPECT_FALSE(logged().contains("hidden"));
}

TEST_F(LoggingTest, TakesTheLevelFromTheEnvironment)
{
    qputenv("PSOLOG_LOG", "debug");
    ASSERT_TRUE(startLogging(m_folder.path()));
    spdlog::debug("shown");
    EXPECT_TRUE(logged().contains("debug shown"));
    qputenv("PSOLOG_LOG", "off");
    ASSERT_TRUE(startLogging(m_folder.path()));
    spdlog::error("silent");
    EXPECT_FALSE(logged().contains("silent"));
}

TEST_F(LoggingTest, StaysAtInfoForAnUnknownLevel)
{
    qputenv("PSOLOG_LOG", "loud");
    ASSERT_TRUE(startLogging(m_folder.path()));
    spdlog::info("heard");
    EXPECT_TRUE(logged().contains("heard"));
}

TEST_F(LoggingTest, KeepsThreeSmallFilesForTheOwnerAlone)
{
    const mode_t before = umask(0);
    ASSERT_TRUE(startLogging(m_folder.path()));
    const std::string line(1000, 'x');
    for (int i = 0; i < 5000; ++i)
        spdlog::info(line);
    spdlog::default_logger()->flush();
    umask(before);
    const auto files = QDir(m_folder.path()).entryInfoList(QDir::Files);
    EXPECT_EQ(files.size(), 3);
    for (const QFileInfo& file : files) {
        EXPECT_LE(file.size(), 1024 * 1024 + 2000);
        EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
}

TEST_F(LoggingTest, LetsTheProgramGoOnWithoutAFile)
{
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("psolog.log")));
    const auto started = startLogging(m_folder.path());
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, ErrorCode::CannotOpen);
    spdlog::info("nobody minds");
}

}  // namespace
