// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/timechart.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QPinchGesture>
#include <QScrollBar>

#include "gui/charts/chartlayers.h"
#include "gui/charts/keyboardfocus.h"
#include "gui/charts/plotlibrary.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kEdgeDays = 0.6;  ///< room beside the first and last day
constexpr int kLeastDays = 3;
constexpr double kKeyZoom = 0.8;
constexpr double kPanShare = 0.1;
constexpr double kWheelStep = 120.0;

const QString kCursorLayer = QStringLiteral("cursor");

class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(TimeChart* chart) : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value && m_chart->cursorDay())
            return m_chart->readoutWithNotes(*m_chart->cursorDay()).join(QStringLiteral(", "));
        return QAccessibleWidget::text(kind);
    }

private:
    TimeChart* m_chart;
};

/// On a page that scrolls, the wheel zooms only a chart that has the focus.
bool wheelBelongsToPage(const QWidget& chart)
{
    if (chart.hasFocus())
        return false;
    for (const QWidget* widget = chart.parentWidget(); widget != nullptr; widget = widget->parentWidget())
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget))
            if (area->verticalScrollBar()->maximum() > 0)
                return true;
    return false;
}

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* chart = qobject_cast<TimeChart*>(object);
    return chart != nullptr ? new ChartAccessible(chart) : nullptr;
}

}  // namespace

TimeChart::TimeChart(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_plot(new QCustomPlot(this)),
      m_ticker(new DayTicker)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)

    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);

    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHints(QCP::phCacheLabels);
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->xAxis->setTicker(m_ticker);
    m_plot->xAxis->grid()->setVisible(false);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }

    // The cursor has a buffer of its own, so that following the pointer does not draw the data again.
    m_plot->addLayer(kCursorLayer, m_plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    m_plot->layer(kCursorLayer)->setMode(QCPLayer::lmBuffered);
    // Above the data and below the cursor; drawn with the data, of which there is always much more.
    new PaintedElement(m_plot, QStringLiteral("overlay"), [this](QCPPainter& painter) {
        paintNoteMarks(painter, m_theme, m_noteMarks, visibleDays(), m_plot->axisRect()->rect(),
                       [this](double day) { return xOf(day); });
    });
    new PaintedElement(m_plot, kCursorLayer, [this](QCPPainter& painter) { paintCursor(painter); });
    new PaintedElement(m_plot, kCursorLayer, [this](QCPPainter& painter) { paintFocus(painter); });

    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { m_dirty = false; });
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
}

TimeChart::~TimeChart() = default;

