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

/// What a guided flow's screen says.
struct SessionText {
    QString title;  ///< "Middle zone"
    QString line;   ///< "point 2 · 2:38 of 5:00 left"
    QString next;   ///< "then: high zone"; empty for none
    QString cue;    ///< how to do it; empty for none
};

/// The words of a running flow and its figure, one below the other. The status is always there; what comes next, the
/// cue and then the figure get what height is left, and are hidden where that is too little to read them.
///
/// Thread: GUI. Ownership: theme and poses are borrowed and must outlive the widget. Errors: none.
class SessionWords : public QWidget {
    Q_OBJECT
public:
    /// `name`: what assistive technology calls the status.
    SessionWords(Theme& theme, const PoseLibrary& poses, const QString& name, QWidget* parent = nullptr);

    void setText(const SessionText& text);
    [[nodiscard]] SessionStatus* status() const { return m_status; }
    [[nodiscard]] FigureWidget* figure() const { return m_figure; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyFonts();
    void arrange();
    /// Gives a label its place below `top`, or hides it; true when it got one.
    bool place(QLabel* label, int& top) const;

    Theme& m_theme;
    SessionStatus* m_status;
    QLabel* m_next;
    QLabel* m_cue;
    FigureWidget* m_figure;
};

}  // namespace psolog
