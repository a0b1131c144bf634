// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/bodymapwidget.h"

#include <algorithm>

#include <QAccessible>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "gui/body/bodymapaccessible.h"
#include "gui/body/bodymaplayout.h"
#include "gui/body/bodymappainter.h"
#include "gui/body/sitewords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr double kMargin = 6;  ///< room for the focus ring

double captionHeight(const Theme& theme)
{
    return theme.px(26);
}

QRectF areaOf(const QWidget& widget)
{
    return QRectF(widget.rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

/// Position in the tab order, or its size for none.
std::size_t placeOf(std::optional<Site> site)
{
    const auto& order = BodyMapWidget::tabOrder();
    return site ? std::size_t(std::find(order.begin(), order.end(), *site) - order.begin()) : order.size();
}

/// What a key asks for.
struct KeyCommand {
    enum class Kind { None, Set, Step, Clear, Move, Activate } kind = Kind::None;
    int amount = 0;
};

KeyCommand commandOf(const QKeyEvent& event)
{
    using Kind = KeyCommand::Kind;
    if ((event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return {};
    const int key = event.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return {Kind::Set, key - Qt::Key_0};
    if (key == Qt::Key_T)
        return {Kind::Set, Score::kMax};
    if (key == Qt::Key_Right || key == Qt::Key_Plus)
        return {Kind::Step, 1};
    if (key == Qt::Key_Left || key == Qt::Key_Minus)
        return {Kind::Step, -1};
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        return {Kind::Clear, 0};
    if (key == Qt::Key_Down)
        return {Kind::Move, 1};
    if (key == Qt::Key_Up)
        return {Kind::Move, -1};
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
        return {Kind::Activate, 0};
    return {};
}

}  // namespace

BodyMapWidget::BodyMapWidget(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    installBodyMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    updateDescription();
}

BodyMapWidget::~BodyMapWidget() = default;

const std::array<Site, kSiteCount>& BodyMapWidget::tabOrder()
{
    static constexpr std::array<Muscle, kMuscleCount> muscles{Muscle::Hamstring, Muscle::Calf,       Muscle::Glute,
                                                              Muscle::LowerBack, Muscle::Quadriceps, Muscle::Psoas};
    static const std::array<Site, kSiteCount> order = [] {
        std::array<Site, kSiteCount> sites;
        for (std::size_t i = 0; i < kSiteCount; ++i)
            sites[i] = {muscles[i / 2], i % 2 == 0 ? Side::Left : Side::Right};
        return sites;
    }();
    return order;
}

void BodyMapWidget::setScores(const SiteScores& scores)
{
    const SiteScores before = m_scores;
    m_scores = scores;
    update();
    for (const Site site : allSites())
        if (before[site] != m_scores[site])
            announceValue(site);
}

void BodyMapWidget::setScore(Site site, std::optional<Score> score)
{
    if (m_scores[site] == score)
        return;
    m_scores[site] = score;
    update();
    announceValue(site);
}

void BodyMapWidget::editScore(Site site, std::optional<Score> score)
{
    if (m_readOnly || m_scores[site] == score)
        return;
    setScore(site, score);
    Q_EMIT scoreEdited(site, score);
}

void BodyMapWidget::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    setFocusPolicy(readOnly ? Qt::NoFocus : Qt::StrongFocus);
    if (readOnly)
        clearFocus();
    updateDescription();
    update();
}

void BodyMapWidget::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

void BodyMapWidget::setCurrentSite(std::optional<Site> site)
{
    if (m_current == site)
        return;
    m_current = site;
    update();
    if (hasFocus())
        announceFocus();
    Q_EMIT currentSiteChanged(site);
}

BodyCaptions BodyMapWidget::captions() const
{
    const double line = captionHeight(m_theme);
    const std::array<QString, 2> shortWords{tr("Front"), tr("Back")};
    if (m_compact)
        return {shortWords, line};
    return fitCaptions(areaOf(*this), m_theme.font(TextStyle::Small), line,
                       {tr("Front (your left is on the right)"), tr("Back (your left is on the left)")}, shortWords);
}

BodyMapLayout BodyMapWidget::mapLayout() const
{
    return {areaOf(*this), captions().height};
}

QPainterPath BodyMapWidget::sitePath(Site site) const
{
    return mapLayout().sitePath(site);
}

QRectF BodyMapWidget::siteRect(Site site) const
{
    return mapLayout().siteRect(site);
}

std::optional<Site> BodyMapWidget::siteUnder(QPointF position) const
{
    return mapLayout().siteUnder(position);
}

QSize BodyMapWidget::sizeHint() const
{
    const int caption = int(captionHeight(m_theme));
    return m_compact ? QSize(260, 370 + caption) : QSize(520, 600 + caption);
}

QSize BodyMapWidget::minimumSizeHint() const
{
    const int caption = int(captionHeight(m_theme));
    return m_compact ? QSize(170, 230 + caption) : QSize(300, 380 + caption);
}

bool BodyMapWidget::event(QEvent* event)
{
    // Digits and T belong to the site that has the focus, not to a shortcut of the page.
    if (event->type() == QEvent::ShortcutOverride && !m_readOnly) {
        if (commandOf(*static_cast<QKeyEvent*>(event)).kind != KeyCommand::Kind::None) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const std::optional<Site> site = siteUnder(help->pos()))
            QToolTip::showText(help->globalPos(), tr("%1: %2").arg(siteLabel(*site), scorePhrase(m_scores[*site])),
                               this, siteRect(*site).toAlignedRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void BodyMapWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        updateDescription();
        update();
    }
}

void BodyMapWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_current)
        setCurrentSite(event->reason() == Qt::BacktabFocusReason ? tabOrder().back() : tabOrder().front());
    else
        announceFocus();
    update();
}

void BodyMapWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool BodyMapWidget::focusNextPrevChild(bool next)
{
    return (hasFocus() && moveCurrent(next ? 1 : -1)) || QWidget::focusNextPrevChild(next);
}

void BodyMapWidget::keyPressEvent(QKeyEvent* event)
{
    using Kind = KeyCommand::Kind;
    const KeyCommand command = commandOf(*event);
    if (m_readOnly || !m_current || command.kind == Kind::None) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (command.kind) {
    case Kind::Set:
        editScore(*m_current, Score::clamped(command.amount));
        break;
    case Kind::Step:
        step(*m_current, command.amount);
        break;
    case Kind::Clear:
        editScore(*m_current, std::nullopt);
        break;
    case Kind::Move:
        moveCurrent(command.amount);
        break;
    case Kind::Activate:
        Q_EMIT siteActivated(*m_current);
        break;
    case Kind::None:
        break;
    }
    event->accept();
}

void BodyMapWidget::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(std::nullopt);
}

void BodyMapWidget::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    setHovered(siteUnder(event->position()));
}

void BodyMapWidget::mousePressEvent(QMouseEvent* event)
{
    const std::optional<Site> site = siteUnder(event->position());
    const bool left = event->button() == Qt::LeftButton;
    if (!site || (!left && event->button() != Qt::RightButton)) {
        QWidget::mousePressEvent(event);
        return;
    }
    event->accept();
    if (!m_readOnly) {
        if (m_current == site)
            step(*site, left && !event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : -1);
        else
            setCurrentSite(site);
    }
    if (left)
        Q_EMIT siteActivated(*site);
}

void BodyMapWidget::contextMenuEvent(QContextMenuEvent* event)
{
    // The right button lowers a score; a menu of the page must not open on top of that.
    event->setAccepted(!m_readOnly && siteUnder(event->pos()).has_value());
}

void BodyMapWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    BodyMapState state;
    state.current = m_readOnly ? std::nullopt : m_current;
    state.hovered = m_hovered;
    state.focused = hasFocus();
    state.captions = captions().words;
    paintBodyMap(painter, mapLayout(), m_scores, state, m_theme);
}

void BodyMapWidget::wheelEvent(QWheelEvent* event)
{
    // Without the focus the wheel scrolls the page: a score must not change by accident.
    if (m_readOnly || !hasFocus() || !m_current || siteUnder(event->position()) != m_current) {
        event->ignore();
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int steps = m_wheelRest / QWheelEvent::DefaultDeltasPerStep;
    m_wheelRest -= steps * QWheelEvent::DefaultDeltasPerStep;
    for (int i = 0; i < std::abs(steps); ++i)
        step(*m_current, steps > 0 ? 1 : -1);
    event->accept();
}

void BodyMapWidget::step(Site site, int by)
{
    const std::optional<Score> score = m_scores[site];
    if (score)
        editScore(site, Score::clamped(score->value() + by));
    else if (by > 0)
        editScore(site, Score::clamped(0));
}

bool BodyMapWidget::moveCurrent(int by)
{
    const std::size_t place = placeOf(m_current);
    if (place >= tabOrder().size() || (by < 0 && place == 0) || (by > 0 && place + 1 == tabOrder().size()))
        return false;
    setCurrentSite(tabOrder()[by > 0 ? place + 1 : place - 1]);
    return true;
}

void BodyMapWidget::setHovered(std::optional<Site> site)
{
    if (m_hovered == site)
        return;
    m_hovered = site;
    setCursor(site ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void BodyMapWidget::updateDescription()
{
    setAccessibleName(tr("Body map"));
    setAccessibleDescription(m_readOnly ? tr("Soreness of twelve muscles, 0 to 10.")
                                        : tr("Soreness of twelve muscles, 0 to 10. Digits set the score, T sets ten, "
                                             "Delete clears it, Tab goes to the next muscle."));
}

void BodyMapWidget::announceFocus()
{
    if (!QAccessible::isActive() || !m_current)
        return;
    if (QAccessibleInterface* map = QAccessible::queryAccessibleInterface(this)) {
        QAccessibleEvent event(map->child(int(placeOf(m_current))), QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void BodyMapWidget::announceValue(Site site)
{
    if (!QAccessible::isActive())
        return;
    if (QAccessibleInterface* map = QAccessible::queryAccessibleInterface(this)) {
        QAccessibleInterface* child = map->child(int(placeOf(site)));
        QAccessibleValueChangeEvent event(child, child->valueInterface()->currentValue());
        QAccessible::updateAccessibility(&event);
    }
}

}  // namespace psolog
