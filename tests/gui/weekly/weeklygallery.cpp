// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the weekly check-in and of where it is offered, to be looked at: weekly_gallery FOLDER
#include <functional>

#include <QApplication>
#include <QTest>
#include <QTextStream>

#include "gui/checkin/checkinpage.h"
#include "gui/today/todaypage.h"
#include "gui/weekly/weeklypage.h"
#include "support/pagefixture.h"

using namespace psolog;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme = ThemeChoice::Light;
    int text = 100;
    QSize size{1084, 800};
};

constexpr QSize kSmall{828, 700};

template <class PageType>
void take(const QString& folder, const Look& look, const char* state,
          const std::function<void(test::PageFixture&, PageType&)>& prepare)
{
    test::PageFixture fixture(look.theme, look.text);
    fixture.fillDemo();
    Settings settings = fixture.settings.current();
    settings.weeklyCheckIn = true;
    static_cast<void>(fixture.settings.save(settings));
    PageType page(*fixture.services);
    page.resize(look.size);
    page.show();
    page.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&page));
    page.activate();
    prepare(fixture, page);
    QTest::qWait(60);
    page.grab().save(
        QStringLiteral("%1/weekly-%2-%3.png").arg(folder, QString::fromLatin1(state), QString::fromLatin1(look.name)));
}

void keys(QWidget& page, const QString& digits)
{
    for (const QChar digit : digits)
        QTest::keyClick(page.focusWidget(), static_cast<Qt::Key>(digit.unicode()));
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: weekly_gallery FOLDER\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const std::vector<Look> looks{{"light"},
                                  {"dark", ThemeChoice::Dark},
                                  {"small", ThemeChoice::Light, 100, kSmall},
                                  {"large-text", ThemeChoice::Light, 200},
                                  {"small-large-text", ThemeChoice::Dark, 200, kSmall}};
    const auto partial = [](test::PageFixture&, WeeklyPage& page) { keys(page, QStringLiteral("33")); };
    const auto none = [](test::PageFixture&, WeeklyPage& page) { keys(page, QStringLiteral("1")); };
    const auto result = [](test::PageFixture& fixture, WeeklyPage& page) {
        keys(page, QStringLiteral("2223"));
        page.save();
        fixture.clock.advance(std::chrono::hours(24 * 7));
        page.activate();
        keys(page, QStringLiteral("3332"));
        page.save();
    };
    for (const Look& look : looks) {
        take<WeeklyPage>(folder, look, "partial", partial);
        take<WeeklyPage>(folder, look, "result", result);
        take<TodayPage>(folder, look, "today", [](test::PageFixture& fixture, TodayPage& page) {
            fixture.clock.advance(std::chrono::hours(24 * 4));
            page.activate();
        });
    }
    take<WeeklyPage>(folder, looks.front(), "none", none);
    take<CheckInPage>(folder, looks.front(), "checkin", [](test::PageFixture&, CheckInPage&) {});
    return 0;
}
