// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

#include "gui/charts/sorenesschart.h"
#include "gui/report/reportpanel.h"
#include "gui/review/reviewview.h"
#include "gui/trends/trendspage.h"
#include "gui/widgets/datewords.h"
#include "reviewathletes.h"
#include "storage/intake.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

/// A view in a window of the usual size, with one athlete.
struct Review {
    explicit Review(const AthleteStory& story = {})
    {
        view = std::make_unique<ReviewView>(*fixture.services);
        view->resize(1084, 800);
        view->show(reviewed(story, fixture.clock));
        view->setNeighbours(true, true, QStringLiteral("3 of 28"));
        view->show();
        view->activateWindow();
        (void)QTest::qWaitForWindowActive(view.get());
        QCoreApplication::processEvents();
    }

    template <class T>
    T* part(const char* name) const
    {
        return view->findChild<T*>(QString::fromLatin1(name));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : view.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    PageFixture fixture;
    std::unique_ptr<ReviewView> view;
};

/// Carries an optional through a spy.
template <class T>
T argument(const QSignalSpy& spy, int index)
{
    return spy.last().at(index).value<T>();
}

}  // namespace

Q_DECLARE_METATYPE(std::optional<psolog::NoteDays>)
Q_DECLARE_METATYPE(std::optional<psolog::Muscle>)

