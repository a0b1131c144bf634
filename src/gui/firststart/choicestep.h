// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/records.h"
#include "gui/firststart/firststep.h"

namespace psolog {

namespace Ui {
class ChoiceStep;
}

/// A baseline week first, or release from today. Thread: GUI.
class ChoiceStep : public FirstStep {
    Q_OBJECT
public:
    explicit ChoiceStep(QWidget* parent = nullptr);
    ~ChoiceStep() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool accept() override { return true; }
    void begin() override;

    [[nodiscard]] StartChoice choice() const;
    /// Says that the safety screen locks the release.
    void setLocked(bool locked);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::unique_ptr<Ui::ChoiceStep> m_ui;
};

}  // namespace psolog
