// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "audit.h"
#include "gui/theme/contrast.h"
#include "gui/theme/palettes.h"
#include "tour.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr int kTarget = 24;
constexpr int kSessionTarget = 44;

constexpr Look kUsual{"1280 x 800", ThemeChoice::Light, {1280, 800}, 100};
constexpr Look kLooks[]{
    kUsual,
    {"1024 x 700", ThemeChoice::Light, {1024, 700}, 100},
    {"1280 x 800, text 200 %", ThemeChoice::Light, {1280, 800}, 200},
    {"1024 x 700, text 200 %", ThemeChoice::Light, {1024, 700}, 200},
};

/// The faults of every stop of the tour, a line each.
template <class Check>
QStringList everywhere(const Look& look, Check check)
{
    QStringList all;
    int stops = 0;
    tour(look, [&](const Stop& stop) {
        ++stops;
        for (const QString& fault : check(stop))
            all << stop.name + QStringLiteral(": ") + fault;
    });
    if (stops < 45)
        all << QStringLiteral("only %1 stops were made").arg(stops);
    return all;
}

/// All of them into the output; the message of a test is cut after the first few.
bool none(const QStringList& faults)
{
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    return faults.isEmpty();
}

}  // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everything_that_takes_the_focus_has_a_name()
    {
        const QStringList faults = everywhere(kUsual, [](const Stop& stop) { return unnamed(stop.window); });
        QVERIFY(none(faults));
    }

    void no_alt_key_means_two_things()
    {
        const QStringList faults = everywhere(kUsual, [](const Stop& stop) { return doubledMnemonics(stop.window); });
        QVERIFY(none(faults));
    }

    void tab_reaches_everything_in_the_order_of_the_layout()
    {
        const QStringList faults = everywhere(kUsual, [](const Stop& stop) { return tabFaults(stop.window); });
        QVERIFY(none(faults));
    }

    void everything_to_press_is_large_enough()
    {
        for (const Look& look : kLooks) {
            const QStringList faults = everywhere(look, [](const Stop& stop) {
                return smallTargets(stop.window, stop.session ? kSessionTarget : kTarget);
            });
            QVERIFY(none(faults));
        }
    }

    void nothing_is_cut_off_data()
    {
        QTest::addColumn<int>("look");
        for (int i = 0; i < static_cast<int>(std::size(kLooks)); ++i)
            QTest::newRow(kLooks[i].name) << i;
    }

    void nothing_is_cut_off()
    {
        QFETCH(const int, look);
        const QStringList faults = everywhere(kLooks[look], [](const Stop& stop) { return clipped(stop.window); });
        QVERIFY(none(faults));
    }

    void every_pair_of_colours_has_enough_contrast()
    {
        QStringList faults;
        for (const ColorSet* set : {&lightColors(), &darkColors()})
            for (const ContrastPair& pair : contrastPairs())
                if (const double has = contrastRatio((*set)[pair.foreground], (*set)[pair.background]);
                    has < pair.minimum)
                    faults << QStringLiteral("%1: role %2 on %3 has %4, needs %5")
                                  .arg(set == &lightColors() ? QStringLiteral("light") : QStringLiteral("dark"))
                                  .arg(static_cast<int>(pair.foreground))
                                  .arg(static_cast<int>(pair.background))
                                  .arg(has)
                                  .arg(pair.minimum);
        QVERIFY(none(faults));
        QVERIFY(contrastPairs().size() >= 40);
    }

    void every_score_can_be_read_on_its_colour()
    {
        for (const ColorSet* set : {&lightColors(), &darkColors()})
            for (std::size_t score = 0; score < set->soreness.size(); ++score)
                QVERIFY2(contrastRatio(set->sorenessText[score], set->soreness[score]) >= 4.5,
                         qPrintable(QString::number(score)));
    }

    void the_soreness_colours_grow_darker_step_by_step()
    {
        for (const ColorSet* set : {&lightColors(), &darkColors()})
            for (std::size_t score = 1; score < set->soreness.size(); ++score)
                QVERIFY2(relativeLuminance(set->soreness[score]) < relativeLuminance(set->soreness[score - 1]) - 0.005,
                         qPrintable(QString::number(score)));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
