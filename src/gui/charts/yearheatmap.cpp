// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/yearheatmap.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include "core/score.h"
#include "gui/charts/keyboardfocus.h"
#include "gui/theme/theme.h"
#include "gui/verdict/numberwords.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kDays = 7;
constexpr unsigned kMonths = 12;
constexpr double kSlender = 0.62;  ///< a cell is at least this wide for its height

class HeatMapAccessible : public QAccessibleWidget {
public:
    explicit HeatMapAccessible(YearHeatMap* map) : QAccessibleWidget(map, QAccessible::Chart), m_map(map) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value && m_map->cursorDay())
            return m_map->readout(*m_map->cursorDay());
        return QAccessibleWidget::text(kind);
    }

private:
    YearHeatMap* m_map;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* map = qobject_cast<YearHeatMap*>(object);
    return map != nullptr ? new HeatMapAccessible(map) : nullptr;
}

}  // namespace

YearHeatMap::YearHeatMap(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_grid(1970, QLocale().firstDayOfWeek())
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void YearHeatMap::setData(std::shared_ptr<const TrendRows> rows, std::size_t site, DayRange log)
{
    m_rows = std::move(rows);
    m_site = site;
    m_log = log;
    update();
}

void YearHeatMap::setYear(int year)
{
    m_grid = YearGrid(year, QLocale().firstDayOfWeek());
    m_cursor.reset();
    update();
}

const TrendCell* YearHeatMap::scored(int day) const
{
    if (!m_rows)
        return nullptr;
    const auto row = m_rows->find(day);
    if (!row)
        return nullptr;
    const TrendCell& cell = m_rows->cell(*row, m_site);
    return cell.count > 0 ? &cell : nullptr;
}

QString YearHeatMap::readout(int day) const
{
    if (!m_grid.contains(day) || !inLog(day))
        return {};
    const QDate date = toQDate(LocalDay::fromNumber(day));
    QStringList said;
    if (const TrendCell* cell = scored(day)) {
        QStringList scores;
        for (const int score : scoresIn(cell->scores))
            scores << QLocale().toString(score);
        said << (scores.size() == 1
                     ? medianWords(cell->median)
                     : tr("median %1 (scores %2)").arg(medianWords(cell->median), scores.join(QStringLiteral(", "))));
    } else {
        said << tr("not asked");
    }
    if (m_rows) {
        const auto row = m_rows->find(day);
        if (row && m_rows->day(*row).releases > 0)
            said << (m_rows->firstRelease() == LocalDay::fromNumber(day) ? tr("first release") : tr("release"));
        if (row && m_rows->day(*row).runs > 0)
            said << tr("run");
    }
    return tr("%1: %2").arg(QLocale().toString(date, QStringLiteral("ddd d MMM")), said.join(QStringLiteral(", ")));
}

double YearHeatMap::readoutHeight(double width) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::BodyStrong));
    const QString longest = tr("Point at a day, or use the arrow keys, to read it out.");
    return metrics.height() * (1 + static_cast<int>(1.2 * metrics.horizontalAdvance(longest) / std::max(1.0, width)));
}

YearHeatMap::Measures YearHeatMap::measures(QSizeF size) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    int names = 0;
    for (int weekday = 1; weekday <= kDays; ++weekday)
        names = std::max(names, metrics.horizontalAdvance(QLocale().dayName(weekday, QLocale::ShortFormat)));
    Measures sizes;
    sizes.left = names + m_theme.px(8);
    sizes.top = metrics.height() + m_theme.px(6);
    sizes.wide = (size.width() - sizes.left - 3) / m_grid.columns();
    const double below = m_theme.px(20) + legend(size.width() - sizes.left).back().place.bottom()
        + readoutHeight(size.width() - sizes.left);
    const double room = (size.height() - sizes.top - below) / kDays;
    sizes.high = std::min({room, sizes.wide / kSlender, static_cast<double>(m_theme.px(32))});
    sizes.gap = std::clamp(sizes.wide * 0.14, 1.0, 4.0);
    sizes.legendTop = sizes.top + kDays * sizes.high + m_theme.px(14);
    return sizes;
}

QRectF YearHeatMap::rectOf(int day, const Measures& sizes) const
{
    const YearGrid::Cell cell = m_grid.cell(day);
    return {sizes.left + cell.column * sizes.wide, sizes.top + cell.row * sizes.high, sizes.wide - sizes.gap,
            sizes.high - sizes.gap};
}

