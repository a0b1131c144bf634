// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace psolog {

class Button;

/// A short message at the foot of the window, with Undo when the last action can be taken back. Goes by itself after
/// a while, unless it has the focus.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void announce(const QString& message, bool offerUndo);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void undoRequested();
    /// A message is shown; whoever places the bar may have to make room.
    void announced();

private:
    QLabel* m_label;
    Button* m_undo;
    QTimer m_timer;
};

}  // namespace psolog
