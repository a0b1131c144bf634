// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "core/records.h"
#include "gui/firststart/firststep.h"

class QFrame;
class QLabel;

namespace psolog {

class SafetyScreenWidget;

/// The safety screen, and kindly what a yes means. Thread: GUI.
class SafetyStep : public FirstStep {
    Q_OBJECT
public:
    explicit SafetyStep(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool accept() override;
    void begin() override;

    /// The items answered yes; empty also while not answered (accept() refuses that).
    [[nodiscard]] std::set<SafetyItem> present() const;

Q_SIGNALS:
    /// "None of these" was chosen.
    void noneChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAnswer();
    void retranslate();

    SafetyScreenWidget* m_screen;
    QLabel* m_missing;
    QFrame* m_lockedFrame;
    QLabel* m_locked;
};

}  // namespace psolog