QRectF YearHeatMap::rectOf(int day) const
{
    return rectOf(day, measures(size()));
}

std::optional<int> YearHeatMap::dayAt(QPointF position) const
{
    const Measures sizes = measures(size());
    if (sizes.wide <= 0 || sizes.high <= 0)
        return std::nullopt;
    const auto day = m_grid.day({static_cast<int>(std::floor((position.x() - sizes.left) / sizes.wide)),
                                 static_cast<int>(std::floor((position.y() - sizes.top) / sizes.high))});
    return day && inLog(*day) ? std::optional<int>(*day) : std::nullopt;
}

void YearHeatMap::setCursorDay(std::optional<int> day)
{
    if (day == m_cursor)
        return;
    m_cursor = day;
    update();
    if (day && QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, readout(*day));
        QAccessible::updateAccessibility(&event);
    }
}

void YearHeatMap::moveCursor(int by)
{
    moveCursorTo(m_cursor ? *m_cursor + by : m_grid.last());
}

void YearHeatMap::moveCursorTo(int day)
{
    const int first = std::max<int>(m_grid.first(), m_log.first);
    const int last = std::min<int>(m_grid.last(), m_log.last);
    if (first <= last)
        setCursorDay(std::clamp(day, first, last));
}

QPicture YearHeatMap::picture(QSize size) const
{
    QPicture picture;
    QPainter painter(&picture);
    paint(painter, size, false);
    painter.end();
    return picture;
}

void YearHeatMap::paintNames(QPainter& painter, const Measures& sizes) const
{
    const QLocale locale;
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Role::Muted));
    // Every second day: seven names would not fit at every size.
    for (int row = 0; row < kDays; row += 2) {
        const int weekday = (static_cast<int>(locale.firstDayOfWeek()) - 1 + row) % kDays + 1;
        painter.drawText(QRectF(0, sizes.top + row * sizes.high, sizes.left - m_theme.px(8), sizes.high - sizes.gap),
                         Qt::AlignRight | Qt::AlignVCenter, locale.dayName(weekday, QLocale::ShortFormat));
    }
    double free = 0;
    for (unsigned month = 1; month <= kMonths; ++month) {
        const double x = sizes.left + m_grid.cell(m_grid.monthStart(month)).column * sizes.wide;
        const QString name = locale.standaloneMonthName(static_cast<int>(month), QLocale::ShortFormat);
        const double wide = metrics.horizontalAdvance(name);
        if (x < free)
            continue;
        painter.drawText(QRectF(x, 0, wide + 1, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, name);
        free = x + wide + m_theme.px(6);
    }
}

void YearHeatMap::paintDays(QPainter& painter, const Measures& sizes) const
{
    const double radius = std::min(3.0, (sizes.wide - sizes.gap) / 4);
    for (int day = m_grid.first(); day <= m_grid.last(); ++day) {
        if (!inLog(day))
            continue;
        const QRectF rect = rectOf(day, sizes);
        const TrendCell* cell = scored(day);
        if (cell != nullptr) {
            const int score = static_cast<int>(std::lround(cell->median));
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.soreness(score));
            painter.drawRoundedRect(rect, radius, radius);
            painter.setBrush(m_theme.sorenessText(score));
        } else {
            painter.setPen(QPen(m_theme.color(Role::ControlLine), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Role::Muted));
        }
        const auto row = m_rows ? m_rows->find(day) : std::nullopt;
        if (row && m_rows->day(*row).releases > 0) {
            const double dot = std::max(1.6, std::min(rect.width(), rect.height()) * 0.17);
            painter.drawEllipse(rect.center(), dot, dot);
        }
        if (m_rows && m_rows->firstRelease() == LocalDay::fromNumber(day)) {
            painter.setPen(QPen(m_theme.color(Role::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
        }
    }
}

std::vector<YearHeatMap::LegendItem> YearHeatMap::legend(double width) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    const double box = metrics.height();
    const double pad = m_theme.px(6);
    const bool first = m_rows && m_rows->firstRelease() && m_grid.contains(m_rows->firstRelease()->number());
    std::vector<LegendItem> items{{LegendItem::Ramp, tr("0 to 10"), {}},
                                  {LegendItem::NotAsked, tr("not asked"), {}},
                                  {LegendItem::Release, tr("release"), {}}};
    if (first)
        items.push_back({LegendItem::FirstRelease, tr("first release"), {}});
    double x = 0;
    double y = 0;
    for (LegendItem& item : items) {
        const double sample = item.kind == LegendItem::Ramp ? (Score::kMax + 1) * box * 0.8 : box;
        const double wide = sample + pad + metrics.horizontalAdvance(item.text) + 1;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += metrics.height() + m_theme.px(4);
        }
        item.place = QRectF(x, y, wide, metrics.height());
        item.sample = sample;
        x += wide + 3 * pad;
    }
    return items;
}

