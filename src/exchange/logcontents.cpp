// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/logcontents.h"

#include <algorithm>
#include <utility>

namespace psolog {

namespace {

// The days a stored "YYYY-MM-DD" can name.
const LocalDay kFirstDay(1, 1, 1);
const LocalDay kLastDay(9999, 12, 31);

/// Moves a result's value into its place; the error stays in the result.
template <class T, class U>
Result<void> take(Result<T> from, U& into)
{
    if (!from)
        return tl::unexpected<Error>(from.error());
    into = std::move(*from);
    return {};
}

template <class Port, class Record>
Result<void> saveAll(Port& port, const std::vector<Record>& records)
{
    for (const Record& record : records)
        if (auto saved = port.save(record); !saved)
            return saved;
    return {};
}

Result<void> saveReleases(IReleaseLog& log, const std::vector<ReleaseSession>& sessions)
{
    for (const ReleaseSession& session : sessions) {
        if (auto saved = log.save(session); !saved)
            return saved;
        for (const SessionEvent& event : session.events)
            if (auto saved = log.append(session.id, event); !saved)
                return saved;
    }
    return {};
}

/// Stores the plans as they came to be: begun, changed into the next one, stopped.
Result<void> replayExperiments(IExperimentLog& log, const std::vector<Experiment>& experiments)
{
    for (const Experiment& experiment : experiments) {
        Experiment plan = experiment;
        plan.state = ExperimentState::Active;
        plan.ended.reset();
        plan.reason.clear();
        const auto before = std::find_if(experiments.begin(), experiments.end(),
                                         [&](const Experiment& other) { return experiment.replaces == other.id; });
        const bool isChange = before != experiments.end() && before->ended;
        if (experiment.replaces && !isChange)
            return fail(ErrorCode::InvalidValue, "an experiment replaces one that is not there");
        auto stored = isChange ? log.change(before->id, *before->ended, before->reason, plan) : log.begin(plan);
        if (stored && experiment.state == ExperimentState::Stopped && experiment.ended)
            stored = log.stop(experiment.id, *experiment.ended, experiment.reason);
        if (!stored)
            return stored;
    }
    return {};
}

}  // namespace

Result<LogContents> readContents(const LogPorts& log)
{
    LogContents contents;
    const Result<void> read =
        take(log.athlete.athlete(), contents.athlete)
            .and_then([&] { return take(log.athlete.screenings(), contents.screenings); })
            .and_then([&] { return take(log.checkIns.between(kFirstDay, kLastDay), contents.checkIns); })
            .and_then([&] { return take(log.selfTests.between(kFirstDay, kLastDay), contents.selfTests); })
            .and_then([&] { return take(log.releases.between(kFirstDay, kLastDay), contents.releases); })
            .and_then([&] { return take(log.weekly.between(kFirstDay, kLastDay), contents.weekly); })
            .and_then([&] { return take(log.experiments.all(), contents.experiments); });
    if (!read)
        return tl::unexpected<Error>(read.error());
    return contents;
}

Result<void> writeContents(const LogContents& contents, const LogPorts& log)
{
    if (contents.athlete)
        if (auto saved = log.athlete.save(*contents.athlete); !saved)
            return saved;
    return saveAll(log.athlete, contents.screenings)
        .and_then([&] { return saveAll(log.checkIns, contents.checkIns); })
        .and_then([&] { return saveAll(log.selfTests, contents.selfTests); })
        .and_then([&] { return saveReleases(log.releases, contents.releases); })
        .and_then([&] { return saveAll(log.weekly, contents.weekly); })
        .and_then([&] { return replayExperiments(log.experiments, contents.experiments); });
}

}  // namespace psolog
