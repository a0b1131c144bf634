// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/texttargets.h"

#include <sstream>

#include "core/coachnote.h"
#include "core/validation.h"
#include "exchange/csvreader.h"
#include "exchange/notesfile.h"
#include "exchange/posefile.h"
#include "exchange/routinefile.h"

namespace psolog::test {

namespace {

constexpr std::string_view kSource = "input";

/// What is wrong with a refusal.
std::string wrongWith(const Error& error)
{
    if (error.code == ErrorCode::Internal)
        return "internal: " + error.detail;
    if (!isPrintable(error.detail))
        return "the detail is not a line of text";
    return error.detail.size() > 1'000 ? "the detail is long" : "";
}

std::string wrongWithRoutine(std::string_view text)
{
    const auto routine = parseRoutine(text, kSource);
    if (!routine)
        return wrongWith(routine.error());
    const auto again = parseRoutine(serialiseRoutine(*routine), kSource);
    return again && *again == *routine ? "" : "a routine does not come back";
}

std::string wrongWithPose(std::string_view text)
{
    const auto pose = parsePose(text, kSource);
    return pose ? "" : wrongWith(pose.error());
}

std::string wrongWithNotes(std::string_view text)
{
    const auto notes = parseNotesFile(text, kSource);
    if (!notes)
        return wrongWith(notes.error());
    if (const auto valid = validate(*notes); !valid)
        return "notes that are not valid: " + valid.error().detail;
    const std::string written = serialiseNotesFile(*notes);
    if (written.size() > kMaxNotesFileBytes)
        return {};
    const auto again = parseNotesFile(written, kSource);
    return again && *again == *notes ? "" : "notes do not come back";
}

std::string wrongWithCsv(std::string_view text)
{
    std::istringstream in{std::string(text)};
    CsvReader reader(in);
    for (;;) {
        const auto row = reader.next();
        if (!row)
            return wrongWith(row.error());
        if (!*row)
            return {};
        if (reader.size() == 0 || reader.size() > CsvReader::kMostCells)
            return "a row of too many cells";
        for (std::size_t i = 0; i < reader.size(); ++i)
            if (!isUtf8(reader.cell(i)) || reader.cell(i).size() > CsvReader::kLongestCell)
                return "a cell that is no text, or too long";
    }
}

}  // namespace

std::string wrongWithText(std::string_view input)
{
    if (input.empty())
        return {};
    const std::string_view text = input.substr(1);
    switch (static_cast<TextFormat>(static_cast<unsigned char>(input.front()) % 4)) {
    case TextFormat::Routine:
        return wrongWithRoutine(text);
    case TextFormat::Pose:
        return wrongWithPose(text);
    case TextFormat::Notes:
        return wrongWithNotes(text);
    case TextFormat::Csv:
        return wrongWithCsv(text);
    }
    return {};
}

}  // namespace psolog::test
