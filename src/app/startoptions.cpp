// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startoptions.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace psolog {

CommandLine readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Psolog: self-tests, psoas release and a soreness log for runners."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version(QStringLiteral("version"), QStringLiteral("Print the version."));
    const QCommandLineOption log(QStringLiteral("log"), QStringLiteral("Open this log instead of the last one."), QStringLiteral("FILE"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Open a demonstration log of 60 days in a temporary file."));
    parser.addOptions({version, log, demo});

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
        line.text = parser.isSet(help) ? parser.helpText() : QStringLiteral("psolog " PSOLOG_VERSION);
        return line;
    }
    if (!parser.positionalArguments().isEmpty())
        return refuse(QStringLiteral("Unexpected argument '%1'; a log is opened with --log FILE.").arg(parser.positionalArguments().first()));
    if (parser.isSet(log) && parser.isSet(demo))
        return refuse(QStringLiteral("--log and --demo exclude each other."));
    if (parser.isSet(log)) {
        if (parser.value(log).isEmpty())
            return refuse(QStringLiteral("--log needs a file."));
        line.options.log = QFileInfo(parser.value(log)).absoluteFilePath();
    }
    line.options.demo = parser.isSet(demo);
    return line;
}

}  // namespace psolog
