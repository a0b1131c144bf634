// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportsheet.h"

#include <algorithm>
#include <utility>

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

#include "gui/report/reportparts.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr double kMargin = 42;
constexpr double kGap = 11;
constexpr double kLeastCharts = 190;
constexpr double kMostBody = 330;
constexpr double kMostCharts = 350;
constexpr double kBodyShare = 0.52;
constexpr double kPxPerInch = 96;

}  // namespace

int ReportSheet::dotsPerInch()
{
    return QImage(1, 1, QImage::Format_RGB32).logicalDpiX();
}

ReportSheet::ReportSheet(ReportFacts facts, Paper paper)
    : m_facts(std::move(facts)),
      m_paper(paper),
      m_theme(ThemeChoice::Light, 100, ThemeScope::Subtree),
      m_layout(m_theme)
{
    build();
}

ReportSheet::~ReportSheet() = default;

void ReportSheet::build()
{
    const QSizeF page = size();
    const double width = page.width() - 2 * kMargin;
    PaperLayout measure(m_theme);
    const double footer = placeFooter(measure, {}, width);
    const double bottom = page.height() - kMargin - footer;
    double y = kMargin;
    y += placeHeader(m_layout, {kMargin, y}, width, m_facts) + kGap;
    if (!m_facts.span) {
        placeNothing(m_layout, {kMargin, y}, width);
        placeFooter(m_layout, {kMargin, bottom}, width);
        return;
    }
    y += placeVerdict(m_layout, {kMargin, y}, width, m_facts) + kGap;

    const double stops = placeRedStops(measure, {}, width, m_facts) + kGap;
    double room = bottom - y - stops;
    // The notes take what pictures of a readable size leave.
    const double forNotes = room - leastBody() - kLeastCharts - 3 * kGap;
    const double notes = m_facts.notes.empty() ? 0 : placeNotes(measure, {}, width, forNotes, m_facts) + kGap;
    room -= notes + 2 * kGap;
    const double body = std::clamp(room * kBodyShare, leastBody(), kMostBody);
    const double charts = std::min(room - body, kMostCharts);
    placeBody(m_layout, {kMargin, y, width, body}, m_facts);
    y += body + kGap;
    placeCharts(m_layout, {kMargin, y, width, charts}, m_facts);
    y += charts + kGap;
    y += placeRedStops(m_layout, {kMargin, y}, width, m_facts) + kGap;
    if (!m_facts.notes.empty())
        placeNotes(m_layout, {kMargin, y}, width, forNotes, m_facts);
    placeFooter(m_layout, {kMargin, bottom}, width);
}

void ReportSheet::paint(QPainter& painter) const
{
    painter.save();
    painter.fillRect(QRectF(QPointF(0, 0), size()), m_theme.color(Role::Card));
    m_layout.paint(painter);
    painter.restore();
}

Result<QByteArray> ReportSheet::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch());
        writer.setPageLayout(QPageLayout(pageSizeOf(m_paper), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        // Not the athlete's name: file managers and search indexes show the title.
        writer.setTitle(QCoreApplication::translate("psolog::ReportWords", "Psolog report, %1")
                            .arg(QString::fromStdString(m_facts.today.toString())));
        writer.setCreator(QStringLiteral("Psolog"));
        QPainter painter;
        if (!painter.begin(&writer))
            return fail(ErrorCode::WriteFailed);
        painter.scale(dotsPerInch() / kPxPerInch, dotsPerInch() / kPxPerInch);
        paint(painter);
        if (!painter.end())
            return fail(ErrorCode::WriteFailed);
    }
    return bytes;
}

Result<void> ReportSheet::print(QPagedPaintDevice& printer) const
{
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(ErrorCode::WriteFailed);
    const double factor = std::min(printer.width() / size().width(), printer.height() / size().height());
    painter.translate((printer.width() - size().width() * factor) / 2, 0);
    painter.scale(factor, factor);
    paint(painter);
    return painter.end() ? Result<void>() : fail(ErrorCode::WriteFailed);
}

}  // namespace psolog
