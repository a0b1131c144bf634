// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/watchedfolder.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace psolog::test {

namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& path, const struct stat& status)
{
    constexpr off_t small = 4L * 1024 * 1024;
    if (S_ISLNK(status.st_mode))
        return fs::read_symlink(path).string();
    if (!S_ISREG(status.st_mode) || status.st_size > small)
        return {};
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return fmt::format("{:x}", std::hash<std::string>{}(bytes));
}

}  // namespace

std::map<std::string, std::string> listing(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        struct stat status { };
        if (::lstat(entry.path().c_str(), &status) != 0)
            continue;
        files[entry.path().lexically_relative(folder).string()] = fmt::format(
            "mode {:o} size {} inode {} links {} changed {}.{:09} {}", status.st_mode, status.st_size, status.st_ino,
            status.st_nlink, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, contentOf(entry.path(), status));
    }
    return files;
}

FolderWatch::FolderWatch(const fs::path& folder) : m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    constexpr std::uint32_t mask = IN_OPEN | IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE
        | IN_DELETE_SELF | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF;
    if (m_descriptor < 0 || ::inotify_add_watch(m_descriptor, folder.c_str(), mask) < 0)
        throw std::runtime_error("the system cannot watch a folder");
}

FolderWatch::~FolderWatch()
{
    ::close(m_descriptor);
}

std::vector<std::string> FolderWatch::happened(const std::string& readable)
{
    std::vector<std::string> found;
    alignas(inotify_event) char buffer[16'384];
    for (;;) {
        const ssize_t got = ::read(m_descriptor, buffer, sizeof buffer);
        if (got <= 0)
            return found;
        for (ssize_t at = 0; at < got;) {
            inotify_event event{};
            std::memcpy(&event, buffer + at, sizeof event);
            const std::string name = event.len > 0 ? std::string(buffer + at + sizeof event) : std::string();
            at += static_cast<ssize_t>(sizeof event + event.len);
            if ((event.mask & IN_OPEN) != 0 && !readable.empty() && name == readable)
                continue;
            found.push_back(fmt::format("{}: {:#x}", name.empty() ? "the folder" : name, event.mask));
        }
    }
}

}  // namespace psolog::test
