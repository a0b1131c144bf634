// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "gui/shell/ticker.h"

using namespace psolog;
using namespace std::chrono_literals;

namespace {

/// What the event loop has to do is done once; a timer that is due fires.
void turnOnce()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

}  // namespace

class TickerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_stopped_ticker_wakes_for_nothing()
    {
        Ticker ticker;
        const QSignalSpy ticks(&ticker, &Ticker::ticked);
        ticker.wakeIn(0ms);
        turnOnce();
        QVERIFY(ticks.isEmpty());
        ticker.start();
        ticker.wakeIn(0ms);
        ticker.stop();
        turnOnce();
        QVERIFY(ticks.isEmpty());
    }

    void it_wakes_for_what_is_due_before_the_next_tick()
    {
        Ticker ticker;
        const QSignalSpy ticks(&ticker, &Ticker::ticked);
        ticker.start();
        ticker.wakeIn(0ms);
        turnOnce();
        QVERIFY(!ticks.isEmpty());
    }

    void a_wish_replaces_the_one_before()
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            Ticker ticker;
            const QSignalSpy ticks(&ticker, &Ticker::ticked);
            QElapsedTimer time;
            time.start();
            ticker.start();
            ticker.wakeIn(0ms);
            ticker.wakeIn(attempt % 2 == 0 ? std::nullopt : std::optional(1'000ms));
            turnOnce();
            if (time.elapsed() >= kTickInterval.count())
                continue;  // the machine was busy: that may have been the steady tick
            QVERIFY(ticks.isEmpty());
        }
    }

    void it_ticks_on_after_it_woke()
    {
        Ticker ticker;
        const QSignalSpy ticks(&ticker, &Ticker::ticked);
        ticker.start();
        ticker.wakeIn(1ms);
        QTRY_VERIFY(ticks.size() >= 4);
    }
};

QTEST_GUILESS_MAIN(TickerTest)
#include "ticker_test.moc"
