// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of the settings page: settings_gallery OUT_FOLDER
#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QTest>

#include "gui/settings/settingspage.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

void shoot(const QString& folder, const char* name, ThemeChoice theme, int text, QSize size)
{
    PageFixture fixture(theme, text);
    fixture.voice.become(SoundState::Ready, {{"a", "Anna (English)"}});
    fixture.tones.become(SoundState::NoOutput);
    SettingsPage page(*fixture.services);
    page.resize(size);
    page.show();
    page.activate();
    static_cast<void>(QTest::qWaitForWindowExposed(&page));
    // The whole page, also what a window of this size scrolls to.
    const auto* scroll = page.findChild<QScrollArea*>(QStringLiteral("scrollArea"));
    page.resize(size.width(), scroll->widget()->sizeHint().height());
    QApplication::sendPostedEvents();
    page.resize(size.width(), std::max(size.height(), scroll->widget()->heightForWidth(scroll->viewport()->width())));
    QApplication::sendPostedEvents();
    page.grab().save(QStringLiteral("%1/settings-%2.png").arg(folder, QString::fromLatin1(name)));
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (app.arguments().size() != 2)
        return 2;
    const QString folder = app.arguments().at(1);
    QDir().mkpath(folder);
    shoot(folder, "light", ThemeChoice::Light, 100, {1084, 800});
    shoot(folder, "dark", ThemeChoice::Dark, 100, {1084, 800});
    shoot(folder, "narrow", ThemeChoice::Light, 100, {828, 700});
    shoot(folder, "200", ThemeChoice::Light, 200, {1218, 800});
    return 0;
}
