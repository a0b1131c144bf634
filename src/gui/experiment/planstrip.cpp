// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/experiment/planstrip.h"

#include <algorithm>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"

namespace psolog {

namespace {

constexpr int kColumns = 14;
constexpr double kBox = 28;
constexpr double kBoxRadius = 7;
constexpr double kMostColumn = 56;
constexpr double kLeastColumn = 16;
constexpr double kBarHeight = 4;
constexpr double kBarWidth = 16;
constexpr int kGap = 5;
constexpr int kRowGap = 10;
constexpr int kLegendGap = 18;
constexpr int kLegendBox = 16;
constexpr double kRing = 2;

class StripAccessible : public QAccessibleWidget {
public:
    explicit StripAccessible(PlanStrip* strip) : QAccessibleWidget(strip, QAccessible::Chart), m_strip(strip) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_strip->reached() : QAccessibleWidget::text(kind);
    }

private:
    PlanStrip* m_strip;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* strip = qobject_cast<PlanStrip*>(object);
    return strip != nullptr ? new StripAccessible(strip) : nullptr;
}

}  // namespace

struct PlanStrip::Legend {
    PlanCell cell;
    bool bar = false;  ///< the mark of a score instead of a box
    QString words;
};

PlanStrip::PlanStrip(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setObjectName(QStringLiteral("planStrip"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void PlanStrip::setDays(std::vector<PlanCell> days)
{
    m_days = std::move(days);
    if (m_cursor >= static_cast<int>(m_days.size()))
        m_cursor = -1;
    retranslate();
    updateGeometry();
    update();
}

void PlanStrip::retranslate()
{
    setAccessibleName(tr("Days of the plan"));
    QStringList words;
    for (const PlanCell& cell : m_days)
        if (cell.past || cell.today)
            words << describe(cell);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QString PlanStrip::describe(const PlanCell& cell) const
{
    const QString date = QLocale().toString(toQDate(cell.day), QStringLiteral("dddd, d MMMM"));
    QString words;
    switch (cell.planned) {
    case PlannedDay::Hidden:
        return tr("%1: not shown before it comes").arg(date);
    case PlannedDay::Without:
        words = cell.released ? tr("planned without release, released all the same") : tr("without release");
        break;
    case PlannedDay::With:
        words = cell.released ? tr("release, done")
            : cell.past       ? tr("release planned, not done")
                              : tr("release planned");
        break;
    }
    if (cell.scored)
        words += QStringLiteral(", ") + tr("soreness logged");
    else if (cell.past)
        words += QStringLiteral(", ") + tr("no soreness logged");
    return tr("%1: %2").arg(date, words);
}

int PlanStrip::labelWidth() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(QStringLiteral("28 Nov")) + m_theme.px(10);
}

double PlanStrip::columnWidth() const
{
    return std::min(static_cast<double>(width() - labelWidth()) / kColumns, kMostColumn * m_theme.scale());
}

int PlanStrip::rowHeight() const
{
    return m_theme.px(kBox) + kGap + m_theme.px(kBarHeight) + kRowGap;
}

int PlanStrip::rows() const
{
    return (static_cast<int>(m_days.size()) + kColumns - 1) / kColumns;
}

QSize PlanStrip::sizeHint() const
{
    const int width = labelWidth() + m_theme.px(kColumns * 44);
    return {width, heightForWidth(width)};
}

QSize PlanStrip::minimumSizeHint() const
{
    const int width = labelWidth() + kColumns * static_cast<int>(kLeastColumn);
    return {width, rowHeight()};
}

int PlanStrip::heightForWidth(int width) const
{
    const int rowsEnd = rows() * rowHeight();
    return rowsEnd + drawLegend(nullptr, width, rowsEnd) + 2;
}

std::vector<PlanStrip::Legend> PlanStrip::legend() const
{
    PlanCell without;
    without.past = true;
    PlanCell with = without;
    with.planned = PlannedDay::With;
    with.released = true;
    PlanCell ahead;
    ahead.planned = PlannedDay::With;
    PlanCell missed = with;
    missed.released = false;
    PlanCell extra = without;
    extra.released = true;
    PlanCell hidden;
    hidden.planned = PlannedDay::Hidden;
    const auto any = [this](auto matches) { return std::any_of(m_days.begin(), m_days.end(), matches); };
    std::vector<Legend> entries{{without, false, tr("without release")}, {with, false, tr("release done")}};
    if (any([](const PlanCell& cell) { return cell.planned == PlannedDay::With && !cell.past && !cell.released; }))
        entries.push_back({ahead, false, tr("release planned")});
    if (any([](const PlanCell& cell) { return cell.planned == PlannedDay::With && cell.isMissed(); }))
        entries.push_back({missed, false, tr("planned, not done")});
    if (any([](const PlanCell& cell) { return cell.planned == PlannedDay::Without && cell.isMissed(); }))
        entries.push_back({extra, false, tr("done, not planned")});
    if (any([](const PlanCell& cell) { return cell.planned == PlannedDay::Hidden; }))
        entries.push_back({hidden, false, tr("not shown before it comes")});
    entries.push_back({{}, true, tr("soreness logged")});
    return entries;
}

int PlanStrip::drawLegend(QPainter* painter, int width, int top) const
{
    const QFont small = m_theme.font(TextStyle::Small);
    const QFontMetrics metrics(small);
    const int box = m_theme.px(kLegendBox);
    const int line = std::max(metrics.height(), box) + kGap;
    int x = 0;
    int y = 0;
    for (const Legend& entry : legend()) {
        const int needed = box + 6 + metrics.horizontalAdvance(entry.words);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
        }
        if (painter != nullptr) {
            const QRectF mark(x, top + y + (line - kGap - box) / 2.0, box, box);
            if (entry.bar) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(m_theme.color(Role::Muted));
                const double height = m_theme.px(kBarHeight);
                painter->drawRoundedRect(QRectF(mark.left(), mark.center().y() - height / 2, box, height), height / 2,
                                         height / 2);
            } else {
                drawBox(*painter, mark, entry.cell);
            }
            painter->setFont(small);
            painter->setPen(m_theme.color(Role::Muted));
            painter->drawText(QRectF(x + box + 6, top + y, needed, line - kGap), Qt::AlignVCenter | Qt::AlignLeft,
                              entry.words);
        }
        x += needed + m_theme.px(kLegendGap);
    }
    return y + line;
}

void PlanStrip::drawBox(QPainter& painter, const QRectF& box, const PlanCell& cell) const
{
    const bool missed = cell.isMissed();
    const bool with = cell.planned == PlannedDay::With;
    Role fill = Role::Window;
    Role line = Role::ControlLine;
    if (missed) {
        fill = Role::WarnSoft;
        line = Role::Warn;
    } else if (with) {
        fill = cell.released ? Role::Accent : Role::AccentSoft;
        line = Role::Accent;
    } else if (cell.planned == PlannedDay::Hidden) {
        fill = Role::Card;
    }
    QPen pen(m_theme.color(cell.today ? Role::Text : line), cell.today ? 2.5 : 1);
    if (cell.planned == PlannedDay::Hidden && !cell.today)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_theme.color(fill));
    const double inset = pen.widthF() / 2;
    const double radius = std::min(kBoxRadius, box.width() / 4);
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius);

    const double size = box.width() * 0.52;
    const QRectF middle(box.center().x() - size / 2, box.center().y() - size / 2, size, size);
    if (cell.released) {
        drawIcon(painter, Icon::Check, middle, m_theme.color(missed ? Role::Warn : Role::OnAccent));
    } else if (missed) {
        painter.setPen(QPen(m_theme.color(Role::Warn), 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(middle.left() + 2, middle.center().y()),
                         QPointF(middle.right() - 2, middle.center().y()));
    } else if (cell.planned == PlannedDay::Hidden) {
        QFont font = m_theme.font(TextStyle::Small);
        font.setPixelSize(std::max(8, static_cast<int>(size)));
        painter.setFont(font);
        painter.setPen(m_theme.color(Role::Muted));
        painter.drawText(box, Qt::AlignCenter, tr("?", "a day that is not known yet"));
    }
}

