// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "app/bundled.h"
#include "gui/learn/learntext.h"
#include "gui/learn/topics.h"

using namespace psolog;

namespace {

/// Everything of a block that people read.
QStringList wordsOf(const LearnBlock& block)
{
    QStringList words = block.items;
    if (!block.text.isEmpty())
        words.append(block.text);
    for (const LearnFigure& figure : block.figures)
        words.append(figure.caption);
    return words;
}

QStringList wordsOf(const LearnChapter& chapter)
{
    QStringList words{chapter.title, chapter.lead};
    for (const LearnBlock& block : chapter.blocks)
        words += wordsOf(block);
    return words;
}

QStringList citedIn(const QString& text)
{
    static const QRegularExpression expression(QStringLiteral(R"(\[(S\d+(?:, S\d+)*)\])"));
    QStringList ids;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext())
        ids += matches.next().captured(1).split(QStringLiteral(", "));
    return ids;
}

}  // namespace

class LearnTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyChapterLoads();
    void everyStableTopicLeadsToItsPlace();
    void everyCitedSourceExistsAndEverySourceIsCited();
    void everyLinkLeadsSomewhere();
    void everyPoseIsInTheLibraryAndEveryMuscleExists();
    void noPhrasePromisesOrProves();
    void numbersFromSimilarToolsSaySo();
    void medicalAdviceIsDisclaimed();
    void markupBecomesEscapedRichText();
    void anUnknownLanguageFallsBackToEnglish();
    void aSlipInAChapterIsNamedWithItsLine_data();
    void aSlipInAChapterIsNamedWithItsLine();

private:
    LearnText m_text;
};

void LearnTextTest::initTestCase()
{
    auto text = LearnText::load(QLocale(QLocale::English));
    QVERIFY2(text.has_value(), text ? "" : text.error().detail.c_str());
    m_text = *text;
}

void LearnTextTest::everyChapterLoads()
{
    QCOMPARE(m_text.chapters().size(), topics::kChapters.size());
    for (const LearnChapter& chapter : m_text.chapters()) {
        QVERIFY(!chapter.title.isEmpty());
        QVERIFY(!chapter.lead.isEmpty());
        QVERIFY(chapter.blocks.size() > 3);
        const QString all = wordsOf(chapter).join(u' ');
        QVERIFY2(!all.contains(QStringLiteral("](pose")) && !all.contains(QStringLiteral("{#")),
                 qPrintable(chapter.topic));
    }
}

void LearnTextTest::everyStableTopicLeadsToItsPlace()
{
    for (std::size_t i = 0; i < topics::kChapters.size(); ++i) {
        const auto place = m_text.find(topics::kChapters.at(i));
        QVERIFY2(place.has_value(), topics::kChapters.at(i).data());
        QCOMPARE(place->chapter, static_cast<int>(i));
        QVERIFY(place->anchor.isEmpty());
    }
    for (const QLatin1String topic : topics::kPlaces) {
        const auto place = m_text.find(topic);
        QVERIFY2(place.has_value(), topic.data());
        QCOMPARE(place->anchor, QString(topic));
    }
    QVERIFY(!m_text.find(QStringLiteral("no-such-topic")).has_value());
    QVERIFY(!m_text.find(QString()).has_value());
}

void LearnTextTest::everyCitedSourceExistsAndEverySourceIsCited()
{
    QSet<QString> cited;
    for (const LearnChapter& chapter : m_text.chapters()) {
        for (const QString& id : chapter.cited) {
            QVERIFY2(m_text.sourceNumber(id) > 0, qPrintable(chapter.topic + QStringLiteral(": ") + id));
            QVERIFY(!m_text.sourceText(id).isEmpty());
            cited.insert(id);
        }
    }
    int sources = 0;
    for (const LearnBlock& block : m_text.chapters().back().blocks) {
        if (block.kind != LearnBlock::Kind::Source)
            continue;
        QCOMPARE(m_text.sourceNumber(block.anchor), ++sources);
        QVERIFY2(cited.contains(block.anchor), qPrintable(block.anchor));
    }
    QVERIFY(sources > 20);
    QCOMPARE(cited.size(), sources);
}

void LearnTextTest::everyLinkLeadsSomewhere()
{
    static const QRegularExpression link(QStringLiteral(R"(\]\(([^)]*)\))"));
    int links = 0;
    for (const LearnChapter& chapter : m_text.chapters()) {
        for (const QString& words : wordsOf(chapter)) {
            auto matches = link.globalMatch(words);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                QVERIFY2(target.startsWith(QStringLiteral("topic:")), qPrintable(target));
                QVERIFY2(m_text.find(target.mid(6)).has_value(), qPrintable(target));
                ++links;
            }
        }
    }
    QVERIFY(links > 5);
}

void LearnTextTest::everyPoseIsInTheLibraryAndEveryMuscleExists()
{
    const auto poses = bundledPoses();
    QVERIFY(poses.has_value());
    int figures = 0;
    for (const LearnChapter& chapter : m_text.chapters()) {
        for (const LearnBlock& block : chapter.blocks) {
            for (const LearnFigure& figure : block.figures) {
                ++figures;
                QVERIFY(!figure.caption.isEmpty());
                if (figure.kind == LearnFigure::Kind::Pose)
                    QVERIFY2(poses->contains(figure.name.toStdString()), qPrintable(figure.name));
                if (!figure.highlight.isEmpty())
                    QVERIFY2(fromName<Muscle>(figure.highlight.toStdString()).has_value(),
                             qPrintable(figure.highlight));
            }
        }
    }
    QVERIFY(figures >= 8);
}

