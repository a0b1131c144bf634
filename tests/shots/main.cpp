// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of every page, dialog and stage: psolog_shots FOLDER. The same pictures for the same sources.
#include <cstdio>
#include <functional>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QMenu>
#include <QProxyStyle>
#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

#include "coachshots.h"
#include "gui/firststart/logproblemwidget.h"
#include "gui/notes/notesexportdialog.h"
#include "gui/notes/notesimportdialog.h"
#include "gui/report/reportdialog.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/shortcutsdialog.h"
#include "gui/share/sharedialog.h"
#include "gui/shell/page.h"
#include "gui/widgets/noticebar.h"
#include "gui/window/mainwindow.h"
#include "samplenotes.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;
using namespace std::chrono_literals;

namespace {

/// No animation: a figure is in its pose at once.
class StillStyle : public QProxyStyle {
public:
    StillStyle() : QProxyStyle(QStringLiteral("Fusion")) { }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, result);
    }
};

struct Look {
    const char* name;
    ThemeChoice theme;
    QSize size;
    int textSize;
};

constexpr Look kLooks[] = {
    {"light-1280x800", ThemeChoice::Light, {1280, 800}, 100},
    {"dark-1280x800", ThemeChoice::Dark, {1280, 800}, 100},
    {"light-1024x700", ThemeChoice::Light, {1024, 700}, 100},
    {"dark-1024x700", ThemeChoice::Dark, {1024, 700}, 100},
    {"light-1280x800-text200", ThemeChoice::Light, {1280, 800}, 200},
};

/// One program in one look, driven by keys as a user would.
class Stage {
public:
    Stage(const QString& folder, const Look& look, bool demo)
        : m_folder(folder),
          m_look(look),
          m_fixture(look.theme, look.textSize)
    {
        Settings settings;
        settings.theme = look.theme;
        settings.textSizePercent = look.textSize;
        // A picture has the size of its look, not that of a screen.
        settings.fullScreenSession = false;
        (void)m_fixture.settings.save(settings);
        if (demo)
            m_fixture.fillDemo();
        m_window = std::make_unique<MainWindow>(*m_fixture.services);
        m_window->resize(look.size);
        m_window->begin();
        m_window->show();
        m_window->activateWindow();
        settle();
    }

    MainWindow& window() { return *m_window; }
    PageFixture& fixture() { return m_fixture; }

    void go(PageId page, const QString& topic = {})
    {
        dismissNotice();
        m_window->showPage(page, topic);
        settle();
        // What waits for the first paint of its page comes now.
        (void)m_window->grab();
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = m_window->focusWidget();
        QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
        settle();
    }
    void click(const char* button)
    {
        for (auto* found : m_window->findChildren<QAbstractButton*>(QString::fromLatin1(button)))
            if (found->isVisible())
                return found->click(), settle();
        std::fprintf(stderr, "there is no button %s\n", button);
    }
    /// The page from further down.
    void scroll(int percent)
    {
        for (auto* area : m_window->findChildren<QScrollArea*>())
            if (area->isVisible() && area->verticalScrollBar()->maximum() > 0
                && qobject_cast<Page*>(area->parentWidget()) != nullptr)
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() * percent / 100);
        settle();
        (void)m_window->grab();
        settle();
    }
    void begin(const Experiment& plan)
    {
        if (const auto begun = m_fixture.services->experiments.begin(plan); !begun)
            std::fprintf(stderr, "no experiment: %s\n", begun.error().detail.c_str());
        m_fixture.changes.announce();
    }
    void run(Milliseconds time)
    {
        m_fixture.run(time);
        settle();
    }
    void shot(const char* name) { save(*m_window, name); }
    void save(QWidget& widget, const char* name)
    {
        settle();
        const QString file =
            QStringLiteral("%1/%2-%3.png").arg(m_folder, QString::fromLatin1(name), QString::fromLatin1(m_look.name));
        if (!widget.grab().save(file))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
    }

