// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "core/records.h"
#include "core/result.h"

namespace Ui {
class ReleaseRecovery;
}

namespace psolog {

/// A session that was cut off: continue, save as partial, or discard. It shows when it was and how far it came, and
/// changes nothing; the page acts on the answer.
///
/// Thread: GUI. Errors: showError().
class ReleaseRecoveryWidget : public QWidget {
    Q_OBJECT
public:
    explicit ReleaseRecoveryWidget(QWidget* parent = nullptr);
    ~ReleaseRecoveryWidget() override;

    /// `continueProblem`: why it cannot be continued, for the user; empty when it can.
    void showSession(const ReleaseSession& session, LocalDay today, const QString& continueProblem);
    void showError(const std::optional<Error>& error);
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void continueChosen();
    void partialChosen();
    void discardChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::ReleaseRecovery> m_ui;
    ReleaseSession m_session;
    LocalDay m_today;
    QString m_continueProblem;
};

}  // namespace psolog
