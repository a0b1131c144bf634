// SPDX-License-Identifier: GPL-3.0-or-later
// psolog_corpus DIR: writes the hostile corpus, each case in a folder of its own.
// psolog_corpus --seeds DIR RESOURCES: writes what the fuzz targets begin with, into DIR/intake and DIR/texts.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"
#include "fuzz/texttargets.h"

namespace fs = std::filesystem;

namespace {

using namespace psolog::test;

/// Inputs beyond this size make a fuzzer slow.
constexpr std::uintmax_t kLargestSeed = std::uintmax_t{96} * 1024;

std::string_view wordFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return "accepted";
    case Verdict::Refused:
        return "refused";
    case Verdict::Either:
        return "either";
    }
    return {};
}

void writeCorpus(const fs::path& folder)
{
    for (const HostileCase& one : hostileCases()) {
        const fs::path place = folder / one.name;
        fs::create_directories(place);
        putFile(place / kVictimName, kVictimText);
        fmt::print("{}\t{}\n", wordFor(one.verdict), one.make(place));
    }
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        fs::create_directories(folder / "damaged");
        const std::string log = soundLog(1 + static_cast<int>(seed) % newestLogVersion());
        fmt::print("either\t{}\n",
                   putFile(folder / "damaged" / fmt::format("{:03}.psolog", seed), randomDamage(log, seed)));
    }
}

void writeLogSeeds(const fs::path& folder)
{
    fs::create_directories(folder);
    for (int version = 1; version <= newestLogVersion(); ++version)
        for (const int days : {1, 5}) {
            const auto seed = static_cast<std::uint64_t>(version + days);
            putFile(folder / fmt::format("sound-v{}-{}-days", version, days), soundLog(version, days, seed, 512));
        }
    const fs::path place = folder / "made";
    for (const auto& group : {schemaCases(), byteCases(), valueCases()})
        for (const HostileCase& one : group) {
            // The large ones take long to make.
            if (one.name.find("megabyte") != std::string::npos || one.name.starts_with("m"))
                continue;
            fs::create_directories(place);
            const fs::path made = one.make(place);
            if (fs::is_regular_file(made) && fs::file_size(made) <= kLargestSeed)
                fs::copy_file(made, folder / one.name, fs::copy_options::overwrite_existing);
            fs::remove_all(place);
        }
}

void writeTextSeeds(const fs::path& folder, const fs::path& resources)
{
    fs::create_directories(folder);
    const auto add = [&](TextFormat format, const std::string& name, const std::string& text) {
        putFile(folder / name, std::string(1, static_cast<char>(format)) + text);
    };
    const auto addAll = [&](TextFormat format, const char* kind) {
        for (const auto& entry : fs::directory_iterator(resources / kind)) {
            std::ifstream in(entry.path(), std::ios::binary);
            add(format, fmt::format("{}-{}", kind, entry.path().stem().string()),
                {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
        }
    };
    addAll(TextFormat::Routine, "routines");
    addAll(TextFormat::Pose, "poses");
    const std::string routine =
        R"({"psolog_routine": 1, "id": "short-one", "name": "Short one", "steps": [{"kind": "zone", )"
        R"("zone": "low", "side": "both", "seconds": 90, "cue": "Search slowly.", "pose": "tool-low"}]})";
    const std::string written = R"({"time": "2026-11-22T20:15:00.000+01:00", "time_zone": "Europe/Berlin"})";
    add(TextFormat::Notes, "notes",
        fmt::format(
            R"({{"psolog_notes": 1, "athlete": "00000001-0000-4000-8000-000000000001", "athlete_name": "Runner 07", )"
            R"("author": "Kim", "written": {0}, "notes": [{{"id": "00000001-0000-4000-8000-000000000002", "author": )"
            R"("Kim", "written": {0}, "first_day": "2026-11-20", "last_day": "2026-11-22", "muscle": "hamstring", )"
            R"("text": "Fewer hills."}}, {{"id": "00000001-0000-4000-8000-000000000003", "author": "Kim", "written": )"
            R"({0}, "text": "", "withdrawn": true}}], "plan": {{"id": "00000001-0000-4000-8000-000000000004", )"
            R"("author": "Kim", "written": {0}, "days_a_week": 5, "routine": {1}}}}})",
            written, routine));
    add(TextFormat::Csv, "csv",
        "\xEF\xBB\xBF"
        "day,score\r\n2026-03-02,4\r\n\"a \"\"b\"\", c\",\n\n=1+1,@x\r");
}

}  // namespace

int main(int count, char** arguments)
{
    try {
        if (count == 2 && std::string_view(arguments[1]) != "--seeds") {
            fs::create_directories(arguments[1]);
            writeCorpus(fs::absolute(arguments[1]));
            return 0;
        }
        if (count == 4 && std::string_view(arguments[1]) == "--seeds") {
            writeLogSeeds(fs::path(arguments[2]) / "intake");
            writeTextSeeds(fs::path(arguments[2]) / "texts", arguments[3]);
            return 0;
        }
    } catch (const std::exception& failure) {
        fmt::print(stderr, "psolog_corpus: {}\n", failure.what());
        return 1;
    }
    fmt::print(stderr, "psolog_corpus DIR | psolog_corpus --seeds DIR RESOURCES\n");
    return 2;
}
