// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/ids.h"

namespace psolog {

/// An athlete who can be chosen to stand beside another.
struct BesideChoice {
    AthleteId id;
    QString name;
};

}  // namespace psolog
