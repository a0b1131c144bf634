// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

class QWidget;

namespace psolog {

/// Calls a function once a window has been painted for the first time: what need not be there before the user sees
/// something. GUI thread; the window must outlive it or be painted before.
class FirstPaint : public QObject {
    Q_OBJECT
public:
    FirstPaint(QWidget& window, std::function<void()> then, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> m_then;
};

}  // namespace psolog
