// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/testseries.h"
#include "gui/charts/timechart.h"

namespace psolog {

/// Results of one self-test over time: for each test the median of its readings with a bar from the lowest to the
/// highest, for left (circle, solid) and right (square, dashed), or arched and tucked. y is always 0-4, none to hard.
class SelfTestChart : public TimeChart {
    Q_OBJECT
public:
    SelfTestChart(const Theme& theme, SelfTestKind kind, QWidget* parent = nullptr);
    ~SelfTestChart() override;

    /// The complete tests of this kind, in order of days. The range does not change.
    void setTests(std::vector<TestPoint> tests);
    [[nodiscard]] const std::vector<TestPoint>& tests() const { return m_tests; }

    [[nodiscard]] QStringList readout(int day) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void restyle() override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString laneName(std::size_t lane) const;
    void paintBars(QCPPainter& painter) const;
    void paintLabels(QCPPainter& painter) const;
    void retranslate();

    SelfTestKind m_kind;
    std::vector<TestPoint> m_tests;
};

/// "none", "flicker", "soft", "firm", "hard".
[[nodiscard]] QString ratingWord(int rating);

}  // namespace psolog
