// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/pose.h"
#include "core/ports/ialarm.h"
#include "core/ports/iathletelog.h"
#include "core/ports/icheckinlog.h"
#include "core/ports/iclock.h"
#include "core/ports/iexperimentlog.h"
#include "core/ports/iidsource.h"
#include "core/ports/ilogfile.h"
#include "core/ports/irandomsource.h"
#include "core/ports/ireleaselog.h"
#include "core/ports/iroutinestore.h"
#include "core/ports/iselftestlog.h"
#include "core/ports/isettings.h"
#include "core/ports/itrendlog.h"
#include "core/ports/iweeklylog.h"

class QUndoStack;

namespace psolog {

struct CoachServices;
class Guide;
class ICoachNotes;
class Theme;
class Ticker;

/// Says that the log changed, so that pages read again what they show.
class LogChanges : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void announce() { Q_EMIT logChanged(); }

Q_SIGNALS:
    void logChanged();
};

/// What pages work with. Built by the composition root, outlives every page. GUI thread only.
struct Services {
    const IClock& clock;
    IIdSource& ids;
    IAthleteLog& athletes;
    ICheckInLog& checkIns;
    ISelfTestLog& selfTests;
    IReleaseLog& releases;
    ITrendLog& trends;
    IWeeklyLog& weekly;
    IExperimentLog& experiments;
    ILogFile& file;
    ISettings& settings;
    Theme& theme;
    const PoseLibrary& poses;
    IRoutineStore& routines;
    IAlarm& alarm;
    Guide& guide;
    Ticker& ticker;
    LogChanges& changes;
    QUndoStack& undo;
    IRandomSource& random;
    /// Notes of coaches about this log; null: none can be shown.
    ICoachNotes* coachNotes = nullptr;
    /// Sharing and coaching (gui/shell/coachservices.h); null where there is nothing of one's own: in a review.
    const CoachServices* coach = nullptr;

    /// This moment with the local day it counts for.
    [[nodiscard]] RecordedAt recordedNow() const
    {
        const Instant now = clock.now();
        return {now, localDayOf(now, settings.current().dayStart)};
    }
    [[nodiscard]] LocalDay today() const { return recordedNow().day; }
};

}  // namespace psolog
