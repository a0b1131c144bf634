// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include "platform/desktop.h"
#include "platform/processend.h"

/// desktopprobe SESSION_BUS: a program with a desktop, which ends as the real one does when its standard input ends.
int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().size() != 2)
        return 2;
    {
        psolog::Desktop desktop({app.arguments().at(1), {}});
        desktop.start();
        const QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(&end, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
        QCoreApplication::exec();
    }
    return psolog::endProcess(7);
}
