// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "analysis/review.h"

class QGridLayout;
class QLabel;

namespace psolog {

class Theme;

/// Every outcome but the primary one, described: the secondary ones, then the exploratory ones. They are read when the
/// card is first painted, so that the page comes up without them.
class OutcomesCard : public QFrame {
    Q_OBJECT
public:
    explicit OutcomesCard(const Theme& theme, QWidget* parent = nullptr);

    void setOutcomes(std::vector<Outcome> outcomes);
    /// What is shown is no longer of the log: asks again at the next paint.
    void expire();
    [[nodiscard]] bool isFilled() const { return m_filled; }
    void retranslate();

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The card is in view and has nothing of the log as it is now.
    void needed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void addSection(OutcomeRole role, const QString& title, int& row);
    void addCell(const QString& text, const char* look, int row, int column, int span = 1);

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_note;
    QGridLayout* m_grid;
    std::vector<Outcome> m_outcomes;
    std::vector<QWidget*> m_cells;
    bool m_filled = false;
    bool m_asked = false;
    bool m_wide = true;
};

}  // namespace psolog
