// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/coachnote.h"
#include "core/ports/ireviewlog.h"
#include "core/ports/iroutinestore.h"
#include "core/ports/isettings.h"

namespace psolog {

/// The ports of the athlete under review, for pages that outlive one athlete. They pass reading on to the log they look
/// at and refuse writing themselves, whatever that log would do: every change returns ReadOnly and goes nowhere.
/// Without a log they are empty. GUI thread.
class ReviewPorts {
public:
    ReviewPorts();
    ~ReviewPorts();

    /// Looks at this log from now on, and keeps it; null: at none.
    void look(std::shared_ptr<IReviewLog> log);
    /// The coach's notes and plan for this athlete.
    void setNotes(std::vector<CoachNote> notes);
    void setPlan(std::optional<CoachPlan> plan);

    [[nodiscard]] IAthleteLog& athletes();
    [[nodiscard]] ICheckInLog& checkIns();
    [[nodiscard]] ISelfTestLog& selfTests();
    [[nodiscard]] IReleaseLog& releases();
    [[nodiscard]] ITrendLog& trends();
    [[nodiscard]] IWeeklyLog& weekly();
    [[nodiscard]] IExperimentLog& experiments();
    [[nodiscard]] ILogFile& file();
    [[nodiscard]] ICoachNotes& notes();

private:
    struct Ports;
    std::unique_ptr<Ports> m_ports;
};

/// Settings and routines of one's own for looking only: saving returns ReadOnly.
class ReadOnlySettings final : public ISettings {
public:
    explicit ReadOnlySettings(const ISettings& own) : m_own(own) { }
    [[nodiscard]] const Settings& current() const override { return m_own.current(); }
    Result<void> save(const Settings& /*settings*/) override { return fail(ErrorCode::ReadOnly); }

private:
    const ISettings& m_own;
};

class ReadOnlyRoutines final : public IRoutineStore {
public:
    explicit ReadOnlyRoutines(const IRoutineStore& own) : m_own(own) { }
    [[nodiscard]] const std::vector<StoredRoutine>& routines() const override { return m_own.routines(); }
    [[nodiscard]] const std::vector<UnusedFile>& unused() const override { return m_own.unused(); }
    Result<void> save(const Routine& /*routine*/) override { return fail(ErrorCode::ReadOnly); }
    Result<void> remove(const std::string& /*id*/) override { return fail(ErrorCode::ReadOnly); }
    [[nodiscard]] Result<Routine> read(const std::string& path) const override { return m_own.read(path); }
    [[nodiscard]] Result<void> write(const Routine& /*routine*/, const std::string& /*path*/) const override
    {
        return fail(ErrorCode::ReadOnly);
    }
    [[nodiscard]] std::string freeId(std::string_view name) const override { return m_own.freeId(name); }

private:
    const IRoutineStore& m_own;
};

}  // namespace psolog
