// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/releasecuewords.h"

#include <algorithm>

#include "gui/guided/flowguide.h"
#include "gui/release/releasewords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

constexpr Milliseconds kLongUseful{4'000};  ///< where a sentence before may still be running

QString sentence(const QString& words)
{
    return words.isEmpty() || words.endsWith(u'.') || words.endsWith(u'?') ? words : words + u'.';
}

Heard tone(Tone what, BodySide side = BodySide::Both)
{
    Heard heard;
    heard.tone = what;
    heard.side = side;
    return heard;
}

Heard said(Heard heard, const QString& words, const QString& briefWords)
{
    heard.words = words;
    heard.briefWords = briefWords;
    return heard;
}

Heard urgent(Heard heard)
{
    heard.urgent = true;
    return heard;
}

}  // namespace

Heard ReleaseCueWords::of(const std::vector<Cue>& moment)
{
    const bool beginsStep = std::any_of(moment.begin(), moment.end(), [](const Cue& cue) {
        return cue.kind == CueKind::StepBegins || cue.kind == CueKind::SwitchSides;
    });
    std::vector<Heard> heard;
    heard.reserve(moment.size());
    for (const Cue& cue : moment)
        heard.push_back(of(cue, beginsStep));
    return together(heard);
}

Heard ReleaseCueWords::of(const Cue& cue, bool beginsStep)
{
    const QString step = sentence(ReleaseWords::stepTitle(cue.step, cue.zone, cue.side));
    const QString text = routineText(cue.text);
    switch (cue.kind) {
    case CueKind::Ready:
        return said(
            {},
            tr("Starts by itself in %1 seconds. Lie face down on the tool.").arg(kReadyTime.count()) + QLatin1Char(' ')
                + readyText(),
            tr("Starts in %1 seconds. Up to 4 of 10, never sharp, never in the groin fold.").arg(kReadyTime.count()));
    case CueKind::Started:
        return urgent(tone(Tone::Start));
    case CueKind::StepBegins: {
        Heard heard = said(tone(Tone::Step, cue.side), step + QLatin1Char(' ') + text, step);
        heard.useful = kLongUseful;
        return heard;
    }
    case CueKind::SwitchSides: {
        const QString other = cue.side == BodySide::Both
            ? tr("Switch sides.")
            : tr("Switch sides. Now the %1.").arg(ReleaseWords::of(cue.side));
        Heard heard = said(tone(Tone::Switch, cue.side), other + QLatin1Char(' ') + text, tr("Switch sides."));
        heard.useful = kLongUseful;
        return heard;
    }
    case CueKind::NextStep:
        return said({}, passing(cue), passing(cue));
    case CueKind::Scan:
        return beginsStep ? Heard{} : said(tone(Tone::Scan, cue.side), tr("Search again, slowly."), tr("Search."));
    case CueKind::Hold: {
        Heard heard = said(tone(Tone::Hold, cue.side), tr("Hold. Breathe out, let it sink."), tr("Hold."));
        heard.useful = kLongUseful;
        return heard;
    }
    case CueKind::Found:
        return urgent(
            said(tone(Tone::Found, cue.side), tr("Found. Stay on it, breathe out, let it sink."), tr("Hold.")));
    case CueKind::Released:
        return urgent(said(tone(Tone::Released, cue.side), tr("It released. Search on, slowly."), tr("Released.")));
    case CueKind::HoldOver:
        return said(tone(Tone::Scan, cue.side), tr("Long enough. Leave it, and search on."), tr("Search."));
    case CueKind::Breathe:
        return said({}, passing(cue), {});
    case CueKind::Halfway:
        return said(tone(Tone::Halfway), passing(cue), passing(cue));
    case CueKind::LastSecond:
        return tone(Tone::LastSecond, cue.side);
    case CueKind::Paused:
        return urgent(
            said(tone(Tone::Paused), tr("Paused. Come off the pressure. Space goes on, Escape stops."), tr("Paused.")));
    case CueKind::Resumed:
        return urgent(said(tone(Tone::Start, cue.side), beginsStep ? tr("On we go.") : tr("On we go: %1").arg(step),
                           beginsStep ? QString() : step));
    case CueKind::Gap:
        return urgent(said(tone(Tone::Paused),
                           tr("The computer was away. That time does not count. Space goes on, Escape stops."),
                           tr("Paused.")));
    case CueKind::Stopped:
        return urgent(said(tone(Tone::Stop), tr("Stopped. Come off the tool."), tr("Stopped.")));
    case CueKind::Finished:
        return urgent(said(tone(Tone::Finished), tr("Finished. Take your time to get up."), tr("Finished.")));
    case CueKind::GetReady:
    case CueKind::Posture:
    case CueKind::Effort:
    case CueKind::EffortOver:
    case CueKind::Rate:
    case CueKind::Offer:
    case CueKind::Rated:
        break;  // of the self-tests
    }
    return {};
}

QString ReleaseCueWords::passing(const Cue& cue)
{
    switch (cue.kind) {
    case CueKind::NextStep:
        if (cue.step == StepKind::Switch)
            return tr("Next: switch sides.");
        return sentence(tr("Next: %1").arg(ReleaseWords::stepTitle(cue.step, cue.zone, cue.side)));
    case CueKind::Breathe:
        return cue.zone ? tr("In … and sink out.") : tr("In … and out.");
    case CueKind::Halfway:
        return tr("Halfway.");
    case CueKind::HoldOver:
        return tr("Long enough: search on");
    case CueKind::Released:
        return tr("It released");
    case CueKind::Found:
        return tr("Found: stay on it");
    case CueKind::Ready:
    case CueKind::Started:
    case CueKind::StepBegins:
    case CueKind::Scan:
    case CueKind::Hold:
    case CueKind::LastSecond:
    case CueKind::GetReady:
    case CueKind::Posture:
    case CueKind::Effort:
    case CueKind::EffortOver:
    case CueKind::Rate:
    case CueKind::Offer:
    case CueKind::Rated:
    case CueKind::SwitchSides:
    case CueKind::Paused:
    case CueKind::Resumed:
    case CueKind::Gap:
    case CueKind::Stopped:
    case CueKind::Finished:
        break;
    }
    return {};
}

QString ReleaseCueWords::readyText()
{
    return tr("Up to 4 of 10, never sharp, never in the groin fold. Space: a point found, or released. Escape stops at "
              "once.");
}

Heard ReleaseCueWords::readySecond()
{
    return tone(Tone::LastSecond);
}

Heard ReleaseCueWords::readyHeld()
{
    return urgent(said(tone(Tone::Paused), tr("It waits for you. Space starts."), tr("Waiting.")));
}

Heard ReleaseCueWords::readyGoesOn(Milliseconds left)
{
    const QString words = tr("Starts in %1 seconds.").arg(std::chrono::ceil<Seconds>(left).count());
    return urgent(said({}, words, words));
}

Heard ReleaseCueWords::stopQuestion()
{
    QString words = tr("Why?");
    int key = 1;
    for (const auto& row : NameTable<StopReason>::rows)
        words += QStringLiteral(" %1: %2.").arg(key++).arg(ReleaseWords::of(row.value));
    Heard heard = said({}, words, {});
    heard.useful = Seconds(6);
    return heard;
}

Heard ReleaseCueWords::redStop(StopReason reason)
{
    const QStringList advice = ReleaseWords::redAdvice(reason);
    return urgent(said({}, advice.front() + QLatin1Char(' ') + advice.back(), advice.front()));
}

}  // namespace psolog
