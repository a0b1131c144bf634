// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/hostilecorpus.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "fuzz/logbuilder.h"

namespace psolog::test {

std::string putFile(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
        throw std::runtime_error("cannot write a file of the corpus");
    return path.string();
}

HostileCase bytesCase(std::string name, Verdict verdict, std::vector<ErrorCode> reasons,
                      std::function<std::string()> bytes)
{
    auto make = [file = name + ".psolog", bytes = std::move(bytes)](const std::filesystem::path& folder) {
        return putFile(folder / file, bytes());
    };
    return {std::move(name), verdict, std::move(reasons), std::move(make)};
}

std::vector<HostileCase> soundCases()
{
    std::vector<HostileCase> cases;
    for (int version = 1; version <= newestLogVersion(); ++version) {
        const auto add = [&](const std::string& what, std::function<std::string()> bytes) {
            cases.push_back(
                bytesCase(fmt::format("sound-{}-v{}", what, version), Verdict::Accepted, {}, std::move(bytes)));
        };
        add("ten-days", [version] { return soundLog(version); });
        add("year", [version] { return soundLog(version, 365, 7); });
        add("small-pages", [version] { return soundLog(version, 10, 3, 512); });
        add("large-pages", [version] { return soundLog(version, 10, 3, 65'536); });
    }
    cases.push_back(
        bytesCase("sound-ten-years", Verdict::Accepted, {}, [] { return soundLog(newestLogVersion(), 3'660, 11); }));
    return cases;
}

std::vector<HostileCase> hostileCases()
{
    std::vector<HostileCase> all = soundCases();
    for (auto group : {schemaCases(), valueCases(), byteCases(), fileCases()})
        all.insert(all.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    return all;
}

}  // namespace psolog::test
