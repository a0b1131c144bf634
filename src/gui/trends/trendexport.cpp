// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendexport.h"

#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "gui/theme/theme.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

namespace {

constexpr int kMargin = 24;
constexpr int kPixelRatio = 2;
constexpr double kPointsPerInch = 72.0;

void paintSheet(QPainter& painter, const ExportSheet& sheet, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(0, 0), sheet.size), theme.color(Role::Card));
    const QFont small = theme.font(TextStyle::Body);
    const QFont large = theme.font(TextStyle::PageTitle);
    const int width = sheet.size.width() - 2 * kMargin;
    const int line = QFontMetrics(small).lineSpacing();
    painter.setFont(small);
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(QRect(kMargin, kMargin, width, line), Qt::AlignLeft | Qt::AlignVCenter, sheet.kicker);
    painter.setFont(large);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(QRect(kMargin, kMargin + line, width, QFontMetrics(large).lineSpacing()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(large).elidedText(sheet.title, Qt::ElideRight, width));
    painter.setFont(theme.font(TextStyle::BodyStrong));
    for (const ExportSheet::Panel& panel : sheet.panels) {
        if (!panel.caption.isEmpty())
            painter.drawText(QRect(panel.place.left(), panel.place.top() - line, panel.place.width(), line),
                             Qt::AlignLeft | Qt::AlignVCenter, panel.caption);
        painter.drawPicture(panel.place.topLeft(), panel.chart);
    }
}

}  // namespace

int exportHeadingHeight(const Theme& theme)
{
    return kMargin + QFontMetrics(theme.font(TextStyle::Body)).lineSpacing()
        + QFontMetrics(theme.font(TextStyle::PageTitle)).lineSpacing() + kMargin / 2;
}

Result<void> writePng(const QString& path, const ExportSheet& sheet, const Theme& theme)
{
    return writeWholeFile(path, [&](QIODevice& file) {
        QImage image(sheet.size * kPixelRatio, QImage::Format_RGB32);
        if (image.isNull())
            return false;
        QPainter painter(&image);
        painter.scale(kPixelRatio, kPixelRatio);
        paintSheet(painter, sheet, theme);
        painter.end();
        return image.save(&file, "PNG");
    });
}

Result<void> writePdf(const QString& path, const ExportSheet& sheet, const Theme& theme)
{
    return writeWholeFile(path, [&](QIODevice& file) {
        QPdfWriter pdf(&file);
        // The same units as on the screen, or recorded text would change its size.
        const int dpi = QImage(1, 1, QImage::Format_RGB32).logicalDpiX();
        pdf.setResolution(dpi);
        pdf.setPageSize(QPageSize(QSizeF(sheet.size) * kPointsPerInch / dpi, QPageSize::Point));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        pdf.setTitle(sheet.title);
        pdf.setCreator(QStringLiteral("Psolog"));
        QPainter painter;
        if (!painter.begin(&pdf))
            return false;
        paintSheet(painter, sheet, theme);
        return painter.end();
    });
}

Result<void> writeText(const QString& path, const std::string& text)
{
    return writeWholeFile(path, [&](QIODevice& file) {
        return file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
    });
}

}  // namespace psolog