/// One athlete of a coach.
class ReviewViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<std::optional<NoteDays>>("std::optional<psolog::NoteDays>");
        qRegisterMetaType<std::optional<Muscle>>("std::optional<psolog::Muscle>");
    }

    void theBannerSaysWhoseLogItIsAndWhatStandsOut()
    {
        const Review review;
        QCOMPARE(review.part<QLabel>("athleteNameLabel")->text(), QStringLiteral("Runner 07"));
        QCOMPARE(review.part<QLabel>("readOnlyBadge")->text(), QStringLiteral("Read only"));
        QCOMPARE(review.part<QLabel>("placeLabel")->text(), QStringLiteral("3 of 28"));
        QVERIFY(review.part<QLabel>("copyLabel")->text().contains(QStringLiteral("copy of today, 18:00")));
        QCOMPARE(review.part<QLabel>("flagBadge")->text(), QStringLiteral("Stopped: pulsing"));
        QCOMPARE(review.part<QLabel>("seenFlagBadge")->text(), QStringLiteral("No check-in for 5 days"));
        QVERIFY(!review.part<QLabel>("rulesLabel")->isVisible());
        review.key(Qt::Key_F);
        QVERIFY(review.part<QLabel>("rulesLabel")->isVisible());
        QVERIFY(review.part<QLabel>("rulesLabel")->text().contains(QStringLiteral("No check-in for 3 days or more.")));
        review.key(Qt::Key_F);
        QVERIFY(!review.part<QLabel>("rulesLabel")->isVisible());
    }

    void whatTheLogSaysIsShownAsItIs()
    {
        const Review review;
        ReviewedAthlete athlete = reviewed({}, review.fixture.clock);
        athlete.entry.name = "<img src=x><b>Bold</b>\n" + std::string(180, 'w');
        review.view->show(std::move(athlete));
        const auto* name = review.part<QLabel>("athleteNameLabel");
        QCOMPARE(name->textFormat(), Qt::PlainText);
        QVERIFY(name->text().startsWith(QStringLiteral("<img src=x><b>Bold</b> w")));
        QVERIFY(!name->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(name->width() < review.view->width());
        QVERIFY(review.view->minimumSizeHint().width() < 828);
    }

    void keysAskForWhatTheyName()
    {
        const Review review;
        ReviewView& view = *review.view;
        QSignalSpy previous(&view, &ReviewView::previousRequested);
        QSignalSpy next(&view, &ReviewView::nextRequested);
        QSignalSpy done(&view, &ReviewView::reviewedRequested);
        QSignalSpy back(&view, &ReviewView::backRequested);
        review.key(Qt::Key_BracketLeft);
        review.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(previous.count(), 2);
        review.key(Qt::Key_BracketRight);
        review.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(next.count(), 2);
        review.key(Qt::Key_M);
        QCOMPARE(done.count(), 1);
        review.key(Qt::Key_Escape);
        QCOMPARE(back.count(), 1);
        view.setNeighbours(false, false, QStringLiteral("1 of 1"));
        review.key(Qt::Key_BracketLeft);
        review.key(Qt::Key_BracketRight);
        QCOMPARE(previous.count() + next.count(), 4);
    }

    void escTakesTheCursorOfAChartFirst()
    {
        const Review review;
        QSignalSpy back(review.view.get(), &ReviewView::backRequested);
        auto* chart = review.part<SorenessChart>("sorenessChart");
        QVERIFY(chart->hasFocus());
        review.key(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(chart->cursorDay().has_value());
        review.key(Qt::Key_Escape);
        QVERIFY(!chart->cursorDay());
        QCOMPARE(back.count(), 0);
        review.key(Qt::Key_Escape);
        QCOMPARE(back.count(), 1);
    }

    void lettersTypedIntoTheSearchStayThere()
    {
        const Review review;
        QSignalSpy done(review.view.get(), &ReviewView::reviewedRequested);
        review.key(Qt::Key_2, Qt::AltModifier);
        auto* search = review.part<QLineEdit>("searchLineEdit");
        review.key(Qt::Key_Slash);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("mfn[]"));
        QCOMPARE(search->text(), QStringLiteral("mfn[]"));
        QCOMPARE(done.count(), 0);
    }

    void aNoteBelongsToWhatIsOnTheScreen()
    {
        const Review review;
        QSignalSpy asked(review.view.get(), &ReviewView::noteRequested);
        using Days = std::optional<NoteDays>;
        using Part = std::optional<Muscle>;
        const LocalDay today(2026, 11, 22);

        review.key(Qt::Key_2);
        review.key(Qt::Key_N);
        const auto month = argument<Days>(asked, 0);
        QVERIFY(month.has_value());
        QCOMPARE(month->last, today);
        QCOMPARE(month->last - month->first, 29);
        QVERIFY(argument<Part>(asked, 1) == Muscle::Hamstring);

        auto* chart = review.part<SorenessChart>("sorenessChart");
        chart->setCursorDay((today - 9).number());
        review.key(Qt::Key_N);
        QVERIFY((argument<Days>(asked, 0) == NoteDays{today - 9, today - 9}));

        review.key(Qt::Key_2, Qt::AltModifier);
        auto* list = review.part<QListView>("historyList");
        list->setCurrentIndex(list->model()->index(0, 0));
        review.key(Qt::Key_N);
        const auto day = argument<Days>(asked, 0);
        QVERIFY(day.has_value());
        QCOMPARE(day->first, day->last);
        QVERIFY(!argument<Part>(asked, 1));

        review.key(Qt::Key_4, Qt::AltModifier);
        review.key(Qt::Key_N);
        QVERIFY(!argument<Days>(asked, 0));
    }

    void anotherAthleteKeepsPartViewAndRange()
    {
        const Review review;
        review.key(Qt::Key_4);
        review.key(Qt::Key_S);
        review.view->show(reviewed({"Runner 21", 200, 3, 4}, review.fixture.clock));
        QCOMPARE(review.part<QLabel>("athleteNameLabel")->text(), QStringLiteral("Runner 21"));
        QVERIFY(review.part<QAbstractButton>("selfTestsButton")->isChecked());
        QVERIFY(review.part<QAbstractButton>("yearButton")->isChecked());
        const auto days = review.part<TrendsPage>("trendsPage")->daysInView();
        QVERIFY(days.has_value());
        QCOMPARE(days->last - days->first, 199);
        review.key(Qt::Key_2, Qt::AltModifier);
        review.view->show(reviewed({"Runner 02", 60, 5}, review.fixture.clock));
        QVERIFY(review.view->part() == ReviewView::Part::History);
        QCOMPARE(review.part<QListView>("historyList")->currentIndex().row(), 0);
    }

    void nothingOfTheAthleteBeforeStays()
    {
        const Review review;
        const QString full = review.part<QLabel>("titleLabel")->text();
        review.view->show(reviewed({"Newcomer", 0}, review.fixture.clock));
        QVERIFY(review.part<QLabel>("titleLabel")->text() != full);
        QVERIFY(review.part<QLabel>("emptyTitleLabel")->isVisible());
        QVERIFY(!review.part<QAbstractButton>("emptyActionButton")->isVisible());
        QVERIFY(review.view->isAncestorOf(QApplication::focusWidget()));
        review.key(Qt::Key_3, Qt::AltModifier);
        QVERIFY(review.part<ReportPanel>("reportPanel")->sheet()->words().contains(QStringLiteral("Newcomer")));
        review.view->show(reviewed({"Runner 21"}, review.fixture.clock));
        QVERIFY(review.part<ReportPanel>("reportPanel")->sheet()->words().contains(QStringLiteral("Runner 21")));
    }

    void aButtonThatGoesOnKeepsTheFocus()
    {
        const Review review;
        auto* next = review.part<QAbstractButton>("nextButton");
        next->setFocus();
        review.view->show(reviewed({"Runner 21"}, review.fixture.clock));
        QVERIFY(next->hasFocus());
        auto* chart = review.part<SorenessChart>("sorenessChart");
        chart->setFocus();
        review.view->show(reviewed({"Runner 02"}, review.fixture.clock));
        QVERIFY(chart->hasFocus());
    }

    void manyAthletesMakeNoMoreWidgets()
    {
        const Review review;
        const auto visit = [&] {
            for (const Qt::Key part : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5})
                review.key(part, Qt::AltModifier);
            review.key(Qt::Key_1, Qt::AltModifier);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return review.view->findChildren<QObject*>().size();
        };
        const auto image = imageOf({}, review.fixture.clock);
        visit();
        review.view->show(reviewed({}, review.fixture.clock, image));
        const auto once = visit();
        for (int i = 0; i < 5; ++i) {
            review.view->show(reviewed({}, review.fixture.clock, image));
            visit();
        }
        QCOMPARE(visit(), once);
    }

    void theLogIsLetGo()
    {
        const Review review;
        auto athlete = reviewed({"Runner 21"}, review.fixture.clock);
        const std::weak_ptr<IReviewLog> log = athlete.log;
        review.view->show(std::move(athlete));
        review.key(Qt::Key_5, Qt::AltModifier);
        QVERIFY(!log.expired());
        review.view->clear();
        QVERIFY(log.expired());
        QVERIFY(!review.view->athlete());
    }

    void reviewedUpToHereTakesTheNewness()
    {
        const Review review;
        const std::string seen = flagsText(review.view->athlete()->row.flags);
        review.view->reviewedChanged(ReviewMark{review.fixture.clock.now(), "0123", seen});
        QVERIFY(review.part<QLabel>("flagBadge") == nullptr);
        QVERIFY(review.part<QLabel>("copyLabel")->text().contains(QStringLiteral("reviewed today")));
    }

    void notesAreListedAndAskedFor()
    {
        const Review review;
        review.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(review.part<QLabel>("noNotesLabel")->isVisible());
        QVERIFY(!review.part<QAbstractButton>("exportNotesButton")->isEnabled());
        review.view->notesChanged({coachNote("Less downhill <b>please</b>", review.fixture.clock)});
        QVERIFY(!review.part<QLabel>("noNotesLabel")->isVisible());
        bool found = false;
        for (const auto* label : review.part<QWidget>("coachNotesList")->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("<b>please</b>"))) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                found = true;
            }
        QVERIFY(found);
        QSignalSpy plan(review.view.get(), &ReviewView::planRequested);
        QSignalSpy sent(review.view.get(), &ReviewView::exportNotesRequested);
        review.part<QAbstractButton>("planButton")->click();
        review.part<QAbstractButton>("exportNotesButton")->click();
        QCOMPARE(plan.count(), 1);
        QCOMPARE(sent.count(), 1);
    }

    void ofACopyThatWasCutNoVerdictIsGiven()
    {
        const Review review;
        const QString whole = review.fixture.folder.filePath(QStringLiteral("whole.psolog"));
        const QString cut = review.fixture.folder.filePath(QStringLiteral("cut.psolog"));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(*imageOf({}, review.fixture.clock)));
        file.close();
        const LocalDay from = review.fixture.services->today() - 20;
        {
            const auto log = Log::open(whole.toStdString(), review.fixture.clock).value();
            const Intake intake;
            QVERIFY(log->snapshots(intake)->write({from, true}, cut.toStdString()).has_value());
        }
        QFile shared(cut);
        QVERIFY(shared.open(QIODevice::ReadOnly));
        review.view->show(
            reviewed({}, review.fixture.clock, std::make_shared<const std::string>(shared.readAll().toStdString())));
        const QString day = shortDate(from, review.fixture.services->today());
        QVERIFY(review.part<QLabel>("copyLabel")->text().contains(QStringLiteral("shared from %1 only").arg(day)));
        QTRY_COMPARE(review.part<QLabel>("badgeLabel")->text(), QStringLiteral("From %1 only").arg(day));
        QVERIFY(!review.part<QWidget>("signsCard")->isVisible());
        review.key(Qt::Key_P, Qt::ControlModifier);
        const QString report = review.part<ReportPanel>("reportPanel")->sheet()->words().join(u'\n');
        QVERIFY(report.contains(QStringLiteral("Cannot tell: this copy begins on %1").arg(day)));
        QVERIFY(!report.contains(QStringLiteral("baseline days logged")));
    }

    void theReportIsThatOfTheAthlete()
    {
        const Review review;
        review.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(review.view->part() == ReviewView::Part::Report);
        auto* panel = review.part<ReportPanel>("reportPanel");
        QVERIFY(panel->sheet()->words().contains(QStringLiteral("Runner 07")));
        const QString own = QString::fromStdString(review.fixture.logPath());
        QVERIFY(!panel->saveTo(own));
        QVERIFY(review.part<QLabel>("reportErrorLabel")->isVisible());
        QVERIFY(panel->saveTo(review.fixture.folder.filePath(QStringLiteral("report.pdf"))));
    }

    void itFitsASmallWindowAndLargeText()
    {
        PageFixture fixture(ThemeChoice::Light, 200);
        ReviewView view(*fixture.services);
        view.resize(828, 700);
        view.show(reviewed({"A runner with quite a long name of two parts"}, fixture.clock));
        view.setNeighbours(true, true, QStringLiteral("3 of 28"));
        view.show();
        QCoreApplication::processEvents();
        QCOMPARE(view.width(), 828);
        for (auto* button : view.findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            const QRect place(button->mapTo(&view, QPoint(0, 0)), button->size());
            QVERIFY2(place.left() >= 0 && place.right() < view.width(), qPrintable(button->objectName()));
        }
        QVERIFY(view.findChild<QWidget*>(QStringLiteral("reviewBanner"))->height() < 420);
    }
};

QTEST_MAIN(ReviewViewTest)
#include "reviewview_test.moc"
