// SPDX-License-Identifier: GPL-3.0-or-later
// Read-only means read-only: no port, key or button of a review changes the athlete's copy, or the coach's own log.
#include <QAbstractButton>
#include <QDialog>
#include <QFile>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QUndoCommand>
#include <QVBoxLayout>
#include <QtTest>

#include "exchange/demolog.h"
#include "gui/review/reviewservices.h"
#include "gui/review/reviewview.h"
#include "gui/shell/page.h"
#include "gui/trends/trendspage.h"
#include "reviewathletes.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

QByteArray bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything that pages can read of a log.
struct Everything {
    std::optional<Athlete> athlete;
    std::vector<SafetyScreening> screenings;
    std::vector<CheckIn> checkIns;
    std::vector<SelfTest> selfTests;
    std::vector<ReleaseSession> releases;
    std::vector<WeeklyCheckIn> weekly;
    std::vector<Experiment> experiments;

    friend bool operator==(const Everything&, const Everything&) = default;
};

template <class Source>
Everything everythingIn(Source& log, IAthleteLog& athletes)
{
    const LocalDay first(2000, 1, 1);
    const LocalDay last(2100, 1, 1);
    return {athletes.athlete().value(),
            athletes.screenings().value(),
            log.checkIns().between(first, last).value(),
            log.selfTests().between(first, last).value(),
            log.releases().between(first, last).value(),
            log.weekly().between(first, last).value(),
            log.experiments().all().value()};
}

Everything everythingIn(IReviewLog& log)
{
    return everythingIn(log, log.athletes());
}

class Marked : public QUndoCommand {
public:
    explicit Marked(int& undone) : m_undone(undone) { }
    void undo() override { ++m_undone; }

private:
    int& m_undone;
};

/// A window with the shortcuts of the real one that act on the own log.
struct Window {
    Window()
    {
        fixture.fillDemo(30);
        fixture.undo.push(new Marked(undone));
        image = imageOf({}, fixture.clock);
        imageBefore = *image;
        athlete = reviewed({}, fixture.clock, image);
        view = new ReviewView(*fixture.services, &window);
        (new QVBoxLayout(&window))->addWidget(view);
        const auto bind = [this](const QKeySequence& keys, auto action) {
            QObject::connect(new QShortcut(keys, &window), &QShortcut::activated, &window, action);
        };
        bind(QKeySequence::Undo, [this] { fixture.undo.undo(); });
        bind(QKeySequence::Redo, [this] { fixture.undo.redo(); });
        bind(QKeySequence::Print, [this] { ++printed; });
        window.resize(1084, 800);
        view->show(athlete);
        view->setNeighbours(true, true, QStringLiteral("1 of 2"));
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        ownBefore = bytesOf(fixture.logPath());
        before = everythingIn(*athlete.log);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : view, key, modifiers);
        settle();
    }
    /// Closes what opened.
    void settle()
    {
        QCoreApplication::processEvents();
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top->isVisible() && (qobject_cast<QDialog*>(top) != nullptr || qobject_cast<QMenu*>(top) != nullptr)) {
                ++windows;
                top->close();
            }
        QCoreApplication::processEvents();
    }
    /// Clicks every button that can be clicked in the part shown; returns how many.
    int clickAll()
    {
        QCoreApplication::processEvents();
        QList<QPointer<QAbstractButton>> buttons;
        for (auto* button : view->findChildren<QAbstractButton*>())
            buttons.append(button);
        int clicked = 0;
        for (const QPointer<QAbstractButton>& button : buttons) {
            // Printing needs a printer; the parts are gone through one by one.
            if (!button || !button->isVisible() || !button->isEnabled() || button->objectName() == u"printButton"
                || button->objectName().endsWith(u"PartButton"))
                continue;
            button->click();
            settle();
            ++clicked;
        }
        return clicked;
    }
    [[nodiscard]] bool unchanged() const
    {
        return *image == imageBefore && everythingIn(*athlete.log) == before && bytesOf(fixture.logPath()) == ownBefore
            && undone == 0 && fixture.undo.count() == 1 && fixture.undo.index() == 1;
    }

    PageFixture fixture;
    QWidget window;
    ReviewView* view = nullptr;
    std::shared_ptr<const std::string> image;
    std::string imageBefore;
    ReviewedAthlete athlete;
    Everything before;
    QByteArray ownBefore;
    int undone = 0;
    int printed = 0;
    int windows = 0;
};

