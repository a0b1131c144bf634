// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coachreport/rosterpdf.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include "gui/body/sitewords.h"
#include "gui/coachreport/sparkline.h"
#include "gui/report/reportsheet.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/wholefile.h"

namespace psolog {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(psolog::RosterSheet)
};

constexpr double kMargin = 42;
constexpr double kPxPerInch = 96;
constexpr double kCellGap = 10;
constexpr double kRowPad = 5;
constexpr double kSparkHeight = 22;
constexpr double kFooter = 44;

const PaperText kTitle{18, QFont::DemiBold, Role::Text, 1};
const PaperText kHead{9.5, QFont::DemiBold, Role::Text, 2};
const PaperText kName{11, QFont::DemiBold, Role::Text, 2};
const PaperText kCell{10.5, QFont::Normal, Role::Text, 4};
const PaperText kNew{10.5, QFont::DemiBold, Role::Text, 4};
const PaperText kSmall{9.5, QFont::Normal, Role::Muted, 2};

/// The columns, left to right, with their shares of the width.
enum Column { Athlete, Why, LastCheckIn, Worst, Chart, Release, Tests, VerdictColumn, Columns };
constexpr std::array kShares{0.15, 0.285, 0.085, 0.07, 0.125, 0.075, 0.11, 0.10};
static_assert(kShares.size() == Columns);

QString headOf(int column)
{
    switch (column) {
    case Athlete:
        return Words::tr("Athlete");
    case Why:
        return Words::tr("Why");
    case LastCheckIn:
        return Words::tr("Last check-in");
    case Worst:
        return Words::tr("Worst now");
    case Chart:
        return Words::tr("Last %1 days").arg(kSparkDays);
    case Release:
        return Words::tr("Release, 7 days");
    case Tests:
        return Words::tr("Glute test");
    default:
        return Words::tr("Verdict");
    }
}

/// Where a column lies in a page of this width.
struct Place {
    double x = 0;
    double width = 0;
};

Place placeOf(int column, double width)
{
    Place place{kMargin, 0};
    for (int i = 0; i < column; ++i)
        place.x += kShares[static_cast<std::size_t>(i)] * width;
    place.width = kShares[static_cast<std::size_t>(column)] * width - kCellGap;
    return place;
}

double placeHeads(PaperLayout& layout, double y, double width)
{
    double high = 0;
    for (int column = 0; column < Columns; ++column) {
        const Place place = placeOf(column, width);
        high = std::max(high, layout.text({place.x, y}, place.width, kHead, headOf(column)));
    }
    layout.line({kMargin, y + high + 3}, {kMargin + width, y + high + 3}, Role::Text, 1);
    return high + 4;
}

double placeFlags(PaperLayout& layout, QPointF topLeft, double width, const RosterLine& line, LocalDay today)
{
    if (line.row.flags.empty())
        return layout.text(topLeft, width, kSmall, Words::tr("nothing"));
    double y = topLeft.y();
    for (const Flag& flag : line.row.flags) {
        const bool isNew = std::find(line.unseen.begin(), line.unseen.end(), flag) != line.unseen.end();
        const QString words = Words::tr("%1, flagged since %2").arg(flagWords(flag), shortDate(flag.since, today));
        // In words, because weight alone is lost on who cannot see it.
        y +=
            layout.text({topLeft.x(), y}, width, isNew ? kNew : kCell, isNew ? Words::tr("New: %1").arg(words) : words);
    }
    return y - topLeft.y();
}

double placeSpark(PaperLayout& layout, QPointF topLeft, double width, const RosterRow& row)
{
    if (!row.primary)
        return layout.text(topLeft, width, kSmall, Words::tr("no scores"));
    const QRectF area(topLeft.x(), topLeft.y() + 2, width, kSparkHeight);
    layout.item([area, spark = row.spark, ink = layout.theme().color(Role::Text),
                 guide = layout.theme().color(Role::Divider)](QPainter& painter) {
        paintSparkline(painter, area, spark, ink, guide);
    });
    return kSparkHeight + 4
        + layout.text({topLeft.x(), area.bottom() + 2}, width, {9.5, QFont::Normal, Role::Muted, 1},
                      siteLabel(*row.primary));
}

