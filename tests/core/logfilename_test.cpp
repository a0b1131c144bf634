// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfilename.h"

#include <gtest/gtest.h>

namespace psolog {
namespace {

TEST(LogFileName, KnowsALogInAnyCaseAndBeforeWhatMailersAppend)
{
    for (const char* name : {"anna.psolog", "ANNA.PSOLOG", "anna (1).psolog", "anna 2.psolog", "anna.psolog (1)",
                             "anna.psolog.1", "anna.psolog.sqlite", "anna.tmp.psolog", "anna.psolog-notes.psolog"})
        EXPECT_EQ(logFileNameOf(name), LogFileName::Log) << name;
}

TEST(LogFileName, KnowsTheSecondVersionsOfSyncTools)
{
    for (const char* name :
         {"anna.sync-conflict-20261120-101500-ABCDEFG.psolog", "anna.psolog.sync-conflict-20261120-101500-ABCDEFG",
          "anna (Anna's conflicted copy 2026-11-20).psolog", "anna (conflicted copy 2026-11-20 101500).psolog",
          "anna_conflict-20261120-101500.psolog", "anna (SFConflict anna 2026-11-20-10-15-00).psolog"})
        EXPECT_EQ(logFileNameOf(name), LogFileName::ConflictCopy) << name;
}

TEST(LogFileName, LeavesEverythingElseAlone)
{
    for (const char* name : {"", ".psolog", "psolog", "anna.txt", "anna.psologx", "anna.psolog-journal",
                             "anna.psolog-wal", "anna.psolog-shm", "anna.psolog-notes", "anna.psolog-notes (1)",
                             ".syncthing.anna.psolog.tmp", "~syncthing~anna.psolog.tmp", ".anna.psolog.swp",
                             "anna.psolog.part", "anna.psolog.crdownload", "anna.psolog.PARTIAL", "conflicted copy"}) {
        EXPECT_EQ(logFileNameOf(name), LogFileName::Other) << name;
        EXPECT_FALSE(mayBeLog(name));
    }
}

}  // namespace
}  // namespace psolog
