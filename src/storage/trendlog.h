// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/itrendlog.h"

namespace psolog {

class Connection;

/// Reads over the whole log by covering indexes. The connection must outlive it. allDayScores() of a large log shares
/// the sites with a second connection in a thread that ends before it returns.
class TrendLog final : public ITrendLog {
public:
    explicit TrendLog(Connection& connection) : m_connection(connection) { }

    [[nodiscard]] Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<AllDayScores> allDayScores(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<LogSpan>> span() override;
    [[nodiscard]] Result<std::optional<LocalDay>> firstReleaseDay() override;

private:
    Connection& m_connection;
};

}  // namespace psolog
