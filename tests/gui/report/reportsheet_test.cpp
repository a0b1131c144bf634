// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QtTest>

#include "gui/report/reportsheet.h"
#include "gui/trends/trenddata.h"
#include "gui/verdict/verdictwords.h"
#include "paperprobe.h"
#include "reportcases.h"
#include "support/saidwords.h"

using namespace psolog;
using test::PageFixture;
using test::PaintedText;
using test::PaperProbe;

namespace {

constexpr double kTouching = 1.0;  ///< px that letters may reach into each other's box

/// The case of this name.
const test::ReportCase& caseOf(const char* name)
{
    static const std::vector<test::ReportCase> cases = test::reportCases();
    return *std::find_if(cases.begin(), cases.end(),
                         [name](const test::ReportCase& one) { return std::string_view(one.name) == name; });
}

std::vector<PaintedText> textsOf(const ReportSheet& sheet)
{
    PaperProbe probe(sheet.size().toSize());
    QPainter painter(&probe);
    sheet.paint(painter);
    painter.end();
    return probe.texts();
}

QString wordsOf(const ReportSheet& sheet)
{
    return sheet.words().join(u'\n');
}

int pagesOf(const QByteArray& pdf)
{
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    return static_cast<int>(QString::fromLatin1(pdf).count(page));
}

/// Without what tells when it was made.
QByteArray withoutMoment(const QByteArray& pdf)
{
    static const QRegularExpression moment(QStringLiteral("/CreationDate[^\n]*"));
    return QString::fromLatin1(pdf).remove(moment).toLatin1();
}

}  // namespace

/// The page of the report, for every kind of log.
class ReportSheetTest : public QObject {
    Q_OBJECT

    static void everyCase()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("letter");
        for (const test::ReportCase& one : test::reportCases())
            for (const bool letter : {false, true})
                QTest::addRow("%s, %s", one.name, letter ? "letter" : "A4") << QByteArray(one.name) << letter;
    }

