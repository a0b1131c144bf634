// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include <fmt/format.h>

namespace psolog::demo {

/// Thousandths of a point. Everything random is whole numbers, because the distributions of the standard library and
/// floating point both differ between machines.
using Milli = std::int64_t;

/// The demonstration's random numbers: the same for the same seed everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) { }

    /// Whole number in first..last. The modulo's bias is below 1e-15 for the small ranges used here.
    [[nodiscard]] int between(int first, int last)
    {
        const auto range = static_cast<std::uint64_t>(last - first) + 1;
        return first + static_cast<int>(m_engine() % range);
    }

    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }

    /// Roughly normal, mean 0, standard deviation 1000: twelve uniform numbers of variance 1/12 (Irwin-Hall).
    [[nodiscard]] Milli normal()
    {
        Milli sum = -6000;
        for (int i = 0; i < 12; ++i)
            sum += between(0, 1000);
        return sum;
    }

    /// A UUID of version 4.
    [[nodiscard]] std::string uuid()
    {
        const std::uint64_t high = m_engine();
        const std::uint64_t low = m_engine();
        return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU, high & 0xFFFU,
                           ((low >> 48U) & 0x3FFFU) | 0x8000U, low & 0xFFFFFFFFFFFFU);
    }

private:
    std::mt19937_64 m_engine;
};

/// Noise whose neighbours resemble each other: AR(1) with coefficient 0.6 and the given standard deviation.
class Drift {
public:
    Milli next(Random& random, Milli deviation)
    {
        // sqrt(1 - 0.6²) = 0.8 keeps the deviation.
        m_value = (600 * m_value + 800 * (random.normal() * deviation / 1000)) / 1000;
        return m_value;
    }

private:
    Milli m_value = 0;
};

}  // namespace psolog::demo
