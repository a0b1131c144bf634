// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractButton>
#include <QLabel>

#include "gui/window/mainwindow.h"
#include "support/pagefixture.h"

namespace psolog::test {

/// The whole program in one window, on a real log and a clock moved by hand, driven as a user would.
struct WindowRig {
    explicit WindowRig(ThemeChoice choice = ThemeChoice::Light, int textSize = 100, QSize size = {1280, 800});

    /// Starts the program on the fixture's log.
    void start();
    /// The user closes the window; false when it stays. The log is then opened again, as by the next start.
    bool closeAndReopen();
    /// The program is killed: nobody is asked, nothing is finished. The log is opened again.
    void crash();

    /// Presses a key where the focus is.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString& text) const;
    /// Tab until this widget has the focus; false when Tab never gets there.
    [[nodiscard]] bool tabTo(const char* name) const;
    /// Clicks a visible button; false when there is none that can be clicked.
    [[nodiscard]] bool click(const char* name) const;
    void run(Milliseconds time);
    /// Layouts and queued calls come to rest.
    static void settle();

    [[nodiscard]] PageId page() const { return window->currentPage(); }
    /// The visible one of this name; null when none is.
    template <class Widget>
    [[nodiscard]] Widget* visible(const char* name) const
    {
        for (auto* candidate : window->findChildren<Widget*>(QString::fromLatin1(name)))
            if (candidate->isVisible())
                return candidate;
        return nullptr;
    }
    [[nodiscard]] QString text(const char* label) const;
    [[nodiscard]] QWidget* focus() const;

    PageFixture fixture;
    std::unique_ptr<MainWindow> window;

private:
    QSize m_size;
};

/// Everything in a log, to compare it before and after.
struct WholeLog {
    std::optional<Athlete> athlete;
    std::vector<SafetyScreening> screenings;
    std::vector<CheckIn> checkIns;
    std::vector<SelfTest> selfTests;
    std::vector<ReleaseSession> releases;
    std::vector<WeeklyCheckIn> weekly;
    std::vector<Experiment> experiments;

    friend bool operator==(const WholeLog&, const WholeLog&) = default;
};

/// Reads all of it; throws when it cannot be read.
[[nodiscard]] WholeLog readAll(Services& services);

}  // namespace psolog::test
