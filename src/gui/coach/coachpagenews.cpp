// SPDX-License-Identifier: GPL-3.0-or-later
// What CoachPage does about news of its parts: the data, the review, notes and exports.
#include <QStackedWidget>

#include "gui/coach/coachexport.h"
#include "gui/coach/coachnoting.h"
#include "gui/coach/coachpage.h"
#include "gui/coach/coachreview.h"
#include "gui/roster/coachdata.h"
#include "gui/roster/rosterview.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

void CoachPage::connectData()
{
    connect(m_data, &CoachData::rosterChanged, this, [this] {
        const bool first = state() == State::Loading || m_states->currentIndex() == static_cast<int>(State::Loading);
        refresh();
        // Whoever began on an empty page goes on where the athletes are.
        if (first && isVisible() && !isReviewing())
            focusRoster();
    });
    connect(m_data, &CoachData::folderChanged, this, [this] {
        refreshHeader();
        refreshBars();
        arrange();
    });
    connect(m_data, &CoachData::progressChanged, this, [this] {
        if (m_progress->isVisible() || !m_data->progress())
            showProgress();
        else if (!m_patience.isActive())
            m_patience.start();
    });
    connect(m_data, &CoachData::inspected, this, &CoachPage::showPreview);
    connect(m_data, &CoachData::tookIn, this,
            [this](const std::shared_ptr<const TakeInReport>& report) { tellReport(*report); });
    connect(m_data, &CoachData::failed, this, [this](const Error& error) { showFailure(error, Failed::Reading); });
    connect(m_data, &CoachData::undoFailed, this, [this](const Error& error) {
        showFailure(error);
        // The window said at once that it was done.
        Q_EMIT noticed(tr("That was not possible, so nothing changed: %1").arg(headline(error)), false);
    });

    connect(m_review.get(), &CoachReview::closed, this, [this](const AthleteId& last) {
        m_table->choose(last);
        m_table->setFocus();
    });
    connect(m_review.get(), &CoachReview::reviewedRequested, this, &CoachPage::markReviewed);
    connect(m_review.get(), &CoachReview::noticed, this, &CoachPage::noticed);
    const auto shown = [this] { return m_review->shown(); };
    connect(m_review.get(), &CoachReview::noteRequested, this,
            [this, shown](std::optional<NoteDays> days, std::optional<Muscle> muscle) {
                if (const ReviewedAthlete* athlete = shown())
                    m_noting->write(athlete->entry, days, muscle);
            });
    connect(m_review.get(), &CoachReview::noteChangeRequested, this, [this, shown](const CoachNote& note) {
        if (const ReviewedAthlete* athlete = shown())
            m_noting->change(athlete->entry, note);
    });
    connect(m_review.get(), &CoachReview::noteWithdrawRequested, this, [this, shown](const CoachNote& note) {
        if (const ReviewedAthlete* athlete = shown())
            m_noting->withdraw(athlete->entry, note);
    });
    connect(m_review.get(), &CoachReview::planRequested, this, [this, shown] {
        if (const ReviewedAthlete* athlete = shown())
            m_noting->plan(athlete->entry);
    });
    connect(m_review.get(), &CoachReview::exportNotesRequested, this, [this, shown] {
        if (const ReviewedAthlete* athlete = shown())
            m_noting->exportNotes(athlete->entry);
    });
    connect(m_noting.get(), &CoachNoting::notesChanged, m_review.get(), &CoachReview::notesChanged);
    connect(m_noting.get(), &CoachNoting::planChanged, m_review.get(), &CoachReview::planChanged);
    connect(m_noting.get(), &CoachNoting::noticed, this, &CoachPage::noticed);
    connect(m_noting.get(), &CoachNoting::failed, this, [this](const Error& error) { showFailure(error); });
    connect(m_export.get(), &CoachExport::noticed, this, &CoachPage::noticed);
    connect(m_export.get(), &CoachExport::failed, this, [this](const Error& error) { showFailure(error); });
}

}  // namespace psolog
