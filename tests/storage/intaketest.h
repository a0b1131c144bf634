// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "storage/intake.h"
#include "storage/logtest.h"

namespace psolog::test {

/// "ok", or the code of a refusal and its detail.
inline std::string saidOf(const Result<InspectedFile>& file)
{
    return file ? "ok" : std::string(nameOf(file.error().code)) + ": " + file.error().detail;
}

/// A log with something of every kind, and an intake.
class IntakeTest : public LogTest {
protected:
    /// Something of every kind, one of each removed.
    void makeFullLog()
    {
        const auto log = open();
        const auto saved = log->inTransaction([&]() -> Result<void> {
            Athlete athlete{m_ids.make<AthleteId>(), "Zoë", StartChoice::BaselineFirst, recordedDaysAgo(60)};
            if (auto done = log->athlete().save(athlete); !done)
                return done;
            SafetyScreening screening{m_ids.make<ScreeningId>(), recordedDaysAgo(59), {}, {}};
            screening.present = {SafetyItem::Hernia, SafetyItem::Bones};
            screening.clearedAt = recordedDaysAgo(58).at;
            if (auto done = log->athlete().save(screening); !done)
                return done;
            for (int i = 0; i < 12; ++i)
                if (auto done = log->checkIns().save(fullCheckIn(m_ids, i, i % 11)); !done)
                    return done;
            return saveOthers(*log);
        });
        ASSERT_EQ(codeOf(saved), "ok") << saved.error().detail;
    }

    Result<InspectedFile> inspect(const std::string& path) { return Intake(options()).inspect(path); }

    std::string said(const std::string& path) { return saidOf(inspect(path)); }

    /// Changes the closed log as no log would, but with types that its tables let in.
    void damage(const std::string& sql)
    {
        execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + sql);
    }

    [[nodiscard]] IntakeOptions options()
    {
        IntakeOptions options;
        options.ownFiles = [this] { return m_own; };
        return options;
    }

    std::vector<std::string> m_own;

private:
    Result<void> saveOthers(Log& log)
    {
        const auto all = [](auto& port, const auto& records) -> Result<void> {
            for (const auto& record : records)
                if (auto done = port.save(record); !done)
                    return done;
            return port.remove(records.back().id);
        };
        const std::vector checkIns{oneScore(m_ids, siteAt(3), 7, 30), oneScore(m_ids, siteAt(2), 0, 29)};
        const std::vector tests{gluteTest(m_ids, 20), gluteTest(m_ids, 10)};
        const std::vector weeks{weekly(m_ids, 14), weekly(m_ids, 7)};
        ReleaseSession ended = session(m_ids, 12);
        ended.outcome = ReleaseOutcome::Stopped;
        ended.stopReason = StopReason::Pulsing;
        ended.before.left = Score::clamped(7);
        const std::vector sessions{ended, session(m_ids, 3)};
        const Experiment plan = startPlan(m_ids, 30);
        Experiment next = weeksPlan(m_ids, {true, false}, 20);
        next.replaces = plan.id;
        return all(log.checkIns(), checkIns)
            .and_then([&] { return all(log.selfTests(), tests); })
            .and_then([&] { return all(log.weekly(), weeks); })
            .and_then([&] { return all(log.releases(), sessions); })
            .and_then([&] { return log.releases().append(ended.id, event(0, 12)); })
            .and_then([&] { return log.releases().append(ended.id, event(1, 12)); })
            .and_then([&] { return log.experiments().begin(plan); })
            .and_then([&] { return log.experiments().change(plan.id, recordedDaysAgo(20), "a race", next); });
    }
};

}  // namespace psolog::test
