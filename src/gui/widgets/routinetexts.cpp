// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/routinetexts.h"

#include <array>

#include <QCoreApplication>

namespace psolog {

namespace {

constexpr const char* kContext = "psolog::Routine";

// Names and cues in the shipped routine files, listed here so that translators see them.
constexpr std::array kTexts{
    QT_TRANSLATE_NOOP("psolog::Routine", "Daily five minutes"),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Face down on a firm floor, the tool under your belly. Breathe, and let your weight sink."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Just inside and above the front hip bones, never in the groin fold. Search slowly."),
    QT_TRANSLATE_NOOP(
        "psolog::Routine",
        "Between hip bones and navel. Stay where it is tense until it gives. Up to 4 of 10, never sharp."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Come off the tool and lie still. Dull soreness for a day or two is normal."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Five minutes downward"),
    QT_TRANSLATE_NOOP("psolog::Routine", "Gentle first week"),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Face down on a firm floor. Keep most of your weight on your forearms and knees. Breathe."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Just inside and above the front hip bones, never in the groin fold. Lightly."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Between hip bones and navel. Sink a little with each breath out. It should not hurt."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Beside the navel, very lightly. Stop at once if anything pulses, stabs or goes numb."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Left side first"),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Face down on a firm floor, the tool under your belly. Breathe, then lean to the left."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Lean onto the left prong, just inside and above the hip bone, never in the groin fold."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Left, between hip bone and navel. Stay until it gives. Up to 4 of 10, never sharp."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Left, beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Lift your hips, and lower slowly onto the right prong."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Lean onto the right prong, just inside and above the hip bone, never in the groin fold."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Right, between hip bone and navel. Stay until it gives. Up to 4 of 10, never sharp."),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Right, beside the navel, lightly. Stop at once if anything pulses, stabs or goes numb."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Right side first"),
    QT_TRANSLATE_NOOP("psolog::Routine",
                      "Face down on a firm floor, the tool under your belly. Breathe, then lean to the right."),
    QT_TRANSLATE_NOOP("psolog::Routine", "Lift your hips, and lower slowly onto the left prong."),
};

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
    return {kTexts.begin(), kTexts.end()};
}

}  // namespace psolog
