// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damagecheck.h"

#include "storage/log.h"

namespace psolog {

DamageCheck::~DamageCheck() = default;

Result<void> DamageCheck::lookThrough(const std::function<Result<void>()>& check)
{
    Result<void> sound = check();
    if (!sound && sound.error().code == ErrorCode::Locked)
        sound = check();
    return sound;
}

void DamageCheck::start(const QString& path)
{
    m_worker = std::jthread([this, path = path.toStdString()] {
        const Result<void> sound = lookThrough([&path] { return quickCheckLog(path); });
        const auto error = sound ? std::nullopt : std::optional(sound.error());
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT finished(error); }, Qt::QueuedConnection);
    });
}

}  // namespace psolog
