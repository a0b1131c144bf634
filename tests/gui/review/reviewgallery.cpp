// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of a review in its parts, to be looked at, and says how long it takes to go to another athlete:
// review_gallery FOLDER
#include <algorithm>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTextStream>

#include "gui/review/reviewview.h"
#include "reviewathletes.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    QSize size;
    int textSize;
};

constexpr Look kLooks[] = {
    {"light-1280x800", ThemeChoice::Light, {1084, 800}, 100},
    {"dark-1280x800", ThemeChoice::Dark, {1084, 800}, 100},
    {"light-1024x700", ThemeChoice::Light, {828, 700}, 100},
    {"light-1280x800-text200", ThemeChoice::Light, {1084, 800}, 200},
};

void take(const Look& look, const QString& folder)
{
    PageFixture fixture(look.theme, look.textSize);
    ReviewView view(*fixture.services);
    view.resize(look.size);
    ReviewedAthlete athlete = reviewed({"Runner 07", 60, 7}, fixture.clock);
    const LocalDay today = localDayOf(fixture.clock.now());
    athlete.notes = {coachNote("Less downhill this week, please: both calves went up after Tuesday.", fixture.clock,
                               NoteDays{today - 9, today - 6}),
                     coachNote("Good rhythm. Keep the evenings.", fixture.clock)};
    view.show(athlete);
    view.setNeighbours(true, true, QStringLiteral("3 of 28"));
    view.show();
    const auto shot = [&](const char* name) {
        QTest::qWait(100);
        (void)view.grab();
        QTest::qWait(50);
        view.grab().save(QStringLiteral("%1/review-%2-%3.png")
                             .arg(folder, QString::fromLatin1(name), QString::fromLatin1(look.name)));
    };
    shot("trends");
    QTest::keyClick(&view, Qt::Key_F);
    shot("rules");
    QTest::keyClick(&view, Qt::Key_F);
    view.setPart(ReviewView::Part::History);
    shot("history");
    view.setPart(ReviewView::Part::Report);
    shot("report");
    view.setPart(ReviewView::Part::Notes);
    shot("notes");
    view.setPart(ReviewView::Part::Beside);
    shot("periods");
    view.showBeside(reviewed({"Runner 21", 60, 3, 3}, fixture.clock));
    shot("athletes");
    view.show(reviewed({"Newcomer", 0}, fixture.clock));
    view.setPart(ReviewView::Part::Trends);
    shot("empty");
}

/// Milliseconds from asking for another athlete to the painted page, the median of some.
double switching(ReviewView& view, ReviewView::Part part, const std::vector<ReviewedAthlete>& athletes)
{
    view.setPart(part);
    QTest::qWait(200);
    std::vector<double> times;
    for (int round = 0; round < 9; ++round) {
        QElapsedTimer timer;
        timer.start();
        view.show(athletes.at(static_cast<std::size_t>(round) % athletes.size()));
        (void)view.grab();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(50);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

void measure()
{
    PageFixture fixture;
    ReviewView view(*fixture.services);
    view.resize(1084, 800);
    std::vector<ReviewedAthlete> athletes;
    for (const std::uint64_t seed : {1U, 2U, 3U})
        athletes.push_back(reviewed({"Runner", 730, seed}, fixture.clock));
    view.show(athletes.front());
    view.show();
    QTextStream out(stdout);
    for (const auto& [name, part] :
         {std::pair{"Trends", ReviewView::Part::Trends}, std::pair{"History", ReviewView::Part::History},
          std::pair{"Report", ReviewView::Part::Report}, std::pair{"Side by side", ReviewView::Part::Beside}})
        out << "another athlete of two years, " << name << ": " << switching(view, part, athletes) << " ms\n";
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc < 2) {
        QTextStream(stderr) << "usage: review_gallery FOLDER\n";
        return 2;
    }
    for (const Look& look : kLooks)
        take(look, QString::fromLocal8Bit(argv[1]));
    measure();
    return 0;
}
