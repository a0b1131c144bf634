// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "gui/release/safetyscreenwidget.h"
#include "gui/guided/sessionstatus.h"
#include "gui/guided/sessiontheme.h"
#include "gui/theme/theme.h"
#include "gui/widgets/countdownring.h"
#include "gui/widgets/scorescale.h"
#include "gui/widgets/segmentbar.h"

using namespace psolog;

class ReleasePartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_untouched_safety_screen_has_no_answer()
    {
        SafetyScreenWidget screen;
        QVERIFY(!screen.answer());
    }

    void pictures_of_a_session_stand_still_when_those_of_the_program_do()
    {
        Theme program(ThemeChoice::Light, 100);
        program.setStill(true);
        SessionTheme session(program);
        QVERIFY(session.isStill());
        QSignalSpy changes(&session, &Theme::changed);
        program.setStill(false);
        session.follow({1280, 800});
        QVERIFY(!session.isStill());
        QCOMPARE(changes.count(), 1);
        program.setStill(true);
        session.follow({1280, 800});
        QVERIFY(session.isStill());
    }

    void the_key_n_answers_none_but_takes_no_tick_back()
    {
        SafetyScreenWidget screen;
        QSignalSpy none(&screen, &SafetyScreenWidget::noneChosen);
        auto* hernia = screen.findChild<QCheckBox*>(QStringLiteral("herniaCheckBox"));
        auto* button = screen.findChild<QAbstractButton*>(QStringLiteral("noneButton"));
        auto* reason = screen.findChild<QLabel*>(QStringLiteral("noneReasonLabel"));
        QVERIFY(button->isEnabled() && reason->isHidden());
        hernia->click();
        QTest::keyClick(&screen, Qt::Key_N);
        QCOMPARE(none.count(), 0);
        QCOMPARE(*screen.answer(), std::set{SafetyItem::Hernia});
        QVERIFY(!button->isEnabled() && !reason->isHidden());
        QVERIFY(!reason->text().isEmpty());
        hernia->click();
        QVERIFY(button->isEnabled() && reason->isHidden());
        QTest::keyClick(&screen, Qt::Key_N);
        QCOMPARE(none.count(), 1);
        QVERIFY(screen.answer());
        QVERIFY(screen.answer()->empty());
    }

    void taking_the_only_tick_back_leaves_no_answer()
    {
        SafetyScreenWidget screen;
        auto* box = screen.findChild<QCheckBox*>(QStringLiteral("clotCheckBox"));
        box->click();
        box->click();
        QVERIFY(!screen.answer());
    }

    void every_safety_item_has_a_named_box()
    {
        SafetyScreenWidget screen;
        QStringList names;
        const auto boxes = screen.findChildren<QCheckBox*>();
        for (const QCheckBox* box : boxes) {
            QVERIFY(!box->accessibleName().isEmpty());
            names << box->accessibleName();
        }
        QCOMPARE(names.size(), 10);
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void a_shown_answer_is_given_back()
    {
        SafetyScreenWidget screen;
        const std::set items{SafetyItem::Bones, SafetyItem::Pregnancy};
        screen.setAnswer(items);
        QCOMPARE(*screen.answer(), items);
        screen.setAnswer(std::nullopt);
        QVERIFY(!screen.answer());
    }

    void segments_share_the_width_by_their_weights()
    {
        Theme theme(ThemeChoice::Light, 100);
        SegmentBar bar(theme);
        bar.resize(312, 40);
        bar.setSegments({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}, {QStringLiteral("c"), 3}});
        QCOMPARE(qRound(bar.segmentRect(0).width()), 50);
        QCOMPARE(qRound(bar.segmentRect(1).width()), 100);
        QCOMPARE(qRound(bar.segmentRect(2).right()), 312);
        QVERIFY(bar.segmentRect(1).left() > bar.segmentRect(0).right());
    }

    void a_segment_bar_clamps_and_forgets_what_is_missing()
    {
        Theme theme(ThemeChoice::Light, 100);
        SegmentBar bar(theme);
        bar.setSegments({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}});
        bar.setDone({1.4});
        QCOMPARE(bar.done(0), 1.0);
        QCOMPARE(bar.done(1), 0.0);
    }

    void the_status_tells_its_value_and_not_its_seconds()
    {
        Theme theme(ThemeChoice::Dark, 100, ThemeScope::Subtree);
        SessionStatus status(theme);
        status.setWords(QStringLiteral("Middle zone"), QStringLiteral("2:38 of 5:00 left"));
        status.setValue(QStringLiteral("Hold. Middle zone, point 2"));
        QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(&status);
        QVERIFY(spoken != nullptr);
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("Hold. Middle zone, point 2"));
        status.setWords(QStringLiteral("Middle zone"), QStringLiteral("2:37 of 5:00 left"));
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("Hold. Middle zone, point 2"));
    }

    void the_anchors_of_a_scale_stand_under_its_numbers()
    {
        Theme theme(ThemeChoice::Light, 100);
        ScoreScale scale(theme);
        scale.setAnchors({QStringLiteral("WWWW"), QStringLiteral("WWWW")});
        scale.resize(600, scale.heightForWidth(600));
        const QImage picture = scale.grab().toImage();
        const auto isEmpty = [&](const QRectF& cell) {
            const QRgb plain = picture.pixel(1, picture.height() - 1);
            for (int x = static_cast<int>(cell.left()); x < static_cast<int>(cell.right()); ++x)
                for (int y = static_cast<int>(cell.bottom()) + 5; y < picture.height(); ++y)
                    if (picture.pixel(x, y) != plain)
                        return false;
            return true;
        };
        QVERIFY(isEmpty(scale.cellRect(std::nullopt)));
        QVERIFY(!isEmpty(scale.cellRect(Score::clamped(0))));
        QVERIFY(!isEmpty(scale.cellRect(Score::clamped(10))));
        QVERIFY(isEmpty(scale.cellRect(Score::clamped(5))));
    }

    void a_subtree_theme_leaves_windows_alone()
    {
        Theme app(ThemeChoice::Light, 100);
        QWidget window;
        window.ensurePolished();
        const QString sheet = window.styleSheet();
        QVERIFY(!sheet.isEmpty());
        Theme dark(ThemeChoice::Dark, 130, ThemeScope::Subtree);
        QCOMPARE(window.styleSheet(), sheet);
        QWidget part(&window);
        dark.dress(&part);
        QVERIFY(part.styleSheet() != sheet);
        QCOMPARE(part.palette().color(QPalette::Window), darkColors()[Role::Window]);
    }
};

QTEST_MAIN(ReleasePartsTest)
#include "releaseparts_test.moc"
