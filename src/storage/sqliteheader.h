// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace psolog {

/// The first bytes of an SQLite file: https://www.sqlite.org/fileformat.html, "The Database Header".
struct SqliteHeader {
    static constexpr std::size_t kSize = 100;
    static constexpr std::string_view kMagic{"SQLite format 3\0", 16};
    static constexpr std::size_t kPageSize = 16;      ///< two bytes; 1 is 65536
    static constexpr std::size_t kWriteVersion = 18;  ///< 1 is a rollback journal, 2 a write-ahead log
    static constexpr std::size_t kReadVersion = 19;
    static constexpr std::size_t kReserved = 20;
    static constexpr std::size_t kChangeCounter = 24;
    static constexpr std::size_t kPageCount = 28;  ///< right while kValidFor equals the change counter
    static constexpr std::size_t kSchemaFormat = 44;
    static constexpr std::size_t kLargestRoot = 52;  ///< not 0: auto-vacuum
    static constexpr std::size_t kEncoding = 56;     ///< 1 is UTF-8
    static constexpr std::size_t kUserVersion = 60;
    static constexpr std::size_t kApplicationId = 68;
    static constexpr std::size_t kValidFor = 92;
    static constexpr int kNewestSchemaFormat = 4;

    std::array<std::uint8_t, kSize> bytes{};

    [[nodiscard]] bool hasMagic() const { return std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) == 0; }
    /// The big-endian number of four bytes at an offset.
    [[nodiscard]] std::int32_t number(std::size_t offset) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | bytes[offset + i];
        return static_cast<std::int32_t>(value);
    }
    /// Bytes of a page, whatever the header says; not judged.
    [[nodiscard]] std::uint32_t pageSize() const
    {
        const std::uint32_t stored = static_cast<std::uint32_t>(bytes[kPageSize]) << 8U | bytes[kPageSize + 1];
        return stored == 1 ? 65536U : stored;
    }
};

}  // namespace psolog
