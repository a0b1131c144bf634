// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/iathletelog.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/ireleaselog.h"
#include "core/ports/iselftestlog.h"

namespace psolog::test {

/// Makes the next writes of a fake log fail, as a full disk would: nothing is changed.
class WriteFaults {
public:
    void failNextWrites(int count, ErrorCode code = ErrorCode::DiskFull)
    {
        m_left = count;
        m_code = code;
    }
    /// Writes asked for so far, failed ones included.
    [[nodiscard]] int attempts() const { return m_attempts; }

protected:
    ~WriteFaults() = default;

    [[nodiscard]] Result<void> attempt()
    {
        ++m_attempts;
        if (m_left <= 0)
            return {};
        --m_left;
        return fail(m_code, "made to fail");
    }

private:
    int m_left = 0;
    int m_attempts = 0;
    ErrorCode m_code = ErrorCode::DiskFull;
};

/// Records of one kind by id, with soft delete, in the order of their moments.
template <class Record>
class MemoryTable {
public:
    using IdType = decltype(Record::id);

    void put(const Record& record)
    {
        m_removed.erase(record.id);
        if (Record* const old = row(record.id))
            *old = record;
        else
            m_rows.push_back(record);
    }
    [[nodiscard]] Result<void> remove(const IdType& id)
    {
        if (row(id) == nullptr || !m_removed.insert(id).second)
            return fail(ErrorCode::NotFound);
        return {};
    }
    [[nodiscard]] Result<void> restore(const IdType& id)
    {
        if (m_removed.erase(id) == 0)
            return fail(ErrorCode::NotFound);
        return {};
    }
    /// Also a removed one; null when there is none.
    [[nodiscard]] Record* row(const IdType& id)
    {
        for (Record& record : m_rows)
            if (record.id == id)
                return &record;
        return nullptr;
    }
    [[nodiscard]] std::optional<Record> find(const IdType& id)
    {
        const Record* const record = m_removed.count(id) == 0 ? row(id) : nullptr;
        return record == nullptr ? std::nullopt : std::optional(*record);
    }
    /// Those not removed that fit, oldest first.
    template <class Predicate>
    [[nodiscard]] std::vector<Record> where(Predicate fits) const
    {
        std::vector<Record> found;
        for (const Record& record : m_rows) {
            if (m_removed.count(record.id) != 0 || !fits(record))
                continue;
            auto place = found.end();
            while (place != found.begin() && record.recorded.at.utc < std::prev(place)->recorded.at.utc)
                --place;
            found.insert(place, record);
        }
        return found;
    }

private:
    std::vector<Record> m_rows;
    std::set<IdType> m_removed;
};

/// ISelfTestLog in memory.
class MemorySelfTestLog : public ISelfTestLog, public WriteFaults {
public:
    Result<void> save(const SelfTest& record) override;
    Result<void> remove(const SelfTestId& id) override;
    Result<void> restore(const SelfTestId& id) override;
    [[nodiscard]] Result<std::optional<SelfTest>> find(const SelfTestId& id) override;
    [[nodiscard]] Result<std::vector<SelfTest>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<SelfTest>> latest(SelfTestKind kind, std::size_t count) override;

    /// Every successful save, in order.
    [[nodiscard]] const std::vector<SelfTest>& saves() const { return m_saves; }

private:
    MemoryTable<SelfTest> m_table;
    std::vector<SelfTest> m_saves;
};

/// ICheckInLog in memory.
class MemoryCheckInLog : public ICheckInLog, public WriteFaults {
public:
    Result<void> save(const CheckIn& record) override;
    Result<void> remove(const CheckInId& id) override;
    Result<void> restore(const CheckInId& id) override;
    [[nodiscard]] Result<std::optional<CheckIn>> find(const CheckInId& id) override;
    [[nodiscard]] Result<std::vector<CheckIn>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<CheckIn>> latest() override;

private:
    MemoryTable<CheckIn> m_table;
};

/// IReleaseLog in memory. As in the file, save() leaves the events alone and append() insists on the next sequence.
class MemoryReleaseLog : public IReleaseLog, public WriteFaults {
public:
    Result<void> save(const ReleaseSession& session) override;
    Result<void> append(const ReleaseSessionId& id, const SessionEvent& event) override;
    Result<void> remove(const ReleaseSessionId& id) override;
    Result<void> restore(const ReleaseSessionId& id) override;
    [[nodiscard]] Result<std::optional<ReleaseSession>> find(const ReleaseSessionId& id) override;
    [[nodiscard]] Result<std::vector<ReleaseSession>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<ReleaseSession>> latest() override;
    [[nodiscard]] Result<std::vector<ReleaseSession>> unfinished() override;

    /// Successful calls of save(), without events, in order.
    [[nodiscard]] const std::vector<ReleaseSession>& saves() const { return m_saves; }
    /// Stores a session with its events, as a crash may have left it.
    void plant(const ReleaseSession& session) { m_table.put(session); }

private:
    MemoryTable<ReleaseSession> m_table;
    std::vector<ReleaseSession> m_saves;
};

/// IAthleteLog in memory.
class MemoryAthleteLog : public IAthleteLog, public WriteFaults {
public:
    [[nodiscard]] Result<std::optional<Athlete>> athlete() override;
    Result<void> save(const Athlete& athlete) override;
    [[nodiscard]] Result<std::optional<SafetyScreening>> latestScreening() override;
    [[nodiscard]] Result<std::vector<SafetyScreening>> screenings() override;
    Result<void> save(const SafetyScreening& screening) override;

private:
    std::optional<Athlete> m_athlete;
    MemoryTable<SafetyScreening> m_screenings;
};

}  // namespace psolog::test
