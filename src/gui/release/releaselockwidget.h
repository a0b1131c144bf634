// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "session/releasegate.h"

class QVBoxLayout;
namespace Ui {
class ReleaseLock;
}

namespace psolog {

/// Why no release may begin, what to do, and the one explicit step that lifts the lock: the statement that a clinician
/// agreed, or that the advice after a red stop was read.
///
/// Thread: GUI. Errors: the page stores the step; setError() shows what went wrong beside the button.
class ReleaseLockWidget : public QWidget {
    Q_OBJECT
public:
    explicit ReleaseLockWidget(QWidget* parent = nullptr);
    ~ReleaseLockWidget() override;

    /// Shows a locked gate (LockedByScreening or LockedByRedStop); `today` is the date a clearance is stored with.
    void showGate(const ReleaseGate& gate, LocalDay today);
    void setError(const QString& text);
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void clinicianCleared();
    void adviceAcknowledged();
    void learnRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(QVBoxLayout* lines, const QStringList& texts);
    void retranslate();
    void updateButton();

    std::unique_ptr<Ui::ReleaseLock> m_ui;
    ReleaseGate m_gate;
    LocalDay m_today;
    bool m_readOnly = false;
};

}  // namespace psolog
