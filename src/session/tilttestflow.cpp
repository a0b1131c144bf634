// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tilttestflow.h"

#include <string_view>
#include <vector>

namespace psolog {

namespace {

using Stage = TiltTestFlow::Stage;

std::vector<Reading> readingsToTake(const SelfTest& test)
{
    std::vector<Reading> slots;
    for (int repeat = 1; repeat <= test.repeats; ++repeat) {
        for (const Posture posture : {Posture::Arched, Posture::Tucked}) {
            Reading slot;
            slot.posture = posture;
            slot.repeat = repeat;
            slots.push_back(slot);
        }
    }
    return slots;
}

SelfTest newTiltTest(const SelfTestConfig& config)
{
    return newSelfTest(config, SelfTestKind::PelvicTilt, kTiltTestWording);
}

Stage stageOf(TestStage part, Posture posture)
{
    const bool arched = posture == Posture::Arched;
    switch (part) {
    case TestStage::Introduction:
        break;
    case TestStage::GetReady:
    case TestStage::SwitchSides:  // a glute test's
        return Stage::StandTall;
    case TestStage::Posture:
        return arched ? Stage::Arch : Stage::Tuck;
    case TestStage::Effort:
        return arched ? Stage::SqueezeArched : Stage::SqueezeTucked;
    case TestStage::Rate:
        return arched ? Stage::RateArched : Stage::RateTucked;
    case TestStage::Paused:
        return Stage::Paused;
    case TestStage::Result:
        return Stage::Result;
    case TestStage::Cancelled:
        return Stage::Cancelled;
    }
    return Stage::Introduction;
}

std::string_view poseFor(TestStage part, Posture posture)
{
    switch (part) {
    case TestStage::Posture:
    case TestStage::Effort:
    case TestStage::Rate:
        return posture == Posture::Arched ? "stand-arched" : "stand-tucked";
    case TestStage::Introduction:
    case TestStage::GetReady:
    case TestStage::SwitchSides:
    case TestStage::Paused:
    case TestStage::Result:
    case TestStage::Cancelled:
        break;
    }
    return "stand-neutral";
}

}  // namespace

TiltTestFlow::TiltTestFlow(const SelfTestConfig& config, ISelfTestLog& log, const ClockSample& now)
    : SelfTestFlow(newTiltTest(config), readingsToTake(newTiltTest(config)), log, config.dayStart, now)
{
}

TiltTestFlow::Snapshot TiltTestFlow::snapshot() const
{
    Snapshot now;
    fill(now);
    now.posture = now.readingPosture.value_or(Posture::Arched);
    now.stage = stageOf(now.part, now.posture);
    now.pausedStage = stageOf(now.pausedPart, now.posture);
    now.pose = poseFor(now.part, now.posture);
    return now;
}

}  // namespace psolog
