// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QWidget>

#include "core/score.h"
#include "core/site.h"

namespace psolog {

class BodyMapLayout;
class Theme;
struct BodyCaptions;

/// Front and back of the body with the twelve sites on it: shows and edits the soreness scores of one check-in.
///
/// The front is seen from the front (the athlete's left is on the right of the picture), the back from behind (left is
/// left). A site with a score is filled with the theme's soreness colour and shows the number; a site that was not
/// asked is a dashed outline with a dash, never a zero.
///
/// Keyboard (not read-only): 0-9 set the current site's score and T sets ten; Right or + raises, Left or - lowers;
/// Delete or Backspace makes it not asked; Tab, Down / Shift+Tab, Up go through the sites in tabOrder(), and Tab leaves
/// the widget after the last and before the first. Mouse: a click makes the site current, a click on the current site
/// raises its score, Shift or the right button lowers it, the wheel does both while the widget has the focus.
/// Raising a site that was not asked gives 0; raising stops at 10, lowering at 0.
///
/// To assistive technology the widget is a group of twelve spin boxes ("Left hamstring", "6 of 10" or "not asked").
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class BodyMapWidget : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact)

public:
    explicit BodyMapWidget(const Theme& theme, QWidget* parent = nullptr);
    ~BodyMapWidget() override;

    /// Replaces all scores; emits nothing.
    void setScores(const SiteScores& scores);
    [[nodiscard]] const SiteScores& scores() const { return m_scores; }

    /// Sets one score (empty: not asked); emits nothing. For a page that edits the current site by other controls.
    void setScore(Site site, std::optional<Score> score);

    /// A read-only map shows the scores, takes no focus and edits nothing; it still emits siteActivated on a click.
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    /// Compact: short captions ("Front", "Back") and a small minimum size, for a narrow card. Otherwise the captions
    /// tell left from right; they wrap, and are short where even that does not fit.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }

    /// The site that keys and assistive technology edit; empty: none. Emits currentSiteChanged when it changes.
    /// When the widget takes the focus with no current site, the first (Tab) or last (Shift+Tab) becomes current.
    void setCurrentSite(std::optional<Site> site);
    [[nodiscard]] std::optional<Site> currentSite() const { return m_current; }

    /// The order of Tab and of the accessible children: hamstrings, calves, glutes, lower back, quadriceps, psoas,
    /// left before right.
    [[nodiscard]] static const std::array<Site, kSiteCount>& tabOrder();

    /// Closed outline of a site in widget coordinates.
    [[nodiscard]] QPainterPath sitePath(Site site) const;
    /// Bounds of the outline, grown to at least 24 px in width and height; in widget coordinates.
    [[nodiscard]] QRectF siteRect(Site site) const;
    /// The site a pointer at this position means: the one that holds it, else the nearest within a few pixels.
    [[nodiscard]] std::optional<Site> siteUnder(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click or press of Return/Space on a site, also when read-only or already current.
    void siteActivated(psolog::Site site);
    /// The user changed a score (empty: not asked); scores() already holds it.
    void scoreEdited(psolog::Site site, std::optional<psolog::Score> score);
    void currentSiteChanged(std::optional<psolog::Site> site);

public:
    /// Changes a score as the user would: stores it, emits scoreEdited when it differs, tells assistive technology.
    /// Ignored when read-only.
    void editScore(Site site, std::optional<Score> score);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] BodyCaptions captions() const;
    [[nodiscard]] BodyMapLayout mapLayout() const;
    void step(Site site, int by);
    bool moveCurrent(int by);
    void setHovered(std::optional<Site> site);
    void updateDescription();
    void announceFocus();
    void announceValue(Site site);

    const Theme& m_theme;
    SiteScores m_scores;
    std::optional<Site> m_current;
    std::optional<Site> m_hovered;
    int m_wheelRest = 0;  ///< eighths of a degree turned since the last step
    bool m_readOnly = false;
    bool m_compact = false;
};

}  // namespace psolog
