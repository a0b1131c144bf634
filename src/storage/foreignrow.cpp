// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignrow.h"

#include "core/ids.h"
#include "core/validation.h"

namespace psolog {

namespace {

constexpr int kMostOffsetMinutes = 1'080;
constexpr int kMostDaysOff = 2;
constexpr const char* kTooLong = "too long";

/// Whether every byte is a printable ASCII character: nearly every text of a log, judged eight bytes at a time.
bool isPlainAscii(std::string_view text)
{
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, sizeof word);
        // With no high bit set anywhere, a byte below 0x20 borrows, and 0x7F carries, into its own high bit only.
        const bool high = (word & kHigh) != 0;
        const bool control = (((word | kHigh) - kOnes * 0x20) & kHigh) != kHigh;
        const bool deleted = ((word + kOnes) & kHigh) != 0;
        if (high || control || deleted)
            return false;
    }
    for (; i < text.size(); ++i)
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    return true;
}

int daysBetween(const Instant& at, LocalDay day)
{
    return LocalDay(std::chrono::floor<std::chrono::days>(at.utc + at.offset)) - day;
}

}  // namespace

void ForeignRow::refuse(const char* reason) const
{
    refuse(m_table.columns[m_taken - 1], reason);
}

void ForeignRow::refuse(const char* column, const char* reason) const
{
    throw RefusedValue{m_table.name, column, reason};
}

std::optional<Score> ForeignRow::optionalScore()
{
    const auto value = optionalNumber(Score::kMin, Score::kMax);
    return value ? std::optional(Score::clamped(*value)) : std::nullopt;
}

std::int64_t ForeignRow::key()
{
    return whole(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
}

Instant ForeignRow::instant()
{
    Instant at;
    take(at);
    return at;
}

void ForeignRow::take(Instant& at)
{
    at.utc = UtcTime(Milliseconds(moment()));
    at.offset = std::chrono::minutes(number(-kMostOffsetMinutes, kMostOffsetMinutes));
    const std::string_view zone = view();
    if (!isSameText(zone, m_memory.zone)) {
        if (!isPrintable(zone))
            refuse("not a line of text");
        if (codePoints(zone) > kMaxZoneLength)
            refuse(kTooLong);
        m_memory.zone = zone;
    }
    at.zone = m_memory.zone;
}

std::optional<Instant> ForeignRow::optionalInstant()
{
    if (!skipNull())
        return instant();
    if (!skipNull() || !skipNull())
        refuse("a part of a moment is missing");
    return std::nullopt;
}

RecordedAt ForeignRow::recorded()
{
    Instant at = instant();
    const LocalDay local = day();
    const int off = daysBetween(at, local);
    if (off < -kMostDaysOff || off > kMostDaysOff)
        refuse("not the day of its moment");
    if (at.utc < UtcTime())
        refuse("before 1970");
    return RecordedAt{std::move(at), local};
}

std::optional<RecordedAt> ForeignRow::optionalRecorded()
{
    if (!skipNull())
        return recorded();
    if (!skipNull() || !skipNull() || !skipNull())
        refuse("a part of a moment is missing");
    return std::nullopt;
}

LocalDay ForeignRow::day()
{
    const std::string_view text = view();
    if (!isSameText(text, m_memory.dayText)) {
        const auto parsed = LocalDay::parse(text);
        if (!parsed)
            refuse("not a day");
        m_memory.dayText = text;
        m_memory.day = *parsed;
    }
    return m_memory.day;
}

std::optional<LocalDay> ForeignRow::optionalDay()
{
    if (skipNull())
        return std::nullopt;
    return day();
}

std::string ForeignRow::text(std::size_t most)
{
    const std::string_view text = view();
    if (isPlainAscii(text)) {
        if (text.size() > most)
            refuse(kTooLong);
        return std::string(text);
    }
    if (!isUtf8(text))
        refuse("not valid text");
    if (codePoints(text) > most)
        refuse(kTooLong);
    return std::string(text);
}

std::string ForeignRow::line(std::size_t most)
{
    const std::string_view text = view();
    if (!isPlainAscii(text) && !isPrintable(text))
        refuse("not a line of text");
    if (codePoints(text) > most)
        refuse(kTooLong);
    return std::string(text);
}

std::optional<std::string_view> ForeignRow::optionalView()
{
    if (skipNull())
        return std::nullopt;
    return view();
}

std::string ForeignRow::uuid()
{
    const std::string_view text = view();
    if (!isUuid(text))
        refuse("not an id");
    return std::string(text);
}

std::optional<std::string> ForeignRow::optionalUuid()
{
    if (skipNull())
        return std::nullopt;
    return uuid();
}

Site ForeignRow::site()
{
    // The scores of a check-in follow each other; a table of names is quicker than siteFromName(), which builds them.
    static const std::array<std::string, kSiteCount> names = [] {
        std::array<std::string, kSiteCount> all;
        for (const Site site : allSites())
            all[indexOf(site)] = nameOf(site);
        return all;
    }();
    const std::string_view name = view();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (isSameText(names[i], name))
            return siteAt(i);
    refuse("an unknown name");
}

}  // namespace psolog
