// SPDX-License-Identifier: GPL-3.0-or-later
// Writes reports of all kinds of logs as PDF and PNG, to be looked at: report_gallery FOLDER [CASE]
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTextStream>

#include "gui/report/reportdialog.h"
#include "gui/report/reportsheet.h"
#include "reportcases.h"

using namespace psolog;

namespace {

constexpr double kDpi = 150;

QImage pictureOf(const ReportSheet& sheet)
{
    const double factor = kDpi / 96;
    QImage image((sheet.size() * factor).toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(factor, factor);
    sheet.paint(painter);
    return image;
}

/// The dialog as it first appears.
void takeDialog(const QString& file, ThemeChoice theme, int textSize, QSize size)
{
    test::PageFixture fixture(theme, textSize);
    test::reportCases().front().fill(fixture);
    ReportDialog dialog(*fixture.services);
    dialog.resize(size);
    dialog.show();
    QTest::qWait(50);
    dialog.grab().save(file);
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    if (argc < 2) {
        QTextStream(stderr) << "usage: report_gallery FOLDER [CASE]\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]) + u'/';
    takeDialog(folder + QStringLiteral("dialog-light.png"), ThemeChoice::Light, 100, {860, 740});
    takeDialog(folder + QStringLiteral("dialog-dark.png"), ThemeChoice::Dark, 100, {860, 740});
    takeDialog(folder + QStringLiteral("dialog-large.png"), ThemeChoice::Light, 200, {940, 640});
    takeDialog(folder + QStringLiteral("dialog-narrow.png"), ThemeChoice::Light, 200, {460, 640});
    for (const test::ReportCase& one : test::reportCases()) {
        const QString name = QString::fromLatin1(one.name);
        if (argc > 2 && name != QString::fromLocal8Bit(argv[2]))
            continue;
        test::PageFixture fixture;
        one.fill(fixture);
        for (const Paper paper : {Paper::A4, Paper::Letter}) {
            const ReportSheet sheet(test::reportOf(fixture, paper == Paper::A4 ? ReportNotes::No : ReportNotes::Yes),
                                    paper);
            const QString base =
                folder + name + (paper == Paper::A4 ? QStringLiteral("-a4") : QStringLiteral("-letter"));
            const QImage image = pictureOf(sheet);
            image.save(base + QStringLiteral(".png"));
            if (paper == Paper::A4)
                image.convertToFormat(QImage::Format_Grayscale8).save(base + QStringLiteral("-grey.png"));
            QFile file(base + QStringLiteral(".pdf"));
            if (const auto pdf = sheet.pdf(); pdf && file.open(QIODevice::WriteOnly))
                file.write(*pdf);
        }
    }
    return 0;
}