bool refused(const Result<void>& result)
{
    return !result && result.error().code == ErrorCode::ReadOnly;
}

}  // namespace

class ReviewReadOnlyTest : public QObject {
    Q_OBJECT

private:
    /// Every change that the ports know, of records that are there.
    static void tryEveryWrite(IAthleteLog& athletes, ICheckInLog& checkIns, ISelfTestLog& selfTests,
                              IReleaseLog& releases, IWeeklyLog& weekly, IExperimentLog& experiments)
    {
        const LocalDay first(2000, 1, 1);
        const LocalDay last(2100, 1, 1);
        QVERIFY(refused(athletes.save(*athletes.athlete().value())));
        QVERIFY(refused(athletes.save(SafetyScreening{})));
        const auto tryRecords = [&](auto& log) {
            auto record = log.between(first, last).value().front();
            record.note = "changed";
            QVERIFY(refused(log.save(record)));
            QVERIFY(refused(log.remove(record.id)));
            QVERIFY(refused(log.restore(record.id)));
        };
        tryRecords(checkIns);
        tryRecords(selfTests);
        tryRecords(releases);
        const auto answered = weekly.between(first, last).value().front();
        QVERIFY(refused(weekly.save(answered)));
        QVERIFY(refused(weekly.remove(answered.id)));
        QVERIFY(refused(weekly.restore(answered.id)));
        QVERIFY(refused(releases.append(releases.between(first, last).value().front().id, SessionEvent{})));
        QVERIFY(refused(experiments.begin(Experiment{})));
        QVERIFY(refused(experiments.stop(ExperimentId{}, RecordedAt{}, "why")));
        QVERIFY(refused(experiments.change(ExperimentId{}, RecordedAt{}, "why", Experiment{})));
    }

private Q_SLOTS:
    void everyPortRefusesEveryChange()
    {
        Window window;
        ReviewServices review(*window.fixture.services);
        review.ports().look(window.athlete.log);
        Services& services = review.services();
        tryEveryWrite(services.athletes, services.checkIns, services.selfTests, services.releases, services.weekly,
                      services.experiments);
        QVERIFY(refused(services.settings.save(Settings{})));
        QVERIFY(refused(services.routines.save(Routine{})));
        QVERIFY(refused(services.routines.remove("daily")));
        QVERIFY(services.file.readOnly());
        QVERIFY(services.coach == nullptr);
        QVERIFY(window.unchanged());
    }

    void aPortRefusesEvenIfTheLogWouldTakeIt()
    {
        // The ports do not rely on the log below them: this one can be written.
        class Writable final : public IReviewLog {
        public:
            explicit Writable(Log& log) : m_log(log) { }
            IAthleteLog& athletes() override { return m_log.athlete(); }
            ICheckInLog& checkIns() override { return m_log.checkIns(); }
            ISelfTestLog& selfTests() override { return m_log.selfTests(); }
            IReleaseLog& releases() override { return m_log.releases(); }
            ITrendLog& trends() override { return m_log.trends(); }
            IWeeklyLog& weekly() override { return m_log.weekly(); }
            IExperimentLog& experiments() override { return m_log.experiments(); }
            ILogFile& file() override { return m_log.file(); }

        private:
            Log& m_log;
        };
        PageFixture fixture;
        fixture.fillDemo(60);
        const QByteArray before = bytesOf(fixture.logPath());
        ReviewServices review(*fixture.services);
        review.ports().look(std::make_shared<Writable>(*fixture.log));
        Services& services = review.services();
        tryEveryWrite(services.athletes, services.checkIns, services.selfTests, services.releases, services.weekly,
                      services.experiments);
        QVERIFY(services.file.readOnly());
        QCOMPARE(bytesOf(fixture.logPath()), before);
    }

