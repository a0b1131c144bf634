// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coachreport/rosterpdf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "../report/paperprobe.h"
#include "gui/coachreport/sparkline.h"
#include "rosterlines.h"

using namespace psolog;
using test::PaintedText;
using test::PaperProbe;

namespace {

const LocalDay kToday(2026, 11, 22);
constexpr double kMargin = 40;
constexpr double kTouching = 1.0;

/// Long words everywhere, and as many flags as an athlete can have.
RosterLine crowded()
{
    RosterLine line = test::rosterLines(2).back();
    line.row.name = "Wolfeschlegelsteinhausenbergerdorff <b>Ann</b> &amp; =1+1 " + std::string(60, 'W');
    line.group = std::string(100, 'M');
    for (const Site site : allSites()) {
        Flag flag;
        flag.kind = FlagKind::HighScore;
        flag.site = site;
        flag.days = 365;
        flag.since = LocalDay(2025, 9, 30);
        line.row.flags.push_back(flag);
    }
    line.unseen = line.row.flags;
    return line;
}

std::vector<PaintedText> textsOf(const RosterSheet& sheet, int page, Paper paper, QRectF* reach = nullptr)
{
    PaperProbe probe(sizeOf(paper).toSize());
    QPainter painter(&probe);
    sheet.paint(painter, page);
    painter.end();
    if (reach != nullptr)
        *reach = probe.reach();
    return probe.texts();
}

QString wordsOf(const RosterSheet& sheet)
{
    QStringList words;
    for (int page = 0; page < sheet.pages(); ++page)
        words += sheet.words(page);
    return words.join(u'\n');
}

int pagesOf(const QByteArray& pdf)
{
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    return static_cast<int>(QString::fromLatin1(pdf).count(page));
}

}  // namespace

