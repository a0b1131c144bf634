// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/sessionwords.h"

#include <algorithm>

#include <QLabel>

#include "gui/body/figurewidget.h"
#include "gui/release/sessionstatus.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr double kCuePixels = 26;
constexpr int kGap = 14;
constexpr int kSmallestFigure = 72;  ///< lower than this a figure shows nothing
constexpr int kSmallestWidth = 240;
constexpr int kSmallestHeight = 120;
constexpr int kUsualHeight = 360;
}  // namespace

SessionWords::SessionWords(Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_status(new SessionStatus(theme, this)),
      m_cue(makeLabel({}, "", this)),
      m_figure(new FigureWidget(theme, poses, this))
{
    m_status->setObjectName(QStringLiteral("sessionStatus"));
    m_status->setAccessibleName(tr("Release session"));
    m_cue->setObjectName(QStringLiteral("cueLabel"));
    m_figure->setObjectName(QStringLiteral("sessionFigure"));
    m_figure->setSurface(Role::Window);
    m_cue->setFont(theme.font(kCuePixels, QFont::Normal));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        m_cue->setFont(m_theme.font(kCuePixels, QFont::Normal));
        arrange();
    });
}

void SessionWords::setWords(const QString& title, const QString& line, const QString& cue)
{
    const bool other = m_status->setWords(title, line);
    if (!other && m_cue->text() == cue)
        return;
    if (m_cue->text() != cue)
        m_cue->setText(cue);
    arrange();
}

void SessionWords::setPose(std::string_view name)
{
    m_figure->setPose(name);
}

QSize SessionWords::sizeHint() const
{
    return {m_theme.px(kUsualHeight), m_theme.px(kUsualHeight)};
}

QSize SessionWords::minimumSizeHint() const
{
    return {kSmallestWidth, kSmallestHeight};
}

void SessionWords::arrange()
{
    const int statusHeight = std::min(height(), m_status->heightForWidth(width()));
    m_status->setGeometry(0, 0, width(), statusHeight);
    int top = statusHeight + kGap;
    const int cueHeight = m_cue->text().isEmpty() ? 0 : m_cue->heightForWidth(width());
    const bool cueFits = cueHeight > 0 && top + cueHeight <= height();
    m_cue->setVisible(cueFits);
    if (cueFits) {
        m_cue->setGeometry(0, top, width(), cueHeight);
        top += cueHeight + kGap;
    }
    const bool figureFits = height() - top >= kSmallestFigure;
    m_figure->setVisible(figureFits);
    if (figureFits)
        m_figure->setGeometry(0, top, width(), height() - top);
}

void SessionWords::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace psolog
