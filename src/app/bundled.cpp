// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bundled.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTranslator>

#include "exchange/posefile.h"
#include "exchange/routinefile.h"

namespace psolog {

namespace {

struct Text {
    std::string name;
    std::string content;
};

std::vector<Text> textsIn(const QString& folder)
{
    std::vector<Text> texts;
    const auto names = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            texts.push_back({name.toStdString(), file.readAll().toStdString()});
    }
    return texts;
}

}  // namespace

Result<PoseLibrary> bundledPoses()
{
    const std::vector<Text> texts = textsIn(QStringLiteral(":/poses"));
    std::vector<PoseSource> sources;
    for (const Text& text : texts)
        sources.push_back({text.name, text.content});
    return parsePoses(sources);
}

Result<std::vector<Routine>> bundledRoutines()
{
    std::vector<Routine> routines;
    for (const Text& text : textsIn(QStringLiteral(":/routines"))) {
        auto routine = parseRoutine(text.content, text.name);
        if (!routine)
            return tl::unexpected(routine.error());
        routines.push_back(std::move(*routine));
    }
    if (routines.empty())
        return fail(ErrorCode::NotFound, "no routine was built in");
    return routines;
}

QLocale languageOfTexts()
{
    QTranslator translator;
    const bool translated = translator.load(QLocale(), QStringLiteral("psolog"), QStringLiteral("_"), QStringLiteral(":/translations"));
    return translated ? QLocale() : QLocale(QLocale::English);
}

void installTranslators(QCoreApplication& application)
{
    const auto install = [&application](const QLocale& locale) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, QStringLiteral("psolog"), QStringLiteral("_"), QStringLiteral(":/translations")))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // The one installed last is asked first.
    install(QLocale(QLocale::English));
    if (QLocale().language() != QLocale::English)
        install(QLocale());
}

}  // namespace psolog
