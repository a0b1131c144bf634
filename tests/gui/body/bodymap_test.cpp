// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "gui/body/bodymaplayout.h"
#include "gui/body/bodymapwidget.h"
#include "gui/body/bodyshapes.h"
#include "gui/body/sitewords.h"
#include "gui/theme/contrast.h"
#include "gui/theme/theme.h"

using namespace psolog;

namespace {

constexpr Site kLeftHamstring{Muscle::Hamstring, Side::Left};
constexpr Site kRightHamstring{Muscle::Hamstring, Side::Right};
constexpr Site kRightPsoas{Muscle::Psoas, Side::Right};

/// The map between two fields, shown and as large as on a check-in page in a 1024 × 700 window.
struct Stage {
    Stage()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(&before);
        layout->addWidget(&map, 1);
        layout->addWidget(&after);
        window.resize(400, 560);
        window.show();
        window.activateWindow();
        ready = QTest::qWaitForWindowActive(&window);
    }

    [[nodiscard]] QPoint middleOf(Site site) const { return map.sitePath(site).boundingRect().center().toPoint(); }
    [[nodiscard]] std::optional<Score> score(Site site) const { return map.scores()[site]; }

    Theme theme{ThemeChoice::Light, 100};
    QWidget window;
    QLineEdit before;
    BodyMapWidget map{theme};
    QLineEdit after;
    bool ready = false;
};

std::optional<Score> of(int value)
{
    return Score::clamped(value);
}

QList<QAccessible::Event> g_events;  // NOLINT: the handler is a plain function
QList<QAccessible::Id> g_ids;

void recordEvent(QAccessibleEvent* event)
{
    g_events << event->type();
    g_ids << event->uniqueId();
}

}  // namespace

class BodyMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sitesLieInsideTheSilhouetteAndDoNotOverlap();
    void leftAndRightAreMirrorImagesOnTheRightSides();
    void everySiteIsAnEasyTargetInASmallWindow();
    void theBodiesFillTheHeight();
    void captionsWrapOrShortenInsteadOfBeingCut();
    void aPointBesideANarrowSiteMeansTheNearest();
    void aClickSelectsAndASecondClickRaises();
    void shiftAndTheRightButtonLower();
    void theWheelChangesOnlyTheFocusedSite();
    void digitsAndTSetTheScore();
    void arrowsPlusAndMinusChangeByOne();
    void deleteMakesASiteNotAsked();
    void shortcutsOfThePageDoNotStealDigits();
    void keysWithControlAreLeftToThePage();
    void tabVisitsEverySiteAndLeavesAtTheEnds();
    void upAndDownMoveBetweenSites();
    void aReadOnlyMapShowsButDoesNotEdit();
    void settingScoresEmitsNothing();
    void notAskedIsNeverShownAsZero();
    void theFocusRingStandsOut();
    void assistiveTechnologySeesTwelveNamedSites();
    void assistiveTechnologyCanSetAScore();
    void focusAndValueChangesAreAnnounced();
};

void BodyMapTest::sitesLieInsideTheSilhouetteAndDoNotOverlap()
{
    for (const Site site : allSites()) {
        const QPainterPath& shape = siteShape(site);
        QVERIFY(!shape.isEmpty());
        for (int i = 0; i < 200; ++i)
            QVERIFY2(bodySilhouette(viewOf(site.muscle)).contains(shape.pointAtPercent(i / 200.0)),
                     qPrintable(siteLabel(site)));
        for (const Site other : allSites())
            if (other != site && viewOf(other.muscle) == viewOf(site.muscle))
                QVERIFY2(!shape.intersects(siteShape(other)), qPrintable(siteLabel(site) + siteLabel(other)));
    }
}

void BodyMapTest::leftAndRightAreMirrorImagesOnTheRightSides()
{
    for (const auto& row : NameTable<Muscle>::rows) {
        const QRectF left = siteShape({row.value, Side::Left}).boundingRect();
        const QRectF right = siteShape({row.value, Side::Right}).boundingRect();
        QVERIFY(qAbs(left.center().x() + right.center().x()) < 1e-9);
        QVERIFY(qAbs(left.center().y() - right.center().y()) < 1e-9);
        // From the front the athlete's left is on the right of the picture, from behind on the left.
        QCOMPARE(left.center().x() > 0, viewOf(row.value) == BodyView::Front);
    }
}

