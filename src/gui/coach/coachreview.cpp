// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/coach/coachreview.h"

#include <algorithm>
#include <utility>

#include <QStackedWidget>

#include "gui/review/reviewview.h"
#include "gui/roster/coachcommand.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/rostermodel.h"
#include "gui/rosterwords/rosterwords.h"

namespace psolog {

CoachReview::CoachReview(Services& services, CoachData& data, const RosterModel& model, QStackedWidget& parts)
    : m_services(services),
      m_data(data),
      m_model(model),
      m_parts(parts)
{
    connect(&data, &CoachData::opened, this, &CoachReview::receive);
    connect(&data, &CoachData::rosterChanged, this, &CoachReview::tellNewer);
}

CoachReview::~CoachReview() = default;

void CoachReview::make()
{
    m_view = new ReviewView(m_services);
    m_view->setObjectName(QStringLiteral("reviewView"));
    m_view->setMayTakeBack(
        [](const QUndoCommand& command) { return dynamic_cast<const CoachCommand*>(&command) != nullptr; });
    m_parts.addWidget(m_view);
    connect(m_view, &ReviewView::backRequested, this, &CoachReview::close);
    connect(m_view, &ReviewView::previousRequested, this, [this] { step(-1); });
    connect(m_view, &ReviewView::nextRequested, this, [this] { step(1); });
    connect(m_view, &ReviewView::reviewedRequested, this, &CoachReview::reviewedRequested);
    connect(m_view, &ReviewView::noteRequested, this, &CoachReview::noteRequested);
    connect(m_view, &ReviewView::noteChangeRequested, this, &CoachReview::noteChangeRequested);
    connect(m_view, &ReviewView::noteWithdrawRequested, this, &CoachReview::noteWithdrawRequested);
    connect(m_view, &ReviewView::planRequested, this, &CoachReview::planRequested);
    connect(m_view, &ReviewView::exportNotesRequested, this, &CoachReview::exportNotesRequested);
    connect(m_view, &ReviewView::noticed, this, [this](const QString& message) { Q_EMIT noticed(message, false); });
    connect(m_view, &ReviewView::besideRequested, this, [this](const AthleteId& id) {
        m_beside = id;
        m_data.open(id, true);
    });
}

void CoachReview::open(const AthleteId& id)
{
    m_order = m_model.order();
    request(id);
}

void CoachReview::request(const AthleteId& id)
{
    m_wanted = id;
    m_beside = {};
    m_late.reset();
    m_data.open(id, false);
}

void CoachReview::step(int by)
{
    const auto at = std::find(m_order.begin(), m_order.end(), m_wanted.isEmpty() ? m_athlete : m_wanted);
    if (at == m_order.end())
        return;
    const auto index = (at - m_order.begin()) + by;
    if (index >= 0 && index < static_cast<std::ptrdiff_t>(m_order.size()))
        request(m_order[static_cast<std::size_t>(index)]);
}

void CoachReview::receive(const std::shared_ptr<ReviewedAthlete>& athlete, bool beside)
{
    if (beside) {
        // Another athlete may be shown by now, or the roster.
        if (athlete->entry.id == m_beside && !m_athlete.isEmpty())
            m_view->showBeside(*athlete);
        return;
    }
    // Only the last one asked for counts.
    if (athlete->entry.id != m_wanted)
        return;
    // On another page it would take the focus from what the coach does there.
    if (!m_parts.isVisible()) {
        m_late = athlete;
        return;
    }
    m_wanted = {};
    m_beside = {};
    m_athlete = athlete->entry.id;
    if (m_view == nullptr)
        make();
    m_view->show(*athlete);
    tellPlace();
    std::vector<BesideChoice> choices;
    for (const AthleteId& id : m_model.order())
        if (const RosterItem* item = m_model.find(id); item != nullptr && id != m_athlete)
            choices.push_back({id, athleteLabel(item->entry.name)});
    m_view->setBesideChoices(std::move(choices));
    if (m_parts.currentWidget() != m_view) {
        m_parts.setCurrentWidget(m_view);
        m_view->setFocus();
    }
    Q_EMIT opened();
}

void CoachReview::tellPlace()
{
    const auto at = std::find(m_order.begin(), m_order.end(), m_athlete);
    const auto place = static_cast<int>(at - m_order.begin()) + 1;
    const auto all = static_cast<int>(m_order.size());
    if (at == m_order.end())
        m_view->setNeighbours(false, false, QString());
    else
        m_view->setNeighbours(place > 1, place < all, tr("%1 of %2").arg(place).arg(all));
}

void CoachReview::close()
{
    const AthleteId last = m_athlete;
    m_wanted = {};
    m_beside = {};
    m_late.reset();
    m_athlete = {};
    m_parts.setCurrentIndex(0);
    // Nothing of an athlete stays in memory.
    if (m_view != nullptr)
        m_view->clear();
    Q_EMIT closed(last);
}

const ReviewedAthlete* CoachReview::shown() const
{
    return m_view != nullptr && m_view->athlete() ? &*m_view->athlete() : nullptr;
}

void CoachReview::setFocus()
{
    if (m_view != nullptr)
        m_view->setFocus();
}

void CoachReview::showLate()
{
    if (m_late != nullptr)
        receive(std::exchange(m_late, nullptr), false);
}

void CoachReview::tellNewer()
{
    const ReviewedAthlete* athlete = shown();
    if (athlete == nullptr || m_data.roster() == nullptr)
        return;
    const auto& items = m_data.roster()->items;
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const RosterItem& each) { return each.entry.id == athlete->entry.id; });
    if (item == items.end() || item->entry.digest == athlete->entry.digest || item->entry.digest == m_newer)
        return;
    m_newer = item->entry.digest;
    Q_EMIT noticed(tr("A newer copy of %1 came in. Go back and open it to see what is new.")
                       .arg(athleteLabel(athlete->entry.name)),
                   false);
}

void CoachReview::reviewed(const AthleteId& id, const std::optional<ReviewMark>& mark)
{
    if (id == m_athlete && m_view != nullptr)
        m_view->reviewedChanged(mark);
}

void CoachReview::notesChanged(const AthleteId& id, const std::vector<CoachNote>& notes)
{
    if (id == m_athlete && m_view != nullptr)
        m_view->notesChanged(notes);
}

void CoachReview::planChanged(const AthleteId& id, const CoachPlan& plan)
{
    if (id == m_athlete && m_view != nullptr)
        m_view->planChanged(plan);
}

}  // namespace psolog
