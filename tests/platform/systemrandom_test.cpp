// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <gtest/gtest.h>

#include "platform/systemrandom.h"

using namespace psolog;

TEST(SystemRandom, OneChoiceIsNoChoice)
{
    SystemRandom random;
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(random.below(1), 0U);
}

TEST(SystemRandom, EveryChoiceComesAboutEquallyOften)
{
    SystemRandom random;
    std::array<int, 15> counts{};
    constexpr int kDraws = 15'000;
    for (int i = 0; i < kDraws; ++i)
        ++counts.at(random.below(15));
    // Chi squared with 14 degrees of freedom is above 60 about once in ten million runs.
    double chiSquared = 0;
    for (const int count : counts)
        chiSquared += (count - 1000.0) * (count - 1000.0) / 1000.0;
    EXPECT_LT(chiSquared, 60.0);
    EXPECT_GT(chiSquared, 0.0);
}

TEST(SystemRandom, TwoSourcesDrawDifferently)
{
    SystemRandom one;
    SystemRandom other;
    bool differ = false;
    for (int i = 0; i < 8; ++i)
        differ = differ || one.below(1U << 31U) != other.below(1U << 31U);
    EXPECT_TRUE(differ);
}
