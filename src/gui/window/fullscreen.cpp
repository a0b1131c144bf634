// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/fullscreen.h"

#include <QWidget>

#include "core/ports/isettings.h"

namespace psolog {

void FullScreen::follow(bool flow)
{
    if (m_flow == flow)
        return;
    m_flow = flow;
    if (!flow)
        return leave();
    if (m_settings.current().fullScreenSession && !m_window.isFullScreen() && m_window.isVisible()) {
        m_taken = true;
        set(true);
    }
}

void FullScreen::toggle()
{
    const bool full = !m_window.isFullScreen();
    m_taken = full && m_flow;
    set(full);
    if (!m_flow)
        return;
    Settings settings = m_settings.current();
    settings.fullScreenSession = full;
    static_cast<void>(m_settings.save(settings));
}

void FullScreen::leave()
{
    if (m_taken)
        set(false);
    m_taken = false;
}

void FullScreen::set(bool full)
{
    // The other bits stay: a window that was maximised is maximised again afterwards.
    const Qt::WindowStates state = m_window.windowState();
    m_window.setWindowState(full ? state | Qt::WindowFullScreen : state & ~Qt::WindowFullScreen);
}

}  // namespace psolog
