// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guided/sessionwords.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>

#include "gui/body/figurewidget.h"
#include "gui/guided/sessionstatus.h"
#include "gui/theme/theme.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr double kCuePixels = 26;
constexpr int kGap = 14;
constexpr int kSmallGap = 6;
constexpr int kSmallestFigure = 72;  ///< lower than this a figure shows nothing
constexpr int kSmallestWidth = 240;
constexpr int kSmallestHeight = 120;
constexpr int kUsualHeight = 360;
}  // namespace

SessionWords::SessionWords(Theme& theme, const PoseLibrary& poses, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_status(new SessionStatus(theme, this)),
      m_next(makeLabel({}, "", this)),
      m_cue(makeLabel({}, "", this)),
      m_figure(new FigureWidget(theme, poses, this))
{
    m_status->setObjectName(QStringLiteral("sessionStatus"));
    m_status->setAccessibleName(name);
    m_next->setObjectName(QStringLiteral("nextLabel"));
    m_cue->setObjectName(QStringLiteral("cueLabel"));
    m_figure->setObjectName(QStringLiteral("sessionFigure"));
    m_figure->setSurface(Role::Window);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        applyFonts();
        arrange();
    });
    applyFonts();
}

void SessionWords::applyFonts()
{
    m_cue->setFont(m_theme.font(kCuePixels, QFont::Normal));
    m_next->setFont(m_theme.font(kCuePixels, QFont::DemiBold));
    QPalette palette = m_next->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Role::Accent));
    m_next->setPalette(palette);
}

void SessionWords::setText(const SessionText& text)
{
    bool other = m_status->setWords(text.title, text.line);
    for (const auto& [label, words] : {std::pair(m_next, text.next), std::pair(m_cue, text.cue)}) {
        if (label->text() == words)
            continue;
        label->setText(words);
        other = true;
    }
    if (other)
        arrange();
}

QSize SessionWords::sizeHint() const
{
    return {m_theme.px(kUsualHeight), m_theme.px(kUsualHeight)};
}

QSize SessionWords::minimumSizeHint() const
{
    return {kSmallestWidth, kSmallestHeight};
}

bool SessionWords::place(QLabel* label, int& top) const
{
    const int high = label->text().isEmpty() ? 0 : label->heightForWidth(width());
    const bool fits = high > 0 && top + high <= height();
    label->setVisible(fits);
    if (!fits)
        return false;
    label->setGeometry(0, top, width(), high);
    top += high;
    return true;
}

void SessionWords::arrange()
{
    const int statusHeight = std::min(height(), m_status->heightForWidth(width()));
    m_status->setGeometry(0, 0, width(), statusHeight);
    int top = statusHeight + kSmallGap;
    place(m_next, top);
    top += kGap - kSmallGap;
    if (place(m_cue, top))
        top += kGap;
    const bool figureFits = height() - top >= std::max(kSmallestFigure, m_figure->minimumSizeHint().height());
    m_figure->setVisible(figureFits);
    if (figureFits)
        m_figure->setGeometry(0, top, width(), height() - top);
}

bool SessionWords::event(QEvent* event)
{
    // The figure got another pose, which may need another height.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void SessionWords::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace psolog
