// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/body/figurewidget.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include "gui/body/figurepainter.h"
#include "gui/body/figureshapes.h"
#include "gui/body/sitewords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {

constexpr int kAnimationMs = 420;
constexpr std::chrono::milliseconds kBreathIn{4000};
constexpr std::chrono::milliseconds kBreathOut{6000};
constexpr std::chrono::milliseconds kBreathStep{160};
constexpr double kHintUnit = 3.4;  ///< pixels a unit, at 100 % text size
constexpr double kMinUnit = 1.2;

class FigureAccessible : public QAccessibleWidget {
public:
    explicit FigureAccessible(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Graphic) { }
};

QAccessibleInterface* makeFigureAccessible(const QString& className, QObject* object)
{
    if (className == QLatin1String(FigureWidget::staticMetaObject.className()))
        return new FigureAccessible(static_cast<QWidget*>(object));
    return nullptr;
}

}  // namespace

FigureWidget::FigureWidget(const Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_poses(poses)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeFigureAccessible);
        return true;
    }();
    Q_UNUSED(installed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);

    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setDuration(kAnimationMs);
    m_animation.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_shown = liftedTo(interpolated(m_from, m_target, value.toDouble()), m_lowest);
        update();
    });
    m_breathTimer.setInterval(kBreathStep);
    m_breathTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_breathTimer, &QTimer::timeout, this, [this] {
        if (!mayMove())
            m_breathTimer.stop();
        const QTransform toWidget = figureTransform(m_shown, QRectF(rect()), m_mirrored);
        update(toWidget.mapRect(breathingRect(figureShapes(m_shown))).toAlignedRect());
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        updateBreathing();
        updateGeometry();
        update();
    });
    updateDescription();
}

FigureWidget::~FigureWidget() = default;

bool FigureWidget::setPose(std::string_view name)
{
    const auto found = m_poses.find(name);
    if (found == m_poses.end())
        return false;
    setPose(found->second);
    return true;
}

void FigureWidget::setPose(const Pose& pose)
{
    if (pose == m_target)
        return;
    m_animation.stop();
    const bool first = m_target.name.empty();
    m_from = m_shown;
    m_target = pose;
    updateDescription();
    updateGeometry();
    // A picture that turns round has no way between: it would pass through a line.
    if (!first && mayMove() && m_from.mirrored == m_target.mirrored) {
        m_lowest = std::max(lowestOf(m_from), lowestOf(m_target));
        m_animation.start();
        return;
    }
    m_shown = m_target;
    update();
}

void FigureWidget::setMirrored(bool mirrored)
{
    if (m_mirrored == mirrored)
        return;
    m_mirrored = mirrored;
    updateDescription();
    update();
}

void FigureWidget::setBreathing(bool breathing)
{
    if (m_breathing == breathing)
        return;
    m_breathing = breathing;
    m_breathClock.start();
    updateBreathing();
    update();
}

double FigureWidget::breathAt(std::chrono::milliseconds sinceStart)
{
    const auto now = std::chrono::duration<double>(sinceStart % (kBreathIn + kBreathOut));
    const bool in = now < kBreathIn;
    const double part = in ? now / kBreathIn : 1 - (now - kBreathIn) / kBreathOut;
    return (1 - std::cos(std::numbers::pi * part)) / 2;
}

bool FigureWidget::mayMove() const
{
    return isVisible() && !m_theme.isStill()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void FigureWidget::updateBreathing()
{
    if (!m_breathing || !mayMove())
        m_breathTimer.stop();
    else if (!m_breathTimer.isActive())
        m_breathTimer.start();
}

void FigureWidget::setHighlight(const std::set<Muscle>& muscles)
{
    if (m_highlight == muscles)
        return;
    m_highlight = muscles;
    updateDescription();
    update();
}

void FigureWidget::clearHighlight()
{
    m_highlight.reset();
    updateDescription();
    update();
}

const std::set<Muscle>& FigureWidget::highlight() const
{
    return m_highlight ? *m_highlight : m_target.highlight;
}

void FigureWidget::setSurface(Role surface)
{
    m_surface = surface;
    update();
}

void FigureWidget::setPreferredHeight(int height)
{
    m_preferredHeight = height;
    updateGeometry();
}

QSize FigureWidget::sizeHint() const
{
    if (m_preferredHeight)
        return {minimumSizeHint().width(), *m_preferredHeight};
    const double unit = kHintUnit * m_theme.scale();
    return QSize(int(std::ceil(m_target.frame.width * unit)), int(std::ceil(m_target.frame.height * unit)))
        .expandedTo(minimumSizeHint());
}

QSize FigureWidget::minimumSizeHint() const
{
    return QSize(int(std::ceil(m_target.frame.width * kMinUnit)), int(std::ceil(m_target.frame.height * kMinUnit)))
        .expandedTo(QSize(40, 40));
}

void FigureWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateDescription();
    if (event->type() == QEvent::StyleChange)
        updateBreathing();
}

void FigureWidget::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_breathTimer.stop();
}

void FigureWidget::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateBreathing();
}

void FigureWidget::paintEvent(QPaintEvent*)
{
    if (m_target.name.empty())
        return;
    QPainter painter(this);
    const double breath = isBreathing() ? breathAt(std::chrono::milliseconds(m_breathClock.elapsed())) : 0;
    paintFigure(painter, QRectF(rect()), m_shown, highlight(), FigureColors::from(m_theme, m_theme.color(m_surface)),
                m_mirrored, breath);
}

void FigureWidget::updateDescription()
{
    setAccessibleName(tr("Figure"));
    QString text = poseDescription(m_target, m_mirrored);
    if (!highlight().empty()) {
        QStringList muscles;
        for (const Muscle muscle : highlight())
            muscles << muscleLabel(muscle);
        text = tr("%1 Highlighted: %2.").arg(text, muscles.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(text);
}

}  // namespace psolog
