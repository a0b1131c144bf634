// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLocale>

#include "core/pose.h"
#include "core/result.h"
#include "core/routine.h"

class QCoreApplication;

namespace psolog {

/// The poses that ship with the program. An error names file and field, and is a defect of the build.
[[nodiscard]] Result<PoseLibrary> bundledPoses();

/// The routines that ship with the program, the default first.
[[nodiscard]] Result<std::vector<Routine>> bundledRoutines();

/// The language the program's texts are in, and so the one to speak: the user's when it is translated, else English.
[[nodiscard]] QLocale languageOfTexts();

/// Gives the application the built-in translations: that of the user's language when there is one, over the English
/// one, which only knows singular and plural ("1 point", "3 points"). The application owns them. Call once, after
/// QLocale::setDefault() and before the first window.
void installTranslators(QCoreApplication& application);

}  // namespace psolog
