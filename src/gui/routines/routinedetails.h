// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/ports/iroutinestore.h"
#include "core/pose.h"

class QGridLayout;
class QLabel;

namespace psolog {

class Button;
class FigureWidget;
class SegmentBar;
class Theme;

/// One routine in full: what it is for, its steps, and what can be done with it. A shipped one can be duplicated, not
/// changed.
///
/// Thread: GUI. Ownership: theme and poses are borrowed and must outlive it.
class RoutineDetails : public QWidget {
    Q_OBJECT
public:
    RoutineDetails(Theme& theme, const PoseLibrary& poses, QWidget* parent = nullptr);

    /// `proposedFor`: why it is proposed; empty when it is not.
    void show(const StoredRoutine& stored, bool chosen, const QString& proposedFor);
    void retranslate();

Q_SIGNALS:
    void useRequested();
    void editRequested();
    void duplicateRequested();
    void deleteRequested();
    void exportRequested();

private:
    void showSteps(const Routine& routine);

    Theme& m_theme;
    FigureWidget* m_figure;
    QLabel* m_badge;
    QLabel* m_proposedBadge;
    QLabel* m_title;
    QLabel* m_purpose;
    QLabel* m_reason;
    QLabel* m_facts;
    SegmentBar* m_segments;
    QGridLayout* m_steps;
    QLabel* m_shippedHint;
    Button* m_useButton;
    Button* m_editButton;
    Button* m_duplicateButton;
    Button* m_exportButton;
    Button* m_deleteButton;
    std::optional<StoredRoutine> m_shown;
    bool m_chosen = false;
    QString m_proposedFor;
};

}  // namespace psolog
