// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/notesfile.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/validation.h"
#include "exchange/atomicfile.h"
#include "exchange/fieldreader.h"
#include "exchange/jsontext.h"
#include "exchange/routinejson.h"

namespace psolog {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr int kMaxDepth = 8;
constexpr const char* kVersionField = "psolog_notes";
constexpr std::size_t kDayLength = 10;     ///< "2026-11-22"
constexpr std::size_t kMomentLength = 29;  ///< "2026-11-22T20:15:00.000+01:00"
constexpr int kFirstYear = 1970;
constexpr int kMostOffset = 18 * 60;  ///< minutes; as the log has it

/// The digits of text[at .. at + count); nothing when one is another character.
std::optional<int> digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    const std::string_view part = text.substr(at, count);
    int value = 0;
    for (const char c : part) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<LocalDay> dayOf(std::string_view text)
{
    const auto day = LocalDay::parse(text);
    return day && static_cast<int>(day->ymd().year()) >= kFirstYear ? day : std::nullopt;
}

/// The moment that toIsoString() wrote; the zone is left as it is.
std::optional<Instant> momentOf(std::string_view text)
{
    if (text.size() != kMomentLength || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.'
        || (text[23] != '+' && text[23] != '-') || text[26] != ':')
        return std::nullopt;
    const auto day = dayOf(text.substr(0, kDayLength));
    const auto hour = digitsAt(text, 11, 2);
    const auto minute = digitsAt(text, 14, 2);
    const auto second = digitsAt(text, 17, 2);
    const auto part = digitsAt(text, 20, 3);
    const auto offsetHours = digitsAt(text, 24, 2);
    const auto offsetMinutes = digitsAt(text, 27, 2);
    if (!day || !hour || *hour > 23 || !minute || *minute > 59 || !second || *second > 59 || !part || !offsetHours
        || !offsetMinutes || *offsetMinutes > 59 || *offsetHours * 60 + *offsetMinutes > kMostOffset)
        return std::nullopt;
    const std::chrono::minutes magnitude(*offsetHours * 60 + *offsetMinutes);
    Instant at;
    at.offset = text[23] == '-' ? -magnitude : magnitude;
    at.utc = UtcTime(day->days()) + std::chrono::hours(*hour) + std::chrono::minutes(*minute)
        + std::chrono::seconds(*second) + std::chrono::milliseconds(*part) - at.offset;
    // Minus nothing would be written as plus.
    return magnitude.count() == 0 && text[23] == '-' ? std::nullopt : std::optional(at);
}

Instant readMoment(FieldReader& reader, const char* field)
{
    const Json* const found = reader.object(field);
    if (found == nullptr)
        return {};
    FieldReader inside(*found, fmt::format("{}{}: ", reader.where(), field));
    const auto at = momentOf(inside.text("time", kMomentLength));
    if (!at)
        inside.refuse("time must look like 2026-11-22T20:15:00.000+01:00");
    Instant moment = at.value_or(Instant{});
    moment.zone = inside.text("time_zone", kMaxZoneLength);
    inside.allowOnly({"time", "time_zone"});
    if (inside.error())
        reader.keep(*inside.error());
    return moment;
}

LocalDay readDay(FieldReader& reader, const char* field)
{
    const auto day = dayOf(reader.text(field, kDayLength));
    if (!day)
        reader.refuse(fmt::format("{} must be a day such as 2026-11-22", field));
    return day.value_or(LocalDay());
}

/// An error of validate() with its place; nothing when there was one before or there is none.
template <class Part>
Result<Part> checked(const FieldReader& reader, Part part)
{
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());
    if (const Result<void> valid = validate(part); !valid)
        return fail(valid.error().code, reader.where() + valid.error().detail);
    return part;
}

Result<CoachNote> readNote(const Json& json, const std::string& where)
{
    if (!json.is_object())
        return fail(ErrorCode::InvalidValue, where + "must be an object");
    FieldReader reader(json, where);
    CoachNote note;
    note.id = CoachNoteId(reader.text("id", kMaxNameLength));
    note.author = reader.text("author", kMaxNameLength);
    note.written = readMoment(reader, "written");
    if (reader.has("first_day") || reader.has("last_day"))
        note.days = NoteDays{readDay(reader, "first_day"), readDay(reader, "last_day")};
    if (reader.has("muscle"))
        note.muscle = reader.choice<Muscle>("muscle");
    note.text = reader.text("text", kMaxNoteLength);
    if (reader.has("withdrawn"))
        note.withdrawn = reader.flag("withdrawn");
    reader.allowOnly({"id", "author", "written", "first_day", "last_day", "muscle", "text", "withdrawn"});
    return checked(reader, std::move(note));
}

Result<CoachPlan> readPlan(const Json& json, const std::string& where)
{
    FieldReader reader(json, where);
    CoachPlan plan;
    plan.id = CoachPlanId(reader.text("id", kMaxNameLength));
    plan.author = reader.text("author", kMaxNameLength);
    plan.written = readMoment(reader, "written");
    plan.daysAWeek = static_cast<int>(reader.wholeNumber("days_a_week", 1, 7));
    reader.allowOnly({"id", "author", "written", "days_a_week", "routine"});
    if (const Json* const found = reader.object("routine")) {
        auto routine = routineFromJson(*found, where + "routine: ");
        if (routine)
            plan.routine = std::move(*routine);
        else
            reader.keep(routine.error());
    }
    return checked(reader, std::move(plan));
}