/// The roster on paper.
class RosterPdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesItsColumnsAndItsNumberOnEachPage()
    {
        const RosterSheet sheet(test::rosterLines(60), kToday, Paper::A4);
        QVERIFY(sheet.pages() > 2);
        for (int page = 0; page < sheet.pages(); ++page) {
            const QStringList& words = sheet.words(page);
            for (const char* head : {"Athlete", "Why", "Last check-in", "Verdict"})
                QVERIFY2(words.contains(QString::fromLatin1(head)), head);
            QVERIFY(words.contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(sheet.pages())));
            QVERIFY(words.contains(QStringLiteral("Sunday, 22 November 2026")));
        }
        const auto pdf = sheet.pdf();
        QVERIFY(pdf);
        QCOMPARE(pagesOf(*pdf), sheet.pages());
    }

    void hasEveryAthleteOnceInTheOrderGiven()
    {
        const RosterSheet sheet(test::rosterLines(60), kToday, Paper::Letter);
        const QStringList words = wordsOf(sheet).split(u'\n');
        qsizetype at = -1;
        for (int i = 1; i <= 60; ++i) {
            const QString name = QStringLiteral("Runner %1").arg(i);
            QCOMPARE(words.count(name), 1);
            QVERIFY(words.indexOf(name) > at);
            at = words.indexOf(name);
        }
    }

    void saysEverythingInWords()
    {
        const RosterSheet sheet(test::rosterLines(4), kToday, Paper::A4);
        const QString words = wordsOf(sheet);
        for (const char* part :
             {"New: Stopped: numbness", "No check-in for 4 day", ", flagged since 21 Nov", "No clear change",
              "Baseline, day 5 of 7", "7 of 7", "never", "10 km", "No check-in: No check-in for 3 day", "by chance"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + words));
        QCOMPARE(words.count(QStringLiteral("New: ")), 2);
    }

    void setsForeignNamesAsTheyAre()
    {
        const RosterSheet sheet({crowded()}, kToday, Paper::A4);
        QVERIFY(wordsOf(sheet).contains(QStringLiteral("<b>Ann</b> &amp; =1+1")));
    }

    void staysOnThePaperAndTouchesNothing_data()
    {
        QTest::addColumn<bool>("letter");
        QTest::addColumn<int>("crowd");
        for (const bool letter : {false, true})
            for (const int crowd : {0, 1, 9})
                QTest::addRow("%s, %d crowded", letter ? "letter" : "A4", crowd) << letter << crowd;
    }
    void staysOnThePaperAndTouchesNothing()
    {
        QFETCH(bool, letter);
        QFETCH(int, crowd);
        const Paper paper = letter ? Paper::Letter : Paper::A4;
        std::vector<RosterLine> lines = test::rosterLines(30);
        for (int i = 0; i < crowd; ++i)
            lines.insert(lines.begin() + 3 * i, crowded());
        const RosterSheet sheet(lines, kToday, paper);
        for (int page = 0; page < sheet.pages(); ++page) {
            QRectF reach;
            const auto texts = textsOf(sheet, page, paper, &reach);
            QVERIFY(QRectF(QPointF(0, 0), sizeOf(paper)).adjusted(-1, -1, 1, 1).contains(reach));
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const QRectF box = texts[i].box;
                QVERIFY2(box.left() >= kMargin && box.right() <= sizeOf(paper).width() - kMargin
                             && box.bottom() <= sizeOf(paper).height() - kMargin + 3,
                         qPrintable(texts[i].text));
                for (std::size_t j = i + 1; j < texts.size(); ++j) {
                    const QRectF common = box.intersected(texts[j].box);
                    QVERIFY2(common.width() <= kTouching || common.height() <= kTouching,
                             qPrintable(texts[i].text + QStringLiteral(" | ") + texts[j].text));
                }
            }
        }
    }

    void saysSoWhenThereIsNobody()
    {
        const RosterSheet sheet({}, kToday, Paper::A4);
        QCOMPARE(sheet.pages(), 1);
        QVERIFY(wordsOf(sheet).contains(QStringLiteral("There are no athletes here.")));
        QVERIFY(!wordsOf(sheet).contains(QStringLiteral("by chance")));
    }

    void writesFilesThatNobodyElseCanRead()
    {
        const QTemporaryDir folder;
        const auto lines = test::rosterLines(5);
        const QString pdf = folder.filePath(QStringLiteral("roster.pdf"));
        const QString csv = folder.filePath(QStringLiteral("roster.csv"));
        QVERIFY(writeRosterPdf(lines, kToday, Paper::A4, pdf));
        QVERIFY(writeRosterCsv(lines, csv));
        for (const QString& path : {pdf, csv})
            QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QFile written(csv);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().toStdString(), rosterCsv(lines));
        const QString nowhere = folder.filePath(QStringLiteral("missing/roster.pdf"));
        QVERIFY(!writeRosterPdf(lines, kToday, Paper::A4, nowhere));
        QVERIFY(!writeRosterCsv(lines, nowhere));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void theSmallChartBreaksWhereDaysAreMissing()
    {
        const auto ink = [](const std::vector<std::optional<double>>& days, int x) {
            QImage image(103, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintSparkline(painter, {0, 5, 103, 30}, days, Qt::black, Qt::white);
            painter.end();
            int dark = 0;
            for (int y = 0; y < image.height(); ++y)
                dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
            return dark;
        };
        std::vector<std::optional<double>> days(11, 5.0);
        QVERIFY(ink(days, 50) > 0);
        days[5].reset();
        QVERIFY2(ink(days, 50) > 0, "one missing day is bridged");
        days[4].reset();
        QCOMPARE(ink(days, 46), 0);
        QVERIFY(ink(days, 20) > 0);
        QCOMPARE(ink(std::vector<std::optional<double>>(28), 50), 0);
    }

    void pictures()
    {
        // For the eye: set PSOLOG_SHOTS to a folder.
        const QString folder = qEnvironmentVariable("PSOLOG_SHOTS");
        if (folder.isEmpty())
            return;
        auto lines = test::rosterLines(24);
        lines.insert(lines.begin() + 2, crowded());
        QVERIFY(writeRosterPdf(lines, kToday, Paper::A4, folder + QStringLiteral("/roster.pdf")));
    }
};

QTEST_MAIN(RosterPdfTest)
#include "rosterpdf_test.moc"
