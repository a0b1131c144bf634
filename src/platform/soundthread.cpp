// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/soundthread.h"

#include <atomic>
#include <utility>

#include <QEventLoop>

#include "platform/mailbox.h"

namespace psolog {

namespace {

std::atomic<int> g_running = 0;

}  // namespace

/// What the thread and its owner share.
struct SoundThread::Loop {
    Mailbox tasks;
    QEventLoop* events = nullptr;  // the thread's own

    void run()
    {
        QEventLoop loop;
        QObject receiver;
        events = &loop;
        tasks.open(&receiver);
        loop.exec();
        tasks.close();
        events = nullptr;
    }
};

// A std::thread, since a QThread that hangs can neither be destroyed nor let go.
SoundThread::SoundThread() : m_loop(std::make_shared<Loop>())
{
    std::promise<void> ended;
    m_ended = ended.get_future();
    ++g_running;
    m_thread = std::thread([loop = m_loop, promise = std::move(ended)]() mutable {
        loop->run();
        --g_running;
        promise.set_value_at_thread_exit();
    });
}

SoundThread::~SoundThread()
{
    quit();
    if (hasEnded())
        m_thread.join();
    else
        m_thread.detach();
}

void SoundThread::post(std::function<void()> task)
{
    if (!m_isQuitting)
        m_loop->tasks.post(std::move(task));
}

void SoundThread::quit()
{
    post([loop = m_loop.get()] { loop->events->quit(); });
    m_isQuitting = true;
}

bool SoundThread::hasEnded(Milliseconds within) const
{
    return m_ended.wait_for(within) == std::future_status::ready;
}

int SoundThread::running()
{
    return g_running;
}

}  // namespace psolog
