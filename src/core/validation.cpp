// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/validation.h"

#include <cstdint>
#include <string>

#include <fmt/format.h>

namespace psolog {

namespace {

using Checked = tl::expected<void, Invalid>;

tl::unexpected<Invalid> invalid(Field field, std::string detail)
{
    return tl::unexpected<Invalid>(Invalid{field, Error{ErrorCode::InvalidValue, std::move(detail)}});
}

Checked checkMoment(const RecordedAt& recorded, const Instant& now)
{
    if (recorded.at.utc > now.utc + kClockTolerance)
        return invalid(Field::Moment, "the moment lies in the future");
    if (!isPrintable(recorded.at.zone) || codePoints(recorded.at.zone) > kMaxZoneLength)
        return invalid(Field::Moment, fmt::format("a time zone has at most {} characters", kMaxZoneLength));
    return {};
}

Checked checkNote(const std::string& note)
{
    if (!isUtf8(note))
        return invalid(Field::Note, "the note is not valid text");
    if (const std::size_t length = codePoints(note); length > kMaxNoteLength)
        return invalid(Field::Note, fmt::format("the note has {} characters; at most {} fit", length, kMaxNoteLength));
    return {};
}

Checked checkRun(const Run& run)
{
    if (run.distanceMetres && (*run.distanceMetres < 1 || *run.distanceMetres > kMaxRunMetres))
        return invalid(Field::Distance, fmt::format("the distance must be 0.001 to {} km", kMaxRunMetres / 1000));
    if (run.minutes && (*run.minutes < 1 || *run.minutes > kMaxRunMinutes))
        return invalid(Field::Minutes, fmt::format("the time must be 1 to {} minutes", kMaxRunMinutes));
    return {};
}

/// Length of the well-formed UTF-8 sequence at the start of `text`; 0 when there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    const bool beyond = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

}  // namespace

std::size_t codePoints(std::string_view utf8)
{
    std::size_t count = 0;
    while (!utf8.empty()) {
        const std::size_t length = sequenceLength(utf8);
        utf8.remove_prefix(length == 0 ? 1 : length);
        ++count;
    }
    return count;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0 || text.front() == '\0')
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool isPrintable(std::string_view text)
{
    const auto within = [](unsigned point, unsigned first, unsigned last) { return point >= first && point <= last; };
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<std::uint8_t>(text[i])); };
        unsigned point = byte(0);
        if (length > 1)
            point &= 0x7FU >> length;
        for (std::size_t i = 1; i < length; ++i)
            point = (point << 6U) | (byte(i) & 0x3FU);
        const bool control = point < 0x20 || within(point, 0x7F, 0x9F);
        // U+2028 to U+202E: separators, embeddings and overrides; U+2066 to U+2069: isolates.
        if (control || within(point, 0x2028, 0x202E) || within(point, 0x2066, 0x2069))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

Checked validate(const Athlete& athlete)
{
    if (!isUtf8(athlete.name))
        return invalid(Field::Name, "the name is not valid text");
    if (codePoints(athlete.name) > kMaxNameLength)
        return invalid(Field::Name, fmt::format("the name may have at most {} characters", kMaxNameLength));
    return {};
}

Checked validate(const CheckIn& checkIn, const Instant& now)
{
    if (auto moment = checkMoment(checkIn.recorded, now); !moment)
        return moment;
    if (auto note = checkNote(checkIn.note); !note)
        return note;
    if (checkIn.run) {
        if (auto moment = checkMoment(checkIn.run->recorded, now); !moment)
            return moment;
        if (auto run = checkRun(*checkIn.run); !run)
            return run;
    }
    if (checkIn.scores.count() == 0 && !checkIn.run && checkIn.note.empty())
        return invalid(Field::Scores, "rate at least one muscle");
    return {};
}

Checked validate(const SelfTest& test, const Instant& now)
{
    if (auto moment = checkMoment(test.recorded, now); !moment)
        return moment;
    if (auto note = checkNote(test.note); !note)
        return note;
    if (test.repeats < 1 || test.repeats > kMaxTestRepeats)
        return invalid(Field::Readings, "repeats must be 1 to 3");
    for (const Reading& reading : test.readings) {
        const bool glute = test.kind == SelfTestKind::GluteActivation;
        if (reading.side.has_value() != glute || reading.posture.has_value() == glute)
            return invalid(Field::Readings, "a reading does not fit its test");
        if (reading.repeat < 1 || reading.repeat > kMaxTestRepeats)
            return invalid(Field::Readings, "repeats must be 1 to 3");
    }
    return {};
}

Checked validate(const ReleaseSession& session, const Instant& now)
{
    if (auto moment = checkMoment(session.recorded, now); !moment)
        return moment;
    return checkNote(session.note);
}

Checked validate(const WeeklyCheckIn& checkIn, const Instant& now)
{
    if (auto moment = checkMoment(checkIn.recorded, now); !moment)
        return moment;
    if (auto note = checkNote(checkIn.note); !note)
        return note;
    bool answered = false;
    for (std::size_t i = 0; i < kWeeklyItems; ++i) {
        const auto score = checkIn.scores[i];
        if (score && !isWeeklyScore(checkIn.version, static_cast<WeeklyItem>(i), *score))
            return invalid(Field::Scores, "an answer does not fit its question");
        answered = answered || score.has_value();
    }
    if (!answered)
        return invalid(Field::Scores, "answer at least one question");
    return {};
}

}  // namespace psolog
