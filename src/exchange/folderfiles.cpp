// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/folderfiles.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "exchange/atomicfile.h"

namespace psolog {

namespace fs = std::filesystem;

namespace {

/// Names are sorted, so all of a folder's are needed; one with more entries than this is somebody's mistake.
constexpr std::size_t kMaxEntries = 10'000;
constexpr std::string_view kSuffix = ".json";

UnusedFile refusedFolder(const fs::path& folder, const std::error_code& error)
{
    const std::string name = printableName(folder.filename());
    return {name, Error{ErrorCode::CannotOpen, fmt::format("{}: {}", name, error.message())}};
}

}  // namespace

FolderFiles jsonFilesIn(const fs::path& folder, std::size_t maxFiles)
{
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory)
        return {};
    FolderFiles files;
    while (!error && entry != fs::directory_iterator() && files.names.size() < kMaxEntries) {
        std::string name = entry->path().filename().string();
        if (!name.starts_with('.') && name.ends_with(kSuffix))
            files.names.push_back(std::move(name));
        entry.increment(error);
    }
    if (error)
        return {{}, {refusedFolder(folder, error)}};
    std::sort(files.names.begin(), files.names.end());
    if (files.names.size() > maxFiles) {
        const std::string first = printableName(files.names[maxFiles]);
        files.unused.push_back({first,
                                Error{ErrorCode::InvalidValue,
                                      fmt::format("{}: only the first {} files are read; this one and {} after it are "
                                                  "not",
                                                  first, maxFiles, files.names.size() - maxFiles - 1)}});
        files.names.resize(maxFiles);
    }
    return files;
}

}  // namespace psolog
