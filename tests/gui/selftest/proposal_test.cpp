// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include "gui/selftest/selftestresultview.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

/// The routine that a test's result proposes.
class ProposalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhichRoutineAndWhyAndOpensTheReleaseWithIt()
    {
        PageFixture fixture;
        SelfTestResultView view(*fixture.services);
        view.setVisible(true);
        QSignalSpy requested(&view, &SelfTestResultView::routineRequested);
        auto* label = view.findChild<QLabel*>(QStringLiteral("proposalLabel"));
        auto* button = view.findChild<QPushButton*>(QStringLiteral("proposalButton"));
        view.showProposal(RoutineProposal{"left-first", ProposalReason::WeakerSide, Side::Left, 9});
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(),
                 QStringLiteral("Proposed: Left side first, because the left glute was weaker than the "
                                "right in every lift."));
        QCOMPARE(button->text(), QStringLiteral("Release with Left side first"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.front().front().toString(), QStringLiteral("left-first"));
    }

    void showsNothingWithoutAProposal()
    {
        PageFixture fixture;
        SelfTestResultView view(*fixture.services);
        view.setVisible(true);
        view.showProposal(RoutineProposal{"gone", ProposalReason::Even, std::nullopt, 9});
        QVERIFY(!view.findChild<QLabel*>(QStringLiteral("proposalLabel"))->isVisible());
        view.showProposal(std::nullopt);
        QVERIFY(!view.findChild<QPushButton*>(QStringLiteral("proposalButton"))->isVisible());
    }
};

QTEST_MAIN(ProposalTest)
#include "proposal_test.moc"
