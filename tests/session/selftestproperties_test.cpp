// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/validation.h"
#include "selftestscenario.h"

namespace psolog {
namespace {

using namespace std::chrono_literals;
using test::SelfTestScenario;

struct Deed {
    /// 0-5 an action, 6-7 a rating, 8-10 wait, 11 sleep, 12 stall, 13 break the log, 14 worked hardest, 15-16 more
    /// actions
    int kind = 0;
    int amount = 0;  ///< 0-999
};

rc::Gen<Deed> anyDeed()
{
    return rc::gen::build<Deed>(
        rc::gen::set(&Deed::kind,
                     rc::gen::weightedOneOf<int>({{4, rc::gen::inRange(0, 17)}, {3, rc::gen::inRange(6, 11)}})),
        rc::gen::set(&Deed::amount, rc::gen::inRange(0, 1000)));
}

void chooseWorkedHardest(GluteTestFlow& flow, int amount)
{
    flow.chooseWorkedHardest(NameTable<WorkedHardest>::rows[static_cast<std::size_t>(amount) % 4].value);
}

void chooseWorkedHardest(TiltTestFlow& flow, int amount)
{
    flow.rate(static_cast<Contraction>(amount % 5));
}

template <class Flow>
void perform(SelfTestScenario<Flow>& run, const Deed& deed)
{
    if (deed.kind <= 5)
        run.at(run.elapsed(), static_cast<TestAction>(deed.kind));
    else if (deed.kind <= 7)
        run.at(run.elapsed(), deed.amount % 5);
    else if (deed.kind <= 10)
        run.until(run.elapsed() + Milliseconds(deed.amount * 10));
    else if (deed.kind == 11)
        run.sleep(Milliseconds(500 + deed.amount * 10));
    else if (deed.kind == 12)
        run.stall(Milliseconds(1'500 + deed.amount));
    else if (deed.kind == 13)
        run.log.failNextWrites(deed.amount % 4);
    else if (deed.kind == 14)
        chooseWorkedHardest(run.flow, deed.amount);
    else
        run.at(run.elapsed(), deed.kind == 15 ? TestAction::Primary : TestAction::Sleep);
}

template <class Flow>
void check(const SelfTestScenario<Flow>& run, std::size_t readingsBefore)
{
    const auto now = run.now();
    RC_ASSERT(now.countdown.remaining >= 0ms);
    RC_ASSERT(now.countdown.elapsed >= 0ms);
    RC_ASSERT(now.countdown.elapsed + now.countdown.remaining == now.countdown.total);
    RC_ASSERT(now.repeat >= 1 && now.repeat <= now.repeats);
    RC_ASSERT(now.readings.size() >= readingsBefore);  // no reading is ever lost
    RC_ASSERT(now.readings == run.flow.record().readings);
    RC_ASSERT(now.allowed.rate || !now.awaitingRating);
    RC_ASSERT((now.stage == Flow::Stage::Paused) == (now.pauseCause != PauseCause::None));
    RC_ASSERT(!now.offered || now.awaitingRating);
    RC_ASSERT(now.wantsTicks || !now.offered);
    RC_ASSERT((now.primary == TestPrimary::Resume) == now.allowed.resume);
    RC_ASSERT((now.primary == TestPrimary::Start) == now.allowed.start);
    const bool whole = now.readings.size() == static_cast<std::size_t>(now.repeats) * 2;
    RC_ASSERT(run.flow.record().complete == whole);
    RC_ASSERT(now.stage != Flow::Stage::Result || whole);
    RC_ASSERT(validate(run.flow.record(), run.clock.sample().wall).has_value());
    const bool started = !run.log.saves().empty();
    if (!now.readings.empty() && !now.saveError)
        RC_ASSERT(started && run.log.saves().back() == run.flow.record());
    if (now.readings.empty())
        RC_ASSERT(!started);
}

template <class Flow>
void playAnything(unsigned seed)
{
    SelfTestConfig config;
    config.repeats = *rc::gen::inRange(1, 4);
    config.firstSide = *rc::gen::element(Side::Left, Side::Right);
    SelfTestScenario<Flow> run(config, seed + 1);
    for (const Deed& deed : *rc::gen::container<std::vector<Deed>>(anyDeed())) {
        const std::size_t before = run.now().readings.size();
        perform(run, deed);
        check(run, before);
    }
    // Whatever happened, a patient athlete reaches the end.
    run.log.failNextWrites(0);
    run.flow.handle(TestAction::Start);
    for (int i = 0; i < 100 && run.now().stage != Flow::Stage::Result && run.now().stage != Flow::Stage::Cancelled;
         ++i) {
        run.flow.handle(TestAction::Resume);
        run.until(run.elapsed() + 6s);
        if (run.now().awaitingRating)
            run.flow.rate(Contraction::Firm);
    }
    run.flow.handle(TestAction::RetrySave);
    RC_ASSERT(run.now().stage == Flow::Stage::Result || run.now().stage == Flow::Stage::Cancelled);
    RC_ASSERT(!run.now().saveError);
    check(run, 0);
}

RC_GTEST_PROP(SelfTestProperties, NoSequenceOfActionsBreaksAGluteTest, (unsigned seed))
{
    playAnything<GluteTestFlow>(seed);
}

RC_GTEST_PROP(SelfTestProperties, NoSequenceOfActionsBreaksATiltTest, (unsigned seed))
{
    playAnything<TiltTestFlow>(seed);
}

}  // namespace
}  // namespace psolog
