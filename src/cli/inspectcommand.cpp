// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inspectcommand.h"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string_view>

#include "cli/commandline.h"
#include "cli/statsjson.h"
#include "storage/heaplimit.h"
#include "storage/intake.h"

namespace psolog::cli {

namespace {

/// The days that the records of a copy count for.
struct Days {
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;

    void add(LocalDay day)
    {
        first = first ? std::min(*first, day) : day;
        last = last ? std::max(*last, day) : day;
    }
};

/// How many records of each kind there are, in the order in which they are printed.
struct Counts {
    std::int64_t screenings = 0;
    std::int64_t checkIns = 0;
    std::int64_t runs = 0;
    std::int64_t selfTests = 0;
    std::int64_t releases = 0;
    std::int64_t weekly = 0;
    std::int64_t experiments = 0;
};

template <class R>
void countAll(const std::vector<Kept<R>>& records, std::int64_t Counts::*member, Counts& kept, Counts& removed,
              Days& days)
{
    for (const Kept<R>& each : records) {
        Counts& counts = each.deletedMs ? removed : kept;
        ++(counts.*member);
        if (!each.deletedMs)
            days.add(each.record.recorded.day);
    }
}

void addCounts(JsonLine& line, std::string_view key, const Counts& counts)
{
    line.open(key);
    line.whole("screenings", counts.screenings);
    line.whole("check_ins", counts.checkIns);
    line.whole("runs", counts.runs);
    line.whole("self_tests", counts.selfTests);
    line.whole("release_sessions", counts.releases);
    line.whole("weekly_check_ins", counts.weekly);
    line.whole("experiments", counts.experiments);
    line.close();
}

void addDay(JsonLine& line, std::string_view key, std::optional<LocalDay> day)
{
    if (day)
        line.text(key, day->toString());
    else
        line.null(key);
}

void addSnapshot(JsonLine& line, const std::optional<SnapshotMark>& mark)
{
    if (!mark) {
        line.null("snapshot");
        return;
    }
    line.open("snapshot");
    line.text("made", toIsoString(mark->made));
    addDay(line, "first_day", mark->firstDay);
    line.truth("notes", mark->notes);
    line.close();
}

std::string describe(const Error& refusal)
{
    JsonLine line;
    line.open();
    line.truth("accepted", false);
    line.text("reason", nameOf(refusal.code));
    line.text("detail", refusal.detail);
    line.close();
    return line.take();
}

}  // namespace

std::string describe(const InspectedFile& file)
{
    const LogCopy& copy = *file.copy;
    Counts kept;
    Counts removed;
    Days days;
    countAll(copy.screenings, &Counts::screenings, kept, removed, days);
    countAll(copy.checkIns, &Counts::checkIns, kept, removed, days);
    for (const Kept<CheckIn>& each : copy.checkIns)
        (each.deletedMs ? removed : kept).runs += each.record.run ? 1 : 0;
    countAll(copy.selfTests, &Counts::selfTests, kept, removed, days);
    countAll(copy.releases, &Counts::releases, kept, removed, days);
    countAll(copy.weekly, &Counts::weekly, kept, removed, days);
    countAll(copy.experiments, &Counts::experiments, kept, removed, days);

    JsonLine line;
    line.open();
    line.truth("accepted", true);
    line.whole("schema", copy.schema);
    line.open("athlete");
    line.text("id", copy.athlete.record.id.toString());
    line.text("name", copy.athlete.record.name);
    line.close();
    addCounts(line, "counts", kept);
    addCounts(line, "removed", removed);
    addDay(line, "first_day", days.first);
    addDay(line, "last_day", days.last);
    addSnapshot(line, copy.snapshot);
    line.whole("bytes", file.bytes);
    line.text("digest", file.digest);
    line.close();
    return line.take();
}

Result<void> inspectFile(const std::string& path, std::ostream& out)
{
    limitHeapOfProcess(kHeapOfAFile);
    const auto file = Intake().inspect(path);
    out << (file ? describe(*file) : describe(file.error())) << std::flush;
    if (!out)
        return fail(ErrorCode::WriteFailed, "standard output");
    if (!file)
        return tl::unexpected<Error>(file.error());
    return {};
}

int inspectExitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Damaged:
    case ErrorCode::ForeignContent:
    case ErrorCode::TooLarge:
    case ErrorCode::TooSlow:
        return kFailure;
    case ErrorCode::NotALog:
    case ErrorCode::TooNew:
    case ErrorCode::NotFound:
    case ErrorCode::NotAFile:
        return kNotALog;
    case ErrorCode::CannotOpen:
    case ErrorCode::Changing:
    case ErrorCode::OwnLog:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Locked:
    case ErrorCode::WriteFailed:
    case ErrorCode::InvalidValue:
    case ErrorCode::SyntaxError:
    case ErrorCode::Internal:
        return kCannotCheck;
    }
    return kCannotCheck;
}

}  // namespace psolog::cli
