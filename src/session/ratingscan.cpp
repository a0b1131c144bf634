// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ratingscan.h"

namespace psolog {

void RatingScan::begin(Milliseconds late)
{
    m_rounds = kRatingRounds;
    m_time = late - kRatingQuestion;
}

void RatingScan::beginRound()
{
    m_rounds = 1;
    m_time = Milliseconds{0};
}

void RatingScan::stop()
{
    m_rounds = 0;
    m_time = kOfferGrace;
}

void RatingScan::advance(Milliseconds passed)
{
    if (isRunning())
        m_time += passed;
}

std::optional<Contraction> RatingScan::offeredAt(Milliseconds time) const
{
    if (time < Milliseconds{0} || time >= end())
        return std::nullopt;
    return static_cast<Contraction>(time % kRatingRound / kRatingOffer);
}

std::optional<Contraction> RatingScan::offered() const
{
    return offeredAt(m_time);
}

Milliseconds RatingScan::offeredFor() const
{
    return offered() ? m_time % kRatingOffer : Milliseconds{0};
}

std::optional<Contraction> RatingScan::choice() const
{
    // Just begun, or just fallen silent: what was heard is the offer before.
    const bool fresh = m_time >= end() || (m_time >= Milliseconds{0} && m_time % kRatingOffer < kOfferGrace);
    return fresh && m_time - kOfferGrace < end() ? offeredAt(m_time - kOfferGrace) : offered();
}

std::optional<Milliseconds> RatingScan::untilNext() const
{
    if (m_time < Milliseconds{0})
        return -m_time;
    if (m_time + kRatingOffer - m_time % kRatingOffer >= end())
        return std::nullopt;
    return kRatingOffer - m_time % kRatingOffer;
}

}  // namespace psolog
