// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QString>

#include "core/score.h"
#include "core/site.h"
#include "gui/body/bodymaplayout.h"

class QPainter;

namespace psolog {

class Theme;

/// What the body map shows besides the scores.
struct BodyMapState {
    std::optional<Site> current;  ///< ringed
    std::optional<Site> hovered;
    bool focused = false;             ///< the ring is the keyboard focus: stronger
    std::array<QString, 2> captions;  ///< front, back
    /// By indexOf(site): written instead of the score, for a median between two scores; empty: the score.
    std::array<QString, kSiteCount> labels{};
};

/// Paints the body map. Pure: the same arguments give the same picture. The painter is left as it was.
void paintBodyMap(QPainter& painter, const BodyMapLayout& layout, const SiteScores& scores, const BodyMapState& state,
                  const Theme& theme);

}  // namespace psolog
