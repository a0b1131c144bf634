// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "storage/intake.h"
#include "storage/logtest.h"

namespace psolog::test {

/// A log with something of every kind, some of it removed, and with notes of a coach.
class SnapshotTest : public LogTest {
protected:
    static constexpr int kOldest = 60;  ///< days ago

    /// Fills a new log and closes it.
    void fill()
    {
        const auto log = open();
        const auto filled = log->inTransaction([&] {
            fillWith(*log);
            return Result<void>();
        });
        if (!filled)
            throw std::runtime_error(filled.error().detail);
    }

    Result<InspectedFile> inspect(const std::string& path) { return m_intake.inspect(path); }

    const AthleteId m_athlete = m_ids.make<AthleteId>();
    CheckInId m_removed;  ///< of 3 days ago
    const std::string m_target = m_folder.file("Ada.psolog");
    Intake m_intake;

private:
    static void must(const Result<void>& done)
    {
        if (!done)
            throw std::runtime_error(done.error().detail);
    }

    void fillWith(Log& log)
    {
        must(log.athlete().save(Athlete{m_athlete, "Ada", StartChoice::BaselineFirst, recordedDaysAgo(90)}));
        for (const int daysAgo : {kOldest, 20, 5}) {
            SafetyScreening screening;
            screening.id = m_ids.make<ScreeningId>();
            screening.recorded = recordedDaysAgo(daysAgo);
            must(log.athlete().save(screening));
        }
        for (int daysAgo = kOldest; daysAgo >= 0; --daysAgo) {
            CheckIn record = fullCheckIn(m_ids, daysAgo, daysAgo % 11);
            record.note = "checkin-note-" + std::to_string(daysAgo) + "-ago";
            must(log.checkIns().save(record));
        }
        for (const int daysAgo : {40, 4}) {
            SelfTest test = gluteTest(m_ids, daysAgo);
            test.note = "test-note-" + std::to_string(daysAgo) + "-ago";
            must(log.selfTests().save(test));
            ReleaseSession release = session(m_ids, daysAgo);
            release.note = "release-note-" + std::to_string(daysAgo) + "-ago";
            must(log.releases().save(release));
            must(log.releases().append(release.id, event(0, daysAgo)));
            WeeklyCheckIn week = weekly(m_ids, daysAgo);
            week.note = "weekly-note-" + std::to_string(daysAgo) + "-ago";
            must(log.weekly().save(week));
        }
        removeOneOfEach(log);
        CoachNote note;
        note.id = m_ids.make<CoachNoteId>();
        note.author = "coach-by-name";
        note.written = recordedDaysAgo(1).at;
        note.text = "words-of-the-coach";
        CoachPlan plan{m_ids.make<CoachPlanId>(), "coach-by-name", recordedDaysAgo(1).at, 3, {}};
        plan.routine = Routine{"of-the-coach", "routine-of-the-coach", {RoutineStep{}}};
        must(log.receivedNotes().take({m_athlete, "Ada", "coach-by-name", recordedDaysAgo(0).at, {note}, plan}));
    }

    void removeOneOfEach(Log& log)
    {
        CheckIn checkIn = fullCheckIn(m_ids, 3, 7);
        checkIn.note = "removed-checkin-note";
        m_removed = checkIn.id;
        SelfTest test = gluteTest(m_ids, 3);
        test.note = "removed-test-note";
        ReleaseSession release = session(m_ids, 3);
        release.note = "removed-release-note";
        release.routineName = "removed-routine";
        WeeklyCheckIn week = weekly(m_ids, 3);
        week.note = "removed-weekly-note";
        must(log.checkIns().save(checkIn));
        must(log.selfTests().save(test));
        must(log.releases().save(release));
        must(log.releases().append(release.id, event(0, 3)));
        must(log.weekly().save(week));
        must(log.checkIns().remove(checkIn.id));
        must(log.selfTests().remove(test.id));
        must(log.releases().remove(release.id));
        must(log.weekly().remove(week.id));
    }
};

}  // namespace psolog::test
