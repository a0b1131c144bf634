// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

namespace psolog {

class SessionButton;
class Theme;

/// The buttons at the foot of a guided flow's screen in one row, the big key first and Stop last, or in two rows where
/// the window is narrow. Clicks beside the buttons end here, so that a near miss of Stop is not taken for the big key.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class SessionButtons : public QWidget {
    Q_OBJECT
public:
    explicit SessionButtons(Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    using Row = std::vector<SessionButton*>;

    /// At least three buttons, which are children of this widget; call once.
    void setButtons(Row buttons);
    /// Some got other words, came or went.
    void arrange();
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] Row shown() const;
    [[nodiscard]] std::vector<Row> twoRows() const;
    [[nodiscard]] std::vector<Row> rows(int width) const;
    [[nodiscard]] static int widthOf(const Row& row);
    [[nodiscard]] int rowHeight(std::size_t count) const;

    Row m_buttons;
};

}  // namespace psolog
