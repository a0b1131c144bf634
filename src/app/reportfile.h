// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/startoptions.h"

namespace psolog {

/// Makes a later QApplication one that needs no display, and loads nothing of the desktop. Call before it is made.
void preferNoDisplay();

/// Writes the report that the options ask for: opens the log without making one, reads it, and puts the page in its
/// place whole or not at all; an existing file is replaced when it is a regular one and not the log. Settings are read
/// and never written; no window, sound or bus. Needs a QApplication. Returns why it failed, in one line; empty: done.
[[nodiscard]] QString writeReportFile(const StartOptions& options, const QString& settingsFile);

}  // namespace psolog
