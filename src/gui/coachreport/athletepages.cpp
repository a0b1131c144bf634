// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coachreport/athletepages.h"

#include <QBuffer>
#include <QByteArray>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include "gui/report/reportsheet.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

namespace {

constexpr double kPxPerInch = 96;

}  // namespace

/// The document in the making. The order matters: the painter ends before the writer, the writer before the buffer.
struct AthletePages::Document {
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<QPainter> painter;
    int pages = 0;
    bool broken = false;
};

AthletePages::AthletePages(Paper paper) : m_paper(paper), m_document(std::make_unique<Document>())
{
    Document& document = *m_document;
    document.buffer.open(QIODevice::WriteOnly);
    document.writer = std::make_unique<QPdfWriter>(&document.buffer);
    document.writer->setResolution(ReportSheet::dotsPerInch());
    document.writer->setPageLayout(QPageLayout(pageSizeOf(paper), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    // No names: file managers and search indexes show the title.
    document.writer->setTitle(QCoreApplication::translate("psolog::AthletePages", "Psolog reports"));
    document.writer->setCreator(QStringLiteral("Psolog"));
}

AthletePages::~AthletePages() = default;

Result<void> AthletePages::add(IReviewLog& log, LocalDay today, ReportNotes notes)
{
    const auto facts =
        readReport({log.athletes(), log.checkIns(), log.selfTests(), log.releases(), log.trends(), log.sharedFrom()},
                   today, notes);
    return facts ? add(*facts) : tl::unexpected(facts.error());
}

Result<void> AthletePages::add(const ReportFacts& facts)
{
    Document& document = *m_document;
    if (document.broken || !document.writer)
        return fail(ErrorCode::WriteFailed);
    // Built first: a page begins only when there is something for it.
    const ReportSheet sheet(facts, m_paper);
    document.broken = true;
    if (document.pages == 0) {
        document.painter = std::make_unique<QPainter>();
        if (!document.painter->begin(document.writer.get()))
            return fail(ErrorCode::WriteFailed);
        const double scale = ReportSheet::dotsPerInch() / kPxPerInch;
        document.painter->scale(scale, scale);
    } else if (!document.writer->newPage()) {
        return fail(ErrorCode::WriteFailed);
    }
    sheet.paint(*document.painter);
    document.broken = false;
    ++document.pages;
    return {};
}

int AthletePages::pages() const
{
    return m_document->pages;
}

Result<void> AthletePages::writeTo(const QString& path)
{
    Document& document = *m_document;
    if (document.pages == 0)
        return fail(ErrorCode::InvalidValue, "there is no page");
    if (!document.broken && document.painter) {
        document.broken = !document.painter->end();
        document.painter.reset();
        document.writer.reset();
    }
    if (document.broken)
        return fail(ErrorCode::WriteFailed);
    const QByteArray& bytes = document.bytes;
    return writeWholeFile(path, [&](QIODevice& file) { return file.write(bytes) == bytes.size(); });
}

}  // namespace psolog
