// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notewords.h"

#include <QStringList>

#include "gui/body/sitewords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {
const QString kDot = QStringLiteral(" \u00b7 ");
const QString kComma = QStringLiteral(", ");
}  // namespace

QString NoteWords::days(const std::optional<NoteDays>& days, LocalDay today)
{
    if (!days)
        return {};
    const QString first = shortDate(days->first, today);
    return days->first == days->last ? first : tr("%1 to %2", "days").arg(first, shortDate(days->last, today));
}

QString NoteWords::about(const CoachNote& note, LocalDay today)
{
    if (!note.days)
        return tr("In general");
    const QString when = days(note.days, today);
    return note.muscle ? when + kDot + muscleLabel(*note.muscle) : when;
}

QString NoteWords::signature(const std::string& author, const Instant& written, LocalDay today)
{
    return tr("%1, %2", "author, date")
        .arg(QString::fromStdString(author), shortDate(localDayOf(written, std::chrono::minutes(0)), today));
}

QString NoteWords::from(const std::string& author)
{
    return tr("Note from %1").arg(QString::fromStdString(author));
}

QString NoteWords::firstLine(const CoachNote& note)
{
    for (const QString& line : QString::fromStdString(note.text).split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            return line.trimmed();
    return {};
}

QString NoteWords::daysAWeek(int days)
{
    return tr("%n day(s) a week", nullptr, days);
}

QString NoteWords::proposal(const CoachPlan& plan)
{
    return tr("%1 proposes: %2, %3", "author, routine, days a week")
        .arg(QString::fromStdString(plan.author), routineText(plan.routine.name), daysAWeek(plan.daysAWeek));
}

QString NoteWords::planCaution()
{
    return tr("A proposal: nothing starts by itself. A release that is locked for safety stays locked, whatever a plan "
              "says.");
}

QString NoteWords::contents(int notes, int withdrawn, bool plan)
{
    QStringList parts;
    if (notes > 0)
        parts << tr("%n note(s)", nullptr, notes);
    if (withdrawn > 0)
        parts << tr("%n taken back", nullptr, withdrawn);
    if (plan)
        parts << tr("a plan");
    return parts.isEmpty() ? tr("nothing") : parts.join(kComma);
}

QString NoteWords::changes(const NotesComparison& comparison)
{
    QStringList parts;
    if (comparison.added > 0)
        parts << tr("%n new note(s)", nullptr, comparison.added);
    if (comparison.changed > 0)
        parts << tr("%n changed", nullptr, comparison.changed);
    if (comparison.withdrawn > 0)
        parts << tr("%n taken back", nullptr, comparison.withdrawn);
    if (comparison.newPlan)
        parts << tr("a new plan");
    return parts.isEmpty() ? tr("Nothing new: you have all of it already.") : parts.join(kComma);
}

QString NoteWords::headline(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("There is no such file");
    case ErrorCode::TooNew:
        return tr("These notes were written by a newer Psolog");
    case ErrorCode::SyntaxError:
    case ErrorCode::InvalidValue:
        return tr("Psolog cannot use this file");
    case ErrorCode::NotAFile:
    case ErrorCode::TooLarge:
    case ErrorCode::CannotOpen:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Locked:
    case ErrorCode::Damaged:
    case ErrorCode::NotALog:
    case ErrorCode::WriteFailed:
    case ErrorCode::ForeignContent:
    case ErrorCode::TooSlow:
    case ErrorCode::Changing:
    case ErrorCode::OwnLog:
    case ErrorCode::Internal:
        break;
    }
    return psolog::headline(error);
}

QString NoteWords::describe(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("It may have been moved or renamed. Choose another place.");
    case ErrorCode::TooNew:
        return tr("Nothing was taken from it. Update Psolog to read them.");
    case ErrorCode::SyntaxError:
    case ErrorCode::InvalidValue:
        return tr("Nothing was taken from it. %1", "what is wrong").arg(QString::fromStdString(error.detail));
    case ErrorCode::TooLarge:
        return tr("A notes file has at most 1 MiB. Nothing was taken or written.");
    case ErrorCode::OwnLog:
        return tr("Choose the notes file that your coach sent you.");
    case ErrorCode::NotAFile:
    case ErrorCode::CannotOpen:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Locked:
    case ErrorCode::Damaged:
    case ErrorCode::NotALog:
    case ErrorCode::WriteFailed:
    case ErrorCode::ForeignContent:
    case ErrorCode::TooSlow:
    case ErrorCode::Changing:
    case ErrorCode::Internal:
        break;
    }
    return psolog::describe(error);
}

}  // namespace psolog
