// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace psolog {

/// Two widgets side by side while both fit, one above the other when they do not.
class SplitRow : public QWidget {
    Q_OBJECT
public:
    /// Takes ownership of both. The width beside is shared by the stretches; a second stretch of 0 keeps the second
    /// widget at its own width.
    SplitRow(QWidget* first, int firstStretch, QWidget* second, int secondStretch, QWidget* parent = nullptr);

    /// The first widget is never made narrower than this beside the second; in px. 0: its own width.
    void setFirstMinimum(int width);

    /// Asks for no more width than the wider of both, so that a row around it finds room for it: there it has one above
    /// the other, both at the right edge.
    void setFolding(bool folding);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] bool isBeside(int width) const;
    [[nodiscard]] int secondWidth(int width) const;
    [[nodiscard]] int stackedSpacing() const;
    void place();

    QWidget* m_first;
    QWidget* m_second;
    int m_firstStretch;
    int m_secondStretch;
    int m_firstMinimum = 0;
    bool m_folding = false;
};

}  // namespace psolog