void BodyMapTest::everySiteIsAnEasyTargetInASmallWindow()
{
    const BodyMapLayout layout(QRectF(0, 0, 380, 500), 26);
    for (const Site site : allSites()) {
        const QRectF rect = layout.siteRect(site);
        QVERIFY(rect.width() >= kMinTarget);
        QVERIFY(rect.height() >= kMinTarget);
        // Across the middle, at least 24 px in a row mean this site.
        int hits = 0;
        const QPointF middle = layout.sitePath(site).boundingRect().center();
        for (int dx = -40; dx <= 40; ++dx)
            hits += layout.siteUnder(middle + QPointF(dx, 0)) == site ? 1 : 0;
        QVERIFY2(hits >= int(kMinTarget), qPrintable(siteLabel(site) + u' ' + QString::number(hits)));
    }
}

void BodyMapTest::theBodiesFillTheHeight()
{
    const QRectF area(0, 0, 600, 640);
    const BodyMapLayout layout(area, 26);
    const QRectF body = layout.transform(BodyView::Front).mapRect(bodySilhouette(BodyView::Front).boundingRect());
    QVERIFY(body.height() > 0.95 * (area.height() - 26));
    QVERIFY(area.contains(body));
    QVERIFY(area.contains(layout.captionRect(BodyView::Front)));
    QVERIFY(area.contains(layout.captionRect(BodyView::Back)));
    QVERIFY(!layout.captionRect(BodyView::Front).intersects(layout.captionRect(BodyView::Back)));
}

void BodyMapTest::captionsWrapOrShortenInsteadOfBeingCut()
{
    const std::array longWords{QStringLiteral("Front (your left is on the right)"),
                               QStringLiteral("Back (your left is on the left)")};
    const std::array shortWords{QStringLiteral("Front"), QStringLiteral("Back")};
    std::set<QString> shown;
    std::set<bool> wrapped;
    for (const int pixels : {13, 20, 26}) {
        QFont font;
        font.setPixelSize(pixels);
        const QFontMetricsF metrics(font);
        for (const QSizeF size : {QSizeF(300, 400), QSizeF(420, 500), QSizeF(520, 680), QSizeF(900, 680)}) {
            const QRectF area(QPointF(0, 0), size);
            const BodyCaptions captions = fitCaptions(area, font, 2 * pixels, longWords, shortWords);
            shown.insert(captions.words[0]);
            wrapped.insert(captions.height > 2 * pixels);
            const BodyMapLayout layout(area, captions.height);
            const QRectF rects[]{layout.captionRect(BodyView::Front), layout.captionRect(BodyView::Back)};
            for (std::size_t i = 0; i < 2; ++i) {
                const QRectF text = metrics.boundingRect(QRectF(0, 0, rects[i].width(), 1000), Qt::TextWordWrap,
                                                         captions.words.at(i));
                QVERIFY2(text.width() <= rects[i].width(), qPrintable(captions.words.at(i)));
                QVERIFY2(text.height() <= rects[i].height(), qPrintable(captions.words.at(i)));
                QVERIFY(area.contains(rects[i]));
            }
        }
    }
    QCOMPARE(shown, (std::set{longWords[0], shortWords[0]}));
    QCOMPARE(wrapped, (std::set{false, true}));
}

void BodyMapTest::aPointBesideANarrowSiteMeansTheNearest()
{
    const BodyMapLayout layout(QRectF(0, 0, 380, 500), 26);
    const QRectF path = layout.sitePath(kLeftHamstring).boundingRect();
    QCOMPARE(layout.siteUnder({path.left() - 2, path.center().y()}), std::optional(kLeftHamstring));
    QVERIFY(!layout.siteUnder({path.left() - 30, path.center().y()}));
    QVERIFY(!layout.siteUnder({1, 1}));
}

void BodyMapTest::aClickSelectsAndASecondClickRaises()
{
    Stage stage;
    QSignalSpy edited(&stage.map, &BodyMapWidget::scoreEdited);
    QSignalSpy activated(&stage.map, &BodyMapWidget::siteActivated);
    QSignalSpy moved(&stage.map, &BodyMapWidget::currentSiteChanged);
    stage.map.setCurrentSite(kRightPsoas);
    QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.middleOf(kLeftHamstring));
    QCOMPARE(stage.map.currentSite(), std::optional(kLeftHamstring));
    QCOMPARE(edited.size(), 0);
    QCOMPARE(moved.size(), 2);
    QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.middleOf(kLeftHamstring));
    QCOMPARE(stage.score(kLeftHamstring), of(0));
    QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.middleOf(kLeftHamstring));
    QCOMPARE(stage.score(kLeftHamstring), of(1));
    QCOMPARE(edited.size(), 2);
    QCOMPARE(edited.last().at(0).value<Site>(), kLeftHamstring);
    QCOMPARE(edited.last().at(1).value<std::optional<Score>>(), of(1));
    QCOMPARE(activated.size(), 3);
}

