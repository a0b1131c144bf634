// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/privatefolder.h"

#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace psolog {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".psolog-draft-";

tl::unexpected<Error> systemFailure(int error)
{
    switch (error) {
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

/// Opens a folder, not through a link, and locks it; -1 when another program holds it or there is none.
int lockFolder(const fs::path& path)
{
    const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return -1;
    if (flock(folder, LOCK_EX | LOCK_NB) == 0)
        return folder;
    close(folder);
    return -1;
}

/// Removes what nobody holds any more.
void removeLeft(const fs::path& base)
{
    std::error_code error;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(base, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().filename().native().starts_with(kPrefix))
            left.push_back(entry->path());
    for (const fs::path& path : left) {
        const int folder = lockFolder(path);
        if (folder < 0)
            continue;
        fs::remove_all(path, error);
        close(folder);
    }
}

}  // namespace

Result<PrivateFolder> PrivateFolder::makeBeside(const std::string& file)
{
    std::error_code ignored;
    int failure = ENOENT;
    for (const fs::path& base : {fs::path(file).parent_path(), fs::temp_directory_path(ignored)}) {
        if (base.empty())
            continue;
        removeLeft(base);
        std::string path = (base / (std::string(kPrefix) + "XXXXXX")).string();
        if (mkdtemp(path.data()) != nullptr)
            return PrivateFolder(path, lockFolder(path));
        failure = errno;
        if (failure == ENOSPC || failure == EDQUOT)
            break;
    }
    return systemFailure(failure);
}

PrivateFolder::PrivateFolder(std::filesystem::path path, int lock) : m_path(std::move(path)), m_lock(lock) { }

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, fs::path())),
      m_lock(std::exchange(other.m_lock, -1))
{
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
    if (m_lock >= 0)
        close(m_lock);
}

}  // namespace psolog