void TimeChart::restyle()
{
    const QFont font = smallFont();
    m_plot->setBackground(QBrush(m_theme.color(Role::Card)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(m_theme.color(Role::Muted));
        // Without a pen, exports draw dots.
        axis->setTickPen(QPen(m_theme.color(Role::Card), 1));
    }
    m_plot->yAxis->grid()->setPen(QPen(m_theme.color(Role::Divider), 1));
    m_plot->yAxis->setTickLabelPadding(m_theme.px(10));
    fitTicks();
    updateGeometry();
    changed();
}

void TimeChart::setMargins(const QMargins& margins, int tickLabelPadding)
{
    m_plot->axisRect()->setMargins(margins);
    m_plot->xAxis->setTickLabelPadding(tickLabelPadding);
    fitTicks();
}

void TimeChart::fitTicks()
{
    const QFontMetrics metrics(smallFont());
    const QMargins margins = m_plot->axisRect()->margins();
    const int room = width() - margins.left() - margins.right();
    const int label = metrics.horizontalAdvance(QStringLiteral("22 MMM")) + m_theme.px(40);
    m_ticker->setMost(std::max(2, room / std::max(label, 1)));
}

QFont TimeChart::smallFont() const
{
    return m_theme.font(TextStyle::Small);
}

void TimeChart::changed()
{
    m_dirty = true;
    m_plot->update();
}

double TimeChart::dayWidth() const
{
    return m_plot->axisRect()->width() / m_plot->xAxis->range().size();
}

double TimeChart::xOf(double day) const
{
    return m_plot->xAxis->coordToPixel(day);
}

double TimeChart::yOf(double value) const
{
    return m_plot->yAxis->coordToPixel(value);
}

void TimeChart::setBounds(DayRange bounds)
{
    m_bounds = bounds;
}

void TimeChart::setRange(DayRange range)
{
    m_home = range;
    m_cursor.reset();
    resetView();
}

DayRange TimeChart::visibleDays() const
{
    const QCPRange range = m_plot->xAxis->range();
    // A day is in view when its middle is.
    return {static_cast<int>(std::ceil(range.lower)), static_cast<int>(std::floor(range.upper))};
}

void TimeChart::resetView()
{
    setView(m_home.first - kEdgeDays, m_home.last + kEdgeDays);
}

void TimeChart::showView(const TimeChart& other)
{
    const QCPRange range = other.m_plot->xAxis->range();
    setView(range.lower, range.upper);
}

void TimeChart::setView(double lower, double upper)
{
    m_plot->xAxis->setRange(lower, upper);
    changed();
    const DayRange days = visibleDays();
    if (days == m_announced)
        return;
    m_announced = days;
    Q_EMIT visibleDaysChanged(days);
}

void TimeChart::zoom(double factor, double aboutDay)
{
    const QCPRange range = m_plot->xAxis->range();
    const double lowest = std::min(m_bounds.first, m_home.first) - kEdgeDays;
    const double highest = std::max(m_bounds.last, m_home.last) + kEdgeDays;
    const double least = std::min(kLeastDays - 1 + 2 * kEdgeDays, highest - lowest);
    const double size = std::clamp(range.size() * factor, least, highest - lowest);
    const double share = std::clamp((aboutDay - range.lower) / range.size(), 0.0, 1.0);
    const double lower = std::clamp(aboutDay - share * size, lowest, std::max(lowest, highest - size));
    setView(lower, lower + size);
}

void TimeChart::pan(double days)
{
    const QCPRange range = m_plot->xAxis->range();
    const double lowest = std::min(m_bounds.first, m_home.first) - kEdgeDays;
    const double highest = std::max(m_bounds.last, m_home.last) + kEdgeDays;
    const double lower = std::clamp(range.lower + days, lowest, std::max(lowest, highest - range.size()));
    setView(lower, lower + range.size());
}

void TimeChart::setCursorDay(std::optional<int> day)
{
    if (day == m_cursor)
        return;
    m_cursor = day;
    if (m_dirty)
        m_plot->update();
    else
        m_plot->layer(kCursorLayer)->replot();
    Q_EMIT cursorMoved();
    if (day && QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, readoutWithNotes(*day).join(QStringLiteral(", ")));
        QAccessible::updateAccessibility(&event);
    }
}

void TimeChart::setNoteMarks(std::vector<NoteMark> marks)
{
    if (marks == m_noteMarks)
        return;
    m_noteMarks = std::move(marks);
    changed();
}

QStringList TimeChart::readoutWithNotes(int day) const
{
    QStringList lines = readout(day);
    for (const NoteMark& mark : m_noteMarks)
        if (mark.first <= day && day <= mark.last && !lines.contains(mark.words))
            lines << mark.words;
    return lines;
}

void TimeChart::moveCursor(int by)
{
    const DayRange view = visibleDays();
    const int day = m_cursor ? *m_cursor + by : view.last;
    const DayRange reach{std::min(m_bounds.first, m_home.first), std::max(m_bounds.last, m_home.last)};
    const int target = std::clamp(day, reach.first, reach.last);
    if (target < view.first)
        pan(target - view.first);
    else if (target > view.last)
        pan(target - view.last);
    setCursorDay(target);
}

QPicture TimeChart::picture(QSize size)
{
    QPicture picture;
    m_printing = true;
    {
        QCPPainter painter(&picture);
        painter.setMode(QCPPainter::pmVectorized);
        m_plot->toPainter(&painter, size.width(), size.height());
    }
    m_printing = false;
    changed();
    return picture;
}

