// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include "gui/body/figureskeleton.h"

namespace psolog {

/// What the figure wears, and its hair: areas a little larger than the body, to be painted inside its outlines.
struct FigureOutfit {
    QPainterPath hair;
    QPainterPath ear;
    QPainterPath eye;  ///< open line: a closed eye
    QPainterPath shirt;
    QPainterPath shorts;
    QPainterPath sleeve;
    QPainterPath farShorts;
    QPainterPath farSleeve;
};

[[nodiscard]] FigureOutfit figureOutfit(const FigureSkeleton& skeleton);

}  // namespace psolog
