// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>

#include "core/pose.h"
#include "gui/body/figurepainter.h"
#include "gui/body/figureshapes.h"
#include "gui/body/figurewidget.h"
#include "gui/body/sitewords.h"
#include "gui/theme/theme.h"
#include "shippedposes.h"

using namespace psolog;

namespace {

/// A style that either asks for animations or for none.
class MotionStyle : public QProxyStyle {
public:
    explicit MotionStyle(int milliseconds) : m_milliseconds(milliseconds) { }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_milliseconds
                                                    : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_milliseconds;
};

QImage picture(const Pose& pose, int width, const Theme& theme, bool mirrored = false)
{
    QImage image(width, int(width * pose.frame.height / pose.frame.width), QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.color(Role::Card));
    QPainter painter(&image);
    paintFigure(painter, QRectF(image.rect()), pose, pose.highlight, FigureColors::from(theme, theme.color(Role::Card)),
                mirrored);
    return image;
}

/// Share of the pixels that have this colour, or nearly (edges are antialiased).
double shareOf(const QImage& image, const QColor& color)
{
    const auto close = [](int a, int b) { return qAbs(a - b) < 24; };
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += close(pixel.red(), color.red()) && close(pixel.green(), color.green())
                    && close(pixel.blue(), color.blue())
                ? 1
                : 0;
        }
    return double(count) / double(image.width() * image.height());
}

}  // namespace

class FigureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPoseRendersSmallAndLargeInBothColourSets();
    void everyPoseRestsOnTheFloorAndStaysInItsFrame();
    void theToolTouchesTheBelly();
    void limbsHangOnTheBody();
    void musclesLieInsideTheBody();
    void theHandOfALiftLiesOnTheGlute();
    void aMirroredPictureIsTheMirrorImage();
    void anUnknownPoseChangesNothing();
    void aPoseIsDescribedToAssistiveTechnology();
    void everyShippedDescriptionIsKnownToTranslators();
    void aVisibleFigureMovesAndThenComesToRest();
    void reducedMotionShowsThePoseAtOnce();
    void aFigureThatTurnsRoundDoesNotMove();
    void themeChangesRepaint();

private:
    PoseLibrary m_poses;
};

void FigureTest::initTestCase()
{
    Result<PoseLibrary> poses = shippedPoses();
    QVERIFY2(poses.has_value(), poses ? "" : poses.error().detail.c_str());
    m_poses = *std::move(poses);
}

void FigureTest::everyPoseRendersSmallAndLargeInBothColourSets()
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Theme theme(choice, 100);
        for (const auto& [name, pose] : m_poses) {
            for (const int width : {120, 700}) {
                const QImage image = picture(pose, width, theme);
                QVERIFY2(shareOf(image, theme.color(Role::Body)) > 0.08, name.c_str());
                if (!pose.highlight.empty())
                    QVERIFY2(shareOf(image, theme.color(Role::MuscleHighlight)) > 0.001, name.c_str());
            }
        }
    }
}

void FigureTest::everyPoseRestsOnTheFloorAndStaysInItsFrame()
{
    for (const auto& [name, pose] : m_poses) {
        const FigureShapes shapes = figureShapes(pose);
        const QRectF all = shapes.body.boundingRect() | shapes.farLeg.boundingRect() | shapes.farArm.boundingRect()
            | shapes.nearArm.boundingRect() | shapes.toolFar.boundingRect() | shapes.toolNear.boundingRect()
            | shapes.pillow.boundingRect();
        QVERIFY2(all.bottom() > -0.3 && all.bottom() < 0.6,
                 qPrintable(QString::fromStdString(name) + u": lowest point "_qs + QString::number(all.bottom())));
        const QRectF frame(pose.frame.left, pose.frame.top, pose.frame.width, pose.frame.height);
        QVERIFY2(frame.contains(all), name.c_str());
    }
}

void FigureTest::theToolTouchesTheBelly()
{
    for (const char* name : {"tool-low", "tool-middle", "tool-high"}) {
        const FigureShapes shapes = figureShapes(m_poses.at(name));
        for (const QPainterPath& prong : {shapes.toolNear, shapes.toolFar}) {
            const QRectF contact = prong.intersected(shapes.body).boundingRect();
            QVERIFY2(contact.height() > 0.05, name);
            QVERIFY2(contact.height() < 1.8, name);
        }
        // Both prongs are to be seen side by side.
        QVERIFY(shapes.toolFar.boundingRect().center().x() - shapes.toolNear.boundingRect().center().x() > 2);
    }
}

void FigureTest::limbsHangOnTheBody()
{
    for (const auto& [name, pose] : m_poses) {
        const FigureShapes shapes = figureShapes(pose);
        for (const QPainterPath& limb : {shapes.farArm, shapes.farLeg, shapes.nearArm})
            QVERIFY2(shapes.body.intersects(limb), name.c_str());
    }
}

