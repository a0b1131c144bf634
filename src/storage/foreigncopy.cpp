// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreigncopy.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <span>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/foreignfile.h"
#include "storage/intake.h"

namespace psolog {

namespace {

/// A descriptor that is closed with its object.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) { }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

tl::unexpected<Error> readingFailed(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fail(ErrorCode::NotFound, "there is no such file");
    case EACCES:
    case EPERM:
        return fail(ErrorCode::CannotOpen, "the file may not be read");
    default:
        return fail(ErrorCode::CannotOpen, std::strerror(error));
    }
}

bool isSame(const struct stat& a, const struct stat& b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Whether the file is as it was; the times of its content and of its state, since a program can set the former.
bool isUnchanged(const struct stat& before, const struct stat& after)
{
    const auto same = [](const timespec& a, const timespec& b) {
        return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
    };
    return before.st_size == after.st_size && same(before.st_mtim, after.st_mtim)
        && same(before.st_ctim, after.st_ctim);
}

Result<void> judgeKind(const struct stat& status, const std::vector<std::string>& ownFiles)
{
    for (const std::string& path : ownFiles)
        for (const char* const suffix : {"", "-journal", "-wal"}) {
            struct stat own { };
            if (::stat((path + suffix).c_str(), &own) == 0 && isSame(own, status))
                return fail(ErrorCode::OwnLog, "this program has it open");
        }
    if (S_ISLNK(status.st_mode))
        return fail(ErrorCode::NotAFile, "a link");
    if (S_ISDIR(status.st_mode))
        return fail(ErrorCode::NotAFile, "a folder");
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::NotAFile, "a pipe, socket or device");
    if (status.st_size > kMostForeignBytes)
        return fail(ErrorCode::TooLarge, fmt::format("more than {} MiB", kMostForeignBytes / (1024 * 1024)));
    if (status.st_size == 0)
        return fail(ErrorCode::NotALog, "the file is empty");
    return {};
}

/// What was not committed may be in the file while SQLite's journal lies beside it. It is only looked at: its content
/// may be made to do harm.
bool hasJournal(const std::string& path)
{
    struct stat journal { };
    return ::lstat((path + "-journal").c_str(), &journal) == 0 && S_ISREG(journal.st_mode) && journal.st_size > 0;
}

/// Fills the buffer unless the file ends before. Number of bytes, or -1 and errno.
ssize_t readFully(int file, std::span<std::byte> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t part = ::read(file, buffer.data() + filled, buffer.size() - filled);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return -1;
        if (part == 0)
            break;
        filled += static_cast<std::size_t>(part);
    }
    return static_cast<ssize_t>(filled);
}

}  // namespace

Result<ForeignCopy> ForeignCopy::make(const std::string& path, const std::vector<std::string>& ownFiles)
{
    if (path.empty() || path.find('\0') != std::string::npos)
        return fail(ErrorCode::NotFound, "not a path");
    // A descriptor that only names the file: it can be looked at, and closing it drops no lock of this process. What is
    // opened afterwards is the same file, whatever happens to its path meanwhile.
    const Descriptor name(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat before { };
    if (!name.isOpen() || ::fstat(name.number(), &before) != 0)
        return readingFailed(errno);
    if (auto kind = judgeKind(before, ownFiles); !kind)
        return tl::unexpected<Error>(kind.error());
    if (hasJournal(path))
        return fail(ErrorCode::Changing, "it is being written, or was not closed properly");
    const Descriptor source(
        ::open(fmt::format("/proc/self/fd/{}", name.number()).c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!source.isOpen() || ::fstat(source.number(), &before) != 0)
        return readingFailed(errno);
    // It may have grown since its name was looked at.
    if (before.st_size > kMostForeignBytes)
        return fail(ErrorCode::Changing, "it grew while it was read");
    if (before.st_size < static_cast<off_t>(SqliteHeader::kSize))
        return fail(ErrorCode::NotALog, "the file is too short");

    // No memory for the rest of a file that is no log.
    SqliteHeader header;
    const ssize_t first = readFully(source.number(), std::as_writable_bytes(std::span(header.bytes)));
    if (first < 0)
        return readingFailed(errno);
    if (first < static_cast<ssize_t>(header.bytes.size()))
        return fail(ErrorCode::Changing, "it shrank while it was read");
    const auto version = judgeHeader(header, before.st_size);
    if (!version)
        return tl::unexpected<Error>(version.error());

    ForeignCopy copy;
    copy.version = *version;
    const auto size = static_cast<std::size_t>(before.st_size);
    // One more, to see that it ends there.
    copy.bytes.resize(size + 1);
    std::memcpy(copy.bytes.data(), header.bytes.data(), header.bytes.size());
    const ssize_t rest =
        readFully(source.number(), std::as_writable_bytes(std::span(copy.bytes)).subspan(header.bytes.size()));
    if (rest < 0)
        return readingFailed(errno);
    const std::size_t filled = header.bytes.size() + static_cast<std::size_t>(rest);
    if (filled > size)
        return fail(ErrorCode::Changing, "it grew while it was read");
    struct stat after { };
    if (::fstat(source.number(), &after) != 0)
        return readingFailed(errno);
    if (filled < size || !isUnchanged(before, after))
        return fail(ErrorCode::Changing, "it changed while it was read");
    copy.bytes.resize(size);
    return copy;
}

}  // namespace psolog
