// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/coachnote.h"

class QLabel;

namespace psolog {

class Button;
class NotesListWidget;

/// The coach's notes and plan for one athlete, and the ways to add to them and to send them. It stores nothing. GUI
/// thread.
class ReviewNotes : public QWidget {
    Q_OBJECT
public:
    explicit ReviewNotes(QWidget* parent = nullptr);

    void present(const QString& athlete, const std::vector<CoachNote>& notes, const std::optional<CoachPlan>& plan,
                 LocalDay today);
    [[nodiscard]] QWidget& focusTarget() const;
    void retranslate();

Q_SIGNALS:
    void noteRequested();
    void noteChangeRequested(const psolog::CoachNote& note);
    void noteWithdrawRequested(const psolog::CoachNote& note);
    void planRequested();
    void exportRequested();

private:
    QLabel* m_title = nullptr;
    QLabel* m_intro = nullptr;
    QLabel* m_plan = nullptr;
    QLabel* m_none = nullptr;
    Button* m_add = nullptr;
    Button* m_planButton = nullptr;
    Button* m_export = nullptr;
    NotesListWidget* m_list = nullptr;
};

}  // namespace psolog
