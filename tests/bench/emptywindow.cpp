// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program can show: what a first window costs anyway.
#include <QApplication>
#include <QWidget>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
