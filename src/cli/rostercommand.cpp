// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rostercommand.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <new>
#include <ostream>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/roster.h"
#include "cli/statsjson.h"
#include "core/logfilename.h"
#include "core/logunion.h"

namespace psolog::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kThreads = 2;
constexpr const char* kNoMemory = "there is not enough memory for it";

/// The files of a folder that may be logs.
struct Found {
    std::vector<std::string> names;  ///< sorted
    int leftAlone = 0;
};

Result<Found> findLogs(const fs::path& folder)
{
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, "there is no such folder");
    if (!error && !fs::is_directory(status))
        return fail(ErrorCode::InvalidValue, "it is no folder");
    Found found;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::string name = entry->path().filename().string();
        if (mayBeLog(name))
            found.names.push_back(std::move(name));
        else
            ++found.leftAlone;
    }
    if (error)
        return fail(ErrorCode::CannotOpen, error.message());
    std::sort(found.names.begin(), found.names.end());
    return found;
}

/// Does the work of each of `count` numbers in a few threads.
void inThreads(std::size_t count, const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> threads;
    try {
        while (threads.size() + 1 < std::min(kThreads, count))
            threads.emplace_back(take);
    } catch (const std::system_error&) {  // no thread to be had: the work is done by this one
    }
    take();
}

/// What became of a file. Of a copy only the row is kept, because all of them together may not fit into memory.
using Read = Result<RosterRow>;

struct Athlete {
    RosterRow row;
    std::vector<std::size_t> files;
};

class Roster {
public:
    Roster(fs::path folder, std::vector<std::string> names, const IIntake& intake, LocalDay today)
        : m_folder(std::move(folder)),
          m_names(std::move(names)),
          m_intake(intake),
          m_today(today),
          m_read(m_names.size(), fail(ErrorCode::Internal))
    {
    }

    void read()
    {
        inThreads(m_names.size(), [&](std::size_t file) {
            try {
                m_read[file] = copyOf(file).map([&](const auto& copy) { return rosterRow(*copy, m_today); });
            } catch (const std::bad_alloc&) {  // nothing may leave a thread
                m_read[file] = fail(ErrorCode::TooLarge, kNoMemory);
            }
        });
        std::map<AthleteId, Athlete> byId;
        for (std::size_t file = 0; file < m_read.size(); ++file)
            if (m_read[file]) {
                Athlete& athlete = byId[m_read[file]->athlete];
                athlete.files.push_back(file);
                athlete.row = std::move(*m_read[file]);
            }
        for (auto& [id, athlete] : byId)
            m_athletes.push_back(std::move(athlete));
        inThreads(m_athletes.size(), [&](std::size_t i) { unite(m_athletes[i]); });
        std::erase_if(m_athletes, [](const Athlete& athlete) { return athlete.files.empty(); });
        std::sort(m_athletes.begin(), m_athletes.end(),
                  [](const Athlete& a, const Athlete& b) { return needsMore(a.row, a.row.flags, b.row, b.row.flags); });
    }

    [[nodiscard]] const std::vector<Athlete>& athletes() const { return m_athletes; }
    [[nodiscard]] const std::string& nameOf(std::size_t file) const { return m_names[file]; }
    /// Null when the file was accepted.
    [[nodiscard]] const Error* refusal(std::size_t file) const
    {
        return m_read[file] ? nullptr : &m_read[file].error();
    }
    [[nodiscard]] std::size_t files() const { return m_names.size(); }

private:
    [[nodiscard]] Result<std::shared_ptr<const LogCopy>> copyOf(std::size_t file) const
    {
        return m_intake.inspect((m_folder / m_names[file]).string()).map([](const InspectedFile& inspected) {
            return inspected.copy;
        });
    }

    /// Reads the files of an athlete with several once more, one after the other, for the row of them all.
    void unite(Athlete& athlete)
    {
        if (athlete.files.size() < 2)
            return;
        try {
            uniteAll(athlete);
        } catch (const std::bad_alloc&) {
            for (const std::size_t file : athlete.files)
                m_read[file] = fail(ErrorCode::TooLarge, kNoMemory);
            athlete.files.clear();
        }
    }

    void uniteAll(Athlete& athlete)
    {
        std::optional<LogCopy> all;
        std::erase_if(athlete.files, [&](std::size_t file) {
            const auto copy = copyOf(file);
            // The file may have changed meanwhile, even into that of another athlete.
            const bool same = copy && (*copy)->athlete.record.id == athlete.row.athlete;
            if (same)
                all = all ? psolog::unite(*all, **copy) : **copy;
            else
                m_read[file] = copy ? fail(ErrorCode::Changing) : tl::unexpected<Error>(copy.error());
            return !same;
        });
        if (all)
            athlete.row = rosterRow(*all, m_today);
    }

    const fs::path m_folder;
    const std::vector<std::string> m_names;
    const IIntake& m_intake;
    const LocalDay m_today;
    std::vector<Read> m_read;
    std::vector<Athlete> m_athletes;
};

