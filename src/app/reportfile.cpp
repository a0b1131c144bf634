// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reportfile.h"

#include <filesystem>
#include <string_view>

#include <QLoggingCategory>

#include "exchange/atomicfile.h"
#include "gui/report/reportsheet.h"
#include "gui/widgets/errorwords.h"
#include "platform/settingsstore.h"
#include "platform/systemclock.h"
#include "storage/log.h"

namespace psolog {

namespace {

/// "FILE: what happened", in one line whatever the file is called.
QString failure(const QString& path, const Error& error)
{
    // Of this the detail says everything.
    const bool detailAlone = error.code == ErrorCode::InvalidValue;
    QString line = path + QStringLiteral(": ") + (detailAlone ? QString::fromStdString(error.detail) : headline(error));
    for (QChar& c : line)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u'?';
    return line;
}

Result<ReportFacts> readFacts(const StartOptions& options, const QString& settingsFile)
{
    const SystemClock clock;
    const SettingsStore settings(settingsFile);
    OpenOptions opening;
    opening.readOnly = true;
    const auto log = Log::open(options.log.toStdString(), clock, opening);
    if (!log)
        return tl::unexpected(log.error());
    return (*log)->reading([&] {
        return readReport(
            {(*log)->athlete(), (*log)->checkIns(), (*log)->selfTests(), (*log)->releases(), (*log)->trends()},
            localDayOf(clock.now(), settings.current().dayStart), options.notes ? ReportNotes::Yes : ReportNotes::No);
    });
}

}  // namespace

void preferNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A theme of the desktop would look for its display and its bus.
    qunsetenv("QT_QPA_PLATFORMTHEME");
    qunsetenv("QT_STYLE_OVERRIDE");
    // Qt's remarks about the machine, such as a missing runtime folder, are not for who reads standard error here.
    QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false"));
}

QString writeReportFile(const StartOptions& options, const QString& settingsFile)
{
    const auto facts = readFacts(options, settingsFile);
    if (!facts)
        return failure(options.log, facts.error());
    const std::filesystem::path target = options.report.toStdString();
    std::error_code ignored;
    if (std::filesystem::equivalent(target, options.log.toStdString(), ignored))
        return failure(options.report, {ErrorCode::InvalidValue, "it is the log; name another file"});
    const ReportSheet sheet(*facts, options.paper.value_or(usualPaper(QLocale())));
    const auto pdf = sheet.pdf();
    if (!pdf)
        return failure(options.report, pdf.error());
    const std::string_view bytes(pdf->constData(), static_cast<std::size_t>(pdf->size()));
    if (const auto written = writeFile(target, bytes, Replacing::Yes); !written)
        return failure(options.report, written.error());
    return {};
}

}  // namespace psolog
