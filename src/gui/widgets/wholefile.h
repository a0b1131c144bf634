// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

#include "core/result.h"

class QIODevice;

namespace psolog {

/// Writes a file that is there whole or as it was: `fill` writes to a temporary file beside the target, which takes
/// its name when `fill` returned true. Readable by the owner alone, whatever the umask: what Psolog writes is health
/// data. Errors: WriteFailed, ReadOnly or DiskFull; nothing is left behind. GUI thread.
///
/// A log must never be the target: see isKept().
[[nodiscard]] Result<void> writeWholeFile(const QString& path, const std::function<bool(QIODevice&)>& fill);

/// Whether both names lead to one file that exists, links and spellings aside.
[[nodiscard]] bool leadsTo(const QString& path, const QString& file);

/// Whether a report must not be written there: `path` leads to the open log, or to a log or a coach's library by its
/// name, in any case, or by the name that it is a link to.
[[nodiscard]] bool isKept(const QString& path, const QString& openLog);

}  // namespace psolog
