// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/records.h"
#include "session/glutetestflow.h"
#include "session/selftestresult.h"
#include "session/tilttestflow.h"

namespace psolog {

/// What the screen says in one stage of a self-test.
struct StageWords {
    QString kicker;   ///< "Glute activation · left side, lift 2 of 2"
    QString title;    ///< heads the page
    QString heading;  ///< the instruction
    QString text;     ///< how to do it
    QString caption;  ///< "HOLD", in the ring
    QString next;     ///< "Next: switch sides"; empty where the text says it
};

/// The words of the self-tests. The instructions belong to a wording version (kGluteTestWording, kTiltTestWording):
/// wording changes the result, so whoever changes an instruction raises the version. What a key does and which stage
/// comes next is no instruction.
class SelfTestWords {
    Q_DECLARE_TR_FUNCTIONS(SelfTestWords)
public:
    [[nodiscard]] static QString of(SelfTestKind kind);
    [[nodiscard]] static QString of(Contraction contraction);
    [[nodiscard]] static QString of(WorkedHardest worked);
    [[nodiscard]] static QString of(Posture posture);
    /// "left", "right": within a sentence.
    [[nodiscard]] static QString side(Side side);

    /// "HOLD": the stage in one word.
    [[nodiscard]] static QString caption(TestStage stage);
    [[nodiscard]] static StageWords stage(const GluteTestFlow::Snapshot& now);
    [[nodiscard]] static StageWords stage(const TiltTestFlow::Snapshot& now);

    /// "Left: soft, – · Right: firm, firm".
    [[nodiscard]] static QString readingsLine(SelfTestKind kind, int repeats, const std::vector<Reading>& readings);

    /// The result in one sentence: "The left glute answers more softly than the right".
    [[nodiscard]] static QString headline(const SelfTestSummary& summary);
    /// What the result means, and what it does not.
    [[nodiscard]] static QString meaning(const SelfTestSummary& summary);
    /// "Against 12 Nov: left 1 up, right as before"; empty without a test to compare with.
    [[nodiscard]] static QString comparison(const SelfTestSummary& now, const std::optional<SelfTest>& before, LocalDay today);
    /// "2.5 (2 to 3)": median and spread of a side.
    [[nodiscard]] static QString spread(const std::optional<ReadingSpread>& spread);
    /// One line for a list: "left firm, right soft".
    [[nodiscard]] static QString brief(const SelfTestSummary& summary);
};

}  // namespace psolog
