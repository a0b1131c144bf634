// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the calendar, relief and weekly views, to be looked at: trend_views_gallery FOLDER
#include <QApplication>
#include <QTest>
#include <QTextStream>

#include "gui/charts/yearheatmap.h"
#include "gui/trends/trendspage.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme = ThemeChoice::Light;
    int textSize = 100;
    QSize size{1084, 800};
    int days = 150;
};

void take(const Look& look, const QString& folder)
{
    test::PageFixture fixture(look.theme, look.textSize);
    if (look.days > 0)
        fixture.fillDemo(look.days);
    TrendsPage page(*fixture.services);
    page.resize(look.size);
    page.show();
    page.activate();
    const auto shoot = [&](const char* view) {
        QTest::qWait(400);
        page.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(view), QLatin1String(look.name)));
    };
    page.setView(TrendsPage::View::Year);
    if (auto* map = page.findChild<YearHeatMap*>(QStringLiteral("yearHeatMap")); look.days > 30)
        map->setCursorDay(map->days().last - 60);
    shoot("year");
    page.setView(TrendsPage::View::Relief);
    shoot("relief");
    page.setView(TrendsPage::View::Weekly);
    shoot("weekly");
    if (look.days == 0)
        return;
    for (const auto view : {TrendsPage::View::Year, TrendsPage::View::Relief, TrendsPage::View::Weekly}) {
        page.setView(view);
        page.exportTo(
            TrendsPage::ExportKind::Png,
            QStringLiteral("%1/sheet-%2-%3.png").arg(folder).arg(static_cast<int>(view)).arg(QLatin1String(look.name)));
        page.setTableShown(true);
        shoot(view == TrendsPage::View::Year         ? "table-year"
                  : view == TrendsPage::View::Relief ? "table-relief"
                                                     : "table-weekly");
        page.setTableShown(false);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: trend_views_gallery FOLDER\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QSize small(828, 700);
    for (const Look& look :
         {Look{"light"}, Look{"dark", ThemeChoice::Dark}, Look{"small", ThemeChoice::Light, 100, small},
          Look{"large-text", ThemeChoice::Light, 200, {1084, 1500}},
          Look{"small-large-text", ThemeChoice::Dark, 200, {828, 2100}},
          Look{"years", ThemeChoice::Light, 100, {1084, 800}, 900},
          Look{"first-days", ThemeChoice::Light, 100, {1084, 800}, 3},
          Look{"empty", ThemeChoice::Light, 100, {1084, 800}, 0}})
        take(look, folder);
    return 0;
}
