// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/ports/iselftestlog.h"
#include "core/records.h"

namespace psolog {

/// Keeps the record of a running self-test and saves it after every rating. When a save fails the record stays here
/// whole, so that the next save brings everything. Holds a reference to the log, which must outlive it.
class SelfTestKeeper {
public:
    SelfTestKeeper(SelfTest record, ISelfTestLog& log);

    [[nodiscard]] const SelfTest& record() const { return m_record; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    /// The test begins at this moment.
    void begin(const Instant& at, std::chrono::minutes dayStart);
    void setPillow(bool pillow) { m_record.pillow = pillow; }
    /// Adds the reading, or replaces the one of the same side or posture and repeat, and saves. `complete` marks the
    /// test as complete from here on.
    void put(const Reading& reading, bool complete);
    /// The reading of the same side or posture and repeat, or null.
    [[nodiscard]] const Reading* find(const Reading& like) const;
    /// Saves again if the last save failed; otherwise does nothing.
    void retry();

private:
    void save();

    SelfTest m_record;
    ISelfTestLog& m_log;
    std::optional<Error> m_error;
};

}  // namespace psolog
