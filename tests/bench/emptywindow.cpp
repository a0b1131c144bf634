// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program can show: what a first window costs anyway. One line of text in the program's font,
// because any text at all makes Qt find the fonts of the system.
#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    auto* label = new QLabel(QStringLiteral("Psolog"), &window);
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(15);
    label->setFont(font);
    (new QVBoxLayout(&window))->addWidget(label);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
