// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/logcontents.h"

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

}  // namespace

Result<LogContents> readContents(const LogPorts& log)
{
    LogContents contents;
    const Result<void> read =
        take(log.athlete.athlete(), contents.athlete)
            .and_then([&] { return take(log.athlete.screenings(), contents.screenings); })
            .and_then([&] { return take(log.checkIns.between(kFirstDay, kLastDay), contents.checkIns); })
            .and_then([&] { return take(log.selfTests.between(kFirstDay, kLastDay), contents.selfTests); })
            .and_then([&] { return take(log.releases.between(kFirstDay, kLastDay), contents.releases); });
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
        .and_then([&] { return saveReleases(log.releases, contents.releases); });
}

}  // namespace psolog
