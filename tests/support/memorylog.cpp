// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorylog.h"

#include <algorithm>

namespace psolog::test {

namespace {

template <class Record>
bool isOn(const Record& record, LocalDay first, LocalDay last)
{
    return first <= record.recorded.day && record.recorded.day <= last;
}

template <class Record>
std::optional<Record> lastOf(std::vector<Record> records)
{
    return records.empty() ? std::nullopt : std::optional(std::move(records.back()));
}

}  // namespace

Result<void> MemorySelfTestLog::save(const SelfTest& record)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    m_table.put(record);
    m_saves.push_back(record);
    return {};
}

Result<void> MemorySelfTestLog::remove(const SelfTestId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.remove(id);
}

Result<void> MemorySelfTestLog::restore(const SelfTestId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.restore(id);
}

Result<std::optional<SelfTest>> MemorySelfTestLog::find(const SelfTestId& id)
{
    return m_table.find(id);
}

Result<std::vector<SelfTest>> MemorySelfTestLog::between(LocalDay first, LocalDay last)
{
    return m_table.where([=](const SelfTest& test) { return isOn(test, first, last); });
}

Result<std::vector<SelfTest>> MemorySelfTestLog::latest(SelfTestKind kind, std::size_t count)
{
    std::vector<SelfTest> tests =
        m_table.where([=](const SelfTest& test) { return test.kind == kind && test.complete; });
    std::reverse(tests.begin(), tests.end());
    if (tests.size() > count)
        tests.resize(count);
    return tests;
}

Result<void> MemoryCheckInLog::save(const CheckIn& record)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    m_table.put(record);
    return {};
}

Result<void> MemoryCheckInLog::remove(const CheckInId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.remove(id);
}

Result<void> MemoryCheckInLog::restore(const CheckInId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.restore(id);
}

Result<std::optional<CheckIn>> MemoryCheckInLog::find(const CheckInId& id)
{
    return m_table.find(id);
}

Result<std::vector<CheckIn>> MemoryCheckInLog::between(LocalDay first, LocalDay last)
{
    return m_table.where([=](const CheckIn& checkIn) { return isOn(checkIn, first, last); });
}

Result<std::optional<CheckIn>> MemoryCheckInLog::latest()
{
    return lastOf(m_table.where([](const CheckIn& checkIn) { return checkIn.scores.count() > 0; }));
}

Result<void> MemoryReleaseLog::save(const ReleaseSession& session)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    ReleaseSession header = session;
    header.events.clear();
    m_saves.push_back(header);
    if (const ReleaseSession* const old = m_table.row(session.id))
        header.events = old->events;
    m_table.put(header);
    return {};
}

Result<void> MemoryReleaseLog::append(const ReleaseSessionId& id, const SessionEvent& event)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    if (!m_table.find(id))
        return fail(ErrorCode::NotFound);
    ReleaseSession* const session = m_table.row(id);
    if (event.sequence != static_cast<int>(session->events.size()))
        return fail(ErrorCode::InvalidValue, "not the next event");
    session->events.push_back(event);
    return {};
}

Result<void> MemoryReleaseLog::remove(const ReleaseSessionId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.remove(id);
}

Result<void> MemoryReleaseLog::restore(const ReleaseSessionId& id)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    return m_table.restore(id);
}

Result<std::optional<ReleaseSession>> MemoryReleaseLog::find(const ReleaseSessionId& id)
{
    return m_table.find(id);
}

Result<std::vector<ReleaseSession>> MemoryReleaseLog::between(LocalDay first, LocalDay last)
{
    return m_table.where([=](const ReleaseSession& session) {
        return isOn(session, first, last) && session.outcome != ReleaseOutcome::Discarded;
    });
}

Result<std::optional<ReleaseSession>> MemoryReleaseLog::latest()
{
    return lastOf(
        m_table.where([](const ReleaseSession& session) { return session.outcome != ReleaseOutcome::Discarded; }));
}

Result<std::vector<ReleaseSession>> MemoryReleaseLog::unfinished()
{
    return m_table.where([](const ReleaseSession& session) { return session.outcome == ReleaseOutcome::Running; });
}

Result<std::optional<Athlete>> MemoryAthleteLog::athlete()
{
    return m_athlete;
}

Result<void> MemoryAthleteLog::save(const Athlete& athlete)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    m_athlete = athlete;
    return {};
}

Result<std::optional<SafetyScreening>> MemoryAthleteLog::latestScreening()
{
    return lastOf(m_screenings.where([](const SafetyScreening&) { return true; }));
}

Result<std::vector<SafetyScreening>> MemoryAthleteLog::screenings()
{
    return m_screenings.where([](const SafetyScreening&) { return true; });
}

Result<void> MemoryAthleteLog::save(const SafetyScreening& screening)
{
    if (Result<void> ok = attempt(); !ok)
        return ok;
    m_screenings.put(screening);
    return {};
}

}  // namespace psolog::test
