// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

namespace psolog {

class Theme;

/// One part of a segment bar.
struct Segment {
    QString label;
    double weight = 1;  ///< its share of the width; > 0

    friend bool operator==(const Segment&, const Segment&) = default;
};

/// The parts of something that runs, as bars side by side: how long each is and how much of it is done. Labels stand
/// below and use the widget's font; where they do not all fit, the current one is shown first.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class SegmentBar : public QWidget {
    Q_OBJECT
public:
    explicit SegmentBar(Theme& theme, QWidget* parent = nullptr);

    void setSegments(const std::vector<Segment>& segments);
    /// Part done of each, 0-1; missing ones are 0.
    void setDone(const std::vector<double>& done);
    /// The segment that runs; -1 for none.
    void setCurrent(int index);

    [[nodiscard]] const std::vector<Segment>& segments() const { return m_segments; }
    [[nodiscard]] double done(std::size_t index) const { return index < m_done.size() ? m_done[index] : 0.0; }
    [[nodiscard]] int current() const { return m_current; }
    /// Place of a segment's bar.
    [[nodiscard]] QRectF segmentRect(std::size_t index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] int barHeight() const;

    Theme& m_theme;
    std::vector<Segment> m_segments;
    std::vector<double> m_done;
    int m_current = -1;
};

}  // namespace psolog
