// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/logcontents.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "samplelog.h"

using namespace psolog;

namespace {

/// Counts the writes of all ports; from the `failAt`-th on they fail.
struct Writes {
    int done = 0;
    int failAt = 1'000;

    Result<void> next()
    {
        if (done + 1 >= failAt)
            return fail(ErrorCode::DiskFull);
        ++done;
        return {};
    }
};

class Athletes : public IAthleteLog {
public:
    explicit Athletes(Writes& writes) : m_writes(writes) { }
    Result<std::optional<Athlete>> athlete() override { return m_athlete; }
    Result<void> save(const Athlete& athlete) override
    {
        m_athlete = athlete;
        return m_writes.next();
    }
    Result<std::optional<SafetyScreening>> latestScreening() override
    {
        return m_screenings.empty() ? std::nullopt : std::optional(m_screenings.back());
    }
    Result<std::vector<SafetyScreening>> screenings() override { return m_screenings; }
    Result<void> save(const SafetyScreening& screening) override
    {
        m_screenings.push_back(screening);
        return m_writes.next();
    }

private:
    Writes& m_writes;
    std::optional<Athlete> m_athlete;
    std::vector<SafetyScreening> m_screenings;
};

/// What the ports of check-ins, self-tests and releases share.
template <class Port, class Record, class RecordId>
class Records : public Port {
public:
    explicit Records(Writes& writes) : m_writes(writes) { }
    Result<void> save(const Record& record) override
    {
        m_records.push_back(record);
        return m_writes.next();
    }
    Result<void> remove(const RecordId&) override { return fail(ErrorCode::NotFound); }
    Result<void> restore(const RecordId&) override { return fail(ErrorCode::NotFound); }
    Result<std::optional<Record>> find(const RecordId&) override { return std::optional<Record>(); }
    Result<std::vector<Record>> between(LocalDay first, LocalDay last) override
    {
        if (m_writes.failAt == 0)
            return fail(ErrorCode::Damaged);
        std::vector<Record> chosen;
        for (const Record& record : m_records)
            if (record.recorded.day >= first && record.recorded.day <= last)
                chosen.push_back(record);
        return chosen;
    }

protected:
    Writes& m_writes;
    std::vector<Record> m_records;
};

class CheckIns : public Records<ICheckInLog, CheckIn, CheckInId> {
public:
    using Records::Records;
    Result<std::optional<CheckIn>> latest() override { return std::optional<CheckIn>(); }
};

class SelfTests : public Records<ISelfTestLog, SelfTest, SelfTestId> {
public:
    using Records::Records;
    Result<std::vector<SelfTest>> latest(SelfTestKind, std::size_t) override { return std::vector<SelfTest>(); }
};

class Releases : public Records<IReleaseLog, ReleaseSession, ReleaseSessionId> {
public:
    using Records::Records;
    Result<void> save(const ReleaseSession& session) override
    {
        ReleaseSession head = session;
        head.events.clear();  // the port stores the session without its events
        return Records::save(head);
    }
    Result<void> append(const ReleaseSessionId& id, const SessionEvent& event) override
    {
        for (ReleaseSession& session : m_records)
            if (session.id == id)
                session.events.push_back(event);
        return m_writes.next();
    }
    Result<std::optional<ReleaseSession>> latest() override { return std::optional<ReleaseSession>(); }
    Result<std::vector<ReleaseSession>> unfinished() override { return std::vector<ReleaseSession>(); }
};

class Weekly : public Records<IWeeklyLog, WeeklyCheckIn, WeeklyCheckInId> {
public:
    using Records::Records;
    Result<std::optional<WeeklyCheckIn>> latest() override { return std::optional<WeeklyCheckIn>(); }
};

class Experiments : public IExperimentLog {
public:
    explicit Experiments(Writes& writes) : m_writes(writes) { }
    Result<void> begin(const Experiment& plan) override
    {
        m_plans.push_back(plan);
        return m_writes.next();
    }
    Result<void> stop(const ExperimentId& id, const RecordedAt& when, const std::string& reason) override
    {
        end(id, ExperimentState::Stopped, when, reason);
        return m_writes.next();
    }
    Result<void> change(const ExperimentId& id, const RecordedAt& when, const std::string& reason,
                        const Experiment& plan) override
    {
        EXPECT_EQ(plan.replaces, id);
        end(id, ExperimentState::Replaced, when, reason);
        m_plans.push_back(plan);
        return m_writes.next();
    }
    Result<std::vector<Experiment>> all() override { return m_plans; }

private:
    void end(const ExperimentId& id, ExperimentState state, const RecordedAt& when, const std::string& reason)
    {
        for (Experiment& plan : m_plans) {
            if (plan.id != id || plan.state != ExperimentState::Active)
                continue;
            plan.state = state;
            plan.ended = when;
            plan.reason = reason;
        }
    }

    Writes& m_writes;
    std::vector<Experiment> m_plans;
};

class LogContentsTest : public testing::Test {
protected:
    Writes m_writes;
    Athletes m_athletes{m_writes};
    CheckIns m_checkIns{m_writes};
    SelfTests m_selfTests{m_writes};
    Releases m_releases{m_writes};
    Weekly m_weekly{m_writes};
    Experiments m_experiments{m_writes};
    LogPorts m_ports{m_athletes, m_checkIns, m_selfTests, m_releases, m_weekly, m_experiments};
};

TEST_F(LogContentsTest, ReadsBackWhatItWrote)
{
    ASSERT_TRUE(writeContents(test::sampleLog(), m_ports));
    const auto read = readContents(m_ports);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, test::sampleLog());
}

TEST_F(LogContentsTest, ReadsEveryScreening)
{
    LogContents contents = test::sampleLog();
    contents.screenings.push_back(contents.screenings.front());
    contents.screenings.back().recorded.at.utc += std::chrono::days(30);
    ASSERT_TRUE(writeContents(contents, m_ports));
    EXPECT_EQ(readContents(m_ports), contents);
}

TEST_F(LogContentsTest, ReadsAnEmptyLog)
{
    EXPECT_EQ(readContents(m_ports), LogContents());
}

TEST_F(LogContentsTest, StopsAtTheFirstWriteThatFails)
{
    ASSERT_TRUE(writeContents(test::sampleLog(), m_ports));
    const int all = m_writes.done;
    EXPECT_EQ(all, 14) << "athlete, screening, check-in, test, session and its five events, week, plan, change, stop";
    for (int failAt = 1; failAt <= all; ++failAt) {
        m_writes = Writes{0, failAt};
        const auto written = writeContents(test::sampleLog(), m_ports);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::DiskFull);
        EXPECT_EQ(m_writes.done, failAt - 1);
    }
}

TEST_F(LogContentsTest, RefusesAPlanThatReplacesNone)
{
    LogContents contents;
    contents.experiments.push_back(test::sampleLog().experiments.back());
    const auto written = writeContents(contents, m_ports);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(m_writes.done, 0);
}

TEST_F(LogContentsTest, PassesOnAnErrorOfReading)
{
    m_writes.failAt = 0;
    const auto read = readContents(m_ports);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
}

}  // namespace
