// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <charconv>
#include <cstdint>
#include <exception>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inspectcommand.h"
#include "cli/rostercommand.h"
#include "cli/snapshotcommand.h"
#include "cli/statscommand.h"
#include "cli/verdictcommand.h"
#include "storage/intake.h"

namespace psolog::cli {

namespace {

/// One line whatever a file is called: control characters become question marks.
std::string oneLine(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            c = '?';
    return text;
}

std::string_view wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidValue:
        return "not accepted";
    case ErrorCode::SyntaxError:
        return "cannot be understood";
    case ErrorCode::NotFound:
        return "not found";
    case ErrorCode::CannotOpen:
        return "cannot be opened";
    case ErrorCode::DiskFull:
        return "the disk is full; free some space and try again";
    case ErrorCode::ReadOnly:
        return "cannot be written; check the permissions of the file and its folder";
    case ErrorCode::Locked:
        return "another program is using it; close that and try again";
    case ErrorCode::Damaged:
        return "the log is damaged";
    case ErrorCode::TooNew:
        return "written by a newer Psolog; update this program";
    case ErrorCode::NotALog:
        return "not a Psolog log";
    case ErrorCode::WriteFailed:
        return "could not be written";
    case ErrorCode::NotAFile:
        return "not a plain file";
    case ErrorCode::TooLarge:
        return "too large";
    case ErrorCode::ForeignContent:
        return "holds something that a Psolog log never does";
    case ErrorCode::TooSlow:
        return "took too long to read";
    case ErrorCode::Changing:
        return "was being written while it was read; try again";
    case ErrorCode::OwnLog:
        return "the log that is open as one's own";
    case ErrorCode::Internal:
        return "internal error";
    }
    return "unknown error";
}

std::string describe(const Failure& failure)
{
    // Of these the detail says everything.
    const bool detailAlone = failure.error.code == ErrorCode::InvalidValue || failure.error.code == ErrorCode::NotFound;
    std::string text(wordsFor(failure.error.code));
    if (!failure.error.detail.empty())
        text = detailAlone ? failure.error.detail : fmt::format("{} ({})", text, failure.error.detail);
    return failure.path.empty() ? text : fmt::format("{}: {}", failure.path, text);
}

void printError(std::ostream& err, const std::string& text)
{
    err << oneLine("psolog-cli: " + text) << std::endl;
}

/// Of `check` and `verdict`.
int checkExitCode(ErrorCode code)
{
    if (code == ErrorCode::Damaged)
        return kFailure;
    const bool notALog = code == ErrorCode::NotALog || code == ErrorCode::TooNew || code == ErrorCode::NotFound;
    return notALog ? kNotALog : kCannotCheck;
}

int rosterExitCode(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::InvalidValue ? kBadInput : kFailure;
}

/// What the command line asks for.
struct Request {
    DemoOptions demo;
    std::string demoOut;
    std::string endDay;
    std::string checkLog;
    ExportRequest exporting;
    StatsRequest stats;
    VerdictRequest verdict;
    RosterRequest roster;
    std::string today;
    SnapshotRequest snapshot;
    std::string from;
    bool noNotes = false;
    std::string inspectFile;
};

/// The parser would read -1 and what does not fit as a very large number.
std::string refuseNoSeed(const std::string& text)
{
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    const bool isSeed = error == std::errc{} && end == text.data() + text.size();
    return isSeed ? "" : "must be a whole number from 0";
}

/// Turns the name of a format into its number, as the parser wants it.
std::string readFormat(std::string& text)
{
    if (text != "csv" && text != "json")
        return "must be csv or json";
    text = std::to_string(static_cast<int>(text == "csv" ? ExportFormat::Csv : ExportFormat::Json));
    return {};
}

/// The same for the way that is better.
std::string readImprovement(std::string& text)
{
    if (text != "decrease" && text != "increase")
        return "must be decrease or increase";
    text = std::to_string(static_cast<int>(text == "decrease" ? Improvement::Decrease : Improvement::Increase));
    return {};
}

