// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damagecheck.h"

#include <QEvent>
#include <QWidget>

#include "storage/log.h"

namespace psolog {

DamageCheck::~DamageCheck() = default;

void DamageCheck::startAfterPaint(const QString& path, QWidget& window)
{
    m_path = path;
    window.installEventFilter(this);
}

bool DamageCheck::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // Queued: the window is still being painted.
        QMetaObject::invokeMethod(this, &DamageCheck::start, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

Result<void> DamageCheck::lookThrough(const std::function<Result<void>()>& check)
{
    Result<void> sound = check();
    if (!sound && sound.error().code == ErrorCode::Locked)
        sound = check();
    return sound;
}

void DamageCheck::start()
{
    m_worker = std::jthread([this, path = m_path.toStdString()] {
        const Result<void> sound = lookThrough([&path] { return quickCheckLog(path); });
        const auto error = sound ? std::nullopt : std::optional(sound.error());
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT finished(error); }, Qt::QueuedConnection);
    });
}

}  // namespace psolog
