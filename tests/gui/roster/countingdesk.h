// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "core/ports/icoachlibrary.h"

namespace psolog::test {

/// A desk that counts the files that are looked into, can hold them up, and can refuse the library.
class CountingDesk : public ICoachDesk, public IIntake {
public:
    explicit CountingDesk(const ICoachDesk& real) : m_real(real) { }

    [[nodiscard]] bool hasLibrary() const override { return m_real.hasLibrary(); }
    [[nodiscard]] Result<std::unique_ptr<ICoachLibrary>> openLibrary() const override
    {
        const std::lock_guard lock(m_mutex);
        if (m_refusal)
            return fail(*m_refusal);
        return m_real.openLibrary();
    }
    [[nodiscard]] const IIntake& intake() const override { return *this; }

    [[nodiscard]] Result<InspectedFile> inspect(const std::string& path) const override
    {
        ++m_inspected;
        std::unique_lock lock(m_mutex);
        m_free.wait(lock, [this] { return !m_held; });
        lock.unlock();
        return m_real.intake().inspect(path);
    }

    [[nodiscard]] int inspected() const { return m_inspected; }
    /// The library cannot be opened from now on; nothing: it can.
    void refuse(std::optional<ErrorCode> why)
    {
        const std::lock_guard lock(m_mutex);
        m_refusal = why;
    }
    void hold()
    {
        const std::lock_guard lock(m_mutex);
        m_held = true;
    }
    void release()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_held = false;
        }
        m_free.notify_all();
    }

private:
    const ICoachDesk& m_real;
    mutable std::atomic<int> m_inspected{0};
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_free;
    bool m_held = false;
    std::optional<ErrorCode> m_refusal;
};

}  // namespace psolog::test
