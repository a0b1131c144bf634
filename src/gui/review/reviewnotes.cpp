// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/reviewnotes.h"

#include <algorithm>

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "gui/notes/noteslistwidget.h"
#include "gui/notes/notewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kSideMargin = 34;

}  // namespace

ReviewNotes::ReviewNotes(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("reviewNotes"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSideMargin, space::kL, kSideMargin, space::kXl);
    column->setSpacing(space::kM);
    m_title = makeLabel(QString(), "page-title", content);
    m_title->setObjectName(QStringLiteral("notesTitleLabel"));
    m_intro = makeLabel(QString(), "muted", content);
    column->addWidget(m_title);
    column->addWidget(m_intro);

    auto* actions = new QWidget(content);
    auto* flow = new FlowLayout(space::kS, actions);
    const auto button = [&](const char* variant, const char* name) {
        auto* made = new Button(QString(), QString::fromLatin1(variant), actions);
        made->setObjectName(QString::fromLatin1(name));
        flow->addWidget(made);
        return made;
    };
    m_add = button("primary", "addNoteButton");
    m_add->setKeyHint(QStringLiteral("N"));
    m_planButton = button("secondary", "planButton");
    m_export = button("secondary", "exportNotesButton");
    column->addWidget(actions);
    m_plan = makeLabel(QString(), "", content);
    m_plan->setObjectName(QStringLiteral("planLabel"));
    column->addWidget(m_plan);
    m_none = makeLabel(QString(), "muted", content);
    m_none->setObjectName(QStringLiteral("noNotesLabel"));
    column->addWidget(m_none);
    m_list = new NotesListWidget(content);
    m_list->setObjectName(QStringLiteral("coachNotesList"));
    column->addWidget(m_list);
    column->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* root = new QVBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->addWidget(scroll);

    connect(m_add, &QPushButton::clicked, this, &ReviewNotes::noteRequested);
    connect(m_planButton, &QPushButton::clicked, this, &ReviewNotes::planRequested);
    connect(m_export, &QPushButton::clicked, this, &ReviewNotes::exportRequested);
    connect(m_list, &NotesListWidget::changeRequested, this, &ReviewNotes::noteChangeRequested);
    connect(m_list, &NotesListWidget::withdrawRequested, this, &ReviewNotes::noteWithdrawRequested);
    retranslate();
}

void ReviewNotes::present(const QString& athlete, const std::vector<CoachNote>& notes,
                          const std::optional<CoachPlan>& plan, LocalDay today)
{
    m_title->setText(tr("Notes for %1").arg(athlete));
    const bool any = std::any_of(notes.begin(), notes.end(), [](const CoachNote& note) { return !note.withdrawn; });
    m_none->setVisible(!any);
    m_list->setVisible(any);
    m_list->setNotes(notes, today);
    m_plan->setVisible(plan.has_value());
    if (plan)
        m_plan->setText(
            tr("Plan: %1, %2").arg(QString::fromStdString(plan->routine.name), NoteWords::daysAWeek(plan->daysAWeek)));
    m_export->setEnabled(!notes.empty() || plan.has_value());
}

QWidget& ReviewNotes::focusTarget() const
{
    return *m_add;
}

void ReviewNotes::retranslate()
{
    m_intro->setText(tr("They stay in your library until you send them as a file. They never change a record."));
    m_add->setText(tr("Write a note"));
    m_planButton->setText(tr("Propose a plan…"));
    m_export->setText(tr("Send as a file…"));
    m_none->setText(tr("No note yet. N writes one from any part of this review: at a chart about the days in view, in "
                       "History about the day of the entry."));
}

}  // namespace psolog