private Q_SLOTS:
    void everyLogGivesOnePageWithinThePaper_data() { everyCase(); }
    void everyLogGivesOnePageWithinThePaper()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, letter);
        PageFixture fixture;
        caseOf(name.constData()).fill(fixture);
        const ReportSheet sheet(test::reportOf(fixture), letter ? Paper::Letter : Paper::A4);

        const auto pdf = sheet.pdf();
        QVERIFY(pdf.has_value());
        QVERIFY(pdf->startsWith("%PDF-"));
        QCOMPARE(pagesOf(*pdf), 1);
        QVERIFY2(pdf->contains("/FontFile2") || pdf->contains("/FontFile3"), "the fonts must be in the file");
        const QSizeF points = sheet.size() * 72 / 96;
        QVERIFY(pdf->contains(letter ? "/MediaBox [0 0 612" : "/MediaBox [0 0 595"));
        QCOMPARE(points.toSize(), letter ? QSize(612, 792) : QSize(595, 842));

        PaperProbe probe(sheet.size().toSize());
        QPainter painter(&probe);
        sheet.paint(painter);
        painter.end();
        const QRectF page = QRectF(QPointF(0, 0), sheet.size()).adjusted(-1, -1, 1, 1);
        QVERIFY2(page.contains(probe.reach()), name);
        const QRectF printable = QRectF(QPointF(0, 0), sheet.size()).adjusted(30, 30, -30, -30);
        const auto& texts = probe.texts();
        QVERIFY(texts.size() > 8);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(printable.contains(texts[i].box), qPrintable(texts[i].text));
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                const QRectF both = texts[i].box & texts[j].box;
                QVERIFY2(both.width() <= kTouching || both.height() <= kTouching,
                         qPrintable(texts[i].text + QStringLiteral(" | ") + texts[j].text));
            }
        }
        static const QRegularExpression broken(QStringLiteral("\\b(nan|inf|-?1\\.#)\\b|%\\d|\\(s\\)"),
                                               QRegularExpression::CaseInsensitiveOption);
        for (const PaintedText& text : texts)
            QVERIFY2(!text.text.contains(broken), qPrintable(text.text));
    }

    void theChartsAreMadeOfTheRowsOfTrends()
    {
        PageFixture fixture;
        caseOf("better").fill(fixture);
        const ReportFacts facts = test::reportOf(fixture);
        TrendData trends(fixture.services->trends, fixture.services->selfTests);
        QVERIFY(trends.reload(fixture.services->today()));
        const auto muscle = trends.muscle(facts.primary->muscle);
        QVERIFY(muscle.has_value());
        QVERIFY(!facts.rows.empty());
        QVERIFY(*muscle->rows == facts.rows);
        QVERIFY(muscle->findings == facts.findings);
        QCOMPARE(QByteArray::fromStdString(trendCsv(facts.rows)), QByteArray::fromStdString(trendCsv(*muscle->rows)));
    }

    void theVerdictHasTheWordsOfTrends()
    {
        PageFixture fixture;
        caseOf("mostly-missing").fill(fixture);
        const ReportFacts facts = test::reportOf(fixture);
        const VerdictWords words =
            verdictWords(facts.verdict, {*facts.primary, facts.firstRelease.has_value(), facts.loads});
        const ReportSheet sheet(facts, Paper::A4);
        const QString page = wordsOf(sheet);
        for (const QString& part : {words.badge, words.finding, words.text, words.foot})
            QVERIFY2(page.contains(part), qPrintable(part));
        for (const VerdictFigure& figure : words.figures)
            QVERIFY2(page.contains(figure.value) && page.contains(figure.caption), qPrintable(figure.caption));
        QVERIFY(!words.cautions.isEmpty());
        for (qsizetype i = 0; i < words.cautions.size(); ++i) {
            QVERIFY2(page.contains(words.cautions[i]), qPrintable(words.cautions[i]));
            QVERIFY(page.contains(cautionName(facts.verdict.cautions[static_cast<std::size_t>(i)])));
        }
        QVERIFY(page.contains(QStringLiteral("Changed after, not because of")));
        QVERIFY(page.contains(QStringLiteral("Not medical advice")));
        QVERIFY(!page.contains(QStringLiteral("because of the release")));
    }

    void noTextClaimsACauseADiagnosisOrAPromise()
    {
        for (const test::ReportCase& one : test::reportCases()) {
            PageFixture fixture;
            one.fill(fixture);
            const ReportSheet sheet(test::reportOf(fixture), Paper::A4);
            QVERIFY(!sheet.words().isEmpty());
            for (const QString& text : sheet.words())
                QVERIFY2(test::forbiddenWord(text).isEmpty(), qPrintable(text));
        }
    }

    void redStopsAreDatedAndNamedOrNone()
    {
        PageFixture with;
        caseOf("better").fill(with);
        const ReportSheet stopped(test::reportOf(with), Paper::A4);
        QVERIFY2(wordsOf(stopped).contains(QRegularExpression(QStringLiteral("\\d+ \\w+ numbness or tingling"))),
                 qPrintable(wordsOf(stopped)));
        PageFixture without;
        caseOf("only-zeros").fill(without);
        const ReportSheet calm(test::reportOf(without), Paper::A4);
        QVERIFY(calm.words().contains(QStringLiteral("none")));
    }

    void notesAreThereOnlyWhenAskedForAndStayPlainText()
    {
        PageFixture fixture;
        caseOf("long-words").fill(fixture);
        const ReportSheet without(test::reportOf(fixture, ReportNotes::No), Paper::Letter);
        QVERIFY(!wordsOf(without).contains(QStringLiteral("<b>")));
        const ReportSheet with(test::reportOf(fixture, ReportNotes::Yes), Paper::Letter);
        QVERIFY(wordsOf(with).contains(QStringLiteral("<b>")));
        bool painted = false;
        for (const PaintedText& text : textsOf(with))
            painted |= text.text.contains(QStringLiteral("<b>"));
        QVERIFY2(painted, "markup must be painted as it was entered");
    }

    void theFileTellsNoName()
    {
        PageFixture fixture;
        caseOf("better").fill(fixture);
        const auto pdf = ReportSheet(test::reportOf(fixture), Paper::A4).pdf();
        QVERIFY(pdf.has_value());
        const QString text = QString::fromLatin1(*pdf)
            + QString::fromUtf16(reinterpret_cast<const char16_t*>(pdf->constData()), pdf->size() / 2);
        QVERIFY(!text.contains(QStringLiteral("Lindqvist")));
    }

    void theSameLogGivesTheSamePage()
    {
        PageFixture fixture;
        caseOf("no-change").fill(fixture);
        const auto once = ReportSheet(test::reportOf(fixture), Paper::A4).pdf();
        const auto again = ReportSheet(test::reportOf(fixture), Paper::A4).pdf();
        QVERIFY(once && again);
        QCOMPARE(withoutMoment(*once), withoutMoment(*again));
    }

    void thePageIsLightInADarkProgram()
    {
        PageFixture fixture(ThemeChoice::Dark, 200);
        caseOf("too-little").fill(fixture);
        const ReportSheet sheet(test::reportOf(fixture), Paper::A4);
        QImage image(sheet.size().toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        sheet.paint(painter);
        painter.end();
        qint64 light = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                light += qGray(image.pixel(x, y)) > 200 ? 1 : 0;
        QVERIFY(light > qint64(image.width()) * image.height() * 8 / 10);
    }

    void thePaperIsTheUsualOneOfTheCountry()
    {
        QCOMPARE(usualPaper(QLocale(QLocale::English, QLocale::UnitedStates)), Paper::Letter);
        QCOMPARE(usualPaper(QLocale(QLocale::German, QLocale::Germany)), Paper::A4);
        QCOMPARE(usualPaper(QLocale(QLocale::French, QLocale::Canada)), Paper::Letter);
        QCOMPARE(usualPaper(QLocale(QLocale::English, QLocale::UnitedKingdom)), Paper::A4);
    }
};

QTEST_MAIN(ReportSheetTest)
#include "reportsheet_test.moc"
