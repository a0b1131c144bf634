// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mailbox.h"

#include <utility>

namespace psolog {

void Mailbox::open(QObject* receiver)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isClosed)
        return;
    m_receiver = receiver;
    for (auto& task : m_kept)
        QMetaObject::invokeMethod(receiver, std::move(task), Qt::QueuedConnection);
    m_kept.clear();
}

void Mailbox::close()
{
    std::vector<std::function<void()>> dropped;
    const std::scoped_lock lock(m_mutex);
    m_isClosed = true;
    m_receiver = nullptr;
    dropped.swap(m_kept);
}

void Mailbox::post(std::function<void()> task)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isClosed)
        return;
    if (m_receiver != nullptr)
        QMetaObject::invokeMethod(m_receiver, std::move(task), Qt::QueuedConnection);
    else
        m_kept.push_back(std::move(task));
}

}  // namespace psolog
