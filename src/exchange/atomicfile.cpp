// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/atomicfile.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/validation.h"

namespace psolog {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kFolderMode = 0700;

tl::unexpected<Error> systemFailure(int error)
{
    std::string message = std::generic_category().message(error);
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::NotFound, std::move(message));
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull, std::move(message));
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ErrorCode::ReadOnly, std::move(message));
    case EIO:
    case EFBIG:
        return fail(ErrorCode::WriteFailed, std::move(message));
    default:
        return fail(ErrorCode::CannotOpen, std::move(message));
    }
}

/// An open file, closed with its object.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor() { static_cast<void>(close()); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] explicit operator bool() const { return m_number >= 0; }
    /// False when the system had kept an error back until now.
    bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

void syncFolder(const fs::path& folder)
{
    if (const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); open)
        ::fsync(open.number());
}

bool writeAll(int descriptor, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// rename() that does not replace, also where the file system cannot do that in one step.
int renameToNew(const char* from, const char* to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    return ::link(from, to) == 0 ? ::unlink(from) : -1;
}

/// Reads a regular file; NotAFile and TooLarge are told apart.
Result<std::string> readRegularFile(const fs::path& path, std::size_t maxBytes, Links links)
{
    const int follow = links == Links::Refuse ? O_NOFOLLOW : 0;
    // Not waiting matters for a pipe that nobody writes to.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | follow));
    if (!file && errno == ELOOP)
        return fail(ErrorCode::NotAFile, "it is a link");
    if (!file && errno == ENOENT)
        return fail(ErrorCode::NotFound, "it does not exist");
    if (!file)
        return fail(ErrorCode::CannotOpen, std::generic_category().message(errno));
    struct stat status { };
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::NotAFile, "it is not a regular file");
    std::string content;
    std::vector<char> block(64 * 1024);
    // One byte more than allowed tells that the file is longer, whatever its size said.
    while (content.size() <= maxBytes) {
        const ssize_t count = ::read(file.number(), block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::CannotOpen, std::generic_category().message(errno));
        if (count == 0)
            return content;
        content.append(block.data(), static_cast<std::size_t>(count));
    }
    return fail(ErrorCode::TooLarge, fmt::format("it is longer than {} KiB", maxBytes / 1024));
}

}  // namespace

Result<void> makePrivateFolder(const fs::path& folder)
{
    std::vector<fs::path> missing;
    std::error_code ignored;
    for (fs::path up = folder; up.has_relative_path() && !fs::exists(up, ignored); up = up.parent_path())
        missing.push_back(up);
    for (auto made = missing.rbegin(); made != missing.rend(); ++made) {
        if (::mkdir(made->c_str(), kFolderMode) != 0 && errno != EEXIST)
            return systemFailure(errno);
        syncFolder(made->parent_path());
    }
    return fs::is_directory(folder, ignored) ? Result<void>() : systemFailure(ENOTDIR);
}

Result<void> writeFile(const fs::path& path, std::string_view content, Replacing replacing)
{
    if (!path.has_filename())
        return fail(ErrorCode::InvalidValue, "it does not name a file");
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(path, ignored);
    if (fs::exists(status) && (replacing == Replacing::No || status.type() != fs::file_type::regular))
        return fail(ErrorCode::InvalidValue,
                    replacing == Replacing::No ? "it exists already" : "it is not a regular file");

    const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::string temporary = (folder / ".psolog-XXXXXX").string();
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));  // made with mode 0600
    if (!file)
        return systemFailure(errno);
    const auto giveUp = [&](int error) {
        ::unlink(temporary.c_str());
        return systemFailure(error);
    };
    if (!writeAll(file.number(), content) || ::fsync(file.number()) != 0 || !file.close())
        return giveUp(errno == 0 ? EIO : errno);
    const int moved = replacing == Replacing::Yes ? std::rename(temporary.c_str(), path.c_str())
                                                  : renameToNew(temporary.c_str(), path.c_str());
    if (moved != 0) {
        if (errno == EEXIST) {
            ::unlink(temporary.c_str());
            return fail(ErrorCode::InvalidValue, "it exists already");
        }
        return giveUp(errno);
    }
    syncFolder(folder);
    return {};
}

Result<std::string> readFile(const fs::path& path, std::size_t maxBytes, Links links)
{
    auto content = readRegularFile(path, maxBytes, links);
    if (!content && (content.error().code == ErrorCode::NotAFile || content.error().code == ErrorCode::TooLarge))
        return fail(ErrorCode::InvalidValue, std::move(content.error().detail));
    return content;
}

Result<std::string> readForeignFile(const fs::path& path, std::size_t maxBytes)
{
    return readRegularFile(path, maxBytes, Links::Refuse);
}

std::string printableName(const fs::path& name)
{
    std::string text = name.string();
    if (isPrintable(text))
        return text;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c == '\x7F'; }, '?');
    return text;
}

}  // namespace psolog
