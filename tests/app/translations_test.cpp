// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/bundled.h"

using namespace psolog;

namespace {

/// A text of the sources whose wording depends on a number.
struct PluralText {
    QString file;
    QString source;
    QString code;  ///< the whole file
};

/// A plural message of the translation file.
struct Message {
    QString context;
    QString source;
    QStringList forms;
    bool finished = true;
};

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString projectFile(const char* path)
{
    return qEnvironmentVariable("PSOLOG_SOURCE_DIR") + u'/' + QString::fromLatin1(path);
}

/// Every C++ string, adjacent literals joined, that holds "%n".
QList<PluralText> pluralTexts()
{
    static const QRegularExpression strings(QStringLiteral(R"((?:"(?:[^"\\\n]|\\.)*"\s*)+)"));
    static const QRegularExpression seam(QStringLiteral(R"("\s*")"));
    QList<PluralText> found;
    QDirIterator files(projectFile("src"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString code = contentOf(path);
        for (auto match = strings.globalMatch(code); match.hasNext();) {
            QString text = match.next().captured().trimmed();
            text = text.mid(1, text.size() - 2).remove(seam).replace(QStringLiteral("\\\""), QStringLiteral("\""));
            if (text.contains(QStringLiteral("%n")))
                found.append({path, text, code});
        }
    }
    return found;
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message{context, {}, {}, true};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            while (xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> englishMessages()
{
    QFile file(projectFile("resources/translations/psolog_en.ts"));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages.append(readMessage(xml, context));
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QString shown(const Message& message, int count)
{
    return QCoreApplication::translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                       nullptr, count);
}

}  // namespace

/// Plurals: English has no translation of its texts, but needs one of its singulars.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSpokenIsInTheLanguageOfTheTexts()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const bool translated = QFile::exists(QStringLiteral(":/translations/psolog_de.qm"));
        const QLocale::Language spoken = languageOfTexts().language();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QLocale spokenInBritain = languageOfTexts();
        QLocale::setDefault(before);
        QCOMPARE(spoken, translated ? QLocale::German : QLocale::English);
        QCOMPARE(spokenInBritain.territory(), QLocale::UnitedKingdom);
    }

    void initTestCase()
    {
        m_texts = pluralTexts();
        m_messages = englishMessages();
        QVERIFY2(!m_texts.isEmpty(), "no text with %n was found: are the sources where they were?");
        QVERIFY(!m_messages.isEmpty());
        installTranslators(*QCoreApplication::instance());
    }

    void everyTextWithANumberHasItsPlurals()
    {
        for (const PluralText& text : std::as_const(m_texts)) {
            const bool known = std::any_of(m_messages.cbegin(), m_messages.cend(), [&text](const Message& message) {
                const QString tail = message.context.section(QStringLiteral("::"), -1);
                return message.source == text.source
                    && text.code.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(tail)));
            });
            QVERIFY2(known,
                     qPrintable(QStringLiteral("%1: \"%2\" is missing from psolog_en.ts").arg(text.file, text.source)));
        }
    }

    void everyPluralIsStillUsed()
    {
        for (const Message& message : std::as_const(m_messages)) {
            const bool used = std::any_of(m_texts.cbegin(), m_texts.cend(),
                                          [&](const PluralText& text) { return text.source == message.source; });
            QVERIFY2(used, qPrintable(message.source));
        }
    }

    void everyPluralIsFinishedAndKeepsItsPlaces()
    {
        for (const Message& message : std::as_const(m_messages)) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QCOMPARE(message.forms.size(), 2);
            for (const QString& form : message.forms) {
                QVERIFY2(!form.isEmpty() && !form.contains(QStringLiteral("(s)")), qPrintable(message.source));
                for (const QString& place : {QStringLiteral("%n"), QStringLiteral("%1"), QStringLiteral("%2")})
                    QCOMPARE(form.contains(place), message.source.contains(place));
            }
        }
    }

    void theProgramShowsSingularAndPlural()
    {
        for (const Message& message : std::as_const(m_messages)) {
            QCOMPARE(message.forms.size(), 2);
            QCOMPARE(shown(message, 1),
                     QString(message.forms.first()).replace(QStringLiteral("%n"), QStringLiteral("1")));
            for (const int count : {0, 2, 11, 21})
                QCOMPARE(shown(message, count),
                         QString(message.forms.last()).replace(QStringLiteral("%n"), QString::number(count)));
        }
    }

private:
    QList<PluralText> m_texts;
    QList<Message> m_messages;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
