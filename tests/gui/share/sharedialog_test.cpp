// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include "gui/share/sharedialog.h"
#include "gui/share/sharewords.h"
#include "gui/widgets/datewords.h"
#include "support/pagefixture.h"

using namespace psolog;
using test::PageFixture;

namespace {

template <class Widget>
Widget* part(const QWidget& dialog, const char* name)
{
    return dialog.findChild<Widget*>(QString::fromLatin1(name));
}

bool shown(const QWidget& dialog, const char* name)
{
    const auto* widget = part<QWidget>(dialog, name);
    return widget != nullptr && widget->isVisible();
}

/// What the list says about one line.
QString valueOf(const ShareDialog& dialog, const QString& name)
{
    const QString all = part<QPushButton>(dialog, "saveButton")->accessibleDescription();
    for (const QString& line : all.split(QStringLiteral("; ")))
        if (line.startsWith(name + u':'))
            return line.mid(name.size() + 2);
    return {};
}

/// Snapshots that fail as told.
class FailingSnapshots : public ISnapshots {
public:
    explicit FailingSnapshots(ISnapshots& real) : m_real(real) { }

    [[nodiscard]] Result<SnapshotContents> preview(const SnapshotOptions& options) override
    {
        return previewFails ? tl::unexpected(*previewFails) : m_real.preview(options);
    }
    Result<SnapshotContents> write(const SnapshotOptions& options, const std::string& path) override
    {
        return writeFails ? tl::unexpected(*writeFails) : m_real.write(options, path);
    }

    std::optional<Error> previewFails;
    std::optional<Error> writeFails;

private:
    ISnapshots& m_real;
};

struct Rig {
    explicit Rig(int textSize = 100) : fixture(ThemeChoice::Light, textSize)
    {
        fixture.fillDemo();
        dialog = std::make_unique<ShareDialog>(*fixture.services, snapshots());
        dialog->show();
    }

    ISnapshots& snapshots()
    {
        if (!failing)
            failing = std::make_unique<FailingSnapshots>(*fixture.snapshots);
        return *failing;
    }

    [[nodiscard]] QString path(const QString& name) const { return fixture.folder.filePath(name); }

    /// The copy as a coach's program reads it.
    [[nodiscard]] Result<InspectedFile> inspect(const QString& name) const
    {
        return fixture.desk.intake().inspect(path(name).toStdString());
    }

    PageFixture fixture;
    std::unique_ptr<FailingSnapshots> failing;
    std::unique_ptr<ShareDialog> dialog;
};

SnapshotContents named(const std::string& name)
{
    SnapshotContents contents;
    contents.athleteName = name;
    return contents;
}

}  // namespace

