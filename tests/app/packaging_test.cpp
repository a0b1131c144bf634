// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QIcon>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/bundled.h"
#include "storage/log.h"
#include "storage/schema.h"
#include "support/manualclock.h"

using namespace psolog;

namespace {

QString packagingFile(const char* name)
{
    return qEnvironmentVariable("PSOLOG_SOURCE_DIR") + QStringLiteral("/resources/packaging/")
        + QString::fromLatin1(name);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The text of the first element of that name in an XML file.
QString firstElement(const QString& path, const QString& name)
{
    QXmlStreamReader xml(contentOf(path));
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == name)
            return xml.readElementText();
    return {};
}

QString desktopEntry(const char* key)
{
    const QRegularExpression line(QStringLiteral("^%1=(.*)$").arg(QString::fromLatin1(key)),
                                  QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(contentOf(packagingFile("psolog.desktop")))).captured(1);
}

}  // namespace

/// What the desktop is told agrees with the program.
class PackagingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The data base of file types is read once, so ours is installed before anything asks it. Without the system's:
    /// there ours is merged into the same file, which is sorted by priority.
    void initTestCase()
    {
        const QDir data(m_data.path());
        QVERIFY(data.mkpath(QStringLiteral("mime/packages")));
        QVERIFY(
            QFile::copy(packagingFile("psolog-mime.xml"), data.filePath(QStringLiteral("mime/packages/psolog.xml"))));
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
        qputenv("XDG_DATA_DIRS", m_data.path().toUtf8());
    }

    void theWindowIconIsDrawnFromItsSvg()
    {
        (void)bundledPoses();
        const QIcon icon(QStringLiteral(":/icons/psolog.svg"));
        const QImage image = icon.pixmap(64, 64).toImage();
        QCOMPARE(image.size(), QSize(64, 64));
        int teal = 0;
        int orange = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                teal += image.pixelColor(x, y) == QColor(0x0B, 0x6E, 0x69) ? 1 : 0;
                orange += image.pixelColor(x, y) == QColor(0xE0, 0x63, 0x3C) ? 1 : 0;
            }
        }
        QVERIFY2(teal > 50 && orange > 50, "both bands must be seen");
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }

    void theFileTypeIsKnownByWhatStorageWrites()
    {
        QXmlStreamReader xml(contentOf(packagingFile("psolog-mime.xml")));
        QStringList values;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"match")
                values << xml.attributes().value(QStringLiteral("value")).toString() + u'@'
                        + xml.attributes().value(QStringLiteral("offset")).toString();
        QVERIFY(!xml.hasError());
        QString id;
        for (const int shift : {24, 16, 8, 0})
            id += QChar((kApplicationId >> shift) & 0xFF);
        QCOMPARE(values.size(), 2);
        QCOMPARE(values.first(), QStringLiteral("SQLite format 3@0"));
        QCOMPARE(values.last(), id + QStringLiteral("@68"));
    }

    void aLogIsRecognisedWithoutItsName()
    {
        QTemporaryDir folder;
        const test::ManualClock clock;
        const QString path = folder.filePath(QStringLiteral("nameless"));
        QVERIFY(Log::open(path.toStdString(), clock));
        const QMimeDatabase types;
        QCOMPARE(types.mimeTypeForFile(path, QMimeDatabase::MatchContent).name(),
                 QStringLiteral("application/x-psolog"));
        QCOMPARE(types.mimeTypeForFile(QStringLiteral("a.psolog"), QMimeDatabase::MatchExtension).name(),
                 QStringLiteral("application/x-psolog"));
    }

    void desktopEntryFileTypeAndDescriptionNameEachOther()
    {
        QCOMPARE(desktopEntry("Icon"), QStringLiteral("psolog"));
        QCOMPARE(desktopEntry("Exec"), QStringLiteral("psolog %f"));
        QCOMPARE(desktopEntry("MimeType"), QStringLiteral("application/x-psolog;"));
        const QString metainfo = packagingFile("psolog.metainfo.xml");
        QCOMPARE(firstElement(metainfo, QStringLiteral("mediatype")) + u';', desktopEntry("MimeType"));
        QCOMPARE(firstElement(metainfo, QStringLiteral("launchable")), QStringLiteral("psolog.desktop"));
        QCOMPARE(firstElement(metainfo, QStringLiteral("name")), desktopEntry("Name"));
        QCOMPARE(firstElement(metainfo, QStringLiteral("project_license")), QStringLiteral("GPL-3.0-or-later"));
    }

private:
    QTemporaryDir m_data;
};

QTEST_MAIN(PackagingTest)
#include "packaging_test.moc"
