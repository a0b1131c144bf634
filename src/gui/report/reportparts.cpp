// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportparts.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <QPainter>

#include "gui/body/sitewords.h"
#include "gui/report/reportwords.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/verdict/outcomewords.h"
#include "gui/verdict/verdictwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr double kPad = 12;
constexpr double kRadius = 7;
constexpr double kSignsShare = 0.35;
constexpr double kFigureGap = 10;
constexpr std::size_t kFigureColumns = 4;

const PaperText kSmall{9.5, QFont::Normal, Role::Muted, 1};
const PaperText kBody{11.5, QFont::Normal, Role::Text, 1};
const PaperText kHeading{12, QFont::DemiBold, Role::Text, 1};

PaperText with(PaperText look, int lines)
{
    look.lines = lines;
    return look;
}

PaperText rightAligned(PaperText look)
{
    look.align = Qt::AlignRight;
    return look;
}

/// A tag: words in a tinted box with an outline, so that it is one in black and white too. Returns its size.
QSizeF placeBadge(PaperLayout& layout, QPointF topLeft, double most, const QString& words, Role ink, Role fill)
{
    const PaperText look{11.5, QFont::DemiBold, ink, 1};
    const double width = std::min(most, layout.widthOf(look, words) + 16);
    const QRectF box(topLeft, QSizeF(width, 20));
    layout.fill(box, 4, fill);
    layout.item([box, color = layout.theme().color(ink)](QPainter& painter) {
        painter.setPen(QPen(color, 0.9));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 4, 4);
    });
    layout.text(topLeft + QPointF(8, 2.5), width - 16, look, words);
    return box.size();
}

void placeIcon(PaperLayout& layout, Icon icon, const QRectF& square, Role role)
{
    layout.item([icon, square, color = layout.theme().color(role)](QPainter& painter) {
        drawIcon(painter, icon, square, color);
    });
}

VerdictWords wordsOf(const ReportFacts& facts)
{
    if (facts.sharedFrom)
        return cutWords(*facts.sharedFrom, facts.today);
    return facts.primary ? verdictWords(facts.verdict, {*facts.primary, facts.firstRelease.has_value(), facts.loads})
                         : unaskedWords();
}

/// The colours of a badge by the name of its tone.
std::pair<Role, Role> badgeColors(std::string_view tone)
{
    if (tone == "good")
        return {Role::Good, Role::GoodSoft};
    if (tone == "bad")
        return {Role::Bad, Role::BadSoft};
    return {Role::Text, Role::Window};
}

double placeCautions(PaperLayout& layout, QPointF topLeft, double width, const VerdictWords& words,
                     const Verdict& verdict)
{
    constexpr double kIconSize = 11;
    double y = topLeft.y();
    for (qsizetype i = 0; i < words.cautions.size(); ++i) {
        placeIcon(layout, Icon::Warning, {topLeft.x(), y + 1.5, kIconSize, kIconSize}, Role::Text);
        const QString name = cautionName(verdict.cautions[static_cast<std::size_t>(i)]);
        y += layout.text({topLeft.x() + kIconSize + 6, y}, width - kIconSize - 6, {10.5, QFont::Normal, Role::Text, 2},
                         ReportWords::caution(name, words.cautions[i]))
            + 2;
    }
    return y - topLeft.y();
}

