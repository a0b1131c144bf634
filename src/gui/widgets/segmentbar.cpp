// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/segmentbar.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr double kGap = 6;
constexpr int kBarHeight = 12;
constexpr int kLabelGap = 8;
}  // namespace

SegmentBar::SegmentBar(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SegmentBar::setSegments(const std::vector<Segment>& segments)
{
    m_segments = segments;
    m_done.assign(segments.size(), 0.0);
    m_current = -1;
    describe();
    updateGeometry();
    update();
}

void SegmentBar::setDone(const std::vector<double>& done)
{
    // A running session calls this many times a second: only what moves by a pixel is painted again.
    bool seen = m_done.size() != m_segments.size();
    std::vector<double> next(m_segments.size(), 0.0);
    for (std::size_t i = 0; i < next.size(); ++i) {
        next[i] = i < done.size() ? std::clamp(done[i], 0.0, 1.0) : 0.0;
        if (!seen) {
            const double pixels = std::abs(next[i] - m_done[i]) * std::max(1.0, segmentRect(i).width());
            seen = pixels >= 1 || (next[i] != m_done[i] && (next[i] == 0 || next[i] == 1));
        }
    }
    if (!seen)
        return;
    m_done = std::move(next);
    update();
}

void SegmentBar::setCurrent(int index)
{
    if (m_current == index)
        return;
    m_current = index;
    describe();
    update();
}

void SegmentBar::describe()
{
    QStringList words;
    for (const Segment& segment : m_segments)
        words << segment.label;
    setAccessibleName(words.join(QStringLiteral(", ")));
    const auto at = static_cast<std::size_t>(m_current);
    setAccessibleDescription(
        m_current >= 0 && at < m_segments.size()
            ? tr("now %1, %2 of %3").arg(m_segments[at].label).arg(m_current + 1).arg(m_segments.size())
            : QString());
}

int SegmentBar::barHeight() const
{
    return m_theme.px(kBarHeight);
}

QRectF SegmentBar::segmentRect(std::size_t index) const
{
    double total = 0;
    double before = 0;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        total += m_segments[i].weight;
        if (i < index)
            before += m_segments[i].weight;
    }
    if (index >= m_segments.size() || total <= 0)
        return {};
    const double usable = std::max(0.0, width() - kGap * static_cast<double>(m_segments.size() - 1));
    return {usable * before / total + kGap * static_cast<double>(index), 0, usable * m_segments[index].weight / total,
            static_cast<double>(barHeight())};
}

QSize SegmentBar::sizeHint() const
{
    return {m_theme.px(320), barHeight() + m_theme.px(kLabelGap) + fontMetrics().height()};
}

QSize SegmentBar::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void SegmentBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void SegmentBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = barHeight() / 2.0;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const QRectF bar = segmentRect(i);
        QPainterPath outline;
        outline.addRoundedRect(bar, radius, radius);
        painter.fillPath(outline, m_theme.color(Role::Track));
        if (done(i) > 0) {
            painter.save();
            painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * done(i), bar.height()));
            painter.fillPath(outline, m_theme.color(Role::Accent));
            painter.restore();
        }
    }

    std::vector<std::size_t> order;
    if (m_current >= 0 && static_cast<std::size_t>(m_current) < m_segments.size())
        order.push_back(static_cast<std::size_t>(m_current));
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (static_cast<int>(i) != m_current)
            order.push_back(i);
    std::vector<QRectF> taken;
    const double top = barHeight() + m_theme.px(kLabelGap);
    for (const std::size_t i : order) {
        const double wide = fontMetrics().horizontalAdvance(m_segments[i].label) + 1;
        const double left = std::max(0.0, std::min(segmentRect(i).left(), width() - wide));
        const QRectF box(left, top, wide, fontMetrics().height());
        const QRectF claim = box.adjusted(-kGap, 0, kGap, 0);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(claim); }))
            continue;
        taken.push_back(box);
        painter.setPen(m_theme.color(static_cast<int>(i) == m_current ? Role::Text : Role::Muted));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, m_segments[i].label);
    }
}

}  // namespace psolog
