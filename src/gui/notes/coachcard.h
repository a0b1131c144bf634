// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "core/coachnote.h"
#include "core/result.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

class Button;
class Page;
class RoutinePreview;
struct Services;

/// What a coach sent and the runner has not read yet, and the plan that the coach proposes. Not there when there is
/// neither. The plan starts nothing: it can be put among one's own routines.
///
/// Thread: GUI. Services and page are borrowed; changes go to the undo stack of the services.
class CoachCard : public QFrame {
    Q_OBJECT
public:
    CoachCard(Services& services, Page& page, QWidget* parent = nullptr);

    /// Reads again. An error hides the card and is passed on.
    Result<void> refresh();
    void retranslate();

Q_SIGNALS:
    /// The user wants to see a note or all of them in History; empty: all.
    void historyRequested(const QString& noteId);
    void releaseRequested();
    void failed(const Error& error);
    /// Something was done for the foot of the window.
    void noticed(const QString& message, bool offerUndo);
    /// What had the focus is gone, and nothing in the card can take it.
    void focusLost();

private:
    void buildPlan();
    void showPlan(const std::optional<CoachPlan>& plan);
    void showNotes(const std::vector<CoachNote>& unread);
    void markRead(const CoachNote& note);
    void useRoutine();
    /// The routine of the plan among those that there are, by what it does.
    [[nodiscard]] bool hasRoutine() const;

    Services& m_services;
    Page& m_page;
    std::optional<CoachPlan> m_plan;
    QLabel* m_title;
    QWidget* m_planPart;
    QLabel* m_proposal = nullptr;
    QLabel* m_signed = nullptr;
    QLabel* m_caution = nullptr;
    Button* m_use = nullptr;
    Button* m_steps = nullptr;
    RoutinePreview* m_preview = nullptr;
    QVBoxLayout* m_notes;
};

}  // namespace psolog