double placeSigns(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts)
{
    double y = topLeft.y();
    y += layout.text({topLeft.x(), y}, width, kHeading, ReportWords::signsTitle()) + 4;
    if (facts.signs.empty()) {
        y += layout.text({topLeft.x(), y}, width, with({11, QFont::Normal, Role::Muted, 1}, 3),
                         ReportWords::signsNotYet(facts));
        return y - topLeft.y();
    }
    for (const SignFinding& sign : facts.signs) {
        const bool seen = sign.state == SignState::Seen;
        const QString words = signStateWords(sign);
        const PaperText state{11, seen ? QFont::DemiBold : QFont::Normal, seen ? Role::Text : Role::Muted, 1,
                              Qt::AlignRight};
        constexpr double kMark = 13;
        const double stateWidth = std::min(width * 0.6, layout.widthOf(state, words) + 1);
        const double labelWidth = width - stateWidth - kMark - 8;
        layout.text({topLeft.x(), y}, labelWidth, {11, QFont::Normal, Role::Text, 1}, signTitle(sign.sign));
        if (seen)
            placeIcon(layout, Icon::Check, {topLeft.x() + width - stateWidth - kMark - 2, y + 1, kMark, kMark},
                      Role::Text);
        y += layout.text({topLeft.x() + width - stateWidth, y}, stateWidth, state, words) + 3;
        layout.line({topLeft.x(), y}, {topLeft.x() + width, y}, Role::Divider, 0.75);
        y += 3;
    }
    return y - topLeft.y();
}

double placeFigures(PaperLayout& layout, QPointF topLeft, double width, const VerdictWords& words)
{
    double tallest = 0;
    double x = topLeft.x();
    const double column = (width + kFigureGap) / static_cast<double>(std::max(kFigureColumns, words.figures.size()));
    for (const VerdictFigure& figure : words.figures) {
        const double room = column - kFigureGap;
        const double value = layout.text({x, topLeft.y()}, room, {19, QFont::DemiBold, Role::Text, 1}, figure.value);
        const double caption =
            layout.text({x, topLeft.y() + value}, room, {10.5, QFont::Normal, Role::Text, 2}, figure.caption);
        tallest = std::max(tallest, value + caption);
        x += column;
    }
    return tallest
        + layout.text({topLeft.x(), topLeft.y() + tallest + 3}, width, {10.5, QFont::Normal, Role::Muted, 1},
                      words.foot)
        + 3;
}

}  // namespace

double placeHeader(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts)
{
    constexpr double kMark = 17;
    const Theme& theme = layout.theme();
    layout.item([square = QRectF(topLeft, QSizeF(kMark, kMark)), color = theme.color(Role::Accent),
                 second = theme.color(Role::MuscleHighlight)](QPainter& painter) {
        drawIcon(painter, Icon::Mark, square, color, second);
    });
    double y = topLeft.y();
    const double half = width / 2;
    layout.text({topLeft.x() + kMark + 4, y}, half - kMark, {13, QFont::Bold, Role::Text, 1}, QStringLiteral("Psolog"));
    layout.text({topLeft.x() + half, y + 1}, half, rightAligned({11, QFont::Normal, Role::Muted, 1}),
                ReportWords::made(facts));
    y += 21;
    const QString span = ReportWords::span(facts);
    const PaperText dates = rightAligned({12, QFont::DemiBold, Role::Text, 1});
    const double right = std::min(half, std::max(layout.widthOf(dates, span), width * 0.3) + 2);
    const double high = layout.text({topLeft.x(), y}, width - right - 16, {22, QFont::DemiBold, Role::Text, 1},
                                    ReportWords::title(facts));
    layout.text({topLeft.x() + width - right, y - 1}, right, dates, span);
    layout.text({topLeft.x() + width - right, y + 15}, right, rightAligned({10.5, QFont::Normal, Role::Muted, 1}),
                ReportWords::extent(facts));
    y += high + 6;
    layout.line({topLeft.x(), y}, {topLeft.x() + width, y}, Role::Text, 1.2);
    return y - topLeft.y();
}

