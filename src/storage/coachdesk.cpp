// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/coachdesk.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "storage/coachlibrary.h"

namespace psolog {

namespace {

/// The library is a database that this process has open, too.
IntakeOptions withLibrary(IntakeOptions options, const std::string& libraryPath)
{
    options.ownFiles = [others = std::move(options.ownFiles), libraryPath] {
        std::vector<std::string> files;
        if (others)
            files = others();
        files.push_back(libraryPath);
        return files;
    };
    return options;
}

}  // namespace

CoachDesk::CoachDesk(std::string libraryPath, const IClock& clock, IntakeOptions intake)
    : m_libraryPath(std::move(libraryPath)),
      m_clock(clock),
      m_intake(withLibrary(std::move(intake), m_libraryPath))
{
}

bool CoachDesk::hasLibrary() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_libraryPath, ignored);
}

Result<std::unique_ptr<ICoachLibrary>> CoachDesk::openLibrary() const
{
    auto library = CoachLibrary::open(m_libraryPath, m_clock);
    if (!library)
        return tl::unexpected<Error>(library.error());
    return std::unique_ptr<ICoachLibrary>(std::move(*library));
}

}  // namespace psolog
