// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QPicture>
#include <QSize>
#include <QString>

#include "core/result.h"

namespace psolog {

class Theme;

/// A picture of what the page shows: heading, then charts, each with a caption (may be empty) and its place.
struct ExportSheet {
    struct Panel {
        QString caption;
        QRect place;  ///< of the chart, in px of the sheet; the caption stands above it
        QPicture chart;
    };

    QString kicker;
    QString title;
    QSize size;
    std::vector<Panel> panels;
};

/// Height of the heading of a sheet, in px.
[[nodiscard]] int exportHeadingHeight(const Theme& theme);

// Each writes to a temporary file beside the target and renames it when it is complete: the target is either whole or
// as it was. Errors: WriteFailed, ReadOnly or DiskFull; nothing is left behind.

/// Two pixels a px.
Result<void> writePng(const QString& path, const ExportSheet& sheet, const Theme& theme);
/// One page of the sheet's size, as vectors.
Result<void> writePdf(const QString& path, const ExportSheet& sheet, const Theme& theme);
Result<void> writeText(const QString& path, const std::string& text);

}  // namespace psolog
