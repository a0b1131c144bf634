// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/routine.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

/// A routine with every step and cue, to be read before it is used. GUI thread.
class RoutinePreview : public QWidget {
    Q_OBJECT
public:
    explicit RoutinePreview(QWidget* parent = nullptr);

    void setRoutine(const Routine& routine);

private:
    QLabel* m_name;
    QLabel* m_facts;
    QWidget* m_steps = nullptr;
    QVBoxLayout* m_place;  ///< of the steps
};

}  // namespace psolog
