// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historydetails.h"

#include <QVBoxLayout>

#include "gui/beforeafter/beforeafterwords.h"
#include "gui/body/bodymapwidget.h"
#include "gui/experiment/experimentwords.h"
#include "gui/history/historywords.h"
#include "gui/notes/notewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {
constexpr double kMapHeight = 230;
}

HistoryDetails::HistoryDetails(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QVBoxLayout(this)),
      m_title(makeLabel({}, "card-title")),
      m_when(makeLabel({}, "small")),
      m_map(new BodyMapWidget(theme))
{
    m_title->setObjectName(QStringLiteral("detailsTitleLabel"));
    m_when->setObjectName(QStringLiteral("detailsWhenLabel"));
    m_map->setObjectName(QStringLiteral("detailsBodyMapWidget"));
    m_map->setReadOnly(true);
    m_map->setCompact(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kS);
    m_column->addWidget(m_title);
    m_column->addWidget(m_when);
    m_column->addWidget(m_map);
    m_result = makeSection("detailsResultLabel");
    m_run = makeSection("detailsRunLabel");
    m_tightness = makeSection("detailsTightnessLabel");
    m_glutes = makeSection("detailsGlutesLabel");
    m_readings = makeSection("detailsReadingsLabel");
    m_how = makeSection("detailsHowLabel");
    m_note = makeSection("detailsNoteLabel");
    m_points = makeSection("detailsPointsLabel");
    m_timeline = makeSection("detailsTimelineLabel");
    m_column->addStretch(1);
    showHint({});
}

HistoryDetails::Section HistoryDetails::makeSection(const char* name)
{
    const Section section{makeLabel({}, "small"), makeLabel({}, "")};
    section.text->setObjectName(QString::fromLatin1(name));
    section.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(section.heading);
    words->addWidget(section.text);
    m_column->addLayout(words);
    return section;
}

void HistoryDetails::fill(const Section& section, const QString& heading, const QStringList& lines)
{
    section.heading->setText(heading);
    section.text->setText(lines.join(QLatin1Char('\n')));
    section.heading->setVisible(!lines.isEmpty());
    section.text->setVisible(!lines.isEmpty());
}

void HistoryDetails::clear()
{
    m_when->hide();
    m_map->hide();
    for (const Section& section :
         {m_result, m_run, m_tightness, m_glutes, m_readings, m_how, m_note, m_points, m_timeline})
        fill(section, {}, {});
}

void HistoryDetails::begin(const QString& title, const RecordedAt& recorded, LocalDay today)
{
    clear();
    m_title->setText(title);
    m_when->setText(tr("%1, %2", "date and time").arg(longDate(recorded.day, today), clockTime(recorded.at)));
    m_when->show();
}

void HistoryDetails::addNote(const std::string& note)
{
    if (!note.empty())
        fill(m_note, tr("Note"), {QString::fromStdString(note)});
}

void HistoryDetails::present(const CheckIn& checkIn, LocalDay today)
{
    begin(tr("Check-in, %1").arg(HistoryWords::of(checkIn.context)), checkIn.recorded, today);
    if (checkIn.scores.count() > 0) {
        m_map->setMinimumHeight(m_theme.px(kMapHeight));
        m_map->setScores(checkIn.scores);
        m_map->setAccessibleName(tr("Body map: %1").arg(HistoryWords::worstSites(checkIn.scores)));
        m_map->show();
        fill(m_result, tr("Worst"), {HistoryWords::worstSites(checkIn.scores)});
    }
    if (checkIn.run)
        fill(m_run, tr("Run"), {HistoryWords::run(*checkIn.run)});
    addNote(checkIn.note);
}

void HistoryDetails::present(const SelfTest& test, LocalDay today)
{
    begin(HistoryWords::of(test.kind), test.recorded, today);
    fill(m_result, tr("Result"), {HistoryWords::selfTest(test)});
    fill(m_readings, tr("Readings"), HistoryWords::readings(test));
    QStringList how{tr("%1 s hold").arg(test.hold.count())};
    if (test.pillow)
        how << tr("pillow under the hips");
    fill(m_how, tr("How"), {how.join(QStringLiteral(", "))});
    addNote(test.note);
}

void HistoryDetails::present(const ReleaseSession& session, const BeforeAfter& tests, LocalDay today)
{
    begin(session.routineName.empty() ? tr("Release") : routineText(session.routineName), session.recorded, today);
    QStringList result{HistoryWords::release(session), tr("Outcome: %1").arg(HistoryWords::of(session.outcome))};
    if (session.stopReason)
        result << tr("Reason: %1").arg(HistoryWords::of(*session.stopReason));
    fill(m_result, tr("Result"), result);
    fill(m_tightness, tr("Tightness before and after"), {HistoryWords::tightness(session)});
    if (tests.isComplete())
        fill(m_glutes, tr("Glutes before and after"), BeforeAfterWords::sides(tests) << BeforeAfterWords::caveat());
    addNote(session.note);
    fill(m_points, tr("Points"), HistoryWords::points(session));
    fill(m_timeline, tr("Time line"), HistoryWords::timeline(session));
}

void HistoryDetails::present(const WeeklyCheckIn& checkIn, LocalDay today)
{
    begin(tr("Weekly check-in"), checkIn.recorded, today);
    fill(m_result, tr("Result"), {HistoryWords::weekly(checkIn)});
    fill(m_readings, tr("Answers about the seven days before"), HistoryWords::answers(checkIn));
    addNote(checkIn.note);
}

void HistoryDetails::present(const Experiment& plan, const RecordedAt& recorded, LocalDay today)
{
    begin(ExperimentWords::kind(plan.kind), recorded, today);
    fill(m_result, tr("Plan"), HistoryWords::plan(plan, today));
    fill(m_readings, tr("Drawn"), HistoryWords::drawn(plan, today));
    fill(m_how, tr("How it stands"),
         {HistoryWords::standing(plan, today), tr("Plans stay in the log: a result needs every draw.")});
    if (!plan.reason.empty())
        fill(m_note, tr("Reason"), {QString::fromStdString(plan.reason)});
}

void HistoryDetails::present(const CoachNote& note, LocalDay today)
{
    begin(NoteWords::from(note.author), {note.written, localDayOf(note.written, std::chrono::minutes(0))}, today);
    fill(m_result, tr("About"), {NoteWords::about(note, today)});
    fill(m_note, tr("Note"), {QString::fromStdString(note.text)});
    fill(m_how, tr("Not part of the log"), {tr("A coach wrote it. It changes no record, and cannot be changed here.")});
}

void HistoryDetails::showHint(const QString& words)
{
    clear();
    m_title->setText(words);
}

}  // namespace psolog
