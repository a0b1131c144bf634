// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QCoreApplication>
#include <QString>

#include "analysis/reportfacts.h"

namespace psolog {

/// The words of the one-page report. They describe what the log holds and never say why it is so. GUI thread only.
class ReportWords {
    Q_DECLARE_TR_FUNCTIONS(psolog::ReportWords)
public:
    /// The athlete's name, or what the page is.
    [[nodiscard]] static QString title(const ReportFacts& facts);
    /// "24 September to 22 November 2026"; "nothing logged yet".
    [[nodiscard]] static QString span(const ReportFacts& facts);
    /// "24 September to 14 October".
    [[nodiscard]] static QString days(const LogSpan& days, LocalDay today);
    /// "60 days, 57 with a check-in".
    [[nodiscard]] static QString extent(const ReportFacts& facts);
    /// "Title. Text."
    [[nodiscard]] static QString sentences(const QString& title, const QString& text);
    /// "Already falling: …".
    [[nodiscard]] static QString caution(const QString& name, const QString& sentence);
    /// "28 of 33"; "none yet".
    [[nodiscard]] static QString releaseDays(const ReportFacts& facts);
    [[nodiscard]] static QString missingDays(const ReportFacts& facts);
    /// "31.5 km before, 33 km since".
    [[nodiscard]] static QString runs(const ReportFacts& facts);
    /// "12 Oct sharp pain · 3 Nov pulsing"; "none".
    [[nodiscard]] static QString redStops(const ReportFacts& facts);
    /// "2 → 3"; the single value where there is but one test; "–".
    [[nodiscard]] static QString change(const std::optional<TestValue>& first, const std::optional<TestValue>& latest,
                                        int tests);
    /// "Left hamstring: the outcome named beforehand".
    [[nodiscard]] static QString outcome(Site site);
    /// "Made on 22 November 2026".
    [[nodiscard]] static QString made(const ReportFacts& facts);
    [[nodiscard]] static QString signsTitle();
    [[nodiscard]] static QString signsNotYet(const ReportFacts& facts);
    [[nodiscard]] static QString emptyTitle();
    [[nodiscard]] static QString emptyText();
    [[nodiscard]] static QString thenTitle();
    [[nodiscard]] static QString nowTitle();
    [[nodiscard]] static QString noDays();
    /// Under front and back; where left and right are.
    [[nodiscard]] static std::array<QString, 2> mapCaptions();
    [[nodiscard]] static QString adherenceTitle();
    [[nodiscard]] static QString releaseDaysLabel();
    [[nodiscard]] static QString missingDaysLabel();
    [[nodiscard]] static QString runsLabel();
    [[nodiscard]] static QString testsTitle();
    [[nodiscard]] static QString testsCaption(const ReportFacts& facts);
    /// Left and right glute, arched, tucked.
    [[nodiscard]] static std::array<QString, 4> testLabels();
    [[nodiscard]] static QString redStopsTitle();
    [[nodiscard]] static QString notesTitle();
    [[nodiscard]] static QString recentTitle(const ReportFacts& facts);
    [[nodiscard]] static QString wholeTitle(const ReportFacts& facts);
    [[nodiscard]] static QString chartKey();
    [[nodiscard]] static QString noScores();
    [[nodiscard]] static QString notAdvice();
    /// How the numbers were made, and what they cannot say.
    [[nodiscard]] static QString method();
};

}  // namespace psolog
