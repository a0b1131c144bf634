// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <set>
#include <string>

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

/// The same colour, or nearly (edges are antialiased).
bool near(QRgb one, QRgb other)
{
    const auto close = [](int a, int b) { return qAbs(a - b) < 24; };
    return close(qRed(one), qRed(other)) && close(qGreen(one), qGreen(other)) && close(qBlue(one), qBlue(other));
}

/// Share of the pixels that have this colour, or nearly.
double shareOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += near(image.pixel(x, y), color.rgb()) ? 1 : 0;

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
    void aStillThemeShowsThePoseAtOnce();
    void aFigureThatTurnsRoundDoesNotMove();
    void noPictureBetweenTwoPosesGoesThroughTheFloor();
    void aBreathTakesFourSecondsInAndSixOut();
    void aBreathMovesTheRibsAndNothingElse();
    void theFigureBreathesOnlyWhenSeenAskedAndAllowed();
    void aMirroredPictureIsDescribedTheOtherWayRound();
    void thePosesOfBothSidesSayTheSameTheOtherWayRound();
    void thePelvisTiltsForwardWhenArchedAndBackWhenTucked();
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
                QVERIFY2(shareOf(image, theme.color(Role::Body)) > 0.025, name.c_str());
                for (const Role worn : {Role::Shirt, Role::Shorts, Role::Hair})
                    QVERIFY2(shareOf(image, theme.color(worn)) > 0.001, name.c_str());
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
        const QRectF figure = shapes.figureRect();
        // A knee out to the side lies nearer to the viewer, which is lower in the picture, but still on the mat.
        const double lowest = name == "tool-knee-out" ? shapes.props.matEdge.boundingRect().bottom() : 0.6;
        QVERIFY2(figure.bottom() > -0.3 && figure.bottom() < lowest,
                 qPrintable(QString::fromStdString(name) + u": lowest point "_qs + QString::number(figure.bottom())));
        const QRectF all = figure | shapes.props.floor.boundingRect() | shapes.props.matEdge.boundingRect()
            | shapes.props.toolBase.boundingRect() | shapes.props.toolFar.boundingRect()
            | shapes.props.toolNear.boundingRect() | shapes.props.pillow.boundingRect()
            | shapes.outfit.hair.boundingRect();
        const QRectF frame(pose.frame.left, pose.frame.top, pose.frame.width, pose.frame.height);
        QVERIFY2(frame.contains(all), name.c_str());
    }
}

