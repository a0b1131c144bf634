// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/reliefchart.h"

#include <algorithm>
#include <map>
#include <utility>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include "analysis/trendrows.h"
#include "gui/body/sitewords.h"
#include "gui/charts/chartmarks.h"
#include "gui/charts/keyboardfocus.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kHighest = 10;
constexpr int kTick = 2;
constexpr float kSessionAlpha = 0.4F;
constexpr float kBehindAlpha = 0.8F;  ///< of the ground behind a number
constexpr double kThin = 1;           ///< line of one session
constexpr double kWide = 5;           ///< what the line of most sessions is wider
constexpr double kPanelLeast = 330;
constexpr double kPanelHeight = 230;

class ReliefAccessible : public QAccessibleWidget {
public:
    explicit ReliefAccessible(ReliefChart* chart) : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value && m_chart->cursorRow())
            return m_chart->readout(*m_chart->cursorRow());
        return QAccessibleWidget::text(kind);
    }

private:
    ReliefChart* m_chart;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* chart = qobject_cast<ReliefChart*>(object);
    return chart != nullptr ? new ReliefAccessible(chart) : nullptr;
}

MarkShape shapeOf(Side side)
{
    return side == Side::Left ? MarkShape::Circle : MarkShape::Square;
}

}  // namespace

ReliefChart::ReliefChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void ReliefChart::setRows(std::vector<ReliefRow> rows, LocalDay today)
{
    m_rows = std::move(rows);
    m_today = today;
    m_cursor.reset();
    update();
}

void ReliefChart::setCursorRow(std::optional<std::size_t> row)
{
    if (row == m_cursor)
        return;
    m_cursor = row;
    update();
    if (row && QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, readout(*row));
        QAccessible::updateAccessibility(&event);
    }
}

QString ReliefChart::readout(std::size_t row) const
{
    const ReliefRow& one = m_rows[row];
    QStringList said{tr("%1 before").arg(one.before), tr("%1 after").arg(one.after)};
    said << (one.morning ? tr("%1 next morning").arg(*one.morning) : tr("next morning not asked"));
    said << (one.next ? tr("%1 before the next session").arg(*one.next) : tr("no next session within a week"));
    return tr("%1, %2: %3").arg(shortDate(one.day, m_today), sideLabel(one.side), said.join(QStringLiteral(", ")));
}

ReliefChart::Values ReliefChart::valuesOf(const ReliefRow& row)
{
    return {row.before, row.after, row.morning, row.next};
}

bool ReliefChart::stacked(double width) const
{
    return width < 2 * m_theme.px(kPanelLeast);
}

QPicture ReliefChart::picture(QSize size) const
{
    QPicture picture;
    QPainter painter(&picture);
    paint(painter, size, false);
    painter.end();
    return picture;
}

void ReliefChart::paintPanel(QPainter& painter, const QRectF& area, Side side, bool screen) const
{
    const QColor color = m_theme.color(side == Side::Left ? Role::SeriesLeft : Role::SeriesRight);
    const QFont small = m_theme.font(TextStyle::Small);
    const QFont strong = m_theme.font(TextStyle::BodyStrong);
    const QFontMetrics metrics(small);
    const double line = metrics.height();
    const double left = area.left() + metrics.horizontalAdvance(QStringLiteral("10")) + m_theme.px(10);
    const double head = QFontMetrics(strong).height() + m_theme.px(8);
    const QRectF field(QPointF(left, area.top() + head),
                       QPointF(area.right(), area.bottom() - 3 * line - m_theme.px(10)));
    const auto yOf = [&](double value) { return field.bottom() - value / kHighest * field.height(); };
    const double step = field.width() / static_cast<double>(kStations);
    const auto xOf = [&](std::size_t station) { return field.left() + step * (static_cast<double>(station) + 0.5); };

    painter.setFont(strong);
    painter.setPen(color);
    painter.drawText(QRectF(left, area.top(), field.width(), head - m_theme.px(8)), Qt::AlignVCenter, sideLabel(side));
    painter.setFont(small);
    for (int value = 0; value <= kHighest; value += kTick) {
        painter.setPen(QPen(m_theme.color(Role::Divider), 1));
        painter.drawLine(QPointF(field.left(), yOf(value)), QPointF(field.right(), yOf(value)));
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(QRectF(area.left(), yOf(value) - line / 2, left - area.left() - m_theme.px(6), line),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value));
    }

    // What many sessions share is one line as wide as they are many, stopping where an answer is missing.
    std::array<std::map<std::pair<double, double>, int>, kStations - 1> steps;
    int most = 1;
    for (const ReliefRow& row : m_rows) {
        const Values values = valuesOf(row);
        for (std::size_t i = 0; row.side == side && i + 1 < kStations; ++i)
            if (values[i] && values[i + 1])
                most = std::max(most, ++steps[i][{*values[i], *values[i + 1]}]);
    }
    QColor faint = color;
    faint.setAlphaF(kSessionAlpha);
    for (std::size_t i = 0; i + 1 < kStations; ++i)
        for (const auto& [ends, count] : steps[i]) {
            const double share = most > 1 ? (count - 1.0) / (most - 1.0) : 0.0;
            painter.setPen(QPen(faint, m_theme.px(kThin) + share * m_theme.px(kWide), Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(xOf(i), yOf(ends.first)), QPointF(xOf(i + 1), yOf(ends.second)));
        }
    if (screen && m_cursor && m_rows[*m_cursor].side == side) {
        const Values values = valuesOf(m_rows[*m_cursor]);
        painter.setPen(QPen(m_theme.color(Role::Text), m_theme.px(2.5), Qt::SolidLine, Qt::RoundCap));
        for (std::size_t i = 0; i < kStations; ++i) {
            if (!values[i])
                continue;
            const QPointF here(xOf(i), yOf(*values[i]));
            if (i + 1 < kStations && values[i + 1])
                painter.drawLine(here, QPointF(xOf(i + 1), yOf(*values[i + 1])));
            else
                painter.drawPoint(here);
        }
    }

    const ReliefSummary summary = reliefSummary(m_rows, side);
    const std::array<CountedMedian, kStations> medians{summary.before, summary.after, summary.morning, summary.next};
    for (const bool halo : {true, false}) {
        painter.setPen(
            QPen(halo ? m_theme.color(Role::Card) : color, m_theme.px(halo ? 7 : 3), Qt::SolidLine, Qt::RoundCap));
        for (std::size_t i = 0; i + 1 < kStations; ++i)
            if (medians[i].median && medians[i + 1].median)
                painter.drawLine(QPointF(xOf(i), yOf(*medians[i].median)),
                                 QPointF(xOf(i + 1), yOf(*medians[i + 1].median)));
    }
    const std::array names{tr("before"), tr("after"), tr("next\nmorning"), tr("before the\nnext session")};
    const double size = m_theme.px(11);
    for (std::size_t i = 0; i < kStations; ++i) {
        painter.setFont(small);
        painter.setPen(m_theme.color(Role::Muted));
        const QRectF below(xOf(i) - step / 2, field.bottom() + m_theme.px(6), step, 2 * line);
        painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, names[i]);
        painter.drawText(QRectF(below.left(), below.bottom(), step, line), Qt::AlignCenter,
                         tr("n = %1").arg(medians[i].count));
        if (!medians[i].median)
            continue;
        const QPointF centre(xOf(i), yOf(*medians[i].median));
        painter.setPen(QPen(m_theme.color(Role::Card), 2));
        painter.setBrush(color);
        drawMark(painter, shapeOf(side), centre, size);
        painter.setFont(strong);
        painter.setPen(m_theme.color(Role::Text));
        const QString text = medianWords(*medians[i].median);
        const double high = QFontMetrics(strong).height();
        const double top = centre.y() - size / 2 - high;
        const double wide = QFontMetrics(strong).horizontalAdvance(text) + m_theme.px(6);
        const QRectF place(centre.x() - wide / 2, top > area.top() + head - high ? top : centre.y() + size / 2, wide,
                           high);
        QColor behind = m_theme.color(Role::Card);
        behind.setAlphaF(kBehindAlpha);
        painter.fillRect(place, behind);
        painter.drawText(place, Qt::AlignCenter, text);
    }
}

