// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/glutetestflow.h"

#include <vector>

namespace psolog {

namespace {

using Stage = GluteTestFlow::Stage;

std::vector<Reading> readingsToTake(const SelfTest& test)
{
    std::vector<Reading> slots;
    for (const Side side : {test.firstSide, opposite(test.firstSide)}) {
        for (int repeat = 1; repeat <= test.repeats; ++repeat) {
            Reading slot;
            slot.side = side;
            slot.repeat = repeat;
            slots.push_back(slot);
        }
    }
    return slots;
}

Stage stageOf(TestStage part)
{
    switch (part) {
    case TestStage::Introduction:
        break;
    case TestStage::GetReady:
    case TestStage::Posture:  // a tilt test's
        return Stage::GetReady;
    case TestStage::Effort:
        return Stage::Hold;
    case TestStage::Rate:
        return Stage::Rate;
    case TestStage::SwitchSides:
        return Stage::SwitchSides;
    case TestStage::Paused:
        return Stage::Paused;
    case TestStage::Result:
        return Stage::Result;
    case TestStage::Cancelled:
        return Stage::Cancelled;
    }
    return Stage::Introduction;
}

SelfTest newGluteTest(const SelfTestConfig& config)
{
    return newSelfTest(config, SelfTestKind::GluteActivation, kGluteTestWording);
}

}  // namespace

GluteTestFlow::GluteTestFlow(const SelfTestConfig& config, ISelfTestLog& log, const ClockSample& now)
    : SelfTestFlow(newGluteTest(config), readingsToTake(newGluteTest(config)), log, config.dayStart, now)
{
}

void GluteTestFlow::chooseWorkedHardest(std::optional<WorkedHardest> worked)
{
    progress().chooseWorkedHardest(ratingTarget(), worked);
}

void GluteTestFlow::setPillow(bool pillow)
{
    if (stage() == TestStage::Introduction)
        progress().setPillow(pillow);
}

GluteTestFlow::Snapshot GluteTestFlow::snapshot() const
{
    Snapshot now;
    fill(now);
    now.stage = stageOf(now.part);
    now.pausedStage = stageOf(now.pausedPart);
    now.side = now.readingSide.value_or(Side::Left);
    now.otherSideDone = progress().isDone(opposite(now.side));
    now.pose = pose();
    return now;
}

std::string_view GluteTestFlow::pose() const
{
    const bool pillow = record().pillow;
    const bool ready = stage() == TestStage::GetReady;
    if (!ready && stage() != TestStage::Effort)
        return pillow ? "prone-pillow" : "prone";
    const bool left = progress().slot().side == Side::Left;
    if (ready && left)
        return pillow ? "prone-pillow-ready-left" : "prone-ready-left";
    if (ready)
        return pillow ? "prone-pillow-ready-right" : "prone-ready-right";
    if (left)
        return pillow ? "prone-pillow-lift-left" : "prone-lift-left";
    return pillow ? "prone-pillow-lift-right" : "prone-lift-right";
}

}  // namespace psolog
