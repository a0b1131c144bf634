// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/routine.h"
#include "gui/guided/readycountdown.h"
#include "session/releaseflow.h"

class QFrame;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace psolog {

class CountdownRing;
class SegmentBar;
class SessionBar;
class SessionButton;
class SessionHead;
class SessionWords;
class Theme;
struct Services;

/// The screen of a running release session: a projection of the flow's snapshot, readable at two metres. Space, Return
/// or a click on the free area are the one big key; P, the arrows and Esc do the rest, V changes how much is heard.
/// Nothing on it is smaller than 24 px. It decides nothing: it asks by actionRequested() and shows what render() is
/// given. Before the start it counts down to it.
///
/// Thread: GUI. Ownership: theme and services are borrowed and must outlive the widget. Errors: none.
class SessionWidget : public QWidget {
    Q_OBJECT
public:
    /// `theme`: the colours of this screen, which need not be those of the program.
    SessionWidget(Theme& theme, Services& services, QWidget* parent = nullptr);

    /// Shows another routine; call before the first render().
    void setRoutine(const Routine& routine);
    void render(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready);
    /// Shows what was just said, for a few seconds of the session.
    void setPassing(const QString& words) { m_passing = words; }
    /// Asks whether to stop, because the user wants to leave; until the next action.
    void setLeaveAsked(bool asked) { m_leaveAsked = asked; }
    /// Puts the focus where all keys work.
    void focusStatus();

Q_SIGNALS:
    void actionRequested(psolog::ReleaseAction action);
    /// Try a failed write again.
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Shares the height between ring and buttons.
    void fit();
    void request(ReleaseAction action);
    void renderWords(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready);
    void renderRing(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready);
    void renderError(const ReleaseFlow::Snapshot& now);
    /// "Next: hold · then Middle zone".
    [[nodiscard]] QString nextWords(const ReleaseFlow::Snapshot& now) const;
    /// What was said in passing, as long as it is to be shown.
    [[nodiscard]] QString passing(const ReleaseFlow::Snapshot& now);
    void applyFonts();
    void retranslate();

    Theme& m_theme;
    Routine m_routine;
    QVBoxLayout* m_column;
    QHBoxLayout* m_middle;
    SessionHead* m_head;
    QFrame* m_errorBanner;
    QLabel* m_errorLabel;
    SessionButton* m_retryButton;
    CountdownRing* m_ring;
    SessionWords* m_words;
    SegmentBar* m_segments;
    SessionBar* m_bar;
    QString m_passing;
    QString m_passingShown;
    Milliseconds m_passingSince{0};  ///< time worked
    std::size_t m_passingStep = 0;
    bool m_leaveAsked = false;
    bool m_waits = false;  ///< it can go on
};

}  // namespace psolog
