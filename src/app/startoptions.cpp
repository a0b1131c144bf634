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
    parser.addOptions({version, log, demo});
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
        line.text = parser.isSet(help) ? parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("psolog")) : QStringLiteral("psolog " PSOLOG_VERSION);
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
    return line;
}

}  // namespace psolog
