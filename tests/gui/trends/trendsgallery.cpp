// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the Trends page in its states, to be looked at: trends_gallery FOLDER
#include <functional>

#include <QApplication>
#include <QTest>
#include <QTextStream>

#include "gui/charts/sorenesschart.h"
#include "gui/trends/trendspage.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

struct Shot {
    const char* name;
    ThemeChoice theme = ThemeChoice::Light;
    int textSize = 100;
    QSize size{1084, 800};
    int days = 60;  ///< of the demonstration log; 0: empty log
    std::function<void(TrendsPage&)> prepare = [](TrendsPage&) {};
};

void take(const Shot& shot, const QString& folder)
{
    test::PageFixture fixture(shot.theme, shot.textSize);
    if (shot.days > 0)
        fixture.fillDemo(shot.days);
    TrendsPage page(*fixture.services);
    page.resize(shot.size);
    page.show();
    page.activate();
    shot.prepare(page);
    QTest::qWait(100);
    page.grab().save(folder + QLatin1Char('/') + QString::fromLatin1(shot.name) + QStringLiteral(".png"));
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: trends_gallery FOLDER\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QSize small(828, 700);
    const auto all = [](TrendsPage& page) { page.setView(TrendsPage::View::AllMuscles); };
    const auto tests = [](TrendsPage& page) { page.setView(TrendsPage::View::SelfTests); };
    const auto table = [](TrendsPage& page) { page.setTableShown(true); };
    const auto everything = [](TrendsPage& page) { page.setRange(TrendRange::All); };
    const auto cursor = [](TrendsPage& page) {
        auto* chart = page.findChild<SorenessChart*>(QStringLiteral("sorenessChart"));
        chart->setCursorDay(chart->visibleDays().last - 12);
    };
    const auto exported = [&folder](TrendsPage& page) {
        page.exportTo(TrendsPage::ExportKind::Png, folder + QStringLiteral("/export-sheet.png"));
        page.exportTo(TrendsPage::ExportKind::Pdf, folder + QStringLiteral("/export-sheet.pdf"));
    };
    const std::vector<Shot> shots{
        {"light"},
        {"dark", ThemeChoice::Dark},
        {"small", ThemeChoice::Light, 100, small},
        {"large-text", ThemeChoice::Light, 200},
        {"small-large-text", ThemeChoice::Light, 200, small},
        {"all", ThemeChoice::Light, 100, {1084, 800}, 60, all},
        {"all-small", ThemeChoice::Dark, 100, small, 60, all},
        {"tests", ThemeChoice::Light, 100, {1084, 800}, 60, tests},
        {"tests-dark", ThemeChoice::Dark, 100, {1084, 800}, 60, tests},
        {"table", ThemeChoice::Light, 100, {1084, 800}, 60, table},
        {"empty", ThemeChoice::Light, 100, {1084, 800}, 0},
        {"first-days", ThemeChoice::Light, 100, {1084, 800}, 3},
        {"years", ThemeChoice::Light, 100, {1084, 800}, 1500, everything},
        {"cursor", ThemeChoice::Dark, 100, {1084, 800}, 60, cursor},
        {"export", ThemeChoice::Light, 100, {1084, 800}, 60, exported},
    };
    for (const Shot& shot : shots)
        take(shot, folder);
    return 0;
}