/// The dialog that hands over a copy of the log.
class ShareDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatWillBeInTheFileBeforeThereIsOne()
    {
        Rig rig;
        const auto contents = rig.snapshots().preview({std::nullopt, false});
        QVERIFY(contents.has_value());
        QCOMPARE(valueOf(*rig.dialog, QStringLiteral("Name")), QString::fromStdString(contents->athleteName));
        QCOMPARE(valueOf(*rig.dialog, QStringLiteral("Check-ins")), QString::number(contents->checkIns));
        QVERIFY(valueOf(*rig.dialog, QStringLiteral("Days")).contains(QStringLiteral(" to ")));
        QVERIFY(shown(*rig.dialog, "contentsCard"));
        QVERIFY(part<QLabel>(*rig.dialog, "neverLabel")->text().contains(QStringLiteral("coaches")));
        QVERIFY(part<QLabel>(*rig.dialog, "cautionLabel")->text().contains(QStringLiteral("in the clear")));
        QVERIFY(!shown(*rig.dialog, "errorBanner"));
        QVERIFY(!shown(*rig.dialog, "doneBanner"));
        QCOMPARE(QFileInfo(rig.fixture.folder.path()).dir().exists(), true);
    }

    void daysAndNotesAreChosenByKeyboard()
    {
        Rig rig;
        QVERIFY(QTest::qWaitForWindowActive(rig.dialog.get()));
        const LocalDay today = rig.fixture.services->today();
        const QString all = valueOf(*rig.dialog, QStringLiteral("Check-ins"));
        auto* days = part<QComboBox>(*rig.dialog, "daysComboBox");
        auto* from = part<QDateEdit>(*rig.dialog, "fromDateEdit");
        QVERIFY2(!from->isVisible(), "there is no first day to choose");
        days->setFocus();
        QTest::keyClick(days, Qt::Key_Down);
        QCOMPARE(rig.dialog->options().firstDay, std::optional(today - 27));
        QVERIFY(from->isVisible());
        QVERIFY(valueOf(*rig.dialog, QStringLiteral("Check-ins")).toInt() < all.toInt());
        QTest::keyClick(days, Qt::Key_Down);
        QCOMPARE(toQDate(*rig.dialog->options().firstDay), toQDate(today).addMonths(-3).addDays(1));
        from->setFocus();
        from->setDate(toQDate(today - 2));
        QCOMPARE(days->currentIndex(), 3);
        QCOMPARE(rig.dialog->options().firstDay, std::optional(today - 2));
        QVERIFY(from->maximumDate() == toQDate(today));
        days->setFocus();
        QTest::keyClick(days, Qt::Key_Home);
        QVERIFY(!rig.dialog->options().firstDay);

        auto* notes = part<QCheckBox>(*rig.dialog, "notesCheckBox");
        QVERIFY(!notes->isChecked());
        QVERIFY(valueOf(*rig.dialog, QStringLiteral("Entries with a note")).contains(QStringLiteral("left out")));
        notes->setFocus();
        QTest::keyClick(notes, Qt::Key_Space);
        QVERIFY(rig.dialog->options().notes);
        QVERIFY(valueOf(*rig.dialog, QStringLiteral("Entries with a note")).toInt() > 0);
        QTest::keyClick(rig.dialog.get(), Qt::Key_Escape);
        QVERIFY(!rig.dialog->isVisible());
    }

    void tabGoesThroughEverythingThatCanBeDone()
    {
        Rig rig;
        QVERIFY(QTest::qWaitForWindowActive(rig.dialog.get()));
        part<QComboBox>(*rig.dialog, "daysComboBox")->setCurrentIndex(1);
        QVERIFY(rig.dialog->saveTo(rig.path(QStringLiteral("copy.psolog"))));
        QStringList seen;
        for (int i = 0; i < 20; ++i) {
            QWidget* focus = rig.dialog->focusWidget();
            QVERIFY(focus != nullptr);
            seen << focus->objectName();
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (const char* name : {"daysComboBox", "fromDateEdit", "notesCheckBox", "copyPathButton", "openFolderButton",
                                 "saveButton", "closeButton"})
            QVERIFY2(seen.contains(QString::fromLatin1(name)), name);
    }

    void theCopyIsSavedAndSaidToBe()
    {
        Rig rig;
        const QString name = QStringLiteral("copy.psolog");
        part<QComboBox>(*rig.dialog, "daysComboBox")->setCurrentIndex(1);
        QVERIFY(rig.dialog->saveTo(rig.path(name)));
        const auto copy = rig.inspect(name);
        QVERIFY(copy.has_value());
        QCOMPARE(copy->copy->snapshot->firstDay, rig.dialog->options().firstDay);
        QCOMPARE(copy->copy->snapshot->notes, false);
        QCOMPARE(QFileInfo(rig.path(name)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(shown(*rig.dialog, "doneBanner"));
        QVERIFY(part<QLabel>(*rig.dialog, "doneLabel")->text().contains(rig.path(name)));
        QCOMPARE(rig.dialog->focusWidget(), part<QWidget>(*rig.dialog, "copyPathButton"));

        part<QPushButton>(*rig.dialog, "copyPathButton")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), rig.path(name));
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openUrl");
        part<QPushButton>(*rig.dialog, "openFolderButton")->click();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(m_opened.toLocalFile(), rig.fixture.folder.path());

        part<QCheckBox>(*rig.dialog, "notesCheckBox")->click();
        QVERIFY2(!shown(*rig.dialog, "doneBanner"), "that was another choice");
    }

    void aFileThatIsThereIsNotReplaced()
    {
        Rig rig;
        const QString taken = rig.path(QStringLiteral("taken.psolog"));
        QFile file(taken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        QVERIFY(!rig.dialog->saveTo(taken));
        QVERIFY(shown(*rig.dialog, "errorBanner"));
        QVERIFY(part<QLabel>(*rig.dialog, "errorLabel")->text().contains(QStringLiteral("taken.psolog")));
        QCOMPARE(QFileInfo(taken).size(), 8);
        QVERIFY(!rig.dialog->saveTo(QString::fromStdString(rig.fixture.logPath())));
        QVERIFY(rig.dialog->saveTo(rig.path(QStringLiteral("free.psolog"))));
        QVERIFY(!shown(*rig.dialog, "errorBanner"));
    }

    void everyFailureIsSaidAndChangesNothing()
    {
        Rig rig;
        part<QComboBox>(*rig.dialog, "daysComboBox")->setCurrentIndex(2);
        part<QCheckBox>(*rig.dialog, "notesCheckBox")->setChecked(true);
        const SnapshotOptions chosen = rig.dialog->options();
        QSet<QString> said;
        for (const ErrorCode code :
             {ErrorCode::DiskFull, ErrorCode::ReadOnly, ErrorCode::Locked, ErrorCode::TooNew, ErrorCode::TooLarge,
              ErrorCode::Damaged, ErrorCode::NotFound, ErrorCode::WriteFailed, ErrorCode::InvalidValue}) {
            rig.failing->writeFails = Error{code, "detail"};
            QVERIFY(!rig.dialog->saveTo(rig.path(QStringLiteral("copy.psolog"))));
            QVERIFY(shown(*rig.dialog, "errorBanner"));
            said << part<QLabel>(*rig.dialog, "errorLabel")->text();
            QVERIFY(rig.dialog->options() == chosen);
        }
        QCOMPARE(said.size(), 9);
        rig.failing->writeFails.reset();
        QVERIFY(rig.dialog->saveTo(rig.path(QStringLiteral("copy.psolog"))));
        QVERIFY(!shown(*rig.dialog, "errorBanner"));
    }

    void aLogThatCannotBeReadCannotBeShared()
    {
        Rig rig;
        rig.failing->previewFails = Error{ErrorCode::Locked, {}};
        part<QCheckBox>(*rig.dialog, "notesCheckBox")->setChecked(true);
        QVERIFY(shown(*rig.dialog, "errorBanner"));
        QVERIFY(!shown(*rig.dialog, "contentsCard"));
        QVERIFY(!part<QPushButton>(*rig.dialog, "saveButton")->isEnabled());
        rig.failing->previewFails.reset();
        part<QCheckBox>(*rig.dialog, "notesCheckBox")->setChecked(false);
        QVERIFY(!shown(*rig.dialog, "errorBanner"));
        QVERIFY(part<QPushButton>(*rig.dialog, "saveButton")->isEnabled());
    }

    void theFileDialogProposesNameAndDay()
    {
        Rig rig;
        part<QPushButton>(*rig.dialog, "saveButton")->click();
        auto* dialog = part<QFileDialog>(*rig.dialog, "saveSnapshotDialog");
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->selectedFiles().front().endsWith(QStringLiteral("Demo runner 2026-11-22.psolog")));
        Q_EMIT dialog->fileSelected(rig.path(QStringLiteral("chosen.psolog")));
        dialog->close();
        QVERIFY(rig.inspect(QStringLiteral("chosen.psolog")).has_value());
    }

    void aProposedNameIsAFileNameWhateverTheAthleteIsCalled_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        const QString rest = QStringLiteral(" 2026-11-22.psolog");
        QTest::newRow("plain") << QStringLiteral("Ada Lovelace") << QStringLiteral("Ada Lovelace") + rest;
        QTest::newRow("none") << QString() << QStringLiteral("Psolog") + rest;
        QTest::newRow("folders") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc passwd") + rest;
        QTest::newRow("option") << QStringLiteral("--x") << QStringLiteral("x") + rest;
        QTest::newRow("dots") << QStringLiteral("...") << QStringLiteral("Psolog") + rest;
        QTest::newRow("controls") << QStringLiteral("a\nb\tc\u202Ed") << QStringLiteral("a b c d") + rest;
        QTest::newRow("pattern") << QStringLiteral("a*?\"<b>|:\\") << QStringLiteral("a b") + rest;
        QTest::newRow("long") << QString(100, u'x') << QString(50, u'x') + rest;
        QTest::newRow("surrogates") << QString(49, u'x') + QString::fromUcs4(U"\U0001F3C3", 1)
                                    << QString(49, u'x') + rest;
        QTest::newRow("umlaut") << QStringLiteral("Jörg Müller") << QStringLiteral("Jörg Müller") + rest;
    }

    void aProposedNameIsAFileNameWhateverTheAthleteIsCalled()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(snapshotFileName(named(name.toStdString()), LocalDay(2026, 11, 22)), file);
    }

    void foreignTextIsShownAsItIs()
    {
        PageFixture fixture;
        fixture.fillDemo();
        auto athlete = fixture.log->athlete().athlete().value().value();
        athlete.name = "<b>Ada</b>";
        QVERIFY(fixture.log->athlete().save(athlete).has_value());
        ShareDialog dialog(*fixture.services, *fixture.snapshots);
        dialog.show();
        bool found = false;
        for (const auto* label : dialog.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            found = found || label->text() == QStringLiteral("<b>Ada</b>");
        }
        QVERIFY(found);
    }

    void withLargeTextEverythingStaysInReach()
    {
        Rig rig(200);
        rig.dialog->resize(760, 560);
        QVERIFY(rig.dialog->saveTo(rig.path(QStringLiteral("copy.psolog"))));
        QTest::qWait(0);
        for (const char* name : {"saveButton", "closeButton", "copyPathButton", "openFolderButton"}) {
            const auto* button = part<QPushButton>(*rig.dialog, name);
            const QRect place(button->mapTo(rig.dialog.get(), QPoint()), button->size());
            QVERIFY2(rig.dialog->rect().contains(place), name);
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), name);
        }
        QVERIFY(rig.dialog->width() <= 760);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("PSOLOG_SHARE_PICTURES");
        if (folder.isEmpty())
            QSKIP("set PSOLOG_SHARE_PICTURES to a folder to see them");
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            for (const int text : {100, 200}) {
                PageFixture fixture(choice, text);
                fixture.fillDemo();
                ShareDialog dialog(*fixture.services, *fixture.snapshots);
                dialog.resize(text == 100 ? QSize(640, 740) : QSize(940, 644));
                dialog.show();
                const QString stem = QStringLiteral("%1/share-%2-%3").arg(folder).arg(int(choice)).arg(text);
                QTest::qWait(10);
                dialog.grab().save(stem + QStringLiteral(".png"));
                part<QComboBox>(dialog, "daysComboBox")->setCurrentIndex(1);
                dialog.saveTo(fixture.folder.filePath(QStringLiteral("Demo runner 2026-11-22.psolog")));
                QTest::qWait(10);
                dialog.grab().save(stem + QStringLiteral("-done.png"));
                dialog.saveTo(fixture.folder.filePath(QStringLiteral("Demo runner 2026-11-22.psolog")));
                QTest::qWait(10);
                dialog.grab().save(stem + QStringLiteral("-taken.png"));
            }
        }
    }

public Q_SLOTS:
    void openUrl(const QUrl& url) { m_opened = url; }

private:
    QUrl m_opened;
};

QTEST_MAIN(ShareDialogTest)
#include "sharedialog_test.moc"
