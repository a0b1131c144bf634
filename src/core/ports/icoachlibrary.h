// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/coachnote.h"
#include "core/logunion.h"
#include "core/ports/iintake.h"
#include "core/ports/ireviewlog.h"
#include "core/result.h"

namespace psolog {

/// Up to where a coach has reviewed an athlete.
struct ReviewMark {
    Instant at;
    std::string digest;  ///< AthleteEntry::digest then
    std::string flags;   ///< what stood out then, as the roster wrote it (analysis/roster.h)

    friend bool operator==(const ReviewMark&, const ReviewMark&) = default;
};

/// What is kept from one moment to the next so that nothing is worked out twice.
struct CachedFacts {
    std::string key;   ///< what it was worked out from: digest, day, version
    std::string text;  ///< as the roster wrote it

    friend bool operator==(const CachedFacts&, const CachedFacts&) = default;
};

/// An athlete in the library, without the log itself.
struct AthleteEntry {
    AthleteId id;
    std::string name;
    std::string group;   ///< chosen by the coach; empty: none
    Instant taken;       ///< when the copy at hand came or changed last
    std::string digest;  ///< of the copy at hand; another one when it changed
    std::optional<ReviewMark> reviewed;
    std::optional<CachedFacts> facts;
    std::optional<CoachPlan> plan;  ///< the newest one written for this athlete
    int notes = 0;                  ///< of the coach, without withdrawn ones

    friend bool operator==(const AthleteEntry&, const AthleteEntry&) = default;
};

/// A file seen before, so that one that did not change is not read again.
struct KnownFile {
    std::string path;
    std::int64_t bytes = 0;
    std::int64_t modifiedNs = 0;  ///< ns since 1970 UTC
    std::int64_t inode = 0;
    std::string digest;            ///< of the bytes; empty when it was refused before they were read
    std::optional<Error> refused;  ///< why it was not accepted; nothing: it was
    AthleteId athlete;             ///< of an accepted one

    friend bool operator==(const KnownFile&, const KnownFile&) = default;
};

/// The athletes of a library and the copies of their logs.
class IAthleteCopies {
public:
    virtual ~IAthleteCopies() = default;

    /// Every athlete not removed, by name. Reads no log.
    [[nodiscard]] virtual Result<std::vector<AthleteEntry>> athletes() = 0;
    /// The copy at hand; NotFound.
    [[nodiscard]] virtual Result<LogCopy> copyOf(const AthleteId& id) = 0;
    /// The copy at hand for the pages; NotFound. It stays as it is when the library changes.
    [[nodiscard]] virtual Result<std::unique_ptr<IReviewLog>> open(const AthleteId& id) = 0;
    /// What the file is to the copy at hand.
    [[nodiscard]] virtual Result<CopyComparison> compare(const InspectedFile& file) = 0;
    /// Takes a file in: a new athlete, or united with the copy at hand by record id. Nothing changes when the file has
    /// nothing new. Returns what it was.
    virtual Result<CopyComparison> takeIn(const InspectedFile& file) = 0;
    /// Everything that `changes` writes becomes one change: much faster for many files. All of it when it returns no
    /// error, nothing otherwise; what is written inside is not on the disk before this returns.
    virtual Result<void> inOneGo(const std::function<Result<void>()>& changes) = 0;
    /// Takes an athlete out of the library, with copy and notes; restore() brings all back until the library is closed.
    virtual Result<void> remove(const AthleteId& id) = 0;
    virtual Result<void> restore(const AthleteId& id) = 0;
};

/// What a coach keeps about the athletes of a library, besides notes. NotFound without such an athlete.
class IAthleteMarks {
public:
    virtual ~IAthleteMarks() = default;

    virtual Result<void> setGroup(const AthleteId& id, const std::string& group) = 0;
    /// Nothing takes the mark away.
    virtual Result<void> setReviewed(const AthleteId& id, const std::optional<ReviewMark>& mark) = 0;
    virtual Result<void> cacheFacts(const AthleteId& id, const CachedFacts& facts) = 0;
};

/// What a coach writes about the athletes of a library.
class ICoachNotebook {
public:
    virtual ~ICoachNotebook() = default;

    /// The coach's notes about an athlete, withdrawn ones, too, newest first.
    [[nodiscard]] virtual Result<std::vector<CoachNote>> notes(const AthleteId& id) = 0;
    /// Stores a note, new or changed by its id; InvalidValue, NotFound (no such athlete).
    virtual Result<void> saveNote(const AthleteId& id, const CoachNote& note) = 0;
    virtual Result<void> savePlan(const AthleteId& id, const CoachPlan& plan) = 0;
    /// The name that notes are signed with; empty before it was given.
    [[nodiscard]] virtual Result<std::string> coachName() = 0;
    virtual Result<void> setCoachName(const std::string& name) = 0;
};

/// Where a library takes files from.
class IFileSources {
public:
    virtual ~IFileSources() = default;

    /// The folder that is watched; empty: none.
    [[nodiscard]] virtual Result<std::string> watchedFolder() = 0;
    virtual Result<void> setWatchedFolder(const std::string& path) = 0;
    [[nodiscard]] virtual Result<std::vector<KnownFile>> knownFiles() = 0;
    /// Remembers these, by their path; all or nothing.
    virtual Result<void> rememberFiles(const std::vector<KnownFile>& files) = 0;
};

/// A coach's own database: copies of athletes' logs, and what the coach adds. One SQLite file. What writes has
/// committed when it returns without an error, and has changed nothing when it returns one. For one thread; open
/// another for another.
class ICoachLibrary : public IAthleteCopies, public IAthleteMarks, public ICoachNotebook, public IFileSources { };

/// What coaching works with. The factory may be called from any thread; what it makes belongs to the caller.
class ICoachDesk {
public:
    virtual ~ICoachDesk() = default;

    /// Whether there is a library yet; does not open it.
    [[nodiscard]] virtual bool hasLibrary() const = 0;
    /// Opens the library, made when missing. Errors as those of a log.
    [[nodiscard]] virtual Result<std::unique_ptr<ICoachLibrary>> openLibrary() const = 0;
    [[nodiscard]] virtual const IIntake& intake() const = 0;
};

}  // namespace psolog
