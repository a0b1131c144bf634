// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

class QWidget;

namespace psolog {

/// Asks for a log to open, in a dialog that does not block. `chosen` is called with an absolute path unless the user
/// cancels. Thread: GUI. The dialog belongs to the parent and deletes itself.
void chooseLogToOpen(QWidget* parent, const QString& folder, std::function<void(const QString& path)> chosen);

/// Asks for the name of a new log. An existing file is never replaced: then `taken` is called instead.
void chooseNewLog(QWidget* parent, const QString& folder, std::function<void(const QString& path)> chosen,
                  std::function<void(const QString& path)> taken);

/// What to say when the name is taken.
[[nodiscard]] QString nameTakenMessage(const QString& path);

}  // namespace psolog
