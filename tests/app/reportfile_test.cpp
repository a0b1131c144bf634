// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "storage/log.h"
#include "storage/schema.h"
#include "support/manualclock.h"

using namespace psolog;

namespace {

constexpr int kPatience = 60'000;  ///< ms; a slow machine is no failure

struct Ran {
    int code = -1;
    QStringList errors;
    QByteArray output;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

/// psolog --report, as a process of its own without any display.
class ReportFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    test::ManualClock m_clock;

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] Ran run(const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), path("home"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        // What a desktop would set and nobody answers.
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORMTHEME"), QStringLiteral("gtk3"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        if (qEnvironmentVariableIsSet("ASAN_OPTIONS"))
            environment.insert(QStringLiteral("ASAN_OPTIONS"), qEnvironmentVariable("ASAN_OPTIONS"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PSOLOG_PROGRAM), arguments);
        if (!process.waitForFinished(kPatience))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts),
                process.readAllStandardOutput()};
    }
    [[nodiscard]] QStringList reportTo(const char* out) const
    {
        return {QStringLiteral("--log"), path("log.psolog"), QStringLiteral("--report"), path(out)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("home")));
        const auto contents = generateDemo({}, m_clock);
        QVERIFY(contents.has_value());
        auto log = Log::open(path("log.psolog").toStdString(), m_clock);
        QVERIFY(log.has_value());
        QVERIFY((*log)->inTransaction([&] {
            return writeContents(*contents,
                                 {(*log)->athlete(), (*log)->checkIns(), (*log)->selfTests(), (*log)->releases(),
                                  (*log)->weekly(), (*log)->experiments()});
        }));
    }

    void itWritesOnePageWithoutADisplayAndNothingElse()
    {
        const QByteArray before = contentOf(path("log.psolog"));
        const Ran ran = run(reportTo("out.pdf"));
        QVERIFY2(ran.code == 0, qPrintable(ran.errors.join(u'|')));
        QCOMPARE(ran.errors, QStringList());
        QCOMPARE(ran.output, QByteArray());
        QVERIFY(contentOf(path("out.pdf")).startsWith("%PDF-"));
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QCOMPARE(QFileInfo(path("out.pdf")).permissions() & others, QFile::Permissions());
        QVERIFY(contentOf(path("log.psolog")) == before);
        // No settings, no folders, no messages.
        QVERIFY(QDir(path("home")).isEmpty());
    }

    void itReadsALogThatIsOpenElsewhereOrReadOnly()
    {
        auto open = Log::open(path("log.psolog").toStdString(), m_clock);
        QVERIFY(open.has_value());
        QCOMPARE(run(reportTo("second.pdf")).code, 0);
        open->reset();
        QVERIFY(QFile::setPermissions(path("log.psolog"), QFile::ReadOwner));
        QCOMPARE(run(reportTo("readonly.pdf")).code, 0);
        QVERIFY(QFile::setPermissions(path("log.psolog"), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QFile::exists(path("readonly.pdf")));
    }

    void anOlderLogStaysAsOldAsItIs()
    {
        QFile empty(path("older.psolog"));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        {
            const auto older = Connection::open(path("older.psolog").toStdString(), {});
            QVERIFY(older.has_value());
            QVERIFY(migrate(**older, migrations().first(1)).has_value());
        }
        const QByteArray before = contentOf(path("older.psolog"));
        const Ran ran = run({path("older.psolog"), QStringLiteral("--report"), path("older.pdf")});
        QVERIFY2(ran.code == 0, qPrintable(ran.errors.join(u'|')));
        QVERIFY(contentOf(path("older.psolog")) == before);
    }

    void aMissingLogIsSaidAndNotMade()
    {
        const Ran ran = run({QStringLiteral("--log"), path("none.psolog"), QStringLiteral("--report"), path("no.pdf")});
        QCOMPARE(ran.code, 1);
        QCOMPARE(ran.errors.size(), 1);
        QVERIFY(ran.errors.first().startsWith(QStringLiteral("psolog: ")));
        QVERIFY(!QFile::exists(path("none.psolog")));
        QVERIFY(!QFile::exists(path("no.pdf")));
    }

    void onlyARegularFileThatIsNotTheLogIsReplaced()
    {
        QFile old(path("old.pdf"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        QCOMPARE(run(reportTo("old.pdf")).code, 0);
        QVERIFY(contentOf(path("old.pdf")).startsWith("%PDF-"));

        QVERIFY(QFile::link(path("old.pdf"), path("link.pdf")));
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("folder.pdf")));
        for (const char* refused : {"link.pdf", "folder.pdf", "log.psolog", "missing/out.pdf"}) {
            const Ran ran = run(reportTo(refused));
            QVERIFY2(ran.code == 1, refused);
            QCOMPARE(ran.errors.size(), 1);
        }
        QVERIFY(contentOf(path("log.psolog")).startsWith("SQLite format 3"));
    }

    void aFileThatIsNoLogIsRefused()
    {
        const Ran ran = run({path("old.pdf"), QStringLiteral("--report"), path("no.pdf")});
        QCOMPARE(ran.code, 1);
        QVERIFY(!QFile::exists(path("no.pdf")));
    }
};

QTEST_GUILESS_MAIN(ReportFileTest)
#include "reportfile_test.moc"
