// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/logcopy.h"
#include "core/ports/iclock.h"
#include "core/ports/ireviewlog.h"
#include "core/result.h"
#include "storage/athletelog.h"
#include "storage/checkinlog.h"
#include "storage/connection.h"
#include "storage/experimentlog.h"
#include "storage/releaselog.h"
#include "storage/selftestlog.h"
#include "storage/trendlog.h"
#include "storage/weeklylog.h"

namespace psolog {

/// A log of the newest schema with exactly what the copy holds, as the bytes of a file. The same copy makes the same
/// bytes. A plan keeps what it replaces only when that plan is in the copy and no earlier one replaces it, too: a log
/// cannot say more. InvalidValue when the copy holds what no log can (two check-ins with the same run).
[[nodiscard]] Result<std::string> writeImage(const LogCopy& copy);

/// An athlete's log read from an image, through the repositories of a log: see IReviewLog. Holds the bytes as long as
/// it lives.
class ReviewLog final : public IReviewLog, private ILogFile {
public:
    /// Opens the bytes of a log of any schema up to the newest. Damaged or NotALog unless they are one with nothing
    /// added; TooNew. `path` is what file() calls itself. The clock must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<ReviewLog>> open(std::shared_ptr<const std::string> image,
                                                                 std::string path, const IClock& clock);

    [[nodiscard]] IAthleteLog& athletes() override { return m_athlete; }
    [[nodiscard]] ICheckInLog& checkIns() override { return m_checkIns; }
    [[nodiscard]] ISelfTestLog& selfTests() override { return m_selfTests; }
    [[nodiscard]] IReleaseLog& releases() override { return m_releases; }
    [[nodiscard]] ITrendLog& trends() override { return m_trends; }
    [[nodiscard]] IWeeklyLog& weekly() override { return m_weekly; }
    [[nodiscard]] IExperimentLog& experiments() override { return m_experiments; }
    [[nodiscard]] ILogFile& file() override { return *this; }
    [[nodiscard]] std::optional<LocalDay> sharedFrom() const override { return m_sharedFrom; }

private:
    ReviewLog(std::string path, const IClock& clock, std::unique_ptr<Connection> connection,
              std::optional<LocalDay> sharedFrom);

    [[nodiscard]] std::string path() const override { return m_path; }
    [[nodiscard]] bool readOnly() const override { return true; }
    [[nodiscard]] Result<bool> changedElsewhere() override { return false; }

    std::string m_path;
    std::optional<LocalDay> m_sharedFrom;
    std::unique_ptr<Connection> m_connection;  // before the repositories, which refer to it
    AthleteLog m_athlete;
    CheckInLog m_checkIns;
    SelfTestLog m_selfTests;
    ReleaseLog m_releases;
    TrendLog m_trends;
    WeeklyLog m_weekly;
    ExperimentLog m_experiments;
};

}  // namespace psolog
