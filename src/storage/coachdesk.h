// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/ports/iclock.h"
#include "core/ports/icoachlibrary.h"
#include "storage/intake.h"

namespace psolog {

/// The coach's desk of this machine: a library at one path, and an Intake. Any thread; the clock must outlive it and
/// everything it opens.
class CoachDesk final : public ICoachDesk {
public:
    /// `libraryPath` is absolute. The library itself is added to the files that the intake refuses as ours.
    CoachDesk(std::string libraryPath, const IClock& clock, IntakeOptions intake = {});

    [[nodiscard]] bool hasLibrary() const override;
    [[nodiscard]] Result<std::unique_ptr<ICoachLibrary>> openLibrary() const override;
    [[nodiscard]] const IIntake& intake() const override { return m_intake; }

private:
    std::string m_libraryPath;
    const IClock& m_clock;
    Intake m_intake;
};

}  // namespace psolog