private:
    void dismissNotice()
    {
        for (auto* bar : m_window->findChildren<NoticeBar*>())
            bar->hide();
    }
    /// Layouts, polish and short animations come to rest.
    static void settle()
    {
        // A changed text climbs one level of layouts with each round.
        for (int i = 0; i < 12; ++i)
            QCoreApplication::processEvents();
    }

    QString m_folder;
    Look m_look;
    PageFixture m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void shootPages(Stage& stage)
{
    stage.shot("today");
    stage.go(PageId::CheckIn);
    stage.shot("checkin-new");
    stage.key(Qt::Key_L);
    stage.shot("checkin-filled");
    stage.key(Qt::Key_S, Qt::ControlModifier);
    stage.key(Qt::Key_Return, Qt::ControlModifier);
    stage.shot("today-after-checkin");
    stage.go(PageId::SelfTests);
    stage.shot("selftests");
    stage.go(PageId::Trends);
    stage.shot("trends");
    stage.key(Qt::Key_T);
    stage.shot("trends-table");
    stage.key(Qt::Key_T);
    stage.key(Qt::Key_B);
    stage.shot("trends-band");
    stage.key(Qt::Key_B);
    stage.key(Qt::Key_H);
    stage.scroll(50);
    stage.shot("trends-how-we-know");
    stage.scroll(100);
    stage.shot("trends-other-outcomes");
    stage.key(Qt::Key_H);
    stage.scroll(0);
    stage.click("calfButton");
    stage.shot("trends-calf");
    stage.click("allButton");
    stage.shot("trends-all-12");
    stage.click("selfTestsButton");
    stage.shot("trends-selftests");
    stage.click("yearViewButton");
    stage.shot("trends-calendar");
    stage.click("reliefButton");
    stage.shot("trends-relief");
    stage.click("weeklyButton");
    stage.shot("trends-weekly");
    stage.go(PageId::History);
    stage.shot("history");
    for (const char* topic : {"hamstrings", "psoas", "self-tests", "release", "expect", "running-form", "evidence",
                              "safety", "verdict", "sources"}) {
        stage.go(PageId::Learn, QString::fromLatin1(topic));
        stage.shot((std::string("learn-") + topic).c_str());
    }
    stage.go(PageId::Settings);
    stage.shot("settings");
    stage.go(PageId::Weekly);
    stage.shot("weekly");
    stage.go(PageId::Experiment);
    stage.shot("experiment");
}

void shootDialogs(Stage& stage)
{
    ShortcutsDialog shortcuts(stage.fixture().theme, &stage.window());
    shortcuts.show();
    stage.save(shortcuts, "dialog-shortcuts");
    AboutDialog about(stage.fixture().theme, &stage.window());
    about.show();
    stage.save(about, "dialog-about");
    LogProblemWidget problem;
    problem.showProblem(QStringLiteral("/home/runner/.local/share/psolog/My log.psolog"),
                        Error{ErrorCode::Damaged, {}});
    problem.show();
    stage.save(problem, "log-problem");
}

void shootFile(Stage& stage)
{
    stage.click("fileNavButton");
    if (auto* menu = stage.window().findChild<QMenu*>(QStringLiteral("fileMenu"))) {
        stage.save(*menu, "file-menu");
        menu->hide();
    }
    ReportDialog report(*stage.fixture().services, &stage.window());
    // As large as on a screen of the size of the look.
    const Theme& theme = stage.fixture().theme;
    report.resize(QSize(theme.px(860), theme.px(760)).boundedTo(stage.window().size() * 0.92));
    report.show();
    stage.save(report, "report");
    ShareDialog share(*stage.fixture().services, *stage.fixture().snapshots, &stage.window());
    share.resize(QSize(theme.px(640), theme.px(760)).boundedTo(stage.window().size() * 0.92));
    share.show();
    stage.save(share, "share");
}

