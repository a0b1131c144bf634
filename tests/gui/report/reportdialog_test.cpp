// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include "gui/report/reportdialog.h"
#include "gui/report/reportpreview.h"
#include "reportcases.h"

using namespace psolog;
using test::PageFixture;

namespace {

template <class Widget>
Widget* part(const QWidget& dialog, const char* name)
{
    return dialog.findChild<Widget*>(QString::fromLatin1(name));
}

void fill(PageFixture& fixture)
{
    test::reportCases().front().fill(fixture);
}

QByteArray startOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(5) : QByteArray();
}

}  // namespace

/// The dialog that shows, saves and prints the report.
class ReportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsThePageAndReadsItOut()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        QVERIFY(dialog.sheet() != nullptr);
        const auto* preview = part<ReportPreview>(dialog, "reportPreview");
        QVERIFY(!preview->accessibleName().isEmpty());
        QVERIFY(preview->accessibleDescription().contains(QStringLiteral("Maja Lindqvist")));
        QVERIFY(preview->accessibleDescription().contains(QStringLiteral("Not medical advice")));
        QVERIFY(!part<QCheckBox>(dialog, "notesCheckBox")->isChecked());
    }

    void paperAndNotesAreChosenByKeyboard()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* paper = part<QComboBox>(dialog, "paperComboBox");
        paper->setFocus();
        QTest::keyClick(paper, Qt::Key_Home);
        QCOMPARE(dialog.sheet()->paper(), Paper::A4);
        QTest::keyClick(paper, Qt::Key_Down);
        QCOMPARE(dialog.sheet()->paper(), Paper::Letter);
        QVERIFY(dialog.sheet()->facts().notes.empty());
        auto* notes = part<QCheckBox>(dialog, "notesCheckBox");
        notes->setFocus();
        QTest::keyClick(notes, Qt::Key_Space);
        QVERIFY(!dialog.sheet()->facts().notes.empty());
        QTest::keyClick(notes, Qt::Key_Space);
        QVERIFY(dialog.sheet()->facts().notes.empty());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void thePreviewIsEnlargedAndWholeAgainByKeyboard()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        auto* preview = part<ReportPreview>(dialog, "reportPreview");
        QCOMPARE(preview->zoom(), 0.0);
        QTest::keyClick(preview, Qt::Key_Plus);
        const double once = preview->zoom();
        QVERIFY(once > 0);
        QTest::keyClick(preview, Qt::Key_Plus);
        QVERIFY(preview->zoom() > once);
        QTest::keyClick(preview, Qt::Key_0);
        QCOMPARE(preview->zoom(), 0.0);
        QTest::keyClick(preview, Qt::Key_Plus);
        QTest::keyClick(preview, Qt::Key_Minus);
        QCOMPARE(preview->zoom(), 0.0);
    }

    void itSavesThePageForItsOwnerAlone()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        const QString path = fixture.folder.filePath(QStringLiteral("report.pdf"));
        QTest::mouseClick(part<QPushButton>(dialog, "savePdfButton"), Qt::LeftButton);
        auto* chooser = part<QFileDialog>(dialog, "saveReportDialog");
        QVERIFY(chooser != nullptr);
        QCOMPARE(chooser->defaultSuffix(), QStringLiteral("pdf"));
        Q_EMIT chooser->fileSelected(path);
        chooser->close();
        QCOMPARE(startOf(path), QByteArray("%PDF-"));
        QCOMPARE(QFileInfo(path).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const auto* status = part<QLabel>(dialog, "reportStatusLabel");
        QVERIFY(status->isVisible());
        QVERIFY(status->text().contains(QStringLiteral("report.pdf")));
    }

    void aPlaceThatCannotBeWrittenIsNamedAndNothingIsLeft()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        QVERIFY(!dialog.saveTo(fixture.folder.filePath(QStringLiteral("missing/report.pdf"))));
        const auto* error = part<QLabel>(dialog, "reportErrorLabel");
        QVERIFY(error->isVisible() && !error->text().isEmpty());
        QVERIFY(dialog.saveTo(fixture.folder.filePath(QStringLiteral("report.pdf"))));
        QVERIFY(!error->isVisible());
    }

    void theLogIsNeverReplaced()
    {
        PageFixture fixture;
        fill(fixture);
        ReportDialog dialog(*fixture.services);
        dialog.show();
        const QString log = QString::fromStdString(fixture.logPath());
        QVERIFY(!dialog.saveTo(log));
        QVERIFY(part<QLabel>(dialog, "reportErrorLabel")->isVisible());
        const QString link = fixture.folder.filePath(QStringLiteral("link.pdf"));
        QVERIFY(QFile::link(log, link));
        QVERIFY(!dialog.saveTo(link));
        QCOMPARE(startOf(log), QByteArray("SQLit"));
    }

    void anEmptyLogHasAPageToo()
    {
        PageFixture fixture;
        ReportDialog dialog(*fixture.services);
        dialog.show();
        QVERIFY(dialog.sheet() != nullptr);
        QVERIFY(part<QPushButton>(dialog, "savePdfButton")->isEnabled());
        QVERIFY(part<ReportPreview>(dialog, "reportPreview")
                    ->accessibleDescription()
                    .contains(QStringLiteral("Nothing logged yet")));
    }
};

QTEST_MAIN(ReportDialogTest)
#include "reportdialog_test.moc"
