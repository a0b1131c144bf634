// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the roster as text, for the cache of a library: a line a value, each with its key, in a fixed order.
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "analysis/roster.h"

namespace psolog {

namespace {

/// Counts up whenever rows are worked out, or written, in another way: older cached rows are then no longer used.
constexpr std::string_view kVersion = "roster-2";
constexpr std::string_view kNothing = "-";

// ---- Values as words without spaces ----

std::string wordOf(LocalDay day)
{
    return day.toString();
}
std::string wordOf(int value)
{
    return std::to_string(value);
}
std::string wordOf(bool value)
{
    return value ? "yes" : "no";
}
/// The shortest form that reads back as the same number.
std::string wordOf(double value)
{
    return fmt::format("{}", value);
}
std::string wordOf(Site site)
{
    return nameOf(site);
}
template <class E>
requires std::is_enum_v<E> std::string wordOf(E value)
{
    return std::string(nameOf(value));
}
/// Any bytes at all: what could part words or lines is written as %XX.
std::string wordOf(const std::string& text)
{
    std::string word = "'";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F || c == '%')
            word += fmt::format("%{:02X}", byte);
        else
            word += c;
    }
    return word;
}
template <class T>
std::string wordOf(const std::optional<T>& value)
{
    return value ? wordOf(*value) : std::string(kNothing);
}

// ---- and back; false for anything else ----

bool read(std::string_view word, LocalDay& day)
{
    const auto parsed = LocalDay::parse(word);
    if (parsed)
        day = *parsed;
    return parsed.has_value();
}
template <class Number>
bool readNumber(std::string_view word, Number& value)
{
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size();
}
bool read(std::string_view word, int& value)
{
    return readNumber(word, value);
}
bool read(std::string_view word, double& value)
{
    return readNumber(word, value);
}
bool read(std::string_view word, bool& value)
{
    value = word == "yes";
    return value || word == "no";
}
bool read(std::string_view word, Site& site)
{
    const auto named = siteFromName(word);
    if (named)
        site = *named;
    return named.has_value();
}
template <class E>
requires std::is_enum_v<E>
bool read(std::string_view word, E& value)
{
    const auto named = fromName<E>(word);
    if (named)
        value = *named;
    return named.has_value();
}
bool read(std::string_view word, std::string& text)
{
    if (!word.starts_with('\''))
        return false;
    text.clear();
    for (std::size_t i = 1; i < word.size(); ++i) {
        if (word[i] != '%') {
            text += word[i];
            continue;
        }
        unsigned char byte = 0;
        const char* hex = word.data() + i + 1;
        if (i + 2 >= word.size() || std::from_chars(hex, hex + 2, byte, 16).ptr != hex + 2)
            return false;
        text += static_cast<char>(byte);
        i += 2;
    }
    return true;
}
template <class T>
bool read(std::string_view word, std::optional<T>& value)
{
    value.reset();
    return word == kNothing || read(word, value.emplace());
}

// ---- Lines ----

