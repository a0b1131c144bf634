// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QByteArray>
#include <QSizeF>
#include <QStringList>

#include "analysis/reportfacts.h"
#include "gui/report/paper.h"
#include "gui/theme/theme.h"

class QPagedPaintDevice;
class QPainter;

namespace psolog {

/// The one-page report, laid out on its paper: always one page, always light, readable without colours. Every part has
/// a bounded height; body maps and charts share what the words leave. GUI thread; needs a QApplication.
class ReportSheet {
public:
    ReportSheet(ReportFacts facts, Paper paper);
    ~ReportSheet();

    [[nodiscard]] Paper paper() const { return m_paper; }
    /// In px of 1/96 inch.
    [[nodiscard]] QSizeF size() const { return sizeOf(m_paper); }
    [[nodiscard]] const ReportFacts& facts() const { return m_facts; }
    /// What the page says, in reading order: for those who cannot see it.
    [[nodiscard]] const QStringList& words() const { return m_layout.words(); }

    /// Paints the page with its top left corner at the origin, in px of 1/96 inch.
    void paint(QPainter& painter) const;

    /// The page as PDF with its fonts; WriteFailed when it cannot be made. The same bytes for the same page, apart
    /// from the moment in the file's own data.
    [[nodiscard]] Result<QByteArray> pdf() const;

    /// The resolution for PDF and printers: that of the screen. Charts are recorded in its dots, and played back in
    /// others their text changes its size. Nothing is lost: both are vectors.
    [[nodiscard]] static int dotsPerInch();

    /// Paints the page on a printer of that resolution, as large as the paper chosen there allows; WriteFailed when it
    /// refuses.
    [[nodiscard]] Result<void> print(QPagedPaintDevice& printer) const;

private:
    void build();

    ReportFacts m_facts;
    Paper m_paper;
    Theme m_theme;
    PaperLayout m_layout;
};

}  // namespace psolog