void TimeChart::paintCursor(QCPPainter& painter) const
{
    if (!m_cursor || m_printing)
        return;
    const QRect area = m_plot->axisRect()->rect();
    const double x = xOf(*m_cursor);
    if (x < area.left() - 1 || x > area.right() + 1)
        return;
    painter.setPen(QPen(m_theme.color(Role::ControlLine), 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));

    const QStringList lines = readoutWithNotes(*m_cursor);
    const QFont font = smallFont();
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    int wide = 0;
    for (const QString& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    const int pad = m_theme.px(10);
    const QSizeF size(wide + 2 * pad, metrics.lineSpacing() * static_cast<int>(lines.size()) + 2 * pad * 0.8);
    const double gap = m_theme.px(12);
    // To the right of the day where it fits, else to the left.
    double left = x + gap + size.width() <= width() ? x + gap : x - gap - size.width();
    left = std::clamp(left, 0.0, std::max(0.0, width() - size.width() - 1));
    const QRectF box(QPointF(left, area.top() + m_theme.px(8)), size);
    painter.setPen(QPen(m_theme.color(Role::ControlLine), 1));
    painter.setBrush(m_theme.color(Role::Card));
    painter.drawRoundedRect(box, m_theme.px(8), m_theme.px(8));
    double y = box.top() + pad * 0.8 + metrics.ascent();
    painter.setPen(m_theme.color(Role::Text));
    for (qsizetype i = 0; i < lines.size(); ++i, y += metrics.lineSpacing()) {
        painter.setFont(i == 0 ? strong : font);
        painter.drawText(QPointF(box.left() + pad, y), lines[i]);
    }
}

void TimeChart::paintFocus(QCPPainter& painter) const
{
    if (!m_focusRing || m_printing)
        return;
    painter.setPen(QPen(m_theme.color(Role::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(8), m_theme.px(8));
}

bool TimeChart::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (auto* pinch = qobject_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture))) {
            const QPointF centre = mapFromGlobal(pinch->hotSpot());
            if (pinch->scaleFactor() > 0)
                zoom(1.0 / pinch->scaleFactor(), m_plot->xAxis->pixelToCoord(centre.x()));
            return true;
        }
    }
    return QWidget::event(event);
}

bool TimeChart::eventFilter(QObject* watched, QEvent* event)
{
    // Drawing is put off to the paint, so that any number of changes costs one. Left to itself, the plot draws at each
    // change of its size as well.
    if (watched == m_plot && event->type() == QEvent::Resize) {
        m_plot->setViewport(m_plot->rect());
        changed();
        return true;
    }
    if (watched == m_plot && event->type() == QEvent::Paint && m_dirty)
        m_plot->replot(QCustomPlot::rpQueuedRefresh);
    return QWidget::eventFilter(watched, event);
}

void TimeChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_focusRing = cameByKeyboard(*event);
    changed();
}

void TimeChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_focusRing = false;
    setCursorDay(std::nullopt);
    changed();
}

void TimeChart::keyPressEvent(QKeyEvent* event)
{
    const QCPRange range = m_plot->xAxis->range();
    const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
    m_focusRing = true;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(kKeyZoom, m_cursor ? *m_cursor : range.center());
    case Qt::Key_Minus:
        return zoom(1 / kKeyZoom, m_cursor ? *m_cursor : range.center());
    case Qt::Key_0:
        return resetView();
    case Qt::Key_Left:
        return shift ? moveCursor(-1) : pan(-range.size() * kPanShare);
    case Qt::Key_Right:
        return shift ? moveCursor(1) : pan(range.size() * kPanShare);
    case Qt::Key_PageUp:
        return pan(-range.size());
    case Qt::Key_PageDown:
        return pan(range.size());
    case Qt::Key_Home:
        return pan(m_bounds.first - range.upper);
    case Qt::Key_End:
        return pan(m_bounds.last - range.lower);
    case Qt::Key_Escape:
        if (m_cursor)
            return setCursorDay(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragFrom = event->position();
    m_dragLower = m_plot->xAxis->range().lower;
}

void TimeChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom) {
        const double moved = (m_dragFrom->x() - event->position().x()) / dayWidth();
        pan(m_dragLower + moved - m_plot->xAxis->range().lower);
        setCursorDay(std::nullopt);
        return;
    }
    const QRectF area = QRectF(m_plot->axisRect()->rect()).adjusted(-4, 0, 4, 0);
    if (!area.contains(event->position()))
        return setCursorDay(std::nullopt);
    const DayRange view = visibleDays();
    const int day = static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(event->position().x())));
    setCursorDay(std::clamp(day, view.first, std::max(view.first, view.last)));
}

void TimeChart::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragFrom.reset();
    QWidget::mouseReleaseEvent(event);
}

void TimeChart::leaveEvent(QEvent* event)
{
    if (!hasFocus())
        setCursorDay(std::nullopt);
    QWidget::leaveEvent(event);
}

void TimeChart::wheelEvent(QWheelEvent* event)
{
    if (wheelBelongsToPage(*this) && (event->modifiers() & Qt::ControlModifier) == 0) {
        event->ignore();
        return;
    }
    const double steps = event->angleDelta().y() / kWheelStep;
    if (steps != 0)
        zoom(std::pow(kKeyZoom, steps), m_plot->xAxis->pixelToCoord(event->position().x()));
    event->accept();
}

void TimeChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!size().isEmpty())
        m_plot->setGeometry(rect());
    fitTicks();
}

QSize TimeChart::sizeHint() const
{
    return {m_theme.px(860), m_theme.px(300)};
}

QSize TimeChart::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(220)};
}

}  // namespace psolog