void ReliefChart::paint(QPainter& painter, QSizeF size, bool screen) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = m_theme.px(24);
    const QFontMetrics strong(m_theme.font(TextStyle::BodyStrong));
    // Room for the longest readout, so that the panels do not move with the cursor.
    const QString longest = tr("%1, %2: %3")
                                .arg(shortDate(m_today, m_today), sideLabel(Side::Right),
                                     tr("next morning not asked") + tr("no next session within a week"));
    const int lines = 1 + static_cast<int>(1.4 * strong.horizontalAdvance(longest) / std::max(1.0, size.width()));
    const double foot = screen ? lines * strong.height() + m_theme.px(4) : 0;
    const double high = size.height() - foot;
    if (stacked(size.width())) {
        const double each = (high - gap) / 2;
        paintPanel(painter, QRectF(0, 0, size.width(), each), Side::Left, screen);
        paintPanel(painter, QRectF(0, each + gap, size.width(), each), Side::Right, screen);
    } else {
        const double each = (size.width() - gap) / 2;
        paintPanel(painter, QRectF(0, 0, each, high), Side::Left, screen);
        paintPanel(painter, QRectF(each + gap, 0, each, high), Side::Right, screen);
    }
    if (!screen)
        return;
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(m_cursor ? Role::Text : Role::Muted));
    const QString text = m_cursor
        ? readout(*m_cursor)
        : tr("Pale lines: sessions, wider where more went the same way. Left and Right read one out.");
    painter.drawText(QRectF(0, high + m_theme.px(4), size.width(), foot),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

void ReliefChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paint(painter, size(), true);
    if (m_focusRing) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(8), m_theme.px(8));
    }
}

void ReliefChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

void ReliefChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_focusRing = cameByKeyboard(*event);
    update();
}

void ReliefChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_focusRing = false;
    setCursorRow(std::nullopt);
    update();
}

void ReliefChart::keyPressEvent(QKeyEvent* event)
{
    if (m_rows.empty())
        return QWidget::keyPressEvent(event);
    m_focusRing = true;
    const std::size_t last = m_rows.size() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursorRow(m_cursor ? (*m_cursor > 0 ? *m_cursor - 1 : 0) : last);
    case Qt::Key_Right:
        return setCursorRow(m_cursor ? std::min(*m_cursor + 1, last) : last);
    case Qt::Key_Home:
        return setCursorRow(0);
    case Qt::Key_End:
        return setCursorRow(last);
    case Qt::Key_Escape:
        if (m_cursor)
            return setCursorRow(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ReliefChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

QSize ReliefChart::sizeHint() const
{
    return {m_theme.px(860), minimumSizeHint().height()};
}

QSize ReliefChart::minimumSizeHint() const
{
    const int high = m_theme.px(kPanelHeight + 30);
    return {m_theme.px(300), stacked(width()) ? 2 * high : high};
}

void ReliefChart::retranslate()
{
    setAccessibleName(tr("Tightness before and after sessions, the next morning and before the next session"));
}

}  // namespace psolog
