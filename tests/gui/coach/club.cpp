// SPDX-License-Identifier: GPL-3.0-or-later
#include "club.h"

#include <stdexcept>

namespace psolog::test {

std::vector<std::string> makeClub(AthleteFiles& files)
{
    std::vector<std::string> paths;
    const auto add = [&](const std::string& name, std::uint64_t seed, DemoOptions options) {
        paths.push_back(files.make("runner" + std::to_string(seed) + ".psolog", name, seed, options));
    };
    DemoOptions usual;
    DemoOptions red;
    red.redStop = true;
    DemoOptions worse;
    worse.effect = 4;
    DemoOptions silent;
    silent.silentDays = 5;
    DemoOptions longSilent;
    longSilent.silentDays = 12;
    DemoOptions unchanged;
    unchanged.effect = 0;
    DemoOptions baseline;
    baseline.days = 5;
    baseline.baselineDays = 5;
    DemoOptions fresh;
    fresh.days = 12;
    add("Runner 07", 7, red);
    add("Runner 21", 21, worse);
    add("Runner 03", 3, silent);
    add("Runner 15", 15, unchanged);
    add("Runner 11", 11, usual);
    add("Runner 28", 28, unchanged);
    add("Runner 02", 102, usual);
    add("Runner 19", 19, baseline);
    add("Maximilian-Alexander von Hohenstein-Oberndorf", 40, fresh);
    add("", 41, usual);
    add("<b>Runner</b> & =1+1", 42, unchanged);
    add("Runner 30", 43, longSilent);
    return paths;
}

std::vector<std::string> makeBadFiles(const AthleteFiles& files)
{
    return {files.write("holiday.psolog", "not a database"), files.write("empty.psolog", ""),
            files.path("missing.psolog")};
}

void takeIn(const ICoachDesk& desk, const std::vector<std::string>& paths)
{
    auto library = desk.openLibrary();
    if (!library)
        throw std::runtime_error("no library: " + library.error().detail);
    for (const std::string& path : paths) {
        const auto file = desk.intake().inspect(path);
        if (!file)
            throw std::runtime_error(path + " was refused: " + file.error().detail);
        if (const auto taken = (*library)->takeIn(*file); !taken)
            throw std::runtime_error(path + " was not stored: " + taken.error().detail);
    }
}

}  // namespace psolog::test
