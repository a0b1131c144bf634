// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coachreport/athletepages.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "storage/logimage.h"
#include "support/copybuilder.h"
#include "support/manualclock.h"

using namespace psolog;

namespace {

constexpr Site kLeft{Muscle::Hamstring, Side::Left};

std::unique_ptr<ReviewLog> logOf(test::CopyBuilder& builder, const IClock& clock)
{
    auto image = writeImage(builder.copy());
    if (!image)
        qFatal("no image: %s", image.error().detail.c_str());
    auto log = ReviewLog::open(std::make_shared<const std::string>(*image), "library", clock);
    if (!log)
        qFatal("no log: %s", log.error().detail.c_str());
    return std::move(*log);
}

int pagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    return static_cast<int>(QString::fromLatin1(file.readAll()).count(page));
}

}  // namespace

/// Several athletes in one document.
class AthletePagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAPageForEachAthlete()
    {
        const test::ManualClock clock;
        const LocalDay today = localDayOf(clock.now());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("athletes.pdf"));
        AthletePages pages(Paper::A4);
        for (int athlete = 1; athlete <= 3; ++athlete) {
            test::CopyBuilder builder;
            builder.scores(kLeft, std::vector<int>(40, athlete + 2)).releases(20, 0);
            const auto log = logOf(builder, clock);
            QVERIFY(pages.add(*log, today, ReportNotes::No));
            QCOMPARE(pages.pages(), athlete);
            QVERIFY(QDir(folder.path()).isEmpty());
        }
        QVERIFY(pages.writeTo(path));
        QCOMPARE(pagesOf(path), 3);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY2(!pages.add(ReportFacts()), "it is closed");
    }

    void ofNobodyAreNotWritten()
    {
        const QTemporaryDir folder;
        AthletePages pages(Paper::Letter);
        const auto written = pages.writeTo(folder.filePath(QStringLiteral("athletes.pdf")));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidValue);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void leaveNothingBehindWhenTheyCannotBeWritten()
    {
        const QTemporaryDir folder;
        AthletePages pages(Paper::A4);
        QVERIFY(pages.add(ReportFacts()));
        QVERIFY(!pages.writeTo(folder.filePath(QStringLiteral("missing/athletes.pdf"))));
        const QString path = folder.filePath(QStringLiteral("athletes.pdf"));
        QVERIFY2(pages.writeTo(path), "another place can be tried");
        QCOMPARE(pagesOf(path), 1);
    }
};

QTEST_MAIN(AthletePagesTest)
#include "athletepages_test.moc"
