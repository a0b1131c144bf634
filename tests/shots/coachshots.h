// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QTableView>
#include <QtTest>

#include "club.h"

namespace psolog::test {

/// A coach's page: empty, before files are taken in, with a dozen athletes, and one of them under review. `Stage` as in
/// main.cpp.
template <class Stage>
void shootCoach(Stage& stage)
{
    PageFixture& fixture = stage.fixture();
    const auto seen = [&stage](const char* name) -> QWidget* {
        for (auto* widget : stage.window().template findChildren<QWidget*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    };
    const auto await = [&seen](const char* name) {
        if (!QTest::qWaitFor([&] { return seen(name) != nullptr; }))
            std::fprintf(stderr, "%s never comes\n", name);
        return seen(name);
    };
    stage.go(PageId::Coach);
    static_cast<void>(await("emptyAddButton"));
    stage.shot("coach-empty");

    AthleteFiles files(fixture.clock, fixture.folder.filePath(QStringLiteral("Club logs")).toStdString());
    const std::vector<std::string> club = makeClub(files);
    takeIn(fixture.desk, {club.begin(), club.begin() + 9});
    QStringList all;
    for (const std::string& path : club)
        all << QString::fromStdString(path);
    for (const std::string& path : makeBadFiles(files))
        all << QString::fromStdString(path);
    auto& page = static_cast<CoachPage&>(stage.window().page(PageId::Coach));
    page.lookInto(all);
    if (QWidget* dialog = await("intakeDialog")) {
        dialog->resize(dialog->size().boundedTo(stage.window().size() * 0.92));
        stage.save(*dialog, "coach-take-in");
        dialog->close();
    }
    takeIn(fixture.desk, club);
    stage.go(PageId::Today);
    stage.go(PageId::Coach);
    auto* table = static_cast<QTableView*>(await("rosterTable"));
    if (table == nullptr || !QTest::qWaitFor([&] { return table->model()->rowCount() == 12; }))
        return;
    stage.shot("coach-roster");

    table->setFocus();
    stage.key(Qt::Key_Return);
    static_cast<void>(await("reviewView"));
    stage.shot("coach-review");
    stage.click("besidePartButton");
    if (auto* beside = static_cast<QComboBox*>(await("besideComboBox"))) {
        Q_EMIT beside->activated(beside->count() - 1);
        static_cast<void>(QTest::qWaitFor([&] { return beside->currentIndex() > 0; }));
        stage.shot("coach-side-by-side");
    }
}

}  // namespace psolog::test
