// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace psolog {

/// BLAKE2b with 256 bits and no key (RFC 7693), by which the same bytes are known again. Nobody can make a file for the
/// digest of another one; about three times as fast as SHA-256 without instructions of its own.
class Digest {
public:
    Digest();

    void add(std::span<const std::byte> bytes);
    /// 64 hexadecimal digits of what was added. Nothing can be added afterwards.
    [[nodiscard]] std::string finish();

private:
    static constexpr std::size_t kBlock = 128;

    void compress(const std::byte* block, bool last);

    std::array<std::uint64_t, 8> m_state;
    std::array<std::byte, kBlock> m_block{};
    std::size_t m_filled = 0;  // bytes of the block; the last block is kept until it is known to be the last
    std::uint64_t m_total = 0;
};

[[nodiscard]] std::string digestOf(std::string_view bytes);

}  // namespace psolog
