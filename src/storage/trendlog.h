// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/itrendlog.h"

namespace psolog {

class Connection;

/// Reads over the whole log by covering indexes. The connection must outlive it. allDayScores() of a large log shares
/// the sites with a second connection in a thread that ends before it returns.
class TrendLog final : public ITrendLog {
public:
    /// `whole`: false when the log was cut, so that which release was the first one is not known.
    explicit TrendLog(Connection& connection, bool whole = true) : m_connection(connection), m_whole(whole) { }

    [[nodiscard]] Result<std::vector<ScorePoint>> scores(Site site, LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<DayScores>> dayScores(Site site, LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<AllDayScores> allDayScores(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<DayActivity>> activity(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::optional<LogSpan>> span() override;
    [[nodiscard]] Result<std::optional<LocalDay>> firstReleaseDay() override;

private:
    Connection& m_connection;
    bool m_whole;
};

}  // namespace psolog