void addDemo(CLI::App& app, Request& request)
{
    CLI::App* demo =
        app.add_subcommand("demo", "Write a demonstration log: the same for the same seed, day and time zone");
    demo->add_option("--days", request.demo.days, fmt::format("Length of the log, 1 to {}", kMaxDemoDays))->required();
    demo->add_option("--baseline-days", request.demo.baselineDays,
                     "Days before the first release; 21, or 35 % of a short log, when not given");
    demo->add_option("--effect", request.demo.effect, "Change of the left hamstring's soreness, -10 to 10 points")
        ->capture_default_str();
    demo->add_option("--seed", request.demo.seed, "Any whole number from 0")
        ->capture_default_str()
        ->check(CLI::Validator(refuseNoSeed, ""));
    demo->add_option("--end-day", request.endDay, "Last day as YYYY-MM-DD; today when not given");
    demo->add_option("--name", request.demo.name, "Name of the runner")->capture_default_str();
    demo->add_option("--silent-days", request.demo.silentDays,
                     "Days without an entry at the end, after those of --days")
        ->capture_default_str();
    demo->add_flag("--red-stop", request.demo.redStop, "The last release was stopped for pulsing in the abdomen");
    demo->add_option("OUT", request.demoOut, "The log to write; must not exist")->required();
}

void addCheck(CLI::App& app, Request& request)
{
    CLI::App* check = app.add_subcommand(
        "check",
        "Say whether a log is sound: exit 0 sound, 1 damaged, 2 not a Psolog log or too new, 3 could not be checked");
    check->add_option("LOG", request.checkLog, "The log")->required();
}

void addExport(CLI::App& app, Request& request)
{
    CLI::App* exporting =
        app.add_subcommand("export", "Write a log's content as a table (CSV) or as one document (JSON)");
    exporting->add_option("--format", request.exporting.format, "csv or json")
        ->required()
        ->transform(CLI::Validator(readFormat, ""))
        ->option_text("csv|json");
    exporting->add_flag("--force", request.exporting.force, "Replace OUT when it exists");
    exporting->add_option("LOG", request.exporting.log, "The log; it is not changed")->required();
    exporting->add_option("OUT", request.exporting.out, "The file to write, or - for standard output")->required();
}

void addStats(CLI::App& app, Request& request)
{
    CLI::App* stats = app.add_subcommand(
        "stats", "Print the statistics of each series of a table as JSON, one line each; exit 2 when it has a fault");
    stats->add_option("--improvement", request.stats.improvement, "Which way is better: decrease (default) or increase")
        ->transform(CLI::Validator(readImprovement, ""))
        ->option_text("decrease|increase");
    stats
        ->add_option("SERIES", request.stats.series,
                     "CSV with a header and the columns x (number or YYYY-MM-DD), y (number, empty: missing), and "
                     "perhaps phase (A, B) and series (a name); - for standard input")
        ->required();
}

void addVerdict(CLI::App& app, Request& request)
{
    CLI::App* verdict = app.add_subcommand(
        "verdict", "Print what a log says about its primary outcome, the sorer hamstring, as JSON on one line");
    verdict->add_option("--today", request.today,
                        "Judge as on this day, YYYY-MM-DD, without what came later; today when not given");
    verdict->add_option("LOG", request.verdict.log, "The log; it is not changed")->required();
}

void addInspect(CLI::App& app, Request& request)
{
    CLI::App* inspect = app.add_subcommand(
        "inspect",
        "Print what a log from somebody else holds, or why it is refused, as JSON on one line; whatever the file is, "
        "it "
        "does no harm: exit 0 accepted, 1 damaged or made to harm, 2 not a Psolog log or too new, 3 could not be read");
    inspect->add_option("FILE", request.inspectFile, "The file; it is not changed")->required();
}

void addRoster(CLI::App& app, Request& request)
{
    CLI::App* roster = app.add_subcommand(
        "roster",
        "Print the athletes whose logs are in a folder as JSON, one line each, those first who need a look; then the "
        "files that were refused; exit 2 when there is no such folder");
    roster->add_option("--today", request.today,
                       "As on this day, YYYY-MM-DD, without what came later; today when not given");
    roster->add_option("DIR", request.roster.folder, "The folder; nothing in it is changed")->required();
}

/// Of `verdict` and `roster`: false, with a message, when what was given is no day.
bool readToday(const std::string& text, std::optional<LocalDay>& today, std::ostream& err)
{
    today = LocalDay::parse(text);
    if (text.empty() || today)
        return true;
    printError(err, "--today must be a day as YYYY-MM-DD");
    return false;
}

