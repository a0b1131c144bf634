// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/routine.h"
#include "core/unusedfile.h"

namespace psolog {

/// A routine with where it comes from.
struct StoredRoutine {
    Routine routine;
    bool shipped = false;  ///< came with the program: it can be duplicated, not changed

    friend bool operator==(const StoredRoutine&, const StoredRoutine&) = default;
};

/// The routines: those of the program and the user's own, one JSON file each. For one thread.
class IRoutineStore {
public:
    virtual ~IRoutineStore() = default;

    /// Shipped ones first, the default at the very first place; then the user's, by name. Never empty. Valid until the
    /// next call that changes something.
    [[nodiscard]] virtual const std::vector<StoredRoutine>& routines() const = 0;
    /// Files of the user's that are not used.
    [[nodiscard]] virtual const std::vector<UnusedFile>& unused() const = 0;
    /// Stores one of the user's, new or changed by its id. InvalidValue when it cannot be run or the id is a shipped
    /// one's, or when another program changed the file, which is read again; otherwise what writing the file says.
    virtual Result<void> save(const Routine& routine) = 0;
    /// Removes one of the user's; NotFound when there is none. As with save(), an error has written nothing.
    virtual Result<void> remove(const std::string& id) = 0;
    /// Reads a routine from a file anywhere; stores nothing.
    [[nodiscard]] virtual Result<Routine> read(const std::string& path) const = 0;
    /// Writes a routine to a file anywhere, replacing it whole or not at all.
    [[nodiscard]] virtual Result<void> write(const Routine& routine, const std::string& path) const = 0;
    /// An id made from the name that no routine has.
    [[nodiscard]] virtual std::string freeId(std::string_view name) const = 0;

    /// The routine of that id, or nullptr.
    [[nodiscard]] const StoredRoutine* find(std::string_view id) const
    {
        for (const StoredRoutine& stored : routines())
            if (stored.routine.id == id)
                return &stored;
        return nullptr;
    }
};

}  // namespace psolog