/// Places an athlete and returns the height it takes.
double placeLine(PaperLayout& layout, double top, double width, const RosterLine& line, LocalDay today)
{
    const RosterRow& row = line.row;
    const double y = top + kRowPad;
    double high = 0;
    const auto at = [&](int column) { return placeOf(column, width); };
    const auto text = [&](int column, const QString& words) {
        high = std::max(high, layout.text({at(column).x, y}, at(column).width, kCell, words));
    };
    double name = layout.text({at(Athlete).x, y}, at(Athlete).width, kName, athleteLabel(row.name));
    name += layout.text({at(Athlete).x, y + name}, at(Athlete).width, {9.5, QFont::Normal, Role::Muted, 1},
                        QString::fromStdString(line.group));
    high = std::max(high, name);
    high = std::max(high, placeFlags(layout, {at(Why).x, y}, at(Why).width, line, today));
    text(LastCheckIn, lastCheckInWords(row));
    text(Worst, row.worstNow ? QString::number(*row.worstNow) : QStringLiteral("–"));
    high = std::max(high, placeSpark(layout, {at(Chart).x, y}, at(Chart).width, row));
    text(Release, adherenceWords(row.adherence));
    text(Tests, sidesWords(row.sides));
    text(VerdictColumn, rowVerdictWords(row).text);
    const double bottom = y + high + kRowPad;
    layout.line({kMargin, bottom}, {kMargin + width, bottom}, Role::Divider, 0.75);
    return bottom - top;
}

/// What the words under "Why" mean, of those that occur.
double placeRules(PaperLayout& layout, double top, double width, const std::vector<RosterLine>& lines)
{
    double y = top + 2 * kRowPad;
    y += layout.text({kMargin, y}, width, {11, QFont::DemiBold, Role::Text, 1}, Words::tr("What the words mean"));
    for (const auto& kind : NameTable<FlagKind>::rows) {
        const auto has = [&](const RosterLine& line) {
            return std::any_of(line.row.flags.begin(), line.row.flags.end(),
                               [&](const Flag& flag) { return flag.kind == kind.value; });
        };
        if (std::any_of(lines.begin(), lines.end(), has))
            y += layout.text({kMargin, y}, width, {9.5, QFont::Normal, Role::Text, 4},
                             Words::tr("%1: %2").arg(flagName(kind.value), flagRule(kind.value)))
                + 1;
    }
    y += layout.text({kMargin, y}, width, {9.5, QFont::Normal, Role::Text, 3},
                     Words::tr("A flag is a reason to look, not a finding: some athletes without any change are "
                               "flagged by chance."));
    return y - top;
}

void placeFooter(PaperLayout& layout, double width, double bottom, int page, int pages)
{
    const double y = bottom - kFooter + 10;
    layout.line({kMargin, y}, {kMargin + width, y}, Role::Divider, 0.75);
    const double right = 110;
    layout.text({kMargin, y + 5}, width - right, kSmall,
                Words::tr("The small chart has the highest score of each day at the muscle named, 0 at the bottom and "
                          "10 at the top. This is no medical advice."));
    layout.text({kMargin + width - right, y + 5}, right, {9.5, QFont::DemiBold, Role::Text, 1, Qt::AlignRight},
                Words::tr("Page %1 of %2").arg(page).arg(pages));
}

}  // namespace

RosterSheet::RosterSheet(std::vector<RosterLine> lines, LocalDay today, Paper paper)
    : m_lines(std::move(lines)),
      m_today(today),
      m_paper(paper),
      m_theme(ThemeChoice::Light, 100, ThemeScope::Subtree)
{
    build();
}

