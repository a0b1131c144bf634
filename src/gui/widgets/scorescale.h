// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QStringList>
#include <QWidget>

#include "core/score.h"

namespace psolog {

class Theme;

/// A row of numbered cells 0-10 in the soreness colours, to rate one thing: soreness, effort, tightness. A dashed cell
/// before the zero takes the rating back ("not asked"). The chosen cell has a ring around it.
///
/// Keyboard: 0-9 and T (ten), Right/+ and Left/- step, Home and End, Delete or Backspace for not asked. Stepping from
/// not asked gives 0. To assistive technology it is a slider whose value reads "6 of 10" or "not asked"; set its
/// accessible name, or a buddy.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class ScoreScale : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact)
public:
    explicit ScoreScale(Theme& theme, QWidget* parent = nullptr);

    /// Shows a value; emits nothing.
    void setValue(std::optional<Score> value);
    [[nodiscard]] std::optional<Score> value() const { return m_value; }

    /// Changes the value as the user would: emits edited() when it differs.
    void edit(std::optional<Score> value);

    /// Words below the cells, from the left end (0) to the right end (10), spread evenly; they wrap when long.
    void setAnchors(const QStringList& words);
    /// Lower cells, for a scale that is not the main thing on its card.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }

    /// Place of a cell; empty: the cell of not asked.
    [[nodiscard]] QRectF cellRect(std::optional<Score> value) const;

    /// The value in words: "6 of 10" or "not asked".
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] const QStringList& anchors() const { return m_anchors; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_anchors.isEmpty(); }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// The user chose a value (empty: not asked).
    void edited(std::optional<psolog::Score> value);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr int kCells = Score::kMax + 2;  ///< not asked, 0 … 10

    [[nodiscard]] QRectF cell(int index) const;
    [[nodiscard]] int indexAt(QPointF position) const;
    [[nodiscard]] int cellHeight() const;
    [[nodiscard]] static double cellWidth(int width);
    [[nodiscard]] std::vector<QRect> anchorRects(int width) const;
    void step(int by);
    void setHovered(int index);
    void tellChange();

    Theme& m_theme;
    std::optional<Score> m_value;
    QStringList m_anchors;
    int m_hovered = -1;
    bool m_compact = false;
};

}  // namespace psolog
