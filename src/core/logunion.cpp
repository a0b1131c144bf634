// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logunion.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/recordcontent.h"

namespace psolog {

namespace {

/// How far a record has come in a life that knows one direction; the further one is the later one.
using Progress = std::array<std::int64_t, 3>;

// What of each kind of record decides: its moment, its progress, and its note, which a snapshot may leave out.

UtcTime momentOf(const Athlete& athlete)
{
    return athlete.created.at.utc;
}

template <class R>
UtcTime momentOf(const R& record)
{
    return record.recorded.at.utc;
}

UtcTime momentOf(const Experiment& plan)
{
    return plan.ended ? std::max(plan.ended->at.utc, plan.recorded.at.utc) : plan.recorded.at.utc;
}

template <class R>
Progress progressOf(const R& /*record*/)
{
    return {};
}

Progress progressOf(const SafetyScreening& screening)
{
    return {screening.clearedAt ? 1 : 0};
}

Progress progressOf(const ReleaseSession& session)
{
    return {session.outcome != ReleaseOutcome::Running ? 1 : 0, static_cast<std::int64_t>(session.events.size()),
            session.redAcknowledged ? 1 : 0};
}

Progress progressOf(const Experiment& plan)
{
    return {plan.state != ExperimentState::Active ? 1 : 0};
}

const std::string& noteOf(const Athlete& athlete)
{
    return athlete.name;
}

const std::string& noteOf(const SafetyScreening& /*screening*/)
{
    static const std::string none;
    return none;
}

const std::string& noteOf(const Experiment& plan)
{
    return plan.reason;
}

template <class R>
const std::string& noteOf(const R& record)
{
    return record.note;
}

/// What one plan replaces; a log that was put together from two may have lost it.
template <class R>
std::optional<ExperimentId> replacedBy(const R& /*record*/)
{
    return {};
}

std::optional<ExperimentId> replacedBy(const Experiment& plan)
{
    return plan.replaces;
}

template <class R>
bool isDiscarded(const R& /*record*/)
{
    return false;
}

bool isDiscarded(const ReleaseSession& session)
{
    return session.outcome == ReleaseOutcome::Discarded;
}

/// The moment that decides which of two versions is the later one, ms UTC.
template <class R>
std::int64_t lastChange(const Kept<R>& kept)
{
    if (!kept.changedMs && !kept.deletedMs)
        return momentOf(kept.record).time_since_epoch().count();
    return *std::max(kept.changedMs, kept.deletedMs);  // nothing is less than any moment
}

enum class Later { Neither, First, Second, Undecided };

Later laterOf(std::strong_ordering order)
{
    return order > 0 ? Later::First : Later::Second;
}

/// Which of two versions of a record is the later one, or knows more.
template <class R>
Later laterOf(const Kept<R>& a, const Kept<R>& b)
{
    if (a == b)
        return Later::Neither;
    if (const auto change = lastChange(a) <=> lastChange(b); change != 0)
        return laterOf(change);
    if (a.deletedMs.has_value() != b.deletedMs.has_value())
        return Later::Undecided;
    if (a.deletedMs || (isDiscarded(a.record) && isDiscarded(b.record)))
        return Later::Neither;  // what a removed record or a discarded session was no longer counts
    if (const auto progress = progressOf(a.record) <=> progressOf(b.record); progress != 0)
        return laterOf(progress);
    if (contentOf(a.record) != contentOf(b.record))
        return Later::Undecided;
    const auto firstReplaced = replacedBy(a.record);
    const auto secondReplaced = replacedBy(b.record);
    if (firstReplaced && secondReplaced && firstReplaced != secondReplaced)
        return Later::Undecided;
    // A version without its note comes from a snapshot that left it out, or from before it was written.
    const std::string& firstNote = noteOf(a.record);
    const std::string& secondNote = noteOf(b.record);
    if (firstNote == secondNote)
        return Later::Neither;
    if (firstNote.empty() || secondNote.empty())
        return firstNote.empty() ? Later::Second : Later::First;
    return Later::Undecided;
}

/// Whether `b` is the version to keep of two different ones: a total order that agrees with laterOf() wherever that
/// decides, so that any number of copies is united to the same in any order.
template <class R>
bool yieldsTo(const Kept<R>& a, const Kept<R>& b)
{
    const auto decisive = [](const Kept<R>& kept) {
        const bool removed = kept.deletedMs.has_value();
        return std::tuple(lastChange(kept), removed, removed ? Progress{} : progressOf(kept.record));
    };
    if (const auto order = decisive(a) <=> decisive(b); order != 0)
        return order < 0;
    const auto rest = [](const Kept<R>& kept) {
        // Where a snapshot left the content of a removed or discarded record out, a note shows which one is whole.
        std::string first = contentOf(kept.record);
        std::string second = noteOf(kept.record);
        if (kept.deletedMs || isDiscarded(kept.record))
            std::swap(first, second);
        return std::tuple(std::move(first), std::move(second), replacedBy(kept.record), kept.changedMs, kept.deletedMs);
    };
    return rest(a) < rest(b);
}

template <class R>
const std::string& idOf(const Kept<R>& kept)
{
    return kept.record.id.toString();
}

/// The records of a list by their ids. The list must outlive it.
template <class R>
std::unordered_map<std::string_view, const Kept<R>*> byId(const std::vector<Kept<R>>& list)
{
    std::unordered_map<std::string_view, const Kept<R>*> places;
    places.reserve(list.size());
    for (const Kept<R>& kept : list)
        places.emplace(idOf(kept), &kept);
    return places;
}

template <class R>
void count(const Kept<R>& atHand, const Kept<R>& incoming, CopyComparison& result)
{
    switch (laterOf(atHand, incoming)) {
    case Later::Neither:
        break;
    case Later::First:
        ++result.outdated;
        break;
    case Later::Second:
        ++result.changed;
        break;
    case Later::Undecided:
        ++result.undecided;
        break;
    }
}

template <class R>
void count(const std::vector<Kept<R>>& atHand, const std::vector<Kept<R>>& incoming, CopyComparison& result)
{
    const auto known = byId(atHand);
    int common = 0;
    for (const Kept<R>& kept : incoming) {
        const auto found = known.find(idOf(kept));
        if (found == known.end()) {
            ++result.added;
            continue;
        }
        ++common;
        count(*found->second, kept, result);
    }
    result.missing += static_cast<int>(atHand.size()) - common;
}

template <class R>
const Kept<R>& keptOf(const Kept<R>& a, const Kept<R>& b)
{
    return a != b && yieldsTo(a, b) ? b : a;
}

template <class R>
std::vector<Kept<R>> unite(const std::vector<Kept<R>>& a, const std::vector<Kept<R>>& b)
{
    std::vector<Kept<R>> all;
    all.reserve(std::max(a.size(), b.size()));
    auto others = byId(b);
    for (const Kept<R>& kept : a) {
        const auto found = others.find(idOf(kept));
        if (found == others.end()) {
            all.push_back(kept);
            continue;
        }
        all.push_back(keptOf(kept, *found->second));
        found->second = nullptr;
    }
    for (const Kept<R>& kept : b)
        if (others.at(idOf(kept)) != nullptr)
            all.push_back(kept);
    std::sort(all.begin(), all.end(), [](const Kept<R>& x, const Kept<R>& y) {
        return std::tie(x.record.recorded.at.utc, idOf(x)) < std::tie(y.record.recorded.at.utc, idOf(y));
    });
    return all;
}

/// What is left out of both. A copy without a mark has left out nothing.
std::optional<SnapshotMark> unite(const std::optional<SnapshotMark>& a, const std::optional<SnapshotMark>& b)
{
    if (!a || !b)
        return std::nullopt;
    const auto made = [](const SnapshotMark& mark) {
        return std::tie(mark.made.utc, mark.made.offset, mark.made.zone);
    };
    SnapshotMark mark = made(*a) < made(*b) ? *b : *a;
    mark.firstDay = std::min(a->firstDay, b->firstDay);  // nothing is less than any day
    mark.notes = a->notes || b->notes;
    return mark;
}

CopyRelation relationOf(const CopyComparison& counted)
{
    const bool more = counted.added + counted.changed > 0;
    const bool less = counted.missing + counted.outdated > 0;
    if (counted.undecided > 0)
        return CopyRelation::Conflicting;
    if (more && less)
        return CopyRelation::Diverged;
    if (more)
        return CopyRelation::Newer;
    return less ? CopyRelation::Older : CopyRelation::Same;
}

}  // namespace

CopyComparison compareCopies(const LogCopy& atHand, const LogCopy& incoming)
{
    CopyComparison result;
    count(atHand.athlete, incoming.athlete, result);
    count(atHand.screenings, incoming.screenings, result);
    count(atHand.checkIns, incoming.checkIns, result);
    count(atHand.selfTests, incoming.selfTests, result);
    count(atHand.releases, incoming.releases, result);
    count(atHand.weekly, incoming.weekly, result);
    count(atHand.experiments, incoming.experiments, result);
    result.relation = relationOf(result);
    return result;
}

LogCopy unite(const LogCopy& a, const LogCopy& b)
{
    LogCopy all;
    all.schema = std::max(a.schema, b.schema);
    all.snapshot = unite(a.snapshot, b.snapshot);
    all.athlete = keptOf(a.athlete, b.athlete);
    all.screenings = unite(a.screenings, b.screenings);
    all.checkIns = unite(a.checkIns, b.checkIns);
    all.selfTests = unite(a.selfTests, b.selfTests);
    all.releases = unite(a.releases, b.releases);
    all.weekly = unite(a.weekly, b.weekly);
    all.experiments = unite(a.experiments, b.experiments);
    return all;
}

}  // namespace psolog
