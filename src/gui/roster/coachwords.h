// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/logunion.h"
#include "gui/roster/rostermodel.h"

namespace psolog {

/// Words of the cells of the roster. Plain text. GUI thread.
class RosterCells {
    Q_DECLARE_TR_FUNCTIONS(RosterCells)
public:
    [[nodiscard]] static QString heading(RosterColumn column);
    /// What stands in the column, for its tool tip.
    [[nodiscard]] static QString headingDetails(RosterColumn column);
    /// As painted, where it is text.
    [[nodiscard]] static QString text(const RosterItem& item, RosterColumn column);
    /// For those who hear it.
    [[nodiscard]] static QString spoken(const RosterItem& item, RosterColumn column);
    /// More than the cell has room for; may be empty.
    [[nodiscard]] static QString details(const RosterItem& item, RosterColumn column);
    /// A flag where there is little room: "L hamstring ≥ 7, 3 days".
    [[nodiscard]] static QString shortFlag(const Flag& flag);
    /// A short form of the difference between the sides: "L −1".
    [[nodiscard]] static QString sides(const RosterRow& row);
};

/// Sentences of the page of a coach. Plain text. GUI thread.
class CoachWords {
    Q_DECLARE_TR_FUNCTIONS(CoachWords)
public:
    /// "Four athletes need a look"
    [[nodiscard]] static QString finding(int athletes, int needALook);
    /// "28 athletes · watching the folder “Club logs”"
    [[nodiscard]] static QString kicker(int athletes, const FolderNews& folder);
    /// "2 files were refused"
    [[nodiscard]] static QString refused(int files);
    /// "3 files wait for you"
    [[nodiscard]] static QString waiting(int files);
    /// Why the watched folder cannot be read, and what happens next.
    [[nodiscard]] static QString folderProblem(const FolderNews& folder);
    [[nodiscard]] static QString progress(CoachTask task, int done, int total);
    /// What taking in did: "2 athletes added, 1 updated".
    [[nodiscard]] static QString report(const TakeInReport& report);
    /// What a file is to the copy at hand, in words: "newer: 12 new records".
    [[nodiscard]] static QString relation(const CopyComparison& comparison);
    /// "3 Aug – 22 Nov · 96 check-ins, 61 releases, 8 self-tests"
    [[nodiscard]] static QString summary(const LogSummary& summary, LocalDay today);
    /// "A file of 1,2 MB was refused" needs none of its path: the last part of it.
    [[nodiscard]] static QString fileName(const std::string& path);
    /// Why a file was refused, with what to do.
    [[nodiscard]] static QString reason(const Error& error);
    /// One to nine as a word at the beginning of a sentence, others as a number.
    [[nodiscard]] static QString numberWord(int number);
};

}  // namespace psolog