/// What a coach sent, before it is taken in and where it stands then.
void shootNotes(Stage& stage)
{
    Services& services = *stage.fixture().services;
    const NotesFile file = sampleNotes(services);
    const QString path = stage.fixture().folder.filePath(QStringLiteral("Kim.psolog-notes"));
    NotesExportDialog send(services, file, &stage.window());
    (void)send.saveTo(path);
    send.show();
    stage.save(send, "notes-send");
    send.close();
    NotesImportDialog take(services, path, &stage.window());
    take.show();
    stage.save(take, "notes-take-in");
    take.accept();
    stage.go(PageId::Today);
    stage.shot("notes-today");
    stage.go(PageId::Trends);
    stage.shot("notes-trends");
    stage.go(PageId::History, QString::fromStdString(file.notes.front().id.toString()));
    stage.shot("notes-history");
}

/// Weeks by turns that begin today, with a week without release.
void shootExperiment(Stage& stage)
{
    Services& services = *stage.fixture().services;
    Experiment plan;
    plan.id = stage.fixture().ids.make<ExperimentId>();
    plan.recorded = services.recordedNow();
    plan.kind = ExperimentKind::AlternatingWeeks;
    plan.firstDay = services.today();
    plan.releaseFirst = {false, true, false};
    stage.begin(plan);
    stage.go(PageId::Today);
    stage.shot("experiment-today");
    stage.go(PageId::Experiment);
    stage.shot("experiment-running");
}

/// A drawn start on the days of the demonstration, over for some days.
void shootExperimentResult(Stage& stage)
{
    Services& services = *stage.fixture().services;
    const auto release = services.trends.firstReleaseDay();
    if (!release || !*release)
        return;
    Experiment plan;
    plan.id = stage.fixture().ids.make<ExperimentId>();
    plan.baseline = 14;
    plan.releaseDays = 21;
    plan.firstDay = **release - plan.baseline;
    plan.recorded = services.recordedNow();
    const int ago = services.today() - plan.firstDay;
    plan.recorded.at.utc -= std::chrono::days(ago);
    plan.recorded.day = plan.firstDay;
    stage.begin(plan);
    stage.go(PageId::Today);
    stage.shot("experiment-over-today");
    stage.go(PageId::Experiment);
    stage.shot("experiment-result");
}

void shootSelfTests(Stage& stage)
{
    stage.go(PageId::SelfTests, QStringLiteral("glute-activation"));
    stage.shot("glute-1-introduction");
    stage.key(Qt::Key_Space);
    stage.shot("glute-2-ready");
    stage.run(7s);
    stage.key(Qt::Key_2);
    stage.shot("glute-3-hold");
    stage.run(3s);
    stage.run(10s);
    stage.shot("glute-4-rate");
    stage.key(Qt::Key_3);
    stage.shot("glute-5-switch");
    stage.run(8s + 10s);
    stage.key(Qt::Key_3);
    stage.run(10s);
    stage.key(Qt::Key_4);
    stage.shot("glute-6-result");
    stage.go(PageId::SelfTests, QStringLiteral("pelvic-tilt"));
    stage.go(PageId::Today);
    stage.go(PageId::SelfTests, QStringLiteral("pelvic-tilt"));
    stage.shot("tilt-1-introduction");
    stage.key(Qt::Key_Space);
    stage.shot("tilt-2-stand");
    stage.run(12s);
    stage.shot("tilt-3-squeeze-arched");
    stage.run(3s);
    stage.key(Qt::Key_1);
    stage.run(7s);
    stage.shot("tilt-4-squeeze-tucked");
    stage.run(3s);
    stage.shot("tilt-5-rate");
    stage.key(Qt::Key_3);
    stage.run(15s);
    stage.key(Qt::Key_2);
    stage.run(10s);
    stage.key(Qt::Key_3);
    stage.shot("tilt-6-result");
}

