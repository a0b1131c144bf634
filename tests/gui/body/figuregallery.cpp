// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every pose and the body map to PNG files, light and dark, to be looked at while drawing.
#include <algorithm>
#include <cstdio>
#include <vector>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include "gui/body/bodymappainter.h"
#include "gui/body/bodymapwidget.h"
#include "gui/body/figurepainter.h"
#include "gui/theme/theme.h"
#include "shippedposes.h"

namespace {

using namespace psolog;

void paintCard(QPainter& painter, const QRectF& card, const Theme& theme)
{
    painter.setPen(theme.color(Role::Divider));
    painter.setBrush(theme.color(Role::Card));
    painter.drawRoundedRect(card, 12, 12);
}

QImage sheet(QSize size, const Theme& theme)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.color(Role::Window));
    return image;
}

/// One pose, large with a small copy below it.
QImage poseSheet(const Pose& pose, const Theme& theme)
{
    const bool wide = pose.frame.width > pose.frame.height;
    QImage image = sheet(wide ? QSize(760, 340) : QSize(520, 560), theme);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCard(painter, QRectF(image.rect()).adjusted(8, 8, -8, -8), theme);
    const FigureColors colors = FigureColors::from(theme, theme.color(Role::Card));
    const QRectF large = wide ? QRectF(30, 20, 700, 220) : QRectF(20, 20, 340, 520);
    const QRectF tiny = wide ? QRectF(30, 250, 120, 60) : QRectF(370, 400, 120, 120);
    paintFigure(painter, large, pose, pose.highlight, colors, false);
    paintFigure(painter, tiny, pose, pose.highlight, colors, false);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(theme.font(TextStyle::Body));
    painter.drawText(wide ? QPointF(180, 300) : QPointF(370, 60), QString::fromStdString(pose.name));
    return image;
}

bool isWanted(const QString& name, const QStringList& wanted)
{
    return wanted.isEmpty()
        || std::any_of(wanted.begin(), wanted.end(), [&name](const QString& part) { return name.contains(part); });
}

/// Every pose at the smallest size a page uses.
QImage smallSheet(const PoseLibrary& poses, const QStringList& wanted, const Theme& theme)
{
    constexpr int kColumns = 6;
    constexpr QSize kCell(140, 140);
    const int rows = (int(poses.size()) + kColumns - 1) / kColumns;
    QImage image = sheet(QSize(kCell.width() * kColumns, kCell.height() * rows), theme);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(11, QFont::Normal));
    const FigureColors colors = FigureColors::from(theme, theme.color(Role::Card));
    int index = 0;
    for (const auto& [name, pose] : poses) {
        if (!isWanted(QString::fromStdString(name), wanted))
            continue;
        const QRectF cell(kCell.width() * (index % kColumns), kCell.height() * (index / kColumns), kCell.width(),
                          kCell.height());
        ++index;
        paintCard(painter, cell.adjusted(2, 2, -2, -2), theme);
        paintFigure(painter, cell.adjusted(10, 4, -10, -20), pose, pose.highlight, colors, false);
        painter.setPen(theme.color(Role::Muted));
        painter.drawText(cell.adjusted(4, 0, -4, -4), Qt::AlignHCenter | Qt::AlignBottom, QString::fromStdString(name));
    }
    return image;
}

SiteScores sampleScores()
{
    SiteScores scores;
    int value = 0;
    for (const Site site : BodyMapWidget::tabOrder())
        scores[site] = Score::clamped(value++);
    scores[{Muscle::LowerBack, Side::Right}].reset();
    scores[{Muscle::Psoas, Side::Left}].reset();
    scores[{Muscle::Psoas, Side::Right}] = Score::clamped(10);
    return scores;
}

