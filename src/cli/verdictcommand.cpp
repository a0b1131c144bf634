// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verdictcommand.h"

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

#include "analysis/review.h"
#include "cli/openlog.h"
#include "cli/statsjson.h"

namespace psolog::cli {

namespace {

constexpr std::string_view kStatement =
    "Changed after, not because of: natural recovery and a bad week at the start look the same.";

std::vector<Site> sitesOfReview()
{
    std::vector<Site> sites;
    for (const Muscle muscle : {Muscle::Hamstring, Muscle::Calf, Muscle::Glute})
        for (const Side side : {Side::Left, Side::Right})
            sites.push_back({muscle, side});
    return sites;
}

void addDay(JsonLine& line, std::string_view key, std::optional<LocalDay> day)
{
    if (day)
        line.text(key, day->toString());
    else
        line.null(key);
}

void addWhole(JsonLine& line, std::string_view key, std::optional<int> value)
{
    if (value)
        line.whole(key, *value);
    else
        line.null(key);
}

void addLoads(JsonLine& line, const std::optional<WeeklyLoads>& loads)
{
    if (!loads) {
        line.null("weekly_load");
        return;
    }
    line.open("weekly_load");
    line.text("unit", nameOf(loads->unit));
    line.number("before", loads->before);
    line.number("since", loads->since);
    line.close();
}

void addSigns(JsonLine& line, const std::vector<SignFinding>& signs)
{
    line.openList("early_signs");
    for (const SignFinding& sign : signs) {
        line.open();
        line.text("sign", nameOf(sign.sign));
        line.text("side", nameOf(sign.side));
        line.text("state", nameOf(sign.state));
        line.number("before", sign.before);
        line.number("early", sign.early);
        addWhole(line, "first_day", sign.firstDay);
        addWhole(line, "last_day", sign.lastDay);
        line.close();
    }
    line.closeList();
}

std::string describe(const ReviewFacts& facts)
{
    const std::optional<Site> site = primarySite(facts);
    // A log that never asked a hamstring is judged as one without data.
    const Verdict verdict = site ? judgeSite(facts, *site) : judge({});
    JsonLine line;
    line.open();
    if (site)
        line.text("site", nameOf(*site));
    else
        line.null("site");
    addDay(line, "today", facts.today);
    addDay(line, "first_release", facts.firstRelease);
    line.whole("n", static_cast<std::int64_t>(verdict.phases.m + verdict.phases.n));
    line.whole("missing", verdict.missing);
    addKendall(line, verdict.trend.value_or(Kendall()));
    addTheilSen(line, verdict.line, true);
    addPhases(line, verdict.phases, verdict.p);
    line.number("p", verdict.p);
    line.number("lag1", verdict.lag1);
    line.text("verdict", nameOf(verdict.kind));
    line.open("days_needed");
    line.whole("baseline", verdict.neededBefore);
    line.whole("release", verdict.neededSince);
    line.close();
    line.names("cautions", verdict.cautions);
    addLoads(line, site ? weeklyLoads(facts, *site) : std::nullopt);
    addSigns(line, earlySigns(facts));
    line.text("statement", kStatement);
    line.close();
    return line.take();
}

}  // namespace

Outcome printVerdict(const VerdictRequest& request, const IClock& clock, std::ostream& out)
{
    const auto failed = [&](const Error& error) { return tl::unexpected<Failure>(Failure{error, request.log}); };
    const auto log = openLog(request.log, clock);
    if (!log)
        return failed(log.error());
    const LocalDay today = request.today.value_or(localDayOf(clock.now()));
    const LaterDays later = request.today ? LaterDays::LeaveOut : LaterDays::Include;
    const auto facts = (*log)->reading(
        [&] { return readReviewFacts((*log)->trends(), (*log)->selfTests(), today, sitesOfReview(), later); });
    if (!facts)
        return failed(facts.error());
    out << describe(*facts);
    out.flush();
    if (!out)
        return tl::unexpected<Failure>(Failure{Error{ErrorCode::WriteFailed, {}}, "standard output"});
    return {};
}

}  // namespace psolog::cli
