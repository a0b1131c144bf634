// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QMessageBox>

#include "app/bundled.h"
#include "app/program.h"
#include "app/reportfile.h"
#include "app/startoptions.h"
#include "platform/logging.h"
#include "platform/paths.h"
#include "platform/processend.h"

int main(int argc, char** argv)
{
    using namespace psolog;

    secureProcess();
    QApplication::setApplicationName(QStringLiteral("psolog"));
    QApplication::setApplicationDisplayName(QStringLiteral("Psolog"));
    QApplication::setApplicationVersion(QStringLiteral(PSOLOG_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("psolog"));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const CommandLine line = readCommandLine(arguments);
    if (line.next != CommandLine::Next::Start) {
        const bool refused = line.next == CommandLine::Next::Refuse;
        std::fprintf(refused ? stderr : stdout, "%s\n", qPrintable(line.text));
        return refused ? 2 : 0;
    }

    // The "C" locale numbers the days of the week; the texts are English.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const bool reportOnly = !line.options.report.isEmpty();
    if (reportOnly)
        preferNoDisplay();
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/psolog.svg")));
    installTranslators(application);
    const Paths paths = Paths::ofUser();
    if (reportOnly) {
        const QString why = writeReportFile(line.options, paths.config);
        if (!why.isEmpty())
            std::fprintf(stderr, "psolog: %s\n", qPrintable(why));
        return why.isEmpty() ? 0 : 1;
    }
    if (const auto folders = paths.create(); !folders) {
        std::fprintf(stderr, "psolog: the folders of the program cannot be made: %s\n", folders.error().detail.c_str());
        // Who started it from a menu sees no standard error.
        QMessageBox box(QMessageBox::Critical, QApplication::applicationDisplayName(),
                        QCoreApplication::translate(
                            "psolog::Program",
                            "Psolog cannot use one of its folders:\n\n%1\n%2\n%3\n%4\n\nNothing was changed. Make sure "
                            "that they can be written to, by you alone, then start Psolog again.")
                            .arg(paths.data, QFileInfo(paths.config).path(), paths.state, paths.runtime));
        box.setTextFormat(Qt::PlainText);
        box.exec();
        return 1;
    }
    // Without its own log file the program works as well; startLogging has said so.
    (void)startLogging(paths.state);

    int result = 1;
    {
        Program program(paths, line.options);
        switch (program.start()) {
        case Program::Started::Running:
            result = QApplication::exec();
            break;
        case Program::Started::AlreadyOpen:
            result = 0;
            break;
        case Program::Started::Failed:
            std::fprintf(stderr, "psolog: the program is incomplete; install it again\n");
            break;
        }
    }
    return endProcess(result);
}
