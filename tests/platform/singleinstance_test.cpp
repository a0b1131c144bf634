// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace psolog;
using Role = SingleInstance::Role;

namespace {

class SingleInstanceTest : public testing::Test {
protected:
    [[nodiscard]] QString log(const char* name = "a.psolog") const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    /// A second program that claims the log; its first line is its role.
    QByteArray start(QProcess& process) const
    {
        process.start(QStringLiteral(PSOLOG_CLAIMER), {m_folder.path(), log()});
        return line(process);
    }

    static QByteArray line(QProcess& process)
    {
        while (!process.canReadLine())
            if (!process.waitForReadyRead(10'000))
                return "nothing";
        return process.readLine().trimmed();
    }

    QTemporaryDir m_folder;
};

TEST_F(SingleInstanceTest, LetsTheFirstInAndTurnsTheSecondAway)
{
    SingleInstance first(m_folder.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    EXPECT_EQ(first.claim(log()), Role::First);
    SingleInstance second(m_folder.path());
    EXPECT_EQ(second.claim(log()), Role::Second);
    EXPECT_TRUE(raised.wait(30'000));
    EXPECT_EQ(raised.count(), 1);
}

TEST_F(SingleInstanceTest, KeepsLogsApart)
{
    SingleInstance first(m_folder.path());
    SingleInstance second(m_folder.path());
    EXPECT_EQ(first.claim(log("a.psolog")), Role::First);
    EXPECT_EQ(second.claim(log("b.psolog")), Role::First);
}

TEST_F(SingleInstanceTest, KnowsALogByEveryPathToIt)
{
    QFile file(log());
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    ASSERT_TRUE(QFile::link(log(), log("link.psolog")));
    SingleInstance first(m_folder.path());
    EXPECT_EQ(first.claim(log()), Role::First);
    SingleInstance second(m_folder.path());
    EXPECT_EQ(second.claim(log("link.psolog")), Role::Second);
    EXPECT_EQ(second.claim(log("../") + QDir(m_folder.path()).dirName() + QStringLiteral("/a.psolog")), Role::Second);
}

TEST_F(SingleInstanceTest, GivesTheLogUpWhenItEndsOrTakesAnother)
{
    SingleInstance other(m_folder.path());
    {
        SingleInstance first(m_folder.path());
        EXPECT_EQ(first.claim(log()), Role::First);
        EXPECT_EQ(first.claim(log()), Role::First) << "again";
        EXPECT_EQ(first.claim(log("b.psolog")), Role::First);
        EXPECT_EQ(other.claim(log()), Role::First);
    }
    EXPECT_EQ(other.claim(log("b.psolog")), Role::First);
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::System).size(), 2) << "lock and socket of b alone";
}

TEST_F(SingleInstanceTest, RaisesTheWindowOfAnotherProgram)
{
    QProcess other;
    ASSERT_EQ(start(other), "first");
    SingleInstance second(m_folder.path());
    EXPECT_EQ(second.claim(log()), Role::Second);
    EXPECT_EQ(line(other), "raised");
    other.kill();
    other.waitForFinished();
}

TEST_F(SingleInstanceTest, IsRaisedByAnotherProgramThatThenEndsWithSuccess)
{
    SingleInstance first(m_folder.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    ASSERT_EQ(first.claim(log()), Role::First);
    QProcess other;
    EXPECT_EQ(start(other), "second");
    ASSERT_TRUE(other.waitForFinished());
    EXPECT_EQ(other.exitCode(), 0);
    EXPECT_TRUE(raised.count() == 1 || raised.wait(30'000));
}

TEST_F(SingleInstanceTest, TakesOverWhatAKilledProgramLeft)
{
    QProcess other;
    ASSERT_EQ(start(other), "first");
    other.kill();
    ASSERT_TRUE(other.waitForFinished());
    ASSERT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::System).size(), 2) << "lock and socket stay behind";
    SingleInstance first(m_folder.path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    EXPECT_EQ(first.claim(log()), Role::First);
    SingleInstance second(m_folder.path());
    EXPECT_EQ(second.claim(log()), Role::Second);
    EXPECT_TRUE(raised.wait(30'000));
}

TEST_F(SingleInstanceTest, SaysWhenTheOtherProgramDoesNotAnswer)
{
    SingleInstance first(m_folder.path());
    ASSERT_EQ(first.claim(log()), Role::First);
    for (const QString& name : QDir(m_folder.path()).entryList({QStringLiteral("*.sock")}, QDir::Files | QDir::System))
        QFile::remove(m_folder.filePath(name));
    SingleInstance second(m_folder.path());
    const auto role = second.claim(log());
    ASSERT_FALSE(role);
    EXPECT_EQ(role.error().code, ErrorCode::Locked);
}

TEST_F(SingleInstanceTest, SaysWhenItsFolderIsMissing)
{
    SingleInstance first(m_folder.filePath(QStringLiteral("none")));
    const auto role = first.claim(log());
    ASSERT_FALSE(role);
    EXPECT_EQ(role.error().code, ErrorCode::CannotOpen);
}

}  // namespace
