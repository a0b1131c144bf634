// SPDX-License-Identifier: GPL-3.0-or-later
// Files whose bytes are not those of a sound database: headers that lie, pages that lead in circles, damage by chance.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"

namespace psolog::test {

namespace {

// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kFirstFreeAt = 32;
constexpr std::size_t kFreeCountAt = 36;

std::uint32_t read(const std::string& bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

void write(std::string& bytes, std::size_t at, std::size_t count, std::uint32_t value)
{
    for (std::size_t i = 0; i < count; ++i)
        bytes.at(at + i) = static_cast<char>(value >> 8U * (count - 1 - i) & 0xFFU);
}

std::size_t pageSizeOf(const std::string& log)
{
    const std::uint32_t stored = read(log, kPageSizeAt, 2);
    return stored == 1 ? 65'536 : stored;
}

std::string sound()
{
    return soundLog(newestLogVersion());
}

struct HeaderLie {
    const char* name;
    std::size_t at;
    std::size_t count;
    std::uint32_t value;
    Verdict verdict = Verdict::Refused;
    std::vector<ErrorCode> reasons = {};
};

void addHeaderLies(std::vector<HostileCase>& cases)
{
    using enum ErrorCode;
    const Verdict either = Verdict::Either;
    const std::vector<HeaderLie> lies{
        {"page-size-0", 16, 2, 0},
        {"page-size-1", 16, 2, 1},
        {"page-size-3", 16, 2, 3},
        {"page-size-256", 16, 2, 256},
        {"page-size-512", 16, 2, 512},
        {"page-size-32768", 16, 2, 32'768},
        {"wal-versions", 18, 2, 0x0202, either},
        {"write-version-3", 18, 1, 3, either},
        {"read-version-3", 19, 1, 3},
        {"versions-0", 18, 2, 0, either},
        {"reserved-bytes-1", 20, 1, 1, either},
        {"reserved-bytes-255", 20, 1, 255, either},
        {"payload-fractions", 21, 3, 0xFFFFFF},
        {"page-count-0", 28, 4, 0, either},
        {"page-count-1", 28, 4, 1, either},
        {"page-count-huge", 28, 4, 0xFFFFFFFF, either},
        {"page-count-2-31", 28, 4, 0x80000000, either},
        {"freelist-at-1", 32, 4, 1, either},
        {"freelist-beyond", 32, 4, 0x7FFFFFFF, either},
        {"free-count-huge", 36, 4, 0xFFFFFFFF, either},
        {"schema-cookie", 40, 4, 0xFFFFFFFF, either},
        {"schema-format-0", 44, 4, 0, either},
        {"schema-format-5", 44, 4, 5},
        {"schema-format-huge", 44, 4, 0xFFFFFFFF},
        {"cache-size-huge", 48, 4, 0x7FFFFFFF, either},
        {"cache-size-negative", 48, 4, 0x80000000, either},
        {"largest-root", 52, 4, 3, either},
        {"largest-root-huge", 52, 4, 0xFFFFFFFF, either},
        {"encoding-0", 56, 4, 0, either},
        {"encoding-utf16le", 56, 4, 2},
        {"encoding-utf16be", 56, 4, 3},
        {"encoding-4", 56, 4, 4},
        {"version-0", 60, 4, 0, Verdict::Refused},
        {"version-next", 60, 4, 0, Verdict::Refused, {TooNew}},
        {"version-huge", 60, 4, 0x7FFFFFFF, Verdict::Refused, {TooNew}},
        {"version-negative", 60, 4, 0xFFFFFFFF, Verdict::Refused},
        {"version-before", 60, 4, 1, Verdict::Refused},
        {"incremental-vacuum", 64, 4, 1, either},
        {"application-none", 68, 4, 0, Verdict::Refused, {NotALog}},
        {"application-other", 68, 4, 0x47504B47, Verdict::Refused, {NotALog}},
        {"reserved-space", 72, 4, 0xFFFFFFFF, either},
        {"valid-for", 92, 4, 0xFFFFFFFF, either},
        {"sqlite-version", 96, 4, 0xFFFFFFFF, either},
        {"magic", 0, 1, 's', Verdict::Refused},
    };
    for (const HeaderLie& lie : lies)
        cases.push_back(bytesCase(fmt::format("header-{}", lie.name), lie.verdict, lie.reasons, [lie] {
            std::string log = sound();
            const bool next = std::string_view(lie.name) == "version-next";
            write(log, lie.at, lie.count, next ? static_cast<std::uint32_t>(newestLogVersion()) + 1 : lie.value);
            return log;
        }));
}

void addEncodings(std::vector<HostileCase>& cases)
{
    for (const char* encoding : {"UTF-16le", "UTF-16be"})
        cases.push_back(bytesCase(fmt::format("encoded-{}", encoding), Verdict::Either, {}, [encoding] {
            LogBuilder log(newestLogVersion(), 4096, encoding);
            // Half a surrogate pair is no text in any encoding.
            return log.fill().run("UPDATE check_in SET note = CAST(X'00d841d8' AS TEXT) WHERE seq = 1").bytes();
        }));
}

/// Where the pages of a big note begin that no b-tree page holds.
std::string withOverflow()
{
    return LogBuilder(newestLogVersion(), 1024)
        .fill()
        .run("UPDATE check_in SET note = hex(zeroblob(2400)) WHERE seq = 1")
        .bytes();
}

void addCircles(std::vector<HostileCase>& cases)
{
    cases.push_back(bytesCase("freelist-circle", Verdict::Either, {}, [] {
        std::string log =
            LogBuilder(newestLogVersion()).fill(200).run("DELETE FROM session_event; DELETE FROM soreness").bytes();
        const std::uint32_t first = read(log, kFirstFreeAt, 4);
        write(log, (first - 1) * pageSizeOf(log), 4, first);
        write(log, kFreeCountAt, 4, 0x7FFFFFFF);
        return log;
    }));
    cases.push_back(bytesCase("freelist-names-live-pages", Verdict::Either, {}, [] {
        std::string log =
            LogBuilder(newestLogVersion()).fill(200).run("DELETE FROM session_event; DELETE FROM soreness").bytes();
        const std::size_t trunk = (read(log, kFirstFreeAt, 4) - 1) * pageSizeOf(log);
        for (std::size_t i = 0; i < read(log, trunk + 4, 4); ++i)
            write(log, trunk + 8 + 4 * i, 4, 2);
        return log;
    }));
    cases.push_back(bytesCase("overflow-circle", Verdict::Refused, {}, [] {
        std::string log = withOverflow();
        const std::size_t size = pageSizeOf(log);
        // Pages in the middle of a chain hold digits alone and the number of the next page.
        for (std::size_t page = 1; page < log.size() / size; ++page)
            if (log[page * size] == '\0' && log.compare(page * size + 4, 64, std::string(64, '0')) == 0)
                write(log, page * size, 4, static_cast<std::uint32_t>(page + 1));
        return log;
    }));
    cases.push_back(bytesCase("tree-circle", Verdict::Refused, {}, [] {
        std::string log = soundLog(newestLogVersion(), 300, 1, 512);
        const std::size_t size = pageSizeOf(log);
        for (std::size_t page = 1; page < log.size() / size; ++page)
            if (const char type = log[page * size]; type == 2 || type == 5)
                write(log, page * size + 8, 4, static_cast<std::uint32_t>(page + 1));
        return log;
    }));
    cases.push_back(bytesCase("schema-page-is-a-circle", Verdict::Refused, {}, [] {
        std::string log = soundLog(newestLogVersion(), 10, 1, 512);
        write(log, kHeaderSize + 8, 4, 1);
        return log;
    }));
}

void addOtherFiles(std::vector<HostileCase>& cases)
{
    using enum ErrorCode;
    const auto add = [&](const char* name, std::function<std::string()> bytes) {
        cases.push_back(bytesCase(name, Verdict::Refused, {NotALog}, std::move(bytes)));
    };
    add("file-empty", [] { return std::string(); });
    add("file-1-byte", [] { return std::string("S"); });
    add("file-99-bytes", [] { return sound().substr(0, 99); });
    add("file-text", [] { return std::string(3'000, 'x') + "\n"; });
    add("file-zeros", [] { return std::string(100'000, '\0'); });
    add("file-png", [] { return "\x89PNG\r\n\x1a\n" + std::string(5'000, '\x01'); });
    add("file-program", [] {
        return "\x7f"
               "ELF\x02\x01\x01"
            + std::string(5'000, '\0');
    });
    add("file-magic-alone", [] { return std::string("SQLite format 3\0", 16); });
    add("file-html", [] { return std::string("<!DOCTYPE html><script>alert(1)</script>") + std::string(200, ' '); });
    add("file-zip", [] { return "PK\x03\x04" + std::string(500, '\0'); });
    cases.push_back(bytesCase("file-100-bytes", Verdict::Refused, {}, [] { return sound().substr(0, 100); }));
    cases.push_back(bytesCase("file-first-page", Verdict::Refused, {}, [] { return sound().substr(0, 4096); }));
    cases.push_back(bytesCase("file-other-database", Verdict::Refused, {NotALog}, [] {
        return LogBuilder(1).run("DROP TABLE athlete; PRAGMA application_id = 0; CREATE TABLE other (x)").bytes();
    }));
    cases.push_back(
        bytesCase("file-bytes-behind", Verdict::Either, {}, [] { return sound() + std::string(5'000, 'x'); }));
    cases.push_back(
        bytesCase("file-page-behind", Verdict::Either, {}, [] { return sound() + std::string(4'096, '\0'); }));
    cases.push_back(bytesCase("file-twice", Verdict::Either, {}, [] { return sound() + sound(); }));
}

/// splitmix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 0x2545'f491'4f6c'dd1dU + 1) { }
    std::size_t below(std::size_t end)
    {
        std::uint64_t z = (m_state += 0x9e37'79b9'7f4a'7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d0'49bb'1331'11ebU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % end);
    }

private:
    std::uint64_t m_state;
};

constexpr std::array<int, 6> kHeaderValues{0x00, 0x01, 0x02, 0x7F, 0x80, 0xFF};

}  // namespace

std::vector<HostileCase> byteCases()
{
    std::vector<HostileCase> cases;
    addHeaderLies(cases);
    addEncodings(cases);
    addCircles(cases);
    addOtherFiles(cases);
    return cases;
}

std::size_t systematicDamages(const std::string& log)
{
    return log.size() / pageSizeOf(log) + kHeaderSize * kHeaderValues.size();
}

std::string systematicDamage(const std::string& log, std::size_t n)
{
    std::string damaged = log;
    const std::size_t pages = log.size() / pageSizeOf(log);
    if (n < pages) {
        damaged.resize(n * pageSizeOf(log));
    } else {
        n -= pages;
        damaged[n / kHeaderValues.size()] = static_cast<char>(kHeaderValues[n % kHeaderValues.size()]);
    }
    return damaged;
}

std::string randomDamage(const std::string& log, std::uint64_t seed)
{
    Random random(seed);
    std::string damaged = log;
    const std::size_t size = pageSizeOf(log);
    const std::size_t pages = log.size() / size;
    if (random.below(10) == 0) {
        const std::size_t first = random.below(pages) * size;
        const std::size_t second = random.below(pages) * size;
        std::swap_ranges(damaged.begin() + static_cast<std::ptrdiff_t>(first),
                         damaged.begin() + static_cast<std::ptrdiff_t>(first + size),
                         damaged.begin() + static_cast<std::ptrdiff_t>(second));
        return damaged;
    }
    const std::size_t flips = 1 + random.below(4);
    for (std::size_t i = 0; i < flips; ++i) {
        // A page begins with what tells its cells; the first page with the header and the definitions.
        const std::size_t where = random.below(4);
        std::size_t at = random.below(log.size());
        if (where == 0)
            at = random.below(kHeaderSize);
        else if (where < 3)
            at = at / size * size + random.below(std::min<std::size_t>(size, 64));
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ 1U << random.below(8));
    }
    return damaged;
}

}  // namespace psolog::test
