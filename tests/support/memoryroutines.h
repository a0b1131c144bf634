// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/iroutinestore.h"

namespace psolog::test {

/// Routines in memory; saving can be made to fail. Files are a map the test sees.
class MemoryRoutines : public IRoutineStore {
public:
    explicit MemoryRoutines(const std::vector<Routine>& shipped)
    {
        for (const Routine& routine : shipped)
            m_routines.push_back({routine, true});
    }

    [[nodiscard]] const std::vector<StoredRoutine>& routines() const override { return m_routines; }
    [[nodiscard]] const std::vector<UnusedFile>& unused() const override { return unusedFiles; }
    Result<void> save(const Routine& routine) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        if (const auto valid = validate(routine); !valid)
            return valid;
        const auto same = place(routine.id);
        if (same == m_routines.end())
            m_routines.push_back({routine, false});
        else if (same->shipped)
            return fail(ErrorCode::InvalidValue, "a shipped routine cannot be changed");
        else
            same->routine = routine;
        return {};
    }
    Result<void> remove(const std::string& id) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        const auto same = place(id);
        if (same == m_routines.end() || same->shipped)
            return fail(ErrorCode::NotFound);
        m_routines.erase(same);
        return {};
    }
    [[nodiscard]] Result<Routine> read(const std::string& path) const override
    {
        const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == path; });
        if (found == files.end())
            return fail(ErrorCode::NotFound, path);
        return found->second;
    }
    [[nodiscard]] Result<void> write(const Routine& routine, const std::string& path) const override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        files.emplace_back(path, routine);
        return {};
    }
    [[nodiscard]] std::string freeId(std::string_view /*name*/) const override
    {
        for (int number = 1;; ++number)
            if (const std::string id = "own-" + std::to_string(number); find(id) == nullptr)
                return id;
    }

    std::optional<Error> failWith;
    std::vector<UnusedFile> unusedFiles;
    mutable std::vector<std::pair<std::string, Routine>> files;

private:
    std::vector<StoredRoutine>::iterator place(const std::string& id)
    {
        return std::find_if(m_routines.begin(), m_routines.end(), [&](const auto& one) { return one.routine.id == id; });
    }

    std::vector<StoredRoutine> m_routines;
};

}  // namespace psolog::test