/// The body map as on the check-in page and as on a narrow card.
QImage mapSheet(const Theme& theme)
{
    QImage image = sheet(QSize(1180, 720), theme);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF wide(16, 16, 573, 676);
    const QRectF small(605, 16, 540, 520);
    const QRectF narrow(605, 550, 170, 160);
    for (const QRectF& card : {wide, small, narrow})
        paintCard(painter, card, theme);
    const auto caption = double(theme.px(26));
    const auto paint = [&](const QRectF& card, double margin, BodyMapState state) {
        paintBodyMap(painter, BodyMapLayout(card.adjusted(margin, margin, -margin, -margin), caption), sampleScores(),
                     state, theme);
    };
    paint(wide, 18,
          {Site{Muscle::Hamstring, Side::Left},
           Site{Muscle::Calf, Side::Left},
           true,
           {u"Front (your left is on the right)"_qs, u"Back (your left is on the left)"_qs}});
    paint(small.adjusted(0, 0, -258, 0), 12, {{}, {}, false, {u"Front"_qs, u"Back"_qs}});
    paint(small.adjusted(270, 0, 0, 0), 12,
          {Site{Muscle::LowerBack, Side::Right}, {}, false, {u"Front"_qs, u"Back"_qs}});
    paint(narrow, 6, {{}, {}, false, {u"Front"_qs, u"Back"_qs}});
    return image;
}

/// Sheets side by side.
QImage grid(const std::vector<QImage>& sheets, int columns)
{
    const QSize cell = sheets.front().size();
    const int rows = (int(sheets.size()) + columns - 1) / columns;
    QImage image(cell.width() * columns, cell.height() * rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    for (int i = 0; i < int(sheets.size()); ++i)
        painter.drawImage((i % columns) * cell.width(), (i / columns) * cell.height(), sheets[std::size_t(i)]);
    return image;
}

/// Milliseconds that painting the figure takes, on average over all poses.
double paintingTime(const PoseLibrary& poses, const Theme& theme)
{
    constexpr int kRounds = 10;
    const FigureColors colors = FigureColors::from(theme, theme.color(Role::Card));
    QImage image(700, 220, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.color(Role::Card));
    QPainter painter(&image);
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < kRounds; ++round)
        for (const auto& [name, pose] : poses)
            paintFigure(painter, QRectF(image.rect()), pose, pose.highlight, colors, false);
    return double(timer.nsecsElapsed()) / 1e6 / kRounds / double(poses.size());
}

/// Saves so many sheets a picture.
bool saved(const std::vector<QImage>& sheets, int columns, std::size_t each, const QDir& out, const QString& name,
           const QString& suffix)
{
    for (std::size_t first = 0; first < sheets.size(); first += each) {
        const auto begin = sheets.begin() + std::ptrdiff_t(first);
        const std::vector<QImage> part(begin, begin + std::ptrdiff_t(std::min(each, sheets.size() - first)));
        if (!grid(part, columns).save(out.filePath(name + QString::number(first / each + 1) + suffix)))
            return false;
    }
    return true;
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fputs("usage: figure_gallery POSES_FOLDER OUT_FOLDER [PART_OF_A_NAME…]\n", stderr);
        return 2;
    }
    const QStringList wanted = arguments.mid(3);
    const Result<PoseLibrary> poses = posesIn(arguments[1].toStdString());
    if (!poses) {
        std::fprintf(stderr, "%s\n", poses.error().detail.c_str());
        return 1;
    }
    const QDir out(arguments[2]);
    if (!QDir().mkpath(out.path()))
        return 1;
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Theme theme(choice, 100);
        const QString suffix = theme.isDark() ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        std::vector<QImage> lying;
        std::vector<QImage> upright;
        for (const auto& [name, pose] : *poses)
            if (isWanted(QString::fromStdString(name), wanted))
                (pose.frame.width > pose.frame.height ? lying : upright).push_back(poseSheet(pose, theme));
        if (!saved(lying, 2, 10, out, u"lying"_qs, suffix) || !saved(upright, 3, 6, out, u"upright"_qs, suffix)
            || !smallSheet(*poses, wanted, theme).save(out.filePath(u"small"_qs + suffix))
            || !mapSheet(theme).save(out.filePath(u"bodymap"_qs + suffix)))
            return 1;
    }
    std::printf("one figure, 700 pixels wide: %.2f ms\n", paintingTime(*poses, Theme(ThemeChoice::Light, 100)));
    return 0;
}
