// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

#include "windowrig.h"

namespace psolog::test {

/// What the user looks at: every page, dialog and stage of the flows, one after the other.
struct Stop {
    QString name;
    QWidget& window;
    bool session = false;  ///< a release session runs: everything must be large
    std::function<void()> settle;
};

/// How the program looks on the tour.
struct Look {
    const char* name;
    ThemeChoice theme;
    QSize size;
    int textSize;
};

/// Goes through the whole program in one look and calls `visit` at each stop.
void tour(const Look& look, const std::function<void(const Stop&)>& visit);

}  // namespace psolog::test
