// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinewords.h"

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include "core/validation.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

/// The poses of a release and their names, in the order of the list to choose from.
constexpr std::array kPoses{
    std::pair("tool-settle", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, settling in")),
    std::pair("tool-low", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, low")),
    std::pair("tool-low-left", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, low, left")),
    std::pair("tool-low-right", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, low, right")),
    std::pair("tool-middle", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, middle")),
    std::pair("tool-middle-left", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, middle, left")),
    std::pair("tool-middle-right", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, middle, right")),
    std::pair("tool-high", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, high")),
    std::pair("tool-high-left", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, high, left")),
    std::pair("tool-high-right", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, high, right")),
    std::pair("tool-knee-bent", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, one knee bent")),
    std::pair("tool-knee-bent-left", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, left knee bent")),
    std::pair("tool-knee-bent-right", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, right knee bent")),
    std::pair("tool-knee-out", QT_TRANSLATE_NOOP("psolog::RoutineWords", "On the tool, one knee out to the side")),
    std::pair("switch", QT_TRANSLATE_NOOP("psolog::RoutineWords", "Hips lifted, changing sides")),
    std::pair("rest", QT_TRANSLATE_NOOP("psolog::RoutineWords", "Resting face down, off the tool")),
    std::pair("rest-back", QT_TRANSLATE_NOOP("psolog::RoutineWords", "Resting on the back")),
    std::pair("prone", QT_TRANSLATE_NOOP("psolog::RoutineWords", "Lying face down, without the tool")),
    std::pair("prone-pillow", QT_TRANSLATE_NOOP("psolog::RoutineWords", "Lying face down over a pillow")),
};

/// The regular expression finds something in the text, whatever the case.
bool finds(const QString& pattern, const QString& text)
{
    // Compiled once: every step of a routine is looked at again with every letter that is typed.
    static QHash<QString, QRegularExpression> compiled;
    auto known = compiled.find(pattern);
    if (known == compiled.end())
        known = compiled.insert(pattern,
                                QRegularExpression(pattern,
                                                   QRegularExpression::CaseInsensitiveOption
                                                       | QRegularExpression::UseUnicodePropertiesOption));
    return known->match(text).hasMatch();
}

}  // namespace

QString RoutineWords::of(StepKind kind)
{
    switch (kind) {
    case StepKind::Settle:
        return tr("Settle in");
    case StepKind::Zone:
        return tr("Work a zone");
    case StepKind::Switch:
        return tr("Switch sides");
    case StepKind::Rest:
        return tr("Rest");
    }
    return {};
}

QString RoutineWords::of(Zone zone)
{
    switch (zone) {
    case Zone::Low:
        return tr("Low: above the front hip bone");
    case Zone::Middle:
        return tr("Middle: toward the navel");
    case Zone::High:
        return tr("High: beside the navel");
    }
    return {};
}

QString RoutineWords::of(BodySide side)
{
    switch (side) {
    case BodySide::Both:
        return tr("Both sides at once");
    case BodySide::Left:
        return tr("Left side");
    case BodySide::Right:
        return tr("Right side");
    }
    return {};
}

QString RoutineWords::of(RoutineDirection direction)
{
    switch (direction) {
    case RoutineDirection::None:
        return {};
    case RoutineDirection::Upward:
        return tr("upward");
    case RoutineDirection::Downward:
        return tr("downward");
    case RoutineDirection::Mixed:
        return tr("up and down");
    }
    return {};
}

QString RoutineWords::of(RoutineSides sides)
{
    switch (sides) {
    case RoutineSides::None:
        return {};
    case RoutineSides::Both:
        return tr("both sides at once");
    case RoutineSides::LeftOnly:
        return tr("left side only");
    case RoutineSides::RightOnly:
        return tr("right side only");
    case RoutineSides::LeftFirst:
        return tr("left side first");
    case RoutineSides::RightFirst:
        return tr("right side first");
    case RoutineSides::Mixed:
        return tr("sides mixed");
    }
    return {};
}

QString RoutineWords::stepTitle(const RoutineStep& step)
{
    const BodySide side = step.side;
    if (step.kind == StepKind::Switch)
        return side == BodySide::Left ? tr("Switch to the left side")
            : side == BodySide::Right ? tr("Switch to the right side")
                                      : of(step.kind);
    if (step.kind != StepKind::Zone)
        return of(step.kind);
    switch (step.zone.value_or(Zone::Low)) {
    case Zone::Low:
        return side == BodySide::Left ? tr("Low zone, left")
            : side == BodySide::Right ? tr("Low zone, right")
                                      : tr("Low zone");
    case Zone::Middle:
        return side == BodySide::Left ? tr("Middle zone, left")
            : side == BodySide::Right ? tr("Middle zone, right")
                                      : tr("Middle zone");
    case Zone::High:
        return side == BodySide::Left ? tr("High zone, left")
            : side == BodySide::Right ? tr("High zone, right")
                                      : tr("High zone");
    }
    return {};
}

QString RoutineWords::stepLabel(const RoutineStep& step)
{
    switch (step.kind) {
    case StepKind::Settle:
        return tr("settle");
    case StepKind::Switch:
        return tr("switch");
    case StepKind::Rest:
        return tr("rest");
    case StepKind::Zone:
        break;
    }
    switch (step.zone.value_or(Zone::Low)) {
    case Zone::Low:
        return tr("low");
    case Zone::Middle:
        return tr("middle");
    case Zone::High:
        return tr("high");
    }
    return {};
}

QString RoutineWords::facts(const Routine& routine)
{
    QStringList words{tr("%n step(s)", "", static_cast<int>(routine.steps.size())), of(directionOf(routine)),
                      of(sidesOf(routine))};
    words.removeAll(QString());
    return words.join(QStringLiteral(" \u00b7 "));
}

QString RoutineWords::purpose(const StoredRoutine& stored)
{
    const std::string& id = stored.routine.id;
    if (!stored.shipped)
        return tr("Your own routine. It is a file in your data folder, and goes with you when you export it.");
    if (id == kGentleRoutine)
        return tr("For the first days: short, light, and only to get used to the tool.");
    if (id == kLeftFirstRoutine)
        return tr("For a weaker left side: leans onto the left prong first, then switches to the right.");
    if (id == kRightFirstRoutine)
        return tr("For a weaker right side: leans onto the right prong first, then switches to the left.");
    if (id == kDailyRoutine)
        return tr("For every day: both prongs at once, from low to high.");
    if (directionOf(stored.routine) == RoutineDirection::Downward)
        return tr("The same five minutes from the navel downward. Direction is a preference: take what suits you.");
    return tr("Comes with the program.");
}

QString RoutineWords::pose(const std::string& name)
{
    for (const auto& [known, words] : kPoses)
        if (name == known)
            return tr(words);
    return QString::fromStdString(name);
}

std::vector<std::string> RoutineWords::releasePoses()
{
    std::vector<std::string> names;
    for (const auto& [name, words] : kPoses)
        names.emplace_back(name);
    return names;
}

QString RoutineWords::fieldProblem(const RoutineIssue& issue)
{
    switch (issue.problem) {
    case RoutineProblem::Missing:
        return issue.field == RoutineField::Name ? tr("Give it a name.")
            : issue.field == RoutineField::Steps ? tr("It needs at least one step.")
            : issue.field == RoutineField::Zone  ? tr("Choose a zone.")
                                                 : tr("Something is missing here.");
    case RoutineProblem::NotAllowed:
        return issue.field == RoutineField::Zone ? tr("Only a zone step has a zone.")
                                                 : tr("Use lower-case letters, digits and dashes.");
    case RoutineProblem::OutOfRange:
        return tr("A step takes 1 second to 60 minutes.");
    case RoutineProblem::TooMany:
        if (issue.field == RoutineField::Steps)
            return tr("At most %1 steps fit.").arg(kMaxRoutineSteps);
        return tr("At most %1 characters fit. It is all still here: shorten it.")
            .arg(issue.field == RoutineField::Cue ? kMaxCueLength : kMaxNameLength);
    case RoutineProblem::Unprintable:
        return tr("There is a character in it that cannot be shown, such as a line break or tab: take it out.");
    case RoutineProblem::Unknown:
        return tr("This program has no such picture: choose another one.");
    }
    return {};
}

QString RoutineWords::problem(const RoutineIssue& issue)
{
    const QString words = fieldProblem(issue);
    return issue.step ? tr("Step %1: %2").arg(*issue.step + 1).arg(words) : words;
}

QString RoutineWords::failure(const Error& error)
{
    // The detail of a refusal says it all.
    if (error.code == ErrorCode::InvalidValue && !error.detail.empty())
        return QString::fromStdString(error.detail);
    return headline(error) + QStringLiteral(". ") + describe(error);
}

QString RoutineWords::cueLength(const std::string& cue)
{
    const auto seconds = static_cast<int>(std::ceil(static_cast<double>(speakingTime(cue).count()) / 1000.0));
    const QLocale locale;
    return tr("%1 of %2 characters, about %3 s to speak")
        .arg(locale.toString(static_cast<qulonglong>(codePoints(cue))),
             locale.toString(static_cast<qulonglong>(kMaxCueLength)), locale.toString(seconds));
}

QString RoutineWords::cueWarning(const RoutineStep& step)
{
    const QString cue = routineText(step.cue);
    const bool left = finds(tr("\\bleft\\b", "regular expression: words of a cue that name the left side"), cue);
    const bool right = finds(tr("\\bright\\b", "regular expression: words of a cue that name the right side"), cue);
    // To settle in or rest with both sides, a cue may well say to which one to lean.
    const bool named = step.side != BodySide::Both || step.kind == StepKind::Zone;
    if (named && left && !right && step.side != BodySide::Left)
        return tr("This cue speaks of the left side.");
    if (named && right && !left && step.side != BodySide::Right)
        return tr("This cue speaks of the right side.");
    if (!step.zone)
        return {};
    const bool middle = finds(
        tr("\\bmiddle zone\\b|\\bbetween (the |your )?hip", "regular expression: words of a cue that name the zone"),
        cue);
    const bool high = finds(tr("\\b(high|upper) zone\\b|\\bbeside (the |your )?navel",
                               "regular expression: words of a cue that name the zone"),
                            cue);
    const bool low = finds(tr("\\b(low|lower) zone\\b|\\babove (the |your )?(front )?hip",
                              "regular expression: words of a cue that name the zone"),
                           cue);
    const std::map<Zone, bool> names{{Zone::Low, low}, {Zone::Middle, middle}, {Zone::High, high}};
    if (names.at(*step.zone))
        return {};
    return low   ? tr("This cue speaks of the low zone.")
        : middle ? tr("This cue speaks of the middle zone.")
        : high   ? tr("This cue speaks of the high zone.")
                 : QString();
}

QString RoutineWords::proposal(const RoutineProposal& proposal, const QString& routineName)
{
    switch (proposal.reason) {
    case ProposalReason::RedStop:
        return tr("Proposed: %1, because the last session was stopped for a warning sign.").arg(routineName);
    case ProposalReason::FirstWeek:
        return tr("Proposed: %1, because the first week is for getting used to the tool.").arg(routineName);
    case ProposalReason::WeakerSide:
        return proposal.weakerSide == Side::Left
            ? tr("Proposed: %1, because the left glute was weaker than the right in every lift.").arg(routineName)
            : tr("Proposed: %1, because the right glute was weaker than the left in every lift.").arg(routineName);
    case ProposalReason::Even:
        return tr("Proposed: %1, because the difference between your sides is not clear yet.").arg(routineName);
    case ProposalReason::NoTest:
        return tr("Proposed: %1, because there is no glute test of the last four weeks to go by.").arg(routineName);
    }
    return {};
}

QString RoutineWords::reason(const RoutineProposal& proposal)
{
    switch (proposal.reason) {
    case ProposalReason::RedStop:
        return tr("The last session was stopped for a warning sign: begin gently again.");
    case ProposalReason::FirstWeek:
        return tr("The first week is for getting used to the tool.");
    case ProposalReason::WeakerSide:
        return proposal.weakerSide == Side::Left ? tr("The left glute was weaker than the right in every lift.")
                                                 : tr("The right glute was weaker than the left in every lift.");
    case ProposalReason::Even:
        return tr("The difference between your sides is not clear yet.");
    case ProposalReason::NoTest:
        return tr("There is no glute test of the last four weeks to go by.");
    }
    return {};
}

}  // namespace psolog