void BodyMapTest::shiftAndTheRightButtonLower()
{
    Stage stage;
    stage.map.setScore(kLeftHamstring, of(2));
    stage.map.setCurrentSite(kLeftHamstring);
    QTest::mouseClick(&stage.map, Qt::LeftButton, Qt::ShiftModifier, stage.middleOf(kLeftHamstring));
    QCOMPARE(stage.score(kLeftHamstring), of(1));
    QTest::mouseClick(&stage.map, Qt::RightButton, {}, stage.middleOf(kLeftHamstring));
    QTest::mouseClick(&stage.map, Qt::RightButton, {}, stage.middleOf(kLeftHamstring));
    QCOMPARE(stage.score(kLeftHamstring), of(0));
}

void BodyMapTest::theWheelChangesOnlyTheFocusedSite()
{
    Stage stage;
    QVERIFY(stage.ready);
    stage.map.setScore(kLeftHamstring, of(5));
    stage.map.setCurrentSite(kLeftHamstring);
    const auto turn = [&stage](Site over, int delta) {
        const QPointF at = stage.middleOf(over);
        QWheelEvent event(at, stage.map.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&stage.map, &event);
    };
    stage.before.setFocus();
    turn(kLeftHamstring, 120);
    QCOMPARE(stage.score(kLeftHamstring), of(5));
    stage.map.setFocus();
    turn(kLeftHamstring, 240);
    QCOMPARE(stage.score(kLeftHamstring), of(7));
    turn(kLeftHamstring, -60);  // half a step of a fine wheel
    QCOMPARE(stage.score(kLeftHamstring), of(7));
    turn(kLeftHamstring, -60);
    QCOMPARE(stage.score(kLeftHamstring), of(6));
    turn(kRightHamstring, 120);
    QCOMPARE(stage.score(kLeftHamstring), of(6));
    QVERIFY(!stage.score(kRightHamstring));
}

void BodyMapTest::digitsAndTSetTheScore()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    for (int digit = 0; digit <= 9; ++digit) {
        QTest::keyClick(&stage.map, Qt::Key(Qt::Key_0 + digit));
        QCOMPARE(stage.score(kLeftHamstring), of(digit));
    }
    QTest::keyClick(&stage.map, Qt::Key_T);
    QCOMPARE(stage.score(kLeftHamstring), of(10));
    QTest::keyClick(&stage.map, Qt::Key_3, Qt::KeypadModifier);
    QCOMPARE(stage.score(kLeftHamstring), of(3));
    QCOMPARE(stage.map.scores().count(), std::size_t(1));
}

void BodyMapTest::arrowsPlusAndMinusChangeByOne()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QTest::keyClick(&stage.map, Qt::Key_Left);
    QVERIFY(!stage.score(kLeftHamstring));
    QTest::keyClick(&stage.map, Qt::Key_Right);
    QCOMPARE(stage.score(kLeftHamstring), of(0));
    QTest::keyClick(&stage.map, Qt::Key_Plus);
    QCOMPARE(stage.score(kLeftHamstring), of(1));
    QTest::keyClick(&stage.map, Qt::Key_Minus);
    QTest::keyClick(&stage.map, Qt::Key_Left);
    QCOMPARE(stage.score(kLeftHamstring), of(0));
    stage.map.setScore(kLeftHamstring, of(10));
    QTest::keyClick(&stage.map, Qt::Key_Right);
    QCOMPARE(stage.score(kLeftHamstring), of(10));
}

void BodyMapTest::deleteMakesASiteNotAsked()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QSignalSpy edited(&stage.map, &BodyMapWidget::scoreEdited);
    for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace}) {
        stage.map.setScore(kLeftHamstring, of(4));
        QTest::keyClick(&stage.map, key);
        QVERIFY(!stage.score(kLeftHamstring));
    }
    QCOMPARE(edited.size(), 2);
    QCOMPARE(edited.last().at(1).value<std::optional<Score>>(), std::optional<Score>());
    QTest::keyClick(&stage.map, Qt::Key_Delete);
    QCOMPARE(edited.size(), 2);
}

void BodyMapTest::shortcutsOfThePageDoNotStealDigits()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QKeyEvent digit(QEvent::ShortcutOverride, Qt::Key_4, Qt::NoModifier);
    digit.ignore();
    QCoreApplication::sendEvent(&stage.map, &digit);
    QVERIFY(digit.isAccepted());
    QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_N, Qt::NoModifier);
    letter.ignore();
    QCoreApplication::sendEvent(&stage.map, &letter);
    QVERIFY(!letter.isAccepted());
}

