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
};

QTEST_MAIN(RoutineTextsTest)
#include "routinetexts_test.moc"
