// SPDX-License-Identifier: GPL-3.0-or-later
#include "shippedposes.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>
#include <vector>

#include "exchange/posefile.h"

namespace psolog {

Result<PoseLibrary> posesIn(const std::string& folder)
{
    std::list<std::string> kept;
    std::vector<PoseSource> sources;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (entry.path().extension() != ".json")
            continue;
        std::ifstream file(entry.path());
        const std::string& name = kept.emplace_back(entry.path().filename().string());
        const std::string& text =
            kept.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        sources.push_back({name, text});
    }
    if (sources.empty())
        return fail(ErrorCode::CannotOpen, folder);
    return parsePoses(sources);
}

Result<PoseLibrary> shippedPoses()
{
    const char* root = std::getenv("PSOLOG_SOURCE_DIR");
    return posesIn(std::string(root != nullptr ? root : ".") + "/resources/poses");
}

}  // namespace psolog