void BodyMapTest::keysWithControlAreLeftToThePage()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QTest::keyClick(&stage.map, Qt::Key_5, Qt::ControlModifier);
    QVERIFY(!stage.score(kLeftHamstring));
    QKeyEvent save(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
    QCoreApplication::sendEvent(&stage.map, &save);
    QVERIFY(!save.isAccepted());
}

void BodyMapTest::tabVisitsEverySiteAndLeavesAtTheEnds()
{
    Stage stage;
    QVERIFY(stage.ready);
    stage.before.setFocus();
    QTest::keyClick(&stage.before, Qt::Key_Tab);
    for (const Site site : BodyMapWidget::tabOrder()) {
        QVERIFY(stage.map.hasFocus());
        QCOMPARE(stage.map.currentSite(), std::optional(site));
        QTest::keyClick(&stage.map, Qt::Key_Tab);
    }
    QVERIFY(stage.after.hasFocus());
    stage.map.setCurrentSite(std::nullopt);
    QTest::keyClick(&stage.after, Qt::Key_Backtab, Qt::ShiftModifier);
    const auto& order = BodyMapWidget::tabOrder();
    for (auto site = order.rbegin(); site != order.rend(); ++site) {
        QVERIFY(stage.map.hasFocus());
        QCOMPARE(stage.map.currentSite(), std::optional(*site));
        QTest::keyClick(&stage.map, Qt::Key_Backtab, Qt::ShiftModifier);
    }
    QVERIFY(stage.before.hasFocus());
}

void BodyMapTest::upAndDownMoveBetweenSites()
{
    Stage stage;
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QTest::keyClick(&stage.map, Qt::Key_Up);
    QCOMPARE(stage.map.currentSite(), std::optional(kLeftHamstring));
    QTest::keyClick(&stage.map, Qt::Key_Down);
    QCOMPARE(stage.map.currentSite(), std::optional(kRightHamstring));
    QTest::keyClick(&stage.map, Qt::Key_Up);
    QCOMPARE(stage.map.currentSite(), std::optional(kLeftHamstring));
}

void BodyMapTest::aReadOnlyMapShowsButDoesNotEdit()
{
    Stage stage;
    stage.map.setScore(kLeftHamstring, of(4));
    stage.map.setCurrentSite(kLeftHamstring);
    stage.map.setReadOnly(true);
    QCOMPARE(stage.map.focusPolicy(), Qt::NoFocus);
    QSignalSpy edited(&stage.map, &BodyMapWidget::scoreEdited);
    QSignalSpy activated(&stage.map, &BodyMapWidget::siteActivated);
    QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.middleOf(kLeftHamstring));
    QTest::keyClick(&stage.map, Qt::Key_7);
    stage.map.editScore(kLeftHamstring, of(9));
    QCOMPARE(stage.score(kLeftHamstring), of(4));
    QCOMPARE(edited.size(), 0);
    QCOMPARE(activated.size(), 1);
}

void BodyMapTest::settingScoresEmitsNothing()
{
    Stage stage;
    QSignalSpy edited(&stage.map, &BodyMapWidget::scoreEdited);
    SiteScores scores;
    scores[kLeftHamstring] = of(6);
    stage.map.setScores(scores);
    stage.map.setScore(kRightHamstring, of(2));
    QCOMPARE(edited.size(), 0);
    QCOMPARE(stage.map.scores().count(), std::size_t(2));
}

void BodyMapTest::notAskedIsNeverShownAsZero()
{
    Stage stage;
    const QImage notAsked = stage.map.grab().toImage();
    stage.map.setScore(kLeftHamstring, of(0));
    QVERIFY(stage.map.grab().toImage() != notAsked);
    QCOMPARE(scoreText(std::nullopt), QStringLiteral("\u2013"));
    QCOMPARE(scorePhrase(std::nullopt), QStringLiteral("not asked"));
    QCOMPARE(scorePhrase(of(0)), QStringLiteral("0 of 10"));
}

void BodyMapTest::theFocusRingStandsOut()
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Theme theme(choice, 100);
        QVERIFY(contrastRatio(theme.color(Role::Accent), theme.color(Role::Body)) >= 3);
        QVERIFY(contrastRatio(theme.color(Role::Accent), theme.color(Role::Card)) >= 3);
    }
    Stage stage;
    QVERIFY(stage.ready);
    stage.before.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    const QImage without = stage.map.grab().toImage();
    stage.map.setFocus();
    QVERIFY(stage.map.grab().toImage() != without);
}

