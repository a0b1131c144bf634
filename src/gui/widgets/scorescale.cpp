// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/scorescale.h"

#include <algorithm>

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr int kMargin = 4;  // room for the ring around the first and last cell
constexpr int kGap = 4;
constexpr int kSmallestCell = 24;
constexpr double kCellHeight = 46;
constexpr double kCompactCellHeight = 32;
constexpr double kCellRadius = 7;
constexpr double kNarrowestCell = 22;  // "10" in semibold

class ScoreScaleAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ScoreScaleAccessible(ScoreScale* scale) : QAccessibleWidget(scale, QAccessible::Slider), m_scale(scale) { }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_scale->valueText();
        QString text = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Description && text.isEmpty())
            text = m_scale->anchors().join(QStringLiteral(", "));
        return text;
    }

    QVariant currentValue() const override { return m_scale->value() ? m_scale->value()->value() : -1; }
    QVariant minimumValue() const override { return Score::kMin; }
    QVariant maximumValue() const override { return Score::kMax; }
    QVariant minimumStepSize() const override { return 1; }
    void setCurrentValue(const QVariant& value) override
    {
        if (m_scale->isEnabled())
            m_scale->edit(Score::clamped(value.toInt()));
    }

private:
    ScoreScale* m_scale;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* scale = qobject_cast<ScoreScale*>(object);
    return scale != nullptr ? new ScoreScaleAccessible(scale) : nullptr;
}

std::optional<Score> valueOf(int index)
{
    return index <= 0 ? std::nullopt : std::optional(Score::clamped(index - 1));
}

int indexOf(std::optional<Score> value)
{
    return value ? value->value() + 1 : 0;
}

}  // namespace

ScoreScale::ScoreScale(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ScoreScale::setValue(std::optional<Score> value)
{
    if (m_value == value)
        return;
    m_value = value;
    update();
    tellChange();
}

void ScoreScale::edit(std::optional<Score> value)
{
    if (m_value == value)
        return;
    setValue(value);
    Q_EMIT edited(value);
}

void ScoreScale::setAnchors(const QStringList& words)
{
    m_anchors = words;
    updateGeometry();
    update();
}

void ScoreScale::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QString ScoreScale::valueText() const
{
    return m_value ? tr("%1 of 10").arg(m_value->value()) : tr("not asked");
}

QRectF ScoreScale::cellRect(std::optional<Score> value) const
{
    return cell(indexOf(value));
}

int ScoreScale::cellHeight() const
{
    return std::max(kSmallestCell, m_theme.px(m_compact ? kCompactCellHeight : kCellHeight));
}

double ScoreScale::cellWidth(int width)
{
    return (width - 2 * kMargin - kGap * (kCells - 1)) / double{kCells};
}

QRectF ScoreScale::cell(int index) const
{
    const double width = cellWidth(this->width());
    return {kMargin + index * (width + kGap), kMargin, width, static_cast<double>(cellHeight())};
}

int ScoreScale::indexAt(QPointF position) const
{
    for (int index = 0; index < kCells; ++index)
        if (cell(index).adjusted(-kGap / 2.0, -kMargin, kGap / 2.0, kMargin).contains(position))
            return index;
    return -1;
}

std::vector<QRect> ScoreScale::anchorRects(int width) const
{
    std::vector<QRect> rects;
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    const auto count = static_cast<int>(m_anchors.size());
    const int top = 2 * kMargin + cellHeight() + m_theme.px(2);
    // The words name the ends of 0-10; the cell before them is "not asked".
    const int left = qRound(kMargin + cellWidth(width) + kGap);
    const int room = width - kMargin - left;
    int words = 0;
    for (const QString& anchor : m_anchors)
        words += metrics.horizontalAdvance(anchor) + 1;
    if (count < 2 || words + (count - 1) * m_theme.px(space::kS) <= room) {
        const int gap = count < 2 ? 0 : (room - words) / (count - 1);
        int x = left;
        for (const QString& anchor : m_anchors) {
            const int advance = metrics.horizontalAdvance(anchor) + 1;
            rects.emplace_back(x, top, advance, metrics.height());
            x += advance + gap;
        }
        return rects;
    }
    const int slot = (room - (count - 1) * kGap) / count;
    for (int i = 0; i < count; ++i) {
        const QRect bounds = metrics.boundingRect(QRect(0, 0, slot, QWIDGETSIZE_MAX), Qt::TextWordWrap, m_anchors[i]);
        rects.emplace_back(left + i * (slot + kGap), top, slot, bounds.height());
    }
    return rects;
}

int ScoreScale::heightForWidth(int width) const
{
    int bottom = 2 * kMargin + cellHeight();
    for (const QRect& rect : anchorRects(width))
        bottom = std::max(bottom, rect.bottom() + 1);
    return bottom;
}

QSize ScoreScale::sizeHint() const
{
    const int width = kCells * m_theme.px(32) + (kCells - 1) * kGap + 2 * kMargin;
    return {width, heightForWidth(width)};
}

QSize ScoreScale::minimumSizeHint() const
{
    const int width = kCells * std::max(kSmallestCell, m_theme.px(kNarrowestCell)) + (kCells - 1) * kGap + 2 * kMargin;
    return {width, 2 * kMargin + cellHeight()};
}

void ScoreScale::step(int by)
{
    edit(m_value ? Score::clamped(m_value->value() + by) : Score::clamped(Score::kMin));
}

void ScoreScale::setHovered(int index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    update();
}

void ScoreScale::tellChange()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(this, m_value ? m_value->value() : -1);
    QAccessible::updateAccessibility(&event);
}