void FigureTest::theToolTouchesTheBelly()
{
    int seen = 0;
    for (const auto& [name, pose] : m_poses) {
        if (name.rfind("tool-", 0) != 0)
            continue;
        ++seen;
        const FigureShapes shapes = figureShapes(pose);
        for (const QPainterPath& prong : {shapes.props.toolNear, shapes.props.toolFar}) {
            const QRectF contact = prong.intersected(shapes.body).boundingRect();
            QVERIFY2(contact.height() > 0.05, name.c_str());
            QVERIFY2(contact.height() < 3,
                     qPrintable(QString::fromStdString(name) + QString::number(contact.height())));
        }
        // Both prongs are to be seen side by side.
        const double apart =
            shapes.props.toolFar.boundingRect().center().x() - shapes.props.toolNear.boundingRect().center().x();
        QVERIFY2(apart > 4, name.c_str());
    }
    QVERIFY(seen >= 12);
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
            different += near(plain.pixel(x, y), mirrored.pixel(x, y)) ? 0 : 1;
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

void FigureTest::aStillThemeShowsThePoseAtOnce()
{
    MotionStyle style(200);
    Theme theme(ThemeChoice::Light, 100);
    theme.setStill(true);
    FigureWidget figure(theme, m_poses);
    figure.setStyle(&style);
    figure.setPose("prone");
    figure.setBreathing(true);
    figure.show();
    QVERIFY(QTest::qWaitForWindowExposed(&figure));
    figure.setPose("tool-low");
    QVERIFY(!figure.isAnimating());
    QVERIFY(!figure.isBreathing());
}

void FigureTest::noPictureBetweenTwoPosesGoesThroughTheFloor()
{
    for (const auto& [name, from] : m_poses)
        for (const auto& [other, to] : m_poses) {
            const double lowest = std::max(lowestOf(from), lowestOf(to));
            for (const double fraction : {0.2, 0.5, 0.8}) {
                const Pose between = liftedTo(interpolated(from, to, fraction), lowest);
                QVERIFY2(lowestOf(between) <= lowest + 1e-9, (name + " to " + other).c_str());
            }
        }
    // One that would, if nothing lifted it: the hands swing down past the floor on the way.
    const Pose& from = m_poses.at("stand-neutral");
    Pose low = from;
    low.root.y += 5;
    QVERIFY(lowestOf(low) > lowestOf(from) + 4);
    QCOMPARE(liftedTo(low, lowestOf(from)).root.y, from.root.y);
}

void FigureTest::aBreathTakesFourSecondsInAndSixOut()
{
    using namespace std::chrono_literals;
    QCOMPARE(FigureWidget::breathAt(0ms), 0.0);
    QCOMPARE(FigureWidget::breathAt(4000ms), 1.0);
    QVERIFY(FigureWidget::breathAt(10000ms) < 1e-9);
    QCOMPARE(FigureWidget::breathAt(13000ms), FigureWidget::breathAt(3000ms));
    for (auto at = 0ms; at < 3900ms; at += 100ms)
        QVERIFY(FigureWidget::breathAt(at) < FigureWidget::breathAt(at + 100ms));
    for (auto at = 4000ms; at < 9900ms; at += 100ms)
        QVERIFY(FigureWidget::breathAt(at) > FigureWidget::breathAt(at + 100ms));
}

void FigureTest::aBreathMovesTheRibsAndNothingElse()
{
    for (const char* name : {"prone", "tool-low", "rest-back", "stand-neutral"}) {
        const Pose& pose = m_poses.at(name);
        const FigureShapes empty = figureShapes(pose, 0);
        const FigureShapes full = figureShapes(pose, 1);
        QVERIFY2(full.body != empty.body, name);
        QCOMPARE(full.nearArm, empty.nearArm);
        QCOMPARE(full.farLeg, empty.farLeg);
        QCOMPARE(full.outfit.hair, empty.outfit.hair);
        // The floor does not give way.
        QVERIFY2(full.body.boundingRect().bottom() <= empty.body.boundingRect().bottom() + 0.05, name);
    }
}

void FigureTest::theFigureBreathesOnlyWhenSeenAskedAndAllowed()
{
    MotionStyle style(200);
    Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setStyle(&style);
    figure.setPose("tool-low");
    figure.setBreathing(true);
    QVERIFY(!figure.isBreathing());
    figure.show();
    QVERIFY(QTest::qWaitForWindowExposed(&figure));
    QVERIFY(figure.isBreathing());
    figure.hide();
    QVERIFY(!figure.isBreathing());
    figure.show();
    QVERIFY(figure.isBreathing());
    theme.setStill(true);
    QTRY_VERIFY(!figure.isBreathing());
    theme.setStill(false);
    figure.setBreathing(false);
    figure.setBreathing(true);
    QVERIFY(figure.isBreathing());
    figure.setBreathing(false);
    QVERIFY(!figure.isBreathing());
}

void FigureTest::aMirroredPictureIsDescribedTheOtherWayRound()
{
    const Theme theme(ThemeChoice::Light, 100);
    FigureWidget figure(theme, m_poses);
    figure.setPose("prone-lift-left");
    QCOMPARE(figure.accessibleDescription().section(u" Highlighted"_qs, 0, 0),
             poseDescription(m_poses.at("prone-lift-left")));
    figure.setMirrored(true);
    QCOMPARE(figure.accessibleDescription().section(u" Highlighted"_qs, 0, 0),
             poseDescription(m_poses.at("prone-lift-right")));
    figure.setMirrored(false);
    QVERIFY(figure.accessibleDescription().contains(u"left leg"_qs));
    QCOMPARE(sidesSwapped("Left, right; brightly, leftover."), std::string("Right, left; brightly, leftover."));
}

void FigureTest::thePosesOfBothSidesSayTheSameTheOtherWayRound()
{
    int pairs = 0;
    for (const auto& [name, pose] : m_poses) {
        if (!QString::fromStdString(name).endsWith(u"-left"_qs))
            continue;
        ++pairs;
        const std::string twin = name.substr(0, name.size() - 4) + "right";
        QVERIFY2(m_poses.contains(twin), twin.c_str());
        const Pose& other = m_poses.at(twin);
        QCOMPARE(sidesSwapped(pose.description), other.description);
        QVERIFY(pose.mirrored && !other.mirrored);
        Pose same = other;
        same.name = pose.name;
        same.description = pose.description;
        same.mirrored = true;
        QCOMPARE(same, pose);
    }
    QVERIFY(pairs >= 8);
}

void FigureTest::thePelvisTiltsForwardWhenArchedAndBackWhenTucked()
{
    // Of the dashed line through the top of the pelvis: its front end is lower than its back end when the pelvis tips
    // forward.
    const auto tilt = [this](const char* name) {
        const QLineF line = figureShapes(m_poses.at(name)).pelvisLine;
        return line.p2().y() - line.p1().y();
    };
    for (const char* name : {"stand-arched", "stand-neutral", "stand-tucked", "run-arched", "run-tall"})
        QVERIFY2(figureShapes(m_poses.at(name)).pelvisLine.dx() > 0, name);
    QVERIFY(tilt("stand-arched") > tilt("stand-neutral") + 8);
    QVERIFY(tilt("stand-tucked") < tilt("stand-neutral") - 6);
    QVERIFY(tilt("run-arched") > tilt("run-tall") + 8);
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
