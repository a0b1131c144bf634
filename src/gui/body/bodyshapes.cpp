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
        {0.0, 0.0},   {2.2, 0.5},   {3.8, 1.8},   {4.7, 3.8},   {5.0, 5.8},   {4.9, 8.0},   {4.5, 10.4},
        {3.7, 12.4},  {3.4, 13.8},  {3.5, 15.4},  {4.3, 17.0},  {6.6, 18.6},  {9.4, 19.9},  {11.8, 21.5},
        {13.3, 23.7}, {14.0, 26.6}, {14.3, 30.4}, {14.4, 34.4}, {14.8, 38.2}, {15.6, 41.6}, {16.4, 45.8},
        {16.7, 49.8}, {16.7, 53.4}, {17.0, 56.4}, {17.8, 59.0}, {18.1, 62.2}, {17.7, 65.2}, {16.8, 67.1},
        {15.7, 66.4}, {15.4, 63.6}, {15.0, 61.9}, {14.3, 63.0}, {13.6, 62.4}, {13.7, 59.7}, {14.2, 57.2},
        {14.4, 54.6}, {13.7, 50.2}, {12.5, 45.8}, {12.0, 42.2}, {11.7, 38.0}, {11.1, 33.6}, {10.6, 30.2},
    };
    return points;
}

/// From the armpit down the flank and the outside of the leg to the ankle.
const Points& flank()
{
    static const Points points{
        {10.2, 30.0}, {9.9, 33.2},  {9.1, 37.0},  {8.6, 40.4}, {8.9, 43.6}, {9.9, 47.4},
        {10.8, 51.6}, {11.0, 56.2}, {10.6, 61.6}, {9.8, 67.6}, {8.6, 73.4}, {8.0, 76.8},
        {7.8, 80.0},  {8.1, 84.2},  {7.6, 89.2},  {6.5, 94.6}, {5.7, 99.0},
    };
    return points;
}

const Points& footFront()
{
    static const Points points{
        {5.7, 101.2}, {6.5, 103.2}, {7.8, 105.2}, {8.3, 106.4}, {7.6, 107.3},
        {5.9, 107.5}, {4.3, 107.1}, {3.5, 105.8}, {3.2, 103.4},
    };
    return points;
}

const Points& footBack()
{
    static const Points points{
        {5.8, 101.4}, {6.3, 103.4}, {7.3, 105.2}, {7.6, 106.4}, {6.6, 107.2},
        {5.0, 107.5}, {3.5, 107.2}, {2.8, 105.9}, {3.0, 103.4},
    };
    return points;
}

/// From the ankle up the inside of the leg.
const Points& inseam()
{
    static const Points points{
        {3.1, 101.0}, {2.9, 98.2}, {2.4, 93.4}, {1.9, 88.2}, {2.0, 83.4}, {2.6, 79.0},
        {2.6, 75.6},  {2.0, 69.6}, {1.2, 63.2}, {0.6, 58.6}, {0.0, 57.4},
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
            {{1.3, 20.6}, {4.6, 20.2}, {8.4, 21.0}},
            {{0.9, 30.0}, {4.2, 31.2}, {7.6, 29.8}, {9.5, 27.0}},
            {{9.4, 48.0}, {7.0, 52.4}, {3.4, 56.0}},
            {{3.9, 76.0}, {5.2, 77.3}, {6.7, 76.2}},
        });
        path.addEllipse(QPointF(0, 43.2), 0.35, 0.45);
        return path;
    }
    QPainterPath path = bothSides({
        {{3.4, 23.8}, {3.6, 27.2}, {5.4, 30.0}, {8.4, 29.2}},
        {{3.6, 77.2}, {5.2, 77.7}, {6.9, 77.1}},
    });
    path.addPath(smoothOpen({{0.0, 20.5}, {0.0, 34.0}, {0.0, 47.0}}));
    return path;
}

QPainterPath hair(BodyView view)
{
    // A little larger than the head.
    const Points front{{0.0, -0.6}, {3.0, 0.0}, {5.0, 2.2}, {5.8, 5.4}, {5.0, 6.6}, {4.2, 4.6}, {3.0, 3.2}, {0.0, 2.7}};
    const Points back{{0.0, -0.6}, {3.0, 0.0},  {5.0, 2.2},  {5.8, 5.6}, {5.2, 8.4},
                      {4.4, 10.2}, {3.4, 11.0}, {1.6, 11.5}, {0.0, 11.6}};
    const Points& right = view == BodyView::Front ? front : back;
    return smoothClosed(mirrored(right));
}

/// Right half of the picture.
const Points& sitePoints(Muscle muscle)
{
    static const Points quadriceps{
        {5.5, 57.9}, {7.8, 59.1}, {9.3, 62.6}, {9.1, 67.4}, {7.7, 71.9}, {5.9, 74.3},
        {4.3, 73.2}, {3.1, 69.2}, {2.5, 64.6}, {2.8, 60.7}, {3.9, 58.6},
    };
    static const Points psoas{
        {2.6, 35.6}, {4.4, 36.4}, {5.9, 40.6}, {7.2, 45.8}, {8.0, 50.2}, {7.6, 53.2},
        {5.8, 53.6}, {4.0, 50.4}, {2.5, 45.4}, {1.3, 40.0}, {1.2, 37.0},
    };
    static const Points lowerBack{
        {2.9, 34.8}, {5.0, 36.0}, {5.9, 39.2}, {5.7, 42.8}, {4.3, 45.4},
        {2.2, 45.9}, {1.0, 44.0}, {0.8, 40.2}, {1.2, 36.4},
    };
    static const Points glute{
        {5.4, 47.4}, {8.2, 48.4}, {9.9, 51.4}, {9.9, 55.0}, {8.3, 57.8},
        {5.2, 58.8}, {2.4, 57.9}, {1.0, 55.0}, {0.9, 51.0}, {2.4, 48.2},
    };
    static const Points hamstring{
        {5.6, 60.6}, {7.9, 61.4}, {9.1, 64.4}, {8.8, 68.6}, {7.6, 72.9},
        {5.8, 75.6}, {4.3, 74.0}, {3.1, 70.0}, {2.4, 65.4}, {3.1, 61.8},
    };
    static const Points calf{
        {5.2, 79.2}, {6.8, 80.6}, {7.4, 84.2}, {6.9, 88.8}, {5.7, 93.2},
        {4.8, 94.4}, {3.9, 93.0}, {2.9, 88.2}, {2.7, 83.6}, {3.5, 80.3},
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

const QPainterPath& bodyHair(BodyView view)
{
    static const QPainterPath front = hair(BodyView::Front).intersected(bodySilhouette(BodyView::Front));
    static const QPainterPath back = hair(BodyView::Back).intersected(bodySilhouette(BodyView::Back));
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
