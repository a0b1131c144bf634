// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/logrules.h"

#include <chrono>
#include <set>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "analysis/roster.h"
#include "core/validation.h"

namespace psolog::test {

namespace {

const LocalDay kFirst(1, 1, 1);
const LocalDay kFirstRecord(1970, 1, 1);
const LocalDay kLast(9999, 12, 31);
constexpr int kDaysOff = 2;  // of a local day and its moment

/// Everything lies before it: whether a record is of the future is not asked here.
Instant endOfTime()
{
    return {UtcTime(kLast.days() + std::chrono::days(2)), {}, "UTC"};
}

bool isMoment(const Instant& at)
{
    return at.utc >= UtcTime(kFirst.days()) && at.utc < UtcTime(kLast.days() + std::chrono::days(1))
        && std::chrono::abs(at.offset) <= std::chrono::hours(18) && isPrintable(at.zone)
        && codePoints(at.zone) <= kMaxZoneLength;
}

bool isMoment(const RecordedAt& recorded)
{
    return isMoment(recorded.at) && recorded.at.utc >= UtcTime(kFirstRecord.days())
        && recorded.day >= kFirstRecord - kDaysOff && recorded.day <= kLast;
}

bool isText(std::string_view text, std::size_t length)
{
    return isUtf8(text) && codePoints(text) <= length;
}

std::string reasonOf(const Error& error)
{
    return error.detail;
}

std::string reasonOf(const Invalid& invalid)
{
    return invalid.error.detail;
}

template <class Checked>
std::string broken(const Checked& checked)
{
    return checked ? std::string() : reasonOf(checked.error());
}

std::string brokenIn(const SafetyScreening& record)
{
    return record.clearedAt && !isMoment(*record.clearedAt) ? "cleared at no moment" : "";
}

std::string brokenIn(const CheckIn& record)
{
    if (record.run && (!isMoment(record.run->recorded) || !isUuid(record.run->id.toString())))
        return "a run of no moment or id";
    const auto checked = validate(record, endOfTime());
    // A check-in that was a note alone is empty in a snapshot without notes, and in what is united with one.
    if (!checked && checked.error().field == Field::Scores)
        return {};
    return broken(checked);
}

std::string brokenIn(const SelfTest& record)
{
    if (record.hold < Seconds(0) || record.hold > std::chrono::hours(1) || record.wordingVersion < 1)
        return "a self-test out of range";
    return broken(validate(record, endOfTime()));
}

std::string brokenIn(const ReleaseSession& record)
{
    if (!isText(record.routineId, 200) || !isText(record.routineName, 1'000))
        return "a routine's name";
    if (record.planned < Seconds(0) || record.worked < Milliseconds(0))
        return "a negative duration";
    int last = -1;
    for (const SessionEvent& event : record.events) {
        if (event.sequence <= last)
            return "events out of order";
        last = event.sequence;
        if (!isMoment(event.at) || event.worked < Milliseconds(0) || event.step < 0 || event.point.value_or(1) < 1
            || event.duration.value_or(Milliseconds(0)) < Milliseconds(0))
            return "an event out of range";
    }
    return broken(validate(record, endOfTime()));
}

std::string brokenIn(const WeeklyCheckIn& record)
{
    return broken(validate(record, endOfTime()));
}

std::string brokenIn(const Experiment& record)
{
    if (record.ended && !isMoment(*record.ended))
        return "ended at no moment";
    if (record.replaces && !isUuid(record.replaces->toString()))
        return "replaces no id";
    return broken(validate(record, endOfTime()));
}

template <class R>
std::string brokenIn(const std::vector<Kept<R>>& list)
{
    std::set<std::string> ids;
    const Kept<R>* last = nullptr;
    for (const Kept<R>& kept : list) {
        const R& record = kept.record;
        if (!isUuid(record.id.toString()))
            return "an id that is none";
        if (!ids.insert(record.id.toString()).second)
            return "an id twice";
        if (!isMoment(record.recorded))
            return "a moment that is none";
        if (last
            && std::tie(last->record.recorded.at.utc, last->record.id) > std::tie(record.recorded.at.utc, record.id))
            return "records out of order";
        last = &kept;
        // What a snapshot left out is missing from records that were removed.
        if (const std::string found = brokenIn(record); !found.empty() && !kept.deletedMs)
            return found;
    }
    return {};
}

/// What the roster makes of a log, on a day of its time and on one with nothing after it.
std::string brokenRow(const LogCopy& copy)
{
    for (const LocalDay today : {LocalDay(2026, 11, 22), kLast}) {
        const RosterRow row = rosterRow(copy, today, 7);
        if (!rowFromText(toText(row)))
            return "roster: a row that cannot be read back";
    }
    return {};
}

}  // namespace

std::string brokenRule(const LogCopy& copy)
{
    const Athlete& athlete = copy.athlete.record;
    if (!isUuid(athlete.id.toString()) || !isMoment(athlete.created))
        return "athlete: no id or no moment";
    if (const std::string found = broken(validate(athlete)); !found.empty())
        return "athlete: " + found;
    if (copy.snapshot && !isMoment(copy.snapshot->made))
        return "snapshot: made at no moment";
    const std::pair<const char*, std::string> lists[] = {
        {"screenings", brokenIn(copy.screenings)}, {"check-ins", brokenIn(copy.checkIns)},
        {"self-tests", brokenIn(copy.selfTests)},  {"releases", brokenIn(copy.releases)},
        {"weekly", brokenIn(copy.weekly)},         {"experiments", brokenIn(copy.experiments)},
    };
    for (const auto& [name, found] : lists)
        if (!found.empty())
            return fmt::format("{}: {}", name, found);
    return brokenRow(copy);
}

}  // namespace psolog::test
