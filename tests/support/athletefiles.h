// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/ports/iclock.h"
#include "exchange/demolog.h"
#include "support/sequentialids.h"

namespace psolog::test {

/// Logs as athletes send them to a coach, in one folder. Throws when one cannot be made.
class AthleteFiles {
public:
    AthleteFiles(const IClock& clock, std::string folder);

    /// A demonstration of this name; the athlete is another one for another seed.
    std::string make(const std::string& fileName, const std::string& name, std::uint64_t seed,
                     DemoOptions options = {});
    /// The same bytes under another name.
    std::string copy(const std::string& path, const std::string& fileName) const;
    /// A check-in of now, as the athlete makes it.
    void checkIn(const std::string& path, int score);
    /// Writes a note to the newest check-in.
    void annotate(const std::string& path, const std::string& note);
    /// A file of this content.
    std::string write(const std::string& fileName, const std::string& content) const;

    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] std::string path(const std::string& fileName) const { return m_folder + '/' + fileName; }

private:
    const IClock& m_clock;
    std::string m_folder;
    SequentialIds m_ids;
};

}  // namespace psolog::test
