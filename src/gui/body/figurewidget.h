// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string_view>

#include <QElapsedTimer>
#include <QTimer>
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
/// is the pose's, with left and right exchanged where the picture is mirrored. A change of pose is animated for 420 ms
/// and no limb passes through the floor. The figure breathes when asked to. It stands still when the theme or the style
/// asks for that (Theme::isStill(), QStyle::SH_Widget_Animation_Duration is 0) or the widget is hidden; then, and at
/// rest, no timer runs.
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

    /// Breathes calmly, four seconds in and six out, beginning to breathe in now; only a few pictures a second, because
    /// the movement is small.
    void setBreathing(bool breathing);
    /// Whether it is moving with the breath at the moment.
    [[nodiscard]] bool isBreathing() const { return m_breathTimer.isActive(); }
    /// How full the lungs are so long after the beginning of a breath, 0 to 1.
    [[nodiscard]] static double breathAt(std::chrono::milliseconds sinceStart);

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
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] bool mayMove() const;
    void updateBreathing();
    void updateDescription();

    const Theme& m_theme;
    const PoseLibrary& m_poses;
    Pose m_from;
    Pose m_shown;
    Pose m_target;
    std::optional<std::set<Muscle>> m_highlight;
    QVariantAnimation m_animation;
    double m_lowest = 0;  ///< no picture between two poses goes below this
    QTimer m_breathTimer;
    QElapsedTimer m_breathClock;
    bool m_breathing = false;
    Role m_surface = Role::Card;
    std::optional<int> m_preferredHeight;
    bool m_mirrored = false;
};

}  // namespace psolog
