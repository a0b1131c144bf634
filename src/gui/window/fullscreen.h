// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace psolog {

class ISettings;

/// The full screen of a window. A guided flow takes it when the user wants that (Settings::fullScreenSession), and its
/// end gives it back, so that the window is again what it was, maximised or not, on the screen it was on. What the user
/// chooses by hand during a flow is remembered for the next one.
///
/// Thread: GUI. Ownership: window and settings are borrowed and must outlive it. Errors: a choice that cannot be stored
/// holds for this flow.
class FullScreen {
public:
    FullScreen(QWidget& window, ISettings& settings) : m_window(window), m_settings(settings) { }

    /// A guided flow runs, or no longer does.
    void follow(bool flow);
    /// The user asks for it, or for the end of it.
    void toggle();
    /// Gives back what was taken for a flow.
    void leave();

private:
    void set(bool full);

    QWidget& m_window;
    ISettings& m_settings;
    bool m_flow = false;
    bool m_taken = false;  ///< for the flow
};

}  // namespace psolog
