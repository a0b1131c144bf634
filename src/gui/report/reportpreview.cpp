// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/reportpreview.h"

#include <algorithm>
#include <utility>

#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <QWheelEvent>

namespace psolog {

namespace {

constexpr double kStep = 1.25;
constexpr double kMostZoom = 3;
constexpr int kSurround = 14;  ///< px around the page

}  // namespace

/// Paints the page, from a picture of it as long as size and page stay the same.
class ReportPreview::Canvas : public QWidget {
public:
    Canvas(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { }

    void show(std::shared_ptr<const ReportSheet> sheet, double zoom)
    {
        m_sheet = std::move(sheet);
        m_zoom = zoom;
        m_picture = {};
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        if (!m_sheet)
            return;
        const QSize size = (m_sheet->size() * m_zoom).toSize();
        const QPoint corner((width() - size.width()) / 2, (height() - size.height()) / 2);
        if (m_picture.isNull()) {
            const double ratio = devicePixelRatioF();
            m_picture = QPixmap(size * ratio);
            m_picture.setDevicePixelRatio(ratio);
            QPainter page(&m_picture);
            page.scale(m_zoom, m_zoom);
            m_sheet->paint(page);
        }
        painter.drawPixmap(corner, m_picture);
        painter.setPen(m_theme.color(Role::ControlLine));
        painter.drawRect(QRect(corner, size).adjusted(-1, -1, 0, 0));
    }

private:
    const Theme& m_theme;
    std::shared_ptr<const ReportSheet> m_sheet;
    QPixmap m_picture;
    double m_zoom = 1;
};

ReportPreview::ReportPreview(const Theme& theme, QWidget* parent)
    : QScrollArea(parent),
      m_theme(theme),
      m_canvas(new Canvas(theme, this))
{
    setWidget(m_canvas);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignCenter);
    setAccessibleName(tr("Preview of the report"));
    connect(&theme, &Theme::changed, this, &ReportPreview::arrange);
}

ReportPreview::~ReportPreview() = default;

void ReportPreview::setSheet(std::shared_ptr<const ReportSheet> sheet)
{
    m_sheet = std::move(sheet);
    setAccessibleDescription(m_sheet ? m_sheet->words().join(QStringLiteral(". ")) : QString());
    arrange();
}

double ReportPreview::wholeZoom() const
{
    if (!m_sheet)
        return 1;
    const QSizeF page = m_sheet->size();
    const QSize room = maximumViewportSize();
    return std::max(
        0.1, std::min((room.width() - 2 * kSurround) / page.width(), (room.height() - 2 * kSurround) / page.height()));
}

void ReportPreview::setZoom(double zoom)
{
    const double whole = wholeZoom();
    m_zoom = zoom <= whole ? 0 : std::min(zoom, kMostZoom);
    arrange();
    Q_EMIT zoomChanged();
}

void ReportPreview::zoomIn()
{
    setZoom((m_zoom > 0 ? m_zoom : wholeZoom()) * kStep);
}

void ReportPreview::zoomOut()
{
    setZoom(m_zoom / kStep);
}

void ReportPreview::showWholePage()
{
    setZoom(0);
}

void ReportPreview::arrange()
{
    const double zoom = m_zoom > 0 ? m_zoom : wholeZoom();
    const QSize page = m_sheet ? (m_sheet->size() * zoom).toSize() : QSize();
    const QSize around = m_zoom > 0 ? page + QSize(2 * kSurround, 2 * kSurround) : maximumViewportSize();
    m_canvas->resize(around.expandedTo(maximumViewportSize().boundedTo(around)));
    m_canvas->show(m_sheet, zoom);
}

QSize ReportPreview::sizeHint() const
{
    return {m_theme.px(520), m_theme.px(560)};
}

void ReportPreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return showWholePage();
    default:  // keys of the scroll area
        QScrollArea::keyPressEvent(event);
    }
}

void ReportPreview::wheelEvent(QWheelEvent* event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0)
        return QScrollArea::wheelEvent(event);
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
    event->accept();
}

void ReportPreview::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

}  // namespace psolog
