// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historydetails.h"

#include <QVBoxLayout>

#include "gui/body/bodymapwidget.h"
#include "gui/history/historywords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

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
    m_column->addStretch(1);
    showHint({});
}

void HistoryDetails::begin(const QString& title, const RecordedAt& recorded, LocalDay today)
{
    m_title->setText(title);
    m_when->setText(tr("%1, %2", "date and time").arg(longDate(recorded.day, today), clockTime(recorded.at)));
    m_when->show();
    m_map->hide();
    delete m_sections;
    m_sections = new QWidget;
    m_sectionColumn = new QVBoxLayout(m_sections);
    m_sectionColumn->setContentsMargins(0, 0, 0, 0);
    m_sectionColumn->setSpacing(space::kXs);
    m_column->insertWidget(m_column->count() - 1, m_sections);
}

void HistoryDetails::addSection(const QString& heading, const QStringList& lines, const char* name)
{
    if (lines.isEmpty())
        return;
    if (m_sectionColumn->count() > 0)
        m_sectionColumn->addSpacing(space::kS);
    QLabel* title = makeLabel(heading, "small");
    m_sectionColumn->addWidget(title);
    QLabel* text = makeLabel(lines.join(QLatin1Char('\n')), "");
    text->setObjectName(QString::fromLatin1(name));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sectionColumn->addWidget(text);
}

void HistoryDetails::addNote(const std::string& note)
{
    if (!note.empty())
        addSection(tr("Note"), {QString::fromStdString(note)}, "detailsNoteLabel");
}

void HistoryDetails::present(const CheckIn& checkIn, LocalDay today)
{
    begin(tr("Check-in, %1").arg(HistoryWords::of(checkIn.context)), checkIn.recorded, today);
    if (checkIn.scores.count() > 0) {
        m_map->setMinimumHeight(m_theme.px(kMapHeight));
        m_map->setScores(checkIn.scores);
        m_map->setAccessibleName(tr("Body map: %1").arg(HistoryWords::worstSites(checkIn.scores)));
        m_map->show();
        addSection(tr("Worst"), {HistoryWords::worstSites(checkIn.scores)}, "detailsWorstLabel");
    }
    if (checkIn.run)
        addSection(tr("Run"), {HistoryWords::run(*checkIn.run)}, "detailsRunLabel");
    addNote(checkIn.note);
}

void HistoryDetails::present(const SelfTest& test, LocalDay today)
{
    begin(HistoryWords::of(test.kind), test.recorded, today);
    addSection(tr("Result"), {HistoryWords::selfTest(test)}, "detailsResultLabel");
    QStringList how{tr("%1 s hold").arg(test.hold.count())};
    if (test.pillow)
        how << tr("pillow under the hips");
    addSection(tr("Readings"), HistoryWords::readings(test), "detailsReadingsLabel");
    addSection(tr("How"), {how.join(QStringLiteral(", "))}, "detailsHowLabel");
    addNote(test.note);
}

void HistoryDetails::present(const ReleaseSession& session, LocalDay today)
{
    begin(session.routineName.empty() ? tr("Release") : QString::fromStdString(session.routineName), session.recorded,
          today);
    QStringList result{HistoryWords::release(session), HistoryWords::of(session.outcome)};
    if (session.stopReason)
        result << tr("Reason: %1").arg(HistoryWords::of(*session.stopReason));
    addSection(tr("Result"), result, "detailsResultLabel");
    addSection(tr("Tightness before and after"), {HistoryWords::tightness(session)}, "detailsTightnessLabel");
    addNote(session.note);
    addSection(tr("Points"), HistoryWords::points(session), "detailsPointsLabel");
    addSection(tr("Time line"), HistoryWords::timeline(session), "detailsTimelineLabel");
}

void HistoryDetails::showHint(const QString& words)
{
    m_title->setText(words);
    m_when->hide();
    m_map->hide();
    delete m_sections;
    m_sections = nullptr;
}

}  // namespace psolog