RosterSheet::~RosterSheet() = default;

void RosterSheet::build()
{
    const QSizeF size = sizeOf(m_paper);
    const double width = size.width() - 2 * kMargin;
    const double bottom = size.height() - kMargin;
    double y = 0;
    const auto beginPage = [&] {
        PaperLayout& page = m_pages.emplace_back(m_theme);
        y = kMargin;
        const PaperText day{11, QFont::Normal, Role::Muted, 1, Qt::AlignRight};
        page.text({kMargin + width / 2, y + 4}, width / 2, day,
                  longDate(m_today, m_today) + u' ' + QString::number(toQDate(m_today).year()));
        y += page.text({kMargin, y}, width / 2, kTitle, Words::tr("Athletes")) + 6;
        y += placeHeads(page, y, width);
    };
    const auto makeRoom = [&](double high) {
        if (y + high > bottom - kFooter)
            beginPage();
    };
    beginPage();
    if (m_lines.empty())
        y += m_pages.back().text({kMargin, y + 2 * kRowPad}, width, kCell, Words::tr("There are no athletes here."));
    for (const RosterLine& line : m_lines) {
        PaperLayout measure(m_theme);
        makeRoom(placeLine(measure, 0, width, line, m_today));
        y += placeLine(m_pages.back(), y, width, line, m_today);
    }
    const bool flagged =
        std::any_of(m_lines.begin(), m_lines.end(), [](const RosterLine& line) { return !line.row.flags.empty(); });
    if (flagged) {
        PaperLayout measure(m_theme);
        makeRoom(placeRules(measure, 0, width, m_lines));
        placeRules(m_pages.back(), y, width, m_lines);
    }
    for (int page = 0; page < pages(); ++page)
        placeFooter(m_pages[static_cast<std::size_t>(page)], width, bottom, page + 1, pages());
}

const QStringList& RosterSheet::words(int page) const
{
    return m_pages[static_cast<std::size_t>(page)].words();
}

void RosterSheet::paint(QPainter& painter, int page) const
{
    painter.save();
    painter.fillRect(QRectF(QPointF(0, 0), sizeOf(m_paper)), m_theme.color(Role::Card));
    m_pages[static_cast<std::size_t>(page)].paint(painter);
    painter.restore();
}

Result<QByteArray> RosterSheet::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(ReportSheet::dotsPerInch());
        writer.setPageLayout(QPageLayout(pageSizeOf(m_paper), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        writer.setTitle(Words::tr("Psolog athletes, %1").arg(QString::fromStdString(m_today.toString())));
        writer.setCreator(QStringLiteral("Psolog"));
        QPainter painter;
        if (!painter.begin(&writer))
            return fail(ErrorCode::WriteFailed);
        painter.scale(ReportSheet::dotsPerInch() / kPxPerInch, ReportSheet::dotsPerInch() / kPxPerInch);
        for (int page = 0; page < pages(); ++page) {
            if (page > 0 && !writer.newPage())
                return fail(ErrorCode::WriteFailed);
            paint(painter, page);
        }
        if (!painter.end())
            return fail(ErrorCode::WriteFailed);
    }
    return bytes;
}

Result<void> writeRosterPdf(const std::vector<RosterLine>& lines, LocalDay today, Paper paper, const QString& path)
{
    const auto pdf = RosterSheet(lines, today, paper).pdf();
    if (!pdf)
        return tl::unexpected(pdf.error());
    return writeWholeFile(path, [&](QIODevice& file) { return file.write(*pdf) == pdf->size(); });
}

Result<void> writeRosterCsv(const std::vector<RosterLine>& lines, const QString& path)
{
    const std::string csv = rosterCsv(lines);
    return writeWholeFile(path, [&](QIODevice& file) {
        const auto size = static_cast<qint64>(csv.size());
        return file.write(csv.data(), size) == size;
    });
}

}  // namespace psolog
