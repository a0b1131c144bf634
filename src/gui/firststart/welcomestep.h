// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/pose.h"
#include "gui/firststart/firststep.h"

namespace psolog {

namespace Ui {
class WelcomeStep;
}

class FigureWidget;
class Theme;

/// What Psolog is, and the athlete's name. Thread: GUI. Theme and poses are borrowed.
class WelcomeStep : public FirstStep {
    Q_OBJECT
public:
    WelcomeStep(const Theme& theme, const PoseLibrary& poses, QWidget* parent = nullptr);
    ~WelcomeStep() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool accept() override;
    void begin() override;

    /// The name entered, without blanks around it; may be empty.
    [[nodiscard]] QString name() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    /// True when the name can be stored; shows what is wrong beside it otherwise.
    bool checkName();

    std::unique_ptr<Ui::WelcomeStep> m_ui;
    const Theme& m_theme;
    FigureWidget* m_figure;
};

}  // namespace psolog
