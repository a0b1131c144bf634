// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no plain files, and sound logs with something beside them that SQLite would follow.
#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"

namespace psolog::test {

namespace {

namespace fs = std::filesystem;

using Maker = std::function<std::string(const fs::path&)>;

HostileCase fileCase(std::string name, Verdict verdict, std::vector<ErrorCode> reasons, Maker make)
{
    return {std::move(name), verdict, std::move(reasons), std::move(make)};
}

std::string sound()
{
    return soundLog(newestLogVersion());
}

void append(std::string& bytes, std::uint32_t value)
{
    for (unsigned shift = 32; shift > 0; shift -= 8)
        bytes += static_cast<char>(value >> (shift - 8) & 0xFFU);
}

/// A rollback journal as an interrupted write leaves it, that names a super-journal: SQLite that opens the database
/// rolls back, then removes the file named. https://www.sqlite.org/fileformat.html, "The Rollback Journal", and
/// pager.c, writeSuperJournal().
std::string hotJournal(const std::string& superJournal, std::uint32_t pages)
{
    constexpr std::uint32_t sector = 512;
    constexpr std::uint32_t pageSize = 4096;
    const std::string magic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    std::string journal = magic;
    append(journal, 0);      // records
    append(journal, 0);      // nonce
    append(journal, pages);  // pages of the database before
    append(journal, sector);
    append(journal, pageSize);
    journal.resize(sector, '\0');
    std::uint32_t sum = 0;
    for (const char c : superJournal)
        sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
    append(journal, 0x4000'0000U / pageSize + 1);  // the page of the lock
    journal += superJournal;
    append(journal, static_cast<std::uint32_t>(superJournal.size()));
    append(journal, sum);
    return journal + magic;
}

/// A log in a write-ahead state of which the file beside has the newest rows.
std::string writeAhead(const fs::path& folder, bool shared)
{
    const fs::path made = folder / "made.db";
    putFile(made, sound());
    sqlite3* database = nullptr;
    if (sqlite3_open(made.c_str(), &database) != SQLITE_OK
        || sqlite3_exec(database, "PRAGMA journal_mode = WAL; UPDATE athlete SET name = 'from the journal'", nullptr,
                        nullptr, nullptr)
            != SQLITE_OK)
        throw std::runtime_error("cannot make a write-ahead log");
    const fs::path path = folder / "log.psolog";
    fs::copy_file(made, path);
    fs::copy_file(made.string() + "-wal", path.string() + "-wal");
    if (shared)
        fs::copy_file(made.string() + "-shm", path.string() + "-shm");
    sqlite3_close(database);
    for (const char* end : {"", "-wal", "-shm"})
        fs::remove(made.string() + end);
    return path.string();
}

void addBeside(std::vector<HostileCase>& cases)
{
    const auto pages = [] { return static_cast<std::uint32_t>(sound().size() / 4096); };
    cases.push_back(
        fileCase("journal-names-a-victim", Verdict::Refused, {ErrorCode::Changing}, [pages](const fs::path& folder) {
            putFile(folder / "log.psolog-journal", hotJournal((folder / kVictimName).string(), pages()));
            return putFile(folder / "log.psolog", sound());
        }));
    cases.push_back(
        fileCase("journal-shrinks-the-log", Verdict::Refused, {ErrorCode::Changing}, [](const fs::path& folder) {
            putFile(folder / "log.psolog-journal", hotJournal("", 1));
            return putFile(folder / "log.psolog", sound());
        }));
    cases.push_back(fileCase("journal-is-a-link", Verdict::Accepted, {}, [](const fs::path& folder) {
        fs::create_symlink(folder / kVictimName, folder / "log.psolog-journal");
        return putFile(folder / "log.psolog", sound());
    }));
    cases.push_back(fileCase("journal-is-a-pipe", Verdict::Accepted, {}, [](const fs::path& folder) {
        if (::mkfifo((folder / "log.psolog-journal").c_str(), 0600) != 0)
            throw std::runtime_error("cannot make a pipe");
        return putFile(folder / "log.psolog", sound());
    }));
    cases.push_back(
        fileCase("wal-beside", Verdict::Either, {}, [](const fs::path& folder) { return writeAhead(folder, false); }));
    cases.push_back(fileCase("wal-and-shm-beside", Verdict::Either, {},
                             [](const fs::path& folder) { return writeAhead(folder, true); }));
    cases.push_back(fileCase("shm-is-a-link", Verdict::Either, {}, [](const fs::path& folder) {
        std::string path = writeAhead(folder, false);
        fs::create_symlink(folder / kVictimName, path + "-shm");
        return path;
    }));
    cases.push_back(fileCase("wal-is-a-link", Verdict::Either, {}, [](const fs::path& folder) {
        std::string path = writeAhead(folder, false);
        fs::remove(path + "-wal");
        fs::create_symlink(folder / kVictimName, path + "-wal");
        return path;
    }));
}

void addLinks(std::vector<HostileCase>& cases)
{
    using enum ErrorCode;
    const auto link = [&](const char* name, std::string target, std::vector<ErrorCode> reasons) {
        cases.push_back(
            fileCase(name, Verdict::Refused, std::move(reasons), [target = std::move(target)](const fs::path& folder) {
                putFile(folder / "target.psolog", sound());
                fs::create_symlink(target, folder / "log.psolog");
                return (folder / "log.psolog").string();
            }));
    };
    link("link-to-log", "target.psolog", {NotAFile});
    link("link-to-victim", kVictimName, {NotAFile});
    link("link-to-zeros", "/dev/zero", {NotAFile});
    link("link-to-itself", "log.psolog", {NotAFile});
    link("link-to-folder", ".", {NotAFile});
    link("link-to-nothing", "nothing.psolog", {NotAFile, NotFound});
    cases.push_back(fileCase("link-above", Verdict::Either, {}, [](const fs::path& folder) {
        fs::create_directory(folder / "real");
        putFile(folder / "real" / "log.psolog", sound());
        fs::create_directory_symlink("real", folder / "link");
        return (folder / "link" / "log.psolog").string();
    }));
    cases.push_back(fileCase("hard-link", Verdict::Accepted, {}, [](const fs::path& folder) {
        putFile(folder / "target.psolog", sound());
        fs::create_hard_link(folder / "target.psolog", folder / "log.psolog");
        return (folder / "log.psolog").string();
    }));
}

void addKinds(std::vector<HostileCase>& cases)
{
    using enum ErrorCode;
    for (const char* device : {"/dev/zero", "/dev/null", "/dev/full", "/dev/urandom", "/dev/tty"})
        cases.push_back(fileCase("device-" + fs::path(device).filename().string(), Verdict::Refused,
                                 {NotAFile, CannotOpen}, [device](const fs::path&) { return std::string(device); }));
    for (const char* made : {"/proc/self/mem", "/proc/self/maps", "/proc/self/environ", "/sys/kernel/notes"})
        cases.push_back(fileCase("kernel-" + fs::path(made).filename().string(), Verdict::Refused, {},
                                 [made](const fs::path&) { return std::string(made); }));
    cases.push_back(fileCase("pipe", Verdict::Refused, {NotAFile}, [](const fs::path& folder) {
        const fs::path path = folder / "log.psolog";
        if (::mkfifo(path.c_str(), 0600) != 0)
            throw std::runtime_error("cannot make a pipe");
        return path.string();
    }));
    cases.push_back(fileCase("socket", Verdict::Refused, {NotAFile, CannotOpen}, [](const fs::path& folder) {
        const std::string path = (folder / "s").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path)
            throw std::runtime_error("the folder has too long a path for a socket");
        std::copy(path.begin(), path.end(), std::begin(address.sun_path));
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(socket);
        if (!bound)
            throw std::runtime_error("cannot make a socket");
        return path;
    }));
    cases.push_back(fileCase("folder", Verdict::Refused, {NotAFile}, [](const fs::path& folder) {
        fs::create_directory(folder / "log.psolog");
        return (folder / "log.psolog").string();
    }));
    cases.push_back(fileCase("missing", Verdict::Refused, {NotFound},
                             [](const fs::path& folder) { return (folder / "log.psolog").string(); }));
    cases.push_back(fileCase("path-empty", Verdict::Refused, {}, [](const fs::path&) { return std::string(); }));
    cases.push_back(fileCase("path-long", Verdict::Refused, {},
                             [](const fs::path& folder) { return (folder / std::string(5'000, 'x')).string(); }));
    cases.push_back(
        fileCase("path-memory", Verdict::Refused, {}, [](const fs::path&) { return std::string(":memory:"); }));
    cases.push_back(fileCase("path-uri", Verdict::Refused, {}, [](const fs::path& folder) {
        return "file:" + putFile(folder / "log.psolog", sound()) + "?mode=rwc";
    }));
    cases.push_back(fileCase("path-with-marks", Verdict::Accepted, {}, [](const fs::path& folder) {
        return putFile(folder / "log?mode=memory&cache=shared#x%00'\"\n<b>.psolog", sound());
    }));
    cases.push_back(fileCase("path-not-utf8", Verdict::Accepted, {},
                             [](const fs::path& folder) { return putFile(folder / "log-\xff\xfe.psolog", sound()); }));
    cases.push_back(fileCase("no-permission", Verdict::Either, {CannotOpen}, [](const fs::path& folder) {
        std::string path = putFile(folder / "log.psolog", sound());
        fs::permissions(path, fs::perms::none);
        return path;
    }));
}

void addSizes(std::vector<HostileCase>& cases)
{
    using enum ErrorCode;
    const auto sized = [&](const char* name, std::uintmax_t size, Verdict verdict, std::vector<ErrorCode> reasons) {
        cases.push_back(fileCase(name, verdict, std::move(reasons), [size](const fs::path& folder) {
            // The disk holds no more of it than the log: the rest reads as zeros.
            std::string path = putFile(folder / "log.psolog", sound());
            fs::resize_file(path, size);
            return path;
        }));
    };
    constexpr std::uintmax_t mib = 1024 * 1024;
    sized("size-64-mib", 64 * mib, Verdict::Either, {});
    sized("size-64-mib-and-one", 64 * mib + 1, Verdict::Refused, {TooLarge});
    sized("size-200-mb", 200'000'000, Verdict::Refused, {TooLarge});
    sized("size-1-tib", 1024 * 1024 * mib, Verdict::Refused, {TooLarge});
    cases.push_back(fileCase("size-lie-in-header", Verdict::Refused, {TooLarge}, [](const fs::path& folder) {
        std::string log = sound();
        const std::uint32_t pages = 200'000'000 / 4096;
        for (std::size_t i = 0; i < 4; ++i)
            log[28 + i] = static_cast<char>(pages >> 8 * (3 - i) & 0xFFU);
        std::string path = putFile(folder / "log.psolog", log);
        fs::resize_file(path, std::uintmax_t{pages} * 4096);
        return path;
    }));
}

}  // namespace

std::vector<HostileCase> fileCases()
{
    std::vector<HostileCase> cases;
    addBeside(cases);
    addLinks(cases);
    addKinds(cases);
    addSizes(cases);
    return cases;
}

}  // namespace psolog::test
