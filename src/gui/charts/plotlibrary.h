// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The header of QCustomPlot is written with the Qt keywords, which are off in this project. They are on for it alone.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
