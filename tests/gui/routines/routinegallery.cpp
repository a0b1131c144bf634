// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of the routines' list and editor: routine_gallery OUT_FOLDER
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include "gui/routines/routinesview.h"
#include "support/pagefixture.h"

using namespace psolog;
using namespace psolog::test;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    int text;
    QSize size;
};

void shoot(QScrollArea& area, const QString& folder, const Look& look, const char* what)
{
    QApplication::sendPostedEvents();
    QTest::qWait(0);
    area.grab().save(
        QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(what), QString::fromLatin1(look.name)));
    // What lies below the fold, as one tall picture.
    area.widget()->grab().save(
        QStringLiteral("%1/%2-%3-whole.png").arg(folder, QString::fromLatin1(what), QString::fromLatin1(look.name)));
}

void shootAll(const QString& folder, const Look& look)
{
    PageFixture fixture(look.theme, look.text);
    const bool saved = fixture.routines
                           .save({"own",
                                  "Evening, slowly and with a very long name that has no end",
                                  {{StepKind::Zone, Zone::High, BodySide::Both, Seconds(45), "Slowly.", "tool-high"},
                                   {StepKind::Zone, Zone::Low, BodySide::Both, Seconds(75), "", "tool-low"}}})
                           .has_value();
    Q_ASSERT(saved);
    static_cast<void>(saved);
    auto* view = new RoutinesView(*fixture.services);
    QScrollArea area;
    area.setWidgetResizable(true);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setWidget(view);
    view->setAutoFillBackground(true);
    area.viewport()->setAutoFillBackground(true);
    area.resize(look.size);
    area.show();
    view->setProposal(RoutineProposal{"left-first", ProposalReason::WeakerSide, Side::Left, 9});
    view->open("left-first");
    shoot(area, folder, look, "list");
    fixture.routines.unusedFiles = {
        {"old.json", {ErrorCode::InvalidValue, "old.json: step 2: seconds must be a whole number, 1 to 3600"}},
        {"friend.json", {ErrorCode::TooNew, "friend.json: written for a newer Psolog"}}};
    view->open("own");
    shoot(area, folder, look, "unused");
    view->open("left-first");
    view->findChild<QPushButton*>(QStringLiteral("duplicateRoutineButton"))->click();
    view->findChild<QPushButton*>(QStringLiteral("stepDownButton"))->click();
    shoot(area, folder, look, "editor");
    view->findChild<QLineEdit*>(QStringLiteral("routineNameLineEdit"))->clear();
    view->findChild<QPlainTextEdit*>(QStringLiteral("stepCueEdit"))
        ->setPlainText(QString(600, QLatin1Char('x')).replace(7, 1, QStringLiteral(" ")));
    view->findChild<QPushButton*>(QStringLiteral("closeEditorButton"))->click();
    shoot(area, folder, look, "invalid");
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    for (const Look& look :
         {Look{"light", ThemeChoice::Light, 100, {1084, 800}}, Look{"dark", ThemeChoice::Dark, 100, {828, 700}},
          Look{"large", ThemeChoice::Light, 200, {828, 700}}})
        shootAll(folder, look);
    return 0;
}
