// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "analysis/review.h"
#include "gui/verdict/numberwords.h"

namespace psolog {

// The sentences of a verdict, for Trends, Today and the report. They say what changed after the first release and how
// sure that is, never why. Thread: GUI (uses the installed translators).

/// What the words need beside the verdict.
struct VerdictSubject {
    Site site;                         ///< the primary one
    bool released = false;             ///< a release is logged
    std::optional<WeeklyLoads> loads;  ///< as the verdict compared them
};

/// The subject of the facts that judgeSite() judged.
[[nodiscard]] VerdictSubject subjectOf(const ReviewFacts& facts, Site site);

/// A number with its caption.
struct VerdictFigure {
    QString value;
    QString caption;
};

struct VerdictWords {
    QString badge;                 ///< "Better", "Too little data", …
    const char* tone = "neutral";  ///< of the badge: good, bad or neutral
    QString finding;               ///< "Left hamstring: 6 before, 3 since you started"
    QString title;                 ///< one sentence without a full stop: "Three points less sore than in your baseline"
    QString text;                  ///< what that is worth and, when more is needed, what to do; cautions follow
    QStringList cautions;          ///< a sentence each
    std::vector<VerdictFigure> figures;
    QString foot;   ///< medians, days missing and autocorrelation in one line; empty without a value
    QString brief;  ///< title and the most important of the text in two sentences, for a small card
};

[[nodiscard]] VerdictWords verdictWords(const Verdict& verdict, const VerdictSubject& subject);

/// No hamstring was ever asked.
[[nodiscard]] VerdictWords unaskedWords();

/// The log is a copy that begins at this day.
[[nodiscard]] VerdictWords cutWords(LocalDay sharedFrom, LocalDay today);

/// Its name as a tag: "Already falling".
[[nodiscard]] QString cautionName(Caution caution);
/// The caution in plain words.
[[nodiscard]] QString cautionSentence(Caution caution, const Verdict& verdict, const VerdictSubject& subject);
/// What a change after the release does not prove; `worse` names what looks like a worsening.
[[nodiscard]] QString causeSentence(bool worse);

}  // namespace psolog
