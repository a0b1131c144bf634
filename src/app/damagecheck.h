// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <thread>

#include <QObject>
#include <QString>

#include "core/result.h"

namespace psolog {

/// Looks for damage in a log that is already in use, in a thread of its own, so that the first window need not wait
/// for it. GUI thread only. The destructor waits for a check that runs.
class DamageCheck : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    ~DamageCheck() override;

    /// Checks the log of the path. One check an object.
    void start(const QString& path);

    /// What `check` says; asked a second time when another program held the log, as a save may have.
    [[nodiscard]] static Result<void> lookThrough(const std::function<Result<void>()>& check);

Q_SIGNALS:
    /// The log was looked through; `error` is that of quickCheckLog(), nothing for a sound log.
    void finished(const std::optional<psolog::Error>& error);

private:
    std::jthread m_worker;
};

}  // namespace psolog
