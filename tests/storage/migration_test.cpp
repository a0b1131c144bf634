// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "storage/logtest.h"
#include "storage/schema.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr std::array kSteps{
    Migration{1, "0001", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);"},
    Migration{2, "0002", "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = 'semi;colon';"},
    Migration{3, "0003", "CREATE TABLE b (z INTEGER) STRICT; INSERT INTO b SELECT x + 1 FROM a;"},
};

constexpr std::array kBrokenSteps{
    kSteps[0],
    Migration{2, "0002",
              "CREATE TABLE b (z INTEGER) STRICT; INSERT INTO b VALUES (1); INSERT INTO nowhere VALUES (1);"},
    kSteps[2],
};

class MigrationTest : public LogTest {
protected:
    MigrationTest()
    {
        putBytes(m_path, "");
        auto opened = Connection::open(m_path, {});
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_connection = std::move(*opened);
    }

    std::int64_t version() { return m_connection->integer("PRAGMA user_version"); }

    std::unique_ptr<Connection> m_connection;
};

TEST_F(MigrationTest, TheShippedStepsAreNumberedWithoutAGap)
{
    int expected = 1;
    for (const Migration& step : migrations()) {
        EXPECT_EQ(step.version, expected);
        EXPECT_EQ(std::stoi(std::string(step.name.substr(0, 4))), expected);
        ++expected;
    }
    EXPECT_EQ(newestVersion(), expected - 1);
}

TEST_F(MigrationTest, AnEmptyFileGoesThroughAllSteps)
{
    ASSERT_EQ(codeOf(migrate(*m_connection, kSteps)), "ok");
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(m_connection->integer("PRAGMA application_id"), kApplicationId);
    EXPECT_EQ(m_connection->text("SELECT y FROM a"), "semi;colon");
    EXPECT_EQ(m_connection->integer("SELECT z FROM b"), 2);
}

TEST_F(MigrationTest, EveryVersionGetsOnlyTheStepsItLacks)
{
    for (std::size_t known = 1; known <= kSteps.size(); ++known) {
        ASSERT_EQ(codeOf(migrate(*m_connection, std::span(kSteps).first(known))), "ok");
        EXPECT_EQ(version(), static_cast<std::int64_t>(known));
    }
    ASSERT_EQ(codeOf(migrate(*m_connection, kSteps)), "ok");
    EXPECT_EQ(m_connection->integer("SELECT count(*) FROM b"), 1);
}

TEST_F(MigrationTest, AFailingStepIsRolledBackWholeAndCanBeRetried)
{
    EXPECT_NE(codeOf(migrate(*m_connection, kBrokenSteps)), "ok");
    EXPECT_EQ(version(), 1);
    EXPECT_EQ(m_connection->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
    ASSERT_EQ(codeOf(migrate(*m_connection, kSteps)), "ok");
    EXPECT_EQ(version(), 3);
}

TEST_F(MigrationTest, AStepThatOrphansRecordsIsRolledBack)
{
    constexpr std::array steps{
        Migration{1, "0001",
                  "CREATE TABLE p (x INTEGER PRIMARY KEY) STRICT; "
                  "CREATE TABLE c (x INTEGER REFERENCES p (x) DEFERRABLE INITIALLY DEFERRED) STRICT; "
                  "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);"},
        Migration{2, "0002", "DELETE FROM p;"},
    };
    EXPECT_EQ(codeOf(migrate(*m_connection, steps)), "damaged");
    EXPECT_EQ(version(), 1);
    EXPECT_EQ(m_connection->integer("SELECT count(*) FROM p"), 1);
}

TEST_F(MigrationTest, AGapInTheStepsIsAnError)
{
    EXPECT_EQ(codeOf(migrate(*m_connection, std::span(kSteps).subspan(1))), "internal");
    EXPECT_EQ(version(), 0);
}

TEST_F(MigrationTest, AStepDoneMeanwhileByAnotherProgramIsNotRepeated)
{
    auto other = Connection::open(m_path, {});
    ASSERT_TRUE(other);
    ASSERT_EQ(codeOf(migrate(**other, kSteps)), "ok");
    ASSERT_EQ(codeOf(migrate(*m_connection, kSteps)), "ok");
    EXPECT_EQ(m_connection->integer("SELECT count(*) FROM a"), 1);
}

}  // namespace
