// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/coachnote.h"
#include "core/result.h"

namespace psolog {

/// Notes files anywhere on disk; they come from elsewhere and are read as such. May be used by any thread.
class INotesFiles {
public:
    virtual ~INotesFiles() = default;

    /// NotFound, CannotOpen, NotAFile, TooLarge, SyntaxError, TooNew, InvalidValue; the detail names the place.
    [[nodiscard]] virtual Result<NotesFile> read(const std::string& path) const = 0;
    /// Writes the file whole or not at all, 0600; replaces one. InvalidValue when validate() refuses it.
    virtual Result<void> write(const NotesFile& file, const std::string& path) const = 0;
};

}  // namespace psolog
