// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QSignalSpy>

#include "gui/history/historypage.h"
#include "gui/release/releaserig.h"
#include "gui/selftest/selftestpage.h"
#include "gui/selftest/selftestrunview.h"

namespace psolog::test {

/// From a glute test over the release to the re-test, on one log and one clock.
struct LoopRig : ReleaseRig {
    explicit LoopRig(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : ReleaseRig(choice, textSize)
    {
        answerScreening();
    }

    /// A complete glute test that began so long ago, right side first.
    SelfTest addTest(std::chrono::minutes ago, const std::vector<int>& left, const std::vector<int>& right)
    {
        SelfTest test;
        test.id = fixture.ids.make<SelfTestId>();
        test.recorded.at = services->clock.now();
        test.recorded.at.utc -= ago;
        test.recorded.day = localDayOf(test.recorded.at);
        test.firstSide = Side::Right;
        test.repeats = static_cast<int>(left.size());
        test.hold = Seconds(4);
        test.complete = true;
        for (const auto& [side, ratings] : {std::pair(Side::Right, right), std::pair(Side::Left, left)}) {
            int repeat = 1;
            for (const int rating : ratings)
                test.readings.push_back({side, std::nullopt, repeat++, static_cast<Contraction>(rating), std::nullopt});
        }
        const auto saved = services->selfTests.save(test);
        Q_ASSERT(saved);
        return test;
    }

    /// A whole session with one point, and tightness, up to its summary.
    void release(QSize size = {1084, 800})
    {
        open(size);
        key(Qt::Key_Space);
        key(Qt::Key_N);
        key(Qt::Key_6);
        key(Qt::Key_Return);
        key(Qt::Key_4);
        key(Qt::Key_Return);
        key(Qt::Key_Space);
        run(Seconds(33));
        key(Qt::Key_Space);
        run(Seconds(20));
        key(Qt::Key_Space);
        run(Seconds(247));
        key(Qt::Key_3);
        key(Qt::Key_Return);
        key(Qt::Key_4);
        key(Qt::Key_Return);
    }

    /// Presses a button of the summary and opens the page it asks for, if that is Self-tests.
    void leaveSummary(const char* button)
    {
        QSignalSpy asked(page.get(), &Page::pageRequested);
        click(button);
        Q_ASSERT(asked.count() == 1);
        if (asked.front().front().value<PageId>() == PageId::SelfTests)
            openTest(asked.front().at(1).toString());
    }

    void openTest(const QString& topic, QSize size = {1084, 800})
    {
        tests = std::make_unique<SelfTestPage>(*services);
        tests->resize(size);
        tests->show();
        tests->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(tests.get()));
        tests->openTopic(topic);
    }

    void pressInTest(Qt::Key key) const { QTest::keyClick(tests->findChild<SelfTestRunView*>(), key); }

    /// Rates every lift of the test that is open, in its order; `hold` is its holding time.
    void rate(const std::vector<int>& first, const std::vector<int>& second, Seconds hold)
    {
        pressInTest(Qt::Key_Space);
        bool switched = false;
        for (const auto& ratings : {first, second}) {
            if (switched)
                run(Seconds(8));
            for (const int rating : ratings) {
                run(Seconds(5) + hold);
                pressInTest(static_cast<Qt::Key>(Qt::Key_0 + rating));
            }
            switched = true;
        }
    }

    QString testText(const char* name) const
    {
        for (auto* label : tests->findChildren<QLabel*>(QString::fromLatin1(name)))
            if (label->isVisible())
                return label->text();
        return {};
    }

    std::unique_ptr<SelfTestPage> tests;
};

}  // namespace psolog::test
