// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QtTest>

#include "club.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/rosterview.h"

namespace psolog::test {

/// The page of a coach, driven by name and key.
struct Bench {
    Bench()
        : files(fixture.clock, fixture.folder.filePath(QStringLiteral("Club logs")).toStdString()),
          page(std::make_unique<CoachPage>(*fixture.services))
    {
        QObject::connect(page.get(), &Page::noticed, page.get(),
                         [this](const QString& text, bool) { notices << text; });
        page->data().folderWatch().setQuiet(std::chrono::milliseconds(20));
        page->resize(1084, 800);
        page->show();
        page->activateWindow();
        page->activate();
        static_cast<void>(QTest::qWaitForWindowActive(page.get()));
    }
    ~Bench() { page.reset(); }

    template <class Widget>
    [[nodiscard]] Widget* child(const char* name) const
    {
        return page->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] bool sees(const char* name) const
    {
        const auto* widget = child<QWidget>(name);
        return widget != nullptr && widget->isVisible();
    }
    void click(const char* name) const { child<QAbstractButton>(name)->click(); }
    [[nodiscard]] RosterView& table() const { return *child<RosterView>("rosterTable"); }
    void key(Qt::Key key) const
    {
        table().setFocus();
        QTest::keyClick(&table(), key);
    }
    [[nodiscard]] QString name(int row) const
    {
        return table().model()->index(row, static_cast<int>(RosterColumn::Athlete)).data().toString();
    }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }

    /// The whole club is in the library.
    void joinClub()
    {
        takeIn(fixture.desk, makeClub(files));
        page->data().refresh();
        QTRY_COMPARE(rows(), 12);
    }

    PageFixture fixture;
    AthleteFiles files;
    QStringList notices;
    std::unique_ptr<CoachPage> page;
};

}  // namespace psolog::test
