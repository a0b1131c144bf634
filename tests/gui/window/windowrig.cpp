// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include <stdexcept>

#include <QApplication>
#include <QTest>

namespace psolog::test {

namespace {

constexpr int kMostTabs = 80;

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
    return std::move(*result);
}

}  // namespace

WindowRig::WindowRig(ThemeChoice choice, int textSize, QSize size) : fixture(choice, textSize), m_size(size)
{
    Settings settings;
    settings.theme = choice;
    settings.textSizePercent = textSize;
    // Tests look at windows of a given size.
    settings.fullScreenSession = false;
    // With a figure that stands still and without a blinking cursor two pictures of the same state are the same.
    settings.motion = MotionChoice::Still;
    static_cast<void>(fixture.settings.save(settings));
    QApplication::setCursorFlashTime(0);
}

void WindowRig::start()
{
    window = std::make_unique<MainWindow>(*fixture.services);
    window->resize(m_size);
    window->begin();
    window->show();
    window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    settle();
}

bool WindowRig::closeAndReopen()
{
    if (!window->close())
        return false;
    crash();
    return true;
}

void WindowRig::crash()
{
    window.reset();
    fixture.undo.clear();
    fixture.reopen();
}

QWidget* WindowRig::focus() const
{
    QWidget* target = QApplication::focusWidget();
    return target != nullptr ? target : window.get();
}

void WindowRig::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    // After a dialog the offscreen platform activates no window; a desktop does.
    if (QApplication::activeWindow() == nullptr && window->isVisible()) {
        window->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }
    QTest::keyClick(focus(), key, modifiers);
    settle();
}

void WindowRig::type(const QString& text) const
{
    // By hand, because QTest's own version takes ASCII alone.
    for (const QChar each : text)
        QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(each), Qt::NoModifier);
    settle();
}

bool WindowRig::tabTo(const char* name) const
{
    for (int i = 0; i < kMostTabs; ++i) {
        if (focus()->objectName() == QLatin1String(name))
            return true;
        key(Qt::Key_Tab);
    }
    return false;
}

bool WindowRig::click(const char* name) const
{
    auto* button = visible<QAbstractButton>(name);
    if (button == nullptr || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    settle();
    return true;
}

void WindowRig::run(Milliseconds time)
{
    fixture.run(time);
    settle();
}

void WindowRig::settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString WindowRig::text(const char* label) const
{
    const auto* found = visible<QLabel>(label);
    return found != nullptr ? found->text() : QString();
}

WholeLog readAll(Services& services)
{
    const LocalDay first(2000, 1, 1);
    const LocalDay last(2100, 1, 1);
    WholeLog all;
    all.athlete = valueOf(services.athletes.athlete());
    all.screenings = valueOf(services.athletes.screenings());
    all.checkIns = valueOf(services.checkIns.between(first, last));
    all.selfTests = valueOf(services.selfTests.between(first, last));
    all.releases = valueOf(services.releases.between(first, last));
    all.weekly = valueOf(services.weekly.between(first, last));
    all.experiments = valueOf(services.experiments.all());
    return all;
}

}  // namespace psolog::test
