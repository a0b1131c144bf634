// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the page of a coach in every look: coachgallery FOLDER.
#include <cstdio>

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QtTest>

#include "club.h"
#include "gui/roster/coachdata.h"

using namespace psolog;
using namespace psolog::test;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    QSize size;  ///< of the page, without the navigation
    int textSize;
};

constexpr Look kLooks[] = {
    {"light", ThemeChoice::Light, {1084, 800}, 100},
    {"dark", ThemeChoice::Dark, {1084, 800}, 100},
    {"small", ThemeChoice::Light, {828, 700}, 100},
    {"text200", ThemeChoice::Light, {890, 800}, 200},
};

void shoot(QWidget& widget, const QString& folder, const char* state, const Look& look)
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(state), QString::fromLatin1(look.name));
    if (!widget.grab().save(file))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

void shootAll(const QString& folder, const Look& look)
{
    PageFixture fixture(look.theme, look.textSize);
    AthleteFiles files(fixture.clock, fixture.folder.filePath(QStringLiteral("Club logs")).toStdString());
    CoachPage page(*fixture.services);
    page.resize(look.size);
    page.show();
    page.activate();
    (void)QTest::qWaitFor([&] { return page.data().roster() != nullptr; });
    shoot(page, folder, "empty", look);

    const std::vector<std::string> club = makeClub(files);
    takeIn(fixture.desk, {club.begin(), club.begin() + 11});
    page.data().watch(QString::fromStdString(files.folder()));
    (void)makeBadFiles(files);
    page.data().refresh();
    (void)QTest::qWaitFor([&] {
        return page.data().roster()->athletes == 11 && !page.data().folder().waiting.empty()
            && page.data().refused().size() == 2;
    });
    page.activate();
    shoot(page, folder, "roster", look);

    QStringList all;
    for (const std::string& path : club)
        all << QString::fromStdString(path);
    for (const std::string& path : makeBadFiles(files))
        all << QString::fromStdString(path);
    page.lookInto(all);
    (void)QTest::qWaitFor([&] { return page.findChild<QDialog*>(QStringLiteral("intakeDialog")) != nullptr; });
    if (auto* dialog = page.findChild<QDialog*>(QStringLiteral("intakeDialog"))) {
        shoot(*dialog, folder, "preview", look);
        dialog->reject();
    }
    if (look.textSize == 100 && look.theme == ThemeChoice::Light) {
        page.reviewChosen();
        (void)QTest::qWaitFor([&] {
            auto* view = page.findChild<QWidget*>(QStringLiteral("reviewView"));
            return view != nullptr && view->isVisible();
        });
        shoot(page, folder, "review", look);
    }
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "coachgallery FOLDER\n");
        return 2;
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setCursorFlashTime(0);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    for (const Look& look : kLooks)
        shootAll(folder, look);
    return 0;
}
