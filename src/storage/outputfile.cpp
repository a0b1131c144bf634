// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outputfile.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace psolog {

namespace {

tl::unexpected<Error> systemFailure(int error)
{
    switch (error) {
    case EEXIST:
        return fail(ErrorCode::InvalidValue, "it exists already");
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::NotFound, "its folder does not exist");
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull);
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ErrorCode::ReadOnly);
    default:
        return fail(ErrorCode::CannotOpen, std::generic_category().message(error));
    }
}

Result<void> judge(const std::filesystem::path& target, Existing existing)
{
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(target, ignored);
    if (status.type() == std::filesystem::file_type::directory)
        return fail(ErrorCode::InvalidValue, "it is a folder");
    if (std::filesystem::exists(status) && existing == Existing::Refuse)
        return systemFailure(EEXIST);
    if (std::filesystem::exists(status) && status.type() != std::filesystem::file_type::regular)
        return fail(ErrorCode::InvalidValue, "it is not a regular file");
    return {};
}

bool syncPath(const std::filesystem::path& path)
{
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = fsync(descriptor) == 0;
    close(descriptor);
    return synced;
}

/// rename() that does not replace, also where the file system cannot do that in one step.
int renameToNew(const char* from, const char* to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    return link(from, to) == 0 ? unlink(from) : -1;
}

}  // namespace

Result<OutputFile> OutputFile::prepare(const std::filesystem::path& target, Existing existing)
{
    if (!target.has_filename())
        return fail(ErrorCode::InvalidValue, "it does not name a file");
    if (auto judged = judge(target, existing); !judged)
        return tl::unexpected<Error>(judged.error());
    const std::filesystem::path parent = target.has_parent_path() ? target.parent_path() : ".";
    std::string folder = (parent / ".psolog-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr)
        return systemFailure(errno);
    return OutputFile(target, folder, existing);
}

OutputFile::OutputFile(std::filesystem::path target, std::filesystem::path folder, Existing existing)
    : m_target(std::move(target)),
      m_folder(std::move(folder)),
      m_existing(existing)
{
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_folder(std::exchange(other.m_folder, std::filesystem::path())),
      m_existing(other.m_existing)
{
}

OutputFile::~OutputFile()
{
    std::error_code ignored;
    if (!m_folder.empty())
        std::filesystem::remove_all(m_folder, ignored);
}

Result<void> OutputFile::moveIntoPlace()
{
    if (!syncPath(path()))
        return fail(ErrorCode::WriteFailed);
    if (auto judged = judge(m_target, m_existing); !judged)
        return judged;
    const int moved = m_existing == Existing::Replace ? std::rename(path().c_str(), m_target.c_str())
                                                      : renameToNew(path().c_str(), m_target.c_str());
    if (moved != 0)
        return systemFailure(errno);
    syncPath(m_folder.parent_path());
    return {};
}

}  // namespace psolog
