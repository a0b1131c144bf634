// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/coachnote.h"
#include "core/ports/inotesfiles.h"
#include "core/result.h"

namespace psolog {

/// Version of the notes file format that this program reads and writes.
inline constexpr int kNotesFileVersion = 1;
inline constexpr std::size_t kMaxNotesFileBytes = 1024 * 1024;

/// Reads what a coach sends back from JSON text (`*.psolog-notes`):
///
///     {"psolog_notes": 1, "athlete": "<id>", "athlete_name": "Runner 07", "author": "Kim",
///      "written": {"time": "2026-11-22T20:15:00.000+01:00", "time_zone": "Europe/Berlin"},
///      "notes": [{"id": "<id>", "author": "Kim", "written": {…}, "first_day": "2026-11-20", "last_day": "2026-11-22",
///                 "muscle": "hamstring", "text": "…"}, {"id": "<id>", …, "text": "", "withdrawn": true}],
///      "plan": {"id": "<id>", "author": "Kim", "written": {…}, "days_a_week": 5, "routine": {"psolog_routine": 1, …}}}
///
/// "athlete_name", the two days (both or none), "muscle", "withdrawn" and "plan" may be left out; everything else is
/// needed. An unknown field is an error. Days and moments are of the years 1970 to 9999.
///
/// The text is treated as made to do harm. SyntaxError: not JSON (the detail gives line and column), a field named
/// twice, or nested too deeply. TooLarge: more than kMaxNotesFileBytes. TooNew: a newer version of the file or of the
/// routine in it. InvalidValue: anything else that does not keep what core/coachnote.h promises. The detail begins with
/// `sourceName` and names note and field ("x: note 2: text is missing"), never what a field holds.
[[nodiscard]] Result<NotesFile> parseNotesFile(std::string_view json, std::string_view sourceName);

/// The notes as JSON text with a newline at its end; parseNotesFile() gives the same back of what validate() accepts,
/// moments and days within the years above, unless it is too large.
[[nodiscard]] std::string serialiseNotesFile(const NotesFile& file);

/// Notes files on disk. No state.
class NotesFiles final : public INotesFiles {
public:
    [[nodiscard]] Result<NotesFile> read(const std::string& path) const override;
    /// Besides what the port says: TooLarge when nobody could read the file again.
    Result<void> write(const NotesFile& file, const std::string& path) const override;
};

}  // namespace psolog
