// SPDX-License-Identifier: GPL-3.0-or-later
// How often the verdict says "better" of simulated diaries whose truth is known. Takes a minute or two.
//
//     calibration_bench [SEED]
//
// Without a seed the fixed one is used. Ends with 1 when a row missed its target.
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/verdict.h"
#include "support/simulateddiary.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr std::uint64_t kSeed = 20'261'122;
constexpr int kDiaries = 4'000;

/// What a row must keep; rates in percent.
struct Target {
    enum class Of { Better, Uncautioned, None };
    Of of = Of::None;
    double limit = 0;
    bool atLeast = false;
    double mostFalling = 100;  ///< of the already-falling caution
};

struct Row {
    std::string name;
    Target target;
    std::function<Diary(DiarySimulator&)> draw;
};

/// Counts over the diaries of a row.
struct Counts {
    int better = 0;
    int uncautioned = 0;  ///< better, without the already-falling caution
    int significant = 0;
    int worse = 0;
    int falling = 0;
    int badSpell = 0;
};

double percent(int count)
{
    return 100.0 * count / kDiaries;
}

Counts countsOf(const Row& row, std::uint64_t seed)
{
    DiarySimulator simulator(seed);
    Counts counts;
    for (int i = 0; i < kDiaries; ++i) {
        const Verdict verdict = judged(row.draw(simulator));
        const bool better = verdict.kind == VerdictKind::Better;
        const bool falling = verdict.has(Caution::AlreadyFalling);
        counts.better += better ? 1 : 0;
        counts.uncautioned += better && !falling ? 1 : 0;
        counts.significant += verdict.p.value_or(1) < kSignificance ? 1 : 0;
        counts.worse += verdict.kind == VerdictKind::Worse ? 1 : 0;
        counts.falling += falling ? 1 : 0;
        counts.badSpell += verdict.has(Caution::BeganInBadSpell) ? 1 : 0;
    }
    return counts;
}

bool met(const Target& target, const Counts& counts)
{
    if (percent(counts.falling) > target.mostFalling)
        return false;
    if (target.of == Target::Of::None)
        return true;
    const double rate = percent(target.of == Target::Of::Better ? counts.better : counts.uncautioned);
    return target.atLeast ? rate >= target.limit : rate <= target.limit;
}

std::string words(const Target& target)
{
    std::string text;
    if (target.of != Target::Of::None)
        text = fmt::format("{} {:g} %{}", target.atLeast ? "≥" : "≤", target.limit,
                           target.of == Target::Of::Uncautioned ? " uncautioned" : "");
    if (target.mostFalling < 100)
        text += fmt::format("{}falling ≤ {:g} %", text.empty() ? "" : ", ", target.mostFalling);
    return text.empty() ? "reported" : text;
}

void addNoEffect(std::vector<Row>& rows)
{
    for (const double mean : {5.0, 6.0})
        for (const int days : {7, 14})
            for (const double phi : {0.0, 0.3, 0.5, 0.7})
                rows.push_back({fmt::format("no effect, mean {}, φ {:.1f}, baseline {}", mean, phi, days),
                                {Target::Of::Better, 3, false, 100},
                                [=](DiarySimulator& simulator) {
                                    return simulator.draw({mean, phi, 0, 0, days, 14});
                                }});
}

/// Diaries that jump more than the method's ordinary one. With long spells on top, three or four weeks cannot tell the
/// spells from a change: that is reported.
void addWideSpread(std::vector<Row>& rows)
{
    for (const int days : {7, 14})
        for (const double phi : {0.3, 0.5, 0.7})
            rows.push_back({fmt::format("no effect, SD 2.5, mean 5, φ {:.1f}, baseline {}", phi, days),
                            phi < 0.7 ? Target{Target::Of::Better, 5, false, 100} : Target{},
                            [=](DiarySimulator& simulator) {
                                return simulator.draw({5, phi, 0, 0, days, 14, 2.5});
                            }});
}

