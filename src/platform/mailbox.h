// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include <QObject>

namespace psolog {

/// Carries tasks into the thread of a receiver, in order. Whoever posts neither waits nor needs to know whether the
/// receiver is there yet, or still: before open() tasks are kept, after close() they are dropped.
///
/// Thread: post() and close() anywhere; open() in the receiver's own thread. Shared by both ends.
class Mailbox {
public:
    /// Tasks run in the event loop of the receiver's thread, those kept so far first. The receiver must outlive
    /// the mailbox or be closed before it goes.
    void open(QObject* receiver);
    /// Drops what is posted from now on; what was posted before still runs as long as the receiver lives.
    void close();
    void post(std::function<void()> task);

private:
    std::mutex m_mutex;
    QObject* m_receiver = nullptr;
    bool m_isClosed = false;
    std::vector<std::function<void()>> m_kept;
};

}  // namespace psolog