void ScoreScale::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

void ScoreScale::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ScoreScale::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ScoreScale::keyPressEvent(QKeyEvent* event)
{
    if ((event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0) {
        event->ignore();
        return;
    }
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        edit(Score::clamped(key - Qt::Key_0));
    else if (key == Qt::Key_T || key == Qt::Key_End)
        edit(Score::clamped(Score::kMax));
    else if (key == Qt::Key_Home)
        edit(Score::clamped(Score::kMin));
    else if (key == Qt::Key_Right || key == Qt::Key_Plus)
        step(1);
    else if (key == Qt::Key_Left || key == Qt::Key_Minus)
        step(-1);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        edit(std::nullopt);
    else
        event->ignore();
}

void ScoreScale::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(-1);
}

void ScoreScale::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(indexAt(event->position()));
}

void ScoreScale::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0)
        edit(valueOf(index));
}

void ScoreScale::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont numbers = m_theme.font(m_compact ? TextStyle::Small : TextStyle::Body);
    numbers.setWeight(QFont::DemiBold);
    painter.setFont(numbers);
    if (!isEnabled())
        painter.setOpacity(0.6);

    const int chosen = indexOf(m_value);
    for (int index = 0; index < kCells; ++index) {
        const QRectF rect = cell(index);
        const std::optional<Score> score = valueOf(index);
        if (score) {
            painter.setPen(index == m_hovered ? QPen(m_theme.color(Role::Text), 1) : QPen(Qt::NoPen));
            painter.setBrush(m_theme.soreness(score->value()));
            painter.drawRoundedRect(rect, kCellRadius, kCellRadius);
            painter.setPen(m_theme.sorenessText(score->value()));
            painter.drawText(rect, Qt::AlignCenter, QString::number(score->value()));
        } else {
            QPen dashes(index == m_hovered ? m_theme.color(Role::Text) : m_theme.color(Role::Muted), 1, Qt::DashLine);
            painter.setPen(dashes);
            painter.setBrush(m_theme.color(Role::NotAsked));
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kCellRadius, kCellRadius);
            painter.setPen(m_theme.color(Role::Muted));
            painter.drawText(rect, Qt::AlignCenter, QStringLiteral("\u2013"));
        }
    }
    const QRectF ring = cell(chosen).adjusted(-2.5, -2.5, 2.5, 2.5);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus() || m_value) {
        painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Accent : Role::Text), hasFocus() ? 3 : 2));
        painter.drawRoundedRect(ring, kCellRadius + 2, kCellRadius + 2);
    }

    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Role::Muted));
    const std::vector<QRect> rects = anchorRects(width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const int side = i == 0 ? Qt::AlignLeft : i + 1 == rects.size() ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(rects[i], side | Qt::AlignTop | Qt::TextWordWrap, m_anchors[static_cast<int>(i)]);
    }
}

}  // namespace psolog
