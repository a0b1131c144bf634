// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/routinetexts.h"

#include <array>
#include <optional>

#include <QCoreApplication>

namespace psolog {

namespace {

constexpr const char* kContext = "psolog::Routine";

// Names and cues in the shipped routine files, listed here so that translators see them.
constexpr std::array kNames{
    QT_TRANSLATE_NOOP("psolog::Routine", "Daily five minutes"),
    QT_TRANSLATE_NOOP("psolog::Routine", "Five minutes downward"),
    QT_TRANSLATE_NOOP("psolog::Routine", "Gentle first week"),
    QT_TRANSLATE_NOOP("psolog::Routine", "Left side first"),
    QT_TRANSLATE_NOOP("psolog::Routine", "Right side first"),
};

/// A cue with the step that it is for. Of the cues for one step the first is the plain one.
struct ShippedCue {
    const char* text;
    StepKind kind;
    std::optional<Zone> zone;
    BodySide side;  ///< the one that the words name
    bool gentle = false;
};

constexpr std::array kCues{
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Face down on a firm floor, the tool under your belly. Breathe, and let your weight sink."),
        StepKind::Settle, std::nullopt, BodySide::Both},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Face down on a firm floor. Keep most of your weight on your forearms and knees. Breathe."),
        StepKind::Settle, std::nullopt, BodySide::Both, true},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Face down on a firm floor, the tool under your belly. Breathe, then lean to the left."),
        StepKind::Settle, std::nullopt, BodySide::Left},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Face down on a firm floor, the tool under your belly. Breathe, then lean to the right."),
        StepKind::Settle, std::nullopt, BodySide::Right},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Just inside and above the front hip bones, never in the groin fold. Search slowly."),
               StepKind::Zone, Zone::Low, BodySide::Both},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Just inside and above the front hip bones, never in the groin fold. Lightly."),
               StepKind::Zone, Zone::Low, BodySide::Both, true},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Lean onto the left prong, just inside and above the hip bone, never in the groin fold."),
        StepKind::Zone, Zone::Low, BodySide::Left},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Lean onto the right prong, just inside and above the hip bone, never in the groin fold."),
        StepKind::Zone, Zone::Low, BodySide::Right},
    ShippedCue{QT_TRANSLATE_NOOP(
                   "psolog::Routine",
                   "Between hip bones and navel. Stay where it is tense until it gives. Up to 4 of 10, never sharp."),
               StepKind::Zone, Zone::Middle, BodySide::Both},
    ShippedCue{QT_TRANSLATE_NOOP(
                   "psolog::Routine",
                   "Between hip bones and navel. Sink a little with each breath out. Up to 4 of 10, never sharp."),
               StepKind::Zone, Zone::Middle, BodySide::Both, true},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Left, between hip bone and navel. Stay until it gives. Up to 4 of 10, never sharp."),
               StepKind::Zone, Zone::Middle, BodySide::Left},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Right, between hip bone and navel. Stay until it gives. Up to 4 of 10, never sharp."),
               StepKind::Zone, Zone::Middle, BodySide::Right},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
               StepKind::Zone, Zone::High, BodySide::Both},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Beside the navel, very lightly. Stop at once if anything pulses, stabs or goes numb."),
        StepKind::Zone, Zone::High, BodySide::Both, true},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Left, beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
        StepKind::Zone, Zone::High, BodySide::Left},
    ShippedCue{
        QT_TRANSLATE_NOOP("psolog::Routine",
                          "Right, beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
        StepKind::Zone, Zone::High, BodySide::Right},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine", "Lift your hips, and lower slowly onto the left prong."),
               StepKind::Switch, std::nullopt, BodySide::Left},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine", "Lift your hips, and lower slowly onto the right prong."),
               StepKind::Switch, std::nullopt, BodySide::Right},
    ShippedCue{QT_TRANSLATE_NOOP("psolog::Routine",
                                 "Come off the tool and lie still. Dull soreness for a day or two is normal."),
               StepKind::Rest, std::nullopt, BodySide::Both},
};

/// The shipped cue for such a step, a gentle one if there is one and it is wanted; nullptr without any.
const ShippedCue* cueFor(StepKind kind, std::optional<Zone> zone, BodySide side, bool gentle)
{
    const ShippedCue* best = nullptr;
    for (const ShippedCue& cue : kCues)
        if (cue.kind == kind && cue.zone == zone && cue.side == side && (best == nullptr || cue.gentle == gentle))
            best = &cue;
    return best;
}

/// The shipped cue of these words, in English or in the user's language; nullptr for any other text.
const ShippedCue* cueOf(const std::string& text)
{
    for (const ShippedCue& cue : kCues)
        if (text == cue.text || text == routineText(cue.text).toStdString())
            return &cue;
    return nullptr;
}

/// In the language in which the other text is there.
std::string inLanguageOf(const std::string& text, const ShippedCue* cue)
{
    const ShippedCue* const there = cueOf(text);
    const bool english = there != nullptr && text == there->text;
    return cue == nullptr ? std::string() : english ? cue->text : routineText(cue->text).toStdString();
}

bool sameSteps(const RoutineStep& one, const RoutineStep& other)
{
    return one.kind == other.kind && one.zone == other.zone && one.side == other.side;
}

}  // namespace

QString routineText(const std::string& text)
{
    return text.empty() ? QString() : QCoreApplication::translate(kContext, text.c_str());
}

Routine translated(Routine routine)
{
    routine.name = routineText(routine.name).toStdString();
    for (RoutineStep& step : routine.steps)
        step.cue = routineText(step.cue).toStdString();
    return routine;
}

std::set<std::string> translatableRoutineTexts()
{
    std::set<std::string> texts{kNames.begin(), kNames.end()};
    for (const ShippedCue& cue : kCues)
        texts.insert(cue.text);
    return texts;
}

std::string firstCue(const RoutineStep& step)
{
    const ShippedCue* cue = cueFor(step.kind, step.zone, step.side, false);
    if (cue == nullptr && step.kind != StepKind::Switch)
        cue = cueFor(step.kind, step.zone, BodySide::Both, false);
    return cue == nullptr ? std::string() : routineText(cue->text).toStdString();
}

std::string cueFollowing(const RoutineStep& before, const RoutineStep& after)
{
    if (sameSteps(before, after))
        return before.cue;
    if (before.cue.empty())
        return firstCue(before).empty() ? firstCue(after) : std::string();
    const ShippedCue* const cue = cueOf(before.cue);
    if (cue == nullptr)
        return before.cue;
    const ShippedCue* other = cueFor(after.kind, after.zone, after.side, cue->gentle);
    if (other == nullptr && after.kind != StepKind::Switch)
        other = cueFor(after.kind, after.zone, BodySide::Both, cue->gentle);
    return inLanguageOf(before.cue, other);
}

std::string cueOfOtherSide(const std::string& cue)
{
    const ShippedCue* const there = cueOf(cue);
    if (there == nullptr || there->side == BodySide::Both)
        return cue;
    const BodySide side = there->side == BodySide::Left ? BodySide::Right : BodySide::Left;
    const ShippedCue* const other = cueFor(there->kind, there->zone, side, there->gentle);
    return other == nullptr ? cue : inLanguageOf(cue, other);
}

}  // namespace psolog
