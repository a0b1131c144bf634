// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestwords.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QStringList>

#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

QString number(double value)
{
    return QLocale().toString(value, 'g', 3);
}

template <class Match>
QString ratings(const std::vector<Reading>& readings, int repeats, Match match)
{
    QStringList words;
    for (int repeat = 1; repeat <= repeats; ++repeat) {
        const auto found = std::find_if(readings.begin(), readings.end(),
                                        [&](const Reading& reading) { return match(reading) && reading.repeat == repeat; });
        words << (found == readings.end() ? QStringLiteral("–") : SelfTestWords::of(found->contraction));
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace

QString SelfTestWords::of(SelfTestKind kind)
{
    return kind == SelfTestKind::GluteActivation ? tr("Glute activation") : tr("Pelvic tilt");
}

QString SelfTestWords::of(Contraction contraction)
{
    switch (contraction) {
    case Contraction::None:
        return tr("none");
    case Contraction::Flicker:
        return tr("flicker");
    case Contraction::Soft:
        return tr("soft");
    case Contraction::Firm:
        return tr("firm");
    case Contraction::Hard:
        return tr("hard");
    }
    return {};
}

QString SelfTestWords::of(WorkedHardest worked)
{
    switch (worked) {
    case WorkedHardest::Glute:
        return tr("glute");
    case WorkedHardest::Hamstring:
        return tr("hamstring");
    case WorkedHardest::LowerBack:
        return tr("lower back");
    case WorkedHardest::Even:
        return tr("even");
    }
    return {};
}

QString SelfTestWords::of(Posture posture)
{
    return posture == Posture::Arched ? tr("arched") : tr("tucked");
}

QString SelfTestWords::caption(TestStage stage)
{
    switch (stage) {
    case TestStage::Introduction:
    case TestStage::GetReady:
    case TestStage::Posture:
        return tr("READY");
    case TestStage::Effort:
        return tr("HOLD");
    case TestStage::Rate:
        return tr("RATE");
    case TestStage::SwitchSides:
        return tr("SWITCH");
    case TestStage::Paused:
        return tr("PAUSED");
    case TestStage::Result:
    case TestStage::Cancelled:
        break;
    }
    return tr("DONE");
}

QString SelfTestWords::side(Side side)
{
    return side == Side::Left ? tr("left") : tr("right");
}

StageWords SelfTestWords::stage(const GluteTestFlow::Snapshot& now)
{
    using Stage = GluteTestFlow::Stage;
    const bool left = now.side == Side::Left;
    StageWords words;
    words.kicker = left ? tr("Glute activation · left side, lift %1 of %2").arg(now.repeat).arg(now.repeats)
                        : tr("Glute activation · right side, lift %1 of %2").arg(now.repeat).arg(now.repeats);
    words.caption = caption(now.part);
    switch (now.stage) {
    case Stage::Introduction:
        words.kicker = tr("Self-test");
        words.title = tr("Glute activation");
        words.heading = left ? tr("Lie flat on your stomach, legs stretched. The left leg comes first.")
                             : tr("Lie flat on your stomach, legs stretched. The right leg comes first.");
        words.text = tr("You lift one straight leg a hand’s width, with the hand of that side on its glute, and rate what the hand feels: 0 none, "
                        "1 flicker, 2 soft, 3 firm, 4 hard. A glute that answers late is normal. Stop if anything hurts sharply.");
        break;
    case Stage::GetReady:
        words.title = left ? tr("Get ready: left leg, left hand on the left glute") : tr("Get ready: right leg, right hand on the right glute");
        words.heading = tr("Forehead down, both legs long");
        words.next = tr("Next: lift and hold");
        words.text = tr("Hips stay on the floor. Lift when the ring is empty.");
        break;
    case Stage::Hold:
        words.title = left ? tr("Hold the left leg up. What does your hand feel?") : tr("Hold the right leg up. What does your hand feel?");
        words.heading = tr("Leg straight, a hand’s width off the floor");
        words.next = tr("Next: rate it, now or when you are back up");
        words.text = left ? tr("Left hand flat on the left glute. Let it contract on its own: do not squeeze on purpose. Hips stay on the floor.")
                          : tr("Right hand flat on the right glute. Let it contract on its own: do not squeeze on purpose. Hips stay on the floor.");
        break;
    case Stage::Rate:
        words.title = tr("Lower the leg. How hard did the glute contract?");
        words.heading = now.offered ? tr("Press 0 to 4, or Space at the right word") : tr("Press 0 to 4");
        words.next = now.repeat < now.repeats ? tr("Next: the same leg again")
            : now.otherSideDone               ? tr("Next: the result")
                                              : tr("Next: switch sides");
        words.text = tr("Rate what the hand felt, not what you expect.");
        break;
    case Stage::SwitchSides:
        words.title = left ? tr("Switch sides: now the left leg") : tr("Switch sides: now the right leg");
        words.heading = left ? tr("Left hand on the left glute") : tr("Right hand on the right glute");
        words.text = tr("Stay face down, both legs long.");
        words.next = tr("Next: get ready");
        break;
    case Stage::Paused:
        words.title = now.pauseCause == PauseCause::Gap ? tr("The computer was away") : tr("Paused");
        words.heading = tr("Space goes on");
        words.text = tr("A hold that was cut off starts again. What was rated is saved.");
        break;
    case Stage::Result:
    case Stage::Cancelled:
        words.kicker = tr("Glute activation");
        words.title = tr("Not saved yet");
        words.heading = tr("The ratings wait here until they can be written");
        break;
    }
    return words;
}

StageWords SelfTestWords::stage(const TiltTestFlow::Snapshot& now)
{
    using Stage = TiltTestFlow::Stage;
    StageWords words;
    words.kicker = tr("Pelvic tilt · round %1 of %2").arg(now.repeat).arg(now.repeats);
    words.caption = caption(now.part);
    if (now.part == TestStage::Effort)
        words.caption = tr("SQUEEZE");
    switch (now.stage) {
    case Stage::Introduction:
        words.kicker = tr("Self-test");
        words.title = tr("Pelvic tilt");
        words.heading = tr("Stand tall, feet hip-wide.");
        words.text = tr("You squeeze both glutes twice: with the lower back arched and the butt pushed back, then with the pelvis tucked underneath. "
                        "Rate each squeeze: 0 none, 1 flicker, 2 soft, 3 firm, 4 hard. Stronger when tucked is what most people find.");
        break;
    case Stage::StandTall:
        words.title = tr("Stand tall");
        words.heading = tr("Feet hip-wide, knees soft, look ahead");
        words.text = tr("Next: arch the lower back.");
        break;
    case Stage::Arch:
        words.title = tr("Arch the lower back, push the butt back");
        words.heading = tr("As far as is comfortable");
        words.next = tr("Next: squeeze");
        words.text = tr("The front of the pelvis tips down. Squeeze when the ring is empty.");
        break;
    case Stage::SqueezeArched:
        words.title = tr("Squeeze both glutes, hard, while arched");
        words.heading = tr("Keep the arch, keep breathing");
        words.next = tr("Next: rate it");
        words.text = tr("How hard do they contract?");
        break;
    case Stage::RateArched:
        words.title = tr("How hard was the squeeze while arched?");
        words.heading = now.offered ? tr("Press 0 to 4, or Space at the right word") : tr("Press 0 to 4");
        words.next = tr("Next: tuck the pelvis");
        words.text = tr("Let go, stand easy.");
        break;
    case Stage::Tuck:
        words.title = tr("Tuck the pelvis underneath you");
        words.heading = tr("Belt buckle towards the ribs");
        words.next = tr("Next: squeeze");
        words.text = tr("The lower back gets long. Squeeze when the ring is empty.");
        break;
    case Stage::SqueezeTucked:
        words.title = tr("Squeeze both glutes, hard, while tucked");
        words.heading = tr("Keep the tuck, keep breathing");
        words.next = tr("Next: rate it");
        words.text = tr("How hard do they contract?");
        break;
    case Stage::RateTucked:
        words.title = tr("How hard was the squeeze while tucked?");
        words.heading = now.offered ? tr("Press 0 to 4, or Space at the right word") : tr("Press 0 to 4");
        words.next = now.repeat < now.repeats ? tr("Next: stand tall again") : tr("Next: the result");
        words.text = tr("Let go, stand easy.");
        break;
    case Stage::Paused:
        words.title = now.pauseCause == PauseCause::Gap ? tr("The computer was away") : tr("Paused");
        words.heading = tr("Space goes on");
        words.text = tr("A squeeze that was cut off starts again. What was rated is saved.");
        break;
    case Stage::Result:
    case Stage::Cancelled:
        words.kicker = tr("Pelvic tilt");
        words.title = tr("Not saved yet");
        words.heading = tr("The ratings wait here until they can be written");
        break;
    }
    return words;
}

QString SelfTestWords::readingsLine(SelfTestKind kind, int repeats, const std::vector<Reading>& readings)
{
    if (kind == SelfTestKind::GluteActivation)
        return tr("Left: %1 · Right: %2")
            .arg(ratings(readings, repeats, [](const Reading& reading) { return reading.side == Side::Left; }),
                 ratings(readings, repeats, [](const Reading& reading) { return reading.side == Side::Right; }));
    return tr("Arched: %1 · Tucked: %2")
        .arg(ratings(readings, repeats, [](const Reading& reading) { return reading.posture == Posture::Arched; }),
             ratings(readings, repeats, [](const Reading& reading) { return reading.posture == Posture::Tucked; }));
}

QString SelfTestWords::headline(const SelfTestSummary& summary)
{
    if (summary.kind == SelfTestKind::PelvicTilt) {
        if (!summary.arched || !summary.tucked)
            return tr("Not finished: kept as incomplete");
        if (*summary.difference >= kNoticeableDifference)
            return tr("Your glutes squeeze harder when tucked");
        if (*summary.difference <= -kNoticeableDifference)
            return tr("Your glutes squeeze harder when arched");
        return tr("No clear difference between arched and tucked");
    }
    if (!summary.left || !summary.right)
        return tr("Not finished: kept as incomplete");
    if (summary.weakerSide == Side::Left)
        return tr("The left glute answers more softly than the right");
    if (summary.weakerSide == Side::Right)
        return tr("The right glute answers more softly than the left");
    return tr("Both glutes answer alike");
}

QString SelfTestWords::meaning(const SelfTestSummary& summary)
{
    if (summary.kind == SelfTestKind::PelvicTilt)
        return tr("Stronger when tucked is expected: a tucked pelvis raises glute activity by itself. What matters is how both change over weeks.");
    if (summary.weakerSide)
        return tr("A difference of one step or more between your own two sides. One test says little; see whether it stays over weeks.");
    return tr("A difference of less than one step is within what the same hand feels from one lift to the next.");
}

QString SelfTestWords::comparison(const SelfTestSummary& now, const std::optional<SelfTest>& before, LocalDay today)
{
    if (!before)
        return {};
    const SelfTestChange change = changeBetween(summarise(*before), now);
    QStringList parts;
    const auto add = [&](const QString& name, const std::optional<double>& by) {
        if (!by)
            return;
        if (std::abs(*by) < 0.01)
            parts << tr("%1 as before").arg(name);
        else if (*by > 0)
            parts << tr("%1 %2 up").arg(name, number(*by));
        else
            parts << tr("%1 %2 down").arg(name, number(-*by));
    };
    add(side(Side::Left), change.left);
    add(side(Side::Right), change.right);
    add(of(Posture::Arched), change.arched);
    add(of(Posture::Tucked), change.tucked);
    if (parts.isEmpty())
        return {};
    return tr("Against %1: %2").arg(relativeDay(before->recorded.day, today), parts.join(QStringLiteral(", ")));
}

QString SelfTestWords::spread(const std::optional<ReadingSpread>& spread)
{
    if (!spread)
        return tr("not rated");
    if (spread->min == spread->max)
        return number(spread->median);
    return tr("%1 (%2 to %3)").arg(number(spread->median)).arg(spread->min).arg(spread->max);
}

QString SelfTestWords::brief(const SelfTestSummary& summary)
{
    if (summary.kind == SelfTestKind::GluteActivation)
        return tr("left %1, right %2").arg(spread(summary.left), spread(summary.right));
    return tr("arched %1, tucked %2").arg(spread(summary.arched), spread(summary.tucked));
}

}  // namespace psolog
