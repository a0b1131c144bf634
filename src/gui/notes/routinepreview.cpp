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
      m_column(new QVBoxLayout(this))
{
    m_name->setObjectName(QStringLiteral("previewNameLabel"));
    m_facts->setObjectName(QStringLiteral("previewFactsLabel"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kXs);
    m_column->addWidget(m_name);
    m_column->addWidget(m_facts);
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
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const RoutineStep& step : routine.steps) {
        grid->addWidget(makeLabel(RoutineWords::stepTitle(step), "", m_steps), row, 0);
        auto* time = makeLabel(minutesSeconds(step.duration), "muted", m_steps);
        time->setWordWrap(false);
        time->setAlignment(Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(time, row++, 1);
        if (!step.cue.empty()) {
            auto* cue = makeLabel(routineText(step.cue), "small", m_steps);
            cue->setContentsMargins(0, 0, 0, space::kXs);
            grid->addWidget(cue, row++, 0, 1, 2);
        }
    }
    m_column->addWidget(m_steps);
    m_steps->show();
}

}  // namespace psolog
