// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/records.h"
#include "core/routine.h"
#include "session/releaseflow.h"
#include "session/releasegate.h"

namespace psolog {

/// The words of the release pages. Safety texts follow the evidence on self-massage tools and red flags; they describe
/// what to do and name no diagnosis.
class ReleaseWords {
    Q_DECLARE_TR_FUNCTIONS(ReleaseWords)
public:
    [[nodiscard]] static QString of(SafetyItem item);
    [[nodiscard]] static QString of(DailyItem item);
    [[nodiscard]] static QString of(StopReason reason);
    /// "both sides".
    [[nodiscard]] static QString of(BodySide side);

    /// "Middle zone", "Settle", "Left side, low zone".
    [[nodiscard]] static QString stepTitle(StepKind kind, std::optional<Zone> zone, BodySide side);
    /// One sentence on where the zone is.
    [[nodiscard]] static QString zonePlace(Zone zone);
    /// "HOLD", "SCAN", "PAUSED": the state of a running session in one word.
    [[nodiscard]] static QString phaseCaption(const ReleaseFlow::Snapshot& now);
    /// What to do in that phase, when the routine's own cue does not say it better.
    [[nodiscard]] static QString phaseCue(const ReleaseFlow::Snapshot& now);
    [[nodiscard]] static QString of(PrimaryMeaning meaning);

    /// "4:05 of 5:00, 4 points found, 2 released".
    [[nodiscard]] static QString sessionFacts(const ReleaseSession& session);
    /// "Last time, yesterday at 18:20: …" with tightness and a stop reason where there is one.
    [[nodiscard]] static QString lastSession(const ReleaseSession& session, LocalDay today);
    /// "6 → 4", "6" when only one is known, "not asked".
    [[nodiscard]] static QString tightnessChange(const std::optional<Score>& before, const std::optional<Score>& after);
    /// "3 minutes", "40 seconds".
    [[nodiscard]] static QString span(Milliseconds length);

    /// "Not saved: …" with what to do next.
    [[nodiscard]] static QString notSaved(const Error& error);
    /// What to do after a red stop, most important first.
    [[nodiscard]] static QStringList redAdvice(StopReason reason);
    /// Signs that need help at once.
    [[nodiscard]] static QStringList helpNow();
};

}  // namespace psolog