/// The rule of a flag in words, with its numbers.
std::string ruleText(FlagKind kind)
{
    const FlagRule rule = ruleOf(kind);
    switch (kind) {
    case FlagKind::RedStop:
        return fmt::format("a release was stopped for sharp pain, pulsing or numbness in the last {} days", rule.days);
    case FlagKind::HighScore:
        return fmt::format("{} or more on each of the last {} days with a score, all in the last {} days", rule.points,
                           rule.least, rule.days);
    case FlagKind::Worse:
        return fmt::format("the verdict is worse: at least {} days in each phase, p below {}, at least {} points and "
                           "{} % more",
                           rule.least, kSignificance, rule.points, rule.share * 100);
    case FlagKind::Rising:
        return fmt::format("in the last {} days, with at least {} scores, the Theil-Sen line rises by {} point or "
                           "more and the 95 % interval of its slope lies above 0",
                           rule.days, rule.least, rule.points);
    case FlagKind::Silent:
        return fmt::format("no check-in with a score for {} days or more", rule.days);
    case FlagKind::PlanNotFollowed:
        return fmt::format("the share of days with a release, weighted with a half-life of {} days, is below {} of "
                           "the share planned, after at least {} days",
                           rule.halfLife, rule.share, rule.days);
    case FlagKind::Asymmetry:
        return fmt::format("in the last glute test, at most {} days old, the sides differ by more than {} step, the "
                           "spread of the repeats and the usual change between the last {} tests",
                           rule.days - 1, rule.points, rule.least);
    }
    return {};
}

template <class T>
void addText(JsonLine& line, std::string_view key, const std::optional<T>& value)
{
    if (value)
        line.text(key, *value);
    else
        line.null(key);
}

std::optional<std::string> textOf(std::optional<LocalDay> day)
{
    return day ? std::optional(day->toString()) : std::nullopt;
}

std::optional<std::string> textOf(std::optional<Site> site)
{
    return site ? std::optional(nameOf(*site)) : std::nullopt;
}

template <class E>
std::optional<std::string_view> nameIfAny(std::optional<E> value)
{
    return value ? std::optional(nameOf(*value)) : std::nullopt;
}

void addAdherence(JsonLine& line, const std::optional<Adherence>& adherence)
{
    if (!adherence)
        return line.null("adherence");
    line.open("adherence");
    line.whole("done", adherence->done);
    line.whole("planned", adherence->planned);
    line.number("score", adherence->score);
    line.close();
}

void addSides(JsonLine& line, const std::optional<SideDifference>& sides)
{
    if (!sides)
        return line.null("sides");
    line.open("sides");
    line.text("day", sides->day.toString());
    addText(line, "weaker", sides->points > 0 ? std::optional(nameOf(sides->weaker)) : std::nullopt);
    line.number("points", sides->points);
    line.truth("beyond_noise", sides->beyond);
    line.close();
}

void addFlags(JsonLine& line, const std::vector<Flag>& flags)
{
    line.openList("flags");
    for (const Flag& flag : flags) {
        line.open();
        line.text("flag", nameOf(flag.kind));
        addText(line, "site", textOf(flag.site));
        addText(line, "reason", nameIfAny(flag.reason));
        line.text("since", flag.since.toString());
        line.whole("days", flag.days);
        line.number("value", flag.value);
        line.text("rule", ruleText(flag.kind));
        line.close();
    }
    line.closeList();
}

std::string describe(const Athlete& athlete, const Roster& roster)
{
    const RosterRow& row = athlete.row;
    JsonLine line;
    line.open();
    line.text("athlete", row.athlete.toString());
    line.text("name", row.name);
    line.openList("files");
    for (const std::size_t file : athlete.files)
        line.text({}, roster.nameOf(file));
    line.closeList();
    addText(line, "first_day", textOf(row.firstDay));
    addText(line, "last_check_in", textOf(row.lastCheckIn));
    if (row.worstNow)
        line.whole("worst_now", *row.worstNow);
    else
        line.null("worst_now");
    addText(line, "worst_site", textOf(row.worstSite));
    addText(line, "primary", textOf(row.primary));
    addText(line, "verdict", nameIfAny(row.verdict));
    line.number("change", row.change);
    line.whole("baseline_days", row.baselineDays);
    addAdherence(line, row.adherence);
    addSides(line, row.sides);
    addFlags(line, row.flags);
    line.close();
    return line.take();
}

std::string describeRefusal(const std::string& name, const Error& error)
{
    JsonLine line;
    line.open();
    line.text("refused", name);
    line.text("reason", nameOf(error.code));
    line.text("detail", error.detail);
    line.close();
    return line.take();
}

void print(const Roster& roster, const Found& found, std::ostream& out)
{
    for (const Athlete& athlete : roster.athletes())
        out << describe(athlete, roster);
    int refused = 0;
    for (std::size_t file = 0; file < roster.files(); ++file)
        if (const Error* error = roster.refusal(file)) {
            out << describeRefusal(roster.nameOf(file), *error);
            ++refused;
        }
    JsonLine line;
    line.open();
    line.whole("athletes", static_cast<std::int64_t>(roster.athletes().size()));
    line.whole("refused", refused);
    line.whole("left_alone", found.leftAlone);
    line.close();
    out << line.take();
    out.flush();
}

}  // namespace

Outcome printRoster(const RosterRequest& request, const IIntake& intake, const IClock& clock, std::ostream& out)
{
    const auto found = findLogs(request.folder);
    if (!found)
        return tl::unexpected<Failure>(Failure{found.error(), request.folder});
    Roster roster(request.folder, found->names, intake, request.today.value_or(localDayOf(clock.now())));
    roster.read();
    print(roster, *found, out);
    if (!out)
        return tl::unexpected<Failure>(Failure{Error{ErrorCode::WriteFailed, {}}, "standard output"});
    return {};
}

}  // namespace psolog::cli
