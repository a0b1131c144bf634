// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ratingscan.h"

#include <string>

#include <gtest/gtest.h>

namespace psolog {
namespace {

using namespace std::chrono_literals;

std::string text(std::optional<Contraction> contraction)
{
    return contraction ? std::to_string(static_cast<int>(*contraction)) : "-";
}

/// What is offered, second by second.
std::string offers(RatingScan scan, Seconds length)
{
    std::string all = text(scan.offered());
    for (Seconds second{0}; second < length; ++second) {
        scan.advance(1s);
        all += text(scan.offered());
    }
    return all;
}

TEST(RatingScan, OffersEachRatingTwiceAfterTheQuestionAndFallsSilent)
{
    RatingScan scan;
    EXPECT_FALSE(scan.isRunning());
    EXPECT_EQ(offers(scan, 3s), "----");
    scan.begin();
    EXPECT_TRUE(scan.isRunning());
    EXPECT_EQ(offers(scan, 23s), "---001123344001123344---");
}

TEST(RatingScan, ChangesOfferExactlyAfterItsTime)
{
    RatingScan scan;
    scan.begin();
    scan.advance(2'499ms);
    EXPECT_EQ(text(scan.offered()), "-");
    EXPECT_EQ(scan.untilNext(), 1ms);
    scan.advance(1ms);
    EXPECT_EQ(text(scan.offered()), "0");
    EXPECT_EQ(scan.offeredFor(), 0ms);
    scan.advance(1'799ms);
    EXPECT_EQ(text(scan.offered()), "0");
    EXPECT_EQ(scan.offeredFor(), 1'799ms);
    scan.advance(1ms);
    EXPECT_EQ(text(scan.offered()), "1");
    EXPECT_EQ(scan.untilNext(), 1'800ms);
    scan.advance(4 * 1'800ms);
    EXPECT_EQ(text(scan.offered()), "0") << "the second round";
    scan.advance(4 * 1'800ms);
    EXPECT_EQ(text(scan.offered()), "4");
    EXPECT_FALSE(scan.untilNext());
    scan.advance(1'800ms);
    EXPECT_EQ(text(scan.offered()), "-");
    EXPECT_TRUE(scan.isRunning()) << "the last one can still be chosen";
    scan.advance(300ms);
    EXPECT_FALSE(scan.isRunning());
}

TEST(RatingScan, ALateQuestionDelaysNothing)
{
    RatingScan scan;
    scan.begin(2'600ms);
    EXPECT_EQ(text(scan.offered()), "0");
    EXPECT_EQ(scan.offeredFor(), 100ms);
}

TEST(RatingScan, AKeyJustAfterAChangeChoosesWhatWasHeard)
{
    RatingScan scan;
    scan.begin();
    EXPECT_EQ(text(scan.choice()), "-") << "the question";
    scan.advance(2'500ms);
    EXPECT_EQ(text(scan.choice()), "-") << "nobody has heard it yet";
    scan.advance(300ms);
    EXPECT_EQ(text(scan.choice()), "0");
    scan.advance(1'500ms + 299ms);
    EXPECT_EQ(text(scan.offered()), "1");
    EXPECT_EQ(text(scan.choice()), "0");
    scan.advance(1ms);
    EXPECT_EQ(text(scan.choice()), "1");
    scan.advance(4 * 1'800ms - 300ms);
    EXPECT_EQ(text(scan.offered()), "0");
    EXPECT_EQ(text(scan.choice()), "4") << "of the round before";
    scan.advance(5 * 1'800ms);
    EXPECT_EQ(text(scan.offered()), "-");
    EXPECT_EQ(text(scan.choice()), "4");
    scan.advance(300ms);
    EXPECT_EQ(text(scan.choice()), "-");
    scan.advance(10min);
    EXPECT_EQ(text(scan.choice()), "-");
}

TEST(RatingScan, AnotherRoundIsOneRoundAtOnce)
{
    RatingScan scan;
    scan.beginRound();
    EXPECT_EQ(text(scan.offered()), "0");
    EXPECT_EQ(text(scan.choice()), "-") << "the key that asked for it, pressed twice";
    EXPECT_EQ(offers(scan, 10s), "001122334--");
    scan.stop();
    EXPECT_FALSE(scan.isRunning());
    EXPECT_EQ(text(scan.offered()), "-");
    EXPECT_EQ(text(scan.choice()), "-");
}

}  // namespace
}  // namespace psolog
