// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "gui/verdict/verdictwords.h"

namespace psolog {

/// A term behind a verdict: its name, its value in this log ("–" when it needs more days), and what it means.
struct VerdictTerm {
    QString name;
    QString value;
    QString text;
};

/// How a verdict came about, every term explained in plain words, the deciding ones first. Thread: GUI.
[[nodiscard]] std::vector<VerdictTerm> verdictTerms(const Verdict& verdict, const VerdictSubject& subject);

}  // namespace psolog