void addBadStarts(std::vector<Row>& rows)
{
    using Choice = BadStart::Choice;
    using Measure = BadStart::Measure;
    struct Kind {
        const char* name;
        BadStart start;
    };
    const std::array kinds{
        Kind{"first 4 of 7", {Choice::DrawAgain, Measure::Latent, 4}},
        Kind{"first 3 of 7", {Choice::DrawAgain, Measure::Latent, 3}},
        Kind{"first 4 scores", {Choice::DrawAgain, Measure::Scores, 4}},
        Kind{"first 3 scores", {Choice::DrawAgain, Measure::Scores, 3}},
        Kind{"each of the first 4", {Choice::DrawAgain, Measure::EveryDay, 4}},
        Kind{"each of the first 3", {Choice::DrawAgain, Measure::EveryDay, 3}},
        Kind{"spell of 4 in a year", {Choice::FirstSpell, Measure::Latent, 4}},
        Kind{"spell of 3 in a year", {Choice::FirstSpell, Measure::Scores, 3}},
        Kind{"4 over its own usual", {Choice::FirstSpell, Measure::OwnUsual, 4}},
    };
    for (const Kind& kind : kinds)
        for (const double phi : {0.3, 0.5})
            for (const double mean : {5.0, 6.0})
                rows.push_back({fmt::format("bad start, {}, mean {}, φ {:.1f}", kind.name, mean, phi),
                                {Target::Of::Better, 8, false, 100},
                                [=](DiarySimulator& simulator) {
                                    return simulator.drawBadStart({mean, phi, 0, 0, 7, 14}, kind.start);
                                }});
}

void addRecovery(std::vector<Row>& rows)
{
    for (const int days : {7, 14})
        for (const double mean : {5.0, 6.0, 7.0})
            rows.push_back({fmt::format("recovery 0.1 a day from {}, baseline {}", mean, days),
                            {Target::Of::Uncautioned, 10, false, 100},
                            [=](DiarySimulator& simulator) {
                                return simulator.draw({mean, 0.3, 0, 0.1, days, 14});
                            }});
}

void addDrops(std::vector<Row>& rows)
{
    const auto add = [&](double drop, int days, const Target& target, double recovery = 0) {
        rows.push_back(
            {fmt::format("drop of {}{}, mean 6, φ 0.3, baseline {}", drop, recovery > 0 ? " and recovery" : "", days),
             target, [=](DiarySimulator& simulator) {
                 return simulator.draw({6, 0.3, drop, recovery, days, 14});
             }});
    };
    add(3, 14, {Target::Of::Better, 85, true, 20});
    add(2, 14, {});
    add(3, 7, {Target::Of::None, 0, false, 20});
    add(2, 7, {});
    add(3, 14, {}, 0.1);
}

}  // namespace

int main(int argc, char** argv)
{
    std::uint64_t seed = kSeed;
    if (argc > 1) {
        const std::string_view text(argv[1]);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
        if (argc > 2 || error != std::errc() || end != text.data() + text.size()) {
            std::fputs("usage: calibration_bench [SEED], a whole number\n", stderr);
            return 2;
        }
    }
    std::vector<Row> rows;
    addNoEffect(rows);
    addWideSpread(rows);
    addBadStarts(rows);
    addRecovery(rows);
    addDrops(rows);

    fmt::print("Verdicts on {} simulated diaries a row, seed {}. Percent of diaries; uncautioned: better without\n"
               "already-falling.\n\n{:<48} {:<24} {:>6} {:>11} {:>6} {:>6} {:>8} {:>9}\n",
               kDiaries, seed, "truth", "target", "better", "uncautioned", "p<.05", "worse", "falling", "bad spell");
    bool allMet = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Counts counts = countsOf(rows[i], seed * 1'000 + i);
        const bool kept = met(rows[i].target, counts);
        allMet = allMet && kept;
        fmt::print("{:<48} {:<24} {:>6.1f} {:>11.1f} {:>6.1f} {:>6.1f} {:>8.1f} {:>9.1f}{}\n", rows[i].name,
                   words(rows[i].target), percent(counts.better), percent(counts.uncautioned),
                   percent(counts.significant), percent(counts.worse), percent(counts.falling),
                   percent(counts.badSpell), kept ? "" : "  MISSED");
        std::fflush(stdout);
    }
    fmt::print("\n{}\n", allMet ? "Every target was met." : "A target was MISSED.");
    return allMet ? 0 : 1;
}
