// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/logcopy.h"
#include "storage/coachlibrary.h"
#include "storage/intake.h"
#include "storage/logimage.h"
#include "storage/logtest.h"
#include "storage/schema.h"

namespace psolog::test {

template <class R>
void sortByTime(std::vector<Kept<R>>& list)
{
    std::sort(list.begin(), list.end(), [](const Kept<R>& a, const Kept<R>& b) {
        return std::tie(a.record.recorded.at.utc, a.record.id) < std::tie(b.record.recorded.at.utc, b.record.id);
    });
}

/// Athletes' copies, and a library that opens at once or fails the test.
class CoachTest : public ::testing::Test {
protected:
    static std::int64_t msDaysAgo(int days) { return recordedDaysAgo(days).at.utc.time_since_epoch().count(); }

    LogCopy copyOf(const std::string& name, int checkIns = 3)
    {
        LogCopy copy;
        copy.schema = newestVersion();
        copy.athlete.record = {m_ids.make<AthleteId>(), name, StartChoice::ReleaseToday, recordedDaysAgo(50)};
        for (int i = 0; i < checkIns; ++i)
            copy.checkIns.push_back({fullCheckIn(m_ids, i, i % 11), {}, {}});
        sortByTime(copy.checkIns);
        return copy;
    }

    /// Something of every kind, some of it changed or removed.
    LogCopy fullCopy(const std::string& name = "Ada")
    {
        LogCopy copy = copyOf(name, 10);
        copy.snapshot = SnapshotMark{recordedDaysAgo(0).at, kToday - 60, true};
        copy.athlete.changedMs = msDaysAgo(2);
        copy.screenings.push_back(
            {{m_ids.make<ScreeningId>(), recordedDaysAgo(40), {SafetyItem::Hernia}, recordedDaysAgo(39).at},
             {},
             msDaysAgo(39)});
        copy.checkIns[1].deletedMs = copy.checkIns[1].changedMs = msDaysAgo(1);
        copy.checkIns[2].record.run.reset();
        copy.checkIns.push_back({oneScore(m_ids, siteAt(3), 0, 45), {}, msDaysAgo(4)});
        sortByTime(copy.checkIns);
        copy.selfTests = {{gluteTest(m_ids, 9), {}, {}}, {gluteTest(m_ids, 8), msDaysAgo(7), msDaysAgo(7)}};
        ReleaseSession ended = session(m_ids, 12);
        ended.events = {event(0, 12), event(1, 12)};
        ended.outcome = ReleaseOutcome::Stopped;
        ended.stopReason = StopReason::Pulsing;
        ended.worked = Milliseconds(90'000);
        ended.before.left = Score::clamped(7);
        copy.releases = {{ended, {}, msDaysAgo(12)}, {session(m_ids, 2), msDaysAgo(1), {}}};
        copy.weekly = {{weekly(m_ids, 14), {}, {}}, {weekly(m_ids, 7), msDaysAgo(6), {}}};
        Experiment stopped = startPlan(m_ids, 30);
        stopped.state = ExperimentState::Replaced;
        stopped.ended = recordedDaysAgo(20);
        stopped.reason = "a race";
        Experiment next = weeksPlan(m_ids, {true, false}, 20);
        next.replaces = stopped.id;
        copy.experiments = {{stopped, {}, msDaysAgo(20)}, {next, {}, {}}};
        return copy;
    }

    static std::string imageOf(const LogCopy& copy)
    {
        auto image = writeImage(copy);
        if (!image)
            throw std::runtime_error(image.error().detail);
        return std::move(*image);
    }

    /// A file with exactly this copy, as the intake hands it over.
    static InspectedFile fileOf(const LogCopy& copy) { return inspected(imageOf(copy)); }

    static InspectedFile inspected(const std::string& bytes)
    {
        auto file = Intake::inspectBytes(std::as_bytes(std::span(bytes)));
        if (!file)
            throw std::runtime_error(std::string(nameOf(file.error().code)) + ": " + file.error().detail);
        return std::move(*file);
    }

    std::unique_ptr<CoachLibrary> open(const LibraryOptions& options = {})
    {
        auto opened = CoachLibrary::open(m_path, m_clock, options);
        if (!opened)
            throw std::runtime_error(std::string(nameOf(opened.error().code)) + ": " + opened.error().detail);
        return std::move(*opened);
    }

    TemporaryFolder m_folder;
    const std::string m_path = m_folder.file("coach/library.psolog-coach");
    ManualClock m_clock;
    SequentialIds m_ids;
};

}  // namespace psolog::test