void LearnTextTest::noPhrasePromisesOrProves()
{
    static const QStringList banned{
        QStringLiteral("because of the release"),
        QStringLiteral("because of your release"),
        QStringLiteral("thanks to the release"),
        QStringLiteral("due to the release"),
        QStringLiteral("cures"),
        QStringLiteral("cure your"),
        QStringLiteral("proven to"),
        QStringLiteral("is proven"),
        QStringLiteral("clinically"),
        QStringLiteral("scientifically"),
        QStringLiteral("guarantee"),
        QStringLiteral("will fix"),
        QStringLiteral("heals"),
        QStringLiteral("diagnos"),
        QStringLiteral("injury risk"),
        QStringLiteral("prevents"),
        QStringLiteral("studies show"),
        QStringLiteral("miracle"),
    };
    for (const LearnChapter& chapter : m_text.chapters()) {
        const QString all = wordsOf(chapter).join(u'\n').toLower();
        for (const QString& phrase : banned)
            if (!(phrase == QStringLiteral("clinically") && chapter.topic == topics::kSources))
                QVERIFY2(!all.contains(phrase), qPrintable(chapter.topic + QStringLiteral(": ") + phrase));
    }
}

void LearnTextTest::numbersFromSimilarToolsSaySo()
{
    // The sources under this heading are about other tools.
    QSet<QString> similar;
    bool inside = false;
    for (const LearnBlock& block : m_text.chapters().back().blocks) {
        if (block.kind == LearnBlock::Kind::Heading)
            inside = block.anchor == QStringLiteral("similar");
        else if (inside && block.kind == LearnBlock::Kind::Source)
            similar.insert(block.anchor);
    }
    QCOMPARE(similar.size(), 11);

    static const QRegularExpression citation(QStringLiteral(R"(\[S[^\]]*\])"));
    static const QRegularExpression number(QStringLiteral(R"(\d|\bthree\b)"));
    int seen = 0;
    for (const LearnChapter& chapter : m_text.chapters()) {
        if (chapter.topic == topics::kSources)
            continue;
        for (const QString& words : wordsOf(chapter)) {
            const QStringList cited = citedIn(words);
            const bool aboutSimilar =
                std::any_of(cited.begin(), cited.end(), [&](const QString& id) { return similar.contains(id); });
            QString plain = words;
            plain.remove(citation);
            if (!aboutSimilar || !plain.contains(number))
                continue;
            ++seen;
            QVERIFY2(plain.contains(QStringLiteral("similar tools"))
                         || plain.contains(QStringLiteral("It should not hurt")),
                     qPrintable(words));
            QVERIFY2(!plain.contains(QStringLiteral("maker")), qPrintable(words));
        }
    }
    QVERIFY(seen >= 3);
}

void LearnTextTest::medicalAdviceIsDisclaimed()
{
    for (const QLatin1String topic : {topics::kHamstrings, topics::kSafety}) {
        const auto place = m_text.find(topic);
        const QString all = wordsOf(m_text.chapters().at(static_cast<std::size_t>(place->chapter))).join(u' ');
        QVERIFY2(all.contains(QStringLiteral("not medical advice")), topic.data());
    }
}

void LearnTextTest::markupBecomesEscapedRichText()
{
    const QString html = m_text.toHtml(QStringLiteral("a < b & **bold** *slanted* [S20] [more](topic:safety)"),
                                       QStringLiteral("gray"), QStringLiteral("teal"));
    const QString number = QString::number(m_text.sourceNumber(QStringLiteral("S20")));
    QVERIFY(html.startsWith(QStringLiteral("a &lt; b &amp; <b>bold</b> <i>slanted</i> ")));
    QVERIFY(html.contains(QStringLiteral(">[%1]</span>").arg(number)));
    QVERIFY(html.endsWith(QStringLiteral("<a href=\"topic:safety\" style=\"color:teal\">more</a>")));
}

void LearnTextTest::anUnknownLanguageFallsBackToEnglish()
{
    const auto text = LearnText::load(QLocale(QLocale::Icelandic));
    QVERIFY(text.has_value());
    QCOMPARE(text->chapters().front().title, m_text.chapters().front().title);
}

void LearnTextTest::aSlipInAChapterIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("place");
    QTest::newRow("no title") << QStringLiteral("Just text") << QStringLiteral("line 1");
    QTest::newRow("a figure of no kind") << QStringLiteral("# T\n\nLead\n\n![x](photo:y)") << QStringLiteral("line 5");
    QTest::newRow("a box of no kind") << QStringLiteral("# T\n\nLead\n\n> [!SHOUT] x") << QStringLiteral("line 5");
    QTest::newRow("no lead") << QStringLiteral("# T\n") << QStringLiteral("line 2");
}

void LearnTextTest::aSlipInAChapterIsNamedWithItsLine()
{
    QFETCH(QString, markdown);
    QFETCH(QString, place);
    const auto chapter = parseChapter(QStringLiteral("x"), markdown);
    QVERIFY(!chapter.has_value());
    QCOMPARE(chapter.error().code, ErrorCode::SyntaxError);
    QVERIFY2(QString::fromStdString(chapter.error().detail).startsWith(place), chapter.error().detail.c_str());
}

QTEST_APPLESS_MAIN(LearnTextTest)
#include "learntext_test.moc"