OrderedJson momentToJson(const Instant& at)
{
    OrderedJson moment;
    moment["time"] = toIsoString(at);
    moment["time_zone"] = at.zone;
    return moment;
}

OrderedJson noteToJson(const CoachNote& note)
{
    OrderedJson item;
    item["id"] = note.id.toString();
    item["author"] = note.author;
    item["written"] = momentToJson(note.written);
    if (note.days) {
        item["first_day"] = note.days->first.toString();
        item["last_day"] = note.days->last.toString();
    }
    if (note.muscle)
        item["muscle"] = nameOf(*note.muscle);
    item["text"] = note.text;
    if (note.withdrawn)
        item["withdrawn"] = true;
    return item;
}

tl::unexpected<Error> named(const std::string& path, const Error& error)
{
    return fail(error.code, fmt::format("{}: {}", printableName(std::filesystem::path(path).filename()), error.detail));
}

}  // namespace

Result<NotesFile> parseNotesFile(std::string_view json, std::string_view sourceName)
{
    if (json.size() > kMaxNotesFileBytes)
        return fail(ErrorCode::TooLarge, fmt::format("{}: longer than {} KiB", sourceName, kMaxNotesFileBytes / 1024));
    const Result<Json> root = parseJsonText(json, sourceName, {kMaxNotesFileBytes, kMaxDepth});
    if (!root)
        return tl::unexpected<Error>(root.error());
    const std::string where = fmt::format("{}: ", sourceName);
    if (!root->is_object())
        return fail(ErrorCode::InvalidValue, where + "not a notes file: must be an object");
    if (const auto version = checkFileVersion(*root, kVersionField, kNotesFileVersion, "a notes file", where); !version)
        return tl::unexpected<Error>(version.error());

    FieldReader reader(*root, where);
    NotesFile file;
    file.athlete = AthleteId(reader.text("athlete", kMaxNameLength));
    if (reader.has("athlete_name"))
        file.athleteName = reader.text("athlete_name", kMaxNameLength);
    file.author = reader.text("author", kMaxNameLength);
    file.written = readMoment(reader, "written");
    reader.allowOnly({kVersionField, "athlete", "athlete_name", "author", "written", "notes", "plan"});
    const Json* const notes = reader.list("notes");
    if (notes != nullptr && notes->size() > kMaxNotesInFile)
        reader.refuse(fmt::format("there are more than {} notes", kMaxNotesInFile));
    const Json* const plan = reader.has("plan") ? reader.object("plan") : nullptr;
    if (reader.error())
        return tl::unexpected<Error>(*reader.error());

    for (const Json& item : *notes) {
        auto note = readNote(item, fmt::format("{}note {}: ", where, file.notes.size() + 1));
        if (!note)
            return tl::unexpected<Error>(std::move(note.error()));
        file.notes.push_back(std::move(*note));
    }
    if (plan != nullptr) {
        auto read = readPlan(*plan, where + "plan: ");
        if (!read)
            return tl::unexpected<Error>(std::move(read.error()));
        file.plan = std::move(*read);
    }
    return checked(reader, std::move(file));
}

std::string serialiseNotesFile(const NotesFile& file)
{
    OrderedJson root;
    root[kVersionField] = kNotesFileVersion;
    root["athlete"] = file.athlete.toString();
    if (!file.athleteName.empty())
        root["athlete_name"] = file.athleteName;
    root["author"] = file.author;
    root["written"] = momentToJson(file.written);
    root["notes"] = OrderedJson::array();
    for (const CoachNote& note : file.notes)
        root["notes"].push_back(noteToJson(note));
    if (file.plan) {
        OrderedJson plan;
        plan["id"] = file.plan->id.toString();
        plan["author"] = file.plan->author;
        plan["written"] = momentToJson(file.plan->written);
        plan["days_a_week"] = file.plan->daysAWeek;
        plan["routine"] = routineToJson(file.plan->routine);
        root["plan"] = std::move(plan);
    }
    return root.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

Result<NotesFile> NotesFiles::read(const std::string& path) const
{
    const auto text = readForeignFile(path, kMaxNotesFileBytes);
    if (!text)
        return named(path, text.error());
    return parseNotesFile(*text, printableName(std::filesystem::path(path).filename()));
}

Result<void> NotesFiles::write(const NotesFile& file, const std::string& path) const
{
    if (const auto valid = validate(file); !valid)
        return valid;
    const std::string text = serialiseNotesFile(file);
    // What the athlete's program would refuse is noticed here, where it can still be changed.
    const auto again = parseNotesFile(text, printableName(std::filesystem::path(path).filename()));
    if (!again)
        return tl::unexpected<Error>(again.error());
    if (*again != file)
        return fail(ErrorCode::InvalidValue, "a day or moment is out of range");
    if (const auto written = writeFile(path, text, Replacing::Yes); !written)
        return named(path, written.error());
    return {};
}

}  // namespace psolog
