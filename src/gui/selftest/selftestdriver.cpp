// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestdriver.h"

#include <type_traits>
#include <utility>

#include "session/testcoach.h"

namespace psolog {

namespace {

template <class Flow>
class FlowDriver : public SelfTestDriver {
public:
    FlowDriver(const SelfTestConfig& config, ISelfTestLog& log, const ClockSample& now) : m_flow(config, log, now) { }

    void advance(const ClockSample& now) override { m_flow.advance(now); }
    void handle(TestAction action) override { m_flow.handle(action); }
    void rate(Contraction contraction) override { m_flow.rate(contraction); }
    void chooseWorkedHardest(std::optional<WorkedHardest> worked) override
    {
        if constexpr (requires { m_flow.chooseWorkedHardest(worked); })
            m_flow.chooseWorkedHardest(worked);
    }
    void setPillow(bool pillow) override
    {
        if constexpr (requires { m_flow.setPillow(pillow); })
            m_flow.setPillow(pillow);
    }
    [[nodiscard]] SelfTestView view() const override { return m_flow.snapshot(); }
    [[nodiscard]] std::vector<Cue> cues() override { return m_coach.follow(m_flow.snapshot()); }
    [[nodiscard]] std::optional<Milliseconds> untilNextCue() const override { return m_coach.untilNext(); }
    void beforeStoring(std::function<void()> hear) override { m_flow.beforeStoring(std::move(hear)); }
    [[nodiscard]] StageWords words() const override { return SelfTestWords::stage(m_flow.snapshot()); }
    [[nodiscard]] const SelfTest& record() const override { return m_flow.record(); }
    [[nodiscard]] bool mirrored() const override
    {
        if constexpr (std::is_same_v<Flow, GluteTestFlow>) {
            const auto now = m_flow.snapshot();
            return now.side == Side::Left && (now.pose == "prone" || now.pose == "prone-pillow");
        }
        return false;
    }
    [[nodiscard]] std::set<Muscle> highlight() const override
    {
        if constexpr (std::is_same_v<Flow, TiltTestFlow>) {
            if (m_flow.snapshot().stage == TiltTestFlow::Stage::SqueezeArched)
                return {Muscle::Glute, Muscle::LowerBack};
        }
        return {};
    }
    [[nodiscard]] Screen screen() const override
    {
        const auto stage = m_flow.snapshot().stage;
        if (stage == Flow::Stage::Introduction)
            return Screen::Introduction;
        if (stage == Flow::Stage::Result)
            return Screen::Result;
        return stage == Flow::Stage::Cancelled ? Screen::Cancelled : Screen::Running;
    }

private:
    Flow m_flow;
    TestCoach m_coach;
};

}  // namespace

std::unique_ptr<SelfTestDriver> SelfTestDriver::make(SelfTestKind kind, const SelfTestConfig& config, ISelfTestLog& log,
                                                     const ClockSample& now)
{
    if (kind == SelfTestKind::GluteActivation)
        return std::make_unique<FlowDriver<GluteTestFlow>>(config, log, now);
    return std::make_unique<FlowDriver<TiltTestFlow>>(config, log, now);
}

}  // namespace psolog
