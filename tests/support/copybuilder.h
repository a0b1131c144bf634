// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/logcopy.h"
#include "support/sequentialids.h"

namespace psolog::test {

/// Builds a copy of a log day by day, counted back from its today.
class CopyBuilder {
public:
    explicit CopyBuilder(LocalDay today = LocalDay(2026, 11, 22)) : m_today(today)
    {
        m_copy.athlete.record.id = AthleteId(m_ids.newUuid());
        m_copy.athlete.record.name = "Ann";
        m_copy.athlete.record.created = daysAgo(400);
    }

    CopyBuilder& created(int ago)
    {
        m_copy.athlete.record.created = daysAgo(ago);
        return *this;
    }
    CopyBuilder& checkIn(int ago, std::vector<std::pair<Site, int>> scores)
    {
        CheckIn record;
        record.id = CheckInId(m_ids.newUuid());
        record.recorded = daysAgo(ago);
        for (const auto& [site, score] : scores)
            record.scores[site] = Score::clamped(score);
        return add(m_copy.checkIns, std::move(record));
    }
    /// One score a day, the last one today less `ago`; below 0: not asked.
    CopyBuilder& scores(Site site, const std::vector<int>& scores, int ago = 0)
    {
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (scores[i] >= 0)
                checkIn(ago + static_cast<int>(scores.size() - 1 - i), {{site, scores[i]}});
        return *this;
    }
    CopyBuilder& run(int ago)
    {
        CheckIn record;
        record.id = CheckInId(m_ids.newUuid());
        record.recorded = daysAgo(ago);
        record.run = Run{};
        record.run->id = RunId(m_ids.newUuid());
        record.run->recorded = record.recorded;
        return add(m_copy.checkIns, std::move(record));
    }
    CopyBuilder& release(int ago, std::optional<StopReason> reason = std::nullopt)
    {
        ReleaseSession record;
        record.id = ReleaseSessionId(m_ids.newUuid());
        record.recorded = daysAgo(ago);
        record.worked = Seconds(280);
        record.outcome = reason ? ReleaseOutcome::Stopped : ReleaseOutcome::Completed;
        record.stopReason = reason;
        return add(m_copy.releases, std::move(record));
    }
    /// A release on each of these days.
    CopyBuilder& releases(int firstAgo, int lastAgo)
    {
        for (int ago = firstAgo; ago >= lastAgo; --ago)
            release(ago);
        return *this;
    }
    /// A complete glute test; ratings of the repeats, left and right.
    CopyBuilder& gluteTest(int ago, const std::vector<int>& left, const std::vector<int>& right)
    {
        SelfTest record;
        record.id = SelfTestId(m_ids.newUuid());
        record.recorded = daysAgo(ago);
        record.complete = true;
        const auto rate = [&](Side side, const std::vector<int>& ratings) {
            for (std::size_t i = 0; i < ratings.size(); ++i) {
                Reading reading;
                reading.side = side;
                reading.repeat = static_cast<int>(i) + 1;
                reading.contraction = static_cast<Contraction>(ratings[i]);
                record.readings.push_back(reading);
            }
        };
        rate(Side::Left, left);
        rate(Side::Right, right);
        return add(m_copy.selfTests, std::move(record));
    }
    /// An experiment with a week of release and a week without.
    CopyBuilder& weeksWithAndWithout(int firstAgo, std::vector<bool> releaseFirst)
    {
        Experiment record;
        record.id = ExperimentId(m_ids.newUuid());
        record.recorded = daysAgo(firstAgo);
        record.kind = ExperimentKind::AlternatingWeeks;
        record.firstDay = m_today - firstAgo;
        record.releaseFirst = std::move(releaseFirst);
        return add(m_copy.experiments, std::move(record));
    }

    [[nodiscard]] LocalDay today() const { return m_today; }
    [[nodiscard]] LocalDay dayAgo(int days) const { return m_today - days; }
    [[nodiscard]] LogCopy& copy() { return m_copy; }
    [[nodiscard]] RecordedAt daysAgo(int days)
    {
        RecordedAt when;
        when.day = m_today - days;
        when.at.utc = UtcTime(when.day.days()) + std::chrono::hours(12) + Milliseconds(++m_moments);
        return when;
    }

private:
    /// Keeps a list in order of time.
    template <class R>
    CopyBuilder& add(std::vector<Kept<R>>& list, R record)
    {
        const auto later = [](const R& a, const Kept<R>& b) { return a.recorded.at.utc < b.record.recorded.at.utc; };
        list.insert(std::upper_bound(list.begin(), list.end(), record, later), Kept<R>{record, {}, {}});
        return *this;
    }

    LocalDay m_today;
    SequentialIds m_ids;
    int m_moments = 0;
    LogCopy m_copy;
};

}  // namespace psolog::test
