// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTranslator>

#include "gui/widgets/routinetexts.h"

using namespace psolog;

namespace {

/// Turns every text of a routine into capitals.
class Capitals : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* context, const char* source, const char* /*disambiguation*/,
                                    int /*n*/) const override
    {
        const std::string text(source);
        const bool known = qstrcmp(context, "psolog::Routine") == 0 && translatableRoutineTexts().contains(text);
        return known ? QString::fromStdString(text).toUpper() : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

std::set<std::string> shippedTexts()
{
    std::set<std::string> texts;
    const QDir folder(qEnvironmentVariable("PSOLOG_SOURCE_DIR") + QStringLiteral("/resources/routines"));
    for (const QString& name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonObject routine = QJsonDocument::fromJson(file.readAll()).object();
        texts.insert(routine[QStringLiteral("name")].toString().toStdString());
        const QJsonArray steps = routine[QStringLiteral("steps")].toArray();
        for (const auto& step : steps)
            texts.insert(step.toObject()[QStringLiteral("cue")].toString().toStdString());
    }
    return texts;
}

}  // namespace

class RoutineTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShippedTextIsKnownToTranslatorsAndNoOther()
    {
        QVERIFY(!shippedTexts().empty());
        QVERIFY(shippedTexts() == translatableRoutineTexts());
    }

    void theUsersOwnTextStaysAsItIs()
    {
        Capitals capitals;
        QCoreApplication::installTranslator(&capitals);
        QCOMPARE(routineText("Left side first"), QStringLiteral("LEFT SIDE FIRST"));
        QCOMPARE(routineText("My own <b>routine</b>"), QStringLiteral("My own <b>routine</b>"));
        QCOMPARE(routineText(""), QString());
        const Routine mine{"mine", "Left side first", {{StepKind::Rest, {}, {}, Seconds(30), "Own cue.", "rest"}}};
        const Routine shown = translated(mine);
        QCOMPARE(shown.name, std::string("LEFT SIDE FIRST"));
        QCOMPARE(shown.steps.front().cue, std::string("Own cue."));
        QCOMPARE(shown.id, mine.id);
        QCoreApplication::removeTranslator(&capitals);
    }

    void aNewStepBeginsWithTheWordsOfCautionForItsZone()
    {
        for (const BodySide side : {BodySide::Both, BodySide::Left, BodySide::Right}) {
            const auto first = [side](StepKind kind, std::optional<Zone> zone) {
                return QString::fromStdString(firstCue({kind, zone, side, Seconds(30), {}, {}}));
            };
            QVERIFY(first(StepKind::Zone, Zone::Low).contains(QStringLiteral("never in the groin fold")));
            QVERIFY(first(StepKind::Zone, Zone::Middle).contains(QStringLiteral("Up to 4 of 10, never sharp")));
            QVERIFY(first(StepKind::Zone, Zone::High).contains(QStringLiteral("Stop at once")));
            QVERIFY(!first(StepKind::Settle, {}).isEmpty());
            QVERIFY(!first(StepKind::Rest, {}).isEmpty());
            QCOMPARE(first(StepKind::Switch, {}).isEmpty(), side == BodySide::Both);
        }
    }

    void aShippedCueFollowsItsStepAndTheUsersOwnDoesNot()
    {
        const auto zone = [](Zone where, BodySide side, const std::string& cue) {
            return RoutineStep{StepKind::Zone, where, side, Seconds(30), cue, {}};
        };
        const std::string lowLeft = firstCue(zone(Zone::Low, BodySide::Left, {}));
        const std::string highRight = firstCue(zone(Zone::High, BodySide::Right, {}));
        QCOMPARE(cueFollowing(zone(Zone::Low, BodySide::Left, lowLeft), zone(Zone::High, BodySide::Right, lowLeft)),
                 highRight);
        // A gentle one stays gentle where there is one.
        const std::string gentle = "Just inside and above the front hip bones, never in the groin fold. Lightly.";
        QCOMPARE(cueFollowing(zone(Zone::Low, BodySide::Both, gentle), zone(Zone::High, BodySide::Both, gentle)),
                 std::string("Beside the navel, very lightly. Stop at once if anything pulses, stabs or goes numb."));
        QCOMPARE(cueFollowing(zone(Zone::Low, BodySide::Both, gentle), zone(Zone::Low, BodySide::Left, gentle)),
                 lowLeft);
        for (const std::string own : {"Mine.", ""})
            QCOMPARE(cueFollowing(zone(Zone::Low, BodySide::Left, own), zone(Zone::High, BodySide::Right, own)), own);
        const RoutineStep toNobody{StepKind::Switch, {}, BodySide::Both, Seconds(15), {}, {}};
        RoutineStep toLeft = toNobody;
        toLeft.side = BodySide::Left;
        QCOMPARE(cueFollowing(toNobody, toLeft), std::string("Lift your hips, and lower slowly onto the left prong."));
    }

    void aCueIsExchangedInTheLanguageItIsIn()
    {
        const std::string left = "Lift your hips, and lower slowly onto the left prong.";
        const std::string right = "Lift your hips, and lower slowly onto the right prong.";
        QCOMPARE(cueOfOtherSide(left), right);
        QCOMPARE(cueOfOtherSide(right), left);
        QCOMPARE(cueOfOtherSide("My left one"), std::string("My left one"));
        Capitals capitals;
        QCoreApplication::installTranslator(&capitals);
        QCOMPARE(cueOfOtherSide(left), right);
        QCOMPARE(QString::fromStdString(cueOfOtherSide(routineText(left).toStdString())), routineText(right));
        QCoreApplication::removeTranslator(&capitals);
    }
};

QTEST_MAIN(RoutineTextsTest)
#include "routinetexts_test.moc"
