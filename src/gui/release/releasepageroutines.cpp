// SPDX-License-Identifier: GPL-3.0-or-later
// The release page's choice of a routine.
#include "gui/release/releaseoverview.h"
#include "gui/release/releasepage.h"
#include "gui/routines/proposalfacts.h"
#include "gui/routines/routinesview.h"
#include "gui/shell/services.h"

namespace psolog {

void ReleasePage::connectRoutines()
{
    connect(m_overview, &ReleaseOverview::routineChosen, this,
            [this](const QString& id) { rememberRoutine(id.toStdString()); });
    connect(m_overview, &ReleaseOverview::routinesRequested, this, [this] {
        m_routines->open(m_overview->routine().id);
        enter(Stage::Routines);
    });
    const auto back = [this] {
        m_stage = Stage::Overview;
        reload();
    };
    connect(m_routines, &RoutinesView::closed, this, back);
    connect(m_routines, &RoutinesView::used, this, [this, back](const QString& id) {
        rememberRoutine(id.toStdString());
        back();
    });
    connect(m_routines, &RoutinesView::noticed, this, &Page::noticed);
}

void ReleasePage::rememberRoutine(const std::string& id)
{
    m_chosenRoutine = id;
    Settings settings = services().settings.current();
    settings.routine = id;
    if (!services().settings.save(settings))
        Q_EMIT noticed(tr("The choice of routine could not be stored: it holds until Psolog is closed."), false);
    m_overview->showRoutines(id);
}

void ReleasePage::showRoutine()
{
    m_overview->showRoutines(m_chosenRoutine.value_or(services().settings.current().routine));
    const auto proposal = readProposal(services());
    const auto shown = proposal ? std::optional(*proposal) : std::nullopt;
    m_overview->setProposal(shown);
    m_routines->setProposal(shown);
}

void ReleasePage::openTopic(const QString& topic)
{
    // A session that runs keeps its routine.
    if (!m_flow && services().routines.find(topic.toStdString()) != nullptr)
        rememberRoutine(topic.toStdString());
}

}  // namespace psolog
