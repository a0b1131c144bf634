// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/roster/intakefiles.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sys/stat.h>

#include "core/logfilename.h"

namespace psolog {

namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

ErrorCode codeOf(const std::error_code& error)
{
    if (error == std::errc::no_such_file_or_directory)
        return ErrorCode::NotFound;
    return error == std::errc::not_a_directory ? ErrorCode::NotAFile : ErrorCode::CannotOpen;
}

}  // namespace

Result<KnownFile> stampOf(const std::string& path)
{
    struct stat found { };
    if (::lstat(path.c_str(), &found) != 0)
        return fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound : ErrorCode::CannotOpen);
    KnownFile file;
    file.path = path;
    file.bytes = found.st_size;
    file.modifiedNs = std::int64_t{found.st_mtim.tv_sec} * kNsPerSecond + found.st_mtim.tv_nsec;
    file.inode = static_cast<std::int64_t>(found.st_ino);
    return file;
}

bool isUnchanged(const KnownFile& now, const KnownFile& before)
{
    return now.path == before.path && now.bytes == before.bytes && now.modifiedNs == before.modifiedNs
        && now.inode == before.inode;
}

bool lasts(const Error& refusal)
{
    switch (refusal.code) {
    case ErrorCode::NotALog:
    case ErrorCode::Damaged:
    case ErrorCode::ForeignContent:
    case ErrorCode::TooLarge:
    case ErrorCode::NotAFile:
    case ErrorCode::InvalidValue:
    case ErrorCode::SyntaxError:
        return true;
    case ErrorCode::NotFound:
    case ErrorCode::CannotOpen:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Locked:
    case ErrorCode::TooNew:
    case ErrorCode::WriteFailed:
    case ErrorCode::TooSlow:
    case ErrorCode::Changing:
    case ErrorCode::OwnLog:
    case ErrorCode::Internal:
        break;
    }
    return false;
}

Result<FileChoice> listFolder(const std::string& folder)
{
    FileChoice choice;
    std::error_code error;
    std::filesystem::directory_iterator entries(folder, error);
    for (const std::filesystem::directory_iterator end; !error && entries != end; entries.increment(error)) {
        // Asking what kind each of ten thousand files is takes longer than looking at their names.
        if (!mayBeLog(entries->path().filename().native()))
            ++choice.others;
        else if (std::error_code unknown; !entries->is_directory(unknown))
            choice.logs.push_back(entries->path().native());
    }
    if (error)
        return fail(codeOf(error), error.message());
    std::sort(choice.logs.begin(), choice.logs.end());
    return choice;
}

FileChoice chosenFiles(const std::vector<std::string>& paths)
{
    FileChoice choice;
    for (const std::string& path : paths) {
        std::error_code unknown;
        if (!std::filesystem::is_directory(path, unknown)) {
            choice.logs.push_back(path);
            continue;
        }
        auto inside = listFolder(path);
        if (!inside) {
            // To be refused with its reason like every other.
            choice.logs.push_back(path);
            continue;
        }
        choice.logs.insert(choice.logs.end(), inside->logs.begin(), inside->logs.end());
        choice.others += inside->others;
    }
    // The same file may have been dropped twice, by itself and in its folder.
    std::sort(choice.logs.begin(), choice.logs.end());
    choice.logs.erase(std::unique(choice.logs.begin(), choice.logs.end()), choice.logs.end());
    return choice;
}

}  // namespace psolog
