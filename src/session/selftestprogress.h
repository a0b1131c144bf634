// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/ports/iselftestlog.h"
#include "core/records.h"
#include "session/selftestview.h"

namespace psolog {

/// Which reading an answer belongs to.
enum class RatingTarget {
    None,
    Current,  ///< the one that runs
    Last,     ///< the one rated last, until the next effort begins
};

/// The readings a self-test still has to take, the one that runs, and the record, which is saved after every rating.
/// When a save fails the record stays here whole, so that the next save brings everything.
/// Part of both test flows; holds a reference to the log, which must outlive it.
class SelfTestProgress {
public:
    /// `slots`: the readings to take, in order, with side or posture and repeat set; at least one.
    SelfTestProgress(SelfTest record, std::vector<Reading> slots, ISelfTestLog& log);

    [[nodiscard]] const SelfTest& record() const { return m_record; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Side or posture and repeat of the reading that runs.
    [[nodiscard]] const Reading& slot() const { return m_slots[m_slot]; }
    /// The reading that runs got its rating in this pass (an old one, being done again, does not count).
    [[nodiscard]] bool isRated() const { return m_ratedNow; }
    [[nodiscard]] bool canCorrectLast() const { return m_lastRated.has_value(); }
    [[nodiscard]] bool canRedo() const { return m_ratedNow || m_slot > 0; }
    /// Every reading of that side is rated.
    [[nodiscard]] bool isDone(Side side) const;
    [[nodiscard]] bool isComplete() const;

    /// The test begins at this moment.
    void begin(const Instant& at, std::chrono::minutes dayStart);
    void setPillow(bool pillow) { m_record.pillow = pillow; }
    /// The athlete begins the lift or squeeze that runs: the reading before it is final.
    void beginEffort();
    /// Rates the reading that runs, and saves.
    void rate(Contraction contraction);
    /// Sets what worked hardest; saved with the rating, at once when there is one.
    void chooseWorkedHardest(RatingTarget target, std::optional<WorkedHardest> worked);
    /// On to the next reading that has no rating; false, and no change, when there is none.
    [[nodiscard]] bool toNext();
    /// Back to the reading rated last; see canRedo().
    void redo();
    /// Until release() nothing is saved; what was asked for then is saved there.
    void hold() { m_held = true; }
    void release();
    /// Saves again if the last save failed; otherwise does nothing.
    void retrySave();

    /// The shared part of a snapshot that is known here.
    void fill(SelfTestView& view, RatingTarget target) const;

private:
    [[nodiscard]] std::optional<std::size_t> slotOf(RatingTarget target) const;
    [[nodiscard]] Reading* find(std::size_t slot);
    [[nodiscard]] const Reading* find(std::size_t slot) const;
    void save();

    SelfTest m_record;
    std::vector<Reading> m_slots;
    ISelfTestLog& m_log;
    bool m_held = false;
    bool m_wanted = false;  ///< a save was asked for while held
    std::size_t m_slot = 0;
    bool m_ratedNow = false;
    std::optional<std::size_t> m_lastRated;
    std::optional<WorkedHardest> m_worked;  ///< for the reading a rating belongs to now
    std::optional<Error> m_error;
};

/// The empty record of a test that is about to begin; repeats and hold are brought into range.
[[nodiscard]] SelfTest newSelfTest(const SelfTestConfig& config, SelfTestKind kind, int wordingVersion);

}  // namespace psolog
