// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QDialog>

#include "core/coachnote.h"
#include "core/result.h"

namespace Ui {
class PlanDialog;
}

namespace psolog {

class RoutinePreview;
struct Services;

/// What a plan dialog begins with.
struct PlanRequest {
    QString athlete;                   ///< name, for the title; may be empty
    std::string author;                ///< the coach; empty: the dialog asks for the name
    std::optional<CoachPlan> current;  ///< the plan that this one takes the place of
};

/// Proposes a routine, one of those in services.routines or the one of the current plan, and on how many days a week,
/// with its steps. As with NoteDialog: saveRequested() brings the plan; then accept() or showFailure().
///
/// Thread: GUI. The services are borrowed.
class PlanDialog : public QDialog {
    Q_OBJECT
public:
    PlanDialog(Services& services, const PlanRequest& request, QWidget* parent = nullptr);
    ~PlanDialog() override;

    /// Says that the plan was not stored, and why. The dialog stays.
    void showFailure(const Error& error);

Q_SIGNALS:
    /// A valid plan to store, with a new id. Its author is the name to keep when PlanRequest::author was empty.
    void saveRequested(const psolog::CoachPlan& plan);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillRoutines();
    void showRoutine();
    void retranslate();
    void save();

    Services& m_services;
    PlanRequest m_request;
    std::unique_ptr<::Ui::PlanDialog> m_ui;
    RoutinePreview* m_preview;
    std::vector<Routine> m_routines;  ///< in the order of the list
    CoachPlanId m_id;
};

}  // namespace psolog