void YearHeatMap::paintLegend(QPainter& painter, const Measures& sizes, QSizeF size, bool screen) const
{
    const QPointF origin(sizes.left, sizes.legendTop);
    double bottom = 0;
    for (const LegendItem& item : legend(size.width() - sizes.left)) {
        const QRectF place = item.place.translated(origin);
        bottom = place.bottom();
        const double box = place.height() * 0.8;
        const QRectF frame(place.left(), place.center().y() - box / 2, box, box);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::NoBrush);
        switch (item.kind) {
        case LegendItem::Ramp:
            for (int score = Score::kMin; score <= Score::kMax; ++score)
                painter.fillRect(frame.translated(score * box, 0), m_theme.soreness(score));
            break;
        case LegendItem::NotAsked:
            painter.setPen(QPen(m_theme.color(Role::ControlLine), 1));
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            break;
        case LegendItem::Release:
            painter.setBrush(m_theme.color(Role::Text));
            painter.drawEllipse(frame.center(), box * 0.22, box * 0.22);
            break;
        case LegendItem::FirstRelease:
            painter.setPen(QPen(m_theme.color(Role::Accent), 2));
            painter.drawRoundedRect(frame, 3, 3);
            break;
        }
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(place.adjusted(item.sample + m_theme.px(6), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         item.text);
    }
    if (!screen)
        return;
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(m_cursor ? Role::Text : Role::Muted));
    const QString text = m_cursor ? readout(*m_cursor) : tr("Point at a day, or use the arrow keys, to read it out.");
    const double wide = size.width() - sizes.left;
    painter.drawText(QRectF(sizes.left, bottom + m_theme.px(4), wide, readoutHeight(wide)),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
}

void YearHeatMap::paint(QPainter& painter, QSizeF size, bool screen) const
{
    const Measures sizes = measures(size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Small));
    paintNames(painter, sizes);
    paintDays(painter, sizes);
    if (screen && m_cursor && m_grid.contains(*m_cursor)) {
        painter.setPen(QPen(m_theme.color(Role::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rectOf(*m_cursor, sizes).adjusted(-1, -1, 1, 1), 3, 3);
    }
    paintLegend(painter, sizes, size, screen);
}

void YearHeatMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paint(painter, size(), true);
    if (m_focusRing) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(8), m_theme.px(8));
    }
}

bool YearHeatMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto day = dayAt(help->pos());
        if (day)
            QToolTip::showText(help->globalPos(), readout(*day), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void YearHeatMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setYear(year());  // weeks may begin on another day
    }
    QWidget::changeEvent(event);
}

void YearHeatMap::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_focusRing = cameByKeyboard(*event);
    update();
}

void YearHeatMap::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_focusRing = false;
    setCursorDay(std::nullopt);
    update();
}

void YearHeatMap::keyPressEvent(QKeyEvent* event)
{
    m_focusRing = true;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(-1);
    case Qt::Key_Down:
        return moveCursor(1);
    case Qt::Key_Left:
        return moveCursor(-kDays);
    case Qt::Key_Right:
        return moveCursor(kDays);
    case Qt::Key_Home:
        return moveCursorTo(m_grid.first());
    case Qt::Key_End:
        return moveCursorTo(m_grid.last());
    case Qt::Key_PageUp:
        Q_EMIT yearWanted(year() - 1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT yearWanted(year() + 1);
        return;
    case Qt::Key_Escape:
        if (m_cursor)
            return setCursorDay(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void YearHeatMap::mouseMoveEvent(QMouseEvent* event)
{
    setCursorDay(dayAt(event->position()));
}

void YearHeatMap::leaveEvent(QEvent* event)
{
    if (!hasFocus())
        setCursorDay(std::nullopt);
    QWidget::leaveEvent(event);
}

QSize YearHeatMap::sizeHint() const
{
    return {m_theme.px(860), m_theme.px(260)};
}

QSize YearHeatMap::minimumSizeHint() const
{
    return {m_theme.px(300), m_theme.px(220)};
}

void YearHeatMap::retranslate()
{
    setAccessibleName(tr("Soreness of each day of a year"));
}

}  // namespace psolog
