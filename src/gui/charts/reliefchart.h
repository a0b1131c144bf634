// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QPicture>
#include <QWidget>

#include "analysis/relief.h"

namespace psolog {

class Theme;

/// How tightness went in each session and afterwards: before, after, the next morning, before the next session. One
/// panel a side; pale lines for the sessions, wider where more of them went the same way, and strong the medians with
/// their numbers of values below. A line stops where an answer is missing. y is always 0-10.
///
/// Keys: Left and Right choose a session, which is drawn stronger and read out; Home and End the oldest and the newest,
/// Esc none. To assistive technology it is a chart whose value is the session read out. Thread: GUI.
class ReliefChart : public QWidget {
    Q_OBJECT
public:
    explicit ReliefChart(const Theme& theme, QWidget* parent = nullptr);

    /// In order of time. `today` decides whether dates show their year.
    void setRows(std::vector<ReliefRow> rows, LocalDay today);
    [[nodiscard]] const std::vector<ReliefRow>& rows() const { return m_rows; }

    /// An index into rows().
    void setCursorRow(std::optional<std::size_t> row);
    [[nodiscard]] std::optional<std::size_t> cursorRow() const { return m_cursor; }
    /// "12 Nov, left: 6 before, 2 after, 3 next morning, 5 before the next session".
    [[nodiscard]] QString readout(std::size_t row) const;

    /// The chart as vectors, drawn at this size with the colours of the screen and without cursor.
    [[nodiscard]] QPicture picture(QSize size) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t kStations = 4;
    using Values = std::array<std::optional<double>, kStations>;

    [[nodiscard]] static Values valuesOf(const ReliefRow& row);
    [[nodiscard]] bool stacked(double width) const;
    void paint(QPainter& painter, QSizeF size, bool screen) const;
    void paintPanel(QPainter& painter, const QRectF& area, Side side, bool screen) const;
    void retranslate();

    const Theme& m_theme;
    std::vector<ReliefRow> m_rows;
    LocalDay m_today;
    std::optional<std::size_t> m_cursor;
    bool m_focusRing = false;
};

}  // namespace psolog
