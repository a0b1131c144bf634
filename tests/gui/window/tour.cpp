// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <QTest>

#include "gui/firststart/logproblemwidget.h"
#include "gui/history/recorddialog.h"
#include "gui/report/reportdialog.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/shortcutsdialog.h"
#include "gui/share/sharedialog.h"

namespace psolog::test {

namespace {

using namespace std::chrono_literals;
using Visit = std::function<void(const Stop&)>;

/// One run of the program and what the visitor wants to see of it.
class Guide {
public:
    Guide(const Look& look, const Visit& visit, bool demo)
        : rig(look.theme, look.textSize, look.size),
          m_look(look),
          m_visit(visit)
    {
        if (demo)
            rig.fixture.fillDemo();
        rig.start();
    }

    void stop(const char* name, bool session = false) const { stop(name, *rig.window, session); }
    void stop(const char* name, QWidget& window, bool session = false) const
    {
        WindowRig::settle();
        m_visit({QStringLiteral("%1 (%2)").arg(QString::fromLatin1(name), QString::fromLatin1(m_look.name)), window,
                 session, &WindowRig::settle});
    }
    void dialog(const char* name, QWidget& dialog, QSize size = {}) const
    {
        dialog.show();
        if (size.isValid())
            dialog.resize(size);
        dialog.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&dialog));
        stop(name, dialog);
        dialog.hide();
        rig.window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(rig.window.get()));
        WindowRig::settle();
    }
    void go(PageId page, const char* topic = "")
    {
        rig.window->showPage(page, QString::fromLatin1(topic));
        WindowRig::settle();
    }
    /// A key for the page, wherever the visitor has left the focus.
    void key(Qt::Key key) { rig.key(key); }
    [[nodiscard]] QSize size() const { return m_look.size; }

    WindowRig rig;

private:
    const Look& m_look;
    const Visit& m_visit;
};

void pages(Guide& guide)
{
    guide.stop("Today");
    guide.go(PageId::CheckIn);
    guide.stop("Check-in, new");
    guide.key(Qt::Key_L);
    guide.stop("Check-in, as last time");
    static_cast<void>(guide.rig.click("noteChipButton"));
    guide.stop("Check-in, with a note");
    static_cast<void>(guide.rig.click("saveButton"));
    guide.stop("Today, after a check-in");
    guide.go(PageId::SelfTests);
    guide.stop("Self-tests");
    guide.go(PageId::Trends);
    guide.stop("Trends");
    guide.key(Qt::Key_T);
    guide.stop("Trends, table");
    guide.key(Qt::Key_T);
    guide.key(Qt::Key_A);
    guide.stop("Trends, all muscles");
    guide.key(Qt::Key_S);
    guide.stop("Trends, self-tests");
    guide.go(PageId::History);
    guide.stop("History");
    for (const char* topic : {"hamstrings", "self-tests", "safety", "sources"}) {
        guide.go(PageId::Learn, topic);
        guide.stop((std::string("Learn, ") + topic).c_str());
    }
    guide.go(PageId::Settings);
    guide.stop("Settings");
    guide.go(PageId::Weekly);
    guide.stop("Weekly check-in");
    guide.key(Qt::Key_N);
    guide.stop("Weekly check-in, saved");
    guide.go(PageId::Experiment);
    guide.stop("Experiment, to be planned");
    static_cast<void>(guide.rig.click("drawButton"));
    guide.stop("Experiment, planned");
    static_cast<void>(guide.rig.click("changePlanButton"));
    guide.stop("Experiment, to be changed");
    static_cast<void>(guide.rig.click("keepPlanButton"));
    static_cast<void>(guide.rig.click("stopPlanButton"));
    guide.stop("Experiment, to be stopped");
    guide.go(PageId::Today);
    guide.stop("Today, with a plan");
}

void dialogs(Guide& guide)
{
    ShortcutsDialog shortcuts(guide.rig.fixture.theme, guide.rig.window.get());
    guide.dialog("Shortcuts", shortcuts);
    AboutDialog about(guide.rig.fixture.theme, guide.rig.window.get());
    guide.dialog("About", about);
    ReportDialog report(*guide.rig.fixture.services, guide.rig.window.get());
    guide.dialog("Report", report);
    ShareDialog share(*guide.rig.fixture.services, *guide.rig.fixture.snapshots, guide.rig.window.get());
    guide.dialog("Share", share);
    RecordDialog record(
        guide.rig.fixture.theme, RecordEdit{}, true,
        [](const RecordEdit&) -> tl::expected<void, Invalid> { return {}; }, guide.rig.window.get());
    guide.dialog("Change entry", record);
    LogProblemWidget problem;
    problem.showProblem(QStringLiteral("/home/runner/.local/share/psolog/My log.psolog"),
                        Error{ErrorCode::Damaged, {}});
    guide.dialog("Log problem", problem, guide.size());
}

