// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/routinepreview.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/routines/routinewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

RoutinePreview::RoutinePreview(QWidget* parent)
    : QWidget(parent),
      m_name(makeLabel({}, "strong", this)),
      m_facts(makeLabel({}, "small", this)),
      m_place(new QVBoxLayout)
{
    m_name->setObjectName(QStringLiteral("previewNameLabel"));
    m_facts->setObjectName(QStringLiteral("previewFactsLabel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addLayout(m_place);
    column->addStretch(1);
}

void RoutinePreview::setRoutine(const Routine& routine)
{
    m_name->setText(routineText(routine.name));
    m_facts->setText(tr("%1 minutes · %2").arg(minutesSeconds(routine.total()), RoutineWords::facts(routine)));
    delete m_steps;
    m_steps = new QWidget(this);
    m_steps->setObjectName(QStringLiteral("previewSteps"));
    auto* grid = new QGridLayout(m_steps);
    grid->setContentsMargins(0, space::kXs, 0, 0);
    grid->setHorizontalSpacing(space::kM);
    grid->setVerticalSpacing(space::kXs);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const RoutineStep& step : routine.steps) {
        grid->addWidget(makeLabel(RoutineWords::stepTitle(step), "", m_steps), row, 0);
        auto* time = makeLabel(minutesSeconds(step.duration), "muted", m_steps);
        time->setWordWrap(false);
        time->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(time, row++, 1);
        if (!step.cue.empty())
            grid->addWidget(makeLabel(routineText(step.cue), "small", m_steps), row++, 0, 1, 2);
    }
    m_place->addWidget(m_steps);
    m_steps->show();
}

}  // namespace psolog
