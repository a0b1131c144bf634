// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into a Qt program, reports when its first window has been painted, and how much memory it holds then, and ends
// it: "<CLOCK_MONOTONIC in ms> <VmRSS in kB>".
#include <cstdio>
#include <cstring>

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimer>

#include <time.h>
#include <unistd.h>

namespace {

long residentKb()
{
    std::FILE* const status = std::fopen("/proc/self/status", "r");
    long resident = 0;
    char line[256];
    while (status != nullptr && std::fgets(line, sizeof line, status) != nullptr)
        if (std::sscanf(line, "VmRSS: %ld", &resident) == 1)
            break;
    if (status != nullptr)
        std::fclose(status);
    return resident;
}

[[noreturn]] void reportAndEnd()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    std::printf("%.3f %ld\n", static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6,
                residentKb());
    std::fflush(stdout);
    ::_exit(0);
}

class FirstPaint : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            // All widgets are painted and flushed before the event loop turns again.
            QTimer::singleShot(0, this, &reportAndEnd);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

void watch()
{
    QCoreApplication::instance()->installEventFilter(new FirstPaint(QCoreApplication::instance()));
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