QRectF PlanStrip::boxOf(int cell) const
{
    const double column = columnWidth();
    const double box = std::min<double>(m_theme.px(kBox), column - 3);
    const double left = labelWidth() + column * (cell % kColumns);
    return {left + (column - box) / 2, static_cast<double>(cell / kColumns * rowHeight()), box, box};
}

void PlanStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double barHeight = m_theme.px(kBarHeight);
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const QRectF square = boxOf(static_cast<int>(i));
        const double barWidth = std::min<double>(m_theme.px(kBarWidth), square.width());
        if (i % kColumns == 0) {
            painter.setFont(m_theme.font(TextStyle::Small));
            painter.setPen(m_theme.color(Role::Muted));
            painter.drawText(QRectF(0, square.top(), labelWidth(), square.height()), Qt::AlignVCenter | Qt::AlignLeft,
                             QLocale().toString(toQDate(m_days[i].day), QStringLiteral("d MMM")));
        }
        drawBox(painter, square, m_days[i]);
        if (m_days[i].scored) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Role::Muted));
            painter.drawRoundedRect(
                QRectF(square.center().x() - barWidth / 2, square.bottom() + kGap, barWidth, barHeight), barHeight / 2,
                barHeight / 2);
        }
    }
    if (hasFocus() && m_cursor >= 0) {
        painter.setPen(QPen(m_theme.color(Role::Accent), kRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(boxOf(m_cursor).adjusted(-kRing, 1, kRing, kRing), kBoxRadius, kBoxRadius);
    }
    drawLegend(&painter, width(), rows() * rowHeight());
}

QString PlanStrip::reached() const
{
    return m_cursor < 0 ? QString() : describe(m_days.at(static_cast<std::size_t>(m_cursor)));
}

void PlanStrip::go(int cell)
{
    m_cursor = std::clamp(cell, 0, static_cast<int>(m_days.size()) - 1);
    const QRect box = boxOf(m_cursor).toRect();
    QToolTip::showText(mapToGlobal(box.bottomLeft()), reached(), this, box);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void PlanStrip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!byKey || m_days.empty())
        return;
    const auto today = std::find_if(m_days.begin(), m_days.end(), [](const PlanCell& cell) { return cell.today; });
    if (m_cursor < 0)
        m_cursor = today == m_days.end() ? 0 : static_cast<int>(today - m_days.begin());
    go(m_cursor);
}

void PlanStrip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
    update();
}

void PlanStrip::keyPressEvent(QKeyEvent* event)
{
    if (m_days.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return go(m_cursor - 1);
    case Qt::Key_Right:
        return go(m_cursor + 1);
    case Qt::Key_Up:
        return go(m_cursor >= kColumns ? m_cursor - kColumns : m_cursor);
    case Qt::Key_Down:
        return go(m_cursor + kColumns < static_cast<int>(m_days.size()) ? m_cursor + kColumns : m_cursor);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(static_cast<int>(m_days.size()) - 1);
    default:
        return QWidget::keyPressEvent(event);
    }
}

int PlanStrip::cellAt(QPoint at) const
{
    const double x = at.x() - labelWidth();
    if (x < 0 || x >= columnWidth() * kColumns || at.y() < 0)
        return -1;
    const int cell = at.y() / rowHeight() * kColumns + static_cast<int>(x / columnWidth());
    return cell < static_cast<int>(m_days.size()) ? cell : -1;
}

bool PlanStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int cell = cellAt(help->pos());
        if (cell >= 0)
            QToolTip::showText(help->globalPos(), describe(m_days.at(static_cast<std::size_t>(cell))), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace psolog
