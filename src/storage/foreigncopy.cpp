// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreigncopy.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/foreignfile.h"
#include "storage/intake.h"

namespace psolog {

namespace {

/// A file of many years fits; of a larger one not more is in memory before it is known to be a log.
constexpr std::size_t kChunk = 16 * 1024 * 1024;

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

tl::unexpected<Error> writingFailed(int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return fail(ErrorCode::DiskFull, "no space for a private copy");
    return fail(ErrorCode::CannotOpen, fmt::format("no private copy can be made: {}", std::strerror(error)));
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

/// Fills the buffer unless the file ends before. Number of bytes, or -1 and errno.
ssize_t readFully(int file, std::byte* buffer, std::size_t size)
{
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t part = ::read(file, buffer + filled, size - filled);
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

bool writeFully(int file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t part = ::write(file, bytes.data(), bytes.size());
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(part));
    }
    return true;
}

}  // namespace

Result<ForeignCopy> ForeignCopy::make(const std::string& path, const std::vector<std::string>& ownFiles,
                                      const std::string& baseFolder)
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
    const Descriptor source(
        ::open(fmt::format("/proc/self/fd/{}", name.number()).c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!source.isOpen() || ::fstat(source.number(), &before) != 0)
        return readingFailed(errno);

    ForeignCopy copy;
    std::string chunk(std::min(kChunk, static_cast<std::size_t>(before.st_size) + 1), '\0');
    const std::span<std::byte> room = std::as_writable_bytes(std::span(chunk));
    for (;;) {
        const ssize_t part = readFully(source.number(), room.data(), room.size());
        if (part < 0)
            return readingFailed(errno);
        const std::span<const std::byte> bytes = room.first(static_cast<std::size_t>(part));
        if (copy.m_bytes == 0) {
            SqliteHeader header;
            if (before.st_size < static_cast<off_t>(SqliteHeader::kSize))
                return fail(ErrorCode::NotALog, "the file is too short");
            if (bytes.size() < SqliteHeader::kSize)
                return fail(ErrorCode::Changing, "it shrank while it was read");
            std::memcpy(header.bytes.data(), bytes.data(), SqliteHeader::kSize);
            const auto version = judgeHeader(header, before.st_size);
            if (!version)
                return tl::unexpected<Error>(version.error());
            copy.m_version = *version;
            if (auto made = copy.makeFile(baseFolder); !made)
                return tl::unexpected<Error>(made.error());
        }
        copy.m_bytes += part;
        if (copy.m_bytes > before.st_size)
            return fail(ErrorCode::Changing, "it grew while it was read");
        if (!writeFully(copy.m_file, bytes))
            return writingFailed(errno);
        if (bytes.size() < room.size())
            break;
    }
    struct stat after { };
    if (::fstat(source.number(), &after) != 0)
        return readingFailed(errno);
    if (copy.m_bytes != before.st_size || !isUnchanged(before, after))
        return fail(ErrorCode::Changing, "it changed while it was read");
    if (copy.m_bytes < static_cast<std::int64_t>(chunk.size())) {
        chunk.resize(static_cast<std::size_t>(copy.m_bytes));
        copy.m_image = std::move(chunk);
    }
    return copy;
}

Result<void> ForeignCopy::makeFile(const std::string& baseFolder)
{
    std::error_code error;
    const std::filesystem::path base =
        baseFolder.empty() ? std::filesystem::temp_directory_path(error) : std::filesystem::path(baseFolder);
    if (error)
        return writingFailed(error.value());
    std::string pattern = (base / "psolog-intake-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        return writingFailed(errno);
    m_folder = pattern;
    m_path = m_folder + "/copy";
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_file < 0)
        return writingFailed(errno);
    return {};
}

ForeignCopy::~ForeignCopy()
{
    forget();
    if (m_file >= 0)
        ::close(m_file);
}

ForeignCopy::ForeignCopy(ForeignCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})),
      m_path(std::move(other.m_path)),
      m_file(std::exchange(other.m_file, -1)),
      m_bytes(other.m_bytes),
      m_version(other.m_version),
      m_image(std::move(other.m_image))
{
}

void ForeignCopy::forget()
{
    if (m_folder.empty())
        return;
    ::unlink(m_path.c_str());
    ::rmdir(m_folder.c_str());
    m_folder.clear();
}

Result<std::string> ForeignCopy::read() &&
{
    if (!m_image.empty())
        return std::move(m_image);
    std::string image(static_cast<std::size_t>(m_bytes), '\0');
    std::size_t filled = 0;
    while (filled < image.size()) {
        const ssize_t part = ::pread(m_file, image.data() + filled, image.size() - filled, static_cast<off_t>(filled));
        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0)
            return fail(ErrorCode::CannotOpen, "the private copy cannot be read");
        filled += static_cast<std::size_t>(part);
    }
    return image;
}

}  // namespace psolog
