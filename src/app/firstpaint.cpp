// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <utility>

#include <QEvent>
#include <QWidget>

namespace psolog {

FirstPaint::FirstPaint(QWidget& window, std::function<void()> then, QObject* parent) : QObject(parent), m_then(std::move(then))
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // Queued: the window is still being painted.
        QMetaObject::invokeMethod(this, [this] { m_then(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace psolog
