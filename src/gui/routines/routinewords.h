// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QCoreApplication>
#include <QString>

#include "core/ports/iroutinestore.h"
#include "core/routine.h"
#include "core/routineshape.h"
#include "session/routineproposal.h"

namespace psolog {

/// The words about routines.
class RoutineWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::RoutineWords)
public:
    [[nodiscard]] static QString of(StepKind kind);
    [[nodiscard]] static QString of(Zone zone);
    [[nodiscard]] static QString of(BodySide side);
    /// "upward"; empty for None.
    [[nodiscard]] static QString of(RoutineDirection direction);
    /// "left side first"; empty for None.
    [[nodiscard]] static QString of(RoutineSides sides);

    /// "Low zone, left", "Switch to the right side".
    [[nodiscard]] static QString stepTitle(const RoutineStep& step);
    /// "low", for narrow places.
    [[nodiscard]] static QString stepLabel(const RoutineStep& step);
    /// "5 steps · upward · both sides at once".
    [[nodiscard]] static QString facts(const Routine& routine);
    /// What the routine is for, in a sentence.
    [[nodiscard]] static QString purpose(const StoredRoutine& stored);
    /// "On the tool, low, left"; the name itself for a pose without words.
    [[nodiscard]] static QString pose(const std::string& name);
    /// The poses that a release can use, in the order of a list to choose from.
    [[nodiscard]] static std::vector<std::string> releasePoses();

    /// What is wrong with a field, to stand beside it.
    [[nodiscard]] static QString fieldProblem(const RoutineIssue& issue);
    /// The same with its step, to stand elsewhere: "Step 2: …".
    [[nodiscard]] static QString problem(const RoutineIssue& issue);
    /// What went wrong with a file, and what to do.
    [[nodiscard]] static QString failure(const Error& error);
    /// "82 of 500 characters, about 6 s to speak".
    [[nodiscard]] static QString cueLength(const std::string& cue);
    /// Warns of a cue whose words name another side or zone than its step works; empty when they do not.
    [[nodiscard]] static QString cueWarning(const RoutineStep& step);

    /// "Proposed: Left side first, because …".
    [[nodiscard]] static QString proposal(const RoutineProposal& proposal, const QString& routineName);
    /// "because …", as a sentence of its own.
    [[nodiscard]] static QString reason(const RoutineProposal& proposal);
};

}  // namespace psolog
