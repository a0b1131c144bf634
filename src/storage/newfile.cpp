// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/newfile.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace psolog {

namespace {

constexpr mode_t kFileMode = 0600;
constexpr mode_t kFolderMode = 0700;

tl::unexpected<Error> systemFailure(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull, std::strerror(error));
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ErrorCode::ReadOnly, std::strerror(error));
    default:
        return fail(ErrorCode::CannotOpen, std::strerror(error));
    }
}

/// Makes the entry of a new folder durable; SQLite does it for the file, but not further up.
void syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

Result<NewFile> NewFile::make(const std::string& path)
{
    NewFile file;
    std::vector<std::filesystem::path> missing;
    std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code ignored;
    while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored)) {
        missing.push_back(folder);
        folder = folder.parent_path();
    }
    for (auto made = missing.rbegin(); made != missing.rend(); ++made) {
        if (::mkdir(made->c_str(), kFolderMode) != 0) {
            if (errno == EEXIST)
                continue;
            return systemFailure(errno);
        }
        file.m_folders.push_back(made->string());
        syncFolder(made->parent_path());
    }
    // The file is new, so that closing this descriptor drops nobody's locks.
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode);
    if (descriptor < 0 && errno != EEXIST)
        return systemFailure(errno);
    // Made by another program in this very moment: it is theirs to remove.
    if (descriptor >= 0) {
        ::close(descriptor);
        file.m_path = path;
    }
    return file;
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_path(std::exchange(other.m_path, {})),
      m_folders(std::exchange(other.m_folders, {}))
{
}

NewFile::~NewFile()
{
    struct stat status { };
    // Only while still empty: another program may have filled it meanwhile.
    if (!m_path.empty() && ::stat(m_path.c_str(), &status) == 0 && status.st_size == 0) {
        ::unlink(m_path.c_str());
        ::unlink((m_path + "-journal").c_str());  // there if SQLite failed to remove it
    }
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        ::rmdir(folder->c_str());
}

void NewFile::keep()
{
    m_path.clear();
    m_folders.clear();
}

}  // namespace psolog
