// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of what is about a coach's notes: notes_gallery OUT_FOLDER
#include <QApplication>
#include <QDir>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QtTest>

#include "gui/history/historypage.h"
#include "gui/notes/notedialog.h"
#include "gui/notes/notesexportdialog.h"
#include "gui/notes/notesimportdialog.h"
#include "gui/notes/noteslistwidget.h"
#include "gui/notes/plandialog.h"
#include "gui/today/todaypage.h"
#include "gui/trends/trendspage.h"
#include "notesrig.h"

using namespace psolog;
using namespace psolog::test;

namespace {

struct Look {
    const char* name;
    ThemeChoice theme;
    int text;
    QSize size;
};

constexpr Look kLooks[] = {{"light", ThemeChoice::Light, 100, {1084, 800}},
                           {"dark", ThemeChoice::Dark, 100, {828, 700}},
                           {"text200", ThemeChoice::Light, 200, {1084, 800}}};

class Shooter {
public:
    Shooter(QString folder, const Look& look) : m_folder(std::move(folder)), m_look(look) { }

    void shoot(QWidget& widget, const char* what) const
    {
        widget.show();
        QTest::qWait(50);
        const QString path =
            QStringLiteral("%1/%2-%3%4.png").arg(m_folder, QString::fromLatin1(what), QString::fromLatin1(m_look.name));
        widget.grab().save(path.arg(QString()));
        if (auto* scroll = widget.findChild<QScrollArea*>();
            scroll != nullptr && qobject_cast<QDialog*>(&widget) == nullptr)
            scroll->widget()->grab().save(path.arg(QStringLiteral("-whole")));
    }
    void page(Page& page, const char* what) const
    {
        page.resize(m_look.size);
        page.show();
        page.activate();
        QTest::qWait(100);
        shoot(page, what);
    }

private:
    QString m_folder;
    const Look& m_look;
};

void shootAll(const QString& folder, const Look& look)
{
    const Shooter shooter(folder, look);
    NotesRig rig(look.theme, look.text);
    rig.fixture.fillDemo(60);
    const std::string longText = "Good work on the hills. Keep the two days after them easy, as you did this week: the "
                                 "calves were quiet again on the third day.\n\nWrite me when the left one is above 6.";
    const CoachNote hills = rig.note(longText, rig.days(5, 3), Muscle::Hamstring);
    const CoachNote day = rig.note("What happened here? Please add a note to the check-in.", rig.days(12, 12));
    const CoachNote general = rig.note("Thanks for sharing. I look at it every Sunday.");

    NoteDialog note(rig.services(), {QStringLiteral("Runner 07"), {}, rig.days(5, 3), Muscle::Hamstring, {}});
    note.findChild<QPlainTextEdit*>()->setPlainText(QString::fromStdString(longText));
    shooter.shoot(note, "note");
    PlanDialog plan(rig.services(), {QStringLiteral("Runner 07"), "Kim", {}});
    shooter.shoot(plan, "plan");
    const NotesFile file = rig.file({hills, day, general}, rig.plan());
    NotesExportDialog send(rig.services(), file);
    shooter.shoot(send, "export");
    static_cast<void>(send.saveTo(QStringLiteral("/x/Runner 07 notes.psolog-notes")));
    shooter.shoot(send, "exported");
    NotesListWidget list;
    list.resize(look.size.width() / 2, look.size.height());
    list.setNotes(file.notes, rig.today());
    shooter.shoot(list, "list");

    rig.files.files["/x/kim"] = file;
    NotesImportDialog take(rig.services(), QStringLiteral("/x/kim"));
    shooter.shoot(take, "import");
    NotesFile other = file;
    other.athlete = rig.fixture.ids.make<AthleteId>();
    other.athleteName = "Runner 21";
    rig.files.files["/x/other"] = other;
    NotesImportDialog refused(rig.services(), QStringLiteral("/x/other"));
    shooter.shoot(refused, "import-refused");

    static_cast<void>(rig.notes.take(file));
    rig.notes.unreadIds.erase(general.id);
    TodayPage today(rig.services());
    shooter.page(today, "today");
    TrendsPage trends(rig.services());
    shooter.page(trends, "trends");
    trends.setView(TrendsPage::View::AllMuscles);
    shooter.shoot(trends, "trends-all");
    HistoryPage history(rig.services());
    shooter.page(history, "history");
    history.openTopic(QString::fromStdString(hills.id.toString()));
    shooter.shoot(history, "history-note");
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc != 2)
        return 1;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    for (const Look& look : kLooks)
        shootAll(folder, look);
    return 0;
}
