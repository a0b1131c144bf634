// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QtTest>

#include "app/startoptions.h"

using namespace psolog;

/// The arguments of the program.
class StartOptionsTest : public QObject {
    Q_OBJECT

    using Next = CommandLine::Next;

    static CommandLine read(const QStringList& arguments)
    {
        return readCommandLine(QStringList{QStringLiteral("psolog")} + arguments);
    }

private Q_SLOTS:
    void withoutArgumentsTheLastLogIsOpened()
    {
        const CommandLine line = read({});
        QCOMPARE(line.next, Next::Start);
        QVERIFY(line.options.log.isEmpty());
        QVERIFY(!line.options.demo);
    }

    void aLogIsNamedByOptionOrAlone()
    {
        const QString path = QDir::current().absoluteFilePath(QStringLiteral("mine.psolog"));
        QCOMPARE(read({QStringLiteral("--log"), QStringLiteral("mine.psolog")}).options.log, path);
        QCOMPARE(read({QStringLiteral("mine.psolog")}).options.log, path);
        QCOMPARE(read({QStringLiteral("mine.psolog")}).next, Next::Start);
    }

    void whatCannotBeMeantIsRefusedInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("two logs") << QStringList{QStringLiteral("a.psolog"), QStringLiteral("b.psolog")};
        QTest::newRow("option and alone")
            << QStringList{QStringLiteral("--log"), QStringLiteral("a.psolog"), QStringLiteral("b.psolog")};
        QTest::newRow("option without a file") << QStringList{QStringLiteral("--log")};
        QTest::newRow("empty name") << QStringList{QStringLiteral("--log"), QString()};
        QTest::newRow("log and demonstration") << QStringList{QStringLiteral("--demo"), QStringLiteral("a.psolog")};
        const QString log = QStringLiteral("a.psolog");
        const QString report = QStringLiteral("--report");
        QTest::newRow("report without a log") << QStringList{report, QStringLiteral("out.pdf")};
        QTest::newRow("report of the demonstration")
            << QStringList{QStringLiteral("--demo"), report, QStringLiteral("out.pdf")};
        QTest::newRow("report without a name") << QStringList{log, report, QString()};
        QTest::newRow("two reports") << QStringList{log, report, QStringLiteral("x.pdf"), report,
                                                    QStringLiteral("y.pdf")};
        QTest::newRow("unknown paper") << QStringList{log, report, QStringLiteral("x.pdf"), QStringLiteral("--paper"),
                                                      QStringLiteral("a5")};
        QTest::newRow("paper without a report") << QStringList{log, QStringLiteral("--paper"), QStringLiteral("a4")};
        QTest::newRow("notes without a report") << QStringList{log, QStringLiteral("--notes")};
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")};
    }
    void whatCannotBeMeantIsRefusedInOneLine()
    {
        QFETCH(QStringList, arguments);
        const CommandLine line = read(arguments);
        QCOMPARE(line.next, Next::Refuse);
        QVERIFY(!line.text.isEmpty() && !line.text.contains(u'\n'));
    }

    void aReportIsAskedForWithItsPaperAndNotes()
    {
        const QStringList plain{QStringLiteral("--log"), QStringLiteral("a.psolog"), QStringLiteral("--report"),
                                QStringLiteral("out.pdf")};
        const StartOptions one = read(plain).options;
        QCOMPARE(one.report, QDir::current().absoluteFilePath(QStringLiteral("out.pdf")));
        QVERIFY(!one.paper && !one.notes);
        const StartOptions two =
            read(plain + QStringList{QStringLiteral("--paper"), QStringLiteral("Letter"), QStringLiteral("--notes")})
                .options;
        QVERIFY(two.paper == Paper::Letter && two.notes);
        QVERIFY(read({}).options.report.isEmpty());
    }

    void helpAndVersionArePrinted()
    {
        QCOMPARE(read({QStringLiteral("--help")}).next, Next::PrintAndExit);
        QVERIFY(read({QStringLiteral("--help")}).text.contains(QStringLiteral("--demo")));
        QVERIFY(read({QStringLiteral("--help")}).text.contains(QStringLiteral("--report")));
        QCOMPARE(read({QStringLiteral("--version")}).text, QStringLiteral("psolog " PSOLOG_VERSION));
    }
};

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "startoptions_test.moc"
