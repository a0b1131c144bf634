// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

#include "gui/roster/coachwords.h"
#include "gui/roster/intakemodel.h"
#include "gui/roster/rosterdelegate.h"
#include "gui/roster/rosterview.h"
#include "gui/roster/whypanel.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/theme/theme.h"
#include "rosteritems.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

std::vector<std::string> names(const RosterModel& model)
{
    std::vector<std::string> all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.push_back(model.at(row).entry.name);
    return all;
}

/// Calm, silent, red, rising: in an order that none of the sorts keeps.
std::shared_ptr<Roster> fourAthletes()
{
    RosterItem calm = makeItem(1, "Anna");
    calm.row.verdict = VerdictKind::Better;
    calm.row.worstNow = 1;
    RosterItem silent = flagged(makeItem(2, "Dora"), {makeFlag(FlagKind::Silent, 5)});
    silent.row.lastCheckIn = kToday - 5;
    RosterItem red = flagged(makeItem(3, "Carl"), {makeFlag(FlagKind::RedStop), makeFlag(FlagKind::Silent, 3)});
    red.row.worstNow = 9;
    red.entry.group = "10 km";
    RosterItem unknown = makeItem(4, "");
    unknown.row.worstNow.reset();
    unknown.row.lastCheckIn.reset();
    unknown.row.verdict.reset();
    unknown.entry.group = "Juniors";
    unknown.entry.reviewed = ReviewMark{{}, unknown.entry.digest, {}};
    return rosterOf({calm, silent, red, unknown});
}

QString cell(const RosterModel& model, int row, RosterColumn column, int role)
{
    return model.data(model.index(row, static_cast<int>(column)), role).toString();
}

}  // namespace

class RosterModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<PageFixture>(); }
    void cleanupTestCase() { m_fixture.reset(); }

    void aFlagHasAShortForm()
    {
        QCOMPARE(RosterCells::shortFlag(makeFlag(FlagKind::HighScore, 3)), QStringLiteral("L calf ≥ 7, 3 days"));
        const Flag silent = makeFlag(FlagKind::Silent, 5);
        QCOMPARE(RosterCells::shortFlag(silent), flagWords(silent));
    }

    void theChosenRowHasARingWhileTheTableHasTheFocus()
    {
        RosterModel model;
        RosterView view(model, m_fixture->theme);
        model.setRoster(fourAthletes());
        view.resize(984, 400);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        const auto pixel = [&view](int row) {
            const QRect place = view.visualRect(view.model()->index(row, 0));
            return view.viewport()->grab().toImage().pixelColor(place.left(), place.center().y());
        };
        view.setFocus();
        QCOMPARE(pixel(0), m_fixture->theme.color(Role::Accent));
        QVERIFY(pixel(1) != m_fixture->theme.color(Role::Accent));
        view.clearFocus();
        QCOMPARE(pixel(0), m_fixture->theme.color(Role::AccentSoft));
    }

    void theMostUrgentStandsFirst()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        QCOMPARE(names(model), (std::vector<std::string>{"Carl", "Dora", "", "Anna"}));
    }

    void aColumnSortsBothWaysAndNothingComesLast()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        const int worst = static_cast<int>(RosterColumn::Worst);
        model.sort(worst, Qt::DescendingOrder);
        QCOMPARE(names(model), (std::vector<std::string>{"Carl", "Dora", "Anna", ""}));
        model.sort(worst, Qt::AscendingOrder);
        QCOMPARE(names(model), (std::vector<std::string>{"Anna", "Dora", "Carl", ""}));
        model.sort(-1);
        QCOMPARE(names(model).front(), std::string("Carl"));
    }

    void filtersAndTheirNumbersAgree()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        const RosterCounts counts = model.counts();
        QCOMPARE(counts.all, 4);
        QCOMPARE(counts.needsALook, 2);
        QCOMPARE(counts.newSinceReview, 3);
        RosterFilter filter;
        filter.kind = RosterFilter::Kind::NeedsALook;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), counts.needsALook);
        filter.kind = RosterFilter::Kind::NewSinceReview;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), counts.newSinceReview);
        filter = {};
        filter.group = "10 km";
        model.setFilter(filter);
        QCOMPARE(names(model), std::vector<std::string>{"Carl"});
        filter.group = "";
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 2);
        filter = {};
        filter.search = QStringLiteral(" dOr ");
        model.setFilter(filter);
        QCOMPARE(names(model), std::vector<std::string>{"Dora"});
        QCOMPARE(model.groups(), (std::vector<std::string>{"10 km", "Juniors"}));
    }

    void everyCellSaysWhatItShows()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < kRosterColumns; ++column)
                QVERIFY(!model.data(model.index(row, column), Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(cell(model, 0, RosterColumn::Why, Qt::AccessibleTextRole).contains(QStringLiteral("pulsing")));
        QVERIFY(cell(model, 0, RosterColumn::Why, Qt::ToolTipRole).contains(QStringLiteral("last 14 days")));
        QCOMPARE(cell(model, 0, RosterColumn::Worst, Qt::DisplayRole), QStringLiteral("9"));
        QCOMPARE(cell(model, 0, RosterColumn::Release, Qt::DisplayRole), QStringLiteral("6 of 7"));
        QVERIFY(cell(model, 0, RosterColumn::Release, Qt::ToolTipRole).contains(QStringLiteral("0.86")));
        QVERIFY(cell(model, 0, RosterColumn::Release, Qt::AccessibleTextRole).contains(QStringLiteral("score 0.86")));
        QCOMPARE(cell(model, 0, RosterColumn::Sides, Qt::DisplayRole), QStringLiteral("L −1"));
        QCOMPARE(cell(model, 1, RosterColumn::LastCheckIn, Qt::DisplayRole), QStringLiteral("17 Nov"));
    }

    void theTitleIsTheFinding()
    {
        QCOMPARE(CoachWords::finding(28, 4), QStringLiteral("Four athletes need a look"));
        QCOMPARE(CoachWords::finding(28, 1), QStringLiteral("One athlete needs a look"));
        QCOMPARE(CoachWords::finding(28, 12), QStringLiteral("12 athletes need a look"));
        QCOMPARE(CoachWords::finding(28, 0), QStringLiteral("Nobody needs a look now"));
        FolderNews folder;
        folder.path = "/home/kim/Club logs";
        QCOMPARE(CoachWords::kicker(28, folder), QStringLiteral("28 athletes · watching the folder “Club logs”"));
        QCOMPARE(CoachWords::kicker(1, {}), QStringLiteral("1 athlete"));
        QCOMPARE(CoachWords::refused(2), QStringLiteral("2 files were refused"));
    }

    void theChosenAthleteStaysChosen()
    {
        RosterModel model;
        RosterView view(model, m_fixture->theme);
        view.resize(1000, 400);
        view.show();
        model.setRoster(fourAthletes());
        QCOMPARE(model.find(view.current())->entry.name, std::string("Carl"));
        QTest::keyClick(&view, Qt::Key_Down);
        const AthleteId dora = view.current();
        QCOMPARE(model.find(dora)->entry.name, std::string("Dora"));
        model.sort(static_cast<int>(RosterColumn::Athlete), Qt::DescendingOrder);
        QCOMPARE(view.current(), dora);
        // Reviewed, she sinks; the mark stays with her.
        auto calm = std::make_shared<Roster>(*fourAthletes());
        calm->items[1].unseen.clear();
        model.setRoster(calm);
        QCOMPARE(view.current(), dora);
        QSignalSpy opened(&view, &RosterView::athleteOpened);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void whereThereIsNoRoomTheLeastImportantColumnsGo()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        RosterView view(model, m_fixture->theme);
        view.show();
        int before = kRosterColumns + 1;
        for (const int width : {1200, 900, 700, 500, 320}) {
            view.resize(width, 400);
            QCoreApplication::processEvents();
            int shown = 0;
            for (int column = 0; column < kRosterColumns; ++column)
                shown += view.isColumnHidden(column) ? 0 : 1;
            QVERIFY(shown <= before);
            before = shown;
            QVERIFY(view.horizontalHeader()->length() <= view.viewport()->width() || width < 330);
            QVERIFY(!view.isColumnHidden(static_cast<int>(RosterColumn::Athlete)));
            QVERIFY(!view.isColumnHidden(static_cast<int>(RosterColumn::Why)));
        }
        QVERIFY(before < 4);
        QVERIFY(RosterDelegate::rowHeight(m_fixture->theme) >= 24);
    }

    void aMenuSortsAsTheHeadsDo()
    {
        RosterModel model;
        model.setRoster(fourAthletes());
        RosterView view(model, m_fixture->theme);
        const auto choose = [&view](const QString& text) {
            QMenu menu;
            view.fillSortMenu(menu);
            for (QAction* action : menu.actions())
                if (action->text() == text)
                    return action->trigger();
            QFAIL("no such line");
        };
        const auto worst = static_cast<int>(RosterColumn::Worst);
        choose(RosterCells::heading(RosterColumn::Worst));
        QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), worst);
        QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        choose(RosterCells::heading(RosterColumn::Worst));
        QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(cell(model, 0, RosterColumn::Worst, Qt::DisplayRole), QStringLiteral("9"));
        choose(QStringLiteral("Who needs a look first"));
        QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), -1);
    }

    void thePanelGivesEachRule()
    {
        WhyPanel panel;
        const auto roster = fourAthletes();
        panel.setItem(&roster->items[2]);
        const auto* rules = panel.findChild<QLabel*>(QStringLiteral("whyRulesLabel"));
        QVERIFY(rules->text().contains(
            QStringLiteral("Stopped: pulsing. Flagged since yesterday. Rule: A release was stopped")));
        QCOMPARE(rules->textFormat(), Qt::PlainText);
        panel.setItem(&roster->items[0]);
        QVERIFY(rules->text().contains(QStringLiteral("nothing stands out")));
        QVERIFY(rules->text().contains(QStringLiteral("Score 0.86: 1 is every planned day")));
    }

    void onlyFilesWithNewsCanBeChosen()
    {
        auto preview = std::make_shared<IntakePreview>();
        for (const CopyRelation relation : {CopyRelation::New, CopyRelation::Newer, CopyRelation::Same,
                                            CopyRelation::Older, CopyRelation::Diverged, CopyRelation::Conflicting}) {
            ProposedFile file;
            file.name = "Runner";
            file.file.path = "/club/a.psolog";
            file.athlete = AthleteId("00000000-0000-4000-8000-00000000000" + std::to_string(preview->files.size()));
            file.comparison.relation = relation;
            preview->files.push_back(file);
        }
        preview->files[0].own = true;
        preview->refused.push_back({"/club/bad.psolog", {ErrorCode::ForeignContent, "a view"}});
        IntakeModel model(preview, kToday);
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.offered(), 4);
        const auto checkable = [&](int row) {
            return bool(model.flags(model.index(row, 0)) & Qt::ItemIsUserCheckable);
        };
        QVERIFY(checkable(0) && checkable(1) && !checkable(2) && !checkable(3) && checkable(4) && checkable(5));
        QVERIFY(!checkable(6));
        // The own log and a conflict are for the coach to decide.
        QCOMPARE(model.chosen().size(), std::size_t{2});
        QVERIFY(model.setData(model.index(5, 0), int{Qt::Checked}, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(6, 0), int{Qt::Checked}, Qt::CheckStateRole));
        QCOMPARE(model.chosen().size(), std::size_t{3});
        QVERIFY(model.data(model.index(0, 0), Qt::DisplayRole).toString().contains(QStringLiteral("your own log")));
        QVERIFY(model.data(model.index(6, 1), Qt::DisplayRole).toString().contains(QStringLiteral("do harm")));
    }

private:
    std::unique_ptr<PageFixture> m_fixture;
};

QTEST_MAIN(RosterModelTest)
#include "rostermodel_test.moc"
