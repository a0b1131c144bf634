// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <vector>

#include <QLabel>
#include <QTest>
#include <QWidget>

#include "support/pagefixture.h"

namespace psolog::test {

/// An athlete with a log, a day at a time: rates the hamstrings, releases or not, and sleeps.
struct PlanRig {
    explicit PlanRig(ThemeChoice choice = ThemeChoice::Light, int textSize = 100) : fixture(choice, textSize)
    {
        Services& services = *fixture.services;
        must(services.athletes.save(
            Athlete{fixture.ids.make<AthleteId>(), "Runner", StartChoice::BaselineFirst, services.recordedNow()}));
        screen();
        for (const SelfTestKind kind : {SelfTestKind::GluteActivation, SelfTestKind::PelvicTilt})
            test(kind);
    }

    void screen()
    {
        must(fixture.services->athletes.save(
            SafetyScreening{fixture.ids.make<ScreeningId>(), fixture.services->recordedNow(), {}, std::nullopt}));
    }

    void test(SelfTestKind kind)
    {
        SelfTest test;
        test.id = fixture.ids.make<SelfTestId>();
        test.recorded = fixture.services->recordedNow();
        test.kind = kind;
        test.repeats = 1;
        test.complete = true;
        if (kind == SelfTestKind::GluteActivation)
            test.readings = {Reading{Side::Left, {}, 1, Contraction::Soft, {}},
                             Reading{Side::Right, {}, 1, Contraction::Soft, {}}};
        else
            test.readings = {Reading{{}, Posture::Arched, 1, Contraction::Soft, {}},
                             Reading{{}, Posture::Tucked, 1, Contraction::Firm, {}}};
        must(fixture.services->selfTests.save(test));
    }

    void rate(int left, int right = 2)
    {
        CheckIn checkIn;
        checkIn.id = fixture.ids.make<CheckInId>();
        checkIn.recorded = fixture.services->recordedNow();
        checkIn.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(left);
        checkIn.scores[Site{Muscle::Hamstring, Side::Right}] = Score::clamped(right);
        must(fixture.services->checkIns.save(checkIn));
        fixture.changes.announce();
    }

    void release()
    {
        ReleaseSession session;
        session.id = fixture.ids.make<ReleaseSessionId>();
        session.recorded = fixture.services->recordedNow();
        session.routineId = "daily-five";
        session.routineName = "Daily five minutes";
        session.planned = Seconds(300);
        session.worked = Seconds(300);
        session.outcome = ReleaseOutcome::Completed;
        must(fixture.services->releases.save(session));
        fixture.changes.announce();
    }

    void sleep(int days = 1)
    {
        fixture.clock.advance(std::chrono::hours(24) * days);
        fixture.changes.announce();
    }

    /// Days of a life by the plan: rated on each, released on those of the plan, ended by a night.
    void live(const Experiment& plan, int days, int soreWithout, int soreWith)
    {
        for (int i = 0; i < days; ++i) {
            const LocalDay today = fixture.services->today();
            const bool with = plan.covers(today) && plan.isReleaseDay(today);
            rate(with ? soreWith : soreWithout);
            if (with)
                release();
            sleep();
        }
    }

    [[nodiscard]] Experiment plan(std::size_t index = 0)
    {
        return value(fixture.services->experiments.all()).at(index);
    }

    /// The page as a window with the focus.
    static void open(QWidget& page, QSize size = {1084, 800})
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&page));
    }

    /// The words of a visible label; nothing when it is not to be seen.
    static QString text(const QWidget& page, const char* name)
    {
        const auto* label = page.findChild<QLabel*>(QString::fromLatin1(name));
        return label != nullptr && label->isVisibleTo(&page) ? label->text() : QString();
    }

    template <class T>
    static T value(Result<T> result)
    {
        if (!result)
            throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
        return std::move(*result);
    }

    static void must(const Result<void>& result)
    {
        if (!result)
            throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
    }

    PageFixture fixture;
};

}  // namespace psolog::test
