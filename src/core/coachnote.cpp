// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coachnote.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "core/validation.h"

namespace psolog {

namespace {

// What can be stored: the years 1 to 9999.
constexpr Milliseconds kFirstMoment{-62135596800000};
constexpr Milliseconds kLastMoment{253402300799999};
constexpr std::chrono::minutes kMostOffset{18 * 60};

Result<void> invalid(std::string detail)
{
    return fail(ErrorCode::InvalidValue, std::move(detail));
}

Result<void> checkAuthor(std::string_view author)
{
    if (author.empty() || !isPrintable(author) || codePoints(author) > kMaxNameLength)
        return invalid(fmt::format("author must be one line of 1 to {} characters", kMaxNameLength));
    return {};
}

Result<void> checkMoment(const Instant& moment)
{
    if (!isPrintable(moment.zone) || codePoints(moment.zone) > kMaxZoneLength)
        return invalid(fmt::format("written: a time zone has at most {} characters", kMaxZoneLength));
    if (moment.utc.time_since_epoch() < kFirstMoment || moment.utc.time_since_epoch() > kLastMoment)
        return invalid("written: the year must be 1 to 9999");
    if (std::chrono::abs(moment.offset) > kMostOffset)
        return invalid(fmt::format("written: a time zone is at most {} minutes from UTC", kMostOffset.count()));
    return {};
}

/// Whether it holds a control character that no note needs: everything but line break and tab.
bool hasControls(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
            return true;
        // U+0080 to U+009F
        if (byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0)
            return true;
    }
    return false;
}

/// What decides between two versions of a note.
auto ageOf(const CoachNote& note)
{
    return std::tuple(note.written.utc, note.withdrawn);
}

}  // namespace

Result<void> validate(const CoachNote& note)
{
    if (!isUuid(note.id.toString()))
        return invalid("id must be a UUID");
    if (auto author = checkAuthor(note.author); !author)
        return author;
    if (auto moment = checkMoment(note.written); !moment)
        return moment;
    if (note.days && note.days->last < note.days->first)
        return invalid("days must not end before they begin");
    if (note.muscle && !note.days)
        return invalid("muscle needs days");
    if (!isUtf8(note.text) || codePoints(note.text) > kMaxNoteLength)
        return invalid(fmt::format("text must have at most {} characters", kMaxNoteLength));
    if (hasControls(note.text))
        return invalid("text must not contain control characters");
    if (note.text.empty() && !note.withdrawn)
        return invalid("text is missing");
    return {};
}

Result<void> validate(const CoachPlan& plan)
{
    if (!isUuid(plan.id.toString()))
        return invalid("id must be a UUID");
    if (auto author = checkAuthor(plan.author); !author)
        return author;
    if (auto moment = checkMoment(plan.written); !moment)
        return moment;
    if (plan.daysAWeek < 1 || plan.daysAWeek > 7)
        return invalid("days a week must be 1 to 7");
    return validate(plan.routine);
}

Result<void> validate(const NotesFile& file)
{
    if (!isUuid(file.athlete.toString()))
        return invalid("athlete must be a UUID");
    if (!isPrintable(file.athleteName) || codePoints(file.athleteName) > kMaxNameLength)
        return invalid(fmt::format("athlete name must be one line of at most {} characters", kMaxNameLength));
    if (auto author = checkAuthor(file.author); !author)
        return author;
    if (auto moment = checkMoment(file.written); !moment)
        return moment;
    if (file.notes.size() > kMaxNotesInFile)
        return invalid(fmt::format("there are more than {} notes", kMaxNotesInFile));
    std::vector<CoachNoteId> ids;
    for (std::size_t i = 0; i < file.notes.size(); ++i) {
        if (auto note = validate(file.notes[i]); !note)
            return invalid(fmt::format("note {}: {}", i + 1, note.error().detail));
        ids.push_back(file.notes[i].id);
    }
    std::sort(ids.begin(), ids.end());
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
        return invalid("two notes have the same id");
    if (file.plan)
        if (auto plan = validate(*file.plan); !plan)
            return invalid("plan: " + plan.error().detail);
    return {};
}

NotesComparison compareNotes(const std::vector<CoachNote>& atHand, const std::optional<CoachPlan>& plan,
                             const NotesFile& file)
{
    NotesComparison result;
    for (const CoachNote& note : file.notes) {
        const auto known =
            std::find_if(atHand.begin(), atHand.end(), [&](const CoachNote& other) { return other.id == note.id; });
        if (known == atHand.end())
            ++(note.withdrawn ? result.same : result.added);
        else if (ageOf(note) <= ageOf(*known))
            ++result.same;
        else
            ++(note.withdrawn ? result.withdrawn : result.changed);
    }
    result.newPlan = file.plan && (!plan || file.plan->written.utc > plan->written.utc);
    return result;
}

}  // namespace psolog
