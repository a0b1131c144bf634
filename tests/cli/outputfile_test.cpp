// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outputfile.h"

#include <sys/stat.h>

#include <gtest/gtest.h>

#include "temporaryfolder.h"

using namespace psolog;

namespace {

class OutputFileTest : public testing::Test {
protected:
    [[nodiscard]] ErrorCode refusal(const std::string& target, Existing existing = Existing::Refuse) const
    {
        const auto file = OutputFile::prepare(target, existing);
        EXPECT_FALSE(file);
        return file ? ErrorCode::Internal : file.error().code;
    }

    test::TemporaryFolder m_folder;
};

TEST_F(OutputFileTest, AppearsWhenItIsMovedIntoPlace)
{
    const std::string target = m_folder.file("out");
    {
        auto file = OutputFile::prepare(target, Existing::Refuse);
        ASSERT_TRUE(file);
        test::writeText(file->path().string(), "content");
        EXPECT_FALSE(std::filesystem::exists(target));
        ASSERT_TRUE(file->moveIntoPlace());
    }
    EXPECT_EQ(test::readText(target), "content");
    EXPECT_EQ(m_folder.entries(), 1);
}

TEST_F(OutputFileTest, LeavesNothingWhenItIsGivenUp)
{
    {
        auto file = OutputFile::prepare(m_folder.file("out"), Existing::Refuse);
        ASSERT_TRUE(file);
        test::writeText(file->path().string(), "content");
        test::writeText(file->path().string() + "-journal", "content");
    }
    EXPECT_EQ(m_folder.entries(), 0);
}

TEST_F(OutputFileTest, DoesNotReplaceWhatAppearedMeanwhile)
{
    const std::string target = m_folder.file("out");
    auto file = OutputFile::prepare(target, Existing::Refuse);
    ASSERT_TRUE(file);
    test::writeText(file->path().string(), "new");
    test::writeText(target, "old");
    EXPECT_FALSE(file->moveIntoPlace());
    EXPECT_EQ(test::readText(target), "old");
}

TEST_F(OutputFileTest, ReplacesOnlyARegularFileAndOnlyWhenAsked)
{
    const std::string target = m_folder.file("out");
    test::writeText(target, "old");
    EXPECT_EQ(refusal(target), ErrorCode::InvalidValue);
    auto file = OutputFile::prepare(target, Existing::Replace);
    ASSERT_TRUE(file);
    test::writeText(file->path().string(), "new");
    ASSERT_TRUE(file->moveIntoPlace());
    EXPECT_EQ(test::readText(target), "new");

    const std::string pipe = m_folder.file("pipe");
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(refusal(pipe, Existing::Replace), ErrorCode::InvalidValue);
    EXPECT_EQ(refusal(m_folder.path().string(), Existing::Replace), ErrorCode::InvalidValue);
}

TEST_F(OutputFileTest, SaysWhenItsFolderIsMissing)
{
    EXPECT_EQ(refusal(m_folder.file("none/out")), ErrorCode::NotFound);
    test::writeText(m_folder.file("plain"), "");
    EXPECT_EQ(refusal(m_folder.file("plain/out")), ErrorCode::NotFound);
    EXPECT_EQ(refusal(""), ErrorCode::InvalidValue);
}

}  // namespace
