// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/widgets/wholefile.h"

using namespace psolog;

/// What reports must not be written over.
class WholeFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logsAndTheLibraryAreKeptWhateverTheCaseAndTheLink()
    {
        const QTemporaryDir folder;
        const auto at = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        const auto make = [&](const char* name) {
            QFile file(at(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        };
        make("own.db");
        make("coach.psolog-library");
        QVERIFY(QFile::link(at("coach.psolog-library"), at("roster.pdf")));
        for (const char* name : {"own.db", "Runner.psolog", "Runner.PSOLOG", "Runner.psolog (1)",
                                 "coach.psolog-library", "Other.Psolog-Library", "roster.pdf"})
            QVERIFY2(isKept(at(name), at("own.db")), name);
        for (const char* name : {"Runner.psolog-notes", "Psolog roster 2026-11-22.pdf", "table.csv"})
            QVERIFY2(!isKept(at(name), at("own.db")), name);
    }
};

QTEST_GUILESS_MAIN(WholeFileTest)
#include "wholefile_test.moc"
