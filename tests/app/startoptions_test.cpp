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
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--fast")};
    }
    void whatCannotBeMeantIsRefusedInOneLine()
    {
        QFETCH(QStringList, arguments);
        const CommandLine line = read(arguments);
        QCOMPARE(line.next, Next::Refuse);
        QVERIFY(!line.text.isEmpty() && !line.text.contains(u'\n'));
    }

    void helpAndVersionArePrinted()
    {
        QCOMPARE(read({QStringLiteral("--help")}).next, Next::PrintAndExit);
        QVERIFY(read({QStringLiteral("--help")}).text.contains(QStringLiteral("--demo")));
        QCOMPARE(read({QStringLiteral("--version")}).text, QStringLiteral("psolog " PSOLOG_VERSION));
    }
};

QTEST_GUILESS_MAIN(StartOptionsTest)
#include "startoptions_test.moc"
