// SPDX-License-Identifier: GPL-3.0-or-later
// What came with sharing: how a copy was made, and what coaches sent.
#include <string>

#include "core/routine.h"
#include "core/validation.h"
#include "storage/foreignrecords.h"
#include "storage/foreignrow.h"

namespace psolog {

void ForeignRecords::takeSnapshot(ForeignRow& row)
{
    (void)row.whole(1, 1);
    if (m_copy.snapshot)
        row.refuse("there twice");
    SnapshotMark& mark = m_copy.snapshot.emplace();
    mark.made = row.instant();
    mark.firstDay = row.optionalDay();
    mark.notes = row.flag();
}

void ForeignRecords::takeReceivedNote(ForeignRow& row)
{
    if (!m_notes.add(row.key()))
        row.refuse("not in the order of the keys");
    m_noteIds.add(row.uuid());
    (void)row.instant();
    if (row.line(kMaxNameLength).empty())
        row.refuse("empty");
    const auto first = row.optionalDay();
    const auto last = row.optionalDay();
    if (first.has_value() != last.has_value() || first > last)
        row.refuse("not after first_day");
    if (row.optionalNamed<Muscle>() && !first)
        row.refuse("without days");
    const bool empty = row.text(kMaxNoteLength).empty();
    if (!row.flag() && empty)
        row.refuse("text", "empty");
    (void)row.flag();
    count(64);
}

void ForeignRecords::takeReceivedPlan(ForeignRow& row)
{
    (void)row.whole(1, 1);
    if (m_hasPlan)
        row.refuse("there twice");
    m_hasPlan = true;
    (void)row.uuid();
    (void)row.instant();
    if (row.line(kMaxNameLength).empty())
        row.refuse("empty");
    (void)row.number(1, 7);
    const std::string routine = row.line(kMaxNameLength);
    if (routine.empty() || routine.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
        row.refuse("not the id of a routine");
    if (row.line(kMaxNameLength).empty())
        row.refuse("empty");
}

void ForeignRecords::takePlanStep(ForeignRow& row)
{
    if (row.whole(1, 1) != 1 || !m_hasPlan)
        row.refuse("belongs to no record");
    (void)row.number(0, static_cast<int>(kMaxRoutineSteps) - 1);
    const auto kind = row.named<StepKind>();
    if (row.optionalNamed<Zone>().has_value() != (kind == StepKind::Zone))
        row.refuse("does not fit the kind");
    (void)row.named<BodySide>();
    (void)row.number(1, static_cast<int>(kMaxStepSeconds.count()));
    (void)row.line(kMaxCueLength);
    (void)row.line(kMaxNameLength);
}

}  // namespace psolog
