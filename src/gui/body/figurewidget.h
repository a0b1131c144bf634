// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include <QVariantAnimation>
#include <QWidget>

#include "core/pose.h"
#include "core/site.h"
#include "gui/theme/palettes.h"

namespace psolog {

class Theme;

/// Shows the jointed figure in one pose and moves smoothly to the next one.
///
/// The figure is scaled to fill the widget, its proportions kept. Its accessible role is Graphic and its description
/// is the pose's. A change of pose is animated for 350 ms, unless the style asks for no animation
/// (QStyle::SH_Widget_Animation_Duration is 0) or the widget is hidden; no timer runs otherwise.
///
/// Thread: GUI. Ownership: theme and library are borrowed and must outlive the widget.
class FigureWidget : public QWidget {
    Q_OBJECT

public:
    FigureWidget(const Theme& theme, const PoseLibrary& poses, QWidget* parent = nullptr);
    ~FigureWidget() override;

    /// Shows the pose of that name; false, and nothing changes, when the library has none.
    bool setPose(std::string_view name);
    /// Shows this pose.
    void setPose(const Pose& pose);
    /// The pose shown, or being moved to.
    [[nodiscard]] const Pose& pose() const { return m_target; }

    /// Mirrored left to right, for the other side.
    void setMirrored(bool mirrored);
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }

    /// Muscles drawn on the bones instead of the pose's own.
    void setHighlight(const std::set<Muscle>& muscles);
    /// Back to the muscles the pose asks for.
    void clearHighlight();
    [[nodiscard]] const std::set<Muscle>& highlight() const;

    /// The colour behind the widget (Role::Card unless told): parts of the figure are set off against each other with
    /// it.
    void setSurface(Role surface);

    /// Asks for this height, instead of one that fits the figure's own size; it still grows with its layout.
    void setPreferredHeight(int height);

    [[nodiscard]] bool isAnimating() const { return m_animation.state() == QAbstractAnimation::Running; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateDescription();

    const Theme& m_theme;
    const PoseLibrary& m_poses;
    Pose m_from;
    Pose m_shown;
    Pose m_target;
    std::optional<std::set<Muscle>> m_highlight;
    QVariantAnimation m_animation;
    Role m_surface = Role::Card;
    std::optional<int> m_preferredHeight;
    bool m_mirrored = false;
};

}  // namespace psolog
