// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "core/coachnote.h"
#include "core/ports/icoachlibrary.h"
#include "gui/review/reviewedathlete.h"

class QStackedWidget;

namespace psolog {

class CoachData;
class ReviewView;
class RosterModel;
struct Services;

/// Opens athletes for a review, one after the other: in the order of the roster as it was when the first was opened, so
/// that reviewing one does not change who comes next. GUI thread; borrows its arguments.
class CoachReview : public QObject {
    Q_OBJECT
public:
    /// The view is made when it is first needed, as another page of `parts`, whose first one is the roster.
    CoachReview(Services& services, CoachData& data, const RosterModel& model, QStackedWidget& parts);
    ~CoachReview() override;

    void open(const AthleteId& id);
    /// Back to the roster.
    void close();
    /// Whom a review is about; empty: none.
    [[nodiscard]] const AthleteId& athlete() const { return m_athlete; }
    /// The athlete as the library has it, with the notes; null when none is shown.
    [[nodiscard]] const ReviewedAthlete* shown() const;
    void setFocus();
    /// Shows the athlete who came while the page was not on the screen.
    void showLate();

    /// What the library says now of an athlete who may be the one shown.
    void reviewed(const AthleteId& id, const std::optional<ReviewMark>& mark);
    void notesChanged(const AthleteId& id, const std::vector<CoachNote>& notes);
    void planChanged(const AthleteId& id, const CoachPlan& plan);

Q_SIGNALS:
    /// An athlete is shown.
    void opened();
    /// The roster is shown again; this was the last athlete.
    void closed(const psolog::AthleteId& last);
    void reviewedRequested();
    void noteRequested(std::optional<psolog::NoteDays> days, std::optional<psolog::Muscle> muscle);
    void noteChangeRequested(const psolog::CoachNote& note);
    void noteWithdrawRequested(const psolog::CoachNote& note);
    void planRequested();
    void exportNotesRequested();
    void noticed(const QString& message, bool offerUndo);

private:
    void make();
    void step(int by);
    void request(const AthleteId& id);
    void receive(const std::shared_ptr<ReviewedAthlete>& athlete, bool beside);
    void tellPlace();
    /// Says when the library has a newer copy of the athlete than the one on the screen.
    void tellNewer();

    Services& m_services;
    CoachData& m_data;
    const RosterModel& m_model;
    QStackedWidget& m_parts;
    ReviewView* m_view = nullptr;  ///< of the stack
    std::vector<AthleteId> m_order;
    AthleteId m_wanted;                       ///< asked for and not here yet
    AthleteId m_athlete;                      ///< shown
    AthleteId m_beside;                       ///< asked for to stand beside
    std::shared_ptr<ReviewedAthlete> m_late;  ///< came while the page was not on the screen
    std::string m_newer;                      ///< digest of the newer copy that was told of
};

}  // namespace psolog
