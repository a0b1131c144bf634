// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settingsstore.h"

#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace psolog;
using namespace std::chrono_literals;

namespace {

class SettingsStoreTest : public testing::Test {
protected:
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("psolog.ini")); }

    void write(const QByteArray& text) const
    {
        QFile out(file());
        ASSERT_TRUE(out.open(QFile::WriteOnly));
        out.write(text);
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile in(file());
        return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

Settings everythingChanged()
{
    Settings settings;
    settings.theme = ThemeChoice::Dark;
    settings.textSizePercent = 160;
    settings.dayStart = 3h + 30min;
    settings.testRepeats = 3;
    settings.testHold = 8s;
    settings.soundLevel = SoundLevel::Brief;
    settings.voice = "de-DE/Anna, \"neu\"";
    settings.voiceRatePercent = -20;
    settings.voiceVolume = 55;
    settings.toneVolume = 5;
    settings.motion = MotionChoice::Still;
    settings.fullScreenSession = false;
    settings.reminder = 18h + 30min;
    settings.weeklyCheckIn = true;
    settings.routine = "gentle-first-week";
    settings.windowGeometry = "AdnQywADAAA+/w==";
    settings.lastLog = "/home/jörg/laufen, \"neu\"; 100 %.psolog";
    return settings;
}

TEST_F(SettingsStoreTest, StartsWithTheDefaults)
{
    EXPECT_EQ(SettingsStore(file()).current(), Settings());
    EXPECT_FALSE(QFile::exists(file()));
}

TEST_F(SettingsStoreTest, ReadsBackEverythingItSaved)
{
    SettingsStore store(file());
    ASSERT_TRUE(store.save(everythingChanged()));
    EXPECT_EQ(store.current(), everythingChanged());
    EXPECT_EQ(SettingsStore(file()).current(), everythingChanged());
}

TEST_F(SettingsStoreTest, ReplacesAStoredValueOutOfRangeByItsDefault)
{
    write("[appearance]\ntheme=pink\ntextSizePercent=900\n[log]\ndayStartMinutes=-5\n"
          "[selfTest]\nrepeats=two\nholdSeconds=7\n");
    Settings expected;
    expected.testHold = 7s;
    EXPECT_EQ(SettingsStore(file()).current(), expected);
}

TEST_F(SettingsStoreTest, StartsWithTheDefaultsOnGarbage)
{
    write(QByteArray("\x00\xff[[[\n====\n\x01", 12));
    SettingsStore store(file());
    EXPECT_EQ(store.current(), Settings());
}

TEST_F(SettingsStoreTest, RefusesToSaveAValueOutOfRange)
{
    SettingsStore store(file());
    Settings wrong;
    wrong.textSizePercent = 79;
    const auto saved = store.save(wrong);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(store.current(), Settings());
    EXPECT_FALSE(QFile::exists(file()));
}

TEST_F(SettingsStoreTest, KeepsKeysOfANewerProgram)
{
    write("[future]\nthing=1\n");
    SettingsStore store(file());
    ASSERT_TRUE(store.save(everythingChanged()));
    EXPECT_TRUE(content().contains("thing=1"));
}

TEST_F(SettingsStoreTest, ClosesTheFileToOthers)
{
    SettingsStore store(file());
    ASSERT_TRUE(store.save(everythingChanged()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_EQ(QFile::permissions(file()) & others, QFile::Permissions());
}

TEST_F(SettingsStoreTest, SaysWhenTheFolderIsMissing)
{
    SettingsStore store(m_folder.filePath(QStringLiteral("none/psolog.ini")));
    const auto saved = store.save(everythingChanged());
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::ReadOnly);
    EXPECT_EQ(store.current(), Settings());
}

TEST_F(SettingsStoreTest, SaysWhenTheFileIsAFolder)
{
    ASSERT_TRUE(QDir().mkpath(file() + QStringLiteral("/x")));
    SettingsStore store(file());
    EXPECT_FALSE(store.save(everythingChanged()));
    EXPECT_EQ(store.current(), Settings());
}

}  // namespace
