// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

/// One step of the first start.
class FirstStep : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// True when the step has what it needs; otherwise says in the step what is missing, and sets the focus there.
    [[nodiscard]] virtual bool accept() = 0;
    /// Sets the focus to the first control.
    virtual void begin() = 0;
};

}  // namespace psolog
