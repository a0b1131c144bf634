// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/paths.h"

#include <utility>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace psolog;

namespace {

/// A private home for one test.
class PathsTest : public testing::Test {
protected:
    void SetUp() override
    {
        for (const char* name :
             {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"}) {
            m_before.emplace_back(name, qgetenv(name));
            qunsetenv(name);
        }
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("TMPDIR", m_home.path().toUtf8());
    }

    void TearDown() override
    {
        for (const auto& [name, value] : m_before)
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }

    [[nodiscard]] static mode_t modeOf(const QString& path)
    {
        struct stat info { };
        return lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777U : 0;
    }

    [[nodiscard]] QString home(const char* below) const { return m_home.path() + QString::fromLatin1(below); }

    QTemporaryDir m_home;

private:
    std::vector<std::pair<const char*, QByteArray>> m_before;
};

TEST_F(PathsTest, LieBelowHomeWithoutAnyVariable)
{
    const Paths paths = Paths::ofUser();
    EXPECT_EQ(paths.defaultLog, home("/.local/share/psolog/My log.psolog"));
    EXPECT_EQ(paths.library, home("/.local/share/psolog/coach.psolog-library"));
    EXPECT_EQ(paths.config, home("/.config/psolog/psolog.ini"));
    EXPECT_EQ(paths.state, home("/.local/state/psolog"));
    EXPECT_EQ(paths.runtime, home("/psolog-") + QString::number(getuid()));
}

TEST_F(PathsTest, FollowTheXdgVariables)
{
    qputenv("XDG_DATA_HOME", "/d");
    qputenv("XDG_CONFIG_HOME", "/c");
    qputenv("XDG_STATE_HOME", "/s");
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    const Paths paths = Paths::ofUser();
    EXPECT_EQ(paths.data, QStringLiteral("/d/psolog"));
    EXPECT_EQ(paths.config, QStringLiteral("/c/psolog/psolog.ini"));
    EXPECT_EQ(paths.state, QStringLiteral("/s/psolog"));
    EXPECT_EQ(paths.runtime, home("/psolog"));
}

TEST_F(PathsTest, IgnoreRelativeVariablesAndARuntimeFolderThatIsMissing)
{
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    EXPECT_EQ(Paths::ofUser().data, home("/.local/share/psolog"));
    EXPECT_EQ(Paths::ofUser().runtime, home("/psolog-") + QString::number(getuid()));
}

TEST_F(PathsTest, AreCreatedForTheOwnerAloneWhateverTheUmask)
{
    const mode_t before = umask(0);
    const Paths paths = Paths::ofUser();
    EXPECT_TRUE(paths.create());
    EXPECT_TRUE(paths.create()) << "a second time";
    umask(before);
    for (const QString& folder : {paths.data, paths.state, paths.runtime, home("/.config/psolog"), home("/.local")})
        EXPECT_EQ(modeOf(folder), 0700U) << folder.toStdString();
}

TEST_F(PathsTest, OwnFoldersOpenToOthersAreClosedAndTheirParentsLeftAlone)
{
    const Paths paths = Paths::ofUser();
    const QStringList own{paths.data, home("/.config/psolog"), paths.state};
    for (const QString& folder : own) {
        ASSERT_TRUE(QDir().mkpath(folder));
        for (const QString& each : {folder, QFileInfo(folder).path()})
            ASSERT_EQ(chmod(QFile::encodeName(each).constData(), 0755), 0);
    }
    EXPECT_TRUE(paths.create());
    for (const QString& folder : own) {
        EXPECT_EQ(modeOf(folder), 0700U) << folder.toStdString();
        EXPECT_EQ(modeOf(QFileInfo(folder).path()), 0755U) << folder.toStdString();
    }
}

TEST_F(PathsTest, AFolderThatIsALinkKeepsThePermissionsOfItsTarget)
{
    const Paths paths = Paths::ofUser();
    ASSERT_TRUE(QDir().mkpath(home("/elsewhere")));
    ASSERT_EQ(chmod(QFile::encodeName(home("/elsewhere")).constData(), 0755), 0);
    ASSERT_TRUE(QDir().mkpath(QFileInfo(paths.data).path()));
    ASSERT_TRUE(QFile::link(home("/elsewhere"), paths.data));
    EXPECT_TRUE(paths.create());
    EXPECT_EQ(modeOf(home("/elsewhere")), 0755U);
}

TEST_F(PathsTest, RefuseARuntimeFolderOpenToOthers)
{
    const Paths paths = Paths::ofUser();
    ASSERT_TRUE(QDir().mkpath(paths.runtime));
    ASSERT_EQ(chmod(QFile::encodeName(paths.runtime).constData(), 0777), 0);
    EXPECT_FALSE(paths.create());
}

TEST_F(PathsTest, RefuseARuntimeFolderThatIsALink)
{
    const Paths paths = Paths::ofUser();
    ASSERT_TRUE(createPrivateFolder(home("/elsewhere")));
    ASSERT_TRUE(QFile::link(home("/elsewhere"), paths.runtime));
    EXPECT_FALSE(paths.create());
}

TEST_F(PathsTest, SayWhenAFileIsInTheWay)
{
    QFile file(home("/.local"));
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    const auto created = Paths::ofUser().create();
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().code, ErrorCode::ReadOnly);
}

TEST_F(PathsTest, SecureProcessClosesNewFilesToOthers)
{
    const mode_t before = umask(022);
    secureProcess();
    QFile file(home("/new"));
    ASSERT_TRUE(file.open(QFile::WriteOnly));
    umask(before);
    EXPECT_EQ(modeOf(home("/new")), 0600U);
}

}  // namespace
