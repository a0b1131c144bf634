// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/reviewports.h"

#include <algorithm>
#include <utility>

namespace psolog {

namespace {

/// The log looked at; the ports below share it.
struct Looked {
    std::shared_ptr<IReviewLog> log;
    std::vector<CoachNote> notes;
    std::optional<CoachPlan> plan;
};

Result<void> refused()
{
    return fail(ErrorCode::ReadOnly, "this is a copy to look at");
}

class Athletes final : public IAthleteLog {
public:
    explicit Athletes(const Looked& at) : m_at(at) { }
    Result<std::optional<Athlete>> athlete() override
    {
        return m_at.log ? m_at.log->athletes().athlete() : std::optional<Athlete>();
    }
    Result<void> save(const Athlete& /*athlete*/) override { return refused(); }
    Result<std::optional<SafetyScreening>> latestScreening() override
    {
        return m_at.log ? m_at.log->athletes().latestScreening() : std::optional<SafetyScreening>();
    }
    Result<std::vector<SafetyScreening>> screenings() override
    {
        return m_at.log ? m_at.log->athletes().screenings() : std::vector<SafetyScreening>();
    }
    Result<void> save(const SafetyScreening& /*screening*/) override { return refused(); }

private:
    const Looked& m_at;
};

/// What the ports of records have in common: `kPort` gives the one of the log looked at.
template <class Port, class Record, class Id, Port& (IReviewLog::*kPort)()>
class Records : public Port {
public:
    explicit Records(const Looked& at) : m_at(at) { }
    Result<void> save(const Record& /*record*/) override { return refused(); }
    Result<void> remove(const Id& /*id*/) override { return refused(); }
    Result<void> restore(const Id& /*id*/) override { return refused(); }
    Result<std::optional<Record>> find(const Id& id) override
    {
        return looking() ? port().find(id) : std::optional<Record>();
    }
    Result<std::vector<Record>> between(LocalDay first, LocalDay last) override
    {
        return looking() ? port().between(first, last) : std::vector<Record>();
    }

protected:
    [[nodiscard]] bool looking() const { return m_at.log != nullptr; }
    [[nodiscard]] Port& port() const { return (*m_at.log.*kPort)(); }

private:
    const Looked& m_at;
};

class CheckIns final : public Records<ICheckInLog, CheckIn, CheckInId, &IReviewLog::checkIns> {
public:
    using Records::Records;
    Result<std::optional<CheckIn>> latest() override { return looking() ? port().latest() : std::optional<CheckIn>(); }
};

class SelfTests final : public Records<ISelfTestLog, SelfTest, SelfTestId, &IReviewLog::selfTests> {
public:
    using Records::Records;
    Result<std::vector<SelfTest>> latest(SelfTestKind kind, std::size_t count) override
    {
        return looking() ? port().latest(kind, count) : std::vector<SelfTest>();
    }
};

class Releases final : public Records<IReleaseLog, ReleaseSession, ReleaseSessionId, &IReviewLog::releases> {
public:
    using Records::Records;
    Result<void> append(const ReleaseSessionId& /*id*/, const SessionEvent& /*event*/) override { return refused(); }
    Result<std::optional<ReleaseSession>> latest() override
    {
        return looking() ? port().latest() : std::optional<ReleaseSession>();
    }
    Result<std::vector<ReleaseSession>> unfinished() override
    {
        return looking() ? port().unfinished() : std::vector<ReleaseSession>();
    }
};

class Weekly final : public Records<IWeeklyLog, WeeklyCheckIn, WeeklyCheckInId, &IReviewLog::weekly> {
public:
    using Records::Records;
    Result<std::optional<WeeklyCheckIn>> latest() override
    {
        return looking() ? port().latest() : std::optional<WeeklyCheckIn>();
    }
};

class Experiments final : public IExperimentLog {
public:
    explicit Experiments(const Looked& at) : m_at(at) { }
    Result<void> begin(const Experiment& /*plan*/) override { return refused(); }
    Result<void> stop(const ExperimentId& /*id*/, const RecordedAt& /*when*/, const std::string& /*reason*/) override
    {
        return refused();
    }
    Result<void> change(const ExperimentId& /*id*/, const RecordedAt& /*when*/, const std::string& /*reason*/,
                        const Experiment& /*plan*/) override
    {
        return refused();
    }
    Result<std::vector<Experiment>> all() override
    {
        return m_at.log ? m_at.log->experiments().all() : std::vector<Experiment>();
    }

private:
    const Looked& m_at;
};

class Trends final : public ITrendLog {
public:
    explicit Trends(const Looked& at) : m_at(at) { }
    Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override
    {
        return m_at.log ? m_at.log->trends().scores(site, first, last) : std::vector<ScorePoint>();
    }
    Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override
    {
        return m_at.log ? m_at.log->trends().dayScores(site, first, last) : std::vector<DayScores>();
    }
    Result<AllDayScores> allDayScores(LocalDay first, LocalDay last) override
    {
        return m_at.log ? m_at.log->trends().allDayScores(first, last) : AllDayScores();
    }
    Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override
    {
        return m_at.log ? m_at.log->trends().activity(first, last) : std::vector<DayActivity>();
    }
    Result<std::optional<LogSpan>> span() override
    {
        return m_at.log ? m_at.log->trends().span() : std::optional<LogSpan>();
    }
    Result<std::optional<LocalDay>> firstReleaseDay() override
    {
        return m_at.log ? m_at.log->trends().firstReleaseDay() : std::optional<LocalDay>();
    }

private:
    const Looked& m_at;
};

class File final : public ILogFile {
public:
    explicit File(const Looked& at) : m_at(at) { }
    std::string path() const override { return m_at.log ? m_at.log->file().path() : std::string(); }
    bool readOnly() const override { return true; }
    Result<bool> changedElsewhere() override { return false; }

private:
    const Looked& m_at;
};

class Notes final : public ICoachNotes {
public:
    explicit Notes(const Looked& at) : m_at(at) { }
    Result<std::vector<CoachNote>> notes() override
    {
        std::vector<CoachNote> standing;
        std::copy_if(m_at.notes.begin(), m_at.notes.end(), std::back_inserter(standing),
                     [](const CoachNote& note) { return !note.withdrawn; });
        return standing;
    }
    Result<std::optional<CoachPlan>> plan() override { return m_at.plan; }

private:
    const Looked& m_at;
};

}  // namespace

struct ReviewPorts::Ports {
    Looked at;
    Athletes athletes{at};
    CheckIns checkIns{at};
    SelfTests selfTests{at};
    Releases releases{at};
    Trends trends{at};
    Weekly weekly{at};
    Experiments experiments{at};
    File file{at};
    Notes notes{at};
};

ReviewPorts::ReviewPorts() : m_ports(std::make_unique<Ports>()) { }

ReviewPorts::~ReviewPorts() = default;

void ReviewPorts::look(std::shared_ptr<IReviewLog> log)
{
    m_ports->at = {std::move(log), {}, {}};
}

void ReviewPorts::setNotes(std::vector<CoachNote> notes)
{
    m_ports->at.notes = std::move(notes);
}

void ReviewPorts::setPlan(std::optional<CoachPlan> plan)
{
    m_ports->at.plan = std::move(plan);
}

IAthleteLog& ReviewPorts::athletes()
{
    return m_ports->athletes;
}

ICheckInLog& ReviewPorts::checkIns()
{
    return m_ports->checkIns;
}

ISelfTestLog& ReviewPorts::selfTests()
{
    return m_ports->selfTests;
}

IReleaseLog& ReviewPorts::releases()
{
    return m_ports->releases;
}

ITrendLog& ReviewPorts::trends()
{
    return m_ports->trends;
}

IWeeklyLog& ReviewPorts::weekly()
{
    return m_ports->weekly;
}

IExperimentLog& ReviewPorts::experiments()
{
    return m_ports->experiments;
}

ILogFile& ReviewPorts::file()
{
    return m_ports->file;
}

ICoachNotes& ReviewPorts::notes()
{
    return m_ports->notes;
}

}  // namespace psolog
