// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/digest.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include <fmt/format.h>

namespace psolog {

namespace {

constexpr std::size_t kDigestBytes = 32;

// RFC 7693, section 2.6
constexpr std::array<std::uint64_t, 8> kStart{
    0x6A09E667F3BCC908U, 0xBB67AE8584CAA73BU, 0x3C6EF372FE94F82BU, 0xA54FF53A5F1D36F1U,
    0x510E527FADE682D1U, 0x9B05688C2B3E6C1FU, 0x1F83D9ABFB41BD6BU, 0x5BE0CD19137E2179U,
};

// Section 2.7; rounds 10 and 11 repeat the first two.
constexpr std::array<std::array<std::uint8_t, 16>, 10> kOrder{{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}};

std::uint64_t littleEndian(const std::byte* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    return word;
}

/// Section 3.1.
inline void mix(std::uint64_t& a, std::uint64_t& b, std::uint64_t& c, std::uint64_t& d, std::uint64_t x,
                std::uint64_t y)
{
    a = a + b + x;
    d = std::rotr(d ^ a, 32);
    c = c + d;
    b = std::rotr(b ^ c, 24);
    a = a + b + y;
    d = std::rotr(d ^ a, 16);
    c = c + d;
    b = std::rotr(b ^ c, 63);
}

}  // namespace

Digest::Digest() : m_state(kStart)
{
    m_state[0] ^= 0x01010000U ^ kDigestBytes;
}

/// Section 3.2. Unrolled, so that the words stay in registers.
void Digest::compress(const std::byte* block, bool last)
{
    std::array<std::uint64_t, 16> m;
    for (std::size_t i = 0; i < m.size(); ++i)
        m[i] = littleEndian(block + i * sizeof(std::uint64_t));
    std::uint64_t v0 = m_state[0], v1 = m_state[1], v2 = m_state[2], v3 = m_state[3];
    std::uint64_t v4 = m_state[4], v5 = m_state[5], v6 = m_state[6], v7 = m_state[7];
    std::uint64_t v8 = kStart[0], v9 = kStart[1], v10 = kStart[2], v11 = kStart[3];
    std::uint64_t v12 = kStart[4] ^ m_total, v13 = kStart[5], v14 = last ? ~kStart[6] : kStart[6], v15 = kStart[7];
#pragma GCC unroll 12
    for (std::size_t round = 0; round < 12; ++round) {
        const auto& s = kOrder[round % kOrder.size()];
        mix(v0, v4, v8, v12, m[s[0]], m[s[1]]);
        mix(v1, v5, v9, v13, m[s[2]], m[s[3]]);
        mix(v2, v6, v10, v14, m[s[4]], m[s[5]]);
        mix(v3, v7, v11, v15, m[s[6]], m[s[7]]);
        mix(v0, v5, v10, v15, m[s[8]], m[s[9]]);
        mix(v1, v6, v11, v12, m[s[10]], m[s[11]]);
        mix(v2, v7, v8, v13, m[s[12]], m[s[13]]);
        mix(v3, v4, v9, v14, m[s[14]], m[s[15]]);
    }
    m_state[0] ^= v0 ^ v8;
    m_state[1] ^= v1 ^ v9;
    m_state[2] ^= v2 ^ v10;
    m_state[3] ^= v3 ^ v11;
    m_state[4] ^= v4 ^ v12;
    m_state[5] ^= v5 ^ v13;
    m_state[6] ^= v6 ^ v14;
    m_state[7] ^= v7 ^ v15;
}

void Digest::add(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        if (m_filled == kBlock) {
            m_total += kBlock;
            compress(m_block.data(), false);
            m_filled = 0;
        }
        // Whole blocks that are not the last one need not be copied first.
        while (m_filled == 0 && bytes.size() > kBlock) {
            m_total += kBlock;
            compress(bytes.data(), false);
            bytes = bytes.subspan(kBlock);
        }
        const std::size_t part = std::min(bytes.size(), kBlock - m_filled);
        std::memcpy(m_block.data() + m_filled, bytes.data(), part);
        m_filled += part;
        bytes = bytes.subspan(part);
    }
}

std::string Digest::finish()
{
    m_total += m_filled;
    std::fill(m_block.begin() + static_cast<std::ptrdiff_t>(m_filled), m_block.end(), std::byte{0});
    compress(m_block.data(), true);
    std::string digits;
    for (std::size_t i = 0; i < kDigestBytes; ++i)
        digits += fmt::format("{:02x}", m_state[i / 8] >> (8 * (i % 8)) & 0xFFU);
    return digits;
}

std::string digestOf(std::string_view bytes)
{
    Digest digest;
    digest.add(std::as_bytes(std::span(bytes)));
    return digest.finish();
}

}  // namespace psolog