void shootRelease(Stage& stage)
{
    stage.go(PageId::Release);
    stage.shot("release-1-overview");
    stage.key(Qt::Key_Space);
    stage.shot("release-2-daily");
    stage.key(Qt::Key_N);
    stage.shot("release-3-tightness");
    stage.key(Qt::Key_6);
    stage.key(Qt::Key_Return);
    stage.key(Qt::Key_4);
    stage.key(Qt::Key_Return);
    stage.shot("release-4-ready");
    stage.key(Qt::Key_Space);
    stage.run(10s);
    stage.shot("release-5-settle");
    stage.run(25s);
    stage.shot("release-6-scan");
    stage.run(91s);
    stage.key(Qt::Key_Space);
    stage.run(8s);
    stage.shot("release-7-hold");
    stage.key(Qt::Key_P);
    stage.shot("release-8-paused");
    stage.key(Qt::Key_P);
    stage.fixture().clock.suspend(3min);
    stage.fixture().ticker.tick();
    stage.shot("release-9-gap");
    stage.key(Qt::Key_Space);
    stage.run(159s);
    stage.shot("release-10-rest");
    stage.run(20s);
    stage.shot("release-11-tightness-after");
    stage.key(Qt::Key_3);
    stage.key(Qt::Key_Return);
    stage.key(Qt::Key_3);
    stage.key(Qt::Key_Return);
    stage.shot("release-12-summary");
}

void shootRoutines(Stage& stage)
{
    stage.go(PageId::Release);
    stage.click("routinesButton");
    stage.shot("routines-1-list");
    stage.click("duplicateRoutineButton");
    stage.shot("routines-2-editor");
}

void shootRedStop(Stage& stage)
{
    stage.go(PageId::Release);
    stage.key(Qt::Key_Space);
    stage.key(Qt::Key_N);
    stage.key(Qt::Key_Return);
    stage.key(Qt::Key_Return);
    stage.key(Qt::Key_Space);
    stage.run(50s);
    stage.key(Qt::Key_Escape);
    stage.shot("release-13-stop-reason");
    stage.key(Qt::Key_3);
    stage.shot("release-14-red-stop");
    stage.go(PageId::Today);
    stage.shot("today-locked");
    stage.go(PageId::Release);
    stage.shot("release-15-locked");
}

void shootEmpty(Stage& stage)
{
    stage.shot("first-start-1");
    stage.key(Qt::Key_Return);
    stage.shot("first-start-2");
    stage.key(Qt::Key_N);
    stage.key(Qt::Key_Return);
    stage.shot("first-start-3");
    stage.key(Qt::Key_Return);
    stage.shot("empty-today");
    stage.go(PageId::Trends);
    stage.shot("empty-trends");
    stage.go(PageId::History);
    stage.shot("empty-history");
    stage.go(PageId::SelfTests);
    stage.shot("empty-selftests");
    stage.go(PageId::Release);
    stage.shot("empty-release");
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: psolog_shots FOLDER [LOOK…]\n");
        return 2;
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication application(argc, argv);
    QApplication::setStyle(new StillStyle);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (!QDir().mkpath(folder))
        return 1;
    for (const Look& look : kLooks) {
        const bool wanted = argc == 2
            || std::any_of(argv + 2, argv + argc, [&](const char* name) { return qstrcmp(name, look.name) == 0; });
        if (!wanted)
            continue;
        const std::function<void(Stage&)> withDemo[] = {
            shootPages,     shootDialogs, shootFile,     shootNotes,   shootExperiment,  shootExperimentResult,
            shootSelfTests, shootRelease, shootRoutines, shootRedStop, shootCoach<Stage>};
        for (const auto& shoot : withDemo) {
            Stage stage(folder, look, true);
            shoot(stage);
        }
        Stage stage(folder, look, false);
        shootEmpty(stage);
    }
    return 0;
}
