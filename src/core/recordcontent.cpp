// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recordcontent.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

namespace psolog {

namespace {

/// The content of a record as text, for an order that depends on nothing else. `parts` is how many parts it has: a
/// snapshot leaves those of a removed record out, and the whole one is to come last.
class Content {
public:
    explicit Content(std::size_t parts) { add(parts); }

    Content& add(std::string_view text)
    {
        fmt::format_to(std::back_inserter(m_text), "{:06}:{};", text.size(), text);
        return *this;
    }
    Content& add(std::int64_t number)
    {
        fmt::format_to(std::back_inserter(m_text), "{:020};", number);
        return *this;
    }
    Content& add(std::size_t number) { return add(static_cast<std::int64_t>(number)); }
    Content& add(int number) { return add(static_cast<std::int64_t>(number)); }
    Content& add(bool flag) { return add(flag ? 1 : 0); }
    template <class Rep, class Period>
    Content& add(std::chrono::duration<Rep, Period> duration)
    {
        return add(static_cast<std::int64_t>(duration.count()));
    }
    Content& add(Score score) { return add(score.value()); }
    Content& add(LocalDay day) { return add(day.number()); }
    Content& add(const Instant& at) { return add(at.utc.time_since_epoch()).add(at.offset).add(at.zone); }
    Content& add(const RecordedAt& recorded) { return add(recorded.at).add(recorded.day); }
    template <class E>
    requires std::is_enum_v<E> Content& add(E value) { return add(nameOf(value)); }
    template <class T>
    Content& add(const std::optional<T>& value)
    {
        m_text += value ? '+' : ' ';
        return value ? add(*value) : *this;
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

}  // namespace

std::string contentOf(const Athlete& athlete)
{
    return Content(0).add(athlete.id.toString()).add(athlete.created).add(athlete.start).take();
}

std::string contentOf(const SafetyScreening& screening)
{
    Content content(screening.present.size());
    content.add(screening.recorded).add(screening.clearedAt);
    for (const SafetyItem item : screening.present)
        content.add(item);
    return content.take();
}

std::string contentOf(const CheckIn& checkIn)
{
    Content content(checkIn.scores.count() + (checkIn.run ? 1 : 0));
    content.add(checkIn.recorded).add(checkIn.context);
    for (const Site site : allSites())
        content.add(checkIn.scores[site]);
    if (const auto& run = checkIn.run) {
        content.add(run->id.toString()).add(run->recorded).add(run->distanceMetres).add(run->minutes).add(run->effort);
        for (const RunFeature feature : run->features)
            content.add(feature);
    }
    return content.take();
}

std::string contentOf(const SelfTest& test)
{
    Content content(test.readings.size());
    content.add(test.recorded)
        .add(test.hold)
        .add(test.kind)
        .add(test.wordingVersion)
        .add(test.firstSide)
        .add(test.pillow);
    content.add(test.repeats).add(test.complete);
    for (const Reading& reading : test.readings)
        content.add(reading.side)
            .add(reading.posture)
            .add(reading.repeat)
            .add(reading.contraction)
            .add(reading.workedHardest);
    return content.take();
}

std::string contentOf(const ReleaseSession& session)
{
    Content content(session.events.size());
    content.add(session.recorded).add(session.routineId).add(session.routineName).add(session.planned);
    content.add(session.outcome).add(session.stopReason).add(session.redAcknowledged).add(session.worked);
    content.add(session.before.left).add(session.before.right).add(session.after.left).add(session.after.right);
    for (const SessionEvent& event : session.events)
        content.add(event.sequence)
            .add(event.at)
            .add(event.worked)
            .add(event.kind)
            .add(event.step)
            .add(event.zone)
            .add(event.side)
            .add(event.point)
            .add(event.duration);
    return content.take();
}

std::string contentOf(const WeeklyCheckIn& weekly)
{
    Content content(0);
    content.add(weekly.recorded).add(weekly.version);
    for (const auto& score : weekly.scores)
        content.add(score);
    return content.take();
}

std::string contentOf(const Experiment& plan)
{
    Content content(plan.releaseFirst.size());
    content.add(plan.recorded).add(plan.kind).add(plan.firstDay).add(plan.leastBaseline).add(plan.mostBaseline);
    content.add(plan.baseline).add(plan.releaseDays).add(plan.state).add(plan.ended);
    for (const bool first : plan.releaseFirst)
        content.add(first);
    return content.take();
}

}  // namespace psolog
