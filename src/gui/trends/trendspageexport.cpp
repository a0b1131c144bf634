// SPDX-License-Identifier: GPL-3.0-or-later
// How the Trends page writes what is in view; the rest is in trendspage.cpp.
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QStandardPaths>

#include "gui/shell/services.h"
#include "gui/trends/trendexport.h"
#include "gui/trends/trendspage.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

namespace {

constexpr int kSheetWidth = 1120;
constexpr int kSheetChartHeight = 560;
constexpr int kSheetMargin = 24;

QString suffixOf(TrendsPage::ExportKind kind)
{
    switch (kind) {
    case TrendsPage::ExportKind::Png:
        return QStringLiteral("png");
    case TrendsPage::ExportKind::Pdf:
        return QStringLiteral("pdf");
    case TrendsPage::ExportKind::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

}  // namespace

ExportSheet TrendsPage::sheet()
{
    ExportSheet sheet;
    sheet.kicker = m_athlete.isEmpty() ? m_kicker->text() : tr("%1 · %2").arg(m_athlete, m_kicker->text());
    sheet.title = m_title->text();
    const int top = exportHeadingHeight(services().theme);
    sheet.size = QSize(kSheetWidth, top + kSheetChartHeight + kSheetMargin);
    sheet.panels = current().panels(QRect(kSheetMargin, top, kSheetWidth - 2 * kSheetMargin, kSheetChartHeight));
    return sheet;
}

Result<void> TrendsPage::writeTo(ExportKind kind, const QString& path)
{
    switch (kind) {
    case ExportKind::Png:
        return writePng(path, sheet(), services().theme);
    case ExportKind::Pdf:
        return writePdf(path, sheet(), services().theme);
    case ExportKind::Csv:
        break;
    }
    const auto csv = current().csv(current().visibleDays());
    if (!csv)
        return tl::unexpected(csv.error());
    return writeText(path, *csv);
}

bool TrendsPage::exportTo(ExportKind kind, const QString& path)
{
    m_errorBanner->hide();
    if (leadsTo(path, QString::fromStdString(services().file.path())) || leadsTo(path, m_ownLog)) {
        m_errorLabel->setText(tr("That is your log, and the export would replace it. Choose another name."));
        m_errorBanner->show();
        return false;
    }
    if (const auto written = writeTo(kind, path); !written) {
        m_errorLabel->setText(
            tr("%1 was not written. %2").arg(QDir::toNativeSeparators(path), describe(written.error())));
        m_errorBanner->show();
        return false;
    }
    Q_EMIT noticed(tr("Saved %1").arg(QDir::toNativeSeparators(path)), false);
    return true;
}

void TrendsPage::chooseExport(ExportKind kind)
{
    QString filter = tr("PNG picture (*.png)");
    if (kind == ExportKind::Pdf)
        filter = tr("PDF page (*.pdf)");
    else if (kind == ExportKind::Csv)
        filter = tr("CSV table (*.csv)");
    const QString suffix = suffixOf(kind);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("Psolog trend %1").arg(QString::fromStdString(m_data.today().toString()));
    // Not getSaveFileName(): with a default suffix the dialog asks about the file that is really written.
    auto* dialog = new QFileDialog(this, tr("Export"), folder, filter);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) { exportTo(kind, path); });
    dialog->open();
}

}  // namespace psolog
