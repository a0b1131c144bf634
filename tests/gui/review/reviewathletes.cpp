// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/reviewathletes.h"

#include <stdexcept>

#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "storage/logimage.h"

namespace psolog::test {

namespace {

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::string newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

}  // namespace

std::shared_ptr<const std::string> imageOf(const AthleteStory& story, const IClock& clock)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("athlete.psolog"));
    {
        const auto log = valueOf(Log::open(path.toStdString(), clock));
        valueOf(log->inTransaction([&]() -> Result<void> {
            if (story.days > 0) {
                DemoOptions options;
                options.days = story.days;
                options.seed = story.seed;
                options.effect = story.effect;
                const LogContents contents = valueOf(generateDemo(options, clock));
                if (auto written = writeContents(contents,
                                                 {log->athlete(), log->checkIns(), log->selfTests(), log->releases(),
                                                  log->weekly(), log->experiments()});
                    !written)
                    return written;
            }
            Athlete athlete = valueOf(log->athlete().athlete()).value_or(Athlete{});
            if (athlete.id.isEmpty()) {
                athlete.id = AthleteId(newUuid());
                const Instant now = clock.now();
                athlete.created = {now, localDayOf(now)};
            }
            athlete.name = story.name;
            return log->athlete().save(athlete);
        }));
        story.add(*log);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the log cannot be read");
    return std::make_shared<const std::string>(file.readAll().toStdString());
}

ReviewedAthlete reviewed(const AthleteStory& story, const IClock& clock, std::shared_ptr<const std::string> image)
{
    ReviewedAthlete athlete;
    auto log = valueOf(
        ReviewLog::open(image ? std::move(image) : imageOf(story, clock), "/nowhere/library.psolog-coach", clock));
    athlete.log = std::move(log);
    athlete.entry.id = AthleteId(newUuid());
    athlete.entry.name = story.name;
    athlete.entry.taken = clock.now();
    athlete.entry.digest = "0123";
    athlete.row.athlete = athlete.entry.id;
    athlete.row.name = story.name;
    athlete.row.today = localDayOf(clock.now());
    athlete.row.released = true;
    athlete.row.verdict = VerdictKind::NoClearChange;
    Flag stop;
    stop.kind = FlagKind::RedStop;
    stop.reason = StopReason::Pulsing;
    stop.since = athlete.row.today;
    Flag silent;
    silent.kind = FlagKind::Silent;
    silent.days = 5;
    silent.since = athlete.row.today;
    athlete.row.flags = {stop, silent};
    athlete.unseen = {stop};
    return athlete;
}

CoachNote coachNote(const std::string& text, const IClock& clock, const std::optional<NoteDays>& days)
{
    CoachNote note;
    note.id = CoachNoteId(newUuid());
    note.author = "Kim";
    note.written = clock.now();
    note.days = days;
    if (days)
        note.muscle = Muscle::Hamstring;
    note.text = text;
    return note;
}

}  // namespace psolog::test