void addSnapshot(CLI::App& app, Request& request)
{
    CLI::App* snapshot =
        app.add_subcommand("snapshot",
                           "Write a copy of a log to hand over, looked through as a coach's program would, and print "
                           "what is in it as JSON on one line");
    snapshot->add_option("--from", request.from, "Leave out what was recorded for earlier days, YYYY-MM-DD");
    snapshot->add_flag("--no-notes", request.noNotes, "Leave out the runner's notes");
    snapshot->add_option("LOG", request.snapshot.log, "The log; it is not changed")->required();
    snapshot->add_option("OUT", request.snapshot.out, "The copy to write; must not exist")->required();
}

int perform(const CLI::App& app, Request& request, const IClock& clock, std::ostream& out, std::ostream& err)
{
    const auto report = [&](const Outcome& outcome) {
        if (!outcome)
            printError(err, describe(outcome.error()));
        return outcome ? kSuccess : kFailure;
    };
    if (app.got_subcommand("demo")) {
        if (!request.endDay.empty()) {
            request.demo.endDay = LocalDay::parse(request.endDay);
            if (!request.demo.endDay) {
                printError(err, "--end-day must be a day as YYYY-MM-DD");
                return kWrongArguments;
            }
        }
        return report(makeDemo(request.demo, request.demoOut, clock));
    }
    if (app.got_subcommand("check")) {
        const Outcome checked = checkFile(request.checkLog);
        report(checked);
        if (!checked)
            return checkExitCode(checked.error().error.code);
        out << "sound" << std::endl;
        return kSuccess;
    }
    if (app.got_subcommand("inspect")) {
        const auto inspected = inspectFile(request.inspectFile, out);
        // A refusal is an answer; only a line that was not printed is an error.
        if (!inspected && inspected.error().code == ErrorCode::WriteFailed)
            printError(err, describe(Failure{inspected.error(), {}}));
        return inspected ? kSuccess : inspectExitCode(inspected.error().code);
    }
    if (app.got_subcommand("snapshot")) {
        if (!request.from.empty()) {
            request.snapshot.options.firstDay = LocalDay::parse(request.from);
            if (!request.snapshot.options.firstDay) {
                printError(err, "--from must be a day as YYYY-MM-DD");
                return kWrongArguments;
            }
        }
        request.snapshot.options.notes = !request.noNotes;
        return report(writeSnapshot(request.snapshot, clock, out));
    }
    if (app.got_subcommand("stats")) {
        const Outcome printed = printStats(request.stats, out);
        report(printed);
        if (!printed)
            return printed.error().error.code == ErrorCode::WriteFailed ? kFailure : kBadInput;
        return kSuccess;
    }
    if (app.got_subcommand("verdict")) {
        if (!readToday(request.today, request.verdict.today, err))
            return kWrongArguments;
        const Outcome printed = printVerdict(request.verdict, clock, out);
        report(printed);
        return printed ? kSuccess : checkExitCode(printed.error().error.code);
    }
    if (app.got_subcommand("roster")) {
        if (!readToday(request.today, request.roster.today, err))
            return kWrongArguments;
        IntakeOptions options;
        options.digests = false;  // nothing is kept by which a file could be known again
        const Outcome printed = printRoster(request.roster, Intake(std::move(options)), clock, out);
        report(printed);
        return printed ? kSuccess : rosterExitCode(printed.error().error.code);
    }
    return report(exportLog(request.exporting, clock, out));
}

}  // namespace

int run(int argc, const char* const* argv, const IClock& clock, std::ostream& out, std::ostream& err)
{
    Request request;
    CLI::App app("Makes, checks and exports Psolog logs.", "psolog-cli");
    app.set_version_flag("--version", "psolog-cli " PSOLOG_VERSION);
    app.require_subcommand(1);
    addDemo(app, request);
    addCheck(app, request);
    addExport(app, request);
    addStats(app, request);
    addVerdict(app, request);
    addSnapshot(app, request);
    addRoster(app, request);
    addInspect(app, request);
    try {
        app.parse(argc, argv);
        return perform(app, request, clock, out, err);
    } catch (const CLI::ParseError& error) {
        // Help and version are exceptions, too.
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            app.exit(error, out, err);
            return kSuccess;
        }
        printError(err, std::string(error.what()) + "; see psolog-cli --help");
        return kWrongArguments;
    } catch (const std::exception& error) {
        printError(err, error.what());
        return kFailure;
    }
}

}  // namespace psolog::cli
