// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QWidget>

#include "core/pose.h"

class QLabel;

namespace psolog {

class FigureWidget;
class SessionStatus;
class Theme;

/// The words of a running session and its figure, one below the other. The status is always there; the cue and then the
/// figure get what height is left, and are hidden where that is too little to read them.
///
/// Thread: GUI. Ownership: theme and poses are borrowed and must outlive the widget. Errors: none.
class SessionWords : public QWidget {
    Q_OBJECT
public:
    SessionWords(Theme& theme, const PoseLibrary& poses, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& line, const QString& cue);
    void setPose(std::string_view name);
    [[nodiscard]] SessionStatus* status() const { return m_status; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Theme& m_theme;
    SessionStatus* m_status;
    QLabel* m_cue;
    FigureWidget* m_figure;
};

}  // namespace psolog
