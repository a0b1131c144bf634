// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/pose.h"
#include "core/routine.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace psolog {

class FigureWidget;
class RoutineDraft;
class Theme;

/// The fields of the current step of a draft, each with what is wrong with it beside it.
///
/// Thread: GUI. Ownership: all arguments are borrowed and must outlive it.
class StepForm : public QWidget {
    Q_OBJECT
public:
    StepForm(Theme& theme, const PoseLibrary& poses, RoutineDraft& draft, QWidget* parent = nullptr);

    void retranslate();

private:
    void build(Theme& theme, const PoseLibrary& poses);
    void connectFields();
    void follow();
    void showIssues();
    void fillChoices();
    void choosePose(const std::string& pose);

    RoutineDraft& m_draft;
    const PoseLibrary& m_poses;
    QLabel* m_title;
    QLabel* m_kindLabel;
    QComboBox* m_kind;
    QLabel* m_zoneLabel;
    QComboBox* m_zone;
    QLabel* m_sideLabel;
    QComboBox* m_side;
    QLabel* m_secondsLabel;
    QSpinBox* m_seconds;
    QLabel* m_time;
    QLabel* m_secondsError;
    QLabel* m_cueLabel;
    QPlainTextEdit* m_cue;
    QLabel* m_cueLength;
    QLabel* m_cueError;
    QLabel* m_cueWarning;
    QLabel* m_poseLabel;
    QComboBox* m_pose;
    QLabel* m_poseError;
    FigureWidget* m_figure;
};

}  // namespace psolog
