// SPDX-License-Identifier: GPL-3.0-or-later
#include "paperprobe.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>
#include <QTextItem>

namespace psolog::test {

class PaperProbe::Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(QPaintEngine::AllFeatures) { }

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& now) override
    {
        if (now.state() & QPaintEngine::DirtyTransform)
            m_transform = now.transform();
        if (now.state() & QPaintEngine::DirtyClipEnabled)
            m_clipped = now.isClipEnabled();
        // A clip keeps what is painted inside; lines beyond the view of a chart end there.
        if (now.state() & (QPaintEngine::DirtyClipPath | QPaintEngine::DirtyClipRegion))
            m_clipped = true;
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QFontMetricsF metrics(item.font());
        // The letters without the room above and below them.
        const QRectF box(at.x(), at.y() - metrics.capHeight(), item.width(), metrics.capHeight());
        texts.push_back({item.text(), m_transform.mapRect(box)});
        reach |= m_transform.mapRect(box);
    }
    void drawPath(const QPainterPath& path) override { note(path.boundingRect()); }
    void drawRects(const QRectF* rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            note(rects[i]);
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode /*mode*/) override
    {
        QPolygonF polygon;
        for (int i = 0; i < count; ++i)
            polygon << points[i];
        note(polygon.boundingRect());
    }
    void drawPixmap(const QRectF& rect, const QPixmap& /*pixmap*/, const QRectF& /*part*/) override { note(rect); }
    Type type() const override { return User; }

    std::vector<PaintedText> texts;
    QRectF reach;

private:
    void note(const QRectF& rect)
    {
        if (!m_clipped)
            reach |= m_transform.mapRect(rect);
    }

    QTransform m_transform;
    bool m_clipped = false;
};

PaperProbe::PaperProbe(QSize size) : m_size(size), m_engine(std::make_unique<Engine>()) { }

PaperProbe::~PaperProbe() = default;

QPaintEngine* PaperProbe::paintEngine() const
{
    return m_engine.get();
}

const std::vector<PaintedText>& PaperProbe::texts() const
{
    return m_engine->texts;
}

QRectF PaperProbe::reach() const
{
    return m_engine->reach;
}

int PaperProbe::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return QImage(1, 1, QImage::Format_RGB32).logicalDpiX();
    case PdmWidthMM:
    case PdmHeightMM:
    case PdmNumColors:
        break;
    }
    return QPaintDevice::metric(metric);
}

}  // namespace psolog::test
