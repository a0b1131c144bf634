// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coach/coachexport.h"

#include <algorithm>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressDialog>
#include <QStandardPaths>

#include "analysis/rostertable.h"
#include "gui/coachreport/athletepages.h"
#include "gui/coachreport/rosterpdf.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/rostermodel.h"
#include "gui/shell/services.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

CoachExport::CoachExport(Services& services, CoachData& data, const RosterModel& model, QWidget& page)
    : m_services(services),
      m_data(data),
      m_model(model),
      m_page(page)
{
}

CoachExport::~CoachExport() = default;

void CoachExport::saveRosterPdf()
{
    choose(Kind::RosterPdf);
}

void CoachExport::saveRosterCsv()
{
    choose(Kind::RosterCsv);
}

void CoachExport::saveAthletePages()
{
    choose(Kind::AthletePages);
}

void CoachExport::choose(Kind kind)
{
    const bool table = kind == Kind::RosterCsv;
    auto* dialog =
        new QFileDialog(&m_page, tr("Save"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        table ? tr("Table (*.csv)") : tr("PDF (*.pdf)"));
    dialog->setObjectName(QStringLiteral("saveRosterDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(table ? QStringLiteral("csv") : QStringLiteral("pdf"));
    const QString day = toQDate(m_services.today()).toString(Qt::ISODate);
    dialog->selectFile(kind == Kind::AthletePages ? tr("Psolog athletes %1.pdf").arg(day)
                           : table                ? tr("Psolog roster %1.csv").arg(day)
                                                  : tr("Psolog roster %1.pdf").arg(day));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) { write(kind, path); });
    dialog->open();
}

std::vector<RosterLine> CoachExport::lines() const
{
    std::vector<RosterLine> lines;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const RosterItem& item = m_model.at(row);
        lines.push_back({item.row, item.unseen, item.entry.group});
    }
    return lines;
}

void CoachExport::write(Kind kind, const QString& path)
{
    // Never over a log, one's own or an athlete's, nor over the library.
    if (isKept(path, QString::fromStdString(m_services.file.path()))) {
        Q_EMIT noticed(tr("This is a log. Choose another name: nothing was written."), false);
        return;
    }
    if (kind == Kind::AthletePages) {
        beginPages(path);
        return;
    }
    const auto written = kind == Kind::RosterCsv
        ? writeRosterCsv(lines(), path)
        : writeRosterPdf(lines(), m_services.today(), usualPaper(QLocale()), path);
    if (written)
        Q_EMIT noticed(tr("Saved: %1").arg(QFileInfo(path).fileName()), false);
    else
        Q_EMIT failed(written.error());
}

void CoachExport::beginPages(const QString& path)
{
    if (m_pages != nullptr)
        return;
    m_pages = std::make_unique<AthletePages>(usualPaper(QLocale()));
    m_left = m_model.order();
    std::reverse(m_left.begin(), m_left.end());
    m_path = path;
    m_missing = 0;
    ++m_run;
    const auto count = static_cast<int>(m_left.size());
    m_progress = new QProgressDialog(tr("Making the pages…"), tr("Cancel"), 0, count, &m_page);
    m_progress->setObjectName(QStringLiteral("pagesProgressDialog"));
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    connect(m_progress, &QProgressDialog::canceled, this, [this] {
        m_left.clear();
        m_pages.reset();
        endPages();
    });
    nextPage();
}

void CoachExport::nextPage()
{
    if (m_left.empty()) {
        endPages();
        return;
    }
    const AthleteId id = m_left.back();
    const int run = m_run;
    // This lets the dialog, a modal one, take events: it may be cancelled when it returns.
    m_progress->setValue(m_progress->maximum() - static_cast<int>(m_left.size()));
    if (run != m_run || m_pages == nullptr)
        return;
    const auto log = std::make_shared<Result<std::unique_ptr<IReviewLog>>>(fail(ErrorCode::NotFound));
    m_data.ask(
        [id, log](ICoachLibrary& library) -> Result<void> {
            *log = library.open(id);
            return {};
        },
        [this, run, log](const Result<void>&) { addPage(run, *log); });
}

void CoachExport::addPage(int run, const Result<std::unique_ptr<IReviewLog>>& log)
{
    if (run != m_run || m_pages == nullptr)
        return;
    // Notes of an athlete stay out: the pages may go to others.
    if (!log || !m_pages->add(**log, m_services.today(), ReportNotes::No))
        ++m_missing;
    m_left.pop_back();
    nextPage();
}

void CoachExport::endPages()
{
    if (m_progress != nullptr) {
        m_progress->disconnect(this);
        m_progress->close();
        m_progress->deleteLater();
        m_progress = nullptr;
    }
    if (m_pages == nullptr)
        return;
    const auto pages = std::move(m_pages);
    if (pages->pages() == 0) {
        Q_EMIT noticed(tr("No page could be made; nothing was written."), false);
        return;
    }
    if (const auto written = pages->writeTo(m_path); !written) {
        Q_EMIT failed(written.error());
        return;
    }
    QString words = tr("Saved %n page(s): %1", nullptr, pages->pages()).arg(QFileInfo(m_path).fileName());
    if (m_missing > 0)
        words += QStringLiteral(" ") + tr("%n athlete(s) could not be read.", nullptr, m_missing);
    Q_EMIT noticed(words, false);
}

}  // namespace psolog
