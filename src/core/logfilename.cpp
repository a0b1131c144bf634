// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfilename.h"

#include <algorithm>
#include <array>
#include <string>

namespace psolog {

namespace {

constexpr std::string_view kSuffix = ".psolog";
/// What may follow the suffix; a hyphen begins the names of journals and of notes.
constexpr std::string_view kAppended = ". (_";

constexpr std::array kUnfinished{
    std::string_view(".tmp"),      std::string_view(".part"),     std::string_view(".partial"),
    std::string_view(".download"), std::string_view(".filepart"), std::string_view(".crdownload"),
};

/// Syncthing: "x.sync-conflict-20261120-101500-ABCDEFG.psolog"; Dropbox: "x (Ann's conflicted copy 2026-11-20).psolog";
/// Nextcloud: "x (conflicted copy 2026-11-20 101500).psolog"; ownCloud: "x_conflict-20261120-101500.psolog"; Seafile:
/// "x (SFConflict ann 2026-11-20-10-15-00).psolog".
constexpr std::array kConflict{
    std::string_view(".sync-conflict-"),
    std::string_view("conflicted copy"),
    std::string_view("_conflict-"),
    std::string_view("(sfconflict "),
};

}  // namespace

LogFileName logFileNameOf(std::string_view name)
{
    if (name.starts_with('.') || name.starts_with('~'))
        return LogFileName::Other;
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::size_t at = lower.rfind(kSuffix);
    if (at == std::string::npos || at == 0)
        return LogFileName::Other;
    const std::string_view rest = std::string_view(lower).substr(at + kSuffix.size());
    if (!rest.empty() && kAppended.find(rest.front()) == std::string_view::npos)
        return LogFileName::Other;
    const auto ends = [&](std::string_view ending) { return rest.ends_with(ending); };
    if (std::any_of(kUnfinished.begin(), kUnfinished.end(), ends))
        return LogFileName::Other;
    const auto says = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
    return std::any_of(kConflict.begin(), kConflict.end(), says) ? LogFileName::ConflictCopy : LogFileName::Log;
}

}  // namespace psolog
