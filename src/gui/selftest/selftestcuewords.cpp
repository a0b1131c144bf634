// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestcuewords.h"

#include <algorithm>

#include "gui/guided/flowguide.h"

namespace psolog {

namespace {

QString sentence(const QString& words)
{
    return words.isEmpty() || words.endsWith(u'.') || words.endsWith(u'?') ? words : words + u'.';
}

Heard heard(std::optional<Tone> tone, BodySide side, const QString& words, const QString& briefWords,
            bool urgent = false)
{
    Heard all;
    all.tone = tone;
    all.side = side;
    all.words = words;
    all.briefWords = briefWords;
    all.urgent = urgent;
    return all;
}

}  // namespace

Heard SelfTestCueWords::of(const std::vector<Cue>& moment, SelfTestKind kind, const StageWords& words, bool rated)
{
    const bool asks =
        std::any_of(moment.begin(), moment.end(), [](const Cue& cue) { return cue.kind == CueKind::Rate; });
    std::vector<Heard> all;
    all.reserve(moment.size());
    for (const Cue& cue : moment)
        all.push_back(cue.kind == CueKind::Stopped ? stopped(rated) : of(cue, kind, words, asks));
    return together(all);
}

Heard SelfTestCueWords::of(const Cue& cue, SelfTestKind kind, const StageWords& words, bool asks)
{
    const bool glute = kind == SelfTestKind::GluteActivation;
    const QString title = sentence(words.title);
    const QString leg = cue.side == BodySide::Left ? tr("Left leg.") : tr("Right leg.");
    switch (cue.kind) {
    case CueKind::Ready:
        return heard({}, cue.side,
                     tr("Starts by itself in %1 seconds.").arg(kTestReadyTime.count()) + QLatin1Char(' ')
                         + sentence(words.heading) + QLatin1Char(' ') + words.text + QLatin1Char(' ') + keysText(),
                     tr("Starts in %1 seconds.").arg(kTestReadyTime.count()) + QLatin1Char(' ')
                         + sentence(words.heading));
    case CueKind::Started:
        return heard(Tone::Start, BodySide::Both, {}, {}, true);
    case CueKind::GetReady:
        return heard(Tone::Scan, cue.side, title, glute ? leg : tr("Stand tall."));
    case CueKind::Posture:
        return heard(Tone::Step, cue.side, title, cue.posture == Posture::Arched ? tr("Arch.") : tr("Tuck."));
    case CueKind::Effort:
        return heard(Tone::Hold, cue.side, title, glute ? tr("Hold.") : tr("Squeeze."));
    case CueKind::EffortOver:
        // The question that follows says it already.
        if (asks && glute)
            return {};
        return glute ? heard(Tone::Scan, cue.side, tr("Lower the leg."), tr("Lower."))
                     : heard(Tone::Scan, cue.side, tr("Let go, stand easy."), tr("Let go."));
    case CueKind::Rate:
        return heard(Tone::Answer, cue.side, title, tr("Rate."));
    case CueKind::Offer: {
        const QString rated = sentence(rating(cue.number));
        // The first of a round sounds different, so that tones alone can be counted.
        return heard(cue.number == 0 ? Tone::Step : Tone::Scan, BodySide::Both, rated, rated);
    }
    case CueKind::Rated: {
        const QString rated = sentence(rating(cue.number));
        return heard(Tone::Taken, cue.side, rated, rated, true);
    }
    case CueKind::SwitchSides:
        return heard(Tone::Switch, cue.side, title + QLatin1Char(' ') + sentence(words.heading), tr("Switch sides."));
    case CueKind::Halfway:
        return heard(Tone::Halfway, cue.side, passing(cue), passing(cue));
    case CueKind::LastSecond:
        return heard(Tone::LastSecond, cue.side, {}, {});
    case CueKind::Paused:
        return heard(Tone::Paused, BodySide::Both, tr("Paused. Space goes on, Escape stops."), tr("Paused."), true);
    case CueKind::Gap:
        return heard(Tone::Paused, BodySide::Both, tr("The computer was away. Space goes on, Escape stops."),
                     tr("Paused."), true);
    case CueKind::Resumed:
        return heard(Tone::Start, BodySide::Both, {}, {}, true);
    case CueKind::Stopped:
        break;  // see stopped()
    case CueKind::Finished:
        return heard(Tone::Finished, BodySide::Both, tr("Finished."), tr("Finished."));
    case CueKind::StepBegins:
    case CueKind::NextStep:
    case CueKind::Scan:
    case CueKind::Hold:
    case CueKind::Found:
    case CueKind::Released:
    case CueKind::HoldOver:
    case CueKind::Breathe:
        break;  // of the release
    }
    return {};
}

Heard SelfTestCueWords::stopped(bool rated)
{
    return heard(Tone::Stop, BodySide::Both,
                 rated ? tr("Stopped. What was rated is kept.") : tr("Stopped. Nothing was rated."), tr("Stopped."),
                 true);
}

Heard SelfTestCueWords::nobodyRated()
{
    return heard(Tone::Answer, BodySide::Both, tr("It waits for the rating: 0 to 4, or Space reads them again."),
                 tr("Rate."));
}

QString SelfTestCueWords::passing(const Cue& cue)
{
    return cue.kind == CueKind::Halfway ? tr("Halfway.") : QString();
}

QString SelfTestCueWords::rating(int number)
{
    return tr("%1, %2").arg(number).arg(SelfTestWords::of(static_cast<Contraction>(number)));
}

QString SelfTestCueWords::keysText()
{
    return tr("Press Space at the rating read out, or 0 to 4. Escape stops.");
}

Heard SelfTestCueWords::readySecond()
{
    return heard(Tone::LastSecond, BodySide::Both, {}, {});
}

Heard SelfTestCueWords::readyHeld()
{
    return heard(Tone::Paused, BodySide::Both, tr("It waits for you. Space starts."), tr("Waiting."), true);
}

Heard SelfTestCueWords::readyGoesOn(Milliseconds left)
{
    const QString words = tr("Starts in %1 seconds.").arg(std::chrono::ceil<Seconds>(left).count());
    return heard({}, BodySide::Both, words, words, true);
}

}  // namespace psolog
