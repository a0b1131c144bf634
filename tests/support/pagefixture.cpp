// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pagefixture.h"

#include <stdexcept>

#include <QCoreApplication>

#include "app/bundled.h"
#include "exchange/demolog.h"
#include "exchange/logcontents.h"

namespace psolog::test {

namespace {

/// The value, or an exception that fails the test with the reason.
template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Words as the user sees them, once an application: several fixtures may share one.
void installTranslatorsOnce()
{
    QCoreApplication& application = *QCoreApplication::instance();
    constexpr const char* kInstalled = "psologTranslatorsInstalled";
    if (application.property(kInstalled).toBool())
        return;
    application.setProperty(kInstalled, true);
    installTranslators(application);
}

}  // namespace

PageFixture::PageFixture(ThemeChoice choice, int textSize)
    : theme(choice, textSize),
      poses(valueOf(bundledPoses())),
      routines(valueOf(bundledRoutines())),
      guide(voice, tones, desktop, settings),
      desk(libraryPath(), clock, {[path = logPath()] { return std::vector{path}; }})
{
    installTranslatorsOnce();
    reopen();
}

void PageFixture::reopen()
{
    services.reset();
    coach.reset();
    snapshots.reset();
    log.reset();
    log = valueOf(Log::open(logPath(), clock));
    snapshots = log->snapshots(desk.intake());
    coach = std::make_unique<CoachServices>(*snapshots, log->receivedNotes(), notesFiles, desk);
    services = std::make_unique<Services>(clock, ids, log->athlete(), log->checkIns(), log->selfTests(),
                                          log->releases(), log->trends(), log->weekly(), log->experiments(),
                                          log->file(), settings, theme, poses, routines, alarm, guide, ticker, changes,
                                          undo, random, &log->receivedNotes(), coach.get());
}

void PageFixture::fillDemo(int days)
{
    DemoOptions options;
    options.days = days;
    const LogContents contents = valueOf(generateDemo(options, clock));
    valueOf(log->inTransaction([&] {
        return writeContents(
            contents,
            {log->athlete(), log->checkIns(), log->selfTests(), log->releases(), log->weekly(), log->experiments()});
    }));
}

void PageFixture::run(Milliseconds time, Milliseconds step)
{
    for (Milliseconds done{0}; done < time; done += step) {
        clock.advance(std::min(step, time - done));
        ticker.tick();
    }
}

}  // namespace psolog::test
