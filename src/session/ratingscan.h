// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/records.h"
#include "core/time.h"

namespace psolog {

inline constexpr Milliseconds kRatingQuestion{2'500};  ///< for the question; then the ratings are offered
inline constexpr Milliseconds kRatingOffer{1'800};     ///< for each rating
inline constexpr Milliseconds kRatingRound = 5 * kRatingOffer;
inline constexpr int kRatingRounds = 2;  ///< then silence
/// A key this soon after an offer began was meant for the one before: nobody has heard the new one yet.
inline constexpr Milliseconds kOfferGrace{300};

/// Offers the ratings 0 to 4 one after the other, so that one key can choose: the question for 2.5 s, two rounds, then
/// silence until another round is asked for. A value that is told the time.
class RatingScan {
public:
    /// The question is asked now; `late`: it should have been that long ago.
    void begin(Milliseconds late = Milliseconds{0});
    /// One round from 0, without the question.
    void beginRound();
    /// Ends offering.
    void stop();
    void advance(Milliseconds passed);

    /// The question or an offer runs, so time matters.
    [[nodiscard]] bool isRunning() const { return m_time < end() + kOfferGrace; }
    /// What is offered now.
    [[nodiscard]] std::optional<Contraction> offered() const;
    /// How long it has been offered; zero when nothing is.
    [[nodiscard]] Milliseconds offeredFor() const;
    /// What the key chooses now: the offer, or within kOfferGrace the one before it.
    [[nodiscard]] std::optional<Contraction> choice() const;
    /// Until the next offer begins; nothing when none will.
    [[nodiscard]] std::optional<Milliseconds> untilNext() const;

private:
    [[nodiscard]] Milliseconds end() const { return m_rounds * kRatingRound; }
    [[nodiscard]] std::optional<Contraction> offeredAt(Milliseconds time) const;

    int m_rounds = 0;                   ///< to be offered since begin() or beginRound(); 0: stopped
    Milliseconds m_time = kOfferGrace;  ///< since the first of them began; negative during the question
};

}  // namespace psolog