    void noKeyChangesAnything()
    {
        Window window;
        for (const Qt::Key part : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
            window.key(part, Qt::AltModifier);
            for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
                window.key(static_cast<Qt::Key>(key));
            for (int key = Qt::Key_0; key <= Qt::Key_9; ++key)
                window.key(static_cast<Qt::Key>(key));
            for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Return, Qt::Key_Space, Qt::Key_F2,
                                      Qt::Key_Tab, Qt::Key_Down, Qt::Key_Delete, Qt::Key_Return, Qt::Key_Insert})
                window.key(key);
            for (const Qt::Key key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_X, Qt::Key_V, Qt::Key_S, Qt::Key_Return})
                window.key(key, Qt::ControlModifier);
            window.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(window.unchanged());
        }
    }

    void noButtonChangesAnything()
    {
        Window window;
        QSignalSpy back(window.view, &ReviewView::backRequested);
        for (int part = 0; part < static_cast<int>(ReviewView::kPartCount); ++part) {
            window.view->setPart(static_cast<ReviewView::Part>(part));
            const int clicked = window.clickAll();
            QVERIFY(clicked > 4);
            QVERIFY(window.unchanged());
        }
        QVERIFY(window.windows > 0);  // exporting asks where to
    }

    void nothingLeadsToThePagesOfOnesOwn()
    {
        Window window;
        for (int part = 0; part < 2; ++part)
            window.view->setPart(static_cast<ReviewView::Part>(part));
        QList<Page*> pages = window.view->findChildren<Page*>();
        QCOMPARE(pages.size(), 2);
        int asked = 0;
        for (const Page* page : pages)
            QObject::connect(page, &Page::pageRequested, this, [&asked] { ++asked; });
        for (int part = 0; part < 2; ++part) {
            window.view->setPart(static_cast<ReviewView::Part>(part));
            window.clickAll();
            window.key(Qt::Key_Return);
        }
        for (const char* name : {"editButton", "deleteButton", "experimentButton"})
            QVERIFY2(!window.view->findChild<QWidget*>(QString::fromLatin1(name))->isVisible(), name);
        // The same of an empty log, which elsewhere offers to begin.
        window.view->show(reviewed({"Newcomer", 0}, window.fixture.clock));
        for (int part = 0; part < 2; ++part) {
            window.view->setPart(static_cast<ReviewView::Part>(part));
            window.clickAll();
        }
        QCOMPARE(asked, 0);
    }

    void undoOfTheOwnLogRestsDuringAReview()
    {
        Window window;
        window.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.undone, 0);
        window.key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(window.printed, 0);
        // Elsewhere in the window it works.
        auto* outside = new QPushButton(&window.window);
        outside->show();
        outside->setFocus();
        window.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.undone, 1);
    }

    void anExportReplacesNeitherTheOwnLogNorTheLibrary()
    {
        Window window;
        auto* trends = window.view->findChild<TrendsPage*>(QStringLiteral("trendsPage"));
        QVERIFY(!trends->exportTo(TrendsPage::ExportKind::Csv, QString::fromStdString(window.fixture.logPath())));
        const QString link = window.fixture.folder.filePath(QStringLiteral("link.csv"));
        QVERIFY(QFile::link(QString::fromStdString(window.fixture.logPath()), link));
        QVERIFY(!trends->exportTo(TrendsPage::ExportKind::Csv, link));
        QVERIFY(window.unchanged());
    }
};

QTEST_MAIN(ReviewReadOnlyTest)
#include "reviewreadonly_test.moc"