void FigureTest::musclesLieInsideTheBody()
{
    for (const auto& [name, pose] : m_poses) {
        const QPainterPath body = figureShapes(pose).body;
        for (const auto& row : NameTable<Muscle>::rows) {
            const QPainterPath muscle = muscleShape(pose, row.value);
            int outside = 0;
            for (int i = 0; i < 100; ++i)
                outside += body.contains(muscle.pointAtPercent(i / 100.0)) ? 0 : 1;
            QVERIFY2(outside <= 3,
                     qPrintable(QString::fromStdString(name) + u' ' + muscleLabel(row.value) + u' '
                                + QString::number(outside)));
        }
    }
}

void FigureTest::theHandOfALiftLiesOnTheGlute()
{
    for (const char* name :
         {"prone-lift-left", "prone-lift-right", "prone-pillow-lift-left", "prone-pillow-lift-right"}) {
        const Pose& pose = m_poses.at(name);
        const FigureShapes shapes = figureShapes(pose);
        const QRectF glute = muscleShape(pose, Muscle::Glute).boundingRect();
        const QRectF touch = shapes.nearArm.intersected(muscleShape(pose, Muscle::Glute)).boundingRect();
        QVERIFY2(touch.width() > 3, name);
        QVERIFY2(touch.width() * touch.height() < 0.7 * glute.width() * glute.height(), name);
    }
}

void FigureTest::aMirroredPictureIsTheMirrorImage()
{
    const Theme theme(ThemeChoice::Light, 100);
    const Pose& pose = m_poses.at("tool-middle");
    const QImage plain = picture(pose, 400, theme).mirrored(true, false);
    const QImage mirrored = picture(pose, 400, theme, true);
    int different = 0;
    for (int y = 0; y < plain.height(); ++y)
        for (int x = 0; x < plain.width(); ++x)
            different += plain.pixel(x, y) == mirrored.pixel(x, y) ? 0 : 1;
    QVERIFY(different < plain.width() * plain.height() / 50);  // antialiased edges round differently
    QVERIFY(picture(pose, 400, theme) != mirrored);
}

void FigureTest::anUnknownPoseChangesNothing()
{
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    QVERIFY(figure.setPose("prone"));
    QVERIFY(!figure.setPose("handstand"));
    QCOMPARE(figure.pose().name, std::string("prone"));
}

void FigureTest::aPoseIsDescribedToAssistiveTechnology()
{
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setPose("stand-neutral");
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&figure);
    QVERIFY(interface != nullptr);
    QCOMPARE(interface->role(), QAccessible::Graphic);
    QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    QCOMPARE(interface->text(QAccessible::Description), poseDescription(m_poses.at("stand-neutral")));
    figure.setHighlight({Muscle::Psoas});
    QVERIFY(interface->text(QAccessible::Description).contains(muscleLabel(Muscle::Psoas)));
    figure.clearHighlight();
    QVERIFY(!interface->text(QAccessible::Description).contains(muscleLabel(Muscle::Psoas)));
}

void FigureTest::everyShippedDescriptionIsKnownToTranslators()
{
    const std::set<std::string> known = translatablePoseDescriptions();
    for (const auto& [name, pose] : m_poses)
        QVERIFY2(known.contains(pose.description), name.c_str());
    QCOMPARE(known.size(), m_poses.size());
}

void FigureTest::aVisibleFigureMovesAndThenComesToRest()
{
    MotionStyle style(200);
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setStyle(&style);
    figure.setPose("prone");
    QVERIFY(!figure.isAnimating());
    figure.show();
    QVERIFY(QTest::qWaitForWindowExposed(&figure));
    figure.setPose("tool-low");
    QVERIFY(figure.isAnimating());
    QCOMPARE(figure.pose().name, std::string("tool-low"));
    QTRY_VERIFY(!figure.isAnimating());
    QImage atRest = figure.grab().toImage();
    FigureWidget direct(theme, m_poses);
    direct.resize(figure.size());
    direct.setPose("tool-low");
    QCOMPARE(atRest, direct.grab().toImage());
}

void FigureTest::reducedMotionShowsThePoseAtOnce()
{
    MotionStyle style(0);
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setStyle(&style);
    figure.setPose("prone");
    figure.show();
    QVERIFY(QTest::qWaitForWindowExposed(&figure));
    figure.setPose("tool-low");
    QVERIFY(!figure.isAnimating());
}

void FigureTest::aFigureThatTurnsRoundDoesNotMove()
{
    MotionStyle style(200);
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setStyle(&style);
    figure.setPose("prone-lift-right");
    figure.show();
    QVERIFY(QTest::qWaitForWindowExposed(&figure));
    figure.setPose("prone-lift-left");
    QVERIFY(!figure.isAnimating());
}

void FigureTest::themeChangesRepaint()
{
    Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setPose("prone");
    figure.resize(400, 120);
    const QImage light = figure.grab().toImage();
    QVERIFY(shareOf(light, theme.color(Role::Body)) > 0.05);
    theme.apply(ThemeChoice::Dark, 100);
    QVERIFY(shareOf(figure.grab().toImage(), theme.color(Role::Body)) > 0.05);
}

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
