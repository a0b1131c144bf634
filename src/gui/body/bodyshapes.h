// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

#include "core/site.h"

namespace psolog {

/// The two pictures of the body map.
enum class BodyView {
    Front,  ///< seen from the front: the athlete's left is on the right
    Back,   ///< seen from behind: left is left
};

/// The view that shows a muscle.
[[nodiscard]] BodyView viewOf(Muscle muscle);

/// Frame of both views: the midline is x = 0, the crown y = 0, the stature 107 units, as in the side-view figure.
[[nodiscard]] QRectF bodyFrame();

/// Outline of the whole body in that frame; symmetric.
[[nodiscard]] const QPainterPath& bodySilhouette(BodyView view);

/// A few open lines that give the body form: collar bones, shoulder blades, knees.
[[nodiscard]] const QPainterPath& bodyLines(BodyView view);

/// Hair, inside the silhouette: from the front only a hairline, from behind the whole back of the head.
[[nodiscard]] const QPainterPath& bodyHair(BodyView view);

/// Closed outline of a site in the frame of its view. The sites of a view do not overlap and lie inside the silhouette.
[[nodiscard]] const QPainterPath& siteShape(Site site);

}  // namespace psolog
