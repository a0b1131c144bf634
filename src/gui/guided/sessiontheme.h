// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include "gui/theme/theme.h"

namespace psolog {

/// The dark colours and the large text of a guided flow's screen. They follow the program's text size and grow with the
/// window, so that a full screen is read from further away.
///
/// Thread: GUI. Ownership: the program's theme is borrowed and must outlive it. Errors: none.
class SessionTheme : public Theme {
    Q_OBJECT
public:
    explicit SessionTheme(const Theme& program, QObject* parent = nullptr);

    /// The program's theme or the size of the page changed.
    void follow(QSize page);

private:
    const Theme& m_program;
};

}  // namespace psolog
