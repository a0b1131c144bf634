// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace psolog {

/// What the name of a file says, before anybody looks into it.
enum class LogFileName {
    Other,         ///< not a log: left alone
    Log,           ///< may be a log
    ConflictCopy,  ///< may be a log, and named as a program that syncs names the second of two versions
};

/// What a file of this name (without its folder) may be. A log's name has ".psolog", in any case, at its end or before
/// what mailers and sync tools append (".psolog (1)", ".psolog.sync-conflict-…"); notes, journals, hidden files and
/// downloads that are not finished are not logs. Whose log it is only its content says: a name is never trusted.
[[nodiscard]] LogFileName logFileNameOf(std::string_view name);

/// Whether a file of this name is worth a look.
[[nodiscard]] inline bool mayBeLog(std::string_view name)
{
    return logFileNameOf(name) != LogFileName::Other;
}

}  // namespace psolog