void BodyMapTest::assistiveTechnologySeesTwelveNamedSites()
{
    Stage stage;
    stage.map.setScore(kLeftHamstring, of(6));
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&stage.map);
    QVERIFY(map != nullptr);
    QCOMPARE(map->childCount(), int(kSiteCount));
    QCOMPARE(map->text(QAccessible::Name), QStringLiteral("Body map"));
    QVERIFY(map->child(-1) == nullptr && map->child(12) == nullptr);
    for (int i = 0; i < map->childCount(); ++i) {
        QAccessibleInterface* child = map->child(i);
        QVERIFY(child != nullptr && child->isValid());
        const Site site = BodyMapWidget::tabOrder()[std::size_t(i)];
        QCOMPARE(child->role(), QAccessible::SpinBox);
        QCOMPARE(child->text(QAccessible::Name), siteLabel(site));
        QCOMPARE(child->text(QAccessible::Value), scorePhrase(stage.map.scores()[site]));
        QCOMPARE(child->parent(), map);
        QCOMPARE(map->indexOfChild(child), i);
        QVERIFY(child->state().focusable);
        QCOMPARE(bool(child->state().focused), i == 0);
        const QPoint middle = stage.map.mapToGlobal(stage.middleOf(site));
        QVERIFY(child->rect().contains(middle));
        QCOMPARE(map->childAt(middle.x(), middle.y()), child);
    }
    QCOMPARE(map->focusChild(), map->child(0));
    QCOMPARE(map->child(0)->text(QAccessible::Name), QStringLiteral("Left hamstring"));
    QCOMPARE(map->child(0)->text(QAccessible::Value), QStringLiteral("6 of 10"));
}

void BodyMapTest::assistiveTechnologyCanSetAScore()
{
    Stage stage;
    QSignalSpy edited(&stage.map, &BodyMapWidget::scoreEdited);
    QAccessibleInterface* child = QAccessible::queryAccessibleInterface(&stage.map)->child(1);
    QAccessibleValueInterface* value = child->valueInterface();
    QVERIFY(value != nullptr);
    QCOMPARE(value->currentValue().toInt(), -1);
    QCOMPARE(value->minimumValue().toInt(), -1);
    QCOMPARE(value->maximumValue().toInt(), 10);
    value->setCurrentValue(7);
    QCOMPARE(stage.score(kRightHamstring), of(7));
    value->setCurrentValue(QStringLiteral("many"));
    QCOMPARE(stage.score(kRightHamstring), of(7));
    QAccessibleActionInterface* action = child->actionInterface();
    QVERIFY(action != nullptr);
    action->doAction(QAccessibleActionInterface::increaseAction());
    QCOMPARE(stage.score(kRightHamstring), of(8));
    action->doAction(QAccessibleActionInterface::decreaseAction());
    QCOMPARE(stage.score(kRightHamstring), of(7));
    value->setCurrentValue(-1);
    QVERIFY(!stage.score(kRightHamstring));
    QCOMPARE(edited.size(), 4);
    action->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(stage.map.currentSite(), std::optional(kRightHamstring));
    stage.map.setReadOnly(true);
    value->setCurrentValue(3);
    QVERIFY(!stage.score(kRightHamstring));
    QVERIFY(action->actionNames().isEmpty());
}

void BodyMapTest::focusAndValueChangesAreAnnounced()
{
    Stage stage;
    QVERIFY(stage.ready);
    stage.map.setFocus();
    stage.map.setCurrentSite(kLeftHamstring);
    QAccessible::setActive(true);
    if (!QAccessible::isActive())
        QSKIP("this platform plugin has no accessibility; run under xcb with QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1");
    const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(recordEvent);
    QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&stage.map);
    g_events.clear();
    g_ids.clear();
    QTest::keyClick(&stage.map, Qt::Key_Tab);
    QVERIFY(g_events.contains(QAccessible::Focus));
    QCOMPARE(g_ids.at(g_events.indexOf(QAccessible::Focus)), QAccessible::uniqueId(map->child(1)));
    QTest::keyClick(&stage.map, Qt::Key_8);
    QVERIFY(g_events.contains(QAccessible::ValueChanged));
    QCOMPARE(g_ids.at(g_events.indexOf(QAccessible::ValueChanged)), QAccessible::uniqueId(map->child(1)));
    QAccessible::installUpdateHandler(before);
}

QTEST_MAIN(BodyMapTest)
#include "bodymap_test.moc"
