// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the Trends page in its states, to be looked at: trends_gallery FOLDER [NAME]
#include <functional>

#include <QApplication>
#include <QTest>
#include <QTextStream>

#include "gui/charts/sorenesschart.h"
#include "gui/trends/diary.h"
#include "gui/trends/outcomescard.h"
#include "gui/trends/trendspage.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

struct Shot {
    const char* name;
    ThemeChoice theme = ThemeChoice::Light;
    int textSize = 100;
    QSize size{1084, 800};
    int days = 60;  ///< of the demonstration log; 0: empty log; -1: the diary
    std::function<void(TrendsPage&)> prepare = [](TrendsPage&) {};
    test::Diary diary = {};
};

void take(const Shot& shot, const QString& folder)
{
    test::PageFixture fixture(shot.theme, shot.textSize);
    if (shot.days > 0)
        fixture.fillDemo(shot.days);
    if (shot.days < 0) {
        test::fill(fixture, shot.diary);
        test::addGluteTest(fixture, shot.diary.since + 2, 2, 3);
        if (shot.diary.since > 6)
            test::addGluteTest(fixture, shot.diary.since - 6, 3, 3);
    }
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
    if (argc < 2) {
        QTextStream(stderr) << "usage: trends_gallery FOLDER [NAME]\n";
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
    const QSize wide(1084, 800);
    const QSize tall(1084, 1900);
    const auto terms = [](TrendsPage& page) { page.setTermsShown(true); };
    const auto band = [](TrendsPage& page) { page.setBandShown(true); };
    const auto calf = [](TrendsPage& page) { page.setMuscle(Muscle::Calf); };
    const auto psoas = [](TrendsPage& page) { page.setMuscle(Muscle::Psoas); };
    const auto bandSheet = [&folder](TrendsPage& page) {
        page.setBandShown(true);
        page.exportTo(TrendsPage::ExportKind::Png, folder + QStringLiteral("/export-band.png"));
    };
    using test::Diary;
    using test::levels;
    const Diary better{21, 35, levels(21, 6, 3)};
    const Diary worse{14, 28, levels(14, 3, 6)};
    const Diary unclear{14, 20, levels(14, 5, 4)};
    const Diary early{14, 4, levels(14, 6, 4)};
    const Diary noBaseline{3, 30, levels(3, 6, 3)};
    const Diary baseline{9, 0, levels(9, 5, 5)};
    const Diary doubtful{14, 30,
                         [](Site site, int day) -> std::vector<int> {
                             if (day % 3 == 1)
                                 return {};
                             const int level = day < 14 ? 9 - day / 3 : 2;
                             return {std::clamp(level - (site.side == Side::Right ? 1 : 0), 0, 10)};
                         },
                         30, 60};
    const Diary ten{14, 20, [](Site, int) -> std::vector<int> { return {10}; }};
    const std::vector<Shot> shots{
        {"better", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, better},
        {"better-dark", ThemeChoice::Dark, 100, wide, -1, band, better},
        {"better-small", ThemeChoice::Light, 100, small, -1, band, better},
        {"better-200", ThemeChoice::Light, 200, tall, -1, terms, better},
        {"better-small-200", ThemeChoice::Dark, 200, small, -1, [](TrendsPage&) {}, better},
        {"how", ThemeChoice::Light, 100, tall, -1, terms, better},
        {"how-dark", ThemeChoice::Dark, 100, {828, 1900}, -1, terms, better},
        {"worse", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, worse},
        {"unclear", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, unclear},
        {"unclear-dark", ThemeChoice::Dark, 100, wide, -1, [](TrendsPage&) {}, unclear},
        {"too-little", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, early},
        {"no-baseline", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, noBaseline},
        {"no-release", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, baseline},
        {"doubtful", ThemeChoice::Light, 100, wide, -1, [](TrendsPage&) {}, doubtful},
        {"secondary", ThemeChoice::Light, 100, wide, -1, calf, better},
        {"exploratory", ThemeChoice::Light, 100, wide, -1, psoas, better},
        {"all-ten", ThemeChoice::Light, 100, wide, -1, band, ten},
        {"band-sheet", ThemeChoice::Light, 100, wide, -1, bandSheet, better},
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
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    for (const Shot& shot : shots)
        if (QString::fromLatin1(shot.name).startsWith(only))
            take(shot, folder);
    return 0;
}
