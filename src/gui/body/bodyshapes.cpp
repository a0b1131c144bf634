// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/bodyshapes.h"

#include <array>
#include <vector>

#include <QTransform>

#include "gui/body/smoothpath.h"

namespace psolog {

namespace {

using Points = std::vector<QPointF>;

// Drawn by eye, the right half of the picture only (x to the right of the midline); the other half is its mirror image.

/// From the crown down the outside of the arm, and up its inside to the armpit.
const Points& headAndArm()
{
    static const Points points{
        {0.0, 0.0},   {2.6, 0.5},   {4.5, 2.3},   {5.3, 5.0},   {5.3, 7.6},   {4.8, 10.4},  {3.7, 13.0},
        {3.1, 14.4},  {3.1, 15.9},  {3.9, 17.5},  {6.4, 18.7},  {9.6, 19.7},  {12.4, 21.2}, {14.1, 23.8},
        {14.6, 27.2}, {14.5, 31.2}, {14.5, 35.2}, {14.9, 39.0}, {15.6, 42.2}, {16.4, 46.4}, {16.7, 50.4},
        {16.8, 54.4}, {17.2, 57.4}, {18.0, 60.2}, {18.3, 63.4}, {17.9, 66.6}, {16.9, 68.5}, {15.8, 67.8},
        {15.5, 65.0}, {15.1, 63.1}, {14.4, 64.2}, {13.6, 63.6}, {13.7, 60.8}, {14.2, 58.2}, {14.4, 55.6},
        {13.6, 51.0}, {12.4, 46.4}, {11.9, 42.8}, {11.6, 38.6}, {11.0, 34.0}, {10.5, 30.6},
    };
    return points;
}

/// From the armpit down the flank and the outside of the leg to the ankle.
const Points& flank()
{
    static const Points points{
        {10.2, 30.4}, {9.9, 33.6},  {9.2, 37.6},  {8.7, 41.4}, {8.9, 44.8}, {9.9, 48.8},
        {10.7, 53.2}, {10.9, 57.8}, {10.6, 63.2}, {9.7, 69.4}, {8.5, 75.2}, {7.9, 78.6},
        {7.8, 82.0},  {8.0, 86.0},  {7.5, 90.6},  {6.4, 95.6}, {5.7, 99.6},
    };
    return points;
}

const Points& footFront()
{
    static const Points points{
        {5.7, 101.4}, {6.4, 103.4}, {7.4, 105.4}, {7.3, 106.8}, {5.8, 107.3}, {4.0, 107.2}, {3.1, 106.2}, {3.0, 103.6},
    };
    return points;
}

const Points& footBack()
{
    static const Points points{
        {5.8, 101.6}, {6.3, 103.8}, {6.9, 105.4}, {6.7, 106.8}, {5.4, 107.3}, {3.8, 107.3}, {2.8, 106.4}, {2.9, 103.8},
    };
    return points;
}

/// From the ankle up the inside of the leg.
const Points& inseam()
{
    static const Points points{
        {3.0, 101.2}, {2.9, 98.8}, {2.5, 94.4}, {2.0, 89.4}, {2.1, 84.8}, {2.7, 80.6},
        {2.6, 77.4},  {2.1, 71.6}, {1.3, 65.4}, {0.7, 61.2}, {0.0, 60.0},
    };
    return points;
}

Points mirrored(const Points& half)
{
    Points whole = half;
    for (auto point = half.rbegin(); point != half.rend(); ++point)
        if (point->x() > 0)
            whole.emplace_back(-point->x(), point->y());
    return whole;
}

QPainterPath silhouette(BodyView view)
{
    Points half;
    const Points& foot = view == BodyView::Front ? footFront() : footBack();
    for (const Points* part : {&headAndArm(), &flank(), &foot, &inseam()})
        half.insert(half.end(), part->begin(), part->end());
    return smoothClosed(mirrored(half));
}

QPainterPath bothSides(const std::vector<Points>& lines)
{
    QPainterPath path;
    for (const Points& line : lines) {
        const QPainterPath piece = smoothOpen(line);
        path.addPath(piece);
        path.addPath(QTransform::fromScale(-1, 1).map(piece));
    }
    return path;
}

QPainterPath lines(BodyView view)
{
    if (view == BodyView::Front) {
        QPainterPath path = bothSides({
            {{1.3, 20.4}, {4.6, 20.0}, {8.6, 20.6}},
            {{0.9, 30.3}, {4.4, 31.4}, {7.8, 30.0}, {9.6, 27.2}},
            {{9.0, 50.0}, {6.4, 54.6}, {3.2, 58.0}},
            {{3.9, 77.6}, {5.2, 78.9}, {6.7, 77.8}},
        });
        path.addEllipse(QPointF(0, 44.4), 0.35, 0.45);
        return path;
    }
    QPainterPath path = bothSides({
        {{3.4, 23.8}, {3.6, 27.4}, {5.4, 30.4}, {8.4, 29.6}},
        {{0.0, 51.0}, {0.15, 55.0}, {0.9, 59.6}, {3.0, 61.0}},
        {{3.6, 78.9}, {5.2, 79.4}, {6.9, 78.8}},
        {{3.7, 98.0}, {3.8, 101.0}},
        {{5.1, 98.0}, {5.0, 101.0}},
    });
    path.addPath(smoothOpen({{0.0, 20.5}, {0.0, 34.0}, {0.0, 47.5}}));
    return path;
}

/// Right half of the picture.
const Points& sitePoints(Muscle muscle)
{
    static const Points quadriceps{
        {5.5, 59.6}, {7.8, 60.8}, {9.3, 64.4}, {9.0, 69.2}, {7.6, 73.6}, {5.9, 75.9},
        {4.3, 74.8}, {3.2, 70.8}, {2.6, 66.2}, {2.9, 62.4}, {3.9, 60.3},
    };
    static const Points psoas{
        {2.4, 36.9}, {4.2, 37.8}, {5.6, 42.2}, {6.8, 47.6}, {7.5, 52.0}, {7.0, 55.0},
        {5.3, 55.2}, {3.8, 51.8}, {2.5, 46.6}, {1.4, 41.2}, {1.2, 38.2},
    };
    static const Points lowerBack{
        {2.8, 36.3}, {4.8, 37.4}, {5.7, 40.6}, {5.5, 44.2}, {4.2, 46.9},
        {2.2, 47.3}, {1.0, 45.4}, {0.8, 41.6}, {1.2, 37.8},
    };
    static const Points glute{
        {5.4, 48.9}, {8.2, 49.9}, {9.8, 53.0}, {9.8, 56.6}, {8.2, 59.4},
        {5.2, 60.4}, {2.3, 59.4}, {1.0, 56.4}, {0.9, 52.4}, {2.4, 49.6},
    };
    static const Points hamstring{
        {5.6, 62.2}, {7.9, 63.0}, {9.1, 66.2}, {8.7, 70.4}, {7.5, 74.6},
        {5.8, 77.2}, {4.3, 75.6}, {3.2, 71.6}, {2.5, 67.0}, {3.2, 63.4},
    };
    static const Points calf{
        {5.2, 80.9}, {6.7, 82.2}, {7.3, 85.8}, {6.8, 90.2}, {5.6, 94.4},
        {4.8, 95.6}, {3.9, 94.2}, {3.0, 89.6}, {2.8, 85.2}, {3.6, 82.0},
    };
    switch (muscle) {
    case Muscle::Hamstring:
        return hamstring;
    case Muscle::Calf:
        return calf;
    case Muscle::Quadriceps:
        return quadriceps;
    case Muscle::Glute:
        return glute;
    case Muscle::Psoas:
        return psoas;
    case Muscle::LowerBack:
        return lowerBack;
    }
    return glute;
}

}  // namespace

BodyView viewOf(Muscle muscle)
{
    return muscle == Muscle::Psoas || muscle == Muscle::Quadriceps ? BodyView::Front : BodyView::Back;
}

QRectF bodyFrame()
{
    return {-18.6, -0.4, 37.2, 108.2};
}

const QPainterPath& bodySilhouette(BodyView view)
{
    static const QPainterPath front = silhouette(BodyView::Front);
    static const QPainterPath back = silhouette(BodyView::Back);
    return view == BodyView::Front ? front : back;
}

const QPainterPath& bodyLines(BodyView view)
{
    static const QPainterPath front = lines(BodyView::Front);
    static const QPainterPath back = lines(BodyView::Back);
    return view == BodyView::Front ? front : back;
}

const QPainterPath& siteShape(Site site)
{
    static const std::array<QPainterPath, kSiteCount> shapes = [] {
        std::array<QPainterPath, kSiteCount> all;
        for (const Site each : allSites()) {
            const QPainterPath right = smoothClosed(sitePoints(each.muscle));
            const bool onTheRight = (each.side == Side::Left) == (viewOf(each.muscle) == BodyView::Front);
            all[indexOf(each)] = onTheRight ? right : QTransform::fromScale(-1, 1).map(right);
        }
        return all;
    }();
    return shapes[indexOf(site)];
}

}  // namespace psolog
