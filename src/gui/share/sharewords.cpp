// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/share/sharewords.h"

#include <QCoreApplication>
#include <QLocale>

#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

/// Characters of a name in a file name: with four bytes each they fit, with the day, into the 255 bytes of most disks.
constexpr qsizetype kMostNameCharacters = 50;

QString tr(const char* text)
{
    return QCoreApplication::translate("Share", text);
}

QString inFull(LocalDay day)
{
    return QLocale().toString(toQDate(day), QStringLiteral("d MMMM yyyy"));
}

QString number(int count)
{
    return QLocale().toString(count);
}

}  // namespace

std::vector<ShareLine> contentsInLines(const SnapshotContents& contents, int notesLeftOut)
{
    std::vector<ShareLine> lines;
    const auto name = QString::fromStdString(contents.athleteName);
    lines.push_back({tr("Name"), name.isEmpty() ? tr("none given") : name});
    QString days = tr("nothing was recorded in these days");
    if (contents.span && contents.span->first == contents.span->last)
        days = inFull(contents.span->first);
    else if (contents.span)
        days = tr("%1 to %2").arg(inFull(contents.span->first), inFull(contents.span->last));
    lines.push_back({tr("Days"), days});
    lines.push_back({tr("Check-ins"), number(contents.checkIns)});
    lines.push_back({tr("Runs"), number(contents.runs)});
    lines.push_back({tr("Self-tests"), number(contents.selfTests)});
    lines.push_back({tr("Releases"), number(contents.releases)});
    lines.push_back({tr("Weekly check-ins"), number(contents.weekly)});
    lines.push_back({tr("Plans"), number(contents.experiments)});
    lines.push_back({tr("Safety questions"), number(contents.screenings)});
    lines.push_back({tr("Entries with a note"),
                     notesLeftOut > 0 ? tr("left out (%1)").arg(number(notesLeftOut)) : number(contents.notes)});
    return lines;
}

QString snapshotFileName(const SnapshotContents& contents, LocalDay today)
{
    QString name;
    for (const QChar c : QString::fromStdString(contents.athleteName)) {
        // What some disk refuses in a name, or a dialog would take for a pattern or a folder.
        const bool refused = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || QStringLiteral("/\\:*?\"<>|").contains(c);
        name += refused ? QChar(u' ') : c;
    }
    name = name.simplified().left(kMostNameCharacters);
    while (!name.isEmpty() && QStringLiteral(".- ").contains(name.front()))
        name.remove(0, 1);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    name = name.trimmed();
    return (name.isEmpty() ? QStringLiteral("Psolog") : name) + u' ' + QString::fromStdString(today.toString())
        + QStringLiteral(".psolog");
}

QString whyNoSnapshot(const Error& error, const QString& fileName)
{
    const QString stop = QStringLiteral(". ");
    switch (error.code) {
    case ErrorCode::InvalidValue:
        // A name that is taken, or one that leads to a folder.
        if (!fileName.isEmpty())
            return tr("There is already something named %1. Psolog does not replace it; choose another name.")
                .arg(fileName);
        return tr("There is nothing to share yet. Say who you are first: the first start asks for it.");
    case ErrorCode::TooNew:
        return headline(error) + stop + tr("Update Psolog to share it.");
    case ErrorCode::TooLarge:
    case ErrorCode::TooSlow:
        return tr("The copy is too large for another Psolog to accept. Nothing was written. Share fewer days.");
    case ErrorCode::Damaged:
    case ErrorCode::ForeignContent:
    case ErrorCode::NotALog:
        return tr(
            "Another Psolog would not accept this copy. Nothing was written, and your log was not changed. It may "
            "be damaged: keep a copy of it, and close and open Psolog to have it looked through.");
    case ErrorCode::Locked:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
        return headline(error) + stop + describe(error);
    case ErrorCode::NotFound:
        return tr("There is no such folder. Nothing was written; choose another one.");
    case ErrorCode::SyntaxError:
    case ErrorCode::CannotOpen:
    case ErrorCode::WriteFailed:
    case ErrorCode::NotAFile:
    case ErrorCode::Changing:
    case ErrorCode::OwnLog:
    case ErrorCode::Internal:
        break;
    }
    return headline(error) + stop + tr("Nothing was written. Choose another folder, or try again.");
}

}  // namespace psolog
