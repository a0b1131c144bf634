// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QCoreApplication>

#include "platform/singleinstance.h"

/// claimer FOLDER LOG: claims the log, says so on standard output, and says when it was asked to raise its window.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (app.arguments().size() != 3)
        return 2;
    psolog::SingleInstance instance(app.arguments().at(1));
    QObject::connect(&instance, &psolog::SingleInstance::raiseRequested, &app, [] {
        std::puts("raised");
        std::fflush(stdout);
    });
    const auto role = instance.claim(app.arguments().at(2));
    const bool first = role && *role == psolog::SingleInstance::Role::First;
    std::puts(first ? "first" : role ? "second" : "error");
    std::fflush(stdout);
    return first ? QCoreApplication::exec() : 0;
}