double placeVerdict(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts)
{
    const double inner = width - 2 * kPad;
    const double signsWidth = inner * kSignsShare;
    const double left = inner - signsWidth - 2 * kPad;
    const double x = topLeft.x() + kPad;
    const VerdictWords words = wordsOf(facts);
    double y = topLeft.y() + kPad;

    const auto [ink, fill] = badgeColors(words.tone);
    const QSizeF badge = placeBadge(layout, {x, y}, left, words.badge, ink, fill);
    if (facts.primary)
        layout.text({x + badge.width() + 8, y + 3}, left - badge.width() - 8, {10.5, QFont::Normal, Role::Muted, 1},
                    ReportWords::outcome(*facts.primary));
    y += badge.height() + 6;
    // The site first: whoever reads the page has not chosen it.
    y += layout.text({x, y}, left, {17, QFont::DemiBold, Role::Text, 2}, words.finding) + 3;
    y += layout.text({x, y}, left, with(kBody, 5),
                     words.finding == words.title ? words.text : ReportWords::sentences(words.title, words.text))
        + 5;
    y += placeCautions(layout, {x, y}, left, words, facts.verdict);

    const double signsX = x + inner - signsWidth;
    const double signs = placeSigns(layout, {signsX, topLeft.y() + kPad}, signsWidth, facts);
    layout.line({signsX - kPad, topLeft.y() + kPad}, {signsX - kPad, std::max(y, topLeft.y() + kPad + signs)},
                Role::Divider, 0.75);
    y = std::max(y, topLeft.y() + kPad + signs) + 7;
    if (!words.figures.empty()) {
        layout.line({x, y}, {x + inner, y}, Role::Divider, 0.75);
        y += 5 + placeFigures(layout, {x, y + 5}, inner, words);
    }
    y += kPad - 3;
    layout.frame({topLeft, QSizeF(width, y - topLeft.y())}, kRadius);
    return y - topLeft.y();
}

double placeNothing(PaperLayout& layout, QPointF topLeft, double width)
{
    double y = topLeft.y() + 2 * kPad;
    const double x = topLeft.x() + 2 * kPad;
    const double inner = width - 4 * kPad;
    y += layout.text({x, y}, inner, {17, QFont::DemiBold, Role::Text, 2}, ReportWords::emptyTitle()) + 4;
    y += layout.text({x, y}, inner, with(kBody, 4), ReportWords::emptyText()) + 2 * kPad;
    layout.frame({topLeft, QSizeF(width, y - topLeft.y())}, kRadius);
    return y - topLeft.y();
}

double placeRedStops(PaperLayout& layout, QPointF topLeft, double width, const ReportFacts& facts)
{
    const PaperText head{11, QFont::DemiBold, Role::Text, 1};
    const QString title = ReportWords::redStopsTitle();
    const double indent = std::min(width / 3, layout.widthOf(head, title) + 10);
    layout.text(topLeft, indent, head, title);
    return layout.text(topLeft + QPointF(indent, 0), width - indent, {11, QFont::Normal, Role::Text, 2},
                       ReportWords::redStops(facts));
}

double placeNotes(PaperLayout& layout, QPointF topLeft, double width, double most, const ReportFacts& facts)
{
    const PaperText day{10.5, QFont::DemiBold, Role::Muted, 1};
    double y = topLeft.y();
    y += layout.text({topLeft.x(), y}, width, kHeading, ReportWords::notesTitle()) + 2;
    double indent = 0;
    for (const ReportNote& note : facts.notes)
        indent = std::max(indent, layout.widthOf(day, shortDate(note.day, facts.today)));
    indent = std::min(indent + 10, width / 4);
    for (const ReportNote& note : facts.notes) {
        const PaperText look{10.5, QFont::Normal, Role::Text, 2};
        PaperLayout measure(layout.theme());
        const QString text = QString::fromStdString(note.text);
        const double high = measure.text({}, width - indent, look, text) + 2;
        if (y + high - topLeft.y() > most)
            break;
        layout.text({topLeft.x(), y}, indent, day, shortDate(note.day, facts.today));
        layout.text({topLeft.x() + indent, y}, width - indent, look, text);
        y += high;
    }
    return y - topLeft.y();
}

double placeFooter(PaperLayout& layout, QPointF topLeft, double width)
{
    double y = topLeft.y();
    layout.line({topLeft.x(), y}, {topLeft.x() + width, y}, Role::Divider, 0.75);
    y += 5;
    y += layout.text({topLeft.x(), y}, width, with(kSmall, 3), ReportWords::method());
    y += layout.text({topLeft.x(), y}, width, {9.5, QFont::DemiBold, Role::Text, 1}, ReportWords::notAdvice());
    return y - topLeft.y();
}

}  // namespace psolog
