// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/errorwords.h"

#include <QCoreApplication>

namespace psolog {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Errors", text);
}

}  // namespace

QString headline(const Error& error)
{
    switch (error.code) {
    case ErrorCode::DiskFull:
        return tr("The disk is full");
    case ErrorCode::ReadOnly:
        return tr("This place cannot be written to");
    case ErrorCode::Locked:
        return tr("Another program is using this log");
    case ErrorCode::Damaged:
        return tr("This log is damaged");
    case ErrorCode::TooNew:
        return tr("This log was written by a newer Psolog");
    case ErrorCode::NotALog:
        return tr("This file is not a Psolog log");
    case ErrorCode::NotFound:
        return tr("There is nothing at this place");
    case ErrorCode::CannotOpen:
        return tr("The file cannot be opened");
    case ErrorCode::WriteFailed:
        return tr("Writing failed");
    case ErrorCode::InvalidValue:
        return tr("A value does not fit");
    case ErrorCode::SyntaxError:
        return tr("The file cannot be read");
    case ErrorCode::NotAFile:
        return tr("This is not a plain file");
    case ErrorCode::TooLarge:
        return tr("This file is too large");
    case ErrorCode::ForeignContent:
        return tr("This file holds something that a Psolog log never does");
    case ErrorCode::TooSlow:
        return tr("This file takes too long to read");
    case ErrorCode::Changing:
        return tr("This file is being written to");
    case ErrorCode::OwnLog:
        return tr("This is your own log");
    case ErrorCode::Internal:
        break;
    }
    return tr("Something went wrong");
}

QString describe(const Error& error)
{
    const QString detail = QString::fromStdString(error.detail);
    switch (error.code) {
    case ErrorCode::DiskFull:
        return tr("Nothing was lost and nothing was changed. Free some space, then try again.");
    case ErrorCode::ReadOnly:
        return tr("Nothing was changed. Choose a folder you may write to, or change the permissions, then try again.");
    case ErrorCode::Locked:
        return tr("Nothing was changed. Close the other program that uses this log, then try again.");
    case ErrorCode::Damaged:
        return tr("Psolog left the file as it is. Open a copy or a backup of it, or start a new log.");
    case ErrorCode::TooNew:
        return tr("You can read it here, not change it. Update Psolog to go on with this log.");
    case ErrorCode::NotALog:
        return tr("Psolog left the file as it is. Choose another file, or start a new log.");
    case ErrorCode::NotFound:
        return tr("It may have been moved or renamed. Choose another file, or start a new log.");
    case ErrorCode::CannotOpen:
        return tr("Check that it is a file you may read, or choose another one.");
    case ErrorCode::WriteFailed:
        return tr("What you entered is still here. Check the disk, then try again.");
    case ErrorCode::InvalidValue:
    case ErrorCode::SyntaxError:
        return detail;
    case ErrorCode::NotAFile:
        return tr("Links, folders, pipes and devices are not read. Choose the file itself.");
    case ErrorCode::TooLarge:
        return tr("Nothing was taken from it. Ask for a snapshot: File, Share… in Psolog makes one.");
    case ErrorCode::ForeignContent:
        return tr("Nothing was taken from it. It is damaged or was made to do harm: ask for a new snapshot.");
    case ErrorCode::TooSlow:
        return tr("Nothing was taken from it. It may have been made to do harm: ask for a new snapshot.");
    case ErrorCode::Changing:
        return tr("Nothing was taken from it. Wait until it has been copied, then try again.");
    case ErrorCode::OwnLog:
        return tr("It is open in this program already, under Trends and History. Choose somebody else's.");
    case ErrorCode::Internal:
        break;
    }
    return tr("What you entered is still here. Try again; if it stays, restart Psolog.");
}

}  // namespace psolog
