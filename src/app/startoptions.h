// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

#include "gui/report/paper.h"

namespace psolog {

/// What the program was started with.
struct StartOptions {
    QString log;         ///< absolute path of the log to open; empty: the last one, or the default
    bool demo = false;   ///< open a demonstration log in a temporary file instead
    QString report;      ///< absolute path of the report to write, without any window; empty: none
    std::optional<Paper> paper;  ///< of the report; nothing: what is usual where the user is
    bool notes = false;  ///< the report has the notes
};

/// What to do after reading the command line.
struct CommandLine {
    enum class Next { Start, PrintAndExit, Refuse };
    Next next = Next::Start;
    StartOptions options;
    QString text;  ///< help or version to print, or why the arguments are refused
};

/// Reads the arguments, program name first.
[[nodiscard]] CommandLine readCommandLine(const QStringList& arguments);

}  // namespace psolog