void selfTests(Guide& guide)
{
    guide.go(PageId::SelfTests, "glute-activation");
    guide.stop("Glute test, introduction");
    static_cast<void>(guide.rig.click("goButton"));
    guide.stop("Glute test, get ready");
    guide.rig.run(7s);
    guide.stop("Glute test, hold");
    guide.rig.run(3s);
    guide.stop("Glute test, rate");
    static_cast<void>(guide.rig.click("rating3Button"));
    guide.stop("Glute test, next repeat");
    static_cast<void>(guide.rig.click("pauseTestButton"));
    guide.stop("Glute test, paused");
    static_cast<void>(guide.rig.click("goButton"));
    guide.rig.run(10s);
    static_cast<void>(guide.rig.click("rating3Button"));
    guide.stop("Glute test, switch sides");
    guide.rig.run(18s);
    static_cast<void>(guide.rig.click("rating4Button"));
    guide.rig.run(10s);
    static_cast<void>(guide.rig.click("rating4Button"));
    guide.stop("Glute test, result");
    static_cast<void>(guide.rig.click("testDoneButton"));
    guide.go(PageId::SelfTests, "pelvic-tilt");
    guide.stop("Tilt test, introduction");
    static_cast<void>(guide.rig.click("goButton"));
    guide.rig.run(12s);
    guide.stop("Tilt test, squeeze");
    guide.rig.run(3s);
    guide.stop("Tilt test, rate");
    static_cast<void>(guide.rig.click("stopTestButton"));
    guide.go(PageId::Today);
}

void release(Guide& guide)
{
    guide.go(PageId::Release);
    guide.stop("Release, overview");
    static_cast<void>(guide.rig.click("startButton"));
    guide.stop("Release, any of these today");
    static_cast<void>(guide.rig.click("noneTodayButton"));
    guide.stop("Release, tightness before");
    static_cast<void>(guide.rig.click("continueButton"));
    guide.stop("Release, ready", true);
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.run(10s);
    guide.stop("Release, settle", true);
    guide.rig.run(23s);
    guide.stop("Release, scan", true);
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.run(4s);
    guide.stop("Release, hold", true);
    static_cast<void>(guide.rig.click("pauseButton"));
    guide.stop("Release, paused", true);
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.fixture.clock.suspend(3min);
    guide.rig.fixture.ticker.tick();
    guide.stop("Release, gap", true);
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.run(280s);
    guide.stop("Release, tightness after");
    static_cast<void>(guide.rig.click("continueButton"));
    guide.stop("Release, summary");
    static_cast<void>(guide.rig.click("todayButton"));
    guide.stop("Today, done");
}

void redStop(Guide& guide)
{
    guide.go(PageId::Release);
    static_cast<void>(guide.rig.click("startButton"));
    static_cast<void>(guide.rig.click("noneTodayButton"));
    static_cast<void>(guide.rig.click("continueButton"));
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.run(50s);
    static_cast<void>(guide.rig.click("stopButton"));
    guide.stop("Release, stop reason", true);
    static_cast<void>(guide.rig.click("pulsingButton"));
    guide.stop("Release, red stop");
    guide.go(PageId::Today);
    guide.stop("Today, locked");
}

void recovery(Guide& guide)
{
    guide.go(PageId::Release);
    static_cast<void>(guide.rig.click("startButton"));
    static_cast<void>(guide.rig.click("noneTodayButton"));
    static_cast<void>(guide.rig.click("continueButton"));
    static_cast<void>(guide.rig.click("primaryButton"));
    guide.rig.run(50s);
    guide.rig.crash();
    guide.rig.start();
    guide.stop("Release, recovery");
}

void firstDay(Guide& guide)
{
    guide.stop("First start, name");
    static_cast<void>(guide.rig.click("nextButton"));
    guide.stop("First start, safety");
    static_cast<void>(guide.rig.click("noneButton"));
    static_cast<void>(guide.rig.click("nextButton"));
    guide.stop("First start, choice");
    static_cast<void>(guide.rig.click("nextButton"));
    guide.stop("Today, empty");
    for (const auto& [page, name] :
         {std::pair{PageId::SelfTests, "Self-tests, empty"}, std::pair{PageId::Release, "Release, empty"},
          std::pair{PageId::Trends, "Trends, empty"}, std::pair{PageId::History, "History, empty"},
          std::pair{PageId::Weekly, "Weekly check-in, empty"}, std::pair{PageId::Experiment, "Experiment, empty"},
          std::pair{PageId::CheckIn, "Check-in, empty"}}) {
        guide.go(page);
        guide.stop(name);
    }
}

}  // namespace

void tour(const Look& look, const Visit& visit)
{
    for (const auto part : {pages, dialogs, selfTests, release, redStop, recovery}) {
        Guide guide(look, visit, true);
        part(guide);
    }
    Guide guide(look, visit, false);
    firstDay(guide);
}

}  // namespace psolog::test
