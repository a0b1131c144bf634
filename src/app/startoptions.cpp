// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startoptions.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace psolog {

CommandLine readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Psolog: self-tests, psoas release and a soreness log for runners."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version(QStringLiteral("version"), QStringLiteral("Print the version."));
    const QCommandLineOption log(QStringLiteral("log"), QStringLiteral("Open this log instead of the last one."),
                                 QStringLiteral("FILE"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Open a demonstration log of 60 days in a temporary file."));
    const QCommandLineOption report(QStringLiteral("report"),
                                    QStringLiteral("Write the log's one-page report as PDF and end, without a window."),
                                    QStringLiteral("OUT.pdf"));
    const QCommandLineOption paper(
        QStringLiteral("paper"), QStringLiteral("Paper of the report: a4 or letter; else what is usual where you are."),
        QStringLiteral("PAPER"));
    const QCommandLineOption notes(QStringLiteral("notes"), QStringLiteral("The report has the latest notes."));
    parser.addOptions({version, log, demo, report, paper, notes});
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("As --log FILE; what a file manager gives."),
                                 QStringLiteral("[FILE]"));

    CommandLine line;
    const auto refuse = [&](const QString& why) {
        line.next = CommandLine::Next::Refuse;
        line.text = why;
        return line;
    };
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help) || parser.isSet(version)) {
        line.next = CommandLine::Next::PrintAndExit;
        line.text = parser.isSet(help)
            ? parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("psolog"))
            : QStringLiteral("psolog " PSOLOG_VERSION);
        return line;
    }
    const QStringList files = parser.values(log) + parser.positionalArguments();
    if (files.size() > 1)
        return refuse(QStringLiteral("One log at a time; '%1' is one too many.").arg(files.last()));
    if (!files.isEmpty() && parser.isSet(demo))
        return refuse(QStringLiteral("A log and --demo exclude each other."));
    if (!files.isEmpty()) {
        if (files.first().isEmpty())
            return refuse(QStringLiteral("--log needs a file."));
        line.options.log = QFileInfo(files.first()).absoluteFilePath();
    }
    line.options.demo = parser.isSet(demo);
    if (!parser.isSet(report))
        return parser.isSet(paper) || parser.isSet(notes)
            ? refuse(QStringLiteral("--paper and --notes belong to --report."))
            : line;
    if (files.isEmpty())
        return refuse(QStringLiteral("--report needs a log: --log FILE."));
    const QStringList reports = parser.values(report);
    if (reports.size() > 1)
        return refuse(QStringLiteral("One report at a time."));
    if (reports.first().isEmpty())
        return refuse(QStringLiteral("--report needs a file."));
    line.options.report = QFileInfo(reports.first()).absoluteFilePath();
    line.options.notes = parser.isSet(notes);
    if (parser.isSet(paper)) {
        line.options.paper = fromName<Paper>(parser.value(paper).toLower().toStdString());
        if (!line.options.paper)
            return refuse(QStringLiteral("--paper is a4 or letter."));
    }
    return line;
}

}  // namespace psolog
