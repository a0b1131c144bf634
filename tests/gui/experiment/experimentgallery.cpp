// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of experiments and of Today during one, to be looked at: experiment_gallery FOLDER
#include <functional>

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>
#include <QSpinBox>
#include <QTextStream>

#include "gui/experiment/experimentpage.h"
#include "gui/today/todaypage.h"
#include "planrig.h"

using namespace psolog;
using psolog::test::PlanRig;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme = ThemeChoice::Light;
    int text = 100;
    QSize size{1084, 800};
};

constexpr QSize kSmall{828, 700};
const std::vector<Look> kLooks{{"light"},
                               {"dark", ThemeChoice::Dark},
                               {"small", ThemeChoice::Light, 100, kSmall},
                               {"large-text", ThemeChoice::Light, 200},
                               {"small-large-text", ThemeChoice::Dark, 200, kSmall}};

void press(QWidget& page, const char* name)
{
    page.findChild<QAbstractButton*>(QString::fromLatin1(name))->click();
}

void shoot(QWidget& page, const QString& folder, const QString& name)
{
    QTest::qWait(60);
    page.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

/// A picture of one state in one look; with `whole` the page is as tall as what it holds.
void take(const QString& folder, const Look& look, const char* state,
          const std::function<void(PlanRig&, ExperimentPage&)>& prepare, bool today = false, bool whole = false)
{
    PlanRig rig(look.theme, look.text);
    ExperimentPage page(*rig.fixture.services);
    PlanRig::open(page, look.size);
    page.activate();
    prepare(rig, page);
    const QString name = QStringLiteral("%1-%2").arg(QString::fromLatin1(state), QString::fromLatin1(look.name));
    if (whole)
        for (auto* area : page.findChildren<QScrollArea*>())
            if (area->isVisible()) {
                const int height = area->widget()->heightForWidth(area->viewport()->width());
                page.resize(look.size.width(), std::max(look.size.height(), height));
            }
    if (!today)
        return shoot(page, folder, name);
    TodayPage todayPage(*rig.fixture.services);
    PlanRig::open(todayPage, look.size);
    todayPage.activate();
    shoot(todayPage, folder, name);
}

void draw(PlanRig& rig, ExperimentPage& page, std::vector<std::uint32_t> script)
{
    rig.fixture.random.script = std::move(script);
    press(page, "drawButton");
}

void drawWeeks(PlanRig& rig, ExperimentPage& page)
{
    press(page, "alternatingWeeksRadioButton");
    draw(rig, page, {1, 0, 0, 1, 0});
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: experiment_gallery FOLDER\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const auto planner = [](PlanRig&, ExperimentPage&) {};
    const auto weeks = [](PlanRig&, ExperimentPage& page) { press(page, "alternatingWeeksRadioButton"); };
    const auto released = [](PlanRig& rig, ExperimentPage& page) {
        rig.release();
        rig.sleep();
        page.activate();
    };
    const auto baseline = [](PlanRig& rig, ExperimentPage& page) {
        draw(rig, page, {5});
        rig.live(rig.plan(), 4, 5, 3);
        rig.release();
        rig.sleep();
        rig.rate(5);
        page.activate();
    };
    const auto releaseDay = [](PlanRig& rig, ExperimentPage& page) {
        drawWeeks(rig, page);
        rig.live(rig.plan(), 20, 5, 3);
        rig.sleep();
        page.activate();
    };
    const auto over = [](PlanRig& rig, ExperimentPage& page) {
        drawWeeks(rig, page);
        rig.live(rig.plan(), 30, 5, 3);
        rig.sleep();
        rig.live(rig.plan(), 39, 5, 3);
        page.activate();
    };
    const auto startOver = [](PlanRig& rig, ExperimentPage& page) {
        draw(rig, page, {5});
        rig.live(rig.plan(), 49, 5, 4);
        page.activate();
    };
    const auto stopping = [releaseDay](PlanRig& rig, ExperimentPage& page) {
        releaseDay(rig, page);
        press(page, "stopPlanButton");
    };
    const auto stopped = [stopping](PlanRig& rig, ExperimentPage& page) {
        stopping(rig, page);
        press(page, "confirmStopButton");
    };
    const auto changing = [releaseDay](PlanRig& rig, ExperimentPage& page) {
        releaseDay(rig, page);
        press(page, "changePlanButton");
    };
    for (const Look& look : kLooks) {
        take(folder, look, "planner", planner);
        take(folder, look, "baseline", baseline);
        take(folder, look, "today-off", baseline, true);
        take(folder, look, "over", over);
    }
    for (const Look& look : {kLooks.front(), kLooks.back()}) {
        take(folder, look, "planner-weeks", weeks, false, true);
        take(folder, look, "planner-released", released);
        take(folder, look, "release-day", releaseDay, false, true);
        take(folder, look, "today-release", releaseDay, true);
        take(folder, look, "start-over", startOver, false, true);
        take(folder, look, "stopping", stopping, false, true);
        take(folder, look, "stopped", stopped);
        take(folder, look, "changing", changing);
    }
    return 0;
}