class Writer {
public:
    template <class... Values>
    void line(std::string_view key, const Values&... values)
    {
        m_text += key;
        ((m_text += ' ', m_text += wordOf(values)), ...);
        m_text += '\n';
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    /// Reads the next line, which must have this key and as many words as values.
    template <class... Values>
    void line(std::string_view key, Values&... values)
    {
        std::string_view line = next(m_text, '\n');
        m_good = m_good && next(line, ' ') == key;
        (value(line, values), ...);
        m_good = m_good && line.empty();
    }
    /// Whether the text was as it should be, with nothing left.
    [[nodiscard]] bool finished() const { return m_good && m_text.empty(); }
    [[nodiscard]] bool good() const { return m_good; }

private:
    /// Takes what lies before the first mark, or all, off the text.
    static std::string_view next(std::string_view& text, char mark)
    {
        const std::string_view part = text.substr(0, text.find(mark));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        return part;
    }
    template <class T>
    void value(std::string_view& line, T& into)
    {
        m_good = m_good && read(next(line, ' '), into);
    }

    std::string_view m_text;
    bool m_good = true;
};

/// The most elements that a list of a row has; more is no row of ours.
constexpr int kMostElements = 1'000;

/// Makes room for as many elements as were written; false for a number that no row has.
template <class T>
bool makeRoom(std::vector<T>& list, int count)
{
    if (count < 0 || count > kMostElements)
        return false;
    list.resize(static_cast<std::size_t>(count));
    return true;
}

/// The one list of a row's lines, for both ways: `io` reads or writes them.
template <class Io, class Row>
bool pass(Io& io, Row& row)
{
    constexpr bool reading = !std::is_const_v<Row>;
    io.line(kVersion);
    std::string id = row.athlete.toString();
    io.line("athlete", id, row.name, row.today);
    if constexpr (reading)
        row.athlete = AthleteId(id);
    io.line("log", row.firstDay, row.lastCheckIn, row.released, row.sharedFrom);
    io.line("worst", row.worstNow, row.worstSite);
    io.line("verdict", row.primary, row.verdict, row.baselineDays, row.change);

    bool has = row.adherence.has_value();
    io.line("adherence", has);
    if constexpr (reading)
        row.adherence = has ? std::optional(Adherence{}) : std::nullopt;
    if (row.adherence)
        io.line("kept", row.adherence->done, row.adherence->planned, row.adherence->score);
    has = row.sides.has_value();
    io.line("sides", has);
    if constexpr (reading)
        row.sides = has ? std::optional(SideDifference{}) : std::nullopt;
    if (row.sides)
        io.line("difference", row.sides->day, row.sides->weaker, row.sides->points, row.sides->beyond);

    int count = static_cast<int>(row.spark.size());
    io.line("spark", count);
    if constexpr (reading)
        if (!io.good() || !makeRoom(row.spark, count))
            return false;
    for (auto& value : row.spark)
        io.line("day", value);
    count = static_cast<int>(row.flags.size());
    io.line("flags", count);
    if constexpr (reading)
        if (!io.good() || !makeRoom(row.flags, count))
            return false;
    for (auto& flag : row.flags)
        io.line("flag", flag.kind, flag.site, flag.reason, flag.since, flag.days, flag.value);
    return true;
}

/// A flag in a mark: "high-score@calf-left:2026-11-20".
struct Seen {
    FlagKind kind = FlagKind::Silent;
    std::optional<Site> site;
    LocalDay since;
};

/// Sites tell flags apart only where there can be several of a kind.
std::optional<Site> siteInMark(const Flag& flag)
{
    return flag.kind == FlagKind::HighScore ? flag.site : std::nullopt;
}

std::optional<Seen> readSeen(std::string_view text)
{
    Seen seen;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !read(text.substr(colon + 1), seen.since))
        return std::nullopt;
    const std::string_view what = text.substr(0, colon);
    const std::size_t at = what.find('@');
    if (!read(what.substr(0, at), seen.kind))
        return std::nullopt;
    if (at != std::string_view::npos && !read(what.substr(at + 1), seen.site.emplace()))
        return std::nullopt;
    return seen;
}

/// Nothing when any part of the mark cannot be read.
std::vector<Seen> readMark(std::string_view mark)
{
    std::vector<Seen> seen;
    while (!mark.empty()) {
        const std::string_view part = mark.substr(0, mark.find(';'));
        mark.remove_prefix(std::min(mark.size(), part.size() + 1));
        const auto flag = readSeen(part);
        if (!flag)
            return {};
        seen.push_back(*flag);
    }
    return seen;
}

}  // namespace

std::string toText(const RosterRow& row)
{
    Writer writer;
    pass(writer, row);
    return writer.take();
}

Result<RosterRow> rowFromText(std::string_view text)
{
    Reader reader(text);
    RosterRow row;
    if (!pass(reader, row) || !reader.finished())
        return fail(ErrorCode::SyntaxError, "no row of a roster of this version");
    return row;
}

std::string rosterKey(std::string_view digest, LocalDay today, std::optional<int> daysAWeek)
{
    return fmt::format("{} {} {} {}", kVersion, digest, today.toString(), wordOf(daysAWeek));
}

std::string flagsText(const std::vector<Flag>& flags)
{
    std::string text;
    for (const Flag& flag : flags) {
        text.append(text.empty() ? "" : ";").append(nameOf(flag.kind));
        if (const auto site = siteInMark(flag))
            text.append("@").append(nameOf(*site));
        text.append(":").append(flag.since.toString());
    }
    return text;
}

std::vector<Flag> unseenFlags(const RosterRow& row, std::string_view seenFlags)
{
    const std::vector<Seen> seen = readMark(seenFlags);
    std::vector<Flag> unseen;
    std::copy_if(row.flags.begin(), row.flags.end(), std::back_inserter(unseen), [&](const Flag& flag) {
        return std::none_of(seen.begin(), seen.end(), [&](const Seen& mark) {
            return mark.kind == flag.kind && mark.site == siteInMark(flag) && mark.since >= flag.since;
        });
    });
    return unseen;
}

}  // namespace psolog
